"""`form`: a workbook per person or team, with what is asked of them and nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bkl.api.asking.todo import known_names, responsible
from bkl.api.collecting.due import Vragen, by_person, due_in_period, due_in_year, everything
from bkl.api.collecting.stand import Vraag, latest_figure, marks, promise_mark
from bkl.api.errors import Gebruiksfout
from bkl.api.recording.entry import is_qualitative, read_period
from bkl.api.workspace.refusal import reason
from bkl.api.workspace.write import write_atomic
from bkl.api.workspace.year import Year, choose, read_year, workspace_of
from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.entries import IndicatorEntry
from bkl.render.errors import Formaatfout
from bkl.sheets.answers import is_filled_in
from bkl.sheets.form import Form, FormRow, Soort, build_form
from bkl.sheets.key import RowKey

FOLDER = "formulieren"
"""The folder of the workspace in which forms are put."""


@dataclass(frozen=True, slots=True)
class FormRequest:
    """Whose forms, over which period (None: the year), and whether also what is known already."""

    wie: Sequence[str] = ()
    periode: str | None = None
    alles: bool = False
    jaar: int | None = None


@dataclass(frozen=True, slots=True)
class MadeForm:
    """A form that was made: for whom (empty: nobody is named), and how many figures it asks."""

    path: Path
    wie: str
    aantal: int


@dataclass(frozen=True, slots=True)
class FormsResult:
    """The forms of one year. `zonder_tijd` are figures of which no period can be told."""

    jaar: int
    periode: str
    forms: tuple[MadeForm, ...]
    zonder_tijd: tuple[str, ...] = ()


def _say_nothing(_: str) -> None:
    """Take no notice of how far it is."""


def make_forms(
    folder: Path | None,
    asked: FormRequest,
    *,
    output: Path | None = None,
    progress: Callable[[str], None] = _say_nothing,
) -> FormsResult:
    """Write the forms into `output`, else `formulieren/` of the workspace.

    A form that somebody filled in is never replaced. Raises Gebruiksfout for that, for a name
    or period that is none, and where nothing can be written; Onbruikbaar for files that cannot
    be read.
    """
    workspace = workspace_of(folder)
    year = read_year(choose(workspace, asked.jaar), workspace)
    dossier, _ = year.usable()
    known_names(asked.wie, responsible(dossier).values())
    vragen, unmeasured = _vragen(year, dossier, asked)
    target = output or workspace / FOLDER
    made: list[tuple[Path, str, int, bytes]] = []
    for form, path in _named(_forms(year, dossier, asked, vragen), target):
        progress(path.name)
        try:
            made.append((path, form.wie, len(form.rijen), build_form(form)))
        except Formaatfout as fout:
            raise Gebruiksfout(fout.message, fout.cure) from fout
    for path, *_ in made:
        _expect_untouched(path)
    for path, *_, data in made:
        _write(path, data)
    forms = tuple(MadeForm(path, wie, number) for path, wie, number, _ in made)
    return FormsResult(dossier.jaar, _period(dossier, asked), forms, tuple(unmeasured))


def _period(dossier: Dossier, asked: FormRequest) -> str:
    return read_period(asked.periode, dossier.jaar).tekst if asked.periode else ""


def _vragen(year: Year, dossier: Dossier, asked: FormRequest) -> tuple[Vragen, list[str]]:
    if asked.periode is not None:
        if asked.alles:
            raise Gebruiksfout("`--alles` en `--periode` gaan niet samen.", "Kies een van de twee.")
        return due_in_period(year, dossier, read_period(asked.periode, dossier.jaar))
    return everything(dossier) if asked.alles else due_in_year(year, dossier), []


def _forms(year: Year, dossier: Dossier, asked: FormRequest, vragen: Vragen) -> Iterator[Form]:
    periode = _period(dossier, asked)
    about = periode or str(dossier.jaar)
    verslag = dossier.jaarverslag
    titles = [bron.titel for bron in verslag.bronnen.values()] if verslag else []
    names = responsible(dossier)
    for wie, own in by_person(vragen, names, asked.wie):
        yield Form(
            titel=f"Cijfers over {about}{f' van {wie}' if wie else ''}",
            organisatie=dossier.werkplan.organisatie,
            jaar=dossier.jaar,
            wie=wie,
            periode=periode,
            kenmerk=year.plan_digests[0] if year.plan_digests else "",
            dag=verslag.peildatum if verslag else date(dossier.jaar, 1, 1),
            rijen=[_row(dossier, vraag, wat) for vraag, wat in own.items()],
            bronnen=titles,
        )


def _row(dossier: Dossier, vraag: Vraag, wat: Sequence[str]) -> FormRow:
    entry = dossier.indicatoren[vraag.id]
    text = entry.onderdeel_tekst
    if entry.naam and entry.indicator.tekst:
        text = f"{text} {entry.indicator.tekst}"
    elif entry.naam:
        text = f"{text} ({entry.tekst})"
    key = RowKey(dossier.jaar, vraag.id, vraag.periode, promise_mark(entry), marks(dossier, vraag))
    return FormRow(
        _kind(entry),
        {
            "code": vraag.id,
            "toezegging": text,
            "doel": _doel(entry),
            "periode": vraag.periode or str(dossier.jaar),
            "gevraagd": ", ".join(dict.fromkeys(wat)),
            "laatste": latest_figure(dossier, vraag.id) or "nog geen",
            "sleutel": key.write(),
        },
    )


def _kind(entry: IndicatorEntry) -> Soort:
    if is_qualitative(entry):
        return "oordeel"
    return "gereed" if entry.doel is not None and entry.doel.soort == "gereed" else "cijfer"


def _doel(entry: IndicatorEntry) -> str:
    indicator = entry.indicator
    steps = [f"{when}: {what}" for when, what in indicator.mijlpalen.items()]
    steps += [f"{when}: {what}" for when, what in indicator.jaardoelen.items()]
    told = "; ".join([*([indicator.doel] if indicator.doel else []), *steps])
    return told or "een oordeel"


def _named(forms: Iterator[Form], target: Path) -> Iterator[tuple[Form, Path]]:
    """Yield each form with the path that it gets; two names that look alike get a number."""
    taken: Mapping[str, int] = {}
    for form in forms:
        about = f"{form.jaar}-{_slug(form.periode.removesuffix(f' {form.jaar}'))}".rstrip("-")
        name = f"formulier-{about}-{_slug(form.wie)}".rstrip("-")
        number = taken.get(name, 0) + 1
        taken = {**taken, name: number}
        yield form, target / f"{name}{f'-{number}' if number > 1 else ''}.xlsx"


def _slug(text: str) -> str:
    """Return a text as part of a file name: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60]


def _expect_untouched(path: Path) -> None:
    """Raise Gebruiksfout when a form stands there in which somebody filled something in."""
    if path.exists() and is_filled_in(path):
        raise Gebruiksfout(
            f"`{path.name}` is al ingevuld en wordt niet vervangen.",
            "Lees het eerst in met `bkl import`, of kies een andere map met `--output MAP`.",
        )


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, data)
    except OSError as error:
        raise Gebruiksfout(
            f"In `{path.parent}` kan niet worden geschreven: {reason(error)}.",
            "Kies een andere map met `--output MAP`.",
        ) from error
