"""Toestemming: a comment in a file that lets one finding pass, with the reason why."""

from __future__ import annotations

from typing import NamedTuple

from bkl.diagnostics.position import Position


class Toestemming(NamedTuple):
    """One comment `# bkl: sta <regels> toe: <reden>`, as it was found.

    `namen` are the codes or slugs with their places, `line` is the line whose findings may
    pass; `excerpt` and `cut` are as in a finding. `reden` is None when the comment gives none,
    and `namen` is empty when the comment means to allow something but is not written as it
    should be.
    """

    file: str
    position: Position
    excerpt: str
    line: int
    namen: tuple[tuple[str, Position], ...]
    reden: str | None
    cut: int = 0
