"""A table of periods in words: the same in the terminal, in reports and in workbooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.vocabulary.eenheid import is_percentage
from bkl.domein.woorden import Periodesoort
from bkl.gap.weighing import HELE_WEG
from bkl.wording.figures import doel_met_eenheid, share_tekst
from bkl.wording.verdicts import oordeel_woorden

if TYPE_CHECKING:
    from bkl.gap.periods.cells import Vakcel
    from bkl.gap.periods.due import Vaktoets
    from bkl.gap.periods.figures import Vakcijfer
    from bkl.gap.periods.table import Periodetabel

GEEN_CIJFER = "nog geen cijfer"
"""What a period says that has begun and of which nothing is known: never a nought."""
KOMT = "komt nog"
NIETS_TE_TONEN = (
    "Geen enkele toezegging in deze keuze heeft metingen of mijlpalen. Zet in het werkplan bij een "
    "doel `tijd:`, en leg cijfers vast met `bkl set CODE CIJFER --periode Q1`."
)
"""What a table says in which there is nothing."""
_UNDECIDED = 10
"""The row of the table in design §4 below which a doel was surely not reached."""
_NIETS = "niet te zeggen"
_PER: dict[Periodesoort, str] = {
    "week": "Per week",
    "maand": "Per maand",
    "kwartaal": "Per kwartaal",
    "tertaal": "Per tertaal (vier maanden)",
    "halfjaar": "Per halfjaar",
    "jaar": "Per jaar",
}


def title_of(tabel: Periodetabel) -> str:
    """Return `Per kwartaal`."""
    return _PER[tabel.soort]


def figure_told(cijfer: Vakcijfer) -> str:
    """Return a figure of a period; what can be any amount at all is no figure to look at."""
    waarde = cijfer.waarde
    if waarde is None or waarde.interval is None:
        return cijfer.tekst
    if _says_nothing(waarde):
        return _NIETS
    return share_tekst(cijfer.tekst, waarde, None)


def reached_told(cel: Vakcel) -> str:
    """Return what was reached in a period, or that nobody knows yet."""
    if cel.bereikt is not None:
        return figure_told(cel.bereikt)
    return KOMT if cel.fase == "komt" else GEEN_CIJFER


def so_far_told(cel: Vakcel) -> str | None:
    """Return what all periods so far come to, None where they do not add up."""
    return None if cel.samen is None else figure_told(cel.samen)


def promised_told(one: Vaktoets, entry: IndicatorEntry) -> str:
    """Return the doel that is due: `3 lezingen`, with the name of a mijlpaal or jaardoel."""
    doel = one.toets.doel
    return "" if doel is None else doel_met_eenheid(doel.tekst, doel, entry.indicator.eenheid)


def verdict_told(one: Vaktoets, entry: IndicatorEntry) -> str:
    """Return the verdict on a doel of a period, with what became of a mijlpaal afterwards."""
    words = oordeel_woorden(one.toets, entry)
    if later_reached(one):
        words = f"{words}, later alsnog gehaald"
    return ", ".join((words, *(vlag for vlag in one.toets.vlaggen if vlag != "ouder cijfer")))


def later_reached(one: Vaktoets) -> bool:
    """Tell whether a mijlpaal was surely missed on its day, and reached afterwards."""
    return one.tijdigheid == "te laat" and one.toets.rij > _UNDECIDED


def left_out(tabel: Periodetabel) -> str | None:
    """Say how many promises are not followed over time, None when all are."""
    if not tabel.zonder:
        return None
    if tabel.zonder == 1:
        return "1 toezegging zonder metingen of mijlpalen staat hier niet bij."
    return f"{tabel.zonder} toezeggingen zonder metingen of mijlpalen staan hier niet bij."


def _says_nothing(waarde: Waarde) -> bool:
    """Tell whether a figure can be any amount, or any share of a whole."""
    interval = waarde.interval
    if interval is None or interval.low not in (None, 0) or interval.low_open:
        return False
    whole = interval.high == HELE_WEG and is_percentage(waarde.eenheid)
    return interval.high is None or whole
