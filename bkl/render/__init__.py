"""From matter to document: reports in Markdown, and every format made from that Markdown.

A report is one module in `views` plus its template `templates/<report>.md.j2`; a format is
one module in `formats`. Their file names are the choices: nothing registers them.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, cast

from bkl.render.errors import Formaatfout, Rapportfout

if TYPE_CHECKING:
    from bkl.render.document import Document
    from bkl.render.jinja.templates import Templates
    from bkl.render.matter import Stof
    from bkl.render.paper import Paper

__all__ = [
    "Formaatfout",
    "Rapportfout",
    "Uitgave",
    "format_names",
    "of_whole_plan",
    "render_report",
    "report_names",
    "takes_long",
    "takes_part",
]


def report_names() -> list[str]:
    """Return the names of all reports, without importing any of them."""
    return _modules("views")


def takes_part(rapport: str) -> bool:
    """Tell whether a report can be made of a part of the plan."""
    return bool(getattr(importlib.import_module(f"{__name__}.views.{rapport}"), "IN_DELEN", False))


def of_whole_plan(rapport: str) -> bool:
    """Tell whether a report shows all years of a plan, not what came of it in one of them.

    Raises Rapportfout for an unknown report.
    """
    _refuse_unknown("rapport", rapport, report_names())
    return bool(getattr(importlib.import_module(f"{__name__}.views.{rapport}"), "HELE_PLAN", False))


def format_names() -> list[str]:
    """Return the names of all output formats (also their file extensions)."""
    return _modules("formats")


def render_report(rapport: str, fmt: str, stof: Stof) -> bytes:
    """Return the report in one format; the same matter always gives the same bytes.

    Raises Rapportfout, with a message and a cure in Dutch, for an unknown report or format,
    for matter that a report cannot do without, and for a template that does not work;
    Formaatfout when only this format cannot be made here.
    """
    return Uitgave(rapport, stof).render(fmt)


class Uitgave:
    """One report, to be written in several formats: what these have in common is made once.

    Raises Rapportfout for an unknown report.
    """

    def __init__(self, rapport: str, stof: Stof, sjablonen: Templates | None = None) -> None:
        _refuse_unknown("rapport", rapport, report_names())
        self._rapport, self._stof, self._sjablonen = rapport, stof, sjablonen
        self._document: Document | None = None

    def render(self, fmt: str) -> bytes:
        """Return the report in one format; raises what `render_report` raises."""
        write = cast("Callable[[Document], bytes]", _format(fmt).write)
        return write(self._built())

    def prepare(self, fmt: str) -> Paper:
        """Return what is left to do for a format that takes long; raises as `render`."""
        prepare = cast("Callable[[Document], Paper]", _format(fmt).prepare)
        return prepare(self._built())

    def _built(self) -> Document:
        # Jinja only when rendering
        from bkl.render.document import build_document  # noqa: PLC0415

        if self._document is None:
            self._document = build_document(self._rapport, self._stof, self._sjablonen)
        return self._document


def takes_long(fmt: str) -> bool:
    """Tell whether most of the work for a format can be done elsewhere; raises Rapportfout."""
    return hasattr(_format(fmt), "prepare")


def _format(fmt: str) -> ModuleType:
    _refuse_unknown("formaat", fmt, format_names())
    return importlib.import_module(f"{__name__}.formats.{fmt}")


def _modules(folder: str) -> list[str]:
    found = pkgutil.iter_modules([str(Path(__file__).parent / folder)])
    return sorted(info.name for info in found if not info.name.startswith("_"))


def _refuse_unknown(soort: str, naam: str, known: list[str]) -> None:
    if naam not in known:
        raise Rapportfout(f"Er is geen {soort} `{naam}`.", f"Kies uit: {', '.join(known)}.")
