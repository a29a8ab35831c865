"""Footnotes: where a figure comes from, numbered in the order in which a reader meets them."""

from __future__ import annotations

from bkl.domein.records import dataclass


@dataclass(frozen=True, slots=True)
class Herkomst:
    """One place in one source. `titel` is the document's, `plaats` the heading in it."""

    titel: str
    plaats: str | None = None
    toelichting: str | None = None
