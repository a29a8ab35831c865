"""`form`: a workbook per person or team, with what is asked of them and nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bkl.api.asking.money import money_from
from bkl.api.asking.people import everybody, known_names, responsible
from bkl.api.collecting.due import Vragen, by_person, due_in_period, due_in_year, everything
from bkl.api.collecting.question import Vraag
from bkl.api.collecting.stand import locked_texts, marks, promise_mark
from bkl.api.errors import Gebruiksfout
from bkl.api.recording.beside import find_beside
from bkl.api.recording.entry import FEITEN, GELD, REALISATIES, is_qualitative, read_period
from bkl.api.recording.lists import facts_of
from bkl.api.workspace.write import write_made
from bkl.api.workspace.year import Year, choose, read_year, workspace_of
from bkl.domein.dossier.dossier import Dossier
from bkl.domein.notatie.values.jaren import first_day, year_in_name
from bkl.render.book.workbook import plain_text
from bkl.render.errors import Formaatfout
from bkl.sheets.answers import is_filled_in
from bkl.sheets.columns import FEIT
from bkl.sheets.form import Form, FormRow, Soort, build_form
from bkl.sheets.key import RowKey, mark_of

FOLDER = "formulieren"
"""The folder of the workspace in which forms are put."""
_NEW_FACTS = 6
"""So many empty rows a form has for facts."""


@dataclass(frozen=True, slots=True)
class FormRequest:
    """Whose forms, over which period (None: the year), and whether also what is known already.

    With `feiten` there is room for figures that nobody promised.
    """

    wie: Sequence[str] = ()
    periode: str | None = None
    alles: bool = False
    jaar: int | None = None
    feiten: bool = False


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


def _say_nothing(_: int, __: int, ___: str) -> None:
    """Take no notice of how far it is."""


def make_forms(
    folder: Path | None,
    asked: FormRequest,
    *,
    output: Path | None = None,
    progress: Callable[[int, int, str], None] = _say_nothing,
) -> FormsResult:
    """Write the forms into `output`, else `formulieren/` of the workspace.

    `progress` is called before each of them, with its number, how many there are, and what is
    made.
    A form that somebody filled in is never replaced. Raises Gebruiksfout for that, for a name
    or period that is none, and where nothing can be written; Onbruikbaar for files that cannot
    be read.
    """
    workspace = workspace_of(folder)
    year = read_year(choose(workspace, asked.jaar), workspace)
    dossier, _ = year.usable()
    known_names(asked.wie, everybody(dossier))
    vragen, unmeasured = _vragen(year, dossier, asked)
    target = output or workspace / FOLDER
    made: list[tuple[Path, str, int, bytes]] = []
    forms = list(_named(_forms(year, dossier, asked, vragen), target))
    for number, (form, path) in enumerate(forms, 1):
        progress(number, len(forms), f"{path.name} maken")
        try:
            asks = sum(bool(rij.vast["code"]) for rij in form.rijen)
            made.append((path, form.wie, asks, build_form(form)))
        except Formaatfout as fout:
            raise Gebruiksfout(fout.message, fout.cure) from fout
    for path, *_ in made:
        _expect_untouched(path)
    for path, *_, data in made:
        write_made(path, data)
    written = tuple(MadeForm(path, wie, number) for path, wie, number, _ in made)
    return FormsResult(dossier.jaar, _period(dossier, asked), written, tuple(unmeasured))


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
    names = _from_whom(dossier, vragen)
    groups = list(by_person(vragen, names, asked.wie))
    if asked.feiten and not groups:
        groups = [(wie, {}) for wie in asked.wie or ("",)]
    for wie, own in groups:
        yield Form(
            titel=f"Cijfers over {about}{f' van {wie}' if wie else ''}",
            organisatie=dossier.werkplan.organisatie,
            jaar=dossier.jaar,
            wie=wie,
            periode=periode,
            kenmerk=year.plan_digests[0] if year.plan_digests else "",
            dag=verslag.peildatum if verslag else first_day(dossier.jaar),
            rijen=[
                *(_row(dossier, vraag, wat) for vraag, wat in own.items()),
                *_new_facts(dossier, own, asked),
            ],
            bronnen=titles,
            bedragen=dossier.werkplan.bedragen or "",
        )


def _from_whom(dossier: Dossier, vragen: Vragen) -> dict[Vraag, tuple[str, ...]]:
    """Return from whom each answer must come; a fact from who carries its part out."""
    figures, money, facts = responsible(dossier), money_from(dossier), facts_of(dossier)
    found: dict[Vraag, tuple[str, ...]] = {}
    for vraag in vragen:
        if vraag.lijst == REALISATIES:
            found[vraag] = figures[vraag.id]
        elif vraag.lijst == GELD:
            found[vraag] = money.get(vraag.id, ())
        else:
            doing, holding = dossier.people.get(facts[vraag.id].bij or "", ((), ()))
            found[vraag] = doing or holding
    return found


def _new_facts(dossier: Dossier, own: Vragen, asked: FormRequest) -> Iterator[FormRow]:
    """Yield empty rows for facts that are not there yet."""
    told = any(vraag.lijst == FEITEN for vraag in own)
    for _ in range(_NEW_FACTS if asked.feiten or told else 0):
        row = _row(dossier, Vraag("", FEIT, FEITEN), ())
        yield row


def _row(dossier: Dossier, vraag: Vraag, wat: Sequence[str]) -> FormRow:
    shown = {name: plain_text(text) for name, text in locked_texts(dossier, vraag).items()}
    seen = {name: mark_of(" ".join(text.split())) for name, text in shown.items()}
    stand = marks(dossier, vraag)
    belofte = promise_mark(dossier, vraag)
    key = RowKey(dossier.jaar, vraag.id, vraag.sleutel, belofte, stand, seen)
    return FormRow(
        _kind(dossier, vraag),
        {
            "code": vraag.id,
            "periode": vraag.periode or str(dossier.jaar),
            "gevraagd": ", ".join(dict.fromkeys(wat)),
            "sleutel": key.write(),
            **shown,
        },
    )


def _kind(dossier: Dossier, vraag: Vraag) -> Soort:
    if vraag.lijst != REALISATIES:
        return "bedrag" if vraag.lijst == GELD else "feit"
    entry = dossier.indicatoren[vraag.id]
    if find_beside(dossier, entry, vraag.periode):
        return "cijfer"
    if is_qualitative(entry):
        return "oordeel"
    return "gereed" if entry.doel is not None and entry.doel.soort == "gereed" else "cijfer"


def _named(forms: Iterator[Form], target: Path) -> Iterator[tuple[Form, Path]]:
    """Yield each form with the path that it gets; two names that look alike get a number."""
    taken: Mapping[str, int] = {}
    for form in forms:
        periode = _slug(form.periode.removesuffix(f" {form.jaar}"))
        about = f"{year_in_name(form.jaar)}-{periode}".rstrip("-")
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
            "Lees het in met `bkl import`. Is dat al gebeurd, zet het dan in een andere map, of "
            "kies een map voor de nieuwe formulieren met `--output MAP`.",
        )
