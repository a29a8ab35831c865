"""The door: what a command, a notebook or a test may ask of bkl. Nothing here prints.

Each name is imported when it is first used, so that a command pays only for itself.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bkl.api.check import CheckResult, check
    from bkl.api.errors import Gebruiksfout, Onbruikbaar
    from bkl.api.gap import GapResult, choices, gap
    from bkl.api.render import format_names, render, report_names

_HOME = {
    "CheckResult": "check",
    "check": "check",
    "Gebruiksfout": "errors",
    "Onbruikbaar": "errors",
    "GapResult": "gap",
    "choices": "gap",
    "gap": "gap",
    "format_names": "render",
    "render": "render",
    "report_names": "render",
}

__all__ = [
    "CheckResult",
    "Gebruiksfout",
    "GapResult",
    "Onbruikbaar",
    "check",
    "choices",
    "format_names",
    "gap",
    "render",
    "report_names",
]


def __getattr__(name: str) -> object:
    """Import the module of `name` and return what it holds."""
    if name not in _HOME:
        raise AttributeError(f"module 'bkl.api' has no attribute {name!r}")
    module = import_module(f"bkl.api.{_HOME[name]}")
    # importing bkl.api.check binds the name `check` to that module: bind all of its names anew
    for other, home in _HOME.items():
        if home == _HOME[name]:
            globals()[other] = getattr(module, other)
    found: object = globals()[name]
    return found
