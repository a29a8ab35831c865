"""`render --list`: which reports there are, and in which formats they can be made here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from bkl.api.errors import Gebruiksfout
from bkl.diagnostics.suggestion import did_you_mean
from bkl.render import format_names, report_names
from bkl.render.text.dutch import purpose


@dataclass(frozen=True, slots=True)
class RapportInfo:
    """A report: its name, and what it is in one Dutch line."""

    naam: str
    uitleg: str


@dataclass(frozen=True, slots=True)
class FormaatInfo:
    """An output format. `extra` is what must be installed first, None when it can be made."""

    naam: str
    extra: str | None


def rapporten() -> list[RapportInfo]:
    """Return all reports, each with its line."""
    return [RapportInfo(naam, report_line(naam)) for naam in report_names()]


def report_line(rapport: str) -> str:
    """Return what a report is for, in one Dutch line."""
    return purpose(import_module(f"bkl.render.views.{rapport}").__doc__)


def formaten() -> list[FormaatInfo]:
    """Return all formats. A format names its `EXTRA` and the `PACKAGES` that this brings."""
    found = []
    for naam in format_names():
        module = import_module(f"bkl.render.formats.{naam}")
        packages: tuple[str, ...] = getattr(module, "PACKAGES", ())
        missing = any(find_spec(package) is None for package in packages)
        found.append(FormaatInfo(naam, getattr(module, "EXTRA", naam) if missing else None))
    return found


def expect_reports(names: Iterable[str]) -> None:
    """Raise Gebruiksfout, with a suggestion, for the first name that no report has."""
    known = report_names()
    for naam in names:
        if naam not in known:
            cure = did_you_mean(naam, known) or f"Kies uit: {', '.join(known)}."
            raise Gebruiksfout(f"Er is geen rapport `{naam}`.", cure)
