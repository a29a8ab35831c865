"""HTML: headings, paragraphs, lists and tables, from a page or from what mammoth makes of Word."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from bkl.draft.blocks import MOST_BLOCKS, Block, Spot, tidy
from bkl.draft.reading.marks import looks_like_title, read_mark
from bkl.draft.words import role_of

_HEADING = re.compile(r"h([1-6])")
_SKIPPED = frozenset(("script", "style", "head", "template", "noscript", "svg", "nav", "sup"))
_BREAKS = frozenset(
    ("p", "div", "section", "article", "header", "footer", "blockquote", "dt", "dd")
)
_BOLD = frozenset(("strong", "b"))


def read_markup(text: str, *, lines: bool = True) -> list[Block]:
    """Return the blocks of a page; `lines` tells that its line numbers mean something."""
    reader = _Reader(lines)
    reader.feed(text)
    reader.close()
    reader.flush()
    return reader.blocks


class _Reader(HTMLParser):
    """Collects text until something else begins."""

    def __init__(self, lines: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.with_lines = lines
        self.blocks: list[Block] = []
        self.words: list[str] = []
        self.bold_words: list[str] = []
        self.bold = self.skipped = self.heading = 0
        self.lists: list[int] = []
        self.item = ""
        self.in_item = False
        self.is_note = False
        self.line = 1
        self.tables: list[list[str]] = []
        self.table_count = 0
        self.spans: list[dict[int, tuple[int, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self.skipped += 1
        if self.skipped or len(self.blocks) > MOST_BLOCKS:
            return
        if tag in _BOLD:
            self.bold += 1
        elif tag == "br":
            self._break()
        elif tag in ("td", "th"):
            self._begin_cell(dict(attrs))
        elif tag in ("ul", "ol", "li"):
            self._begin_list(tag, dict(attrs))
        elif tag in ("table", "tr"):
            self._begin_table(tag)
        elif found := _HEADING.fullmatch(tag):
            self.flush()
            self.heading = int(found[1])
        elif tag in _BREAKS:
            self.flush()

    def _begin_list(self, tag: str, attrs: dict[str, str | None]) -> None:
        if tag == "li":
            self._begin_item(attrs)
            return
        self.flush()
        start = attrs.get("start") or "1"
        number = int(start) - 1 if start.isdigit() and len(start) < 5 else 0
        self.lists.append(number if tag == "ol" else -1)

    def _begin_table(self, tag: str) -> None:
        self.flush()
        if tag == "table":
            self.table_count += 1
            self.spans.append({})
        else:
            self.tables.append([])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br" and not self.skipped:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self.skipped = max(0, self.skipped - 1)
        if self.skipped or tag in _SKIPPED:
            return
        if tag in _BOLD:
            self.bold = max(0, self.bold - 1)
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "tr":
            self._end_row()
        elif tag in ("ul", "ol", "li", "table"):
            self._end_list_or_table(tag)
        elif tag in _BREAKS or _HEADING.fullmatch(tag):
            self.flush()
            self.heading = 0

    def _end_list_or_table(self, tag: str) -> None:
        self.flush()
        if tag == "table" and self.spans:
            self.spans.pop()
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        if tag != "table":
            self.in_item = False
            self.item = ""

    def handle_data(self, data: str) -> None:
        if self.skipped or not data:
            return
        if not self.words:
            self.line = self.getpos()[0]
        self.words.append(data)
        if self.bold and data.strip():
            self.bold_words.append(data)

    def flush(self) -> None:
        """Put the text so far in a block."""
        if self.tables:
            if self.words and not self.words[-1].endswith("\n"):
                self.words.append("\n")
            return
        whole = "".join(self.words)
        all_bold = bool(self.bold_words) and len("".join(self.bold_words).strip()) >= len(
            whole.strip().rstrip(":")
        )
        self.words, self.bold_words = [], []
        text = tidy(whole)
        if not text:
            return
        spot = Spot(None, self.line) if self.with_lines else Spot()
        if self.is_note:
            self.blocks.append(Block("noot", text, spot))
        elif self.heading:
            self._put_heading(text, spot, self.heading)
        elif self.in_item:
            depth = max(0, len(self.lists) - 1)
            mark = self.item
            # a second paragraph within one item has no mark of its own
            self.blocks.append(Block("punt" if mark else "alinea", text, spot, depth, mark))
            self.item = ""
        elif all_bold and looks_like_title(text.rstrip(":")) and len(text) < 100:
            self._put_heading(text, spot, 7)
        elif role_of(text) and len(text) < 50:
            self._put_heading(text, spot, 8)
        else:
            self._put_plain(text, spot)

    def _put_plain(self, text: str, spot: Spot) -> None:
        mark = read_mark(text)
        if mark is not None and mark.sort in ("bullet", "number", "letter", "code"):
            self.blocks.append(Block("punt", text[mark.end :], spot, 0, mark.written))
        else:
            self.blocks.append(Block("alinea", text, spot))

    def _put_heading(self, text: str, spot: Spot, level: int) -> None:
        mark = read_mark(text)
        if mark is not None and mark.sort == "number":
            self.blocks.append(Block("kop", text[mark.end :], spot, level, mark.written))
        else:
            self.blocks.append(Block("kop", text, spot, level))

    def _break(self) -> None:
        if self.tables or self.in_item or self.heading:
            self.words.append("\n" if self.tables else " ")
        else:
            self.flush()

    def _begin_item(self, attrs: dict[str, str | None]) -> None:
        self.flush()
        self.is_note = (attrs.get("id") or "").startswith(("footnote", "endnote"))
        self.in_item = True
        if self.lists and self.lists[-1] >= 0:
            self.lists[-1] += 1
            self.item = str(self.lists[-1])
        else:
            self.item = "•"

    def _begin_cell(self, attrs: dict[str, str | None]) -> None:
        if not self.tables:
            self.tables.append([])
        self._fill_spans()
        self.words = []
        self.bold_words = []
        down, across = attrs.get("rowspan") or "1", attrs.get("colspan") or "1"
        self.cell_down = int(down) if down.isdigit() and len(down) < 4 else 1
        self.cell_across = min(int(across), 50) if across.isdigit() and len(across) < 4 else 1

    def _fill_spans(self) -> None:
        row = self.tables[-1]
        spans = self.spans[-1] if self.spans else {}
        while len(row) in spans:
            left, text = spans.pop(len(row))
            if left > 1:
                spans[len(row)] = (left - 1, text)
                row.append(text)
                break
            row.append(text)

    def _end_cell(self) -> None:
        if not self.tables:
            return
        text = "\n".join(filter(None, (tidy(part) for part in "".join(self.words).split("\n"))))
        self.words = []
        row = self.tables[-1]
        if len(row) > 200:
            return
        if self.cell_down > 1 and self.spans:
            self.spans[-1][len(row)] = (self.cell_down - 1, text)
        row.append(text)
        row.extend([""] * (self.cell_across - 1))

    def _end_row(self) -> None:
        if not self.tables:
            return
        row = self.tables.pop()
        self.words = []
        if any(row):
            line = Spot(None, self.getpos()[0]) if self.with_lines else Spot()
            self.blocks.append(Block("rij", "", line, 0, "", tuple(row), self.table_count))
