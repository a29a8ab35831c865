"""The fence around templates: they show and repeat what they are handed, and no more.

Jinja's strictest sandbox keeps templates from files, from Python and from changing data. What
they are handed can do nothing either (`bkl.render.jinja.plain`). How much a template may take
of time and memory is not counted here: the system bounds the process in which the templates of
a workspace are filled (`bkl.render.jinja.process`).
"""

from __future__ import annotations

from jinja2 import nodes
from jinja2.runtime import BlockReference, Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bkl.render.text.escape import Md

BLOCK = "tekst van set"
"""The filter over the text of a `{% set %}` block; no template can name it."""
_CHANCE = ("random",)
"""Filters that would make the same data give another report."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's strictest environment, for plain data."""

    def __init__(self, **options: object) -> None:
        super().__init__(**options)
        for name in _CHANCE:
            del self.filters[name]
        del self.globals["lipsum"]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for block in tree.find_all(nodes.AssignBlock):
            if block.filter is None:
                # what it holds has been escaped on its way in, as in a macro
                block.filter = nodes.Filter(None, BLOCK, [], [], None, None)
        return tree

    def getattr(self, obj: object, attribute: str) -> object:
        """Return an item of a record by its name; of anything else what Jinja's sandbox allows."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: object, /, *args: object, **kwargs: object) -> object:
        """Call what a template calls; what macros and blocks give is not escaped again."""
        result: object = super().call(context, obj, *args, **kwargs)
        # what `super()` and macros give has been escaped on its way into them
        made_here = isinstance(obj, Macro | BlockReference) and type(result) is str
        return Md(result) if made_here else result
