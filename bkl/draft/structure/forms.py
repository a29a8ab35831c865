"""Factsheets in a table, a label and a text per row: made into headings with text below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from bkl.draft.blocks import Block
from bkl.draft.reading.marks import read_mark
from bkl.draft.structure.tables import is_form
from bkl.draft.words import KINDS, LISTS, role_like, role_of

_SERIES = re.compile(r";\s+")
_TITLES = frozenset(("naam", "titel", "onderwerp", "naam project", "projectnaam", "naam programma"))


def unfold_forms(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with every factsheet as fields with text below; other tables stay."""
    done: list[Block] = []
    for table, group in groupby(blocks, key=lambda one: one.table if one.kind == "rij" else None):
        rows = list(group)
        done += list(_unfolded(rows)) if table is not None and is_form(rows) else rows
    return done


def _unfolded(rows: Sequence[Block]) -> Iterator[Block]:
    for row in rows:
        filled = [cell for cell in row.cells if cell]
        if not filled:
            continue
        label = filled[0].replace("\n", " ").strip(" :")
        low = label.lower()
        if len(filled) == 1:
            is_field = role_of(label) is not None
            yield Block("veld" if is_field else "kop", label, row.spot, 8 if is_field else 7)
        elif low in _TITLES or (low in KINDS and role_of(label) is None):
            yield Block("kop", filled[1].replace("\n", " "), row.spot, 7)
        else:
            yield Block("veld", label, row.spot, 8)
            yield from _texts(filled[1], row, 1 if role_like(label) in LISTS else 2)


def _texts(cell: str, row: Block, most: int) -> Iterator[Block]:
    lines = cell.split("\n")
    for line in lines:
        mark = read_mark(line)
        if mark is not None:
            yield Block("punt", line[mark.end :], row.spot, 0, mark.written)
        elif len(lines) > 1 and not line.endswith(":"):
            yield Block("punt", line, row.spot, 0, "•")
        else:
            parts = _SERIES.split(line)
            if len(parts) > most:
                yield from (Block("punt", one.strip(), row.spot, 0, "•") for one in parts if one)
            else:
                yield Block("alinea", line, row.spot)
