"""Facts that only some plans have: the keys are there in every row, or in none.

They come with what a plan uses, such as several years, so that programs which read other plans
meet nothing new.
"""

from __future__ import annotations

from fractions import Fraction

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.entries import RealisatieEntry
from bkl.domein.dossier.feiten import Gelezenfeit
from bkl.domein.dossier.geld import Geld, Geldpost
from bkl.domein.dossier.uitsplitsing import ONBEKEND, Deelcijfer, Uitsplitsing
from bkl.domein.dossier.verdicts import Rij, Vergelijking
from bkl.domein.model.bronnen import brontekst
from bkl.domein.notatie.values.getal import plain
from bkl.gap.result import GapResult
from bkl.wording.expected import judge_expected
from bkl.wording.facts import Feiten, bounds
from bkl.wording.facts_structure import level_facts
from bkl.wording.parts import judge_part


def plan_facts(result: GapResult) -> Feiten:
    """Return what is told of the plan as a whole."""
    dossier = result.dossier
    made: Feiten = {}
    if dossier.geld is not None:
        made["geld"] = _geld(dossier.geld, dossier)
    if dossier.feiten:
        made["feiten"] = [_feit(one) for one in dossier.feiten]
    return {**_periode(result), **made}


def _geld(geld: Geld, dossier: Dossier) -> Feiten:
    """Return all amounts in euros, as texts; in a plan with levels also within which part."""
    werkplan = dossier.werkplan
    written = "€" if werkplan.bedragen is None else f"€, geschreven {werkplan.bedragen}"
    return {
        "eenheid": written,
        "delen": [
            {**_post(post), **({"binnen": geld.binnen.get(post.code)} if dossier.gelaagd else {})}
            for post in geld.posten
        ],
        "totaal": _post(geld.totaal),
    }


def _post(post: Geldpost) -> Feiten:
    told = post.verslag
    return {
        "code": post.code,
        "begroot": _amount(post.begroot),
        "begroot_plan": _amount(post.plan),
        "bijgesteld": _amount(post.bijgesteld),
        "besteed": _amount(post.besteed),
        "verschil": _amount(post.verschil),
        "reden": told.reden if told else None,
        "toelichting": told.toelichting if told else None,
        "dekking_begroot": {funder: plain(one) for funder, one in post.gepland.dekking.items()},
        "dekking": {funder: plain(one) for funder, one in post.betaald.items()},
        "bron": brontekst(told.bron) if told and told.bron else None,
    }


def _amount(amount: Fraction | None) -> str | None:
    return None if amount is None else plain(amount)


def _feit(one: Gelezenfeit) -> Feiten:
    low, high = bounds(one.waarde.interval if one.waarde else None) or (None, None)
    return {
        "naam": one.naam,
        "tekst": one.feit.tekst,
        "bij": one.feit.bij,
        "cijfer": one.feit.cijfer,
        "min": low,
        "max": high,
        "eenheid": one.waarde.eenheid if one.waarde else None,
        "toelichting": one.feit.toelichting,
        "bron": brontekst(one.feit.bron) or None,
    }


def _periode(result: GapResult) -> Feiten:
    jaren = result.dossier.werkplan.werkplan
    if jaren.lengte == 1 and not jaren.school:
        return {}
    return {
        "periode": {
            "plan": str(jaren),
            "begin": jaren.begin.isoformat(),
            "eind": jaren.eind.isoformat(),
            "jaar": str(result.dossier.jaar),
        }
    }


def row_facts(rij: Rij, result: GapResult) -> Feiten:
    """Return what is told of one row."""
    made: Feiten = {}
    given = rij.vergelijking.realisatie
    if result.dossier.splitst:
        parts = given.uitsplitsing if given is not None else ()
        made["uitsplitsing"] = [
            _split(one, rij.vergelijking, openbaar=result.openbaar) for one in parts
        ]
    if result.dossier.volgt:
        made["voortgang"] = _progress(rij.vergelijking)
    if result.dossier.gelaagd:
        made.update(level_facts(rij, result.dossier))
    return {**made, **_over_years(given, result)}


def _progress(vergelijking: Vergelijking) -> Feiten | None:
    given = vergelijking.realisatie
    if given is None or (given.prognose is None and given.realisatie.voortgang is None):
        return None
    low, high = bounds(given.prognose.interval if given.prognose else None) or (None, None)
    toets = judge_expected(vergelijking)
    return {
        "woord": given.realisatie.voortgang,
        "prognose": given.realisatie.prognose,
        "min": low,
        "max": high,
        "oordeel_bij_prognose": toets.oordeel if toets else None,
    }


def _split(one: Uitsplitsing, vergelijking: Vergelijking, *, openbaar: bool) -> Feiten:
    hidden = one.verborgen if openbaar else frozenset()
    rest = bounds(one.rest) if ONBEKEND not in hidden else None
    return {
        "dimensie": one.dimensie,
        "overlap": "ja" if one.overlap else "nee",
        "delen": [_part(deel, vergelijking, one, hidden) for deel in one.delen],
        "onbekend": rest,
        "onbekend_verborgen": ONBEKEND in hidden,
    }


def _part(
    deel: Deelcijfer, vergelijking: Vergelijking, one: Uitsplitsing, hidden: frozenset[str]
) -> Feiten:
    verborgen = deel.naam in hidden
    low, high = bounds(None if verborgen else deel.interval) or (None, None)
    toets = judge_part(deel, vergelijking, one, hidden)
    return {
        "deel": deel.naam,
        "doel": deel.doel.tekst if deel.doel else None,
        "realisatie": deel.waarde.tekst if deel.waarde and not verborgen else None,
        "min": low,
        "max": high,
        "oordeel": toets.oordeel if toets else None,
        "verborgen": verborgen,
    }


def _over_years(given: RealisatieEntry | None, result: GapResult) -> Feiten:
    if result.dossier.werkplan.werkplan.lengte == 1:
        return {}
    totaal = None
    if given is not None and given.totaal is not None and given.sinds is not None:
        low, high = bounds(given.totaal.interval) or (None, None)
        text = given.totaal.tekst
        totaal = {"sinds": str(given.sinds), "tekst": text, "min": low, "max": high}
    return {"over_jaren": totaal}
