"""Sources as people call them in a form, and as the jaarverslag does."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bkl.domein.model.bronnen import Bron

_KEY = re.compile(r"[^a-z0-9]+")
_MOST_COMMAS = 8
"""So many commas a title may hold."""


class KnownSources:
    """The sources that a jaarverslag knows, and those that answers add to them."""

    def __init__(self, known: Mapping[str, Bron]) -> None:
        self._by_name = {key.casefold(): key for key in known}
        self._by_name |= {_same(bron.titel).casefold(): key for key, bron in known.items()}
        self._taken = set(known)
        self.new: dict[str, str] = {}

    def reference(self, text: str) -> str:
        """Return a source and the place in it as the jaarverslag names them.

        What people write is a title or a key, with the place behind a comma. A source that is
        not known yet becomes a new one, with what they wrote as its title.
        """
        if (found := self.known(text)) is not None:
            return found
        *_, (titel, plaats) = [(text, ""), *_ways(text)]
        key = self._add(titel)
        return f"{key}, {plaats}" if plaats else key

    def known(self, text: str) -> str | None:
        """Return the same of a source that is known; None for another."""
        for titel, plaats in _ways(text):
            if (key := self._by_name.get(_same(titel).casefold())) is not None:
                return f"{key}, {plaats}" if plaats else key
        return None

    def _add(self, titel: str) -> str:
        plain = unicodedata.normalize("NFKD", titel).encode("ascii", "ignore").decode().lower()
        first = _KEY.sub("-", plain).strip("-")[:40].strip("-") or "bron"
        key, number = first, 2
        while key in self._taken:
            key, number = f"{first}-{number}", number + 1
        self._taken.add(key)
        self._by_name |= {key: key, _same(titel).casefold(): key}
        self.new[key] = titel
        return key


def _ways(text: str) -> Iterator[tuple[str, str]]:
    """Yield (title, place) for each comma at which a text can be split, the longest title first."""
    parts = text.split(",", _MOST_COMMAS)
    for number in range(len(parts), 0, -1):
        titel, plaats = ",".join(parts[:number]).strip(), ",".join(parts[number:]).strip()
        if titel:
            yield titel, plaats


def _same(text: str) -> str:
    """Return a text as it is compared: accents in one sign, as they are recorded."""
    return unicodedata.normalize("NFC", " ".join(text.split()))
