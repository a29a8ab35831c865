"""What recording would change: value by value, the verdict, and the lines of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bkl.api.recording.entry import GELD, REALISATIES
from bkl.api.recording.lists import title_of
from bkl.api.recording.plan import Voorstelregel
from bkl.api.recording.record import Voorstel
from bkl.domein.model.bronnen import brontekst
from bkl.domein.notatie.values.euro import euro, more_or_less
from bkl.printers.check.text import show_findings
from bkl.printers.diff import diff_lines
from bkl.printers.layout import pad, wrap
from bkl.printers.screen import Screen, cells
from bkl.wording.verdicts import oordeel_tekst, teken

_KEPT = ("bron", "reden", "toelichting", "onderbouwing", "vervolg")
_FIGURES = ("realisatie", "oordeel")
_LABELS = 14
_MOST_IN_DIFF = 200
"""So many changed figures are also shown line by line; nobody reads more, and it takes long."""
NO_ORIGIN: Mapping[tuple[str, str], str] = {}
"""When somebody typed what changes."""


def show(
    voorstel: Voorstel, screen: Screen, origin: Mapping[tuple[str, str], str] = NO_ORIGIN
) -> str:
    """Return the year, what changes, what stays beside a figure that changes, and the diff.

    With very many figures the diff is left out: it would say the same once more.

    `origin` says by list of the jaarverslag and code where a change comes from.
    """
    lines = [screen.paint(f"Jaarverslag {voorstel.jaar}", "vet"), ""]
    grouped: dict[tuple[str, str], list[Voorstelregel]] = {}
    for regel in voorstel.regels:
        grouped.setdefault((regel.lijst, regel.id), []).append(regel)
    for (lijst, id_), regels in grouped.items():
        if lijst == REALISATIES:
            lines += _entry(voorstel, id_, regels, screen)
        else:
            lines += _listed(voorstel, lijst, id_, regels, screen)
        if (lijst, id_) in origin:
            lines += _labelled("uit", origin[lijst, id_], screen)
        lines.append("")
    for change in voorstel.changes if len(grouped) <= _MOST_IN_DIFF else ():
        lines += [*diff_lines(change, screen), ""]
    for weigering in voorstel.geweigerd:
        lines += [*wrap(f"{weigering.message} {weigering.cure}", screen.width, "! "), ""]
    text = screen.finish("\n".join(lines))
    if voorstel.vragen:
        text += f"Let op:\n{show_findings(voorstel.vragen, screen)}"
    if voorstel.elders:
        text += (
            f"De latere peildatum vraagt elders ook iets:\n{show_findings(voorstel.elders, screen)}"
        )
    return text


def _entry(
    voorstel: Voorstel, id_: str, regels: Sequence[Voorstelregel], screen: Screen
) -> Iterator[str]:
    before, after = voorstel.voor.get(id_), voorstel.na.get(id_)
    if after is None:
        yield screen.paint("jaarverslag", "vet")
    else:
        entry = after.entry
        text = entry.indicator.tekst or entry.onderdeel_tekst
        yield from wrap(text, screen.width, screen.paint(f"{id_}  ", "vet"), "  ")
        if after.doel_tekst:
            yield from _labelled("doel", after.doel_tekst, screen)
    yield from _changes(regels, screen)
    if after is None or before is None:
        return
    yield from _stays(voorstel, id_, regels, screen)
    words = f"{teken(after, ascii_only=not screen.unicode)} {oordeel_tekst(after)}"
    if oordeel_tekst(before) != oordeel_tekst(after):
        words += f" (was: {oordeel_tekst(before)})"
    yield from _labelled("oordeel bkl", words, screen)


def _listed(
    voorstel: Voorstel, lijst: str, name: str, regels: Sequence[Voorstelregel], screen: Screen
) -> Iterator[str]:
    """Yield what changes of money, with what it comes to, or of a fact."""
    dossier = voorstel.dossier
    text = title_of(dossier, lijst, name) if dossier else ""
    kind = "geld" if lijst == GELD else "feit"
    yield from wrap(text, screen.width, screen.paint(f"{kind} {name}  ", "vet"), "  ")
    posten = (*dossier.geld.posten, dossier.geld.totaal) if dossier and dossier.geld else ()
    post = next((one for one in posten if one.code == name and lijst == GELD), None)
    if post is not None and post.begroot is not None:
        yield from _labelled("begroot", euro(post.begroot), screen)
    yield from _changes(regels, screen)
    if post is not None and post.besteed is not None:
        told = f", verschil {more_or_less(post.verschil)}" if post.verschil is not None else ""
        yield from _labelled("telt als", f"besteed {euro(post.besteed)}{told}", screen)


def _changes(regels: Sequence[Voorstelregel], screen: Screen) -> Iterator[str]:
    """Yield each value that changes, old and new."""
    for regel in regels:
        arrow = "→" if screen.unicode else "->"
        new = regel.nieuw or "(weg)"
        told = f"{regel.oud} {arrow} {new}" if regel.oud else f"{new} (nieuw)"
        yield from _labelled(regel.sleutel.replace(".", " "), told, screen)


def _stays(
    voorstel: Voorstel, id_: str, regels: Sequence[Voorstelregel], screen: Screen
) -> Iterator[str]:
    """Yield what was told with the old figure and now goes with the new one."""
    if not any(regel.oud and regel.sleutel in _FIGURES for regel in regels):
        return
    given = voorstel.na[id_].realisatie
    changed = {regel.sleutel for regel in regels}
    for key in _KEPT:
        value = getattr(given.realisatie, key) if given else None
        if value and key not in changed:
            text = value if isinstance(value, str) else brontekst(value)
            yield from _labelled(key, f"{text} (blijft staan)", screen)


def _labelled(label: str, text: str, screen: Screen) -> list[str]:
    width = max(_LABELS, cells(label) + 2)
    lead = pad(label, width)
    return wrap(text, screen.width, f"  {screen.paint(lead, 'zacht')}", " " * (width + 2))
