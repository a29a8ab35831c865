"""Where templates are found."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def shipped_folder() -> Path:
    """Return the folder with the templates of bkl itself.

    They stand beside the package in a checkout (also when installed editable), and inside the
    package when installed from a wheel.
    """
    package = Path(__file__).resolve().parents[2]
    checkout, packaged = package.parent / "templates", package / "templates"
    return checkout if (checkout / "_page.html.j2").is_file() else packaged


def own_folder(workspace: Path | None) -> Path | None:
    """Return the `templates` of a workspace, whatever it is; None when that is no other's.

    A link that leads nowhere is there too: who made it meant something by it.
    """
    if workspace is None:
        return None
    folder = workspace / "templates"
    if not os.path.lexists(folder) or Path(os.path.realpath(folder)) == shipped_folder():
        return None
    return folder


def cache_folder(
    name: str, environ: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> Path:
    """Return where programs keep for a user what can be made again; this name is a folder of it.

    Raises RuntimeError for who has no home.
    """
    if platform == "win32":
        base = environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base, "bkl", name)
