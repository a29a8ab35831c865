"""The door: what a command, a notebook or a test may ask of bkl. Nothing here prints.

Each name is imported when it is first used, so that a command pays only for itself.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bkl.api.checking import CheckResult, check
    from bkl.api.comparing import GapResult, choices, gap
    from bkl.api.ejecting import Ejected, eject
    from bkl.api.errors import Gebruiksfout, Onbruikbaar, Onvolledig
    from bkl.api.mend import FixResult, fix
    from bkl.api.overview import FormaatInfo, RapportInfo, expect_reports, formaten, rapporten
    from bkl.api.regels import catalogue, find_regel
    from bkl.api.rendering import format_names, render, report_names
    from bkl.api.schema import json_schema, schema_names, write_schemas
    from bkl.api.staleness import Stand, stale

_HOME = {
    "Ejected": "ejecting",
    "FormaatInfo": "overview",
    "RapportInfo": "overview",
    "Stand": "staleness",
    "eject": "ejecting",
    "expect_reports": "overview",
    "formaten": "overview",
    "rapporten": "overview",
    "stale": "staleness",
    "CheckResult": "checking",
    "check": "checking",
    "Gebruiksfout": "errors",
    "Onbruikbaar": "errors",
    "Onvolledig": "errors",
    "FixResult": "mend",
    "GapResult": "comparing",
    "catalogue": "regels",
    "choices": "comparing",
    "gap": "comparing",
    "find_regel": "regels",
    "fix": "mend",
    "format_names": "rendering",
    "render": "rendering",
    "report_names": "rendering",
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
    found: object = getattr(import_module(f"bkl.api.{_HOME[name]}"), name)
    globals()[name] = found
    return found
