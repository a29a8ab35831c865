"""The decision table of design §4, rows 1 to 13: the first that applies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from bkl.domein.dossier.entries import IndicatorEntry, RealisatieEntry
from bkl.domein.dossier.measuring.amounts import can_be_negative
from bkl.domein.dossier.verdicts import Toets
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.values.jaren import last_day
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.eenheid import is_count
from bkl.domein.notatie.vocabulary.rates import rate_of
from bkl.domein.records import NamedTuple
from bkl.domein.woorden import Oordeel, Uitvoering, Vlag
from bkl.gap.weighing import Weging, figures_text, has_figure, weigh_end, weigh_year, weighed

if TYPE_CHECKING:
    from bkl.domein.dossier.entries import Mijlpaal


_WAT_NIET = "nodig: wat niet is bereikt (`niet_bereikt`)"


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
        return last_day(self.jaar)


class Keuze(NamedTuple):
    """The doel of the year.

    `maatstaf` names another criterion than the doel of the plan, `open` tells that nothing
    is due yet, and `van_jaar` that it asks for the figure of the year alone. `dag` is the day
    that it is about, None for the one that the plan says.
    """

    doel: Doel | None
    maatstaf: str | None = None
    mijlpaal: Mijlpaal | None = None
    open: bool = False
    van_jaar: bool = False
    dag: date | None = None


class Uitstel(NamedTuple):
    """What happened to a promise; `akkoord` tells whether a move to `naar` was approved."""

    uitvoering: Uitvoering | None = None
    naar: int | None = None
    akkoord: bool = False


def dated(doel: Doel | None, due: date | None) -> Doel | None:
    """Return a doel that asks for something to be done, with the day by which it must be."""
    if doel is None or due is None or doel.soort != "gereed" or doel.delen.dag == due:
        return doel
    return replace(doel, delen=doel.delen._replace(dag=due))


def decide(
    entry: IndicatorEntry, given: RealisatieEntry | None, keuze: Keuze, uitstel: Uitstel
) -> Toets:
    """Return the first row that applies; rows 1 to 6 keep what the figures give, to be shown."""
    doel = keuze.doel
    weging = None
    if given is not None:
        whole = (keuze.open and not keuze.van_jaar) or given.sinds is not None
        weging = weigh_end(doel, entry, given) if whole else weigh_year(doel, given)
    early = before_figures(entry, given, keuze, uitstel)
    if early is None:
        missing = _missing(given, is_qualitative(entry))
        early = None if missing is None else (missing, 6)
    if early is not None:
        return _early(entry, given, doel, weging, early)
    if given is None or doel is None or is_qualitative(entry):
        return _human(doel, given)
    if weging is not None and given.oud is not None:
        return _old(doel, weging, given, keuze)
    return weighed(doel, weging, figures_text(given))


def _early(
    entry: IndicatorEntry,
    given: RealisatieEntry | None,
    doel: Doel | None,
    weging: Weging | None,
    early: tuple[Oordeel, int],
) -> Toets:
    """Return one of rows 1 to 6, with what the figures give."""
    oordeel, rij = early
    if weging is None or oordeel == "onleesbaar":
        return Toets(doel, oordeel, rij)
    flags: tuple[Vlag, ...] = ()
    if rij == 5 and weging.oordeel == "gehaald" and stays_reached(entry, given, doel):
        oordeel, flags = "gehaald", (*weging.vlaggen, "vóór de deadline")
    figures = (weging.waarde, weging.verschil, weging.tekort, weging.procent)
    return Toets(doel, oordeel, rij, flags, *figures)


def stays_reached(entry: IndicatorEntry, given: RealisatieEntry | None, doel: Doel | None) -> bool:
    """Tell whether a doel that was reached once cannot be lost again.

    What is done stays done, and so does a minimum on what is only ever added to.
    """
    if doel is None or doel.bereik is None:
        return False
    if doel.soort == "gereed":
        return True
    if rate_of(doel.eenheid) is not None:
        # the periods to come can still fall short
        return False
    tijd, termijn = entry.indicator.tijd, doel.delen.termijn
    later = termijn is not None and termijn.tekst.lower().startswith(("vanaf", "sinds"))
    if (
        tijd is None
        and termijn is not None
        and not later
        and doel.eenheid
        and is_count(doel.eenheid)
    ):
        # `80 deelnemers over 2 jaar`: people counted so far are not uncounted
        tijd = "som"
    if tijd not in ("som", "cumulatief") or doel.bereik.high is not None:
        return False
    if tijd == "cumulatief":
        return not _has_fallen(given)
    parts = given.reeks.metingen if given is not None and given.reeks is not None else ()
    known = [one.waarde.interval for one in parts if one.waarde.interval is not None]
    return not can_be_negative((doel.eenheid,), known)


def _human(doel: Doel | None, given: RealisatieEntry | None) -> Toets:
    """Return what a person judged (row 7).

    `deels gehaald` says that something was not reached: when nobody says what, the rest is
    only unknown, and silence is no shortfall.
    """
    told = given.realisatie if given else None
    if told is None or told.oordeel is None:
        return Toets(doel, "niet te bepalen", 7)
    if told.oordeel == "deels gehaald" and told.niet_bereikt is None:
        return Toets(doel, "niet te bepalen", 7, nodig=_WAT_NIET)
    return Toets(doel, told.oordeel, 7)


def _old(doel: Doel, weging: Weging, given: RealisatieEntry, keuze: Keuze) -> Toets:
    """Return row 8a: a figure of another day than the doel is about decides nothing."""
    day = "" if keuze.dag is None else f" op {keuze.dag:%d-%m-%Y}"
    nodig = f"nodig: de stand{day}; opgegeven: {given.tekst}"
    return Toets(doel, "niet te bepalen", 8, ("ouder cijfer",), weging.waarde, nodig=nodig)


def as_of(given: RealisatieEntry | None, day: date | None) -> RealisatieEntry | None:
    """Return a realisatie with the figure of another day, where it was measured over time."""
    if given is None or day is None or given.reeks is None or not given.met_moment:
        return given
    try:
        cijfer = given.reeks.at(day)
    except Onleesbaar:
        return given
    return replace(given, waarde=cijfer.waarde, oud=cijfer.oud)


def before_figures(
    entry: IndicatorEntry, given: RealisatieEntry | None, keuze: Keuze, uitstel: Uitstel
) -> tuple[Oordeel, int] | None:
    """Return rows 1 to 5: what decides before any figure is looked at."""
    if uitstel.uitvoering == "vervallen":
        return "vervallen", 1
    if uitstel.uitvoering == "uitgesteld":
        return ("uitgesteld", 2) if uitstel.akkoord else ("niet gehaald", 3)
    if not entry.leesbaar or (given is not None and not given.leesbaar):
        return "onleesbaar", 4
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


def _has_fallen(given: RealisatieEntry | None) -> bool:
    if given is None or given.reeks is None:
        return False
    from bkl.domein.dossier.measuring.metingen import fallen  # noqa: PLC0415 - start-up

    return fallen(given.reeks.metingen) is not None
