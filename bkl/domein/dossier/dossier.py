"""Dossier: werkplan and jaarverslag of one year, with every phrase read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from bkl.domein.dossier.entries import IndicatorEntry, Leesfout, Pad, Periode, RealisatieEntry
from bkl.domein.dossier.read_promises import read_beloften, read_bijstellingen
from bkl.domein.dossier.read_results import read_realisatie
from bkl.domein.dossier.reader import Lezer
from bkl.domein.model.indicator import Indicator, Onderdeel
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.model.werkplan import Speerpunt, Werkplan
from bkl.domein.notatie.changes.surroundings import Omgeving

if TYPE_CHECKING:
    from bkl.domein.dossier.entries import Bijstelling
    from bkl.domein.model.bijstellingen import Bijstellingen

__all__ = [
    "SECTIES",
    "Dossier",
    "IndicatorEntry",
    "Leesfout",
    "Pad",
    "RealisatieEntry",
    "build_dossier",
    "onderdelen_of",
    "sections_of",
]

SECTIES = ("speerpunten", "uitgangspunten", "projecten", "bedrijfsvoering")
"""The sections of a werkplan that hold promises, in the order of the document."""


@dataclass(slots=True)
class Dossier:
    """Everything known of one year. `jaarverslag` is None while only the plan exists."""

    werkplan: Werkplan
    jaarverslag: Jaarverslag | None
    indicatoren: dict[str, IndicatorEntry] = field(default_factory=dict)
    realisaties: dict[str, RealisatieEntry] = field(default_factory=dict)
    verschijningen: dict[str, list[IndicatorEntry]] = field(default_factory=dict)
    """Onderdeel id -> indicators of elsewhere that serve it too (`ook_bij`)."""
    samengesteld: dict[str, Onderdeel] = field(default_factory=dict)
    """Onderdeel id -> an onderdeel that is reached only when all of its indicators are."""
    bijstellingen: dict[str, list[Bijstelling]] = field(default_factory=dict)
    """Indicator id -> what changed after the plan was handed in, in the order of the file."""
    lezer_werkplan: Lezer = field(default_factory=Lezer)
    lezer_jaarverslag: Lezer = field(default_factory=Lezer)
    lezer_bijstellingen: Lezer = field(default_factory=Lezer)

    @property
    def jaar(self) -> int:
        """The year that was planned."""
        return self.werkplan.werkplan

    @property
    def peildatum(self) -> date:
        """The day on which the account was made up; the end of the year without one."""
        return self.jaarverslag.peildatum if self.jaarverslag else date(self.jaar, 12, 31)

    def speerpunt(self, sleutel: str) -> tuple[str, Speerpunt] | None:
        """Return (section, speerpunt) for a code, None when there is none."""
        for sectie in SECTIES:
            if found := sections_of(self.werkplan)[sectie].get(sleutel):
                return sectie, found
        return None


def sections_of(werkplan: Werkplan) -> dict[str, dict[str, Speerpunt]]:
    """Return the sections that hold promises, by name, in document order."""
    return {
        "speerpunten": werkplan.speerpunten,
        "uitgangspunten": werkplan.uitgangspunten,
        "projecten": werkplan.projecten,
        "bedrijfsvoering": werkplan.bedrijfsvoering,
    }


def onderdelen_of(speerpunt: Speerpunt) -> Iterator[tuple[str, str, Onderdeel]]:
    """Yield (list name, key, onderdeel): the resultaten first, then the activiteiten."""
    for sleutel, onderdeel in speerpunt.resultaten.items():
        yield "resultaten", sleutel, onderdeel
    for sleutel, onderdeel in speerpunt.activiteiten.items():
        yield "activiteiten", sleutel, onderdeel


def build_dossier(
    werkplan: Werkplan,
    jaarverslag: Jaarverslag | None,
    bijstellingen: Bijstellingen | None = None,
) -> Dossier:
    """Lay out every indicator and read every phrase; unreadable ones are kept as leesfouten."""
    dossier = Dossier(werkplan, jaarverslag)
    for sectie, speerpunten in sections_of(werkplan).items():
        for sleutel, speerpunt in speerpunten.items():
            for lijst, naam, onderdeel in onderdelen_of(speerpunt):
                _add_onderdeel(dossier, (sectie, sleutel, lijst, naam), onderdeel)
    _share(dossier)
    periode = Periode(date(dossier.jaar, 1, 1), dossier.peildatum)
    for id_, realisatie in (jaarverslag.realisaties if jaarverslag else {}).items():
        dossier.realisaties[id_] = read_realisatie(
            dossier.lezer_jaarverslag,
            ("realisaties", id_),
            realisatie,
            dossier.indicatoren.get(id_),
            werkplan,
            periode,
        )
    if bijstellingen is not None:
        dossier.bijstellingen = read_bijstellingen(
            dossier.lezer_bijstellingen, bijstellingen, dossier.indicatoren, plan_of(werkplan)
        )
    return dossier


def plan_of(werkplan: Werkplan) -> Omgeving:
    """Return what a plan says of every doel in it."""
    return Omgeving(
        marge=werkplan.marge, jaar=werkplan.werkplan, duizendtallen=werkplan.bedragen is not None
    )


def _add_onderdeel(dossier: Dossier, pad: tuple[str, str, str, str], onderdeel: Onderdeel) -> None:
    sectie, speerpunt, _, sleutel = pad
    if onderdeel.samengesteld:
        dossier.samengesteld[f"{speerpunt}-{sleutel}"] = onderdeel
    named: list[tuple[str | None, Indicator]] = list(onderdeel.indicatoren.items()) or [
        (None, onderdeel)
    ]
    lezer, plan = dossier.lezer_werkplan, plan_of(dossier.werkplan)
    for naam, indicator in named:
        plek: Pad = pad if naam is None else (*pad, "indicatoren", naam)
        own = onderdeel.tekst if naam is None else indicator.tekst
        over = "\n".join(part for part in (naam, own) if part)
        beloften = read_beloften(lezer, plek, indicator, plan._replace(over=over))
        entry = IndicatorEntry(
            id=f"{speerpunt}-{sleutel}" + (f".{naam}" if naam else ""),
            sectie=sectie,
            speerpunt=speerpunt,
            onderdeel=sleutel,
            naam=naam,
            onderdeel_tekst=onderdeel.tekst,
            indicator=indicator,
            doel=beloften.doel,
            leesbaar=beloften.leesbaar,
            pad=plek,
            mijlpalen=beloften.mijlpalen,
            jaardoelen=beloften.jaardoelen,
        )
        dossier.indicatoren.setdefault(entry.id, entry)


def _share(dossier: Dossier) -> None:
    """Let indicators appear at the onderdelen they also serve; those have none of their own."""
    for entry in list(dossier.indicatoren.values()):
        for onderdeel_id in entry.indicator.ook_bij:
            dossier.verschijningen.setdefault(onderdeel_id, []).append(entry)
    for onderdeel_id in dossier.verschijningen:
        own = dossier.indicatoren.get(onderdeel_id)
        if own is not None and own.indicator.doel is None:
            del dossier.indicatoren[onderdeel_id]
