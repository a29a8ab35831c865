"""PDF: its pieces of text with their places, made into lines, columns and tables again."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from bkl.draft.blocks import MOST_CHARACTERS, Block, Spot
from bkl.draft.errors import Documentfout, too_much_text
from bkl.draft.reading.lines import Line, to_blocks
from bkl.draft.reading.marks import read_mark
from bkl.draft.reading.pdf.canvas import Operation, spot_key, walk
from bkl.draft.reading.pdf.grid import RuledTable, find_grids
from bkl.draft.reading.pdf.layout import page_lines
from bkl.draft.reading.pdf.operands import number, resolved
from bkl.draft.reading.pdf.pieces import Piece, Printed, what_is_usual

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 800
_INDENT = "   "
_MOST_LEVELS = 7
_OCR = "Laat de tekst herkennen (OCR), of vraag het document op als Word-bestand."
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"^\W*(?:pagina|blz\.?|bladzijde|page|p\.)?\s*\d{1,4}(?:\s*(?:van|/|of)\s*\d{1,4})?\W*$", re.I
)
_NOTE = re.compile(r"^\d{1,3}\s+\S")


def read_pdf(data: bytes) -> list[Block]:
    """Return the blocks of a PDF; raises Documentfout for a scan, a password or a broken file."""
    from pypdf import PdfReader  # noqa: PLC0415 - an extra
    from pypdf.errors import LimitReachedError, PyPdfError  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Documentfout(
                "Deze pdf is beveiligd met een wachtwoord.", "Sla hem op zonder wachtwoord."
            )
        if len(reader.pages) > MOST_PAGES:
            raise too_much_text()
        pages = [_printed_page(page, reader) for page in list(reader.pages)]
    except LimitReachedError:
        raise too_much_text() from None
    except (Documentfout, MemoryError, RecursionError):
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError,
            AssertionError, NotImplementedError, ArithmeticError) as fault:  # fmt: skip
        raise Documentfout(
            "Deze pdf is beschadigd: de tekst is er niet uit te halen.",
            "Open hem en sla hem opnieuw op, of vraag het Word-bestand.",
        ) from fault
    return _blocks(pages)


def _blocks(read: Sequence[tuple[list[Piece], list[RuledTable]]]) -> list[Block]:
    pages = [pieces for pieces, _ in read]
    letters = sum(sign.isalpha() for page in pages for piece in page for sign in piece.text)
    if letters < 20 * max(1, len(pages)):
        raise Documentfout("In deze pdf staat geen tekst: waarschijnlijk is het een scan.", _OCR)
    usual = what_is_usual(pages)
    body = usual.body
    printed = [page_lines(page, usual, grids) for page, grids in read]
    printed = _over_pages(_without_repeated(printed))
    depths = _depths(printed, body)
    ranks = _ranks(printed, body)
    lines: list[Line] = []
    notes: list[Block] = []
    for sheet, page in enumerate(printed, start=1):
        spot = Spot(sheet)
        below = [one for one in page if _is_note(one, body)]
        notes += [Block("noot", one.text, spot) for one in below]
        lines += [
            Line(
                f"{_INDENT * _depth(one, depths, body)}{one.text}",
                spot,
                _rank(one, ranks),
                one.cells,
                one.table,
                one.apart,
            )
            for one in page
            if one not in below
        ]
    return to_blocks(_joined_headings(lines)) + notes


def _depths(pages: Sequence[Sequence[Printed]], body: float) -> list[float]:
    """Return where the marks of lists begin, a place for each level."""
    found = sorted(
        one.x
        for page in pages
        for one in page
        if not one.cells and (mark := read_mark(one.text)) and mark.sort == "bullet"
    )
    depths: list[float] = []
    for x in found:
        if not depths or x - depths[-1] > 0.8 * body:
            depths.append(x)
    return depths if len(depths) < _MOST_LEVELS else []


def _depth(one: Printed, depths: Sequence[float], body: float) -> int:
    if one.cells or not depths or read_mark(one.text) is None:
        return 0
    return max(0, sum(one.x > depth - 0.4 * body for depth in depths) - 1)


def _over_pages(pages: Sequence[list[Printed]]) -> list[list[Printed]]:
    """Let a table go on over the pages: tables get numbers of their own, rows are made whole."""
    last: Printed | None = None
    for sheet, page in enumerate(pages):
        goes_on = 0
        for place, one in enumerate(page):
            own = one.table
            one.table = own + sheet * 10_000 if one.cells else 0
            follows = last is not None and bool(one.cells) and len(last.cells) == len(one.cells)
            if place == 0 and last is not None and follows:
                goes_on = own
                pairs = list(zip(last.cells, one.cells, strict=True))
                # a row that was broken goes on in the middle of its cells
                if all(not (above and below) or below[:1].islower() for above, below in pairs):
                    last.cells = tuple(" ".join(filter(None, pair)) for pair in pairs)
                    one.cells, one.text = (), ""
            if goes_on and own == goes_on and last is not None:
                one.table = last.table
            if one.cells or one.text:
                last = one
    return [[one for one in page if one.cells or one.text] for page in pages]


def _is_note(one: Printed, body: float) -> bool:
    return one.size < 0.87 * body and one.is_last_part and _NOTE.match(one.text) is not None


def _rank(one: Printed, ranks: Mapping[float, int]) -> int:
    """Return the level of a heading: by its size, or 7 for one that is only in bold."""
    if one.cells:
        return 0
    rank = ranks.get(round(one.size, 1), 0)
    return 7 if not rank and one.bold and len(one.text) < 100 else rank


def _printed_page(page: PageObject, reader: PdfReader) -> tuple[list[Piece], list[RuledTable]]:
    """Return the text of a page in pieces, and its ruled tables."""
    from pypdf.generic import (  # noqa: PLC0415
        ArrayObject,
        ByteStringObject,
        ContentStream,
        FloatObject,
        NameObject,
    )

    def shown(parts: Sequence[object]) -> ArrayObject:
        return ArrayObject(
            ByteStringObject(one) if isinstance(one, bytes) else FloatObject(number(one))
            for one in parts
        )

    contents = page.get_contents()
    if contents is None:
        return [], []
    stream = ContentStream(contents, reader)
    fonts = resolved(cast("dict[str, object]", page.get("/Resources") or {}).get("/Font"))
    known = cast("dict[str, object]", fonts) if isinstance(fonts, dict) else {}
    canvas = walk(cast("list[Operation]", stream.operations), known)
    stream.operations = [
        ([shown(cast("list[object]", operands[0]))] if operator == b"TJ" else operands, operator)
        for operands, operator in canvas.operations
    ]
    page[NameObject("/Contents")] = stream
    return _pieces(page, canvas.ends), find_grids(canvas.rules)


def _pieces(page: PageObject, ends: Mapping[tuple[int, int], float]) -> list[Piece]:
    found: list[Piece] = []
    size_so_far = 0

    def visit(
        text: str,
        cm: Sequence[float],
        tm: Sequence[float],
        font: dict[str, object] | None,
        size: float,
    ) -> None:
        nonlocal size_so_far
        if not text or not text.strip("\n"):
            return
        size_so_far += len(text)
        if size_so_far > MOST_CHARACTERS // 8:
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[1]) or 1.0
        name = str((font or {}).get("/BaseFont", ""))
        bold = "bold" in name.lower() or "black" in name.lower() or "heavy" in name.lower()
        height = max(1.0, float(size) * scale)
        parts = [part for part in text.split("\n") if part.strip()]
        end = ends.get(spot_key(x, y), 0.0) if len(parts) == 1 else 0.0
        found.extend(Piece(x, y, height, bold, part, end) for part in parts)

    page.extract_text(visitor_text=visit)
    return found


def _without_repeated(pages: Sequence[Sequence[Printed]]) -> list[list[Printed]]:
    """Leave out page numbers, and lines that stand at the top or bottom of many pages."""
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_shape(one.text) for one in (*page[:3], *page[-3:]) if one.text})
    often = max(3, len(pages) // 3)

    def repeated(place: int, last: int, one: Printed) -> bool:
        outer = place < 3 or place > last - 3
        numbered = place in {0, last} and _PAGE_NUMBER.match(one.text) is not None
        return bool(one.text) and outer and (numbered or edges[_shape(one.text)] >= often)

    return [
        [one for place, one in enumerate(page) if not repeated(place, len(page) - 1, one)]
        for page in pages
    ]


def _shape(text: str) -> str:
    return _NUMBER.sub("#", " ".join(text.split()))


def _ranks(pages: Sequence[Sequence[Printed]], body: float) -> dict[float, int]:
    """Return the level of each size of letters that is larger than that of the text."""
    sizes = sorted(
        {
            round(one.size, 1)
            for page in pages
            for one in page
            if one.size > 1.08 * body and not one.cells
        },
        reverse=True,
    )
    merged: dict[float, int] = {}
    level, last = 0, 0.0
    for size in sizes:
        if not last or size < last * 0.96:
            level, last = level + 1, size
        merged[size] = min(level, 6)
    return merged


def _joined_headings(lines: Sequence[Line]) -> list[Line]:
    """Join a heading that runs over two lines."""
    joined: list[Line] = []
    for line in lines:
        if (
            joined
            and line.rank
            and joined[-1].rank == line.rank
            and not line.apart
            and not line.cells
            and joined[-1].spot == line.spot
            and line.rank < 7
        ):
            joined[-1] = joined[-1]._replace(text=f"{joined[-1].text.rstrip()} {line.text.strip()}")
        else:
            joined.append(line)
    return joined
