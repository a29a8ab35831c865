"""What is known of one indicator, as plain facts for programs (design §6)."""

from __future__ import annotations

from bkl.domein.dossier.verdicts import Rij, Telling, Toets, Vergelijking
from bkl.domein.model.bronnen import brontekst
from bkl.domein.model.jaarverslag import Realisatie
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.values.getal import plain
from bkl.domein.notatie.values.interval import Interval
from bkl.wording.jsontext import JsonValue

Feiten = dict[str, JsonValue]


def facts(rij: Rij) -> Feiten:
    """Return the facts of one row; every key is always there, null where nothing is known.

    Numbers are texts in plain decimal notation; in a pair of bounds null means infinite.
    """
    vergelijking = rij.vergelijking
    entry, doel = vergelijking.entry, vergelijking.doel
    given = vergelijking.realisatie.realisatie if vergelijking.realisatie else None
    return {
        "id": rij.id,
        "speerpunt": rij.speerpunt,
        "onderdeel": rij.onderdeel,
        "tekst": rij.tekst,
        "doel": _doel(vergelijking),
        "nulmeting": plain(doel.nulmeting) if doel and doel.nulmeting is not None else None,
        "richting": doel.richting if doel and doel.soort != "kwalitatief" else None,
        "realisatie": _realisatie(vergelijking),
        "verschil": bounds(vergelijking.verschil),
        "tekort": bounds(vergelijking.tekort),
        "procent": bounds(vergelijking.procent),
        "uitvoering": vergelijking.uitvoering,
        "oordeel": vergelijking.oordeel,
        "vlaggen": vergelijking.vlaggen,
        **_account(given or Realisatie.model_construct()),
        "zelfde_als": rij.zelfde_als,
        "indicator": entry.tekst if entry.naam else None,
        "verschil_open": opens(vergelijking.verschil),
        "tekort_open": opens(vergelijking.tekort),
        "procent_open": opens(vergelijking.procent),
        "nodig": vergelijking.nodig,
        "jaar": vergelijking.jaar,
        "sectie": entry.sectie,
    }


def tally(telling: Telling) -> Feiten:
    """Return N and how often each verdict was given; the counts add up to N."""
    counts: Feiten = {str(oordeel): number for oordeel, number in telling.aantallen.items()}
    return {"N": telling.n, **counts}


def bounds(interval: Interval | None) -> list[str | None] | None:
    """Return [low, high], null for an infinite end; None for no interval."""
    if interval is None:
        return None
    return [None if end is None else plain(end) for end in (interval.low, interval.high)]


def opens(interval: Interval | None) -> list[bool] | None:
    """Tell of each bound whether the number itself is left out; None for no interval."""
    return None if interval is None else [interval.low_open, interval.high_open]


def open_ends(interval: Interval | None) -> Feiten:
    """Tell of the two bounds of a doel or realisatie whether the number itself is left out."""
    low, high = opens(interval) or (False, False)
    return {"min_open": low, "max_open": high}


def toets_facts(toets: Toets | None) -> Feiten | None:
    """Return a doel held against a figure: the verdict, and what the formulas give."""
    if toets is None:
        return None
    return {
        "doel": doel_facts(toets.doel),
        "oordeel": toets.oordeel,
        "verschil": bounds(toets.verschil),
        "tekort": bounds(toets.tekort),
        "procent": bounds(toets.procent),
        "verschil_open": opens(toets.verschil),
        "tekort_open": opens(toets.tekort),
        "procent_open": opens(toets.procent),
    }


def doel_facts(doel: Doel | None) -> Feiten | None:
    """Return a doel as written, with its set; None for none."""
    if doel is None:
        return None
    low, high = bounds(doel.bereik) or (None, None)
    return {
        "tekst": doel.tekst,
        "min": low,
        "max": high,
        "eenheid": doel.eenheid,
        **open_ends(doel.bereik),
    }


def _doel(vergelijking: Vergelijking) -> Feiten | None:
    tekst, doel = vergelijking.doel_tekst, vergelijking.doel
    if tekst is None:
        return None
    low, high = bounds(doel.bereik if doel else None) or (None, None)
    bereik = doel.bereik if doel else None
    unit = doel.eenheid if doel else None
    return {"tekst": tekst, "min": low, "max": high, "eenheid": unit, **open_ends(bereik)}


def _realisatie(vergelijking: Vergelijking) -> Feiten | None:
    entry, tekst = vergelijking.realisatie, vergelijking.gegeven
    if entry is None or tekst is None:
        return None
    waarde = vergelijking.waarde or (entry.waarde.interval if entry.waarde else None)
    low, high = bounds(waarde) or (None, None)
    return {"tekst": tekst, "min": low, "max": high, **open_ends(waarde)}


def _account(given: Realisatie) -> Feiten:
    """Return how the writer accounts for the result."""
    return {
        "reden": given.reden,
        "toelichting": given.toelichting,
        "bron": brontekst(given.bron) or None,
        "gevolg": given.gevolg,
        "vervolg": given.vervolg,
        "onderbouwing": given.onderbouwing,
        "niet_bereikt": given.niet_bereikt,
        "tegenspraak": [
            {"realisatie": ander.realisatie, "bron": brontekst(ander.bron)}
            for ander in given.tegenspraak
        ],
        "verwant": [
            {
                "realisatie": cijfer.realisatie,
                "bron": brontekst(cijfer.bron),
                "waarom": cijfer.waarom,
            }
            for cijfer in given.verwant
        ],
    }
