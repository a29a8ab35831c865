"""Where templates are found."""

from __future__ import annotations

from pathlib import Path


def template_folders(workspace: Path | None = None) -> tuple[Path, ...]:
    """Return the folders to search for a template, in order; those that exist.

    First the workspace's own `templates/`, then those of bkl: beside the package in a
    checkout (also when installed editable), inside the package when installed from a wheel.
    """
    package = Path(__file__).resolve().parents[2]
    checkout, packaged = package.parent / "templates", package / "templates"
    own = checkout if (checkout / "_page.html.j2").is_file() else packaged
    wanted = [workspace / "templates"] if workspace else []
    found = [folder.resolve() for folder in (*wanted, own) if folder.is_dir()]
    return tuple(dict.fromkeys(found))
