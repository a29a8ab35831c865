"""Findings as SARIF 2.1.0, the exchange format of code scanning (GitHub, Azure, editors).

Columns count characters, which `columnKind` says. A fingerprint is made of the code, the file,
the route and the message of a finding, never of its line, so that a service knows it again when
lines shift.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from bkl import __version__
from bkl.api import CheckResult
from bkl.api.checking.catalogue import catalogue
from bkl.diagnostics.finding import Finding, Kind, Related, Severity
from bkl.printers.check.parts.sarif_places import ROOT, address, fix, message_text, region
from bkl.printers.screen import Screen
from bkl.wording.jsontext import JsonValue, dump

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "bklPlaats/v1"

_LEVELS: dict[Severity, str] = {"fout": "error", "waarschuwing": "warning"}
_LINE = re.compile(r"\bregel \d+")


@dataclass(slots=True)
class _Run:
    """What results refer to by number: the rules and the files."""

    rules: dict[str, tuple[Kind, str]]
    numbers: dict[str, int] = field(default_factory=dict)
    files: dict[str, int] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)

    def file(self, name: str) -> int:
        return self.files.setdefault(name, len(self.files))


def show(result: CheckResult, screen: Screen) -> str:
    """Return one SARIF log with one run: every rule, every file, every finding."""
    rules = _manual(result.findings)
    run = _Run(rules, {code: number for number, code in enumerate(rules)})
    for name in result.files:
        run.file(name)
    results = [_result(finding, run) for finding in result.findings]
    driver: dict[str, JsonValue] = {
        "name": "bkl",
        "semanticVersion": __version__,
        "language": "nl",
        "rules": [_descriptor(kind, uitleg) for kind, uitleg in rules.values()],
    }
    return dump(
        {
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {"driver": driver},
                    "language": "nl",
                    "columnKind": "unicodeCodePoints",
                    "invocations": [{"executionSuccessful": True}],
                    "originalUriBaseIds": {ROOT: {"description": _text("De map met `data`.")}},
                    "artifacts": [{"location": address(name)} for name in run.files],
                    "results": results,
                }
            ],
        }
    )


def _manual(findings: Iterable[Finding]) -> dict[str, tuple[Kind, str]]:
    """Return every kind with its manual text by code, in order; a kind without one is bare."""
    known = {rule.kind.code: (rule.kind, rule.uitleg) for rule in catalogue()}
    for finding in findings:
        known.setdefault(finding.kind.code, (finding.kind, finding.kind.slug.replace("_", " ")))
    return dict(sorted(known.items()))


def _descriptor(kind: Kind, uitleg: str) -> dict[str, JsonValue]:
    paragraphs = [" ".join(part.split()) for part in uitleg.strip().split("\n\n")]
    short = paragraphs[0]
    why = [part for part in paragraphs if part.startswith("Waarom:")]
    return {
        "id": kind.code,
        "name": kind.slug,
        "shortDescription": _text(short),
        "fullDescription": _text(" ".join([short, *why])),
        "help": {"text": uitleg.strip(), "markdown": uitleg.strip()},
        "defaultConfiguration": {"level": _LEVELS[kind.severity]},
    }


def _result(finding: Finding, run: _Run) -> dict[str, JsonValue]:
    found: dict[str, JsonValue] = {
        "ruleId": finding.kind.code,
        "ruleIndex": run.numbers[finding.kind.code],
        "level": _LEVELS[finding.kind.severity],
        "message": _text(message_text(f"{finding.message} {finding.cure}".strip())),
        "locations": [_location(finding, run)],
    }
    if finding.related:
        found["relatedLocations"] = [
            _related(number, other, run) for number, other in enumerate(finding.related, start=1)
        ]
    found["partialFingerprints"] = {FINGERPRINT: _fingerprint(finding, run.seen)}
    if cure := fix(finding):
        found["fixes"] = [cure]
    return found


def _related(number: int, other: Related, run: _Run) -> dict[str, JsonValue]:
    location = _location(other, run)
    return {"id": number, **location, "message": _text(message_text(other.message))}


def _location(found: Finding | Related, run: _Run) -> dict[str, JsonValue]:
    place, position = found.place, found.position
    file = {**address(place.file), "index": run.file(place.file)}
    physical: dict[str, JsonValue] = {"artifactLocation": file}
    if position is not None:
        start = position.column - 1 - found.cut
        words = found.excerpt[start:][: position.length]
        where = region(position)
        physical["region"] = {**where, "snippet": {"text": words}} if words else where
    location: dict[str, JsonValue] = {"physicalLocation": physical}
    if place.route:
        route = "/".join(str(step) for step in place.route)
        location["logicalLocations"] = [{"fullyQualifiedName": route, "kind": "member"}]
    return location


def _fingerprint(finding: Finding, seen: Counter[str]) -> str:
    """Return a name for the finding that survives edits elsewhere in the file.

    What is equal in every respect but the line is told apart by its order.
    """
    where = [str(step) for step in finding.place.route] or [finding.excerpt.strip()]
    message = _LINE.sub("regel", finding.message)
    key = "\0".join([finding.kind.code, finding.place.file, *where, message])
    seen[key] += 1
    text = f"{key}\0{seen[key]}"
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:32]


def _text(text: str) -> dict[str, JsonValue]:
    return {"text": text}
