"""Regels: waar `bkl check` op let, met per regel een fout en een goed voorbeeld."""

from __future__ import annotations

from dataclasses import replace

from bkl.domein.records import dataclass
from bkl.render.matter import Stof
from bkl.render.rulebook import INLEIDING, TITELS, Regelblad, page_markdown
from bkl.render.text.escape import Md
from bkl.render.views._parts.verslag import Kop, MetKop


@dataclass(frozen=True, slots=True)
class Regelpagina:
    """One rule, with its name, summary and manual page as Markdown."""

    blad: Regelblad
    naam: Md
    kort: Md
    tekst: Md


@dataclass(frozen=True, slots=True)
class Familie:
    """The rules whose codes begin alike."""

    anker: str
    titel: str
    regels: tuple[Regelpagina, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegelsView(MetKop):
    """Everything that `regels.md.j2` shows; nothing in it depends on the data."""

    inleiding: Md
    families: tuple[Familie, ...]


def build(stof: Stof) -> RegelsView:
    """Build the view: the texts are those of bkl itself, and Markdown already."""
    pages = [_page(blad) for blad in stof.regels()]
    families = [
        Familie(
            f"familie-{naam}",
            f"{titel} (BKL{number})",
            tuple(page for page in pages if page.blad.familie == naam),
        )
        for number, (naam, titel) in enumerate(TITELS.items())
    ]
    return RegelsView(
        kop=replace(Kop.of(stof, "De regels van bkl check"), peildatum=None),
        inleiding=Md(INLEIDING),
        families=tuple(familie for familie in families if familie.regels),
    )


def _page(blad: Regelblad) -> Regelpagina:
    return Regelpagina(
        blad, Md(f"`{blad.slug}`"), Md(blad.samenvatting), Md(page_markdown(blad.uitleg))
    )
