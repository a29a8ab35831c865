"""Templates: filling those of a report with plain data."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bkl.render.jinja.environment import make_environment, render_template
from bkl.render.jinja.folders import template_folders
from bkl.render.jinja.helpers import make_helpers
from bkl.render.jinja.plain import Plain


class Templates:
    """The templates of one report: those of its workspace before those of bkl."""

    def __init__(self, workspace: Path | None = None) -> None:
        self._folders = template_folders(workspace)

    def fill(self, name: str, context: Mapping[str, Plain]) -> str:
        """Return what a template makes of the data; raises Sjabloonfout when it does not work.

        The context is everything that it sees besides filters and helpers. What it may use is
        counted anew each time.
        """
        environment = make_environment(self._folders)
        return render_template(environment, name, {**context, **make_helpers()})
