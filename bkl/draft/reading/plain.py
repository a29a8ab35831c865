"""Plain text and Markdown: decoded as whoever wrote it will have meant, then read by its layout."""

from __future__ import annotations

from bkl.draft.blocks import Block
from bkl.draft.errors import Documentfout
from bkl.draft.reading.lines import numbered, to_blocks

_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


def decode(data: bytes) -> str:
    """Return the text: UTF-8, UTF-16 with a mark, else Windows-1252 as old Word saved it.

    Raises Documentfout when it is no text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _lines(data.decode(name, "replace"))
    if len(data) > 3 and (wide := _wide(data)):
        return _lines(data.decode(wide, "replace"))
    if data.count(0) > len(data) // 100:
        raise Documentfout(
            "Dit bestand bevat geen leesbare tekst.",
            "Open het in het programma waarin het is gemaakt en sla het op als .docx of .txt.",
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return _lines(text)


def _wide(data: bytes) -> str | None:
    """Return how a text of two bytes a sign is written when it has no mark, None for any other."""
    first, second = (data[start:4096:2].count(0) for start in (0, 1))
    half = len(data[:4096]) // 2
    if second > 0.9 * half and first < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if first > 0.9 * half and second < 0.05 * half else None


def read_plain(data: bytes) -> list[Block]:
    """Return the blocks of a text file."""
    return to_blocks(list(numbered(decode(data))))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
