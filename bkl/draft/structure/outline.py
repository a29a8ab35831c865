"""The outline: headings with what stands below them, whatever way the document shows levels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bkl.draft.blocks import Block, Spot
from bkl.draft.reading.marks import code_of_title
from bkl.draft.words import (
    MEASURES,
    Role,
    kind_of,
    label_of,
    numbered_promise,
    role_like,
    role_of,
    split_label,
    split_repeated,
)

MOST_DEPTH = 12
_NUMBERED = re.compile(r"(?P<code>\d{1,2}(?:\.\d{1,2})*)\s+(?=[A-ZÀ-Ý])")


@dataclass(slots=True, eq=False)
class DocSection:
    """A heading with the blocks right below it, and the sections within.

    `code` is what numbers it (`AD`, `2`, `1.1`), `kind` the word before that (`programma`),
    `role` what a label such as `Resultaten` says of its content; `inline` tells that label and
    text stood in one paragraph.
    """

    title: str
    spot: Spot
    rank: int
    code: str = ""
    kind: str = ""
    role: Role | None = None
    inline: bool = False
    blocks: list[Block] = field(default_factory=list)
    children: list[DocSection] = field(default_factory=list)

    def walk(self) -> Iterator[DocSection]:
        """Yield this section and all within, in the order of the document."""
        yield self
        for child in self.children:
            yield from child.walk()


def outline(blocks: Sequence[Block]) -> DocSection:
    """Return the document as one section with all others in it."""
    return _Outliner().build(blocks)


class _Outliner:
    """Goes over the blocks with a stack of the sections that are open."""

    def __init__(self) -> None:
        self.root = DocSection("", Spot(), 0)
        self.stack = [self.root]
        self.numbered = 0  # depth of the last numbered heading without a level of its own
        self.kinds: list[str] = []
        self.repeated: set[str] = set()

    def build(self, blocks: Sequence[Block]) -> DocSection:
        labels = Counter(label_of(one.text) for one in blocks if one.kind in ("alinea", "punt"))
        self.repeated = {label for label, count in labels.items() if label and count > 1}
        for index, block in enumerate(blocks):
            if block.kind == "veld":
                self._field(block)
            elif block.kind == "kop":
                self._heading(block, blocks[index + 1] if index + 1 < len(blocks) else None)
            elif block.kind == "alinea" and (numbered := numbered_promise(block.text)):
                self._numbered(block, *numbered)
            elif (
                block.kind in ("alinea", "punt")
                and (found := self._labelled(block))
                and (
                    block.kind == "alinea"
                    or found[0] in MEASURES
                    or label_of(block.text) in self.repeated
                )
            ):
                self._label(block, *found)
            else:
                self._close_inline(block)
                self.stack[-1].blocks.append(block)
        return self.root

    def _labelled(self, block: Block) -> tuple[Role, str] | None:
        found = split_label(block.text)
        if found is None and block.kind == "alinea" and label_of(block.text) in self.repeated:
            return split_repeated(block.text)
        return found

    def _heading(self, block: Block, following: Block | None) -> None:
        inline = split_label(block.text)
        if inline is not None and kind_of(block.text) is None:
            self._label(block, *inline)
            return
        code, kind, title = self._named(block)
        asked = block.text.rstrip().endswith("?")
        role = (role_like if asked else role_of)(block.text) if not kind else None
        rank = self._rank(block, code, kind, role)
        if self._is_within(block, code or kind, role, following):
            self.stack[-1].blocks.append(Block("alinea", block.text, block.spot))
            return
        self._close(rank, role)
        if role is not None:
            self._return_to_named(block.text)
        rank = max(rank, self.stack[-1].rank + 1)
        self._open(DocSection(title, block.spot, rank, code, kind, role))

    def _named(self, block: Block) -> tuple[str, str, str]:
        """Return (code, kind, title) of a heading."""
        if found := kind_of(block.text):
            kind, code, title = found
            return code or block.mark, kind, title or block.text
        if block.mark:
            return block.mark, "", block.text
        if coded := code_of_title(block.text):
            return coded[0], "", coded[1]
        if 1 <= block.level <= 6 and (numbered := _NUMBERED.match(block.text)):
            return numbered["code"], "", block.text[numbered.end() :]
        return "", "", block.text

    def _rank(self, block: Block, code: str, kind: str, role: Role | None) -> int:
        if 1 <= block.level <= 6:
            return block.level * 10
        if role is not None:
            return 98
        if block.mark and block.mark[0].isdigit():
            self.numbered = min(block.mark.count(".") + 1, 6)
            self.kinds = []
            return self.numbered * 10
        real = max((one.rank for one in self.stack if one.rank <= 60), default=0)
        base = max(self.numbered * 10, real)
        if kind:
            if kind not in self.kinds:
                self.kinds.append(kind)
            return base + 2 + min(self.kinds.index(kind), 3)
        if code:
            return base + 7
        return base + 9 if block.level < 7 else base + 8

    def _close(self, rank: int, role: Role | None) -> None:
        while len(self.stack) > 1:
            top = self.stack[-1]
            # a label at the level of the heading above it is about that heading
            same = role is not None and top.role is None and top.rank == rank
            if top.rank < rank or same:
                break
            self.stack.pop()

    def _is_within(
        self, block: Block, named: str, role: Role | None, following: Block | None
    ) -> bool:
        """Tell whether a short line is a heading within a field, such as `Welbevinden`."""
        if named or role is not None or block.level:
            return False
        top = self.stack[-1]
        if top.role is None or top.role in ("resultaten", "activiteiten", "ambitie"):
            return False
        return following is None or following.kind != "kop" or role_of(following.text) is None

    def _return_to_named(self, label: str) -> None:
        """Let `Activiteiten Samenwerking:` belong to the section `Samenwerking` that is open."""
        low = label.lower().rstrip(" :")
        for depth in range(len(self.stack) - 1, 0, -1):
            title = self.stack[depth].title.lower()
            if len(title) > 5 and low.endswith(f" {title}") and self.stack[depth].role is None:
                del self.stack[depth + 1 :]
                return

    def _field(self, block: Block) -> None:
        """Open the field of a form, whatever its label is called."""
        role = role_like(block.text) or "omschrijving"
        self._close(98, role)
        self._open(DocSection(block.text, block.spot, 98, "", "", role))

    def _label(self, block: Block, role: Role, rest: str) -> None:
        self._close(98, role)
        section = DocSection(
            block.text[: len(block.text) - len(rest)].strip(" :"),
            block.spot,
            98,
            "",
            "",
            role,
            True,
        )
        section.blocks.append(Block("alinea", rest, block.spot))
        self._open(section)

    def _numbered(self, block: Block, role: Role, mark: str, rest: str) -> None:
        """Put `Resultaat 2: …` among the resultaten that are being listed, or begin a list."""
        top = self.stack[-1]
        if top.role != role or top.inline:
            self._close(98, role)
            self._open(DocSection("", block.spot, 98, "", "", role))
        self.stack[-1].blocks.append(Block("punt", rest, block.spot, 0, mark))

    def _close_inline(self, block: Block) -> None:
        """Let a paragraph behind `Doelgroep: …` belong to the section around it again."""
        top = self.stack[-1]
        if top.inline and block.kind in ("alinea", "rij") and not top.blocks[-1].text.endswith(":"):
            self.stack.pop()

    def _open(self, section: DocSection) -> None:
        if len(self.stack) > MOST_DEPTH:
            del self.stack[MOST_DEPTH:]
        self.stack[-1].children.append(section)
        self.stack.append(section)
