"""From a dossier to rows: every indicator judged, in document order, and selections of them."""

from __future__ import annotations

from collections.abc import Iterable

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.structure.sections import onderdelen_of, sections_of
from bkl.domein.dossier.verdicts import Rij, Vergelijking
from bkl.gap.decision import Stand
from bkl.gap.over_time import judge_over_time


def compare(dossier: Dossier) -> dict[str, Vergelijking]:
    """Judge every indicator of the plan; keys are indicator ids, in document order.

    Without a jaarverslag everything is `niet gerapporteerd` at the end of the year.
    """
    stand = Stand(dossier.jaar, dossier.peildatum, dossier.werkplan.marge)
    realisaties, changes = dossier.realisaties, dossier.bijstellingen
    return {
        id_: judge_over_time(entry, realisaties.get(id_), stand, changes.get(id_, ()))
        for id_, entry in dossier.indicatoren.items()
    }


def build_rows(dossier: Dossier, vergelijkingen: dict[str, Vergelijking]) -> list[Rij]:
    """Lay the verdicts out per onderdeel, shared indicators at each onderdeel that they serve."""
    rijen: list[Rij] = []
    own: dict[str, list[Vergelijking]] = {}
    for vergelijking in vergelijkingen.values():
        own.setdefault(vergelijking.entry.onderdeel_id, []).append(vergelijking)
    for speerpunten in sections_of(dossier.werkplan).values():
        for sleutel, speerpunt in speerpunten.items():
            for _, naam, onderdeel in onderdelen_of(speerpunt):
                plek = f"{sleutel}-{naam}"
                for vergelijking in own.get(plek, ()):
                    entry = vergelijking.entry
                    rijen.append(Rij(entry.id, sleutel, naam, onderdeel.tekst, vergelijking))
                for entry in dossier.verschijningen.get(plek, ()):
                    id_ = f"{plek}.{entry.naam}" if entry.naam else plek
                    shared = vergelijkingen[entry.id]
                    rijen.append(Rij(id_, sleutel, naam, onderdeel.tekst, shared, entry.id))
    # what was left out of an unreadable plan has no onderdeel to stand at
    shown = {rij.vergelijking.entry.id for rij in rijen}
    for id_, vergelijking in vergelijkingen.items():
        if id_ not in shown:
            entry = vergelijking.entry
            text = entry.onderdeel_tekst
            rijen.append(Rij(id_, entry.speerpunt, entry.onderdeel, text, vergelijking))
    return rijen


def select(dossier: Dossier, rijen: Iterable[Rij], selectie: str | None) -> list[Rij] | None:
    """Return the rows of a speerpunt with all under it, a thema, doelgroep, onderdeel or indicator.

    None when the selection names nothing in this plan; no selection means everything.
    """
    if selectie is None:
        return list(rijen)
    werkplan = dossier.werkplan
    if dossier.speerpunt(selectie):
        branch = frozenset(dossier.nesting.tak(selectie))
        return [rij for rij in rijen if rij.speerpunt in branch]
    for axis, declared in enumerate((werkplan.themas, werkplan.doelgroepen)):
        if selectie in declared:
            inside = {
                sleutel
                for sleutel in werkplan.speerpunten
                if dossier.assen(sleutel)[axis] == selectie
            }
            return [rij for rij in rijen if rij.speerpunt in inside]
    found = [rij for rij in rijen if selectie in (rij.id, f"{rij.speerpunt}-{rij.onderdeel}")]
    return found or None


def branches(dossier: Dossier, rijen: Iterable[Rij]) -> dict[str, list[Rij]]:
    """Return by speerpunt the rows of its whole branch: its own, and all of what is under it."""
    found: dict[str, list[Rij]] = {}
    for rij in rijen:
        for code in dossier.nesting.keten(rij.speerpunt):
            found.setdefault(code, []).append(rij)
    return found


def selections(dossier: Dossier, rijen: Iterable[Rij]) -> list[str]:
    """Return every selection that names something, for completion and for suggestions."""
    werkplan = dossier.werkplan
    names = [*werkplan.themas, *werkplan.doelgroepen]
    for speerpunten in sections_of(werkplan).values():
        names += speerpunten
    for rij in rijen:
        names += (f"{rij.speerpunt}-{rij.onderdeel}", rij.id)
    return list(dict.fromkeys(names))
