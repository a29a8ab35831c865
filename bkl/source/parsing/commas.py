"""The comma trap: `{doel: 3,4%}` is, to YAML, doel 3 and a key `4%` without a value."""

from __future__ import annotations

import re
from dataclasses import replace

from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Edit, Place, Route
from bkl.source.kinds import KOMMA_IN_KORTE_REGEL
from bkl.source.text.source_text import SourceText
from bkl.source.text.tree import Layout, PlainValue

_QUOTES = ("'", '"')
_LONGEST = 2000


def mend_comma(
    source: SourceText,
    layout: Layout,
    pairs: dict[str, PlainValue],
    route: Route,
    findings: list[Finding],
) -> None:
    """Take back the key without a value that was read last, and report it.

    It becomes the tail of the value before it, as the writer meant, so that the rest of
    the file is judged as intended.
    """
    del layout.starts[-1], layout.ends[-1]
    start, end = layout.starts.pop(), layout.ends.pop()
    tail = source.text[start:end]
    head = _head(source, layout, pairs, start)
    if head is None or tail.startswith(_QUOTES):
        message = f"Tussen {{ }} staat `{_short(tail)}` zonder dubbele punt en waarde."
        cure = "Maak er `sleutel: waarde` van, of zet de hele tekst tussen aanhalingstekens."
        findings.append(source.finding(KOMMA_IN_KORTE_REGEL, (message, cure), (start, end), route))
        return
    key, head_start = head
    whole = re.sub(r"\s*\n\s*", " ", source.text[head_start:end])
    if findings and findings[-1].place == Place(source.name, (*route, key)):
        findings.pop()
    pairs[key] = whole
    layout.ends[-1] = end
    message = (
        f"Komma in een korte regel: tussen {{ }} eindigt `{key}` bij de komma, dus YAML leest "
        f"niet `{_short(whole)}`."
    )
    quote = "'" if '"' in whole else '"'
    cure = f"Zet er aanhalingstekens om: `{key}: {quote}{whole}{quote}`."
    span = (head_start, end)
    found = source.finding(KOMMA_IN_KORTE_REGEL, (message, cure), span, (*route, key))
    if source.text[head_start:end] == whole and "'" not in whole + key and "\\" not in whole:
        edit = Edit(found.place, whole, f'"{whole}"', source.position(*span))
        found = replace(found, edits=(edit,) if '"' not in whole else ())
    findings.append(found)


def _head(
    source: SourceText, layout: Layout, pairs: dict[str, PlainValue], start: int
) -> tuple[str, int] | None:
    """Return the pair just before the comma: its key and where its unquoted value starts."""
    if not pairs:
        return None
    key = next(reversed(pairs))
    value, at = pairs[key], layout.starts[-1]
    if not isinstance(value, str) or not value or source.text[at] in _QUOTES:
        return None
    if start - at > _LONGEST or source.text[layout.ends[-1] : start].strip() != ",":
        return None
    return key, at


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
