"""`bkl import`: read in what people filled in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bkl.cli.common.consent import Consent, DryRunFlag, YesFlag
from bkl.cli.common.exits import Exit
from bkl.cli.common.options import JaarOption, PeildatumOption, folder_of, from_folder
from bkl.cli.common.output import complain, guarded, in_own_words, screen_of, show, write
from bkl.cli.common.progress import Progress

if TYPE_CHECKING:
    from bkl.api.collecting.taking import ImportResult

UITLEG = """Leest ingevulde formulieren in, van Excel of als CSV.

Toont per antwoord wat er in het jaarverslag verandert, en vraagt daarna of het zo goed is. Wat
niet te lezen is, wat elkaar tegenspreekt en wat in het jaarverslag intussen is veranderd, wordt
niet overgenomen maar genoemd, met blad en cel. Een lege cel verandert niets.

FORMULIER is een bestand van `bkl form`, een CSV-bestand met de kolommen Code, Cijfer, Bron, Reden
en Toelichting, of een map daarmee."""

VOORBEELDEN = """
bkl import formulieren                  alles in deze map
bkl import buurtteam.xlsx jeugd.xlsx    deze twee
bkl import enquete.csv --dry-run        kijken wat er zou veranderen
bkl import formulieren --yes            opslaan zonder te vragen"""

FormsArgument = Annotated[
    list[Path], typer.Argument(metavar="FORMULIER…", help="De formulieren, of een map ermee.")
]


def import_(
    ctx: typer.Context,
    forms: FormsArgument,
    peildatum: PeildatumOption = None,
    jaar: JaarOption = None,
    yes: YesFlag = False,
    dry_run: DryRunFlag = False,
) -> None:
    """Show what the forms bring, and record it after consent."""
    consent, progress = Consent(yes, dry_run), Progress(1)
    seen: list[ImportResult] = []

    def agree(result: ImportResult) -> bool:
        if seen and consent.yes:
            complain(
                "Iemand anders heeft intussen hetzelfde veranderd. Er is niets opgeslagen.",
                "Bekijk het met `bkl gap`, en geef de opdracht zo nodig opnieuw.",
            )
            raise typer.Exit(Exit.FINDINGS)
        if seen:
            write("Intussen is dit veranderd. Zo wordt het nu:\n\n")
        progress.rest()
        seen.append(result)
        show("collecting", "text", result)
        return consent.given()

    with guarded(folder_of(ctx)):
        from bkl import api  # noqa: PLC0415 - start-up: --help needs none of this

        paths = [from_folder(ctx, path) for path in forms]
        asked = api.ImportRequest(paths, jaar, peildatum)
        with progress:
            done = api.import_forms(folder_of(ctx), asked, agree, progress=progress.count)
        if done is None:
            write("Niets opgeslagen.\n")
            raise typer.Exit(Exit.FINDINGS)
        if not seen:
            show("collecting", "text", done)
        _tell(done, folder_of(ctx))


def _tell(done: ImportResult, folder: Path | None) -> None:
    voorstel = done.voorstel
    if voorstel is not None and voorstel.fouten:
        from bkl.printers.check.text import show_findings  # noqa: PLC0415

        write(show_findings(voorstel.fouten, screen_of(sys.stderr)), sys.stderr)
        told = "Hiermee zou er een fout in het jaarverslag komen; er is niets opgeslagen."
        complain(in_own_words(told, folder))
        raise typer.Exit(Exit.FINDINGS)
    if done.opgeslagen and voorstel is not None:
        for change in voorstel.changes:
            write(f"Opgeslagen in {change.file}.\n")
    elif not done.zwaar:
        write(in_own_words(f"Er verandert niets in het jaarverslag van {done.jaar}.\n", folder))
    if not done.gelezen:
        raise typer.Exit(Exit.USAGE)
    if done.zwaar:
        raise typer.Exit(Exit.FINDINGS)
