"""From lines as they stand on the page to blocks: whole paragraphs, headings, lists, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from bkl.draft.blocks import Block, Spot, tidy
from bkl.draft.reading.marks import LineMark, code_of_title, looks_like_title, read_mark
from bkl.draft.words import kind_of, role_of

_HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"^\s*(?:[-=_*]\s*){3,}$")
_PIPE = re.compile(r"^\s*\|.*\|\s*$")
_PIPE_RULE = re.compile(r"^[\s|:=+-]+$")
_BOLD = re.compile(r"^\*\*(.+?)\*\*:?$|^__(.+?)__:?$")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)|`")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
_WORD_END = re.compile(r"[a-zà-ÿ]{2}-$")
_CONTENTS = re.compile(r"(?:\.{4,}|…{2,}|\t)\s*\d{1,3}$")
_MOST_PARAGRAPH = 20_000
_COUNTS = re.compile(
    r"(?<![\d.,/-])(?!(?:19|20)\d\d(?!\d))\d[\d.]*%?\s+[a-zà-ÿ]{3,}"
    r"|(?<!\w)(?i:minimaal|minstens|ten\s+minste|maximaal|circa|ca\.)\s"
    r"|^(?:Twee|Drie|Vier|Vijf|Zes|Zeven|Acht|Negen|Tien|Elf|Twaalf)\s+[a-zà-ÿ]{3,}"
)
_TERMINAL = (".", "!", "?", ":", ";")


class Line(NamedTuple):
    """One line; `rank` is the level of a heading that the layout shows, 0 when it shows none."""

    text: str
    spot: Spot
    rank: int = 0
    cells: tuple[str, ...] = ()
    table: int = 0
    apart: bool = False
    """Whether more room than usual stands above it."""


def to_blocks(lines: Sequence[Line]) -> list[Block]:
    """Return the blocks that the lines form."""
    return _Builder(lines).build()


class _Builder:
    """Goes over the lines once, with one block open at a time."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.blocks: list[Block] = []
        self.table = 0
        lengths = [len(line.text) for line in lines if len(line.text) > 30]
        self.width = sorted(lengths)[int(len(lengths) * 0.9)] if lengths else 80
        self.wrapped = bool(lengths) and median(lengths) > 0.6 * self.width and self.width < 130
        self.ranked = any(1 <= line.rank <= 6 for line in lines)
        self.open = False  # whether the last block may still grow
        self.gap = True  # whether a blank line stands above
        self.last_chapter = 0
        self.last_item = 0

    def build(self) -> list[Block]:
        for index, line in enumerate(self.lines):
            if not line.text.strip() and not line.cells:
                self.gap = True
                continue
            self._take(index, line)
            self.gap = False
        return [block for block in self.blocks if block.text or any(block.cells)]

    def _take(self, index: int, line: Line) -> None:
        if line.cells or _PIPE.match(line.text) or self._is_tabbed(index):
            self._take_row(index, line)
            return
        if _RULE.match(line.text) or _CONTENTS.search(line.text.rstrip()):
            self.open = False
            return
        text = line.text.strip()
        if found := _HASHES.match(text):
            bare = _clean(found[2])
            number = read_mark(bare)
            is_number = number is not None and number.sort == "number"
            words, mark_ = (
                (bare[number.end :], number.written) if number and is_number else (bare, "")
            )
            self._put(Block("kop", words, line.spot, len(found[1]), mark_))
            return
        mark = read_mark(text)
        if mark and self._is_marked_heading(index, mark, text):
            self._heading(line, text, mark)
        elif mark and not self._continues(text, mark):
            self._item(line, mark, text)
        elif mark is None and self._is_heading(index, line, text):
            self._heading(line, text, None)
        elif self._joins(text, line):
            self._join(text)
        else:
            self._put(Block("alinea", _clean(text), line.spot), open_=True)

    def _take_row(self, index: int, line: Line) -> None:
        if not line.cells and _PIPE_RULE.match(line.text):
            return
        if line.cells:
            cells, table = line.cells, line.table
        else:
            raw = (
                line.text.strip().strip("|").split("|")
                if "|" in line.text
                else line.text.split("\t")
            )
            cells = tuple(_clean(cell) for cell in raw)
            if not (self.blocks and self.blocks[-1].kind == "rij") or self.gap:
                self.table += 1
            table = -self.table
        self._put(Block("rij", "", line.spot, 0, "", cells, table))

    def _is_tabbed(self, index: int) -> bool:
        parts = [part for part in self.lines[index].text.strip().split("\t") if part.strip()]
        if len(parts) < 2:
            return False
        around = self.lines[max(0, index - 1) : index + 2]
        return sum("\t" in one.text.strip() for one in around) >= 2

    def _is_marked_heading(self, index: int, mark: LineMark, text: str) -> bool:
        line, words = self.lines[index], text[mark.end :]
        if line.rank:
            return True
        if self.ranked or not looks_like_title(words, 80):
            return False
        if mark.sort == "number" and role_of(words) is not None:
            return True
        return self._alone(index) and self._opens_chapter(index, mark)

    def _opens_chapter(self, index: int, mark: LineMark) -> bool:
        """Tell whether the mark of a line that stands alone is that of a chapter."""
        if mark.sort == "letter":
            return mark.written.isupper() and not self._below(index).strip()
        if mark.sort != "number" or "." in mark.written:
            return mark.sort == "number"
        number = int(re.sub(r"\D", "", mark.written))
        follows = number == self.last_chapter + 1
        return follows and not (self.last_item and number == self.last_item + 1 and not self.gap)

    def _alone(self, index: int) -> bool:
        """Tell whether a line stands by itself: no numbered line right below it."""
        below = self.lines[index + 1].text.strip() if index + 1 < len(self.lines) else ""
        above = self.gap or self.lines[index].apart
        if not below or not above:
            return above
        following, own = read_mark(below), read_mark(self.lines[index].text.strip())
        if following is not None:
            return own is not None and following.written.startswith(f"{own.written}.")
        return len(below) > 40

    def _is_heading(self, index: int, line: Line, text: str) -> bool:
        bare = _bare(text)
        if line.rank:
            return len(bare) < 200
        apart = self.gap or line.apart
        if role_of(bare) and len(bare) < 60:
            return apart or not self._mid_sentence(bare) or bare.endswith(":")
        if self._is_named(bare, text, apart):
            return True
        # `40 jongeren volgen een training` is a promise without a full stop
        plain = self.ranked or bare.endswith(":") or _COUNTS.search(bare) is not None
        if plain or not looks_like_title(bare):
            return False
        below = self._below(index)
        if apart and not below.strip():
            return not self._mid_sentence(bare)
        return self._stands_out(bare, below)

    def _is_named(self, bare: str, text: str, apart: bool) -> bool:
        """Tell whether a line is in bold, or begins with a code or a word such as `Programma`."""
        if _BOLD.match(text) and len(bare) < 100:
            return True
        kind = kind_of(bare)
        ended = bare.endswith((".", ";", ","))
        if kind and len(bare) < 120 and not ended and (self.gap or kind[1]):
            return True
        return apart and len(bare) < 130 and code_of_title(bare) is not None

    def _stands_out(self, bare: str, below: str) -> bool:
        """Tell whether a short line in wrapped text is a heading by what stands around it."""
        if len(bare) > min(60, 0.75 * self.width) or not below.strip():
            return False
        last = self.blocks[-1] if self.blocks else None
        ended = (
            last is None or last.kind == "kop" or last.text.endswith((".", "!", "?")) or self.gap
        )
        if not ended:
            return False
        return bool(role_of(_bare(below.strip()))) or below.strip()[:1].isupper()

    def _below(self, index: int) -> str:
        return self.lines[index + 1].text if index + 1 < len(self.lines) else ""

    def _mid_sentence(self, text: str) -> bool:
        """Tell whether the text above breaks off in the middle of a sentence."""
        if not self.blocks or self.blocks[-1].kind not in ("alinea", "punt"):
            return False
        last = self.blocks[-1].text
        return bool(last) and not last.endswith(_TERMINAL) and text[:1].islower()

    def _continues(self, text: str, mark: LineMark) -> bool:
        """Tell whether a line that opens with a mark goes on in the middle of a sentence."""
        if self.gap or not self.open or not self.blocks:
            return False
        last = self.blocks[-1].text
        if mark.sort == "bullet":
            return (
                mark.written in ("-", "–", "—", "o", "*")
                and last.endswith(("e", "n"))
                and text[mark.end : mark.end + 1].islower()
                and (len(last) >= 0.9 * self.width and not last.endswith(_TERMINAL))
            )
        if mark.sort == "number":
            expected = self.last_item + 1
            return not last.endswith((*_TERMINAL, ",")) and mark.written != str(expected)
        return not last.endswith(_TERMINAL) and len(last) > 0.8 * self.width

    def _joins(self, text: str, line: Line) -> bool:
        if not self.blocks or self.blocks[-1].kind not in ("alinea", "punt"):
            return False
        last = self.blocks[-1].text
        if len(last) > _MOST_PARAGRAPH:
            return False
        if self.gap or line.apart:  # a page break in the middle of a sentence
            return bool(last) and not last.endswith(_TERMINAL) and text[:1].islower()
        return self.open

    def _join(self, text: str) -> None:
        last = self.blocks[-1]
        joined = last.text
        words = _clean(text)
        if (
            _WORD_END.search(joined[-4:])
            and words[:1].islower()
            and not words.startswith(("en ", "of "))
        ):
            joined = joined[:-1] + words
        else:
            joined = f"{joined} {words}"
        self.blocks[-1] = last._replace(text=joined)
        self.open = True

    def _heading(self, line: Line, text: str, mark: LineMark | None) -> None:
        bare = _bare(text)
        words = _clean(text[mark.end :]) if mark else bare
        written = mark.written if mark else ""
        if mark and mark.sort == "number" and "." not in written and not line.rank:
            self.last_chapter = int(re.sub(r"\D", "", written))
        self.last_item = 0
        self._put(Block("kop", words, line.spot, line.rank, written))

    def _item(self, line: Line, mark: LineMark, text: str) -> None:
        indent = len(line.text) - len(line.text.lstrip())
        if mark.sort == "number" and mark.written.isdigit():
            self.last_item = int(mark.written)
        level = 0 if indent < 2 else max(1, indent // 3)
        words = _clean(text[mark.end :])
        self._put(Block("punt", words, line.spot, level, mark.written), open_=True)

    def _put(self, block: Block, *, open_: bool = False) -> None:
        self.blocks.append(block)
        self.open = open_


def _bare(text: str) -> str:
    return _clean(text).strip()


def _clean(text: str) -> str:
    """Return the words without the signs of Markdown."""
    if "[" in text:
        text = _LINK.sub(r"\1", text)
    if any(sign in text for sign in "*_`"):
        text = _EMPHASIS.sub("", text)
    return tidy(text)


def numbered(text: str) -> Iterator[Line]:
    """Yield the lines of a text with their numbers."""
    for number, line in enumerate(text.split("\n"), start=1):
        yield Line(line.replace("\u00ad", ""), Spot(None, number))
