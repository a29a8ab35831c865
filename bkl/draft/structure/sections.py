"""What stands in a section: its texts, what comes before its lists, and whether it promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bkl.draft.blocks import Block, Spot
from bkl.draft.structure.outline import DocSection
from bkl.draft.words import numbered_promise


def has_content(section: DocSection) -> bool:
    """Tell whether anything stands in a section."""
    return bool(section.blocks or section.children)


def is_promise(section: DocSection) -> bool:
    """Tell whether a heading is itself a resultaat or activiteit: `Actie 2: …`, `1.1.2 …`."""
    if section.code.count(".") >= 2:
        return True
    apart = section.kind in ("doel", "doelstelling")
    return not apart and numbered_promise(full_title(section)) is not None


def full_title(section: DocSection) -> str:
    """Return a heading with its kind and code in front again."""
    if not section.kind:
        return section.title
    return f"{section.kind} {section.code}: {section.title}"


def texts_of(section: DocSection) -> Iterator[tuple[str, Spot]]:
    """Yield the texts right below a heading, a row of a table as one."""
    for block in section.blocks:
        text = " | ".join(cell for cell in block.cells if cell) if block.cells else block.text
        if text:
            yield text, block.spot


def before_items(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield what stands before the first item of a list."""
    for block in blocks:
        if block.kind == "punt":
            return
        yield block


def sort_of(mark: str) -> str:
    """Return how a mark looks: number, letter or bullet."""
    if mark[:1].isdigit():
        return "number"
    return "letter" if mark.isalpha() else "bullet"
