"""The big figures of a resultatenkaart: which may be shown, and how."""

from __future__ import annotations

from datetime import date

from bkl.domein.dossier.verdicts import Rij, Vergelijking
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.values.getal import write_number
from bkl.domein.notatie.values.jaren import last_day
from bkl.domein.records import dataclass
from bkl.render.footnotes import Herkomst
from bkl.render.text.dutch import datum
from bkl.render.text.marks import Groot
from bkl.render.views._parts.regel import Regel
from bkl.wording.figures import format_gegeven

_SIGNS = ("%", "€")
_NO_PROGRESS = 12
"""The row of the decision table for a figure that is surely no better than at the start."""
_NO_COUNT = ("gereed", "geen cijfer")


@dataclass(frozen=True, slots=True)
class Resultaat:
    """One figure that was reached: `groot` never goes without what it counts and when.

    `telt` is what it counts, None when only `zin` says so; `beloofd` the doel as written, and
    `sinds` what several years come to, where the doel is of those.
    """

    groot: Groot
    telt: str | None
    periode: str
    zin: str
    beloofd: str | None
    bron: tuple[Herkomst, ...]
    sinds: str | None = None


def build_resultaat(
    vergelijking: Vergelijking, waarde: Waarde, regel: Regel, verslag: Jaarverslag
) -> Resultaat:
    """Put one figure that was reached into words."""
    groot, telt = _split(vergelijking, waarde)
    given = vergelijking.realisatie
    together = given.totaal if given is not None and given.sinds is not None else None
    return Resultaat(
        groot=Groot(groot),
        telt=telt,
        periode=_period(vergelijking, verslag.jaarverslag, verslag.peildatum),
        zin=regel.toezegging,
        beloofd=regel.doel,
        bron=regel.bron,
        sinds=f"sinds {given.sinds}: {together.tekst}" if given and together else None,
    )


def reached(rij: Rij) -> Waarde | None:
    """Return the figure when something was certainly reached and the organisation may say so.

    No figure of society as a whole, none that counts something else or that sources give
    differently, no nought and none without progress since the nulmeting: what was not reached
    is no result to show.
    """
    vergelijking = rij.vergelijking
    given = vergelijking.realisatie
    if given is None:
        return None
    waarde = given.waarde
    unsure = given.tegenspraak or given.realisatie.andere_definitie
    if unsure or vergelijking.rij == _NO_PROGRESS:
        return None
    if waarde is None or waarde.interval is None or waarde.soort in _NO_COUNT:
        return None
    low, high = waarde.interval.low, waarde.interval.high
    if vergelijking.doel is not None and vergelijking.doel.richting == "lager":
        # what there must be less of is a result only when there is little enough
        return waarde if vergelijking.oordeel == "gehaald" and high is not None else None
    return waarde if low is not None and low > 0 else None


def _split(vergelijking: Vergelijking, waarde: Waarde) -> tuple[str, str | None]:
    """Return the figure in digits, and what it counts: `11` and `inloopspreekuren`."""
    given = vergelijking.realisatie
    of_year = given is not None and given.sinds is not None
    told = waarde.tekst if of_year else format_gegeven(vergelijking) or waarde.tekst
    phrase = " ".join(told.split())
    doel = vergelijking.doel
    unit = _words(waarde.eenheid) or _words(doel.eenheid if doel else None)
    if unit and phrase.lower().endswith(unit.lower()) and len(phrase) > len(unit):
        phrase, unit = phrase[: -len(unit)].rstrip(), phrase[-len(unit) :]
    interval = waarde.interval
    if phrase.isalpha() and interval and interval.low is not None and interval.low == interval.high:
        phrase = write_number(interval.low)
    return phrase, unit


def _words(eenheid: str | None) -> str | None:
    """Return the words of a unit, without the sign that stands at the number."""
    for sign in _SIGNS:
        eenheid = eenheid.removeprefix(sign).strip() if eenheid else None
    return eenheid or None


def _period(vergelijking: Vergelijking, jaar: int, peildatum: date) -> str:
    if vergelijking.entry.indicator.tijd == "stand":
        return f"op {datum(peildatum)}"
    if vergelijking.entry.indicator.tijd == "cumulatief" or peildatum < last_day(jaar):
        return f"tot en met {datum(peildatum)}"
    return f"in {jaar}"
