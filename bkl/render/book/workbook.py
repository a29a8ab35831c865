"""A workbook that is the same for the same data, and in which text stays text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from bkl.render.errors import Formaatfout

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

EXTRA = '"xlsxwriter>=3.2"'
PACKAGES = ("xlsxwriter",)
LANGUAGE = "nl-NL"
INK, LINE, HEAD, OPEN, QUIET = "#1F2933", "#7B8794", "#E4E7EB", "#FFF8DB", "#F5F7FA"
"""Colours: text, lines, the header row, cells to fill in, cells that are locked."""
_CORE = "docProps/core.xml"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_OPTIONS = {
    "in_memory": True,
    # what comes from data is text, whatever it looks like
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
_LINE, _FILL, _HIGHEST = 15, 1.0, 400
"""Points of a line; how much of a width text fills on average; the highest row of Excel."""
_READABLE = 290
"""So many characters side by side can be read on one page."""
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
MOST_SIGNS = 32_767
"""So many characters one cell holds in Excel."""


class Workbook:
    """One workbook. `maker` is whose it is; `dag` its date, never today.

    Raises Formaatfout, which says what to install, when XlsxWriter is missing.
    """

    def __init__(self, titel: str, maker: str, dag: date) -> None:
        try:
            import xlsxwriter  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise Formaatfout(
                f"Voor een Excel-bestand ontbreekt het onderdeel `{error.name}`.",
                f"Voer dit uit: pip install {EXTRA}",
            ) from error
        self._target = io.BytesIO()
        self.workbook = xlsxwriter.Workbook(self._target, _OPTIONS)
        made = datetime(dag.year, dag.month, dag.day)
        about = {"title": titel, "author": maker, "company": maker, "created": made}
        self.workbook.set_properties(about)
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def sheet(self, name: str) -> Worksheet:
        """Add an empty sheet."""
        return self.workbook.add_worksheet(name)

    def style(self, **properties: object) -> Format:
        """Return the format with these properties; the same properties are one format."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            usual = {"font_color": INK, "valign": "top", "text_wrap": True}
            self._formats[key] = self.workbook.add_format({**usual, **properties})
        return self._formats[key]

    def close(self) -> bytes:
        """Return the file: its language is told, and it holds no time of today."""
        self.workbook.close()
        packed = io.BytesIO()
        with (
            zipfile.ZipFile(self._target) as source,
            zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target,
        ):
            for name in source.namelist():
                info = zipfile.ZipInfo(name, _LONG_AGO)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.create_system = 0
                target.writestr(info, _with_language(name, source.read(name)))
        return packed.getvalue()


def _with_language(name: str, data: bytes) -> bytes:
    if name != _CORE:
        return data
    told = f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>".encode()
    return data.replace(b"</cp:coreProperties>", told)


def plain_text(text: str) -> str:
    """Return a text as a cell can hold it: no signs that XML refuses, not too long."""
    text = _BAD.sub("", text)
    return text if len(text) <= MOST_SIGNS else text[: MOST_SIGNS - 1] + "…"


def row_height(cells: Iterable[tuple[str, int]], least: int = 1) -> float:
    """Return the height of a row in points: each text with the width that it is wrapped in.

    Excel grows rows by itself only as somebody types, and LibreOffice not at all.
    """
    lines = (
        sum(-(-max(1, len(line)) // max(1, int(width * _FILL))) for line in text.split("\n"))
        for text, width in cells
    )
    return float(min(_HIGHEST, _LINE * max(least, *lines, 1)))


def for_paper(sheet: Worksheet, titel: str, head_row: int, width: int = 0) -> None:
    """Let a sheet print well: landscape A4, its header row on each page.

    It is fitted to the page; a table of more characters than `_READABLE` wide takes more pages
    side by side, its first column on each of them.
    """
    sheet.set_landscape()
    sheet.set_paper(9)
    pages = max(1, -(-width // _READABLE))
    sheet.fit_to_pages(pages, 0)
    sheet.repeat_rows(head_row)
    if pages > 1:
        sheet.repeat_columns(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
    shown = plain_text(titel).replace("&", "&&")[:120]
    sheet.set_header(f"&L{shown}")
    sheet.set_footer("&L&A&RBladzijde &P van &N")
