"""Lezer: reads the phrases of one file, and keeps what cannot be read with its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from bkl.domein.dossier.entries import Leesfout, Pad
from bkl.domein.notatie.values.unreadable import Onleesbaar

T = TypeVar("T")


class Lezer:
    """`zinnen` are all phrases met, with the routes to their scalars; `fouten` the refused."""

    __slots__ = ("fouten", "zinnen")

    def __init__(self) -> None:
        self.zinnen: list[tuple[Pad, str]] = []
        self.fouten: list[Leesfout] = []

    def read(self, pad: Pad, tekst: str, reader: Callable[[str], T]) -> T | None:
        """Return what `reader` makes of a phrase, None when it refuses it."""
        self.zinnen.append((pad, tekst))
        try:
            return reader(tekst)
        except Onleesbaar as fout:
            self.fouten.append(Leesfout(pad, fout))
            return None

    def refuse(self, pad: Pad, reden: str, herstel: str) -> None:
        """Keep a fault that no single phrase has."""
        self.fouten.append(Leesfout(pad, Onleesbaar(reden, herstel, 0, 0)))
