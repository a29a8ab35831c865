"""The options that commands share, and how their values are read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import bkl

if TYPE_CHECKING:
    from datetime import date

ALL = "all"
"""As a report or a format: everything there is."""


@cache
def modules(package: str) -> tuple[str, ...]:
    """Return the names of the modules in a package of bkl, such as `printers/gap`, sorted.

    A name that people type has hyphens: `csv_en.py` is `csv-en`.
    """
    folder = Path(bkl.__file__).parent / package
    names = [name.removesuffix(".py") for name in os.listdir(folder) if name.endswith(".py")]
    return tuple(sorted(name.replace("_", "-") for name in names if not name.startswith("_")))


def choose(value: str, options: Iterable[str], what: str) -> str:
    """Return the option that the user means; raises BadParameter, in Dutch, for another text."""
    known = list(options)
    wanted = value.strip().casefold()
    if wanted in known:
        return wanted
    from bkl.diagnostics.suggestion import did_you_mean  # noqa: PLC0415 - only with a fault

    question = did_you_mean(wanted, known)
    raise typer.BadParameter(
        f"`{value}` is geen {what}. " + (question or f"Kies uit: {', '.join(known)}.")
    )


def folder_of(ctx: typer.Context) -> Path | None:
    """Return the folder given with -C, None for the current one."""
    folder = ctx.find_root().params.get("folder")
    return folder if isinstance(folder, Path) else None


def from_folder(ctx: typer.Context, path: Path) -> Path:
    """Return a path that the user gave, seen from the folder of -C."""
    folder = folder_of(ctx)
    return path if folder is None else folder / path


def read_jaar(value: str) -> int:
    """Return the year that the user means; raises BadParameter for another text."""
    if not (value.isascii() and value.isdigit() and len(value) == 4):
        raise typer.BadParameter(f"`{value}` is geen jaartal. Schrijf vier cijfers, zoals 2021.")
    return int(value)


def read_day(value: str) -> date:
    """Return the date that the user means; raises BadParameter for another text."""
    from datetime import date  # noqa: PLC0415 - not needed to start

    from bkl.domein.model.fields import read_datum  # noqa: PLC0415 - not needed to start

    with suppress(ValueError):
        found = read_datum(value.strip())
        if isinstance(found, date):
            return found
    raise typer.BadParameter(f"`{value}` is geen datum. Schrijf bijvoorbeeld 30-06-2021.")


def _check_format(value: str) -> str:
    return choose(value, modules("printers/check"), "formaat")


def _gap_format(value: str) -> str:
    return choose(value, modules("printers/gap"), "formaat")


def _render_formats(value: list[str] | None) -> list[str]:
    known = modules("render/formats")
    chosen = [choose(fmt, (*known, ALL), "formaat") for fmt in value or ()]
    return list(known) if ALL in chosen else chosen


def _status(value: list[str] | None) -> list[str]:
    from bkl.domein.woorden import OORDELEN  # noqa: PLC0415 - not needed to start

    spaced = [text.replace("-", " ").replace("_", " ") for text in value or ()]
    return [choose(text, OORDELEN, "oordeel") for text in spaced]


def _indeling(value: str | None) -> str | None:
    from bkl.domein.woorden import INDELINGEN, PERIODEN, PERIODESOORTEN  # noqa: PLC0415 - start-up

    known = (*INDELINGEN, PERIODEN, *PERIODESOORTEN)
    return None if value is None else choose(value, known, "indeling")


def complete_indeling() -> Sequence[str]:
    """Return by what can be counted."""
    from bkl.domein.woorden import INDELINGEN, PERIODEN, PERIODESOORTEN  # noqa: PLC0415

    return (*INDELINGEN, PERIODEN, *PERIODESOORTEN)


def complete_status() -> Sequence[str]:
    """Return the verdicts as one word each, so that no shell splits them."""
    from bkl.domein.woorden import OORDELEN  # noqa: PLC0415

    return [oordeel.replace(" ", "-") for oordeel in OORDELEN]


def complete_selectie(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return what can be selected here and starts so; nothing when the files are unreadable.

    Upper and lower case are the same; the answer keeps what was typed.
    """
    with suppress(Exception):  # while a line is being typed nothing may be printed
        from bkl import api  # noqa: PLC0415

        typed, size = incomplete.casefold(), len(incomplete)
        names = api.choices(folder_of(ctx))
        return [incomplete + n[size:] for n in names if n.casefold().startswith(typed)]
    return []


def complete_rapport() -> Sequence[str]:
    """Return the reports there are."""
    return modules("render/views")


def _listed(package: str) -> str:
    return "|".join(modules(package))


OutputFileOption = Annotated[
    Path | None,
    typer.Option(
        "--output", metavar="BESTAND", help="Slaat de uitkomst op in een bestand, in UTF-8."
    ),
]
PeildatumOption = Annotated[
    str | None,
    typer.Option("--peildatum", metavar="DATUM", help="Verzet de dag van de stand."),
]
JaarOption = Annotated[
    int | None,
    typer.Option("--jaar", metavar="JAAR", parser=read_jaar, help="Het jaar; anders het nieuwste."),
]
CheckFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar=_listed("printers/check"),
        callback=_check_format,
        autocompletion=lambda: modules("printers/check"),
        help="Hoe de meldingen eruitzien (anders text).",
    ),
]
GapFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar=_listed("printers/gap"),
        callback=_gap_format,
        autocompletion=lambda: modules("printers/gap"),
        help="Hoe de vergelijking eruitziet (anders table).",
    ),
]
RenderFormats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar=f"{_listed('render/formats')}|{ALL}",
        callback=_render_formats,
        autocompletion=lambda: (*modules("render/formats"), ALL),
        help="Het formaat; mag vaker (anders md en html).",
    ),
]
StatusOption = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="OORDEEL",
        callback=_status,
        autocompletion=complete_status,
        help="Alleen wat dit oordeel kreeg, zoals niet-gehaald; mag vaker.",
    ),
]
VanafOption = Annotated[
    int | None,
    typer.Option(
        "--vanaf",
        metavar="JAAR",
        parser=read_jaar,
        help="Toont ook de jaren ervoor, vanaf dit jaar.",
    ),
]
PerOption = Annotated[
    str | None,
    typer.Option(
        "--per",
        metavar="INDELING",
        callback=_indeling,
        autocompletion=complete_indeling,
        help="Telt per speerpunt, thema, doelgroep, niveau, invloed, uitvoerder, "
        "portefeuillehouder of label; of toont elk cijfer per week, maand, kwartaal, tertaal, "
        "halfjaar, jaar of gemeten periode.",
    ),
]
