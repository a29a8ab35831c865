"""The options of `bkl render` that make it a workbench, and which of them go together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bkl.cli.common.options import ALL, complete_rapport


def _read_port(value: str) -> int:
    if not (value.isascii() and value.isdigit() and 0 < int(value) < 65536):
        raise typer.BadParameter(f"`{value}` is geen poort. Kies een getal van 1 tot en met 65535.")
    return int(value)


def _expand(value: list[str] | None) -> list[str]:
    """Return the reports that are meant: every one for `all`."""
    names = value or []
    return list(complete_rapport()) if ALL in names else names


ReportsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[RAPPORT…]",
        autocompletion=lambda: (*complete_rapport(), ALL),
        callback=_expand,
        help=f"Welk rapport: {', '.join(complete_rapport())}. Mag vaker; `all` is elk rapport. "
        "Achter `factsheets` mag staan waarover, zoals `BD`.",
    ),
]
ListFlag = Annotated[
    bool, typer.Option("--list", help="Noemt alle rapporten en de formaten die hier kunnen.")
]
CheckFlag = Annotated[
    bool,
    typer.Option("--check", help="Kijkt of de rapporten nog bij de gegevens passen; maakt niets."),
]
EjectFlag = Annotated[
    bool,
    typer.Option("--eject", help="Zet de sjablonen in de map templates, om zelf aan te passen."),
]
ForceFlag = Annotated[
    bool, typer.Option("--force", help="Met --eject: vervangt ook sjablonen die er al staan.")
]
WatchFlag = Annotated[
    bool, typer.Option("--watch", help="Maakt het rapport opnieuw na elke wijziging.")
]
ServeFlag = Annotated[
    bool, typer.Option("--serve", help="Zoals --watch, met het rapport in de browser ernaast.")
]
PortOption = Annotated[
    int | None,
    typer.Option("--port", metavar="POORT", parser=_read_port, help="De poort voor --serve."),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", metavar="MAP", help="De map voor het rapport (anders reports)."),
]
ZipFlag = Annotated[
    bool,
    typer.Option("--zip", help="Ook een zip: het rapport, de gegevens en de bewijsstukken."),
]
OpenFlag = Annotated[bool, typer.Option("--open", help="Opent het resultaat in de browser.")]
QuietFlag = Annotated[
    bool, typer.Option("--quiet", help="Zwijgt over wat lukt; noemt alleen fouten.")
]


def split_parts(names: Sequence[str]) -> list[tuple[str, str | None]]:
    """Return every report that is meant, with the part of the plan that it is about.

    Behind one report may stand parts of the plan; whatever else is no report is looked at by
    who makes them.
    """
    known = complete_rapport()
    parts = [name for name in names if name not in known]
    reports = [name for name in names if name in known]
    if parts and len(reports) == 1:
        return [(reports[0], part) for part in parts]
    return [(name, None) for name in names]


def expect_one_job(jobs: dict[str, bool]) -> None:
    """Raise BadParameter when options are given that exclude each other."""
    given = [name for name, wanted in jobs.items() if wanted]
    if len(given) > 1:
        raise typer.BadParameter(f"`{given[0]}` en `{given[1]}` gaan niet samen.")


def expect_company(name: str, given: bool, company: str, there: bool) -> None:
    """Raise BadParameter when an option stands without the one that it belongs to."""
    if given and not there:
        raise typer.BadParameter(f"`{name}` hoort bij `{company}`.")
