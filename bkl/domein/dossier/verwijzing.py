"""Verwijzing: a figure in a text by its code, `{{ BD-R4.lezingen }}`, so that it never drifts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.records import NamedTuple, dataclass

if TYPE_CHECKING:
    from bkl.domein.dossier.dossier import Dossier
    from bkl.domein.dossier.entries import IndicatorEntry

_OPEN = Lazy(r"\{\{(?:([^{}\n]*)\}\})?")
_DOEL = ".doel"


class Verwijzing(NamedTuple):
    """One reference in a text, from `start` up to `end`; `code` is None when it is not closed."""

    start: int
    end: int
    code: str | None


@dataclass(frozen=True, slots=True)
class Verwezen:
    """What a reference means: the realisatie of an indicator, or its doel."""

    entry: IndicatorEntry
    wat: Literal["doel", "realisatie"]
    tekst: str | None
    """The phrase as written; None when there is no figure."""


def find_verwijzingen(text: str) -> Iterator[Verwijzing]:
    """Yield every `{{ … }}` in a text, also those that lack their end."""
    if "{{" in text:
        for found in _OPEN.finditer(text):
            code = None if found[1] is None else found[1].strip()
            yield Verwijzing(found.start(), found.end(), code)


def resolve(dossier: Dossier, code: str) -> Verwezen | None:
    """Return what `BD-R4.lezingen` or `BD-R4.lezingen.doel` means; None for no indicator.

    An indicator that is itself called `doel` goes before the doel of its onderdeel.
    """
    if (entry := dossier.indicatoren.get(code)) is not None:
        given = dossier.realisaties.get(code)
        return Verwezen(entry, "realisatie", given.tekst if given else None)
    if code.endswith(_DOEL):
        entry = dossier.indicatoren.get(code.removesuffix(_DOEL))
        if entry is not None:
            return Verwezen(entry, "doel", entry.indicator.doel)
    return None
