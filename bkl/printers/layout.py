"""Fitting text into a number of columns: breaking, cutting and filling lines."""

from __future__ import annotations

from collections.abc import Iterable

from bkl.printers.screen import Screen, Tint, cells, harmless, head

Piece = tuple[str, tuple[Tint, ...]]
"""A text that is kept together, with its colours."""


def pad(text: str, width: int) -> str:
    """Return the text followed by spaces up to `width` columns."""
    return text + " " * max(0, width - cells(text))


def shorten(text: str, width: int) -> str:
    """Return the text cut to at most `width` columns, with `…` where something is left out."""
    if cells(text) <= width:
        return text
    return head(text, width - 1).rstrip() + "…"


def wrap(text: str, width: int, indent: str = "", hanging: str | None = None) -> list[str]:
    """Break the text at spaces into lines of at most `width` columns; longer words are split.

    The first line starts with `indent`, the others with `hanging` (by default the same).
    """
    hanging = " " * cells(indent) if hanging is None else hanging
    lines, line, used = [], indent, cells(indent)
    start = used
    for word in harmless(text).split():
        rest, size = word, cells(word)
        while rest:
            room = width - used - (used > start)
            if size <= room or (used == start and room < 1):
                line += (" " if used > start else "") + rest
                used += size + (used > start)
                rest = ""
            elif used == start:
                part = head(rest, room) or _first_sign(rest)
                lines.append(line + part)
                line, rest, size = hanging, rest[len(part) :], size - cells(part)
                used = start = cells(hanging)
            else:
                lines.append(line)
                line = hanging
                used = start = cells(hanging)
    return [*lines, line]


def _first_sign(word: str) -> str:
    """Return the first sign, which takes more room than there is, so that breaking goes on."""
    return head(word, cells(word[:1])) or head(word, 2) or word[:1]


def flow(pieces: Iterable[Piece], screen: Screen, indent: str, between: str = " · ") -> list[str]:
    """Set pieces one after another, on as many lines as are needed."""
    lines: list[str] = []
    line, used = "", 0
    for text, tints in pieces:
        size = cells(text)
        if used and used + cells(between) + size > screen.width:
            lines.append(line)
            line, used = "", 0
        if not used and cells(indent) + size > screen.width:
            broken = wrap(text, screen.width, indent)
            lines += [screen.paint(part, *tints) for part in broken[:-1]]
            line, used = screen.paint(broken[-1], *tints), cells(broken[-1])
            continue
        lead = between if used else indent
        line += lead + screen.paint(text, *tints)
        used += cells(lead) + size
    return [*lines, line] if line else lines
