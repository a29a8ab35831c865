"""Dossier: werkplan and jaarverslag of one year, with every phrase read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING

from bkl.domein.dossier.entries import IndicatorEntry, Leesfout, Pad, Periode, RealisatieEntry
from bkl.domein.dossier.feiten import Gelezenfeit, read_feiten
from bkl.domein.dossier.geld import Geld, read_geld
from bkl.domein.dossier.over_years import with_earlier
from bkl.domein.dossier.reading.promises import read_beloften, read_bijstellingen
from bkl.domein.dossier.reading.reader import Lezer
from bkl.domein.dossier.reading.results import read_realisatie
from bkl.domein.dossier.structure.bijdragen import NONE, Bijdragen, read_bijdragen
from bkl.domein.dossier.structure.nesting import FLAT, Nesting, nest
from bkl.domein.dossier.structure.sections import (
    Responsible,
    onderdelen_of,
    people_of,
    sections_of,
    written_sections,
)
from bkl.domein.dossier.vorig_jaar import Vorige, with_last_year
from bkl.domein.model.geld import Begroting
from bkl.domein.model.indicator import Indicator, Onderdeel
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.model.werkplan import Speerpunt, Werkplan
from bkl.domein.notatie.changes.surroundings import Omgeving
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.values.jaren import last_day
from bkl.domein.notatie.vocabulary.qualifiers import KEER_PER_JAAR
from bkl.domein.notatie.vocabulary.rates import rate_of
from bkl.domein.records import dataclass

if TYPE_CHECKING:
    from bkl.domein.dossier.entries import Bijstelling
    from bkl.domein.model.bijstellingen import Bijstellingen

__all__ = ["Dossier", "IndicatorEntry", "Leesfout", "Pad", "RealisatieEntry", "build_dossier"]


@dataclass(slots=True)
class Dossier:
    """Everything known of one year. `jaarverslag` is None while only the plan exists.

    `jaar` is the year that is answered for: one of those that the plan covers.
    """

    werkplan: Werkplan
    jaarverslag: Jaarverslag | None
    jaar: int
    indicatoren: dict[str, IndicatorEntry] = field(default_factory=dict)
    realisaties: dict[str, RealisatieEntry] = field(default_factory=dict)
    verschijningen: dict[str, list[IndicatorEntry]] = field(default_factory=dict)
    """Onderdeel id -> indicators of elsewhere that serve it too (`ook_bij`)."""
    samengesteld: dict[str, Onderdeel] = field(default_factory=dict)
    """Onderdeel id -> an onderdeel that is reached only when all of its indicators are."""
    bijstellingen: dict[str, list[Bijstelling]] = field(default_factory=dict)
    """Indicator id -> what changed after the plan was handed in, in the order of the file."""
    nesting: Nesting = FLAT
    """Which speerpunt stands under which."""
    bijdragen: Bijdragen = NONE
    """What contributes to what."""
    people: dict[str, Responsible] = field(default_factory=dict)
    """By speerpunt who are named for it, or for what it stands under."""
    gelaagd: bool = False
    """Tell whether the plan says what stands under what, contributes to what, or who answers."""
    geld: Geld | None = None
    """What was budgeted and spent; None when nothing is told of money."""
    feiten: tuple[Gelezenfeit, ...] = ()
    """Figures that nobody promised, in the order of the jaarverslag."""
    volgt: bool = False
    """Tell whether the report says of anything how it stands, beside its verdict."""
    splitst: bool = False
    """Tell whether the plan or the report splits any figure into parts."""
    lezer_werkplan: Lezer = field(default_factory=Lezer)
    lezer_jaarverslag: Lezer = field(default_factory=Lezer)
    lezer_bijstellingen: Lezer = field(default_factory=Lezer)

    @property
    def peildatum(self) -> date:
        """The day on which the account was made up; the end of the year without one."""
        return self.jaarverslag.peildatum if self.jaarverslag else last_day(self.jaar)

    def speerpunt(self, sleutel: str) -> tuple[str, Speerpunt] | None:
        """Return (section, speerpunt) for a code, None when there is none."""
        for sectie, speerpunten in written_sections(self.werkplan).items():
            if found := speerpunten.get(sleutel):
                return sectie, found
        return None

    def assen(self, sleutel: str) -> tuple[str | None, str | None]:
        """Return (thema, doelgroep) of a speerpunt, else of what it stands under."""
        thema = doelgroep = None
        for code in reversed(self.nesting.keten(sleutel)):
            if (found := self.speerpunt(code)) is not None:
                own = self.werkplan.axes_of(code, found[1])
                thema, doelgroep = thema or own[0], doelgroep or own[1]
        return thema, doelgroep


def build_dossier(
    werkplan: Werkplan,
    jaarverslag: Jaarverslag | None,
    bijstellingen: Bijstellingen | None = None,
    *,
    jaar: int | None = None,
    eerder: Mapping[int, Jaarverslag] | None = None,
    vorige: Vorige | None = None,
) -> Dossier:
    """Lay out every indicator and read every phrase; unreadable ones are kept as leesfouten.

    `jaar` is the year that is answered for, by default that of the jaarverslag. `eerder` are
    the reports of earlier years of the same plan, from which figures are added. `vorige` are
    the figures of the year before, for a doel that compares itself with them.
    """
    dossier = Dossier(werkplan, jaarverslag, _year_of(werkplan, jaarverslag, jaar))
    _read_promises(dossier, vorige or {})
    _share(dossier)
    if jaarverslag is not None:
        _read_report(dossier, jaarverslag, eerder or {})
    dossier.geld = read_geld(
        werkplan,
        jaarverslag,
        _parts(werkplan),
        dossier.jaar,
        (dossier.lezer_werkplan, dossier.lezer_jaarverslag),
        dossier.nesting,
    )
    if bijstellingen is not None:
        dossier.bijstellingen = read_bijstellingen(
            dossier.lezer_bijstellingen, bijstellingen, dossier.indicatoren, plan_of(werkplan)
        )
    return dossier


def _read_promises(dossier: Dossier, vorige: Vorige) -> None:
    """Read the promises of all sections, and how they stand together."""
    written = written_sections(dossier.werkplan)
    dossier.nesting = nest(written.values())
    ordered = sections_of(dossier.werkplan)
    dossier.people = people_of(ordered, dossier.nesting)
    for sectie, speerpunten in ordered.items():
        for sleutel, speerpunt in speerpunten.items():
            for lijst, naam, onderdeel in onderdelen_of(speerpunt):
                _add_onderdeel(dossier, (sectie, sleutel, lijst, naam), onderdeel, vorige)
    dossier.bijdragen = read_bijdragen(written, dossier.indicatoren, dossier.nesting)
    dossier.gelaagd = bool(
        dossier.nesting.ouders
        or dossier.bijdragen.heen
        or any(doing or holding for doing, holding in dossier.people.values())
        or any(
            entry.portefeuillehouders or len(entry.uitvoerders) > 1
            for entry in dossier.indicatoren.values()
        )
    )


def _read_report(
    dossier: Dossier, jaarverslag: Jaarverslag, eerder: Mapping[int, Jaarverslag]
) -> None:
    """Read what a report says of promises, of years before it, and of its own accord."""
    dossier.realisaties = _read_results(dossier, jaarverslag, dossier.jaar)
    told = jaarverslag.realisaties.values()
    dossier.volgt = any(one.voortgang or one.prognose for one in told)
    if dossier.werkplan.werkplan.lengte > 1:
        _add_earlier(dossier, eerder)
    if jaarverslag.feiten:
        dossier.feiten = read_feiten(
            jaarverslag.feiten, dossier.werkplan, dossier.lezer_jaarverslag
        )


def _parts(werkplan: Werkplan) -> Iterator[tuple[Pad, str, Begroting | None]]:
    """Yield every part of the plan that may cost money."""
    for sectie, speerpunten in sections_of(werkplan).items():
        for sleutel, speerpunt in speerpunten.items():
            yield (sectie, sleutel), sleutel, speerpunt.geld


def _year_of(werkplan: Werkplan, jaarverslag: Jaarverslag | None, jaar: int | None) -> int:
    """Return the year of a dossier: as asked, else as reported, else the first of the plan."""
    years = werkplan.werkplan
    told = jaarverslag.jaarverslag if jaarverslag is not None else None
    wanted = (one for one in (jaar, told) if one is not None and years.covers(one))
    return years.jaar(next(wanted, years.eerste))


def _read_results(
    dossier: Dossier, verslag: Jaarverslag, jaar: int, lezer: Lezer | None = None
) -> dict[str, RealisatieEntry]:
    periode = Periode(jaar, verslag.peildatum)
    return {
        id_: read_realisatie(
            lezer or dossier.lezer_jaarverslag,
            ("realisaties", id_),
            realisatie,
            dossier.indicatoren.get(id_),
            dossier.werkplan,
            periode,
        )
        for id_, realisatie in verslag.realisaties.items()
    }


def _add_earlier(dossier: Dossier, eerder: Mapping[int, Jaarverslag]) -> None:
    """Let figures of all years of the plan so far stand beside those of the year."""
    years = [year for year in dossier.werkplan.werkplan.jaren() if year < dossier.jaar]
    past = {
        year: _read_results(dossier, verslag, year, Lezer())
        for year, verslag in eerder.items()
        if year in years
    }
    for id_, given in dossier.realisaties.items():
        if (entry := dossier.indicatoren.get(id_)) is not None:
            dossier.realisaties[id_] = with_earlier(given, entry, dossier.jaar, years, past)


def plan_of(werkplan: Werkplan) -> Omgeving:
    """Return what a plan says of every doel in it."""
    years = werkplan.werkplan
    return Omgeving(
        marge=werkplan.marge,
        jaar=years.eerste,
        jaren=years.lengte,
        duizendtallen=werkplan.bedragen is not None,
    )


def _end_of_plan(werkplan: Werkplan, indicator: Indicator, doel: Doel | None) -> date | None:
    """Return the last day of a plan of several years, for a doel that is about all of them.

    A doel per year has its own days, and what a person judges is judged each year.
    """
    if werkplan.werkplan.lengte == 1 or doel is None or doel.soort == "kwalitatief":
        return None
    termijn = doel.delen.termijn
    yearly = doel.eenheid == KEER_PER_JAAR or (termijn is not None and termijn.per_jaar)
    # so many per quarter is so many in each quarter of each year
    yearly = yearly or (termijn is None and rate_of(doel.eenheid) is not None)
    own = indicator.doel is not None and not yearly
    return werkplan.werkplan.eind if own else None


def _add_onderdeel(
    dossier: Dossier, pad: tuple[str, str, str, str], onderdeel: Onderdeel, vorige: Vorige
) -> None:
    sectie, speerpunt, _, sleutel = pad
    if onderdeel.samengesteld:
        dossier.samengesteld[f"{speerpunt}-{sleutel}"] = onderdeel
    named: list[tuple[str | None, Indicator]] = list(onderdeel.indicatoren.items()) or [
        (None, onderdeel)
    ]
    lezer, plan = dossier.lezer_werkplan, plan_of(dossier.werkplan)
    doing, holding = dossier.people[speerpunt]
    for naam, promised in named:
        id_ = f"{speerpunt}-{sleutel}" + (f".{naam}" if naam else "")
        indicator = with_last_year(promised, id_, vorige) if vorige else promised
        plek: Pad = pad if naam is None else (*pad, "indicatoren", naam)
        own = onderdeel.tekst if naam is None else indicator.tekst
        over = "\n".join(part for part in (naam, own) if part)
        beloften = read_beloften(lezer, plek, indicator, plan._replace(over=over))
        entry = IndicatorEntry(
            id=id_,
            sectie=sectie,
            speerpunt=speerpunt,
            onderdeel=sleutel,
            naam=naam,
            onderdeel_tekst=onderdeel.tekst,
            indicator=indicator,
            doel=beloften.doel,
            leesbaar=beloften.leesbaar,
            pad=plek,
            mijlpalen=beloften.mijlpalen,
            jaardoelen=beloften.jaardoelen,
            deeldoelen=beloften.deeldoelen,
            planeinde=_end_of_plan(dossier.werkplan, indicator, beloften.doel),
            uitvoerders=indicator.uitvoerder or onderdeel.uitvoerder or doing,
            portefeuillehouders=(
                indicator.portefeuillehouder or onderdeel.portefeuillehouder or holding
            ),
        )
        dossier.indicatoren.setdefault(entry.id, entry)
        dossier.splitst = dossier.splitst or bool(indicator.uitsplitsing)


def _share(dossier: Dossier) -> None:
    """Let indicators appear at the onderdelen they also serve; those have none of their own."""
    for entry in list(dossier.indicatoren.values()):
        for onderdeel_id in entry.indicator.ook_bij:
            dossier.verschijningen.setdefault(onderdeel_id, []).append(entry)
    for onderdeel_id in dossier.verschijningen:
        own = dossier.indicatoren.get(onderdeel_id)
        if own is not None and own.indicator.doel is None:
            del dossier.indicatoren[onderdeel_id]
