"""A doel per quarter, month or week: the figure of each of them, and what these say together.

`3 lezingen per kwartaal` can be meant of every quarter or of their average. What was reached is
therefore a range that holds both: from the least quarter to the average where more is better, from
the average to the most where less is. A range within the doel is then within it either way.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from bkl.domein.dossier.measuring.agreement import expect_no_total
from bkl.domein.dossier.measuring.amounts import ALLES, ZERO, can_be_negative, told
from bkl.domein.dossier.measuring.averages import Meting
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.values.moment import Moment
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.eenheid import same_unit
from bkl.domein.notatie.vocabulary.rates import Maat
from bkl.domein.woorden import Periodesoort, Richting

_DAY = timedelta(days=1)
_MONTHS: dict[Periodesoort, int] = {"maand": 1, "kwartaal": 3, "tertaal": 4, "halfjaar": 6}
_WEEK = 7
_EXAMPLE: dict[Periodesoort, str] = {
    "week": "week 10 2024",
    "maand": "maart 2024",
    "kwartaal": "Q1 2024",
    "tertaal": "1e tertaal 2024",
    "halfjaar": "1e halfjaar 2024",
}


def per_period(
    metingen: Sequence[Meting], maat: Maat, richting: Richting | None, begin: date, day: date
) -> Waarde | None:
    """Return what periods up to a day come to; anything at all while one of them is missing.

    Raises Onleesbaar for a meting of a longer or shorter period.
    """
    own = [m for m in metingen if m.moment.begin >= begin - _DAY * _WEEK and m.moment.eind <= day]
    own = [m for m in own if m.moment.eind >= begin]
    if not own:
        return None
    for meting in own:
        if not _is_one(meting.moment, maat.soort):
            raise Onleesbaar(
                f"Het doel is per {maat.soort}, en `{meting.moment.tekst}` is dat niet.",
                f"Geef het cijfer van elk {maat.soort} apart, zoals `{_EXAMPLE[maat.soort]}`."
                if maat.soort not in ("week", "maand")
                else f"Geef het cijfer van elke {maat.soort}, zoals `{_EXAMPLE[maat.soort]}`.",
                0,
                0,
            )
    expect_no_total(own)
    known = [m.waarde.interval for m in own if m.waarde.interval is not None]
    unit = next((u for m in own if (u := _foreign(m.waarde, maat)) is not None), None)
    if len(known) < len(own) or not _joined([m.moment for m in own], maat.soort, begin, day):
        can_fall = can_be_negative({maat.geteld}, known)
        return told(ALLES if can_fall else Interval(ZERO, None), unit or maat.eenheid)
    return told(_range(known, richting), unit or maat.eenheid)


def as_rate(waarde: Waarde, maat: Maat) -> Waarde:
    """Return the figure of one period in the unit of the doel."""
    if waarde.interval is None or _foreign(waarde, maat) is not None:
        return waarde
    return told(waarde.interval, maat.eenheid)


def _range(known: Sequence[Interval], richting: Richting | None) -> Interval:
    lows = [one.low for one in known]
    highs = [one.high for one in known]
    least, most = _least(lows), _most(highs)
    if richting == "hoger":
        return Interval(least, _mean(highs))
    if richting == "lager":
        return Interval(_mean(lows), most)
    return Interval(least, most)


def _mean(ends: Sequence[Fraction | None]) -> Fraction | None:
    known = [end for end in ends if end is not None]
    return sum(known, ZERO) / len(ends) if len(known) == len(ends) else None


def _least(ends: Sequence[Fraction | None]) -> Fraction | None:
    known = [end for end in ends if end is not None]
    return min(known) if len(known) == len(ends) else None


def _most(ends: Sequence[Fraction | None]) -> Fraction | None:
    known = [end for end in ends if end is not None]
    return max(known) if len(known) == len(ends) else None


def _foreign(waarde: Waarde, maat: Maat) -> str | None:
    """Return a unit in which something else is counted; None for that of the doel."""
    unit, termijn = waarde.eenheid, waarde.delen.termijn
    if termijn is not None and termijn.per_jaar:
        return f"{unit or maat.geteld} per jaar"
    if unit is None or same_unit(unit, maat.geteld) or same_unit(unit, maat.eenheid):
        return None
    return unit


def _is_one(moment: Moment, soort: Periodesoort) -> bool:
    """Tell whether a moment is exactly one period of a kind."""
    if soort == "week":
        return moment.begin.weekday() == 0 and moment.eind - moment.begin == _DAY * (_WEEK - 1)
    return moment.begin.day == 1 and moment.eind == _end(moment.begin, soort)


def _end(begin: date, soort: Periodesoort) -> date:
    """Return the last day of the period that begins on a day."""
    if soort == "week":
        return begin + _DAY * (_WEEK - 1)
    months = begin.month - 1 + _MONTHS[soort]
    return date(begin.year + months // 12, months % 12 + 1, 1) - _DAY


def _joined(moments: Sequence[Moment], soort: Periodesoort, begin: date, day: date) -> bool:
    """Tell whether every whole period between two days was measured."""
    covered = begin - _DAY
    slack = _DAY * (_WEEK - 1) if soort == "week" else _DAY * 0
    for moment in sorted(moments, key=lambda one: one.begin):
        if moment.begin > covered + _DAY + (slack if covered < begin else _DAY * 0):
            return False
        covered = max(covered, moment.eind)
    return _end(covered + _DAY, soort) > day
