"""OpenDocument texts (LibreOffice): the paragraphs, lists and tables of their XML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from bkl.draft.blocks import Block, Kind, Spot, tidy
from bkl.draft.errors import Documentfout
from bkl.draft.reading.archive import open_archive, read_part
from bkl.draft.reading.marks import looks_like_title, read_mark
from bkl.draft.words import role_of

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SKIPPED = {
    f"{_TEXT}tracked-changes", f"{_TEXT}table-of-content", f"{_TEXT}bookmark",
    f"{_OFFICE}annotation", f"{_TEXT}note-citation", f"{_TEXT}sequence-decls",
}  # fmt: skip
_BREAK = {f"{_TEXT}line-break": "\n", f"{_TEXT}tab": "\t", f"{_TEXT}s": " "}
_LEVELLED = re.compile(r"List_20_(?:Bullet|Number)_20_([2-5])")
_MOST_DEPTH = 200


def read_odt(data: bytes) -> list[Block]:
    """Return the blocks of an .odt; raises Documentfout when it is none or could do harm."""
    with open_archive(data) as archive:
        content = _parsed(read_part(archive, "content.xml"))
        has_styles = "styles.xml" in archive.namelist()
        styles = [content, *([_parsed(read_part(archive, "styles.xml"))] if has_styles else [])]
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise Documentfout("Dit is geen tekstdocument.", "Geef een .odt, .docx, .pdf of .txt.")
    bold = {name for root in styles for name in _bold_styles(root)}
    parents = {name: parent for root in styles for name, parent in _parent_styles(root)}
    reader = _Reader(bold, parents, {one for root in styles for one in _numbered_styles(root)})
    reader.take(body, 0)
    return reader.blocks + reader.notes


def _parsed(xml: bytes) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(xml)  # noqa: S314 - declarations of types are refused
    except ElementTree.ParseError as fault:
        raise Documentfout(
            "Dit document is beschadigd.", "Open het in LibreOffice en sla het opnieuw op."
        ) from fault


def _bold_styles(root: ElementTree.Element) -> set[str]:
    found = set()
    for style in root.iter(f"{_STYLE}style"):
        properties = style.find(f"{_STYLE}text-properties")
        if properties is not None and properties.get(f"{_FO}font-weight") == "bold":
            found.add(style.get(f"{_STYLE}name") or "")
    return found


def _parent_styles(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Yield each style of a paragraph with the one that it comes from, or with itself."""
    for style in root.iter(f"{_STYLE}style"):
        name = style.get(f"{_STYLE}name") or ""
        yield name, style.get(f"{_STYLE}parent-style-name") or name


def _numbered_styles(root: ElementTree.Element) -> set[tuple[str, str]]:
    """Return the list styles with the levels at which they number."""
    return {
        (style.get(f"{_STYLE}name") or "", level.get(f"{_TEXT}level") or "1")
        for style in root.iter(f"{_TEXT}list-style")
        for level in style.iter(f"{_TEXT}list-level-style-number")
        if level.get(f"{_STYLE}num-format")
    }


class _Reader:
    """Walks the body; lists know their depth, tables their rows."""

    def __init__(
        self, bold: set[str], styles: Mapping[str, str], numbered: set[tuple[str, str]]
    ) -> None:
        self.bold, self.styles, self.numbered = bold, styles, numbered
        self.blocks: list[Block] = []
        self.notes: list[Block] = []
        self.tables = 0
        self.lists: list[tuple[str, int]] = []
        self.last_number = 0

    def take(self, element: ElementTree.Element, depth: int) -> None:
        if depth > _MOST_DEPTH:
            raise RecursionError
        for child in element:
            if child.tag in _SKIPPED:
                continue
            if child.tag == f"{_TEXT}h":
                level = child.get(f"{_TEXT}outline-level") or "1"
                self._heading(tidy(self._words(child)), int(level) if level.isdigit() else 1)
            elif child.tag == f"{_TEXT}p":
                self._paragraph(child)
            elif child.tag == f"{_TEXT}list":
                self._list(child, depth)
            elif child.tag == f"{_TABLE}table":
                self._table(child)
            else:
                self.take(child, depth + 1)

    def _heading(self, text: str, level: int) -> None:
        if not text:
            return
        mark = read_mark(text)
        written = mark.written if mark and mark.sort == "number" else ""
        words = text[mark.end :] if mark and written else text
        self.blocks.append(Block("kop", words, Spot(), min(level, 6), written))

    def _paragraph(self, element: ElementTree.Element) -> None:
        text = tidy(self._words(element))
        if not text:
            return
        style = element.get(f"{_TEXT}style-name") or ""
        spans = [one for one in element if one.tag == f"{_TEXT}span"]
        whole = (
            len(spans) == 1
            and not (element.text or "").strip()
            and not (spans[0].tail or "").strip()
        )
        bold = style in self.bold or (
            whole and (spans[0].get(f"{_TEXT}style-name") or "") in self.bold
        )
        if style in ("Title", "Titel"):
            self._heading(text, 1)
        elif (bold and looks_like_title(text.rstrip(":"))) or (role_of(text) and len(text) < 50):
            self.blocks.append(Block("kop", text, Spot(), 7))
        elif (mark := read_mark(text)) is not None:
            self.blocks.append(Block("punt", text[mark.end :], Spot(), 0, mark.written))
        else:
            self.blocks.append(Block("alinea", text))

    def _list(self, element: ElementTree.Element, depth: int) -> None:
        style = element.get(f"{_TEXT}style-name") or (self.lists[-1][0] if self.lists else "")
        goes_on = element.get(f"{_TEXT}continue-numbering") == "true" or element.get(
            f"{_TEXT}continue-list"
        )
        number = self.last_number if goes_on else 0
        self.lists.append((style, number))
        for item in element:
            begin = item.get(f"{_TEXT}start-value")
            if begin and begin.isdigit() and len(begin) < 5:
                self.lists[-1] = (style, int(begin) - 1)
            self._item(item, style, depth)
        self.last_number = self.lists.pop()[1]

    def _item(self, item: ElementTree.Element, style: str, depth: int) -> None:
        first = True
        for child in item:
            if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                text = tidy(self._words(child))
                if not text:
                    continue
                mark = ""
                if first:
                    number = self.lists[-1][1] + 1
                    self.lists[-1] = (style, number)
                    mark = str(number) if (style, str(len(self.lists))) in self.numbered else "•"
                kind: Kind = "punt" if first else "alinea"
                style_name = self.styles.get(child.get(f"{_TEXT}style-name") or "", "")
                deeper = _LEVELLED.search(style_name)
                level = max(len(self.lists), int(deeper[1]) if deeper else 0) - 1
                self.blocks.append(Block(kind, text, Spot(), level, mark))
                first = False
            elif child.tag == f"{_TEXT}list":
                self._list(child, depth + 1)
            elif child.tag == f"{_TABLE}table":
                self._table(child)

    def _table(self, element: ElementTree.Element) -> None:
        self.tables += 1
        table = self.tables
        for row in element.iter(f"{_TABLE}table-row"):
            cells: list[str] = []
            for cell in row:
                if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                    continue
                repeated = cell.get(f"{_TABLE}number-columns-repeated") or "1"
                lines = [
                    tidy(self._words(one))
                    for one in cell.iter()
                    if one.tag in (f"{_TEXT}p", f"{_TEXT}h")
                ]
                text = "\n".join(line for line in lines if line)
                cells += [text] * (min(int(repeated), 50) if repeated.isdigit() else 1)
            if any(cells):
                self.blocks.append(Block("rij", "", Spot(), 0, "", tuple(cells), table))

    def _words(self, element: ElementTree.Element) -> str:
        parts = [element.text or ""]
        for child in element:
            if child.tag in _BREAK:
                count = child.get(f"{_TEXT}c") or "1"
                parts.append(_BREAK[child.tag] * (min(int(count), 80) if count.isdigit() else 1))
            elif child.tag == f"{_TEXT}note":
                body = child.find(f"{_TEXT}note-body")
                if body is not None and (text := tidy(" ".join(body.itertext()))):
                    self.notes.append(Block("noot", text))
            elif child.tag not in _SKIPPED:
                parts.append(self._words(child))
            parts.append(child.tail or "")
        return re.sub(r"\s+", " ", "".join(parts)) if "\n" not in "".join(parts) else "".join(parts)
