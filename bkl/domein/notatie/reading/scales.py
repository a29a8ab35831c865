"""Figures on a scale: a school mark, a net promoter score, an index, a place in a list."""

from __future__ import annotations

import re

from bkl.domein.notatie.reading.parts import Schaal
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.vocabulary.qualifiers import AANDUIDINGEN

_ABOUT = "|".join(
    re.escape(word) for word, vorm in AANDUIDINGEN.items() if vorm in ("ongeveer", "bijna", "ruim")
)
SCHAAL = Lazy(
    r"(?:een\s+|het\s+|de\s+)?(?:gemiddeld(?:e)?\s+)?(?:(?P<nps>nps(?:-score)?|net\s+promotor?er?\s+score)"
    r"|(?P<index>(?:energie-?)?index(?:cijfer)?)|(?P<top>top)"
    r"|(?P<rang>plek|plaats|positie|rang|ranking)"
    r"|(?P<cijfer>(?:rapport|waarderings?|tevredenheids?|gemiddeld\s+)?cijfers?|waardering"
    r"|(?:tevredenheids)?score))"
    r"(?:\s*[:=]\s*|\s+(?:van|is|op|bedraagt|ten\s+minste\s+een)\s+|[\s-]+)"
    r"(?=(?:een\s+)?(?:[\d+<>≥≤-]|min|max|ten|niet|hoger|boven|onder|lager"
    rf"|tussen|zeven|acht|zes|meer|minder|precies|gelijk|(?:{_ABOUT})(?:\s|(?<=\W))))"
)
"""The words that name a scale, before a figure on it."""
PLAATS = Lazy(r"(\d{1,3})\s?(?:e|de|ste)(?:\s+(?:plek|plaats|positie))?\s*\.?")
"""A place in a list: `5e`, `5e plaats`."""


def schaal_of(found: re.Match[str]) -> Schaal:
    """Return the scale that a match of `SCHAAL` names."""
    name = found.lastgroup
    if name in {"top", "rang"}:
        return "rang"
    if name == "nps":
        return "nps"
    return "index" if name == "index" else "cijfer"
