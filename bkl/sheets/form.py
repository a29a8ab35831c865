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
from bkl.sheets.columns import BLADEN, MARK, Kolom
from bkl.sheets.explained import explained

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Soort = Literal["cijfer", "gereed", "oordeel", "bedrag", "feit"]
HIDDEN = "bkl"
_SHEETS: dict[Soort, str] = {"bedrag": "Geld", "feit": "Feiten"}
"""On which sheet a row stands; the others are on the first."""
_FIRST_SHEET = "Formulier"
_IN_UNIT = ("doel", "laatste", "cijfer")
_MARKS, _HEADS, _FIRST = 0, 1, 2
"""The rows of the sheet: the hidden one, the header row, the first promise."""
_EXPLAINED = 76
"""Characters of a line of the explanation: what fits on a page."""
_NO_REASON = "niet vermeld"
_WORDS: dict[Soort, tuple[str, ...]] = {
    "cijfer": (),
    "gereed": ("ja", "nee", "nog niet bekend"),
    "oordeel": (*get_args(Mensenoordeel), "nog niet bekend"),
    "bedrag": (),
    "feit": (),
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

    `dag` is the date that the file bears; `bronnen` are the titles that can be chosen. `bedragen`
    says in which unit amounts are, such as `x € 1.000`; empty for euros.
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
    bedragen: str = ""


@dataclass(frozen=True, slots=True)
class _Page:
    """One sheet of a form: its columns, and its own rows."""

    naam: str
    kolommen: Sequence[Kolom]
    rijen: Sequence[FormRow]

    @property
    def last(self) -> int:
        """The number of the last row."""
        return _FIRST + len(self.rijen) - 1


def build_form(form: Form) -> bytes:
    """Return the workbook; the same form gives the same bytes.

    Raises Formaatfout when XlsxWriter is missing.
    """
    book = Workbook(form.titel, form.organisatie, form.dag)
    pages = list(_pages(form))
    sheets = [book.sheet(page.naam) for page in pages]
    help_sheet, hidden = book.sheet("Uitleg"), book.sheet(HIDDEN)
    for page, sheet in zip(pages, sheets, strict=True):
        _fill(book, sheet, page, form)
    _explanation(book, help_sheet, form, [page.naam for page in pages])
    _about(hidden, form)
    return book.close()


def _pages(form: Form) -> Iterator[_Page]:
    """Yield the sheets that there is something for."""
    for naam, usual in BLADEN.items():
        kolommen: Sequence[Kolom] = usual
        rijen = [rij for rij in form.rijen if _SHEETS.get(rij.soort, _FIRST_SHEET) == naam]
        if not rijen:
            continue
        if naam == _SHEETS["bedrag"] and form.bedragen:
            kolommen = tuple(
                one._replace(kop=f"{one.kop} ({form.bedragen})") if one.naam in _IN_UNIT else one
                for one in usual
            )
        yield _Page(naam, kolommen, rijen)


def _fill(book: Workbook, sheet: Worksheet, page: _Page, form: Form) -> None:
    _rows(book, sheet, page)
    _choices(sheet, page, form)
    for_paper(sheet, form.titel, _HEADS)
    shown = [number for number, kolom in enumerate(page.kolommen) if kolom.breed]
    sheet.print_area(_HEADS, 0, page.last, shown[-1])
    sheet.freeze_panes(_FIRST, 1)
    sheet.set_row(_MARKS, None, None, {"hidden": True})
    first_open = next(number for number, kolom in enumerate(page.kolommen) if kolom.open)
    sheet.set_selection(_FIRST, first_open, _FIRST, first_open)
    allowed = ("format_columns", "format_rows", "sort", "autofilter")
    sheet.protect("", dict.fromkeys(allowed, True))


def _rows(book: Workbook, sheet: Worksheet, page: _Page) -> None:
    head = book.style(bold=True, bg_color=HEAD, border=1, border_color=LINE)
    columns = [{"header": kolom.kop, "header_format": head} for kolom in page.kolommen]
    style = {"columns": columns, "name": page.naam, "style": "Table Style Light 1"}
    last = len(page.kolommen) - 1
    sheet.add_table(_HEADS, 0, page.last, last, {**style, "banded_rows": False})
    if any(len(kolom.kop) > kolom.breed > 0 for kolom in page.kolommen):
        heads = ((one.kop, one.breed - 2) for one in page.kolommen if one.breed)
        sheet.set_row(_HEADS, row_height(heads, least=2))
    locked, opened = _cell_styles(book)
    for row, rij in enumerate(page.rijen, _FIRST):
        texts = ((rij.vast.get(one.naam, ""), one.breed) for one in page.kolommen if one.breed)
        sheet.set_row(row, row_height(texts, least=2))
    for number, kolom in enumerate(page.kolommen):
        sheet.write_string(_MARKS, number, MARK + kolom.naam)
        size = {"hidden": True} if not kolom.breed else {}
        sheet.set_column(number, number, kolom.breed or 4, None, size)
        for row, rij in enumerate(page.rijen, _FIRST):
            if kolom.open:
                sheet.write_blank(row, number, None, opened)
            else:
                sheet.write_string(row, number, plain_text(rij.vast.get(kolom.naam, "")), locked)


def _cell_styles(book: Workbook) -> tuple[Format, Format]:
    """Return how a locked cell looks, and one to fill in: what is typed there stays as typed."""
    line = {"border": 1, "border_color": LINE, "num_format": "@"}
    locked = book.style(bg_color=QUIET, **line)
    return locked, book.style(bg_color=OPEN, locked=False, **line)


def _choices(sheet: Worksheet, page: _Page, form: Form) -> None:
    """Let cells that are filled in say what is meant, and offer what can be chosen."""
    for number, kolom in enumerate(page.kolommen):
        if kolom.naam == "cijfer":
            for soort in get_args(Soort):
                for first, end in _runs(page.rijen, soort):
                    rule = _answers(kolom, soort, form)
                    sheet.data_validation(_FIRST + first, number, _FIRST + end, number, rule)
        elif kolom.open:
            sheet.data_validation(_FIRST, number, page.last, number, _rule(kolom, form))
    sheet.ignore_errors({"number_stored_as_text": f"A1:Z{page.last + 1}"})


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


def _answers(kolom: Kolom, soort: Soort, form: Form) -> dict[str, object]:
    told = {"gereed": _DONE, "oordeel": _JUDGE}.get(soort, kolom.hulp)
    if soort == "bedrag" and form.bedragen:
        told = f"Alle bedragen zijn {form.bedragen}: typ 412,25 voor € 412.250. {kolom.hulp}"
    titles = {"oordeel": "Oordeel", "bedrag": "Bedrag"}
    about = {"input_title": titles.get(soort, "Cijfer"), "input_message": told}
    if not _WORDS[soort]:
        return {"validate": "any", **about}
    return {**_listed(_WORDS[soort]), **about, "show_error": soort == "oordeel"}


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


def _explanation(book: Workbook, sheet: Worksheet, form: Form, pages: Sequence[str]) -> None:
    """Write how to fill it in: one text under another."""
    sheet.set_column(0, 0, _EXPLAINED)
    for row, (text, heading) in enumerate(explained(form.titel, form.wie, pages, form.bedragen)):
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
