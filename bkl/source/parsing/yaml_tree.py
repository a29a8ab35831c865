"""Read YAML into plain values with a place for every key and value.

Nothing is interpreted: what `4.000` or `no` means is for the reader of that field.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from bkl.diagnostics.finding import Finding
from bkl.source.kinds import LEESFOUT
from bkl.source.parsing.complaints import UnreadableError
from bkl.source.parsing.walker import Walker
from bkl.source.pitfalls.invisible import as_it_looks
from bkl.source.text.decode import decode
from bkl.source.text.source_text import SourceText
from bkl.source.text.tree import Layout, PlainValue, Style, Tree

__all__ = ["PlainValue", "Style", "Tree", "read_tree"]


_SYNTAX = (LEESFOUT,)
_MOST = 9
"""So many faults beyond the first are looked for."""


def read_tree(name: str, data: bytes) -> Tree:
    """Return the tree of one YAML file; what is wrong with it stands in `findings`.

    Never raises for any `data`. The value is None when the file cannot be used at all.
    """
    source, refused = decode(name, data)
    if refused is not None:
        return Tree(source, None, Layout(), [refused])
    tree = _walk(source)
    if tree.value is None and (usual := as_it_looks(source.text)) != source.text:
        # a no-break space where YAML wants a space looks like one to people
        other = _walk(SourceText(name, usual))
        return tree if other.value is None else other
    if tree.value is None and tree.findings[-1].kind in _SYNTAX:
        tree.findings.extend(_further(source, tree.findings[-1]))
    return tree


def _further(source: SourceText, first: Finding) -> Iterator[Finding]:
    """Yield what is wrong further on, as far as can be told without the block of each fault."""
    lines, found = source.text.split("\n"), first
    for _ in range(_MOST):
        line = found.position.line if found.position else len(lines)
        _blank(lines, line - 1)
        tree = _walk(SourceText(source.name, "\n".join(lines)))
        last = tree.findings[-1] if tree.findings else None
        if tree.value is not None or last is None or last.kind not in _SYNTAX:
            return
        if last.position is None or last.position.line <= line or last.related:
            return  # it may come of what was left out
        yield last
        found = last


def _blank(lines: list[str], number: int) -> None:
    """Empty a line and those below it that belong to it."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    lines[number] = ""
    for below in range(number + 1, len(lines)):
        text = lines[below]
        if text.strip() and len(text) - len(text.lstrip()) <= indent:
            return
        lines[below] = ""


def _walk(source: SourceText) -> Tree:
    walker = Walker(source)
    try:
        value: PlainValue | None = walker.read()
    except UnreadableError as stop:
        walker.findings.append(stop.finding)
        value = None
    except yaml.YAMLError as error:
        from bkl.source.syntax.explain import explain  # noqa: PLC0415 - few files are broken

        walker.findings.append(explain(source, error))
        value = None
    return Tree(source, value, walker.layout, walker.findings)
