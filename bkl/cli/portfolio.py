"""`bkl portfolio`: many workspaces judged and counted together."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from bkl.cli.common.exits import Exit
from bkl.cli.common.options import JaarOption, OutputFileOption, choose, from_folder, modules
from bkl.cli.common.output import complain, guarded, show, write

if TYPE_CHECKING:
    from bkl.api import PortfolioRequest, PortfolioUpdate
    from bkl.portfolio.counts import Verdeling

UITLEG = """Telt wat er in veel werkmappen samen is beloofd en bereikt.

Elke werkmap wordt apart beoordeeld; alleen wat is veranderd, wordt opnieuw bekeken. Wat eruit
komt, staat in een dataset die ook andere programma's lezen. Zonder MAP ziet u wat daar al in
staat."""

VOORBEELDEN = """
bkl portfolio verslagen                      alle mappen, zips en bundles in deze map
bkl portfolio lijst.txt --eisen eisen.yaml   uit een lijst, en wie aan de eisen voldoet
bkl portfolio --per thema --jaar 2026        geteld per thema, van één jaar
bkl portfolio --waar thema=Wonen --waar oordeel=niet-gehaald    wat erachter zit
bkl portfolio --format html --output portfolio.html             een pagina met filters"""


def _format(value: str) -> str:
    return choose(value, modules("printers/portfolio"), "formaat")


def _per(value: str) -> str:
    return choose(value, _verdelingen(), "verdeling")


def _verdelingen() -> tuple[str, ...]:
    from bkl.portfolio.counts import VERDELINGEN  # noqa: PLC0415 - not needed to start

    return VERDELINGEN


Mappen = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[MAP…]", help="Mappen, zips, bundles van git, of een lijst (.txt)."),
]


def portfolio(
    ctx: typer.Context,
    mappen: Mappen = None,
    dataset: Annotated[
        Path, typer.Option("--dataset", metavar="MAP", help="Waar de dataset staat (portfolio).")
    ] = Path("portfolio"),
    eisen: Annotated[
        Path | None,
        typer.Option("--eisen", metavar="BESTAND", help="Wat er wordt gevraagd (eisen.yaml)."),
    ] = None,
    per: Annotated[
        str,
        typer.Option(
            "--per",
            metavar="VERDELING",
            callback=_per,
            autocompletion=_verdelingen,
            help="Telt per jaar, organisatie, thema, programma, financier of definitie.",
        ),
    ] = "jaar",
    jaar: JaarOption = None,
    waar: Annotated[
        list[str] | None,
        typer.Option(
            "--waar",
            metavar="WAT=WAARDE",
            help="Toont de indicatoren achter een getal, met bestand en regel; mag vaker.",
        ),
    ] = None,
    fmt: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(modules("printers/portfolio")),
            callback=_format,
            autocompletion=lambda: modules("printers/portfolio"),
            help="Hoe de telling eruitziet (anders table).",
        ),
    ] = "table",
    output: OutputFileOption = None,
    processen: Annotated[
        int | None,
        typer.Option("--processen", metavar="N", min=1, help="Hoeveel er tegelijk oordelen."),
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option("--cluster", metavar="ADRES", help="Oordeelt op een cluster van Dask."),
    ] = None,
    opnieuw: Annotated[
        bool, typer.Option("--opnieuw", help="Beoordeelt alles opnieuw, ook wat gelijk bleef.")
    ] = False,
) -> None:
    """Judge what changed, and show the counts or what stands behind one of them."""
    asked = _asked(waar, fmt)
    with guarded():
        from bkl import api  # noqa: PLC0415 - start-up: --help needs none of this

        folder, target = from_folder(ctx, dataset), from_folder(ctx, output) if output else None
        if mappen:
            request = api.PortfolioRequest(
                bronnen=[from_folder(ctx, one) for one in mappen],
                dataset=folder,
                eisen=from_folder(ctx, eisen) if eisen else None,
                processen=processen,
                cluster=cluster,
                opnieuw=opnieuw,
            )
            _tell(_update(request))
        if asked is not None:
            years = {"jaar": str(jaar)} if jaar is not None else {}
            show("lookup", fmt, api.portfolio_rows(folder, years | asked), target)
            return
        result = api.portfolio(folder, per=cast("Verdeling", per), jaar=jaar, cells=fmt == "html")
        show("portfolio", fmt, result, target)
    if result.aandacht:
        raise typer.Exit(Exit.FINDINGS)


def _asked(waar: list[str] | None, fmt: str) -> dict[str, str] | None:
    if not waar:
        return None
    known = modules("printers/lookup")
    if fmt not in known:
        raise typer.BadParameter(f"`--waar` gaat samen met --format {', '.join(known)}.")
    asked = {}
    for text in waar:
        key, sign, value = text.partition("=")
        if not sign or not value.strip():
            raise typer.BadParameter(f"`{text}`: schrijf bijvoorbeeld `--waar thema=Wonen`.")
        asked[key.strip().casefold()] = value.strip()
    return asked


def _update(request: PortfolioRequest) -> PortfolioUpdate:
    from bkl import api  # noqa: PLC0415
    from bkl.cli.common.progress import Progress  # noqa: PLC0415 - only for who waits

    with Progress(1) as bar:
        return api.update_portfolio(request, bar.count)


def _tell(update: PortfolioUpdate) -> None:
    """Say on the error stream what was done."""
    parts = [f"{update.beoordeeld} beoordeeld", f"{update.ongewijzigd} ongewijzigd"]
    if update.verdwenen:
        parts.append(f"{update.verdwenen} niet meer genoemd en eruit gehaald")
    write(f"{', '.join(parts)}.\n", sys.stderr)
    if update.melding:
        write(f"{update.melding}\n", sys.stderr)
    for name, why in update.overgeslagen[:20]:
        complain(f"`{name}` is overgeslagen: {why}.")
    if len(update.overgeslagen) > 20:
        complain(f"Nog {len(update.overgeslagen) - 20} plekken zijn overgeslagen.")
