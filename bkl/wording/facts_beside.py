"""The facts beside a verdict, for programs: mijlpalen, changes, other years, groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from bkl.domein.dossier.verdicts import Deeltoets, Rij, Telling
from bkl.domein.model.jaarverslag import Realisatie
from bkl.domein.notatie.values.getal import plain
from bkl.gap.groepen import Som
from bkl.gap.result import GapResult
from bkl.gap.years import Reeks, Vervolg
from bkl.wording.facts import Feiten, bounds, facts, tally, toets_facts
from bkl.wording.facts_periods import period_facts
from bkl.wording.facts_plan import plan_facts, row_facts
from bkl.wording.facts_structure import LAAG, structure_facts
from bkl.wording.jsontext import JsonValue

BELOFTE = frozenset(
    (
        *("id", "speerpunt", "onderdeel", "tekst", "doel", "nulmeting", "richting"),
        *("zelfde_als", "indicator", "sectie", "niveau", "invloed", "ontwikkeling"),
        *("uitvoerder", "labels", "deadline"),
        *LAAG,
    )
)
"""The keys of a row that are about the promise alone."""


def comparison(result: GapResult) -> Feiten:
    """Return all that a comparison tells programs: the contract of `gap` and `render` alike.

    Keys may be added, never renamed or left out.
    """
    return {
        "jaar": result.dossier.jaar,
        "selectie": result.selectie,
        "indicatoren": [row(rij, result) for rij in result.rijen],
        "telling": tally(result.telling),
        "samenvatting": summary(result.telling),
        **whole_facts(result),
        "status": result.status,
        "fouten": result.fouten,
        **plan_facts(result),
        **({} if result.perioden is None else {"perioden": period_facts(result.perioden)}),
        **(structure_facts(result, counted) if result.dossier.gelaagd else {}),
    }


def row(rij: Rij, result: GapResult) -> Feiten:
    """Return everything that is told of one row."""
    return {**facts(rij), **more_facts(rij, result), **row_facts(rij, result)}


def promised(result: GapResult) -> Feiten:
    """Return the same keys of a plan that nobody answered for yet: null for what came of it."""
    rows = (row(rij, result) for rij in result.rijen)
    ahead = partial(counted, ahead=True)
    return {
        **comparison(replace(result, rijen=[])),
        **(structure_facts(result, ahead) if result.dossier.gelaagd else {}),
        "indicatoren": [
            {key: value if key in BELOFTE else None for key, value in one.items()} for one in rows
        ],
        **counted(result.telling, ahead=True),
        "samengesteld": [],
    }


def counted(telling: Telling, *, ahead: bool = False) -> Feiten:
    """Return `telling` and `samenvatting`; with `ahead` only how much was promised."""
    counts, totals = tally(telling), summary(telling)
    if ahead:
        counts = dict.fromkeys(counts) | {"N": telling.n + telling.buiten}
        totals = dict.fromkeys(totals) | {"onderdelen": telling.onderdelen}
    return {"telling": counts, "samenvatting": totals}


def more_facts(rij: Rij, result: GapResult) -> Feiten:
    """Return what goes with a row; every key is always there, null or empty without content."""
    vergelijking = rij.vergelijking
    entry, indicator = vergelijking.entry, vergelijking.entry.indicator
    given = vergelijking.realisatie.realisatie if vergelijking.realisatie else None
    waarde = vergelijking.realisatie.waarde if vergelijking.realisatie else None
    reeks = result.reeksen.get(entry.id) if result.reeksen else None
    return {
        "niveau": indicator.niveau,
        "invloed": indicator.invloed,
        "ontwikkeling": entry.is_ontwikkeling,
        "uitvoerder": ", ".join(entry.uitvoerders) or None,
        "labels": indicator.labels,
        "deadline": _day(entry.deadline),
        "maatstaf": vergelijking.maatstaf,
        "oorspronkelijk": toets_facts(vergelijking.oorspronkelijk),
        "bijstellingen": [_bijstelling(change) for change in vergelijking.bijstellingen],
        "mijlpalen": [_mijlpaal(part) for part in vergelijking.mijlpalen],
        "einddoel": toets_facts(vergelijking.einddoel),
        "teller": plain(waarde.teller) if waarde and waarde.teller is not None else None,
        "noemer": plain(waarde.noemer) if waarde and waarde.noemer is not None else None,
        "metingen": {moment: one.tekst for moment, one in given.metingen.items()} if given else {},
        "correcties": _corrections(given),
        "vervolg_van": _elsewhere(result.herkomsten.get(entry.id), indicator.vervolg_van),
        "voortgezet": _elsewhere(result.vervolgen.get(entry.id), None),
        "reeks": None if reeks is None else _reeks(reeks),
        "getekend": result.akkoorden.get(entry.id) if result.akkoorden else None,
    }


def whole_facts(result: GapResult) -> Feiten:
    """Return what is known of more than one row: composed onderdelen and groups."""
    groepen = None
    if result.groepen is not None:
        groepen = [
            {
                "sleutel": groep.sleutel,
                "naam": groep.naam,
                "telling": tally(groep.telling),
                "samenvatting": summary(groep.telling),
                "sommen": [_som(som) for som in groep.sommen],
            }
            for groep in result.groepen
        ]
    return {
        "samengesteld": [
            {
                "id": whole.id,
                "oordeel": whole.oordeel,
                "delen": [deel.entry.id for deel in whole.delen],
            }
            for whole in result.samenstellingen.values()
            if any(f"{rij.speerpunt}-{rij.onderdeel}" == whole.id for rij in result.rijen)
        ],
        "indeling": result.indeling,
        "groepen": groepen,
    }


def summary(telling: Telling) -> Feiten:
    """Return the totals that are no count of one verdict; developments have a count of their own.

    N, the developments and what stays out of the count are together every indicator.
    """
    developments: Feiten = {str(o): number for o, number in telling.ontwikkelingen.items()}
    return {
        "gehaald": telling.gehaald,
        "onderdelen": telling.onderdelen,
        "buiten_telling": telling.buiten,
        "ontwikkelingen": {"N": telling.n_ontwikkelingen, **developments},
    }


def _mijlpaal(part: Deeltoets) -> Feiten:
    return {
        "moment": part.naam,
        **(toets_facts(part.toets) or {}),
        "realisatie": part.gegeven,
        "tijdigheid": part.tijdigheid,
        "telt": part.telt,
    }


def _bijstelling(change: Deeltoets) -> Feiten:
    wijziging = change.bijstelling.wijziging if change.bijstelling else None
    return {
        "datum": _day(wijziging.datum) if wijziging else None,
        **(toets_facts(change.toets) or {}),
        "naar": wijziging.naar if wijziging else None,
        "reden": wijziging.reden if wijziging else None,
        "toelichting": wijziging.toelichting if wijziging else None,
        "akkoord": wijziging.akkoord if wijziging else None,
        "akkoord_datum": _day(wijziging.akkoord_datum) if wijziging else None,
        "telt": change.telt,
        "bezwaar": change.bezwaar,
    }


def _corrections(given: Realisatie | None) -> list[JsonValue]:
    return [
        {"datum": _day(one.datum), "was": one.was, "wordt": one.wordt, "reden": one.reden}
        for one in (given.correcties if given else ())
    ]


def _elsewhere(vervolg: Vervolg | None, id_: str | None) -> Feiten | None:
    if vervolg is None and id_ is None:
        return None
    found = vervolg.gevonden if vervolg else None
    return {
        "jaar": vervolg.jaar if vervolg else None,
        "id": found.entry.id if found else id_,
        "gevonden": found is not None,
        "werkplan_bekend": vervolg.bekend if vervolg else False,
        "oordeel": found.oordeel if found else None,
    }


def _reeks(reeks: Reeks) -> list[JsonValue]:
    return [
        {
            "jaar": punt.jaar,
            "id": punt.vergelijking.entry.id,
            "doel": punt.vergelijking.doel_tekst,
            "realisatie": punt.vergelijking.gegeven,
            "bereik": bounds(punt.waarde),
            "oordeel": punt.vergelijking.oordeel,
            "trendbreuk": punt.breuk,
        }
        for punt in reeks.punten
    ]


def _som(som: Som) -> Feiten:
    return {
        "eenheid": som.eenheid,
        "definitie": som.definitie,
        "bereik": bounds(som.bereik),
        "aantal": som.aantal,
        "ontbreekt": som.ontbreekt,
        "uniek": som.uniek,
        "noemer": plain(som.noemer) if som.noemer is not None else None,
        **({"inbegrepen": som.inbegrepen} if som.inbegrepen else {}),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
