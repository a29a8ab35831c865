"""Levels of a plan in words: what is part of what, contributes to what, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.dossier.structure.sections import onderdelen_of

Told = Iterator[tuple[str, str]]
"""Labels, each with its text."""
_LONGEST = 60


def above_told(dossier: Dossier, code: str) -> Told:
    """Yield what a speerpunt stands under, from the top down."""
    above = dossier.nesting.keten(code)[:-1]
    if above:
        yield "onderdeel van", " › ".join(titled(dossier, one) for one in above)


def named_told(uitvoerders: Sequence[str], portefeuillehouders: Sequence[str]) -> Told:
    """Yield who carry something out, and who answer for it."""
    if portefeuillehouders:
        yield _some("portefeuillehouder", portefeuillehouders), ", ".join(portefeuillehouders)
    if uitvoerders:
        yield _some("uitvoerder", uitvoerders), ", ".join(uitvoerders)


def lines_told(dossier: Dossier, id_: str) -> Told:
    """Yield what a code contributes to, and what contributes to it."""
    for label, codes in lines_of(dossier, id_):
        yield label, "; ".join(titled(dossier, one) for one in codes)


def lines_of(dossier: Dossier, id_: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the codes that a code contributes to, and those that contribute to it."""
    lines = dossier.bijdragen
    if naar := lines.heen.get(id_):
        yield "draagt bij aan", naar
    if van := lines.terug.get(id_):
        yield "hieraan dragen bij" if len(van) > 1 else "hieraan draagt bij", van


def row_told(dossier: Dossier, entry: IndicatorEntry, id_: str) -> Told:
    """Yield the same of a promise: people where they are not those of its speerpunt."""
    yield from people_told(dossier, entry)
    yield from lines_told(dossier, id_)


def people_told(dossier: Dossier, entry: IndicatorEntry) -> Told:
    """Yield who carry a promise out and answer for it, where its speerpunt names others."""
    above = dossier.people.get(entry.speerpunt, ((), ()))
    doing = entry.uitvoerders if entry.uitvoerders != above[0] else ()
    holding = entry.portefeuillehouders if entry.portefeuillehouders != above[1] else ()
    yield from named_told(doing, holding)


def titled(dossier: Dossier, code: str) -> str:
    """Return a code with what it is called: `1.1 Meedoen`, `2-R1 Meer laadpalen`."""
    return f"{code} {name_of(dossier, code)}".strip()


def name_of(dossier: Dossier, code: str) -> str:
    """Return what a speerpunt is called, or what an onderdeel or indicator promises, in short."""
    if (found := dossier.speerpunt(code)) is not None:
        titel = dossier.werkplan.title_of(code, found[1])
        return "" if titel == code else titel
    entry = dossier.indicatoren.get(code)
    if entry is not None:
        text = entry.indicator.tekst or entry.onderdeel_tekst
    else:
        sleutel, _, naam = code.rpartition("-")
        holder = dossier.speerpunt(sleutel)
        parts = onderdelen_of(holder[1]) if holder else ()
        text = next((one.tekst for _, name, one in parts if name == naam), "")
    return _shortened(text)


def _shortened(text: str) -> str:
    """Return a text in one line, cut at a word."""
    words = " ".join(text.split()).rstrip(".")
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rpartition(" ")[0].rstrip(",;: ") + " …"


def _some(word: str, names: Sequence[str]) -> str:
    return word if len(names) == 1 else f"{word}s"
