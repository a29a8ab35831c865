"""What a signature covers: text, definition, figure and evidence, never the computed verdict."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from bkl.api.workspace.year import Year
from bkl.domein.dossier.signed import AkkoordStand, Getekend, stand_of
from bkl.domein.model.bronnen import Bronplaats
from bkl.source.evidence import Bewijskast

_LENGTH = 32
_ASIDE = ("wie", "labels", "uitvoerder", "portefeuillehouder", "draagt_bij_aan")
"""Keys that say who works on it, not what was promised or reached."""

Plain = str | list["Plain"] | dict[str, "Plain"]


def content_hash(year: Year, id_: str, kast: Bewijskast | None = None) -> str:
    """Return the first 128 bits of the SHA-256 of what stands in the files about an indicator.

    Layout does not count: how lines are broken or quoted, a short form or a long one, the
    order of keys. Every word and figure does, and every byte of a file that is named as
    evidence; `kast` has read some of them already. Raises KeyError for an unknown indicator.
    """
    if year.dossier is None or year.werkplan is None or year.werkplan.tree is None:
        raise KeyError(id_)
    entry = year.dossier.indicatoren[id_]
    promised = year.werkplan.tree.node(entry.pad)
    short = "doel" if entry.naam else "tekst"
    told = _told(year, id_)
    bronnen = dict(_sources(year, told))
    marge = year.dossier.werkplan.marge
    content = {
        "id": id_,
        "jaar": year.dossier.jaar,
        "onderdeel": _plain(entry.onderdeel_tekst),
        "belofte": _plain(_long(promised.value if promised else "", short)),
        "marge": str(marge) if marge is not None else "",
        "bijstellingen": [_plain(one) for one in _changes(year, id_)],
        "realisatie": _plain(told),
        "bronnen": _plain(bronnen),
        "bestanden": dict(_files(kast or Bewijskast(year.folder), [told, bronnen])),
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def signatures(year: Year) -> list[Getekend]:
    """Return every signature of the year, with whether its content is still the same."""
    file = year.akkoord
    if file is None or file.model is None or year.dossier is None:
        return []
    hashes: dict[str, str] = {}
    kast = Bewijskast(year.folder)
    found = []
    for nummer, akkoord in enumerate(file.model.akkoorden):
        id_ = akkoord.indicator
        known = id_ in year.dossier.indicatoren
        if known and id_ not in hashes:
            hashes[id_] = content_hash(year, id_, kast)
        same = known and akkoord.kenmerk.startswith(hashes[id_])
        found.append(Getekend(nummer, akkoord, same, known))
    return found


def _told(year: Year, id_: str) -> dict[str, Plain]:
    file = year.jaarverslag
    node = file.tree.node(("realisaties", id_)) if file is not None and file.tree else None
    told = _long(node.value if node else "", "realisatie")
    return {key: value for key, value in told.items() if key not in _ASIDE}


def _long(value: Plain, short: str) -> dict[str, Plain]:
    """Return the long form; what an onderdeel says of its other indicators is left out."""
    if not isinstance(value, dict):
        return {short: value} if value else {}
    return {key: one for key, one in value.items() if key not in (*_ASIDE, "indicatoren")}


def _changes(year: Year, id_: str) -> Iterator[Plain]:
    file = year.bijstellingen
    node = file.tree.node(("wijzigingen",)) if file is not None and file.tree else None
    for one in node.value if node is not None and isinstance(node.value, list) else ():
        if isinstance(one, dict) and one.get("indicator") == id_:
            yield one


def _sources(year: Year, told: Plain) -> Iterator[tuple[str, Plain]]:
    """Yield the described sources that a realisatie names, wherever in it."""
    file = year.jaarverslag
    node = file.tree.node(("bronnen",)) if file is not None and file.tree else None
    described = node.value if node is not None and isinstance(node.value, dict) else {}
    for bron in sorted(set(_named(told))):
        if bron in described:
            yield bron, described[bron]


def _named(value: Plain, *, bron: bool = False) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _named(one, bron=key == "bron" or (bron and key == "naam"))
    elif isinstance(value, list):
        for one in value:
            yield from _named(one, bron=bron)
    elif bron:
        yield Bronplaats.model_construct(naam=value).sleutel


def _files(kast: Bewijskast, told: Plain | list[Plain]) -> Iterator[tuple[str, str]]:
    """Yield (path, SHA-256) of every file that is named as `bestand`."""
    if isinstance(told, dict):
        for key, one in told.items():
            if key == "bestand" and isinstance(one, str):
                yield one, kast.look(one).sha256 or "ontbreekt"
            else:
                yield from _files(kast, one)
    elif isinstance(told, list):
        for one in told:
            yield from _files(kast, one)


def _plain(value: Plain | Mapping[str, Plain]) -> Plain:
    """Return a value without what is only layout: blanks and ways to write one letter."""
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return unicodedata.normalize("NFC", " ".join(value.split()))


def stands(year: Year, *, vier_ogen: bool) -> dict[str, AkkoordStand]:
    """Return per signed indicator how its akkoord stands."""
    return stands_of(year, signatures(year), vier_ogen=vier_ogen)


def stands_of(
    year: Year, signed: Iterable[Getekend], *, vier_ogen: bool
) -> dict[str, AkkoordStand]:
    """Return the same of signatures that were looked at already."""
    verslag = year.jaarverslag.model if year.jaarverslag else None
    makers = {id_: one.wie for id_, one in verslag.realisaties.items()} if verslag else {}
    return stand_of(signed, makers, vier_ogen=vier_ogen)
