"""The reader for each kind of file."""

from __future__ import annotations

from bkl.draft.blocks import MOST_BLOCKS, MOST_CHARACTERS, Block
from bkl.draft.errors import too_much_text
from bkl.draft.reading.kinds import FileKind
from bkl.draft.reading.markup import read_markup
from bkl.draft.reading.office import read_odt
from bkl.draft.reading.pdf.pages import read_pdf
from bkl.draft.reading.plain import decode, read_plain
from bkl.draft.reading.word import read_word


def parse(data: bytes, kind: FileKind) -> list[Block]:
    """Return the blocks of a document; raises Documentfout when it cannot be read."""
    if kind == "docx":
        blocks = read_word(data)
    elif kind == "odt":
        blocks = read_odt(data)
    elif kind == "pdf":
        blocks = read_pdf(data)
    elif kind == "html":
        blocks = read_markup(decode(data))
    else:
        blocks = read_plain(data)
    size = sum(len(block.text) + sum(map(len, block.cells)) for block in blocks)
    if size > MOST_CHARACTERS or len(blocks) > MOST_BLOCKS:
        raise too_much_text()
    return blocks
