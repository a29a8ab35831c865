"""What is wrong, as HTML above the report: each finding with its place, its line and the cure."""

from __future__ import annotations

from html import escape

from bkl.diagnostics.finding import Finding, Related
from bkl.diagnostics.position import Position
from bkl.preview.rounds import Ronde
from bkl.printers.screen import harmless

MOST = 20
"""Findings that are shown; the first is often the cause of the rest."""


def panel_of(ronde: Ronde) -> str:
    """Return the inside of the panel, nothing when all is well."""
    if ronde.made and not ronde.findings:
        return ""
    items = [_finding(finding) for finding in ronde.findings[:MOST]]
    if ronde.message:
        items.append(_item(f"<p>{_code(ronde.message)}</p>", ronde.cure))
    more = len(ronde.findings) - MOST
    if more > 0:
        items.append(f"<li><p>En nog {more}: zie <code>bkl check</code>.</p></li>")
    count = len(ronde.findings) or 1
    title = "1 fout" if count == 1 else f"{count} fouten"
    below = "het rapport als concept" if ronde.made else "het laatste rapport dat wel lukte"
    return f"<h2>{title}</h2><p>Hieronder staat {below}.</p><ol>{''.join(items)}</ol>"


def _finding(finding: Finding) -> str:
    kind = finding.kind
    head = (
        f'<p class="bkl-plek"><b>{_where(finding.place.file, finding.position)}</b> '
        f"{kind.severity} <code>{escape(kind.code)}</code> {escape(kind.slug)}</p>"
    )
    body = head + _excerpt(finding)
    body += "".join(_related(other) for other in finding.related)
    return _item(f"{body}<p>{_code(finding.message)}</p>", finding.cure)


def _item(body: str, cure: str) -> str:
    return f"<li>{body}" + (f'<p class="bkl-herstel">{_code(cure)}</p>' if cure else "") + "</li>"


def _related(other: Related) -> str:
    where = _where(other.place.file, other.position)
    return f"<p>{_code(other.message)} ({where})</p>" + _excerpt(other)


def _where(file: str, position: Position | None) -> str:
    place = f":{position.line}:{position.column}" if position else ""
    return escape(f"{harmless(file)}{place}")


def _excerpt(found: Finding | Related) -> str:
    """Return the line with its number and the words meant marked."""
    text, position = found.excerpt, found.position
    if position is None or not text.strip():
        return ""
    line = harmless(text.rstrip())
    start = min(position.column - 1 - found.cut, len(line))
    end = max(start + 1, min(start + position.length, len(line)))
    marked = f"{escape(line[:start])}<mark>{escape(line[start:end]) or ' '}</mark>"
    return f"<pre><span>{position.line}</span>{marked}{escape(line[end:])}</pre>"


def _code(text: str) -> str:
    """Return a message with what stands between backticks as code."""
    parts = [escape(part) for part in harmless(text).split("`")]
    if len(parts) % 2 == 0:
        return "`".join(parts)
    return "".join(
        f"<code>{part}</code>" if number % 2 else part for number, part in enumerate(parts)
    )
