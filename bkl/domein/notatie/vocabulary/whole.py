"""Whether a text says of what a percentage is a share: whom it counts, and which of them."""

from __future__ import annotations

from bkl.domein.notatie.values.lazy import Lazy

_PLURAL = r"(?<!\w)[^\W\d_]{2,}(?:en|s|'s|ën)"
_SHARE = Lazy(r"(?:aandeel|percentage|deel|hoeveel procent)\s+(?:\w+\s+)*?" + _PLURAL + r"(?!\w)")
_OF_ALL = Lazy(r"(?<!\w)van\s+(?:de|het|alle|al|onze|ons)\s+\w{3,}")
_WHICH = Lazy(
    _PLURAL + r"(?:\s+\w+){0,4}?,?\s+"
    r"(?:die|van wie|waarvan|waarbij|waarin|waarvoor|zijn|worden|hebben|krijgen|voelen|vinden)"
    r"\s+\w{2,}"
)


def names_whole(text: str) -> bool:
    """Tell whether a text names a whole and a part of it: `Aanvragen die op tijd klaar zijn`.

    A bare noun (`Trajecten.`) does not: which of them the percentage is about stays open.
    """
    low = text.casefold()
    return any(pattern.search(low) for pattern in (_SHARE, _OF_ALL, _WHICH))
