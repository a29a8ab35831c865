"""Findings for programs. The shape is stable: keys may be added, never renamed or left out.

`{"versie": 1, "bestanden": [...], "fouten": n, "waarschuwingen": n, "meldingen": [...]}`, each
melding with `code`, `naam`, `ernst`, `bestand`, `regel`, `kolom`, `lengte` (null without a
place), `route` (list of keys), `melding`, `herstel`, `fragment` (the line) and `zie_ook`.
"""

from __future__ import annotations

from bkl.api import CheckResult
from bkl.diagnostics.finding import Finding, Related
from bkl.diagnostics.position import Place, Position
from bkl.printers.screen import Screen
from bkl.wording.jsontext import JsonValue, dump

VERSIE = 1


def show(result: CheckResult, screen: Screen) -> str:
    """Return one JSON object with everything that was found."""
    return dump(
        {
            "versie": VERSIE,
            "bestanden": result.files,
            "fouten": result.fouten,
            "waarschuwingen": result.waarschuwingen,
            "meldingen": [_melding(finding) for finding in result.findings],
        }
    )


def _melding(finding: Finding) -> dict[str, JsonValue]:
    return {
        "code": finding.kind.code,
        "naam": finding.kind.slug,
        "ernst": finding.kind.severity,
        **_plek(finding.place, finding.position, finding.excerpt),
        "melding": finding.message,
        "herstel": finding.cure,
        "zie_ook": [_zie_ook(other) for other in finding.related],
    }


def _zie_ook(other: Related) -> dict[str, JsonValue]:
    return {**_plek(other.place, other.position, other.excerpt), "melding": other.message}


def _plek(place: Place, position: Position | None, excerpt: str) -> dict[str, JsonValue]:
    return {
        "bestand": place.file,
        "regel": position.line if position else None,
        "kolom": position.column if position else None,
        "lengte": position.length if position else None,
        "route": place.route,
        "fragment": excerpt,
    }
