"""Cells of files that are named as evidence, each file read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bkl.domein.model.bronnen import split_cel
from bkl.render.errors import Formaatfout
from bkl.rules.engine.case import Celinhoud
from bkl.source.evidence import Bewijskast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bkl.rules.engine.case import Told
    from bkl.sheets.grid import Grid


class Cells:
    """What cells say; nothing is opened before somebody asks."""

    def __init__(self, kast: Bewijskast) -> None:
        self._kast = kast
        self._read: dict[str, Sequence[Grid] | Told] = {}

    def look(self, bestand: str, cel: str) -> Celinhoud:
        """Return what a cell of a file in the workspace says, or what is wrong with it."""
        from bkl.sheets.cell import find_cell  # noqa: PLC0415 - few figures name a cell
        from bkl.sheets.grid import Unreadable  # noqa: PLC0415

        if bestand not in self._read:
            self._read[bestand] = self._open(bestand)
        found = self._read[bestand]
        if isinstance(found, tuple):
            return Celinhoud("", found)
        blad, row, column = split_cel(cel)
        try:
            return Celinhoud(find_cell(found, bestand, blad, (row, column)))
        except Unreadable as fout:
            return Celinhoud("", (fout.message, fout.cure))

    def _open(self, bestand: str) -> Sequence[Grid] | Told:
        from bkl.sheets.grid import Unreadable  # noqa: PLC0415
        from bkl.sheets.reading import read_grids  # noqa: PLC0415 - few figures name a cell

        path = self._kast.path(bestand)
        if path is None:
            return f"Het bestand `{bestand}` is niet te lezen.", "Controleer de naam."
        try:
            return list(read_grids(path))
        except (Unreadable, Formaatfout) as fout:
            return f"{bestand}: {fout.message}", fout.cure
        except OSError:
            return f"Het bestand `{bestand}` is niet te lezen.", "Controleer de naam."
