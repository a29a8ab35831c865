"""Findings for people: where, what, the line itself with the words marked, and the cure.

Faults come last, where they are seen in a terminal. Of a warning that keeps coming back with
the same cure, the first few are shown whole, the others without excerpt and cure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bkl.api import CheckResult
from bkl.diagnostics.finding import Finding, Related, Severity
from bkl.diagnostics.position import Position
from bkl.printers.layout import Piece, flow, wrap
from bkl.printers.screen import Screen, Tint, cells, harmless

_WHOLE = 3
"""How many warnings of one kind and with one cure are shown whole."""
TINTS: dict[Severity, Tint] = {"fout": "rood", "waarschuwing": "geel"}
"""The colour of each severity."""


def show(result: CheckResult, screen: Screen) -> str:
    """Return every finding, warnings first, and one line that sums up."""
    seen: Counter[tuple[str, str]] = Counter()
    blocks: list[str] = []
    listing = False
    for finding in sorted(result.findings, key=lambda one: one.kind.severity == "fout"):
        known = (finding.kind.code, finding.cure)
        seen[known] += 1
        if finding.kind.severity == "fout" or seen[known] <= _WHOLE:
            blocks.append(show_finding(finding, screen))
            listing = False
        elif listing:
            blocks[-1] += _short(finding, screen)
        else:
            blocks.append(_short(finding, screen))
            listing = True
    certain = sum(bool(finding.edits) for finding in result.findings)
    which = "die" if len(result.findings) == 1 else f"er {certain} van"
    hint = f"`bkl check --fix` herstelt {which}.\n" if certain else ""
    return screen.finish("\n".join([*blocks, summary(result, screen) + hint]))


def show_findings(findings: Iterable[Finding], screen: Screen) -> str:
    """Return findings without a summary, for files that cannot be used."""
    return screen.finish("\n".join(show_finding(finding, screen) for finding in findings))


def summary(result: CheckResult, screen: Screen) -> str:
    """Return the closing line: `2 fouten en 5 waarschuwingen in 2 bestanden`."""
    files = _count(len(result.files), "bestand", "bestanden")
    fouten, waarschuwingen = result.fouten, result.waarschuwingen
    if not fouten and not waarschuwingen:
        return screen.paint(f"Geen fouten in {files}.", "groen") + "\n"
    parts = []
    if fouten:
        parts.append(screen.paint(_count(fouten, "fout", "fouten"), "rood", "vet"))
    if waarschuwingen:
        parts.append(screen.paint(_count(waarschuwingen, "waarschuwing", "waarschuwingen"), "geel"))
    if not fouten:
        parts.insert(0, "geen fouten")
    text = f"{' en '.join(parts)} in {files}.\n"
    return text[0].upper() + text[1:]


def _short(finding: Finding, screen: Screen) -> str:
    """Return a finding whose cure was shown before: where it is and what is wrong."""
    lines = flow(_heading(finding), screen, "", " ")
    return "\n".join([*lines, *wrap(finding.message, screen.width, "  ")]) + "\n"


def _heading(finding: Finding) -> list[Piece]:
    return [
        (where(finding.place.file, finding.position), ("vet",)),
        (finding.kind.severity, (TINTS[finding.kind.severity], "vet")),
        (finding.kind.code, ()),
        (finding.kind.slug, ("zacht",)),
    ]


def show_finding(finding: Finding, screen: Screen) -> str:
    """Return one finding, ending with a line break."""
    tint = TINTS[finding.kind.severity]
    lines = flow(_heading(finding), screen, "", " ")
    shown = [other for other in finding.related if other.position is not None]
    places = [finding.position, *(other.position for other in shown)]
    gutter = max((len(str(place.line)) for place in places if place is not None), default=1) + 2
    lines += _excerpt(finding, gutter, screen, tint)
    for other in finding.related:
        note = other.message
        if other.place.file != finding.place.file:
            note += f" ({where(other.place.file, other.position)})"
        lines += _excerpt(other, gutter, screen, "blauw")
        lines += wrap(note, screen.width, _bar(gutter, screen))
    lines += wrap(finding.message, screen.width, "  ")
    lines += wrap(finding.cure, screen.width, "  → ")
    return "\n".join(lines) + "\n"


def where(file: str, position: Position | None) -> str:
    """Return a place as editors know it: `file:line:column`."""
    place = f":{position.line}:{position.column}" if position else ""
    return f"{harmless(file)}{place}"


def _bar(gutter: int, screen: Screen) -> str:
    return f"{'':>{gutter}} {'│' if screen.unicode else '|'} "


def _excerpt(found: Finding | Related, gutter: int, screen: Screen, tint: Tint) -> list[str]:
    """Return the line with its number and carets under the words meant; nothing without a line."""
    text, position = found.excerpt, found.position
    if position is None or not text.strip():
        return []
    bar = _bar(gutter, screen)
    start = position.column - found.cut
    here = Position(position.line, start, min(position.length, max(1, len(text) + 1 - start)))
    line, start, length = _window(harmless(text), here, screen.width - cells(bar))
    marked = line[start : start + length]
    carets = " " * cells(line[:start]) + "^" * max(1, cells(marked))
    number = f"{position.line:>{gutter}}{bar[gutter:]}"
    return [(number + line).rstrip(), bar + screen.paint(carets, tint, "vet")]


def _window(line: str, position: Position, width: int) -> tuple[str, int, int]:
    """Cut a long line around the words meant; return it with their place and length in it."""
    line = line.rstrip()
    start = min(position.column - 1, len(line))
    length = max(1, min(position.length, len(line) - start))
    if cells(line) < width or (cells(line) == width and start < len(line)):
        return line, start, length
    room = width - 2
    left, right = start, start + length
    used = cells(line[left:right])
    while right > left + 1 and used > room:
        right -= 1
        used -= cells(line[right])
    length = right - left
    while (left > 0 or right < len(line)) and used < room - 1:
        # as much on both sides, and all that is left on one when the other is used up
        if left > 0 and (start - left <= right - start - length or right >= len(line)):
            left -= 1
            used += cells(line[left])
        else:
            used += cells(line[right])
            right += 1
    head, tail = "…" if left else "", "…" if right < len(line) else ""
    return f"{head}{line[left:right]}{tail}", start - left + len(head), length


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
