"""`bkl sign`: agree to what is reported."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from bkl.cli.common.consent import Consent, DryRunFlag, YesFlag, ask, at_terminal
from bkl.cli.common.exits import Exit
from bkl.cli.common.options import JaarOption, complete_selectie, folder_of, read_day
from bkl.cli.common.output import complain, guarded, screen_of, show, write

if TYPE_CHECKING:
    from bkl.api.signing.sign import SignResult

UITLEG = """Geeft akkoord op wat er is gerapporteerd.

Een akkoord geldt voor de tekst, de definitie, het cijfer en het bewijs zoals zij nu zijn, en niet
voor het oordeel dat bkl uitrekent. Verandert er later iets, dan zeggen `bkl check`, `bkl gap` en
`bkl todo` dat. Wat nog geen antwoord heeft, wordt niet getekend.

De akkoorden komen in `data/akkoord-<jaar>.yaml`, een regel per akkoord; er komt alleen bij. Wie
mag tekenen, regelt u in git of met de rechten op de map: bkl vraagt niet om een wachtwoord."""

VOORBEELDEN = """
bkl sign BD-R4.lezingen --wie controller   een cijfer
bkl sign AD --wie directeur                een heel speerpunt
bkl sign --wie directeur                   alles waarop een antwoord is
bkl sign --wie directeur --dry-run         kijken waarvoor u zou tekenen"""


def sign(
    ctx: typer.Context,
    selectie: Annotated[
        str | None,
        typer.Argument(
            metavar="[SELECTIE]",
            autocompletion=complete_selectie,
            help="Speerpunt, thema, doelgroep, onderdeel of indicator; anders alles.",
        ),
    ] = None,
    wie: Annotated[
        str | None, typer.Option("--wie", metavar="NAAM", help="Wie akkoord geeft.")
    ] = None,
    rol: Annotated[
        str | None, typer.Option("--rol", metavar="ROL", help="In welke rol, zoals controller.")
    ] = None,
    datum: Annotated[
        date | None,
        typer.Option("--datum", metavar="DATUM", parser=read_day, help="De dag; anders vandaag."),
    ] = None,
    jaar: JaarOption = None,
    yes: YesFlag = False,
    dry_run: DryRunFlag = False,
) -> None:
    """Show what would be signed, and sign it after consent."""
    if wie is None and at_terminal() and not yes:
        wie = ask("Wie geeft akkoord?")
    if not wie:
        complain("Wie akkoord geeft, ontbreekt.", "Noem een naam met `--wie`.")
        raise typer.Exit(Exit.USAGE)
    consent = Consent(yes, dry_run)
    with guarded(folder_of(ctx)):
        from bkl import api  # noqa: PLC0415 - start-up: --help needs none of this

        def agree(result: SignResult) -> bool:
            show("signing", "text", result)
            return consent.given("Akkoord geven?")

        asked = api.SignRequest(wie, rol, datum, selectie, jaar)
        _tell(api.sign(folder_of(ctx), asked, agree))


def _tell(done: SignResult | None) -> None:
    if done is None:
        write("Niets getekend.\n")
        raise typer.Exit(Exit.FINDINGS)
    if done.fouten:
        from bkl.printers.check.text import show_findings  # noqa: PLC0415

        write(show_findings(done.fouten, screen_of(sys.stderr)), sys.stderr)
        complain("Hierin staat nog een fout; er is niets getekend.", "Herstel die eerst.")
        raise typer.Exit(Exit.FINDINGS)
    if not done.changes:
        show("signing", "text", done)
        write("Er is niets om te tekenen.\n")
        return
    count = "1 akkoord" if len(done.nu) == 1 else f"{len(done.nu)} akkoorden"
    write(f"{count} opgeslagen in {done.changes[0].file}.\n")
