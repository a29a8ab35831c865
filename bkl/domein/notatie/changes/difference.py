"""A difference in figures: `daling met 25%`, `5 klachten minder`, `100 extra`."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal, NoReturn

from bkl.domein.notatie.changes import change_words
from bkl.domein.notatie.changes.change import Kant, Verhouding
from bkl.domein.notatie.reading.figure import read_figure
from bkl.domein.notatie.reading.parts import Delen
from bkl.domein.notatie.reading.peel import Peel
from bkl.domein.notatie.reading.phrase import first_figure
from bkl.domein.notatie.reading.unit_words import read_eenheid
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary import qualifiers as woord
from bkl.domein.notatie.vocabulary import refusals
from bkl.domein.notatie.vocabulary.qualifiers import Vorm


def read_difference(
    peel: Peel, change: re.Match[str], basis: str | None, delen: Delen
) -> Verhouding | None:
    """Read how much a phrase wants to change; None when its figure is no difference."""
    kant: Kant = "hoger" if change["up"] else "lager"
    if re.search(r"(?<!\w)(?:niet|geen)\s+(?:\w+\s+)?$", peel.low[: change.start()]):
        refusals.refuse_negated(*change.span())
    if not peel.has_figure():
        return Verhouding(kant, "kaal", Fraction(0), True, None, basis, delen, change[0])
    return _figured(peel, change, kant, basis, delen)


def _figured(
    peel: Peel, change: re.Match[str], kant: Kant, basis: str | None, delen: Delen
) -> Verhouding | None:
    low = peel.low
    place = first_figure(low, 0)
    if place is None:
        return None
    begin, vorm = _qualified(low, place)
    figure = read_figure(low, place)
    if figure is None or vorm not in ("getal", "minimum", "boven", "precies"):
        _refuse_amount(begin, len(low))
    if change.start() > place:
        # `25% minder klachten`: the noun stands behind the word
        peel.cut(*change.span())
    unit = read_eenheid(peel.text, peel.low, figure.end, figure.teken).eenheid
    if not _is_amount(low, place, begin, figure.end, change):
        return None
    soort: Literal["procent", "punt", "aantal"] = "aantal"
    if (unit or "").startswith("%"):
        soort = "procent"
    elif (unit or "").startswith("procentpunt"):
        soort = "punt"
    eenheid = change_words.NO_UNIT.sub("", unit or "").strip() if soort == "aantal" else None
    strict = vorm == "boven"
    return Verhouding(kant, soort, figure.waarde, strict, eenheid or None, basis, delen, change[0])


def _qualified(low: str, place: int) -> tuple[int, Vorm]:
    """Return where the qualifier of a figure begins, and what it says."""
    for found in woord.AANDUIDING.finditer(low, 0, place):
        if found.end() == place and (not found.start() or not low[found.start() - 1].isalnum()):
            vorm = woord.AANDUIDINGEN[" ".join(found[0].split())]
            return (place, "getal") if vorm == "verandering" else (found.start(), vorm)
    return place, "getal"


def _is_amount(low: str, place: int, begin: int, end: int, change: re.Match[str]) -> bool:
    """Tell whether the figure is what changes: `daling met 25%`, `5 klachten minder`."""
    if change.start() > place:
        behind = low[end : change.start()].split()
        if change[0] in change_words.AFTER or change_words.WITH.search(low[:begin]):
            return len(behind) <= 3
        return not behind
    between = low[change.end() : begin].split()
    if change[0] in ("meer", "minder", "hoger", "lager", "extra", "terug", "hogere", "lagere"):
        return bool(change_words.WITH.search(low[:begin])) or (change[0] == "extra" and not between)
    if not between:
        return True
    return bool(change_words.WITH.search(low[:begin])) or between[-1] in (
        "minimaal",
        "minstens",
        "aantal",
    )


def _refuse_amount(start: int, end: int) -> NoReturn:
    raise Onleesbaar(
        "Van deze verandering staat de omvang niet vast.",
        "Schrijf welk getal het moet worden, zoals `minimaal 50`.",
        start,
        end,
    )
