"""`bkl form`: a form in Excel per person, with what is asked of them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bkl.cli.common.options import JaarOption, folder_of, from_folder
from bkl.cli.common.output import guarded, in_own_words, relative, write
from bkl.cli.common.progress import Progress
from bkl.cli.todo import WieOption

UITLEG = """Maakt Excel-formulieren om cijfers in te vullen.

Elke persoon of elk team dat het werkplan noemt (`wie: buurtteam`), krijgt een eigen bestand met
alleen wat van hen nog ontbreekt. De toezegging en het laatste cijfer staan erbij en zijn
vergrendeld; cijfer, bron, reden en toelichting zijn om in te vullen. Ingevulde formulieren leest
u in met `bkl import`. Geld en de delen van een cijfer staan erin als het werkplan die noemt
(`geld`, `uitsplitsing`); bedragen worden gevraagd aan wie bij `geld` onder `wie` staat. Een
formulier waarin al iets is ingevuld, wordt niet vervangen."""

VOORBEELDEN = """
bkl form                             voor iedereen, in de map formulieren
bkl form --wie buurtteam             alleen voor dit team
bkl form --periode Q3                de metingen van het derde kwartaal
bkl form --alles                     ook wat al bekend is
bkl form --feiten                    met ruimte voor cijfers zonder toezegging
bkl import formulieren               daarna: alles inlezen"""

PeriodeOption = Annotated[
    str | None,
    typer.Option("--periode", metavar="PERIODE", help="Het kwartaal, de maand, de week of de dag."),
]
EverythingFlag = Annotated[
    bool, typer.Option("--alles", help="Vraagt ook wat al in het jaarverslag staat.")
]
FactsFlag = Annotated[
    bool,
    typer.Option("--feiten", help="Geeft ruimte voor feiten: cijfers die niemand toezegde."),
]
FolderOption = Annotated[
    Path | None,
    typer.Option(
        "--output", metavar="MAP", help="De map voor de formulieren (anders formulieren)."
    ),
]


def form(
    ctx: typer.Context,
    wie: WieOption = None,
    periode: PeriodeOption = None,
    everything: EverythingFlag = False,
    facts: FactsFlag = False,
    output: FolderOption = None,
    jaar: JaarOption = None,
) -> None:
    """Write the forms and print their paths."""
    with guarded(folder_of(ctx)):
        from bkl import api  # noqa: PLC0415 - start-up: --help needs none of this

        asked = api.FormRequest(wie or (), periode, everything, jaar, facts)
        target = from_folder(ctx, output) if output else None
        with Progress(1) as progress:
            result = api.make_forms(folder_of(ctx), asked, output=target, progress=progress.count)
    for made in result.forms:
        figures = "1 vraag" if made.aantal == 1 else f"{made.aantal} vragen"
        write(f"{relative(made.path)}  ({made.wie or 'niemand genoemd'}, {figures})\n")
    if not result.forms:
        write(f"Over {result.periode or result.jaar} is er niets te vragen.\n")
    if result.zonder_tijd:
        number = len(result.zonder_tijd)
        told = (
            f"Van {number} cijfer{'' if number == 1 else 's'} zegt het werkplan niet hoe metingen "
            "samen één cijfer zijn (`tijd`); die staan niet in deze formulieren.\n"
        )
        write(in_own_words(told, folder_of(ctx)), sys.stderr)
