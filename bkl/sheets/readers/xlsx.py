"""A workbook as grids: calamine reads the values, the parts tell what else the cells are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bkl.render.errors import Formaatfout
from bkl.sheets.archive import pack_again, read_parts
from bkl.sheets.grid import Grid, Unreadable
from bkl.sheets.parts import Scan, read_formats, sheet_parts

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_ERROR = re.compile(rb"(<(?:\w+:)?c\b[^<>]*?\st=\")e(\")")
EXTRA = '"python-calamine>=0.6"'


def read(data: bytes) -> list[Grid]:
    """Return the sheets of a workbook, hidden ones too.

    Raises Unreadable for what is none or is too large, Formaatfout when calamine is missing.
    """
    parts = read_parts(data)
    formats = read_formats(parts.get("xl/styles.xml"))
    scans = {}
    for name, part in sheet_parts(parts).items():
        if part in parts:
            scans[name] = Scan(formats)
            scans[name].read(parts[part])
            # an error that calamine does not know would cost the whole sheet; the scan tells them
            parts[part] = _ERROR.sub(rb"\1str\2", parts[part])
    return list(_grids(parts, scans))


def _grids(parts: dict[str, bytes], scans: dict[str, Scan]) -> Iterator[Grid]:
    book = _open(parts)
    for name, scan in scans.items():
        try:
            sheet = book.get_sheet_by_name(name)
            rows = sheet.to_python(skip_empty_area=False)
            yield Grid(name, rows, scan.notes, sheet.merged_cell_ranges or ())
        except BaseException as fault:
            _expect_bad_file(fault)
            raise Unreadable(f"Het blad `{name}` is niet te lezen.", _CURE) from fault


_CURE = "Open het bestand in Excel of LibreOffice, sla het opnieuw op en probeer het nog eens."


def _open(parts: dict[str, bytes]) -> CalamineWorkbook:
    try:
        from python_calamine import CalamineWorkbook  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise Formaatfout(
            "Voor het lezen van een Excel-bestand ontbreekt het onderdeel `python_calamine`.",
            f"Voer dit uit: pip install {EXTRA}. Of sla het formulier op als CSV.",
        ) from error
    try:
        return CalamineWorkbook.from_filelike(pack_again(parts))
    except BaseException as fault:
        _expect_bad_file(fault)
        raise Unreadable("Dit Excel-bestand is beschadigd.", _CURE) from fault


def _expect_bad_file(fault: BaseException) -> None:
    """Raise what has nothing to do with the file; calamine also panics, which is no Exception."""
    bad = isinstance(fault, (ValueError, OSError, IndexError, KeyError))
    name = type(fault).__name__
    if not bad and "calamine" not in type(fault).__module__ and name != "PanicException":
        raise fault
