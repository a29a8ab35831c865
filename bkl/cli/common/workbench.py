"""What `bkl render` can do besides making a report: list, check, eject, watch, serve, open."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from bkl.cli.common.exits import Exit
from bkl.cli.common.output import complain, relative, screen_of, write
from bkl.printers.layout import pad, wrap

if TYPE_CHECKING:
    from bkl.api import ReportState
    from bkl.preview.rounds import Ronde
    from bkl.preview.server import Server
    from bkl.preview.stage import Stage

_HINT = (
    "Alleen een deel veranderen? Bewaar dan alleen dat blok, onder de regel\n"
    '{{% extends "bkl/{}.md.j2" %}}\n'
)
_FAST = ("md", "html")  # the formats that are there before one has looked up


class Target(NamedTuple):
    """Where the data and the reports are, and which year is meant (None: the usual)."""

    folder: Path | None
    output: Path | None
    jaar: int | None


class Preview(NamedTuple):
    """How a report is shown while one writes: served on a port or not, opened or not."""

    serve: bool
    port: int | None
    browser: bool


def show_list() -> None:
    """Print every report with one line, and the formats with what they still need."""
    from bkl import api  # noqa: PLC0415 - start-up

    width = screen_of(sys.stdout).width
    reports = [(info.naam, info.uitleg) for info in api.rapporten()]
    formats = [
        (info.naam, f"eerst installeren: pip install {info.extra}" if info.extra else "")
        for info in api.formaten()
    ]
    lines: list[str] = []
    for title, rows in (("Rapporten", reports), ("Formaten", formats)):
        column = max(len(naam) for naam, _ in rows) + 4
        lines += ["", f"{title}:"] if lines else [f"{title}:"]
        for naam, uitleg in rows:
            lines += wrap(uitleg, width, pad(f"  {naam}", column)) if uitleg else [f"  {naam}"]
    write("\n".join(lines) + "\n")


def check_reports(rapporten: Sequence[str], formats: Sequence[str], target: Target) -> None:
    """Say which reports no longer fit the data and how to mend that; exit 1 when any does."""
    from bkl import api  # noqa: PLC0415 - start-up

    stands = api.stale(
        rapporten, target.folder, jaar=target.jaar, formats=formats, output=target.output
    )
    _tell_stale(stands, f" --output {target.output}" if target.output else "")
    if any(stand.staat != "gelijk" for stand in stands):
        raise typer.Exit(Exit.FINDINGS)


def _tell_stale(stands: Sequence[ReportState], where: str) -> None:
    words = {"verouderd": "past niet meer bij de gegevens", "ontbreekt": "ontbreekt"}
    wrong = [stand for stand in stands if stand.staat != "gelijk"]
    for stand in wrong:
        said = words.get(stand.staat) or f"is niet te controleren. {stand.reden}"
        write(f"{relative(stand.path)} {said}\n")
    if not stands:
        write("Er staan geen rapporten om te controleren.\n")
    elif not wrong:
        many = "Het rapport past" if len(stands) == 1 else f"Alle {len(stands)} rapporten passen"
        write(f"{many} bij de gegevens.\n")
    todo: dict[tuple[str, int], list[str]] = {}
    for stand in wrong:
        if stand.staat != "onbekend":
            what = f"{stand.rapport} {stand.deel}".strip()
            todo.setdefault((what, stand.jaar), []).append(stand.fmt)
    if todo:
        write("Voer uit:\n")
    for (rapport, jaar), formats in todo.items():
        options = "".join(f" --format {fmt}" for fmt in formats)
        write(f"  bkl render {rapport} --jaar {jaar}{options}{where}\n")


def eject_templates(rapporten: Sequence[str], folder: Path | None, force: bool) -> None:
    """Copy the templates and say what came of each."""
    from bkl import api  # noqa: PLC0415 - start-up

    done = api.eject(rapporten, folder, force=force)
    for path in done.copied:
        write(f"{relative(path)}\n")
    if done.copied:
        write(_HINT.format(rapporten[0]), sys.stderr)
    for path in done.kept:
        write(f"{relative(path)} stond er al en is niet veranderd\n", sys.stderr)
    if done.kept:
        complain("Niet alles is gekopieerd.", "Wilt u ze vervangen? Gebruik `--eject --force`.")
        raise typer.Exit(Exit.FINDINGS)


def follow(
    rapporten: Sequence[str], formats: Sequence[str], target: Target, preview: Preview
) -> None:
    """Make the report after every save until Ctrl-C, with a page beside it when asked."""
    from bkl.preview.rounds import Opdracht, rounds  # noqa: PLC0415 - start-up
    from bkl.preview.stage import Stage  # noqa: PLC0415

    wanted = list(formats or _FAST) + ["html"] * preview.serve
    opdracht = Opdracht(
        tuple(rapporten), target.folder, target.jaar, tuple(dict.fromkeys(wanted)), target.output
    )
    if preview.serve and len(rapporten) > 1:
        raise typer.BadParameter("`--serve` toont één rapport tegelijk.")
    stage, server, browser = Stage(), None, preview.browser
    try:
        for ronde in rounds(opdracht):
            stage.show(ronde)
            # what no saving can mend has ended the first round: now there is a page to show
            if preview.serve and server is None:
                server = _serve(stage, preview.port)
            _tell(ronde)
            if browser:
                open_result(server.address if server else _page(ronde.paths))
                browser = False
    except KeyboardInterrupt:
        write("\nGestopt.\n")
    finally:
        if server:
            server.close()


def _serve(stage: Stage, port: int | None) -> Server:
    from bkl.preview.server import PORT, Server  # noqa: PLC0415 - start-up

    server = Server(stage, port or PORT)
    if port and server.port != port:
        write(f"Poort {port} is bezet of niet toegestaan; dit is een andere.\n")
    write(f"Het rapport staat op {server.address} (stoppen met Ctrl-C).\n")
    return server


def _tell(ronde: Ronde) -> None:
    """Print one line about a round, and the findings where there are any."""
    took = f"{ronde.seconds:.2f}".replace(".", ",")
    now = time.strftime("%H:%M:%S")
    if ronde.made:
        write(f"{now}  {', '.join(relative(path) for path in ronde.paths)}  ({took} s)\n")
        return
    if ronde.findings:
        from bkl.printers.check.text import show_findings  # noqa: PLC0415

        write(show_findings(ronde.findings, screen_of(sys.stderr)), sys.stderr)
    else:
        complain(ronde.message, ronde.cure)
    write(f"{now}  niet gelukt; het vorige rapport blijft staan  ({took} s)\n")


def _page(paths: Sequence[Path]) -> str:
    pages = [path for path in paths if path.suffix == ".html"]
    return next((path.absolute().as_uri() for path in (*pages, *paths)), "")


def open_result(address: str) -> None:
    """Open an address in the browser, or say why that cannot be done here."""
    if not address:
        return
    import webbrowser  # noqa: PLC0415 - only when asked

    screenless = sys.platform not in ("win32", "darwin") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    )
    if screenless or os.environ.get("CI") == "true" or not webbrowser.open(address):
        write(f"Hier is geen browser te openen. Open zelf {address}\n", sys.stderr)


def open_paths(paths: Sequence[Path]) -> None:
    """Open the page among the files that were made, else the first of them."""
    open_result(_page(paths))
