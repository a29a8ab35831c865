"""Bijdragen: what contributes to what, from an activity to a result to an effect.

A contribution is a line between two codes of the plan, and never a second promise: N does not know
of it. A figure that contributes to another of the same kind is part of it, and is not added to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Literal

from bkl.domein.dossier.entries import IndicatorEntry, Pad
from bkl.domein.dossier.structure.nesting import Nesting
from bkl.domein.model.werkplan import Speerpunt
from bkl.domein.records import NamedTuple

Misstap = Literal["onbekend", "zichzelf", "eigen geheel", "eronder", "kring"]
"""Why a line leads nowhere: an unknown code, where it stands itself, or round in a circle."""
Places = Mapping[str, tuple[str, str | None]]
"""By code the speerpunt that it stands in, and its onderdeel where it is one figure of more."""
_MOST_CIRCLES = 100


class Bijdrage(NamedTuple):
    """One line, from a code to a code; `pad` is the route to where it is written."""

    van: str
    naar: str
    pad: Pad
    misstap: Misstap | None = None


class Bijdragen(NamedTuple):
    """The lines of a plan: `heen` by what contributes, `terug` by what it contributes to."""

    heen: Mapping[str, tuple[str, ...]] = {}
    terug: Mapping[str, tuple[str, ...]] = {}
    misstappen: tuple[Bijdrage, ...] = ()

    def uiteindelijk(self, id_: str) -> frozenset[str]:
        """Return all codes that it contributes to, also by way of others."""
        found: set[str] = set()
        ahead = [id_]
        while ahead:
            for naar in self.heen.get(ahead.pop(), ()):
                if naar not in found:
                    found.add(naar)
                    ahead.append(naar)
        return frozenset(found)


NONE = Bijdragen()


def read_bijdragen(
    sections: Mapping[str, Mapping[str, Speerpunt]],
    indicatoren: Mapping[str, IndicatorEntry],
    nesting: Nesting,
) -> Bijdragen:
    """Return the lines of a plan; what leads nowhere is told and left out."""
    written = list(_written(sections))
    if not written:
        return NONE
    inside = _places(sections, indicatoren)
    looked = [one._replace(misstap=_misstap(one, inside, nesting)) for one in written]
    fine = _without_circles([one for one in looked if one.misstap is None], inside, nesting)
    heen: dict[str, tuple[str, ...]] = {}
    terug: dict[str, tuple[str, ...]] = {}
    for one in fine:
        if one.misstap is None and one.naar not in heen.get(one.van, ()):
            heen[one.van] = (*heen.get(one.van, ()), one.naar)
            terug[one.naar] = (*terug.get(one.naar, ()), one.van)
    circles = {one.pad: one for one in fine if one.misstap is not None}
    told = (circles.get(one.pad, one) for one in looked)
    return Bijdragen(heen, terug, tuple(one for one in told if one.misstap is not None))


def _written(sections: Mapping[str, Mapping[str, Speerpunt]]) -> Iterator[Bijdrage]:
    for sectie, speerpunten in sections.items():
        for code, speerpunt in speerpunten.items():
            yield from _lines(code, (sectie, code), speerpunt.draagt_bij_aan)
            lists = (("resultaten", speerpunt.resultaten), ("activiteiten", speerpunt.activiteiten))
            for lijst, onderdelen in lists:
                for naam, onderdeel in onderdelen.items():
                    id_, pad = f"{code}-{naam}", (sectie, code, lijst, naam)
                    if onderdeel.draagt_bij_aan:
                        yield from _lines(id_, pad, onderdeel.draagt_bij_aan)
                    for own, one in onderdeel.indicatoren.items():
                        if one.draagt_bij_aan:
                            place = (*pad, "indicatoren", own)
                            yield from _lines(f"{id_}.{own}", place, one.draagt_bij_aan)


def _lines(van: str, pad: Pad, naar: tuple[str, ...]) -> Iterator[Bijdrage]:
    for nummer, one in enumerate(naar):
        yield Bijdrage(van, one, (*pad, "draagt_bij_aan", nummer))


def _places(
    sections: Mapping[str, Mapping[str, Speerpunt]], indicatoren: Mapping[str, IndicatorEntry]
) -> dict[str, tuple[str, str | None]]:
    """Return by every code that can be named its speerpunt, and its onderdeel if it is in one."""
    found: dict[str, tuple[str, str | None]] = {}
    for speerpunten in sections.values():
        for code, speerpunt in speerpunten.items():
            for naam in (*speerpunt.resultaten, *speerpunt.activiteiten):
                found.setdefault(f"{code}-{naam}", (code, None))
    for id_, entry in indicatoren.items():
        found.setdefault(id_, (entry.speerpunt, entry.onderdeel_id))
    for speerpunten in sections.values():
        for code in speerpunten:
            found.setdefault(code, (code, None))
    return found


def _around(code: str, inside: Places, nesting: Nesting) -> frozenset[str]:
    """Return every code that something is a part of."""
    speerpunt, onderdeel = inside.get(code, (code, None))
    wholes = {*nesting.keten(speerpunt), *((onderdeel,) if onderdeel else ())}
    return frozenset(wholes - {code})


def _misstap(one: Bijdrage, inside: Places, nesting: Nesting) -> Misstap | None:
    if one.naar not in inside:
        return "onbekend"
    if one.naar == one.van:
        return "zichzelf"
    if one.naar == inside.get(one.van, (one.van, None))[1]:
        return "eigen geheel"
    return "eronder" if one.van in _around(one.naar, inside, nesting) else None


def _without_circles(lines: list[Bijdrage], inside: Places, nesting: Nesting) -> list[Bijdrage]:
    """Return the lines with those marked that lead round: what reaches a whole reaches its parts.

    A line to what something is part of itself leads nowhere else. Of very many circles the first
    are marked.
    """
    around = {one.van: _around(one.van, inside, nesting) for one in lines}
    steps = {(one.van, one.naar) for one in lines if one.naar not in around[one.van]}
    parts: dict[str, set[str]] = {}
    for van, wholes in around.items():
        for whole in wholes:
            parts.setdefault(whole, set()).add(van)
    circling: set[tuple[str, str]] = set()
    for _ in range(_MOST_CIRCLES):
        graph: dict[str, set[str]] = {whole: set(within) for whole, within in parts.items()}
        for van, naar in steps - circling:
            graph.setdefault(van, set()).add(naar)
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle: list[str] = error.args[1]
            # each in it is reached by the next
            circling.update(step for step in zip(circle[1:], circle, strict=False) if step in steps)
        else:
            break
    return [
        one._replace(misstap="kring") if (one.van, one.naar) in circling else one for one in lines
    ]
