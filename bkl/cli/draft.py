"""`bkl draft`: a werkplan from the plan that one has in Word or PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from bkl.cli.common.consent import Consent, DryRunFlag, YesFlag
from bkl.cli.common.exits import Exit
from bkl.cli.common.options import folder_of, from_folder, read_jaar
from bkl.cli.common.output import complain, guarded, relative, show, write

if TYPE_CHECKING:
    from bkl.domein.notatie.values.jaren import Planjaren

UITLEG = """Maakt een voorstel voor een werkplan uit het plan dat u al hebt.

Het document mag van Word zijn (.docx), LibreOffice (.odt), een pdf, een webpagina, Markdown of
gewone tekst. bkl herkent de onderdelen, de resultaten en activiteiten, en de doelen in de zinnen.
Elk doel is letterlijk een stuk van het document; er komt niets bij. De zinnen blijven die van u.

Waar bkl niet zeker van is, staat in het bestand achter `# nakijken`. Cijfers die geen plaats
kregen, staan onderaan. Een werkplan dat er al is, blijft staan, tenzij u `--vervang` opgeeft.

Met `--stap` bekijkt u elk doel met de zin eromheen: overnemen, veranderen of overslaan. U kunt
stoppen en later met dezelfde opdracht verdergaan: tot het voorstel is opgeslagen, staan uw
antwoorden in `bkl-draft-<jaar>.json` in de map.

Met `--verslag` leest bkl een verslag naast een werkplan dat er al is. Bij elke toezegging zonder
antwoord komen de zinnen die er misschien over gaan, als opmerking in het jaarverslag. Een
realisatie wordt het nooit vanzelf."""

VOORBEELDEN = """
bkl draft plan.docx                    een voorstel in deze map
bkl draft plan.pdf --output verslag    in een nieuwe map
bkl draft plan.docx --stap             elk doel eerst bekijken
bkl draft plan.docx --dry-run          alleen kijken
bkl draft plan.docx --jaar 2024 --organisatie "Buurthuis De Brug"
bkl draft --verslag verslag.docx       waar staat misschien een antwoord?"""


def draft(
    ctx: typer.Context,
    document: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DOCUMENT]", help="Het plan: .docx, .odt, .pdf, .html, .md of .txt."
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="MAP|BESTAND",
            help="De map, of een bestand op .yaml; anders deze map.",
        ),
    ] = None,
    organisatie: Annotated[
        str | None,
        typer.Option("--organisatie", metavar="NAAM", help="De naam van uw organisatie."),
    ] = None,
    jaar: Annotated[
        str | None,
        typer.Option("--jaar", metavar="JAAR", help="Het jaar, of de jaren: 2023-2026, 2024/2025."),
    ] = None,
    vervang: Annotated[
        bool, typer.Option("--vervang", help="Vervangt een werkplan dat er al is.")
    ] = False,
    verslag: Annotated[
        Path | None,
        typer.Option(
            "--verslag",
            metavar="RAPPORT",
            help="Zoekt in een verslag naar antwoorden op wat nog niet is gerapporteerd.",
        ),
    ] = None,
    stap: Annotated[
        bool, typer.Option("--stap", help="Loopt de doelen een voor een met u door.")
    ] = False,
    yes: YesFlag = False,
    dry_run: DryRunFlag = False,
) -> None:
    """Show what the document proposes, and save it after consent."""
    from datetime import date  # noqa: PLC0415 - start-up

    if (document is None) == (verslag is None):
        complain("Wat moet bkl lezen?", "Geef een plan, of een verslag achter `--verslag`.")
        raise typer.Exit(Exit.USAGE)
    if document is None:
        _answer(ctx, from_folder(ctx, cast("Path", verslag)), jaar, Consent(yes, dry_run))
        return
    with guarded():
        from bkl import api  # noqa: PLC0415 - start-up: --help needs none of this
        from bkl.cli.common.progress import Progress  # noqa: PLC0415

        target = from_folder(ctx, output) if output else folder_of(ctx) or Path()
        years = _years(jaar)
        request = api.DraftRequest(from_folder(ctx, document), target, years, organisatie, vervang)
        with Progress(1) as progress:
            progress.step(f"{document.name} lezen")
            plan = api.read_draft(request, date.today())
        if not plan.promises:
            complain(
                "In dit document is geen toezegging herkend.",
                "Zet boven een lijst van toezeggingen `Resultaten` of `Activiteiten`.",
            )
            raise typer.Exit(Exit.FINDINGS)
        review = api.DraftReview(request, plan) if stap else None
        if review is not None:
            from bkl.cli.common.stepping import step_through  # noqa: PLC0415 - only with --stap

            step_through(review)
        result = api.lay_out_draft(request, plan, date.today())
        show("drafting", "text", result)
        if not Consent(yes, dry_run).given("Deze bestanden maken?"):
            write("Niets gemaakt.\n")
            raise typer.Exit(Exit.FINDINGS)
        api.save_draft(result)
        if review is not None:
            review.close()
        _next_steps(result.folder, result.file)


def _years(text: str | None) -> Planjaren | None:
    """Return the years that the user means; raises BadParameter for another text."""
    if text is None:
        return None
    from bkl.domein.notatie.values.jaren import read_planjaren  # noqa: PLC0415 - start-up

    years = read_planjaren(text)
    if years is None:
        raise typer.BadParameter(
            f"`{text}` is geen jaar. Schrijf 2024, 2023-2026, of 2024/2025 voor een schooljaar.",
            param_hint="--jaar",
        )
    return years


def _answer(ctx: typer.Context, report: Path, jaar: str | None, consent: Consent) -> None:
    """Show what a report says that may answer open promises, and keep it as comments."""
    with guarded():
        from bkl import api  # noqa: PLC0415 - start-up

        year = None if jaar is None else read_jaar(jaar)
        result = api.find_answers(folder_of(ctx), report, jaar=year)
        show("drafting", "answers", result)
        if not result.changes:
            write("Er verandert niets.\n")
            return
        if not consent.given("Deze opmerkingen in het jaarverslag zetten?"):
            write("Niets opgeslagen.\n")
            raise typer.Exit(Exit.FINDINGS)
        api.save_answers(result)
        write(f"Opgeslagen in {result.changes[0].file}.\n")


def _next_steps(folder: Path, file: str) -> None:
    here = folder.absolute() == Path.cwd()
    go = "" if here else f"  cd {relative(folder)}\n"
    write(
        f"""
Klaar. Zo gaat u verder:
{go}  bkl check                  wat is er nog te vragen?
  bkl gap                    hoe staat het plan ervoor?
  bkl render werkplan        maak het document

Zoek in {file} naar `nakijken`: daar moet iemand naar kijken.
"""
    )
