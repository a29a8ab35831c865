"""`bkl gap`: what was promised beside what was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from bkl.cli.common.exits import Exit
from bkl.cli.common.options import (
    GapFormat,
    JaarOption,
    OutputFileOption,
    PerOption,
    StatusOption,
    VanafOption,
    complete_selectie,
    folder_of,
    from_folder,
)
from bkl.cli.common.output import complain, guarded, show, tell_faults

if TYPE_CHECKING:
    from bkl.domein.woorden import Indeling, Oordeel, Periodesoort

UITLEG = """Vergelijkt wat is beloofd met wat is bereikt.

Zonder SELECTIE ziet u het hele plan in één oogopslag. Met een SELECTIE ziet u per toezegging
het doel, het resultaat, het verschil en het oordeel."""

VOORBEELDEN = """
bkl gap                           het hele plan
bkl gap AD                        één speerpunt
bkl gap A                         één thema, of een doelgroep (D)
bkl gap BD-R4                     één resultaat of activiteit
bkl gap --status niet-gehaald     alles wat niet is gehaald
bkl gap AD --vanaf 2019           met de jaren ervoor
bkl gap 1.1                       een programma met alles wat eronder valt
bkl gap --per uitvoerder          geteld per uitvoerder
bkl gap AD --per kwartaal         elk cijfer per kwartaal, maand of week
bkl gap --per periode             per periode zoals u die hebt gemeten
bkl gap --per jaar                elk jaar van een plan van meer jaren
bkl gap BD-R4.lezingen --explain  hoe het oordeel tot stand kwam
bkl gap BD --format csv --output cijfers.csv    voor een rekenblad"""


def gap(
    ctx: typer.Context,
    selectie: Annotated[
        str | None,
        typer.Argument(
            metavar="[SELECTIE]",
            autocompletion=complete_selectie,
            help="Speerpunt, thema, doelgroep, onderdeel of indicator.",
        ),
    ] = None,
    fmt: GapFormat = "table",
    status: StatusOption = None,
    jaar: JaarOption = None,
    vanaf: VanafOption = None,
    per: PerOption = None,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Legt stap voor stap uit hoe elk oordeel tot stand kwam."),
    ] = False,
    output: OutputFileOption = None,
) -> None:
    """Compare promises with results."""
    if explain and (fmt != "table" or selectie is None or per):
        complain(
            "`--explain` hoort bij een SELECTIE, zonder `--per` en als table.",
            "Schrijf bijvoorbeeld `bkl gap BD-R4.lezingen --explain`.",
        )
        raise typer.Exit(Exit.USAGE)
    with guarded(folder_of(ctx)):
        from bkl import api  # noqa: PLC0415 - start-up: --help needs none of this

        result = api.gap(
            folder_of(ctx),
            jaar=jaar,
            selectie=selectie,
            status=cast("list[Oordeel]", status or []),
            vanaf=vanaf,
            per=cast("Indeling | Periodesoort | None", per),
            explain=explain,
        )
        show("gap", fmt, result, from_folder(ctx, output) if output else None)
    if result.fouten:
        tell_faults(result.fouten)
        raise typer.Exit(Exit.FINDINGS)
