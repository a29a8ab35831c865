"""Handing templates to Jinja: those of the workspace first, those of bkl always as `bkl/…`."""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import BaseLoader, Environment
from jinja2.exceptions import TemplateNotFound

from bkl.render.errors import Sjabloonfout
from bkl.render.jinja.sources import Sources
from bkl.source.pitfalls.invisible import PRIVATE

SHIPPED = "bkl/"
"""`{% extends "bkl/jaarverslag.md.j2" %}` means the template of bkl, whatever replaces it."""
_MARKED = "<sjabloon> "
"""Begins the name of a file that is none, in what Python tells of a fault."""
_PRIVATE = re.compile(f"[{PRIVATE}]")


class Loader(BaseLoader):
    """Hands out templates that have been read already; it opens no file."""

    def __init__(self, sources: Sources) -> None:
        ours = {f"{SHIPPED}{name}": text for name, text in sources.shipped.items()}
        self._texts = {**sources.shipped, **ours, **sources.own}
        self._own = frozenset(sources.own)

    def ships(self, template: str) -> bool:
        """Tell whether what a name stands for came with bkl, word for word."""
        return template in self._texts and template not in self._own

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return the text of a template; raises TemplateNotFound for what is not there.

        Raises Sjabloonfout for a template with characters that bkl makes its signs of.
        """
        text = self._texts.get(template)
        if text is None:
            raise TemplateNotFound(template)
        name = template
        if template not in self._own and not template.startswith(SHIPPED):
            name = f"{SHIPPED}{template}"
        if found := _PRIVATE.search(text):
            raise Sjabloonfout(
                name,
                text.count("\n", 0, found.start()) + 1,
                f"hier staat een teken zonder betekenis (U+{ord(found[0]):04X}).",
                "Haal het weg. Alleen bkl zelf zet zulke tekens, op de plaats van een oordeel.",
            )
        return text, _MARKED + name, lambda: True


def template_name(filename: str) -> str | None:
    """Return which template Python means by the name of a file, None for any other file."""
    return filename.removeprefix(_MARKED) if filename.startswith(_MARKED) else None
