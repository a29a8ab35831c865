"""The door: what a command, a notebook or a test may ask of bkl. Nothing here prints.

Each name is imported when it is first used, so that a command pays only for itself.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bkl.api.check import CheckResult, check
    from bkl.api.eject import Ejected, eject
    from bkl.api.errors import Gebruiksfout, Onbruikbaar, Onvolledig
    from bkl.api.gap import GapResult, choices, gap
    from bkl.api.mend import FixResult, fix
    from bkl.api.overview import FormaatInfo, RapportInfo, expect_reports, formaten, rapporten
    from bkl.api.regels import catalogue, find_regel
    from bkl.api.render import format_names, render, report_names
    from bkl.api.schema import json_schema, schema_names, write_schemas
    from bkl.api.stale import Stand, stale

_HOME = {
    "Ejected": "eject",
    "FormaatInfo": "overview",
    "RapportInfo": "overview",
    "Stand": "stale",
    "eject": "eject",
    "expect_reports": "overview",
    "formaten": "overview",
    "rapporten": "overview",
    "stale": "stale",
    "CheckResult": "check",
    "check": "check",
    "Gebruiksfout": "errors",
    "Onbruikbaar": "errors",
    "Onvolledig": "errors",
    "FixResult": "mend",
    "GapResult": "gap",
    "catalogue": "regels",
    "choices": "gap",
    "gap": "gap",
    "find_regel": "regels",
    "fix": "mend",
    "format_names": "render",
    "render": "render",
    "report_names": "render",
    "json_schema": "schema",
    "schema_names": "schema",
    "write_schemas": "schema",
}

__all__ = [
    "CheckResult",
    "Ejected",
    "FixResult",
    "FormaatInfo",
    "GapResult",
    "Gebruiksfout",
    "Onbruikbaar",
    "Onvolledig",
    "RapportInfo",
    "Stand",
    "catalogue",
    "check",
    "choices",
    "eject",
    "expect_reports",
    "find_regel",
    "fix",
    "format_names",
    "formaten",
    "gap",
    "json_schema",
    "rapporten",
    "render",
    "report_names",
    "schema_names",
    "stale",
    "write_schemas",
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
