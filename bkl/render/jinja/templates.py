"""Templates: filling those of a report with plain data.

A view becomes plain data (`plain`), the texts of all templates are read once (`sources`), and
`Templates.fill` makes one into text. Where a workspace has no templates of its own that happens
here, at no cost; where it has, all of it happens in a child process (`process`, `child`) within
bounds that the system holds (`bounds`).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bkl.render.jinja.environment import make_environment, render_template
from bkl.render.jinja.helpers import make_helpers
from bkl.render.jinja.plain import Plain
from bkl.render.jinja.process import Child
from bkl.render.jinja.sandbox import Sandbox
from bkl.render.jinja.sources import Sources, read_sources


class Templates:
    """The templates of a report: those of its workspace before those of bkl."""

    def __init__(self, workspace: Path | None = None, sources: Sources | None = None) -> None:
        self.sources = sources or read_sources(workspace)
        self._child = Child(self.sources) if self.sources.own else None
        self._environment: Sandbox | None = None

    def fill(self, name: str, context: Mapping[str, Plain]) -> str:
        """Return what a template makes of the data, which with the helpers is all that it sees.

        Raises Sjabloonfout when it does not work, when it takes more than it may, and when
        something in the workspace's own folder cannot be read as a template.
        """
        if self.sources.faults:
            raise self.sources.faults[0]
        if self._child is not None:
            return self._child.fill(name, context)
        if self._environment is None:
            self._environment = make_environment(self.sources)
        return render_template(self._environment, name, {**context, **make_helpers()})

    def compile(self, name: str) -> None:
        """Read a template of the workspace without filling it; raises Sjabloonfout."""
        if self._child is not None:
            self._child.compile(name)

    def close(self) -> None:
        """End the process in which templates were filled, if there is one."""
        if self._child is not None:
            self._child.close()
