"""Gevraagd: the demands of a funder, with the definitions that they are told in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bkl.domein.model.definities import Definitie
from bkl.domein.model.eisen import Eisen, GevraagdeIndicator, Veld


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """What is asked of a year. `definities` are by the name that plans use: `prov:lessen@2`."""

    eisen: Eisen
    definities: Mapping[str, Definitie]

    @property
    def vrager(self) -> str:
        """Who asks, as a sentence begins: `De Provincie`."""
        return self.eisen.van[:1].upper() + self.eisen.van[1:]

    def of(self, definitie: str | None) -> GevraagdeIndicator | None:
        """Return what is asked of an indicator with this shared definition."""
        return self.eisen.indicatoren.get(definitie or "")

    def velden(self, definitie: str | None) -> tuple[Veld, ...]:
        """Return what must stand beside a figure: what is asked everywhere, and of this one."""
        own = self.of(definitie)
        return tuple(dict.fromkeys((*self.eisen.velden, *(own.velden if own else ()))))

    def eenheid(self, definitie: str) -> str | None:
        """Return the unit that figures with this shared definition must have."""
        own, known = self.of(definitie), self.definities.get(definitie)
        if own is not None and own.eenheid is not None:
            return own.eenheid
        return known.eenheid if known is not None else None

    @property
    def namen(self) -> tuple[str, ...]:
        """Every shared definition that is known here, in the order of the files."""
        return tuple(dict.fromkeys((*self.eisen.indicatoren, *self.definities)))
