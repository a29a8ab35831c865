"""What a JSON Schema says beyond the models: examples, and what model validators demand."""

from __future__ import annotations

from bkl.api.schemas.types import YEAR, Schema

QUANTITIES = frozenset(
    {
        *("doel", "nulmeting", "realisatie", "was", "wordt", "teller", "noemer"),
        *("mijlpalen", "metingen", "jaardoelen"),
        *("begroot", "bijgesteld", "besteed", "per_jaar", "dekking", "cijfer"),
        *("doelen", "uitsplitsing", "prognose"),
    }
)
"""Fields that hold a phrase with a figure, or a mapping of moments to such phrases."""

_DOEL = (
    "Een korte zin met getal en eenheid, of `ja` als iets klaar moet zijn. Een punt scheidt "
    "duizendtallen, een komma decimalen."
)
_REALISATIE = (
    "Het cijfer zoals de bron het schrijft, met de eenheid. Is er geen cijfer, zeg dan waarom: "
    "`nog niet bekend`, `niet gemeten` of `niet van toepassing`. Zegt geen bron er iets over, "
    "laat dit dan weg."
)
DESCRIPTIONS: dict[str, str] = {
    "doel": _DOEL,
    "realisatie": _REALISATIE,
    "bron": "De sleutel van een bron, een komma en de plaats daarin; meer bronnen als lijst. "
    "Of `{naam: telling, bestand: bewijs/telling.xlsx, cel: Blad1!B7}`.",
    "reden": "Kies `niet vermeld` als de bron geen reden geeft. Leg het uit bij `toelichting`.",
    "oordeel": "Alleen bij een toezegging zonder cijfer, met een `onderbouwing` uit de bron.",
    "niet_bereikt": "Zonder dit is `deels gehaald` niet te bepalen: zwijgen is geen tekort.",
    "richting": "`hoger` is gewoon en mag weg; `binnen` en `precies` maken ook te veel fout.",
    "ook_bij": "De codes van andere onderdelen met dezelfde toezegging; die telt dan één keer.",
    "verwant": "Een cijfer dat erop lijkt maar iets anders telt; het telt nooit mee.",
    "tegenspraak": "Een ander cijfer dat een bron voor precies hetzelfde geeft.",
    "realisaties": "Per code van een indicator, zoals `BD-R4.lezingen` of `AD-A2`. Wat geen bron "
    "meldt, staat hier niet.",
    "verhaal": "Markdown. Een cijfer kan een verwijzing zijn, zoals `{{ BD-R4.lezingen }}`.",
}
EXAMPLES: dict[str, list[str]] = {
    "doel": [
        *("minimaal drie lezingen", "4.000-5.000 contactmomenten", "ca. 600 mensen"),
        *("maximaal 60 minuten", "van 3,4% naar 2,5%", "ja"),
    ],
    "nulmeting": ["3,4%", "12 dagen"],
    "realisatie": [
        *("1 lezing", "meer dan 4.000 contactmomenten", "450+", "ca. 50", "31 van 48"),
        *("tientallen", "geen", "ja", "nog niet bekend"),
    ],
    "bron": ["directieverslag, Lezingen"],
}
FIELDS: dict[tuple[str, str], Schema] = {
    ("Realisatie", "uitvoering"): {
        "type": "string",
        "pattern": f"^uitgesteld naar {YEAR}(/([0-9]{{2}})?[0-9]{{2}})?$",
    },
}
"""Other ways to write a field than its type says, by model and field."""

_NOT_ITSELF: Schema = {
    "doel": False,
    "ook_bij": {"maxItems": 0},
    "mijlpalen": {"maxProperties": 0},
    "jaardoelen": {"maxProperties": 0},
}
_IN_PARTS: Schema = {
    "if": {"properties": {"indicatoren": {"minProperties": 1}}, "required": ["indicatoren"]},
    "then": {"properties": _NOT_ITSELF},
}
_ONE_PATH: Schema = {
    "if": {"properties": {"mijlpalen": {"minProperties": 1}}, "required": ["mijlpalen"]},
    "then": {"properties": {"jaardoelen": {"maxProperties": 0}}},
}
_SINCE_WHEN: Schema = {
    "if": {"properties": {"status": {"const": "vastgesteld"}}, "required": ["status"]},
    "then": {"required": ["datum"]},
}
RULES: dict[str, list[Schema]] = {
    "Begrippen": [],
    "Ondertekening": [_SINCE_WHEN],
    "Indicator": [_ONE_PATH],
    "Onderdeel": [_ONE_PATH, _IN_PARTS],
    "Realisatie": [{"dependencies": {"teller": ["noemer"], "noemer": ["teller"]}}],
    "Verhaal": [{"anyOf": [{"required": ["verhaal"]}, {"required": ["fase"]}]}],
    "Wijziging": [
        {"anyOf": [{"required": [key]} for key in ("doel", "naar", "deadline")]},
        {"if": {"required": ["naar"]}, "then": {"properties": {"doel": False, "deadline": False}}},
    ],
}
"""What the validators of a model demand of its fields together."""
