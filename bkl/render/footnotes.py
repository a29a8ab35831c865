"""Footnotes: where a figure comes from, numbered in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bkl.render.text.escape import Md


@dataclass(frozen=True, slots=True)
class Herkomst:
    """One place in one source. `titel` is the document's, `plaats` the heading in it."""

    titel: str
    plaats: str | None = None
    toelichting: str | None = None


class Noten:
    """The footnotes of one document; the same place in a source keeps its number."""

    def __init__(self) -> None:
        self._numbers: dict[Herkomst, int] = {}

    def verwijs(self, bronnen: Iterable[Herkomst]) -> Md:
        """Return `[^1][^2]`, giving a number to each place that has none yet."""
        numbers = [self._numbers.setdefault(bron, len(self._numbers) + 1) for bron in bronnen]
        return Md("".join(f"[^{number}]" for number in dict.fromkeys(numbers)))

    @property
    def alle(self) -> list[tuple[int, Herkomst]]:
        """All places that were referred to, with their numbers."""
        return [(number, bron) for bron, number in self._numbers.items()]
