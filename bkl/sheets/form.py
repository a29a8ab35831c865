"""A form: one workbook in which one person or team fills in what is asked of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from bkl.domein.woorden import Mensenoordeel, Reden
from bkl.render.book.workbook import (
    HEAD,
    LINE,
    OPEN,
    QUIET,
    Workbook,
    for_paper,
    plain_text,
    row_height,
)
from bkl.sheets.columns import KOLOMMEN, MARK, Kolom
from bkl.sheets.explained import explained

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Soort = Literal["cijfer", "gereed", "oordeel"]
NAME = "Formulier"
HIDDEN = "bkl"
_MARKS, _HEADS, _FIRST = 0, 1, 2
"""The rows of the sheet: the hidden one, the header row, the first promise."""
_EXPLAINED = 76
"""Characters of a line of the explanation: what fits on a page."""
_NO_REASON = "niet vermeld"
_WORDS: dict[Soort, tuple[str, ...]] = {
    "cijfer": (),
    "gereed": ("ja", "nee", "nog niet bekend"),
    "oordeel": (*get_args(Mensenoordeel), "nog niet bekend"),
}
"""What can be chosen as the figure of each kind of promise."""
_JUDGE = (
    "Bij deze toezegging hoort geen cijfer, maar een oordeel. Kies het uit de lijst, en schrijf "
    "bij de toelichting waarop het rust."
)
_DONE = "Is het klaar? Kies ja of nee. De dag mag erbij: gereed op 3 mei."


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row: what is locked, by the name of its column, and what kind of answer it takes."""

    soort: Soort
    vast: dict[str, str]


@dataclass(frozen=True, slots=True)
class Form:
    """Everything in one form. `kenmerk` is the SHA-256 of the plan it was made from.

    `dag` is the date that the file bears; `bronnen` are the titles that can be chosen.
    """

    titel: str
    organisatie: str
    jaar: int
    wie: str
    periode: str
    kenmerk: str
    dag: date
    rijen: Sequence[FormRow]
    bronnen: Sequence[str] = ()


def build_form(form: Form) -> bytes:
    """Return the workbook; the same form gives the same bytes.

    Raises Formaatfout when XlsxWriter is missing.
    """
    book = Workbook(form.titel, form.organisatie, form.dag)
    sheet, help_sheet, hidden = book.sheet(NAME), book.sheet("Uitleg"), book.sheet(HIDDEN)
    _rows(book, sheet, form)
    _choices(sheet, form)
    for_paper(sheet, form.titel, _HEADS)
    last = _FIRST + len(form.rijen) - 1
    shown = [number for number, kolom in enumerate(KOLOMMEN) if kolom.breed]
    sheet.print_area(_HEADS, 0, last, shown[-1])
    sheet.freeze_panes(_FIRST, 1)
    sheet.set_row(_MARKS, None, None, {"hidden": True})
    first_open = next(number for number, kolom in enumerate(KOLOMMEN) if kolom.open)
    sheet.set_selection(_FIRST, first_open, _FIRST, first_open)
    allowed = ("format_columns", "format_rows", "sort", "autofilter")
    sheet.protect("", dict.fromkeys(allowed, True))
    _explanation(book, help_sheet, form)
    _about(hidden, form)
    return book.close()


def _rows(book: Workbook, sheet: Worksheet, form: Form) -> None:
    head = book.style(bold=True, bg_color=HEAD, border=1, border_color=LINE)
    columns = [{"header": kolom.kop, "header_format": head} for kolom in KOLOMMEN]
    last = _FIRST + len(form.rijen) - 1
    style = {"columns": columns, "name": NAME, "style": "Table Style Light 1"}
    sheet.add_table(_HEADS, 0, last, len(KOLOMMEN) - 1, {**style, "banded_rows": False})
    locked, opened = _cell_styles(book)
    for row, rij in enumerate(form.rijen, _FIRST):
        shown = ((rij.vast.get(kolom.naam, ""), kolom.breed) for kolom in KOLOMMEN if kolom.breed)
        sheet.set_row(row, row_height(shown, least=2))
    for number, kolom in enumerate(KOLOMMEN):
        sheet.write_string(_MARKS, number, MARK + kolom.naam)
        size = {"hidden": True} if not kolom.breed else {}
        sheet.set_column(number, number, kolom.breed or 4, None, size)
        for row, rij in enumerate(form.rijen, _FIRST):
            if kolom.open:
                sheet.write_blank(row, number, None, opened)
            else:
                sheet.write_string(row, number, plain_text(rij.vast.get(kolom.naam, "")), locked)


def _cell_styles(book: Workbook) -> tuple[Format, Format]:
    """Return how a locked cell looks, and one to fill in: what is typed there stays as typed."""
    line = {"border": 1, "border_color": LINE, "num_format": "@"}
    locked = book.style(bg_color=QUIET, **line)
    return locked, book.style(bg_color=OPEN, locked=False, **line)


def _choices(sheet: Worksheet, form: Form) -> None:
    """Let cells that are filled in say what is meant, and offer what can be chosen."""
    last = _FIRST + len(form.rijen) - 1
    for number, kolom in enumerate(KOLOMMEN):
        if kolom.naam == "cijfer":
            for soort in get_args(Soort):
                for first, end in _runs(form.rijen, soort):
                    rule = _answers(kolom, soort)
                    sheet.data_validation(_FIRST + first, number, _FIRST + end, number, rule)
        elif kolom.open:
            sheet.data_validation(_FIRST, number, last, number, _rule(kolom, form))
    sheet.ignore_errors({"number_stored_as_text": f"A1:Z{last + 1}"})


def _runs(rijen: Sequence[FormRow], soort: Soort) -> Iterator[tuple[int, int]]:
    """Yield the first and last number of rows of one kind that follow each other."""
    first: int | None = None
    for number, rij in enumerate(rijen):
        if rij.soort == soort:
            first = number if first is None else first
        elif first is not None:
            yield first, number - 1
            first = None
    if first is not None:
        yield first, len(rijen) - 1


def _answers(kolom: Kolom, soort: Soort) -> dict[str, object]:
    told = {"cijfer": kolom.hulp, "gereed": _DONE, "oordeel": _JUDGE}[soort]
    help_text = {"input_title": "Cijfer" if soort != "oordeel" else "Oordeel"}
    if not _WORDS[soort]:
        return {"validate": "any", "input_message": told, **help_text}
    rule = _listed(_WORDS[soort]) | {"input_message": told, **help_text}
    return {**rule, "show_error": soort == "oordeel"}


def _rule(kolom: Kolom, form: Form) -> dict[str, object]:
    about: dict[str, object] = {
        "input_title": kolom.kop.removeprefix("Invullen: ").capitalize(),
        "input_message": kolom.hulp,
    }
    if kolom.naam == "reden":
        reasons = [reden for reden in get_args(Reden) if reden != _NO_REASON]
        return {
            **about,
            **_listed(reasons),
            "error_title": "Kies een reden",
            "error_message": "Kies een reden uit de lijst; de rest past bij de toelichting.",
        }
    if kolom.naam == "bron" and form.bronnen:
        source = f"={HIDDEN}!$C$1:$C${len(form.bronnen)}"
        return {**about, "validate": "list", "source": source, "show_error": False}
    return {**about, "validate": "any"}


def _listed(words: Iterable[str]) -> dict[str, object]:
    return {"validate": "list", "source": list(words)}


def _explanation(book: Workbook, sheet: Worksheet, form: Form) -> None:
    """Write how to fill it in: one text under another."""
    sheet.set_column(0, 0, _EXPLAINED)
    for row, (text, heading) in enumerate(explained(form.titel, form.wie)):
        style = book.style(bold=True, font_size=13) if heading else book.style()
        sheet.write_string(row, 0, plain_text(text), style)
        sheet.set_row(row, row_height([(text, _EXPLAINED)]) + 5 * heading)
    sheet.set_portrait()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.protect()


def _about(sheet: Worksheet, form: Form) -> None:
    """Write what the form is, for whoever reads it in; and the sources to choose from."""
    told = {
        "formulier": "1",
        "jaar": str(form.jaar),
        "werkplan": form.kenmerk,
        "wie": form.wie,
        "periode": form.periode,
    }
    for row, (name, value) in enumerate(told.items()):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, plain_text(value))
    for row, titel in enumerate(form.bronnen):
        sheet.write_string(row, 2, plain_text(titel))
    sheet.very_hidden()
