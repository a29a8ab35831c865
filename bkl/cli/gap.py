"""`bkl gap`: what was promised beside what was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from bkl.cli.options import GapFormat, JaarOption, StatusOption, complete_selectie, folder_of
from bkl.cli.output import guarded, show

if TYPE_CHECKING:
    from bkl.domein.woorden import Oordeel

UITLEG = """Vergelijkt wat is beloofd met wat is bereikt.

Zonder SELECTIE ziet u het hele plan in één oogopslag. Met een SELECTIE ziet u per toezegging
het doel, het resultaat, het verschil en het oordeel."""

VOORBEELDEN = """
bkl gap                           het hele plan
bkl gap AD                        één speerpunt
bkl gap A                         één thema, of een doelgroep (D)
bkl gap BD-R4                     één resultaat of activiteit
bkl gap --status niet-gehaald     alles wat niet is gehaald
bkl gap BD --format csv           voor een rekenblad"""


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
) -> None:
    """Compare promises with results."""
    with guarded():
        from bkl import api  # noqa: PLC0415 - start-up: --help needs none of this

        oordelen = cast("list[Oordeel]", status or [])
        show("gap", fmt, api.gap(folder_of(ctx), jaar=jaar, selectie=selectie, status=oordelen))
