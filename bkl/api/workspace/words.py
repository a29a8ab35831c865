"""The organisation's own words for the parts of its plan, where a command talks about them."""

from __future__ import annotations

from pathlib import Path

from bkl.api.errors import Gebruiksfout
from bkl.api.workspace.folder import find_workspace, find_years
from bkl.domein.model.begrippen import Begrippen
from bkl.domein.model.werkplan import Werkplan
from bkl.source.load import load


def own_words(folder: Path | None) -> Begrippen:
    """Return the words of the newest plan around a folder, None being the current one.

    The usual words where there is no plan, or none that can be read: what is to be told in them
    matters more, and says why.
    """
    try:
        workspace = find_workspace(folder or Path.cwd())
        years = find_years(workspace) if workspace else {}
        plans = (years[jaar].werkplan for jaar in sorted(years, reverse=True))
        plan = next((path for path in plans if path is not None), None)
        model = load(plan, plan.name, Werkplan).model if plan is not None else None
    except (Gebruiksfout, OSError):
        model = None
    return model.begrippen if model is not None else Begrippen.model_construct()
