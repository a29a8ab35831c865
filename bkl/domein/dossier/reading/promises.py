"""Reading the promises of a werkplan: phrases become doelen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from bkl.domein.dossier.entries import NO_JAARDOELEN, Bijstelling, IndicatorEntry, Mijlpaal, Pad
from bkl.domein.dossier.reading.reader import Lezer
from bkl.domein.model.indicator import Indicator
from bkl.domein.notatie.changes.surroundings import Omgeving
from bkl.domein.notatie.meaning.doel import Doel, read_doel
from bkl.domein.notatie.values.moment import read_moment
from bkl.domein.records import NamedTuple

if TYPE_CHECKING:
    from bkl.domein.model.bijstellingen import Bijstellingen


class Beloften(NamedTuple):
    """What one indicator promises, read; `doel` is where it must end."""

    doel: Doel | None
    leesbaar: bool
    mijlpalen: tuple[Mijlpaal, ...] = ()
    jaardoelen: Mapping[int, Doel] = NO_JAARDOELEN
    deeldoelen: Mapping[tuple[str, str], Doel] = MappingProxyType({})


def read_beloften(lezer: Lezer, pad: Pad, indicator: Indicator, plan: Omgeving) -> Beloften:
    """Read every phrase of an indicator; `plan` is what the plan says beside it."""
    doel: Doel | None = None
    if indicator.doel is not None:
        # a doel written short (`lezingen: zes lezingen`) has no key of its own: the place
        # resolves to the indicator itself, whose value is that text
        doel = lezer.read((*pad, "doel"), indicator.doel, reader_of(indicator, None, plan))
        if indicator.nulmeting is not None:
            lezer.zinnen.append(((*pad, "nulmeting"), indicator.nulmeting))
        if doel is None:
            return Beloften(None, False)
    read = Beloften(doel, True)
    if indicator.mijlpalen or indicator.jaardoelen:
        read = read_path(lezer, pad, indicator, doel, plan)
    if indicator.uitsplitsing:
        parts = _read_parts(lezer, pad, indicator, read.doel, plan)
        read = read._replace(deeldoelen=parts)
    return read


def _read_parts(
    lezer: Lezer, pad: Pad, indicator: Indicator, example: Doel | None, plan: Omgeving
) -> dict[tuple[str, str], Doel]:
    """Read what is promised of each part; what a phrase leaves unsaid is as in the whole."""
    apart = indicator.model_copy(update={"nulmeting": None})
    reader, found = reader_of(apart, example, plan), {}
    for dimensie, told in indicator.uitsplitsing.items():
        for deel, tekst in told.doelen.items():
            place: Pad = (*pad, "uitsplitsing", dimensie, "doelen", deel)
            if (doel := lezer.read(place, tekst, reader)) is not None:
                found[dimensie, deel] = doel
    return found


def reader_of(indicator: Indicator, example: Doel | None, plan: Omgeving) -> Callable[[str], Doel]:
    """Return what reads a doel; what the phrase leaves unsaid is as in `example`."""
    eenheid, richting = indicator.eenheid, indicator.richting
    if example is not None:
        eenheid = eenheid or example.eenheid
        if richting is None and example.soort != "gereed":
            richting = example.richting
    referentie = indicator.referentie
    omgeving = plan._replace(
        richting=richting,
        eenheid=eenheid,
        nulmeting=indicator.nulmeting,
        referenties=() if referentie is None else ((referentie.wat, referentie.waarde),),
        schaal=indicator.schaal,
        norm=indicator.norm,
    )
    return partial(read_doel, omgeving=omgeving)


def read_path(
    lezer: Lezer, pad: Pad, indicator: Indicator, end: Doel | None, plan: Omgeving
) -> Beloften:
    """Read the mijlpalen or jaardoelen; each takes over what the end or the one before says."""
    before, mijlpalen, jaardoelen, leesbaar = end, [], {}, True
    for key, tekst in indicator.mijlpalen.items():
        doel = _read_step(lezer, (*pad, "mijlpalen", key), tekst, indicator, before, plan)
        leesbaar = leesbaar and doel is not None
        before = before or doel
        if doel is not None:
            mijlpalen.append(Mijlpaal(read_moment(key), doel))
    for jaar, tekst in indicator.jaardoelen.items():
        doel = _read_step(lezer, (*pad, "jaardoelen", str(jaar)), tekst, indicator, before, plan)
        leesbaar = leesbaar and doel is not None
        before = before or doel
        if doel is not None:
            jaardoelen[jaar] = doel
    mijlpalen.sort(key=lambda mijlpaal: mijlpaal.moment.eind)
    ends = [mijlpaal.moment.eind for mijlpaal in mijlpalen]
    if len(set(ends)) < len(ends):
        lezer.refuse(
            (*pad, "mijlpalen"),
            "Twee mijlpalen vallen op dezelfde dag.",
            "Houd er één over, of geef de andere een eigen moment.",
        )
    if end is None and mijlpalen:
        end = mijlpalen[-1].doel
    if end is None and jaardoelen:
        end = jaardoelen[max(jaardoelen)]
    return Beloften(end if leesbaar else None, leesbaar, tuple(mijlpalen), jaardoelen)


def _read_step(
    lezer: Lezer,
    pad: Pad,
    tekst: str,
    indicator: Indicator,
    example: Doel | None,
    plan: Omgeving,
) -> Doel | None:
    doel = lezer.read(pad, tekst, reader_of(indicator, example, plan))
    if doel is None or example is None or doel.nulmeting is not None:
        return doel
    same_way = doel.richting == example.richting and doel.per == example.per
    return replace(doel, nulmeting=example.nulmeting) if same_way else doel


def read_bijstellingen(
    lezer: Lezer,
    bijstellingen: Bijstellingen,
    indicatoren: Mapping[str, IndicatorEntry],
    plan: Omgeving,
) -> dict[str, list[Bijstelling]]:
    """Return the wijzigingen by indicator id, in the order of the file."""
    found: dict[str, list[Bijstelling]] = {}
    for nummer, wijziging in enumerate(bijstellingen.wijzigingen):
        pad: Pad = ("wijzigingen", nummer)
        entry = indicatoren.get(wijziging.indicator)
        if entry is None:
            lezer.refuse(
                (*pad, "indicator"),
                f"`{wijziging.indicator}` is geen indicator van het werkplan.",
                "Neem de code precies over uit het werkplan.",
            )
            continue
        doel = None
        if wijziging.doel is not None:
            read = reader_of(entry.indicator, entry.doel, plan)
            doel = lezer.read((*pad, "doel"), wijziging.doel, read)
            if doel is None:
                continue
            if doel.nulmeting is None and entry.doel and doel.richting == entry.doel.richting:
                doel = replace(doel, nulmeting=entry.doel.nulmeting)
        found.setdefault(entry.id, []).append(Bijstelling(wijziging, doel))
    return found
