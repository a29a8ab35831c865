"""The portfolio for programs: every count, total and workspace to look at."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from bkl.domein.notatie.values.getal import plain
from bkl.portfolio.counts import Overzicht, Tellingen, Totaal
from bkl.printers.screen import Screen
from bkl.wording.jsontext import JsonValue, dump


def show(result: Overzicht, screen: Screen) -> str:
    """Return one JSON object. Keys may be added, never renamed or left out."""
    eisen = result.eisen
    return dump(
        {
            "versie": 1,
            "verdeling": result.verdeling,
            "standen": result.standen,
            "alle": _counts(result.alle),
            "groepen": [_counts(one) for one in result.groepen],
            "totalen": [_total(one) for one in result.totalen],
            "eisen": None if eisen is None else {"bekeken": eisen[0], "voldaan": eisen[1]},
            "aandacht": [one._asdict() for one in result.aandacht],
        }
    )


def _counts(one: Tellingen) -> JsonValue:
    return {
        "sleutel": one.sleutel,
        "werkmappen": one.werkmappen,
        "telling": {"N": one.n, **one.aantallen},
        "gehaald": [one.gehaald, one.mogelijk],
        "ontwikkelingen": one.ontwikkelingen,
        "buiten_telling": one.buiten,
    }


def _total(one: Totaal) -> JsonValue:
    return {
        "definitie": one.definitie,
        "eenheid": one.eenheid,
        "optelling": one.optelling,
        "jaar": one.jaar,
        "bereik": [_figure(one.laagste), _figure(one.hoogste)],
        "bereik_open": [one.laagste_open, False],
        "belofte": _figure(one.belofte),
        "zonder_belofte": one.zonder_belofte,
        "indicatoren": one.indicatoren,
        "zonder_cijfer": one.zonder_cijfer,
        "organisaties": one.organisaties,
    }


def _figure(value: Decimal | None) -> str | None:
    return None if value is None else plain(Fraction(value), 12)
