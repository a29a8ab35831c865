"""Figures on a scale of the plan's own words, in order: `minimaal voldoende`, `label B of beter`.

A word stands for its place in the list, from 1 for the lowest; `beter` and `hoger` are further
on in it. How far two words lie apart is not known, so there is never a percentage.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NoReturn

from bkl.domein.notatie.reading.parts import Delen, Woordschaal, Zin
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.qualifiers import Vorm, qualifier_at

_BETTER = Lazy(r"(?P<better>beter|slechter)\s+dan\s+")
_OR = Lazy(r"(?<!\s)\s+of\s+(?:(?P<up>beter|hoger|meer)|slechter|lager|minder)$")
_NAME = Lazy(r"(?:(?:een|het|de)\s+)?(?:(?:energie)?label|niveau|score|oordeel|trede|graad)\s+")
_FITTING = frozenset(("minimum", "boven", "maximum", "onder", "precies"))


def read_ordered(low: str, schaal: Woordschaal) -> Zin:
    """Read a word of the scale, with its bound. Raises Onleesbaar for any other word."""
    text = low.rstrip(" .")
    vorm, start = _opening(text)
    if found := _OR.search(text):
        if vorm != "getal":
            _refuse(low, schaal)
        vorm, text = ("minimum" if found["up"] else "maximum"), text[: found.start()]
    if name := _NAME.match(text, start):
        start = name.end()
    word = text[start:].removeprefix("een ").strip(" `'\"")
    places = {name.casefold(): place for place, name in enumerate(schaal, start=1)}
    if (place := places.get(word.casefold())) is None:
        _refuse(low, schaal)
    return Zin(vorm, Fraction(place), delen=Delen(schaal=schaal))


def _opening(text: str) -> tuple[Vorm, int]:
    if found := _BETTER.match(text):
        return ("boven" if found["better"] == "beter" else "onder"), found.end()
    qualifier = qualifier_at(text, 0)
    return qualifier if qualifier is not None and qualifier[0] in _FITTING else ("getal", 0)


def _refuse(low: str, schaal: Woordschaal) -> NoReturn:
    *others, last = (f"`{word}`" for word in schaal)
    raise Onleesbaar(
        f"`{low}` is geen woord van de schaal ({write_scale(schaal)}).",
        f"Schrijf {', '.join(others)} of {last}, met zo nodig `minimaal` of `maximaal` ervoor.",
        0,
        len(low),
    )


def write_scale(schaal: Woordschaal) -> str:
    """Return the words in order: `onvoldoende < voldoende < goed`."""
    return " < ".join(schaal)
