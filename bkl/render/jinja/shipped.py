"""The templates that come with bkl: which there are, and which a report is made of."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from jinja2.meta import find_referenced_templates

from bkl.render.jinja.folders import shipped_folder


def shipped_templates(rapport: str) -> dict[str, Path]:
    """Return the templates of a report by name: its own first, then all that it includes."""
    folder = shipped_folder()
    environment = Environment(autoescape=True)
    found: dict[str, Path] = {}
    waiting = [f"{rapport}.md.j2"]
    while waiting:
        name = waiting.pop(0)
        if name in found:
            continue
        found[name] = folder / name
        parsed = environment.parse(found[name].read_text(encoding="utf-8"))
        waiting += [other for other in find_referenced_templates(parsed) if other]
    return found
