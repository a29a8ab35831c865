"""Trying out the templates of a workspace, for `bkl check`."""

from __future__ import annotations

from collections.abc import Iterator

from bkl.render import Uitgave, report_names
from bkl.render.errors import Rapportfout, Sjabloonfout
from bkl.render.jinja.sources import Sources
from bkl.render.jinja.templates import Templates
from bkl.render.matter import Stof


def try_templates(sources: Sources, stof: Stof | None) -> Iterator[Sjabloonfout]:
    """Yield what is wrong with the templates of a workspace; a fault is yielded once.

    Each is compiled; with matter to fill them (`stof`) each report is made as well, since a
    name that does not exist shows only then. One that takes too much ends the trial.
    """
    if sources.faults:
        yield from sources.faults
        return
    templates = Templates(sources=sources)
    try:
        seen: set[tuple[str, int]] = set()
        for fout in _try(templates, stof):
            if (fout.file, fout.line) not in seen:
                seen.add((fout.file, fout.line))
                yield fout
            if fout.spent:
                return
    finally:
        templates.close()


def _try(templates: Templates, stof: Stof | None) -> Iterator[Sjabloonfout]:
    sound = True
    for name in templates.sources.own:
        try:
            templates.compile(name)
        except Sjabloonfout as fout:
            sound = False
            yield fout
    if stof is None or not sound:
        return
    for rapport in report_names():
        try:
            Uitgave(rapport, stof, templates).render("html")
        except Sjabloonfout as fout:
            yield fout
        except Rapportfout:
            continue
