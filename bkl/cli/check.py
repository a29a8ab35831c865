"""`bkl check`: what is wrong in the files, where, and how to mend it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bkl.cli.common.exits import Exit
from bkl.cli.common.options import CheckFormat, JaarOption, OutputFileOption, folder_of, from_folder
from bkl.cli.common.output import guarded, screen_of, show, write

if TYPE_CHECKING:
    from bkl.api import FixResult
    from bkl.api.checking.check import CheckOptions, CheckResult

UITLEG = """Controleert het werkplan en het jaarverslag.

Elke melding zegt waar het staat, wat er mis is en wat u eraan doet.
De afsluitcode is 0 zonder fouten, 1 met fouten en 2 als de opdracht niet klopt."""

VOORBEELDEN = """
bkl check                               alles van het nieuwste jaar
bkl check --all                         alle jaren
bkl check data/jaarverslag-2021.yaml    alleen dit bestand
bkl check --strict                      ook waarschuwingen tellen als fout
bkl check --explain BKL203              wat een regel vraagt en waarom
bkl check --eisen eisen.yaml            ook wat wie subsidie geeft vraagt
bkl check --fix --diff                  laat zien wat zeker te herstellen is
bkl check --format github               meldingen bij een pull request"""

Bestanden = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[BESTAND…]", help="Alleen deze bestanden of mappen; `-` leest van de invoer."
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Ook waarschuwingen geven afsluitcode 1.")]
Every = Annotated[bool, typer.Option("--all", help="Alle jaren, en niet alleen het nieuwste.")]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="REGEL",
        help="Alleen deze regels: een code, een begin ervan (BKL2), naam of familie; mag vaker.",
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="REGEL", help="Deze regels niet; mag vaker."),
]
Fix = Annotated[bool, typer.Option("--fix", help="Herstelt wat zeker is, en controleert opnieuw.")]
Diff = Annotated[
    bool, typer.Option("--diff", help="Toont wat `--fix` zou doen, en slaat niets op.")
]
Eisenbestand = Annotated[
    Path | None,
    typer.Option(
        "--eisen", metavar="BESTAND", help="Kijkt ook of het aan deze eisen voldoet (eisen.yaml)."
    ),
]
Lijst = Annotated[bool, typer.Option("--list", help="Toont alle regels.")]
Uitleg = Annotated[
    str | None,
    typer.Option("--explain", metavar="REGEL", help="Legt een regel uit: code of naam."),
]


def check(
    ctx: typer.Context,
    bestanden: Bestanden = None,
    fmt: CheckFormat = "text",
    strict: Strict = False,
    jaar: JaarOption = None,
    every: Every = False,
    select: Select = None,
    ignore: Ignore = None,
    fix: Fix = False,
    diff: Diff = False,
    eisen: Eisenbestand = None,
    lijst: Lijst = False,
    regel: Uitleg = None,
    output: OutputFileOption = None,
) -> None:
    """Check the files; exit 1 when something must be mended."""
    if lijst or regel is not None:
        return _manual(regel, fmt)
    if every and (jaar is not None or bestanden):
        raise typer.BadParameter("`--all` gaat niet samen met `--jaar` of bestanden.")
    if eisen is not None and every:
        raise typer.BadParameter("`--eisen` gaat over één jaar, en niet samen met `--all`.")
    piped = "-" in map(str, bestanden or ())
    if piped and len(bestanden or ()) > 1:
        raise typer.BadParameter("`-` gaat niet samen met bestanden.")
    options: CheckOptions = {
        "files": [from_folder(ctx, path) for path in bestanden or ()],
        "jaar": jaar,
        "every": every,
        "select": select or (),
        "ignore": ignore or (),
        "eisen": from_folder(ctx, eisen) if eisen else None,
    }
    with guarded():
        from bkl import api  # noqa: PLC0415 - start-up: --help needs none of this

        if piped:
            result = _piped(ctx, options, mending=fix or diff)
        elif fix or diff:
            mended = api.fix(folder_of(ctx), write=not diff, **options)
            _tell(mended, fmt)
            result = mended.result
        else:
            result = api.check(folder_of(ctx), **options)
        result = _named(ctx, fmt, result, bool(bestanden))
        show("check", fmt, result, from_folder(ctx, output) if output else None)
    if result.onleesbaar:
        raise typer.Exit(Exit.USAGE)
    if result.fouten or (strict and result.findings):
        raise typer.Exit(Exit.FINDINGS)
    return None


def _piped(ctx: typer.Context, options: CheckOptions, *, mending: bool) -> CheckResult:
    from bkl import api  # noqa: PLC0415
    from bkl.api.checking.piped import check_piped  # noqa: PLC0415 - only for `-`
    from bkl.source.limits import MAX_BYTES  # noqa: PLC0415

    if mending:
        raise api.Gebruiksfout(
            "`--fix` en `--diff` gaan niet samen met `-`.", "Geef een bestand op."
        )
    return check_piped(sys.stdin.buffer.read(MAX_BYTES + 1), folder_of(ctx), **options)


def _named(ctx: typer.Context, fmt: str, result: CheckResult, given: bool) -> CheckResult:
    """Return the findings with names as a service knows them, where the output is for one."""
    if fmt not in ("github", "sarif", "junit"):
        return result
    from bkl.api.checking.rooted import rooted  # noqa: PLC0415 - only for services
    from bkl.api.workspace.year import workspace_of  # noqa: PLC0415

    return rooted(result, Path.cwd() if given else workspace_of(folder_of(ctx)))


def _tell(mended: FixResult, fmt: str) -> None:
    """Say what was mended: before the findings for people, beside them for programs."""
    from bkl.printers.fix.text import show as show_fix  # noqa: PLC0415 - only with --fix

    stream = sys.stdout if fmt == "text" else sys.stderr
    write(f"{show_fix(mended, screen_of(stream))}\n", stream)


def _manual(name: str | None, fmt: str) -> None:
    """Show one rule or all of them."""
    with guarded():
        from bkl import api  # noqa: PLC0415

        if name is None:
            show("rules", "json" if fmt == "json" else "text", api.catalogue())
        else:
            show("rules", "page", api.find_regel(name))
