"""`bkl render`: a report as a document."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import typer

from bkl.cli.common import workbench
from bkl.cli.common.exits import Exit
from bkl.cli.common.options import JaarOption, RenderFormats, folder_of, from_folder
from bkl.cli.common.output import complain, guarded, tell_faults, write
from bkl.cli.common.progress import Progress, made_lines
from bkl.cli.common.workbench import Preview, Target
from bkl.cli.render_options import (
    CheckFlag,
    EjectFlag,
    ForceFlag,
    ListFlag,
    OpenFlag,
    OutputOption,
    PortOption,
    QuietFlag,
    ReportsArgument,
    ServeFlag,
    WatchFlag,
    ZipFlag,
    expect_company,
    expect_one_job,
    split_parts,
)

UITLEG = """Maakt een rapport en slaat het op.

Noemt elk bestand dat is gemaakt. Dezelfde gegevens geven altijd precies hetzelfde rapport."""

VOORBEELDEN = """
bkl render --list                         welke rapporten zijn er?
bkl render jaarverslag                    in de map reports
bkl render jaarverslag --format html      alleen als webpagina
bkl render jaarverslag --format all       ook als pdf en voor Word
bkl render all                            elk rapport, met een index.html
bkl render factsheets BD                  alleen het blad van BD
bkl render jaarverslag --serve            schrijven met het rapport ernaast
bkl render bewijs --zip                   het dossier voor de accountant
bkl render --check                        kloppen de rapporten nog?
bkl render jaarverslag --eject            de sjablonen om zelf aan te passen"""


def render(
    ctx: typer.Context,
    rapporten: ReportsArgument = None,
    fmt: RenderFormats = None,
    output: OutputOption = None,
    jaar: JaarOption = None,
    overview: ListFlag = False,
    check: CheckFlag = False,
    eject: EjectFlag = False,
    force: ForceFlag = False,
    watch: WatchFlag = False,
    serve: ServeFlag = False,
    port: PortOption = None,
    browser: OpenFlag = False,
    packed: ZipFlag = False,
    quiet: QuietFlag = False,
) -> None:
    """Write reports and print the paths, or do what an option asks instead."""
    jobs = {"--list": overview, "--check": check, "--eject": eject, "--watch": watch or serve}
    expect_one_job(jobs)
    expect_company("--force", force, "--eject", eject)
    expect_company("--port", port is not None, "--serve", serve)
    expect_company("--open", browser, "een rapport", not (overview or check or eject))
    expect_company("--zip", packed, "een rapport", bool(rapporten) and not any(jobs.values()))
    target = Target(folder_of(ctx), from_folder(ctx, output) if output else None, jaar)
    names, formats = tuple(rapporten or ()), tuple(fmt or ())
    with guarded():
        if overview:
            workbench.show_list()
        elif check:
            workbench.check_reports(names, formats, target)
        elif not names:
            workbench.show_list()
            raise typer.Exit(Exit.USAGE)
        elif eject:
            workbench.eject_templates(names, target.folder, force)
        elif watch or serve:
            workbench.follow(names, formats, target, Preview(serve, port, browser))
        else:
            _make(names, formats, target, browser=browser, packed=packed, quiet=quiet)


def _make(
    names: Sequence[str],
    formats: Sequence[str],
    target: Target,
    *,
    browser: bool,
    packed: bool,
    quiet: bool,
) -> None:
    from bkl import api  # noqa: PLC0415 - start-up: --help needs none of this

    gc.set_threshold(1_000_000)  # nearly all that reports are made of lives until their end
    jobs = split_parts(names)
    api.expect_reports(rapport for rapport, _ in jobs)
    paths: list[Path] = []
    missing: dict[str, str] = {}
    faults = 0
    with Progress(len(jobs) * len(formats), quiet=quiet) as progress:
        editions = api.render_all(
            jobs,
            target.folder,
            jaar=target.jaar,
            formats=(*formats, api.DOSSIER) if packed else formats,
            output=target.output,
            progress=lambda rapport, fmt: progress.of(rapport)(fmt),
        )
        with closing(editions), _told_when_stopped(paths):
            for made in editions:
                paths += made.paths  # first: Ctrl-C may come while they are told
                missing |= made.missing
                faults = max(faults, made.fouten)
                progress.rest()
                if not quiet:
                    write(made_lines(made.paths, made.seconds))
    if any(path.suffix == ".html" for path in paths):
        index = api.shelve(target.folder, output=target.output, begin=len(jobs) > 1)
        if index is not None and not quiet:
            write(made_lines([index], {}))
    if browser:
        workbench.open_paths(paths)
    _tell(missing, faults)


@contextmanager
def _told_when_stopped(paths: Sequence[Path]) -> Iterator[None]:
    """Say what Ctrl-C leaves behind: what was made, and what is as it was."""
    try:
        yield
    except KeyboardInterrupt:
        number = f"{len(paths)} bestand{'' if len(paths) == 1 else 'en'}"
        write(f"\nGestopt: {number} gemaakt, de rest is niet veranderd.\n", sys.stderr)
        raise


def _tell(missing: Mapping[str, str], faults: int) -> None:
    for message, cure in missing.items():
        complain(message, cure)
    if faults:
        tell_faults(faults, " Het rapport heet daarom een concept.")
    if missing:
        raise typer.Exit(Exit.USAGE)
    if faults:
        raise typer.Exit(Exit.FINDINGS)
