"""Posten: the entries of a dossier, each promise and each result with its phrases read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING

from bkl.domein.model.indicator import Indicator
from bkl.domein.model.jaarverslag import Realisatie
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.values.jaren import first_day, last_day
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.records import NamedTuple, dataclass

if TYPE_CHECKING:
    from bkl.domein.dossier.measuring.averages import Meting
    from bkl.domein.dossier.measuring.metingen import Measurements
    from bkl.domein.dossier.uitsplitsing import Uitsplitsing
    from bkl.domein.model.bijstellingen import Wijziging
    from bkl.domein.notatie.values.moment import Moment

Pad = tuple[str | int, ...]
"""Keys and indices from the top of a YAML document."""


NO_JAARDOELEN: Mapping[int, Doel] = {}
"""Shared by all entries without jaardoelen."""


class Leesfout(NamedTuple):
    """A phrase that could not be read, with the route to its scalar."""

    pad: Pad
    fout: Onleesbaar


class Periode(NamedTuple):
    """The time that an account covers: from the first day of its year to its peildatum."""

    jaar: int
    peildatum: date

    @property
    def begin(self) -> date:
        """The first day of the year."""
        return first_day(self.jaar)

    @property
    def eind(self) -> date:
        """The last day of which figures of the year can be: never a day of a later year."""
        return min(self.peildatum, last_day(self.jaar))


class Mijlpaal(NamedTuple):
    """What must stand at a moment on the way to the doel; due on the moment's last day."""

    moment: Moment
    doel: Doel


class Bijstelling(NamedTuple):
    """A change of one doel; `doel` is None when it moves the promise, or only its deadline."""

    wijziging: Wijziging
    doel: Doel | None


class Gemeten(NamedTuple):
    """What metingen come to.

    `nu` is the figure of the day that the doel is about, `standen` the figures with a moment
    (for `tijd: som` running totals), `totaal` the figure of all years when each year has a doel
    of its own. `oud` is the moment of `nu` when that does not reach the day. `reeks` gives the
    figure of another day.
    """

    nu: Waarde | None = None
    standen: tuple[Meting, ...] = ()
    totaal: Waarde | None = None
    oud: Moment | None = None
    reeks: Measurements | None = None


NIET_GEMETEN = Gemeten()


@dataclass(frozen=True, slots=True, eq=False)
class IndicatorEntry:
    """One indicator at its place in the werkplan.

    `id` is `BD-R4.lezingen`, or `BD-R4` for the single indicator of an onderdeel. `doel` is
    where it must end: the doel itself, else the last mijlpaal or jaardoel. It is None when
    the indicator is qualitative, and also when a phrase is unreadable (`leesbaar` is then
    False). `mijlpalen` are in the order of their moments. `planeinde` is the last day of a plan of
    several years, for a doel that need not be reached before. `deeldoelen` are what was promised
    of each part, by dimension and part. `uitvoerders` and `portefeuillehouders` are its own, else
    those of what it stands in.
    """

    id: str
    sectie: str
    speerpunt: str
    onderdeel: str
    naam: str | None
    onderdeel_tekst: str
    indicator: Indicator
    doel: Doel | None
    leesbaar: bool
    pad: Pad
    mijlpalen: tuple[Mijlpaal, ...] = ()
    jaardoelen: Mapping[int, Doel] = field(default_factory=lambda: NO_JAARDOELEN)
    planeinde: date | None = None
    deeldoelen: Mapping[tuple[str, str], Doel] = field(default_factory=dict)
    uitvoerders: tuple[str, ...] = ()
    portefeuillehouders: tuple[str, ...] = ()

    @property
    def lijst(self) -> str:
        """The list of its speerpunt that it stands in: `resultaten` or `activiteiten`."""
        return str(self.pad[2])

    @property
    def tekst(self) -> str:
        """What is counted or judged, for a reader."""
        return self.indicator.tekst or (self.naam or "").replace("-", " ")

    @property
    def onderdeel_id(self) -> str:
        """The id of the onderdeel it stands in."""
        return f"{self.speerpunt}-{self.onderdeel}"

    @property
    def eenheid(self) -> str | None:
        """The unit of the doel, from its phrase or else from the indicator."""
        return self.doel.eenheid if self.doel else self.indicator.eenheid

    @property
    def deadline(self) -> date | None:
        """When `doel` is due; None for the end of the year."""
        if self.indicator.deadline is None and self.doel is not None and self.doel.delen.dag:
            return self.doel.delen.dag
        if self.indicator.deadline is not None or self.indicator.doel is not None:
            return self.indicator.deadline or self.planeinde
        if self.mijlpalen:
            return self.mijlpalen[-1].moment.eind
        if self.planeinde is not None:
            return self.planeinde
        return last_day(max(self.jaardoelen)) if self.jaardoelen else None

    def peildag(self, eind: date) -> date:
        """Return the day that the doel is about, in an account of figures up to `eind`."""
        return min(self.indicator.meetmoment or self.indicator.deadline or eind, eind)

    @property
    def is_ontwikkeling(self) -> bool:
        """Tell whether it is a figure that no single organisation can move.

        Such a figure is shown as a development and never counted as one's own result.
        """
        indicator = self.indicator
        if indicator.invloed is not None:
            return indicator.invloed == "maatschappelijk"
        return indicator.niveau == "maatschappelijk effect"


@dataclass(frozen=True, slots=True, eq=False)
class RealisatieEntry:
    """One realisatie with its phrases read; `waarde` is None when none was given or readable.

    `waarde` is the figure at the peildatum: as written, else as the metingen make it.
    `standen` are the figures with a moment, oldest first; for `tijd: som` running totals.
    `totaal` is the figure for a doel of several years, where that is not `waarde`; `sinds` is then
    the first of those years, when they were added from the reports before this one. `met_moment`
    tells that `waarde` follows from `standen`; else it was given as of the peildatum. `oud` is
    the moment of `waarde` when that does not reach the day that the doel is about, and `reeks`
    what was measured, from which the figure of another day follows. `uitsplitsing` is the same
    figure by its parts, and `prognose` what the writer expects at the end.
    """

    id: str
    realisatie: Realisatie
    waarde: Waarde | None
    tegenspraak: tuple[Waarde, ...]
    leesbaar: bool
    pad: Pad
    standen: tuple[Meting, ...] = ()
    totaal: Waarde | None = None
    met_moment: bool = False
    oud: Moment | None = None
    reeks: Measurements | None = None
    sinds: int | None = None
    uitsplitsing: tuple[Uitsplitsing, ...] = ()
    prognose: Waarde | None = None

    @property
    def tekst(self) -> str | None:
        """The figure as written, or as computed from what was written; None without one."""
        if self.waarde is not None and self.sinds is not None and self.totaal is not None:
            return f"{self.waarde.tekst} (sinds {self.sinds}: {self.totaal.tekst})"
        if self.waarde is not None and self.oud is not None:
            return f"{self.waarde.tekst} ({self.oud.tekst})"
        if self.waarde is not None:
            return self.waarde.tekst
        return self.realisatie.realisatie
