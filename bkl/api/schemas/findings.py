"""The JSON Schema of what `bkl check --format json` prints."""

from __future__ import annotations

from bkl.api.schemas.models import DRAFT
from bkl.api.schemas.types import Json, Schema

_TEKST: Schema = {"type": "string"}


def _maybe(minimum: int, title: str) -> Schema:
    return {"type": ["integer", "null"], "minimum": minimum, "title": title}


_PLEK: dict[str, Json] = {
    "bestand": {**_TEKST, "title": "Het bestand, gezien vanaf de map met `data`"},
    "regel": _maybe(1, "De regel, vanaf 1; null als de melding over het hele bestand gaat"),
    "kolom": _maybe(1, "Het eerste teken op die regel, vanaf 1"),
    "lengte": _maybe(1, "Hoeveel tekens het zijn"),
    "route": {
        "type": "array",
        "items": {"type": ["string", "integer"]},
        "title": "De sleutels en volgnummers van boven naar de plek",
    },
    "fragment": {**_TEKST, "title": "De regel zelf, zoals die in het bestand staat"},
}
_MELDING: dict[str, Json] = {
    "code": {**_TEKST, "pattern": "^BKL[0-9]{3}$", "title": "De code; die verandert nooit"},
    "naam": {**_TEKST, "pattern": "^[a-z0-9_]+$", "title": "De naam van de fout"},
    "ernst": {"enum": ["fout", "waarschuwing"], "title": "Hoe zwaar het weegt"},
    **_PLEK,
    "melding": {**_TEKST, "minLength": 1, "title": "Wat er mis is"},
    "herstel": {**_TEKST, "title": "Wat u eraan doet"},
    "zie_ook": {
        "type": "array",
        "items": {"$ref": "#/definitions/Verwijzing"},
        "title": "Andere plekken die de fout verklaren",
    },
}
_COUNT: Schema = {"type": "integer", "minimum": 0}


def _closed(title: str, description: str, properties: dict[str, Json]) -> Schema:
    """Return a mapping in which every key stands. Later versions may add keys."""
    return {
        "title": title,
        "description": description,
        "type": "object",
        "required": list(properties),
        "properties": properties,
    }


def check_schema() -> Schema:
    """Return the JSON Schema of the findings as JSON."""
    top = _closed(
        "Uitkomst van bkl check",
        "Wat `bkl check --format json` schrijft. Er kunnen sleutels bij komen; wat er staat, "
        "houdt zijn naam en betekenis.",
        {
            "versie": {"const": 1, "title": "De versie van deze vorm"},
            "bestanden": {
                "type": "array",
                "items": _TEKST,
                "title": "De bestanden die zijn gecontroleerd",
            },
            "fouten": {**_COUNT, "title": "Het aantal fouten"},
            "waarschuwingen": {**_COUNT, "title": "Het aantal waarschuwingen"},
            "meldingen": {
                "type": "array",
                "items": {"$ref": "#/definitions/Melding"},
                "title": "De meldingen, op volgorde van bestand, regel en kolom",
            },
        },
    )
    melding = _closed("Melding", "Eén fout of waarschuwing op één plek.", _MELDING)
    verwijzing = _closed(
        "Verwijzing",
        "Een andere plek die de fout verklaart.",
        {**_PLEK, "melding": {**_TEKST, "title": "Wat daar staat"}},
    )
    return {
        "$schema": DRAFT,
        **top,
        "definitions": {"Melding": melding, "Verwijzing": verwijzing},
    }
