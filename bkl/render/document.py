"""A report as a document: its Markdown, and what a format needs to know of it."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from dataclasses import field
from datetime import date
from typing import Protocol, cast

from bkl.domein.records import dataclass
from bkl.render.errors import Sjabloonfout
from bkl.render.jinja.plain import Plainer, Record
from bkl.render.jinja.templates import Templates
from bkl.render.matter import Stof, concept
from bkl.render.pictures import Picture, Pictures
from bkl.render.text.dutch import datum, purpose
from bkl.render.text.escape import one_line
from bkl.render.text.signs import Chart, ForgedSign, Signed, settle

_BLANK = re.compile(r"\n{3,}")
_TITLE = re.compile(r"\s*# [^\n]*\n")


class View(Protocol):
    """What every view has; the rest is between a view and its own template."""

    @property
    def titel(self) -> str:
        """Title of the document."""

    @property
    def organisatie(self) -> str:
        """Whose document it is."""

    @property
    def jaar(self) -> int:
        """The year it is about."""


@dataclass(frozen=True, slots=True)
class Document:
    """A finished report. `tekst` is the master from which every format is made.

    `peildatum` is None for a report that only looks ahead. `sjablonen` fill the pages around it.
    `omschrijving` says in a few words what it is and how it stands.
    """

    rapport: str
    titel: str
    organisatie: str
    jaar: int
    tekst: Signed
    sjablonen: Templates
    stof: Stof
    peildatum: date | None = None
    pictures: Pictures = field(default_factory=lambda: Pictures(None))
    omschrijving: str = ""

    @property
    def markdown(self) -> str:
        """The text as Markdown, with words for all that other formats draw."""
        return self.tekst.markdown

    @property
    def grafieken(self) -> tuple[Chart, ...]:
        """Its charts, in the order in which a reader meets them."""
        return tuple(one for one in self.tekst.shown if isinstance(one, Chart))

    @property
    def kenmerken(self) -> Record:
        """What the templates of pages are told about it."""
        return Record(
            rapport=self.rapport,
            titel=self.titel,
            organisatie=self.organisatie,
            jaar=self.jaar,
            omschrijving=self.omschrijving,
        )

    @property
    def huis(self) -> Record:
        """What the templates of pages are told of the house style."""
        style = self.stof.style
        return Record(
            logo=_shown(style.logo, f"Logo van {self.organisatie}"),
            omslag=_shown(style.cover, style.cover_words),
            adres=style.address,
        )

    @property
    def datum(self) -> date:
        """The date that it bears: the peildatum, else the start of its year; never today."""
        return self.peildatum or date(self.jaar, 1, 1)


def _shown(picture: Picture | None, words: str) -> Record | None:
    if picture is None:
        return None
    return Record(bron=picture.uri, breed=picture.width, hoog=picture.height, tekst=words)


def build_document(rapport: str, stof: Stof, sjablonen: Templates | None = None) -> Document:
    """Build the view of a report and fill its template, of the workspace where none are given.

    Raises Rapportfout when the matter lacks something, Sjabloonfout for a bad template.
    """
    module = importlib.import_module(f"bkl.render.views.{rapport}")
    build = cast("Callable[[Stof], View]", module.build)
    view = build(stof)
    plainer, sjablonen = Plainer(), sjablonen or Templates(stof.workspace)
    name = f"{rapport}.md.j2"
    text = _as_concept(sjablonen.fill(name, {"v": plainer.of(view)}), stof.fouten)
    try:
        signed = settle(text, plainer.marks)
    except ForgedSign as fout:
        raise Sjabloonfout(
            name,
            0,
            "het sjabloon maakt een teken dat alleen bkl zelf mag zetten.",
            "Laat tekens tussen U+E000 en U+F8FF weg.",
        ) from fout
    return Document(
        rapport,
        view.titel,
        view.organisatie,
        view.jaar,
        Signed(_BLANK.sub("\n\n", signed.text).strip("\n") + "\n", signed.shown),
        sjablonen,
        stof,
        getattr(view, "peildatum", None),
        Pictures(stof.workspace),
        _describe(module.__doc__, view),
    )


def _describe(doc: str | None, view: View) -> str:
    """Return what the document is and for what, and of which day it is."""
    day: date | None = getattr(view, "peildatum", None)
    stands = f" Stand op {datum(day)}, {getattr(view, 'status', 'concept')}." if day else ""
    goal = purpose(doc).replace("`", "")
    return one_line(f"{view.titel} van {view.organisatie}. {goal}{stands}")


def _as_concept(text: str, fouten: int) -> str:
    """Return the text with, below its title, that its data have faults; the title block may."""
    if not fouten or concept(fouten) in text:
        return text
    title, rest = _TITLE.match(text), text
    before = ""
    if title is not None:
        before, rest = title[0], text[title.end() :]
    return f"{before}\n**{concept(fouten).capitalize()} in de gegevens.**\n{rest}"
