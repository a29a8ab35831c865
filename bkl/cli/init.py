"""`bkl init`: begin a workspace in an empty folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from bkl.cli.common.consent import Consent, DryRunFlag, YesFlag, ask, at_terminal, confirm
from bkl.cli.common.exits import Exit
from bkl.cli.common.options import JaarOption, choose, folder_of, from_folder
from bkl.cli.common.output import complain, guarded, relative, write

if TYPE_CHECKING:
    from bkl.api.starting.init import Begin, NewWorkspace, Soort

UITLEG = """Begint een map met een werkplan en een jaarverslag, om zelf in te vullen.

Zonder MAP komt alles in de map waarin u staat. Wat er al staat, blijft zoals het is. Het plan
bevat een paar voorbeelden; die vervangt u door uw eigen toezeggingen.

Een plan heeft een van drie soorten: `matrix` (thema's en doelgroepen), `programmas` (programma's
met een omschrijving en factsheets) of `lijst` (één lijst van toezeggingen)."""

VOORBEELDEN = """
bkl init                                       vraagt wat nodig is
bkl init verslag                               in een nieuwe map
bkl init verslag --soort lijst --organisatie "Buurthuis De Brug" --yes
bkl init --dry-run                             kijken wat er zou komen"""

_SOORTEN = ("matrix", "programmas", "lijst")
_NAAM = "Naam van uw organisatie"


def _soort(value: str | None) -> str | None:
    return None if value is None else choose(value.replace("'", ""), _SOORTEN, "soort")


Map = Annotated[Path | None, typer.Argument(metavar="[MAP]", help="De map; anders deze map.")]
SoortOption = Annotated[
    str | None,
    typer.Option(
        "--soort",
        metavar="|".join(_SOORTEN),
        callback=_soort,
        autocompletion=lambda: _SOORTEN,
        help="Hoe het plan is opgebouwd (anders matrix).",
    ),
]
OrganisatieOption = Annotated[
    str | None,
    typer.Option("--organisatie", metavar="NAAM", help="De naam van uw organisatie."),
]
GitFlag = Annotated[bool, typer.Option("--git", help="Maakt er ook een git-repository van.")]


def init(
    ctx: typer.Context,
    folder: Map = None,
    soort: SoortOption = None,
    organisatie: OrganisatieOption = None,
    jaar: JaarOption = None,
    git: GitFlag = False,
    yes: YesFlag = False,
    dry_run: DryRunFlag = False,
) -> None:
    """Make the files of a workspace, after asking."""
    from datetime import date  # noqa: PLC0415 - start-up

    target = from_folder(ctx, folder) if folder else folder_of(ctx) or Path()
    asking = at_terminal() and not yes
    with guarded():
        from bkl import api  # noqa: PLC0415 - start-up

        if asking:
            soort = soort or ask("Soort plan", _SOORTEN, "matrix")
            organisatie = organisatie or ask(_NAAM, default="Onze organisatie")
            if jaar is None:
                jaar = int(_year(ask("Jaar", default=str(date.today().year))))
        begin = api.Begin(
            cast("Soort", soort or "matrix"),
            (organisatie or "").strip() or "Onze organisatie",
            jaar or date.today().year,
        )
        werkmap = api.plan_workspace(target, begin, date.today())
        _show(werkmap)
        if not Consent(yes, dry_run).given("Deze bestanden maken?"):
            write("Niets gemaakt.\n")
            raise typer.Exit(Exit.FINDINGS)
        api.make_workspace(werkmap)
        write(f"\nKlaar: {len(werkmap.changes)} bestanden gemaakt.\n")
        if git or (asking and _may_git(target) and confirm("Ook een git-repository maken?")):
            _make_repository(target)
        _next_steps(werkmap, begin)


def _year(value: str) -> str:
    if not (value.isascii() and value.isdigit() and len(value) == 4):
        raise typer.BadParameter(f"`{value}` is geen jaartal. Schrijf vier cijfers, zoals 2021.")
    return value


def _show(werkmap: NewWorkspace) -> None:
    write(f"In de map {relative(werkmap.folder)} komen:\n")
    for change in werkmap.changes:
        write(f"  {change.file}\n")
    for name in werkmap.blijft:
        write(f"  {name} staat er al en blijft zoals het is\n")


def _may_git(target: Path) -> bool:
    parents = (target.absolute(), *target.absolute().parents)
    return shutil.which("git") is not None and not any((p / ".git").exists() for p in parents)


def _make_repository(target: Path) -> None:
    program = shutil.which("git")
    if program is None:
        complain("Het programma git is er niet.", "De andere bestanden zijn wel gemaakt.")
        return
    done = subprocess.run(  # noqa: S603 - git, in the folder that was just made
        [program, "init", "--quiet"], cwd=target, capture_output=True, text=True, check=False
    )
    if done.returncode:
        complain("`git init` lukt niet.", "De andere bestanden zijn wel gemaakt.")
        write(done.stderr, sys.stderr)
    else:
        write("Het is nu ook een git-repository.\n")


def _next_steps(werkmap: NewWorkspace, begin: Begin) -> None:
    here = Path(werkmap.folder).absolute() == Path.cwd()
    go = "" if here else f"  cd {relative(werkmap.folder)}\n"
    write(
        f"""
Zo gaat u verder:
{go}  bkl check                  klopt alles?
  bkl gap                    hoe staat het plan ervoor?
  bkl todo                   wat ontbreekt er nog?
  bkl render jaarverslag     maak het verslag

Vervang de voorbeelden in data/werkplan-{begin.jaar}.yaml door uw eigen toezeggingen. Een cijfer
legt u vast met `bkl set {begin.voorbeeld} "4 bijeenkomsten"`.
"""
    )
