"""A report as a document: its Markdown, and what a format needs to know of it."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, cast

from bkl.render.charts.layout import Grafiek, Grafieken
from bkl.render.footnotes import Noten
from bkl.render.jinja.environment import make_environment, render_template
from bkl.render.jinja.folders import template_folders
from bkl.render.jinja.sandbox import Sandbox
from bkl.render.matter import Stof

_BLANK = re.compile(r"\n{3,}")


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
    """A finished report. `markdown` is the master from which every format is made.

    `peildatum` is None for a report that only looks ahead. `grafieken` are its charts; the place
    of the first is the anchor `grafiek-1`.
    """

    rapport: str
    titel: str
    organisatie: str
    jaar: int
    markdown: str
    omgeving: Sandbox
    stof: Stof
    peildatum: date | None = None
    grafieken: tuple[Grafiek, ...] = ()

    @property
    def datum(self) -> date:
        """The date that it bears: the peildatum, else the start of its year; never today."""
        return self.peildatum or date(self.jaar, 1, 1)


def build_document(rapport: str, stof: Stof) -> Document:
    """Build the view of a report and fill its template.

    Raises Rapportfout when the matter lacks something, Sjabloonfout for a bad template.
    """
    module = importlib.import_module(f"bkl.render.views.{rapport}")
    build = cast("Callable[[Stof], View]", module.build)
    view = build(stof)
    omgeving = make_environment(template_folders(stof.workspace))
    grafieken = Grafieken()
    context = {"v": view, "noten": Noten(), "grafieken": grafieken}
    text = render_template(omgeving, f"{rapport}.md.j2", context)
    markdown = _BLANK.sub("\n\n", text).strip("\n") + "\n"
    peildatum = getattr(view, "peildatum", None)
    return Document(
        rapport,
        view.titel,
        view.organisatie,
        view.jaar,
        markdown,
        omgeving,
        stof,
        peildatum,
        grafieken.alle,
    )


def renew(document: Document) -> Document:
    """Return the document with a fresh environment: what a format may use is counted anew."""
    return replace(document, omgeving=make_environment(template_folders(document.stof.workspace)))
