"""One doel with one realisatie and what is told beside them, through the models."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import NamedTuple, Protocol

from pydantic import ValidationError

from bkl.domein.dossier.dossier import build_dossier
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.model.werkplan import Werkplan
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.reading.parts import Delen
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.vocabulary.eenheid import factor, same_unit
from bkl.gap.rows import compare

_PLAIN = ("richting", "nulmeting", "eenheid")


class Span(Protocol):
    low: Fraction | None
    high: Fraction | None
    low_open: bool
    high_open: bool
    unit: str
    done: str


class Judged(NamedTuple):
    """What bkl read and concluded; `verdict` is `leeg` when a phrase could not be read."""

    doel: Doel | None
    waarde: Waarde | None
    verdict: str
    asks: bool
    messages: tuple[str, ...]

    @property
    def doel_read(self) -> bool:
        return self.doel is not None and self.doel.bereik is not None

    @property
    def waarde_read(self) -> bool:
        return self.waarde is not None

    def __str__(self) -> str:
        parts = [self.verdict + (" (vraagt richting)" if self.asks else "")]
        if doel := self.doel:
            parts.append(
                f"S={_ends(doel.bereik)} {doel.eenheid} per {doel.per} {_said(doel.delen)}"
            )
        if waarde := self.waarde:
            parts.append(f"A={_ends(waarde.interval)} {waarde.eenheid} {_said(waarde.delen)}")
        return " | ".join([*parts, *self.messages])

    def promises(self, span: Span) -> bool:
        doel = self.doel
        if doel is None or doel.bereik is None:
            return False
        done = doel.soort == "gereed"
        per = doel.per
        return _is(doel.bereik, doel.eenheid, span, done=done, per=per, floor=False)

    def reached(self, span: Span) -> bool:
        waarde = self.waarde
        if waarde is None or waarde.interval is None:
            return False
        done = waarde.soort == "gereed"
        if _is(waarde.interval, waarde.eenheid, span, done=done, per=waarde.per, floor=True):
            return True
        if waarde.teller is None or span.low != waarde.teller:
            return False
        return span.low == span.high


def _ends(interval: Interval | None) -> str:
    if interval is None:
        return "-"
    low = "" if interval.low is None else f"{float(interval.low):g}"
    high = "" if interval.high is None else f"{float(interval.high):g}"
    return f"{'(' if interval.low_open else '['}{low},{high}{')' if interval.high_open else ']'}"


def _said(delen: Delen) -> str:
    told = {key: value for key, value in delen._asdict().items() if value and key != "over"}
    return str(told or "")


def _is(
    interval: Interval, unit: str | None, span: Span, *, done: bool, per: Fraction | None,
    floor: bool,
) -> bool:  # fmt: skip
    if span.done or done:
        return done and span.done == ("ja" if interval.low else "nee")
    scale = _scale(unit, span.unit, per)
    if scale is None:
        return False
    found = interval.scaled(scale)
    low = span.low
    if floor and low == 0 and found.low is None:
        found = Interval(Fraction(0), found.high, False, found.high_open)
    return (
        _near(found.low, low)
        and _near(found.high, span.high)
        and (low is None or found.low_open == span.low_open)
        and (span.high is None or found.high_open == span.high_open)
    )


def _near(one: Fraction | None, other: Fraction | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= Fraction(1, 10000)


def _scale(unit: str | None, wanted: str, per: Fraction | None) -> Fraction | None:
    """Return how to bring a figure into the wanted unit; mild about words, not about signs."""
    wanted = wanted.replace("%-punt", "procentpunt")
    if not wanted or not unit:
        return None if wanted in ("%", "€") and unit is None and per is None else Fraction(1)
    known = factor(unit, wanted) or factor(unit.split()[0], wanted.split(maxsplit=1)[0])
    if known is not None:
        return known
    signs = ("%", "€", "‰")
    if wanted[0] in signs or unit[0] in signs:
        return Fraction(1) if unit.startswith(wanted) else None
    unit = unit.replace("procentpunt", "%-punt")
    words = [word.strip("(),.") for word in unit.replace("/", " ").replace("-", " ").split()]
    words += unit.split()
    if any(same_unit(word, other) for word in words if word for other in wanted.split()):
        return Fraction(1)
    return None


def _day(text: str) -> date:
    return date(int(text), 12, 31)


def _year_of(realisatie: str) -> str:
    """Return the year that a figure gives itself: the account is of that year."""
    years = re.findall(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,%])", realisatie)
    return str(years[-1]) if years else "2021"


def judge_case(doel: str, realisatie: str, context: dict[str, str]) -> Judged:
    """Build a plan of one promise and a report that answers it, and compare them."""
    jaar = context.get("peildatum") or context.get("jaar", _year_of(realisatie))[:4]
    onderdeel: dict[str, object] = {"tekst": context.get("tekst", "Iets"), "doel": doel}
    onderdeel |= {key: context[key] for key in _PLAIN if key in context}
    if "deadline" in context:
        onderdeel["deadline"] = f"31-12-{context['deadline']}"
    for wat in ("landelijk gemiddelde", "vorig jaar"):
        if wat in context:
            onderdeel["referentie"] = {"wat": wat, "waarde": context[wat], "bron": "een bron"}
    plan = {"werkplan": jaar, "organisatie": "Voorbeeld"}
    plan |= {"speerpunten": {"S": {"resultaten": {"R1": onderdeel}}}}
    verslag: dict[str, object] = {"jaarverslag": jaar, "peildatum": f"31-12-{jaar}"}
    if realisatie:
        verslag["realisaties"] = {"S-R1": realisatie}
    try:
        dossier = build_dossier(Werkplan.model_validate(plan), Jaarverslag.model_validate(verslag))
    except ValidationError as fault:
        return Judged(None, None, "leeg", False, (str(fault.errors()[0]["msg"]),))
    entry, given = dossier.indicatoren["S-R1"], dossier.realisaties.get("S-R1")
    lezers = (dossier.lezer_werkplan, dossier.lezer_jaarverslag)
    faults = [str(fout.fout) for lezer in lezers for fout in lezer.fouten]
    verdict: str = compare(dossier)["S-R1"].oordeel
    waarde = given.waarde if given else None
    unread = entry.doel is None or (given is not None and waarde is None)
    asks = entry.doel is not None and entry.doel.delen.vraagt_richting
    verdict = "leeg" if unread and verdict != "gehaald" else verdict
    return Judged(entry.doel, waarde, verdict, bool(asks), tuple(faults))
