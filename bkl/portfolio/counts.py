"""What a portfolio comes to: counts that add up to N, and totals within one definition."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, NamedTuple, get_args

Verdeling = Literal["jaar", "organisatie", "thema", "programma", "financier", "definitie"]
"""By what the indicators of a portfolio are counted."""
VERDELINGEN: tuple[Verdeling, ...] = get_args(Verdeling)


class Tellingen(NamedTuple):
    """The indicators that share a key; `sleutel` is None for those that have none.

    `aantallen` are the counts per oordeel, which add up to N. `gehaald` of them are certainly
    reached, at most `mogelijk`. Developments and what does not apply are counted apart.
    """

    sleutel: str | None
    werkmappen: int
    aantallen: Mapping[str, int]
    gehaald: int
    mogelijk: int
    ontwikkelingen: int
    buiten: int

    @property
    def n(self) -> int:
        """N: everything promised, however it ended."""
        return sum(self.aantallen.values())


class Telcel(NamedTuple):
    """The counts of one organisation in one year, for one thema and one funder."""

    organisatie: str
    jaar: int
    thema: str | None
    financier: str | None
    aantallen: Mapping[str, int]
    gehaald: int
    mogelijk: int


class Totaal(NamedTuple):
    """What figures with one shared definition and unit come to in one year.

    The total lies between `laagste` (None: no telling; `laagste_open`: more than that) and
    `hoogste` (None: at least the lowest). `indicatoren` are added, of which `zonder_cijfer`
    gave no figure. `belofte` is what was promised, of all but `zonder_belofte` of them; None
    where nothing was promised that can be added.
    """

    definitie: str
    eenheid: str
    optelling: str
    jaar: int
    laagste: Decimal | None
    laagste_open: bool
    hoogste: Decimal | None
    belofte: Decimal | None
    zonder_belofte: int
    indicatoren: int
    zonder_cijfer: int
    organisaties: int


class Werkmapjaar(NamedTuple):
    """A year of a workspace, as the table of workspaces has it."""

    werkmap: str
    jaar: int | None
    organisatie: str | None
    stand: str
    indicatoren: int
    fouten: int
    eisen: int | None
    melding: str | None
    plaats: str | None


class Vindplek(NamedTuple):
    """One indicator behind a number, with the file and line that it rests on."""

    organisatie: str
    jaar: int
    id: str
    indicator: str
    doel: str | None
    realisatie: str | None
    oordeel: str
    plaats: str
    belofte: str


class Overzicht(NamedTuple):
    """The portfolio as it stands. `aandacht` are the workspaces that someone must look at."""

    dataset: str
    verdeling: Verdeling
    alle: Tellingen
    groepen: tuple[Tellingen, ...]
    totalen: tuple[Totaal, ...]
    standen: Mapping[str, int]
    aandacht: tuple[Werkmapjaar, ...]
    eisen: tuple[int, int] | None
    """Of how many years the demands are looked at, and how many meet all of them."""
    cellen: tuple[Telcel, ...] = ()
    """The counts for a page with filters; empty when they are not asked for."""
