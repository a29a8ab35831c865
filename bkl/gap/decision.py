"""The decision table of design §4, rows 1 to 13: the first that applies."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from bkl.domein.dossier.entries import IndicatorEntry, RealisatieEntry
from bkl.domein.dossier.verdicts import Toets
from bkl.domein.notatie.doel import Doel
from bkl.domein.woorden import Oordeel, Uitvoering
from bkl.gap.weighing import figures_text, has_figure, weigh_end, weigh_year, weighed

if TYPE_CHECKING:
    from bkl.domein.dossier.entries import Mijlpaal


class Stand(NamedTuple):
    """The circumstances of an account: the year, the day it was made up, the agreed margin.

    `marge` is a fraction of one, None when the plan agreed none.
    """

    jaar: int
    peildatum: date
    marge: Fraction | None = None

    @property
    def jaareinde(self) -> date:
        """The last day of the year of the plan."""
        return date(self.jaar, 12, 31)


class Keuze(NamedTuple):
    """The doel of the year.

    `maatstaf` names another criterion than the doel of the plan, `open` tells that nothing
    is due yet, and `van_jaar` that it asks for the figure of the year alone.
    """

    doel: Doel | None
    maatstaf: str | None = None
    mijlpaal: Mijlpaal | None = None
    open: bool = False
    van_jaar: bool = False


class Uitstel(NamedTuple):
    """What happened to a promise; `akkoord` tells whether a move to `naar` was approved."""

    uitvoering: Uitvoering | None = None
    naar: int | None = None
    akkoord: bool = False


def decide(
    entry: IndicatorEntry, given: RealisatieEntry | None, keuze: Keuze, uitstel: Uitstel
) -> Toets:
    """Return the first row that applies; rows 1 to 6 keep what the figures give, to be shown."""
    doel = keuze.doel
    weging = None
    if given is not None:
        whole = keuze.open and not keuze.van_jaar
        weging = weigh_end(doel, entry, given) if whole else weigh_year(doel, given)
    early = before_figures(entry, keuze, uitstel)
    if early is None:
        missing = _missing(given, is_qualitative(entry))
        early = None if missing is None else (missing, 6)
    if early is not None:
        if weging is None:
            return Toets(doel, *early)
        figures = (weging.waarde, weging.verschil, weging.tekort, weging.procent)
        return Toets(doel, *early, (), *figures)
    if given is None or doel is None or is_qualitative(entry):
        told = given.realisatie.oordeel if given else None
        return Toets(doel, told or "niet te bepalen", 7)
    return weighed(doel, weging, figures_text(given))


def before_figures(
    entry: IndicatorEntry, keuze: Keuze, uitstel: Uitstel
) -> tuple[Oordeel, int] | None:
    """Return rows 1 to 5: what decides before any figure is looked at."""
    if uitstel.uitvoering == "vervallen":
        return "vervallen", 1
    if uitstel.uitvoering == "uitgesteld":
        return ("uitgesteld", 2) if uitstel.akkoord else ("niet gehaald", 3)
    if not is_qualitative(entry) and (keuze.doel is None or keuze.doel.bereik is None):
        return "niet toetsbaar", 4
    return ("nog niet te beoordelen", 5) if keuze.open else None


def is_qualitative(entry: IndicatorEntry) -> bool:
    """Tell whether a person judges this indicator: it has no figure for its doel."""
    if entry.doel is not None:
        return entry.doel.soort == "kwalitatief"
    return entry.leesbaar and entry.indicator.eenheid is None


def _missing(given: RealisatieEntry | None, kwalitatief: bool) -> Oordeel | None:
    """Return the verdict of row 6, None when there is something to judge."""
    if given is None:
        return "niet gerapporteerd"
    if given.waarde is not None and given.waarde.geen_cijfer is not None:
        return given.waarde.geen_cijfer
    told = given.realisatie
    if kwalitatief:
        grounds = (told.oordeel, told.onderbouwing, told.toelichting, told.realisatie)
        return None if any(part is not None for part in grounds) else "niet gerapporteerd"
    return None if has_figure(given) else "niet gerapporteerd"
