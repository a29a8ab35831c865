"""Damage: what a file could not say is marked, so that one fault hides nothing else.

A promise or result of which any part was left out in reading could mean something else than what
is left of it. It is kept, counted, and never judged by the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.entries import NO_JAARDOELEN, IndicatorEntry, Pad, RealisatieEntry
from bkl.domein.dossier.structure.sections import SECTIES, written_sections
from bkl.domein.model.indicator import Indicator, Onderdeel
from bkl.domein.model.jaarverslag import Realisatie
from bkl.domein.model.werkplan import Speerpunt
from bkl.domein.notatie.vocabulary.eenheid import EURO

_LISTS = ("resultaten", "activiteiten")
_LOST = "{} is niet te lezen in het werkplan."
_ABOUT = frozenset(Speerpunt.model_fields) - set(_LISTS)
"""Keys of a speerpunt that no verdict depends on."""


def mark_promises(dossier: Dossier, routes: Iterable[Pad]) -> None:
    """Mark the indicators at or below the routes of faults in the werkplan.

    What was left out whole gets an entry of its own, so that it stays in N.
    """
    places: dict[Pad, list[str]] = {}
    for id_, entry in dossier.indicatoren.items():
        places.setdefault(entry.pad[:4], []).append(id_)
    for route in routes:
        if route[:1] == ("afspraken",):
            _mark_estimates(dossier)
        elif route[:1] == ("bedragen",):
            for entry in list(dossier.indicatoren.values()):
                if entry.eenheid == EURO:
                    _mark(dossier, entry)
        elif len(route) > 1 and route[0] in SECTIES:
            _mark_below(dossier, route, places)


def mark_results(dossier: Dossier, routes: Iterable[Pad]) -> None:
    """Mark the realisaties at the routes of faults in the jaarverslag."""
    for route in routes:
        if route == ("realisaties",):
            for id_ in dossier.indicatoren:
                _mark_result(dossier, id_)
        elif len(route) > 1 and route[0] == "realisaties":
            _mark_result(dossier, str(route[1]))


def mark_changed(dossier: Dossier, ids: Iterable[str]) -> None:
    """Mark the indicators of which a change could not be read."""
    for id_ in ids:
        if (entry := dossier.indicatoren.get(id_)) is not None:
            _mark(dossier, entry)


def _mark(dossier: Dossier, entry: IndicatorEntry) -> None:
    marked = replace(entry, doel=None, leesbaar=False, mijlpalen=(), jaardoelen=NO_JAARDOELEN)
    dossier.indicatoren[entry.id] = marked
    dossier.bijstellingen.pop(entry.id, None)
    for shared in dossier.verschijningen.values():
        shared[:] = [marked if one is entry else one for one in shared]


def _mark_estimates(dossier: Dossier) -> None:
    """Mark what reaches as far as the margin, which is not known."""
    for entry in list(dossier.indicatoren.values()):
        if entry.doel is not None and entry.doel.soort == "richtgetal":
            _mark(dossier, entry)
    for given in list(dossier.realisaties.values()):
        if given.waarde is not None and given.waarde.nominaal is not None:
            _mark_result(dossier, given.id)


def _mark_below(dossier: Dossier, route: Pad, places: dict[Pad, list[str]]) -> None:
    """Mark what lies below a route; `places` are the ids by onderdeel, for there may be many."""
    # the route of a list is that of the key; below an indicator it goes on to its keys
    near = places.get(route[:4], ()) if len(route) > 3 else ()
    there = [dossier.indicatoren[id_] for id_ in near]
    touched = [entry for entry in there if _is_prefix(route, entry.pad)]
    for entry in touched:
        _mark(dossier, entry)
    if touched or (len(route) == 3 and route[2] in _ABOUT):
        return
    kept = _keep_place(dossier, route)
    if kept is not None:
        places.setdefault(kept.pad, []).append(kept.id)


def _is_prefix(route: Pad, pad: Pad) -> bool:
    shortest = min(len(route), len(pad))
    return route[:shortest] == pad[:shortest]


def _keep_place(dossier: Dossier, route: Pad) -> IndicatorEntry | None:
    """Keep the place of what was left out whole: an onderdeel, one of its figures, or more.

    Returns the entry that stands there now, None when there was one already.
    """
    sectie, speerpunt, *rest = (str(step) for step in route)
    onderdeel = rest[1] if len(rest) > 1 else rest[0] if rest else "alles"
    naam = rest[3] if len(rest) > 3 and rest[2] == "indicatoren" else None
    id_ = "-".join(part for part in (speerpunt, onderdeel) if part)
    id_ = f"{id_}.{naam}" if naam else id_
    lijst = "activiteiten" if rest[:1] == ["activiteiten"] else "resultaten"
    _keep_text(dossier, (sectie, speerpunt, lijst, onderdeel))
    if id_ in dossier.indicatoren:
        return None
    dossier.indicatoren[id_] = IndicatorEntry(
        id=id_,
        sectie=sectie,
        speerpunt=speerpunt,
        onderdeel=onderdeel,
        naam=naam,
        onderdeel_tekst=_LOST.format(id_),
        indicator=Indicator.model_construct(),
        doel=None,
        leesbaar=False,
        pad=(sectie, speerpunt, lijst, onderdeel),
    )
    return dossier.indicatoren[id_]


def _keep_text(dossier: Dossier, pad: tuple[str, str, str, str]) -> None:
    """Let the plan itself name the place, so that every report finds it in its order."""
    sectie, sleutel, lijst, onderdeel = pad
    section = written_sections(dossier.werkplan)[sectie]
    speerpunt = section.get(sleutel)
    if speerpunt is None:
        speerpunt = Speerpunt.model_construct(resultaten={}, activiteiten={})
        section[sleutel] = speerpunt
    kept = speerpunt.activiteiten if lijst == "activiteiten" else speerpunt.resultaten
    if onderdeel not in kept:
        lost = Onderdeel.model_construct(tekst=_LOST.format(f"{sleutel}-{onderdeel}"))
        kept[onderdeel] = lost


def _mark_result(dossier: Dossier, id_: str) -> None:
    if id_ not in dossier.indicatoren:
        return
    known = dossier.realisaties.get(id_)
    if known is None:
        told = Realisatie.model_construct()
        known = RealisatieEntry(id_, told, None, (), False, ("realisaties", id_))
    dossier.realisaties[id_] = replace(known, leesbaar=False)
