"""Dossier: werkplan and jaarverslag of one year, with every phrase read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bkl.domein.doel import Doel, read_doel
from bkl.domein.jaarverslag import Jaarverslag, Realisatie
from bkl.domein.notatie import Onleesbaar
from bkl.domein.waarde import Waarde, read_waarde
from bkl.domein.werkplan import Indicator, Onderdeel, Speerpunt, Werkplan

Pad = tuple[str | int, ...]
"""Keys and indices from the top of a YAML document."""

SECTIES = ("speerpunten", "uitgangspunten", "projecten")
"""The sections of a werkplan that hold promises, in the order of the document."""


@dataclass(frozen=True, slots=True)
class Leesfout:
    """A phrase that could not be read, with the route to its scalar."""

    pad: Pad
    fout: Onleesbaar


@dataclass(frozen=True, slots=True, eq=False)
class IndicatorEntry:
    """One indicator at its place in the werkplan.

    `id` is `BD-R4.lezingen`, or `BD-R4` for the single indicator of an onderdeel. `doel` is
    None when the indicator is qualitative, and also when its phrase is unreadable
    (`leesbaar` is then False).
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


@dataclass(frozen=True, slots=True, eq=False)
class RealisatieEntry:
    """One realisatie with its phrases read; `waarde` is None when none was given or readable."""

    id: str
    realisatie: Realisatie
    waarde: Waarde | None
    tegenspraak: tuple[Waarde, ...]
    leesbaar: bool
    pad: Pad


@dataclass(slots=True)
class Dossier:
    """Everything known of one year. `jaarverslag` is None while only the plan exists."""

    werkplan: Werkplan
    jaarverslag: Jaarverslag | None
    indicatoren: dict[str, IndicatorEntry] = field(default_factory=dict)
    realisaties: dict[str, RealisatieEntry] = field(default_factory=dict)
    verschijningen: dict[str, list[IndicatorEntry]] = field(default_factory=dict)
    """Onderdeel id -> indicators of elsewhere that serve it too (`ook_bij`)."""
    leesfouten_werkplan: list[Leesfout] = field(default_factory=list)
    leesfouten_jaarverslag: list[Leesfout] = field(default_factory=list)

    @property
    def jaar(self) -> int:
        """The year that was planned."""
        return self.werkplan.werkplan

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
    }


def onderdelen_of(speerpunt: Speerpunt) -> Iterator[tuple[str, str, Onderdeel]]:
    """Yield (list name, key, onderdeel): the resultaten first, then the activiteiten."""
    for sleutel, onderdeel in speerpunt.resultaten.items():
        yield "resultaten", sleutel, onderdeel
    for sleutel, onderdeel in speerpunt.activiteiten.items():
        yield "activiteiten", sleutel, onderdeel


def build_dossier(werkplan: Werkplan, jaarverslag: Jaarverslag | None) -> Dossier:
    """Lay out every indicator and read every phrase; unreadable ones are kept as leesfouten."""
    dossier = Dossier(werkplan, jaarverslag)
    for sectie, speerpunten in sections_of(werkplan).items():
        for sleutel, speerpunt in speerpunten.items():
            for lijst, naam, onderdeel in onderdelen_of(speerpunt):
                _add_onderdeel(dossier, (sectie, sleutel, lijst, naam), onderdeel)
    _share(dossier)
    for id_, realisatie in (jaarverslag.realisaties if jaarverslag else {}).items():
        dossier.realisaties[id_] = _read_realisatie(dossier, id_, realisatie)
    return dossier


def _add_onderdeel(dossier: Dossier, pad: tuple[str, str, str, str], onderdeel: Onderdeel) -> None:
    sectie, speerpunt, _, sleutel = pad
    named: list[tuple[str | None, Indicator]] = list(onderdeel.indicatoren.items()) or [
        (None, onderdeel)
    ]
    for naam, indicator in named:
        plek: Pad = pad if naam is None else (*pad, "indicatoren", naam)
        doel, leesbaar = _read_doel(dossier, plek, indicator)
        entry = IndicatorEntry(
            id=f"{speerpunt}-{sleutel}" + (f".{naam}" if naam else ""),
            sectie=sectie,
            speerpunt=speerpunt,
            onderdeel=sleutel,
            naam=naam,
            onderdeel_tekst=onderdeel.tekst,
            indicator=indicator,
            doel=doel,
            leesbaar=leesbaar,
            pad=plek,
        )
        dossier.indicatoren.setdefault(entry.id, entry)


def _read_doel(dossier: Dossier, pad: Pad, indicator: Indicator) -> tuple[Doel | None, bool]:
    if indicator.doel is None:
        return None, True
    try:
        doel = read_doel(
            indicator.doel,
            richting=indicator.richting,
            eenheid=indicator.eenheid,
            marge=dossier.werkplan.marge,
            nulmeting=indicator.nulmeting,
        )
    except Onleesbaar as fout:
        # a doel written short (`lezingen: zes lezingen`) has no key of its own: the place
        # resolves to the indicator itself, whose value is that text
        dossier.leesfouten_werkplan.append(Leesfout((*pad, "doel"), fout))
        return None, False
    return doel, True


def _share(dossier: Dossier) -> None:
    """Let indicators appear at the onderdelen they also serve; those have none of their own."""
    for entry in list(dossier.indicatoren.values()):
        for onderdeel_id in entry.indicator.ook_bij:
            dossier.verschijningen.setdefault(onderdeel_id, []).append(entry)
    for onderdeel_id in dossier.verschijningen:
        own = dossier.indicatoren.get(onderdeel_id)
        if own is not None and own.indicator.doel is None:
            del dossier.indicatoren[onderdeel_id]


def _read_realisatie(dossier: Dossier, id_: str, realisatie: Realisatie) -> RealisatieEntry:
    pad: Pad = ("realisaties", id_)
    entry = dossier.indicatoren.get(id_)
    eenheid = entry.eenheid if entry else None
    leesbaar = True

    def read(tekst: str, plek: Pad) -> Waarde | None:
        nonlocal leesbaar
        try:
            return read_waarde(tekst, eenheid=eenheid, marge=dossier.werkplan.marge)
        except Onleesbaar as fout:
            dossier.leesfouten_jaarverslag.append(Leesfout(plek, fout))
            leesbaar = False
            return None

    waarde = None
    if realisatie.realisatie is not None:
        waarde = read(realisatie.realisatie, (*pad, "realisatie"))
    others = [
        read(ander.realisatie, (*pad, "tegenspraak", nummer, "realisatie"))
        for nummer, ander in enumerate(realisatie.tegenspraak)
    ]
    return RealisatieEntry(
        id_, realisatie, waarde, tuple(w for w in others if w is not None), leesbaar, pad
    )
