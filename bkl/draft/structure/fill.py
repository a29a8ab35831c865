"""What stands below the heading of one part, put in its place: lists, prose, tables and fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from bkl.draft.blocks import Block
from bkl.draft.plan import ProposedPart, ProposedPromise
from bkl.draft.structure.codes import code_of
from bkl.draft.structure.measures import Measure
from bkl.draft.structure.outline import DocSection
from bkl.draft.structure.promises import Collector, next_number
from bkl.draft.structure.sections import (
    before_items,
    full_title,
    has_content,
    is_promise,
    sort_of,
    texts_of,
)
from bkl.draft.structure.tables import (
    Header,
    TableRow,
    read_header,
    read_rows,
    with_joined_header,
)
from bkl.draft.words import LISTS, MEASURES, Role, numbered_promise
from bkl.wording.sentences import sentences


class Filler:
    """Fills one part; `header` is that of the last table, for one that goes on elsewhere."""

    def __init__(self, part: ProposedPart, collector: Collector, header: Header | None) -> None:
        self.part, self.collector, self.header = part, collector, header
        self.kop = part.titel
        self.taken: list[str] = []

    def fill(self, section: DocSection, own: Sequence[DocSection]) -> None:
        """Read what stands right below the heading, and then the pieces of the part."""
        has_lists = any(child.role in LISTS and has_content(child) for child in own)
        self._own_blocks(section, has_lists)
        for child in own:
            self._child(child)

    def _own_blocks(self, section: DocSection, has_lists: bool) -> None:
        tables = [block for block in section.blocks if block.kind == "rij"]
        rest = [block for block in section.blocks if block.kind != "rij"]
        self._tables(tables, "resultaten")
        items = [block for block in rest if block.kind == "punt"]
        promising = bool(section.kind or section.code) or any(
            self.collector.has_target(one.text) for one in items
        )
        if has_lists or tables or not items or not promising:
            beside = bool(has_lists or tables or items)
            self._prose(rest, self.part.omschrijving, beside=beside)
            return
        lead = list(before_items(rest))
        self._prose(lead, self.part.omschrijving, beside=True)
        self._listed(rest[len(lead) :], "resultaten" if section.kind else "activiteiten")

    def _child(self, child: DocSection) -> None:
        role = child.role
        if role is None:
            self._heading_promise(child)
        elif role in MEASURES:
            self._measure(child)
        elif role in LISTS:
            self._list(child, role)
        elif role == "ambitie":
            self._prose(child.blocks, self.part.ambitie, beside=True)
            self._tables([one for one in child.blocks if one.kind == "rij"], "resultaten")
        else:
            self._field(child)

    def _field(self, child: DocSection) -> None:
        """Keep a field of a factsheet; figures in it are listed as left out."""
        texts = [text for text, _ in texts_of(child)]
        fields: dict[Role | None, list[str]] = {
            "omschrijving": self.part.omschrijving,
            "monitoring": self.part.monitoring,
            "partijen": self.part.partijen,
            "regie": self.part.regie,
        }
        if child.role == "doelgroep" and self.part.doelgroep is None:
            self.part.doelgroep = " ".join(texts) or None
        fields.get(child.role, []).extend(texts)
        if child.role == "monitoring":
            self._monitoring(child)
        else:
            self.collector.leave(texts_of(child), self.kop, f"staat onder `{child.title}`")

    def _monitoring(self, child: DocSection) -> None:
        """Take from the monitoring only what is promised about it by a figure or a frequency."""
        for text, spot in texts_of(child):
            for sentence in sentences(text):
                trial = ProposedPromise("", sentence.text, spot)
                self.collector.figures(trial, sentence.text, spot, self.kop)
                if not trial.figures:
                    continue
                trial.code = self._code("", "A")
                for figure in trial.figures:
                    figure.nakijken = (*figure.nakijken, "staat onder monitoring")
                self.part.activiteiten.append(trial)

    def _list(self, child: DocSection, role: Role) -> None:
        self._tables([one for one in child.blocks if one.kind == "rij"], role)
        rest = [one for one in child.blocks if one.kind != "rij"]
        lead = list(before_items(rest))
        if len(lead) == len(rest):
            self._paragraphs(lead, role)
        else:
            self._paragraphs([one for one in lead if not one.text.endswith(":")], role)
            self._listed(rest[len(lead) :], role)
        for inner in child.children:
            if inner.role is not None:
                self._child(inner)
            elif is_promise(inner) or not any(one.kind == "punt" for one in inner.blocks):
                self._heading_promise(inner, role)
            else:
                self._list(inner, role)

    def _listed(self, blocks: Sequence[Block], role: Role) -> None:
        """Read a list: an item at the level of the first begins a promise, the rest is below it."""
        letter, target = self._target(role)
        first = blocks[0]
        sort = sort_of(first.mark)
        groups: list[list[Block]] = []
        for block in blocks:
            deeper = block.level > first.level or (
                sort == "number" and sort_of(block.mark) != "number"
            )
            if block.kind == "punt" and not (groups and deeper):
                groups.append([block])
            elif block.kind == "punt" or groups[-1][-1].text.endswith(":"):
                groups[-1].append(block)
            elif self.collector.has_target(block.text):
                groups.append([block])
            else:
                groups[-1].append(block)
        # letters that were used in another list of this part would mix with numbers
        used = any(group[0].mark.isalpha() and group[0].mark in self.taken for group in groups)
        for first_block, *extra in groups:
            head = first_block._replace(mark="") if used else first_block
            target.append(self.collector.promise(head, extra, letter, self.taken, self.kop))

    def _paragraphs(self, blocks: Sequence[Block], role: Role) -> None:
        """Read prose in a list of promises: one per paragraph, or per sentence when it is long."""
        letter, target = self._target(role)
        for block in blocks:
            told = list(sentences(block.text))
            if len(told) == 2 and all(self.collector.promises(one.text) for one in told):
                for one in told:
                    apart = block._replace(text=one.text)
                    target.append(self.collector.promise(apart, (), letter, self.taken, self.kop))
            elif len(told) > 2:
                keep = self.part.ambitie if role == "resultaten" else self.part.omschrijving
                self._prose([block], keep, role)
            else:
                target.append(self.collector.promise(block, (), letter, self.taken, self.kop))

    def _prose(
        self,
        blocks: Sequence[Block],
        keep: list[str],
        role: Role = "resultaten",
        *,
        beside: bool = False,
    ) -> None:
        """Read running text: a sentence that promises something is taken, the others are kept."""
        letter, target = self._target(role)
        for block in blocks:
            others: list[str] = []
            for sentence in sentences("" if block.kind == "rij" else block.text):
                promise = self.collector.running(sentence.text, block.spot, self.kop, beside=beside)
                if promise is None:
                    others.append(sentence.text)
                else:
                    promise.code = self._code("", letter)
                    target.append(promise)
            if others:
                keep.append(" ".join(others))

    def _heading_promise(self, child: DocSection, role: Role | None = None) -> None:
        """Read a heading that is a promise, with the text below it."""
        given = numbered_promise(full_title(child))
        letter, target = self._target(given[0] if given else role or "activiteiten")
        mark, words = (given[1], given[2]) if given else (child.code, child.title)
        stop = "." if child.blocks else ""
        head = Block("punt", words.rstrip(" .") + stop, child.spot, 0, mark)
        extra = [one for one in child.blocks if one.kind != "rij"]
        promise = self.collector.promise(head, extra, letter, self.taken, self.kop)
        target.append(promise)
        for row in self._rows([one for one in child.blocks if one.kind == "rij"]):
            self.collector.from_row(row, promise, self.kop)
        for inner in child.children:
            self._child(inner)

    def _measure(self, child: DocSection) -> None:
        """Read the fields `Indicator`, `Streefwaarde` and `Nulmeting` of one measure."""
        text = " ".join(text for text, _ in texts_of(child))
        known = self.part.resultaten or self.part.activiteiten
        if child.role == "indicator" or not known:
            block = Block("punt", text or child.title, child.spot)
            promise = self.collector.promise(block, (), "R", self.taken, self.kop)
            self.part.resultaten.append(promise)
            if child.role == "indicator":
                return
        promise = (self.part.resultaten or self.part.activiteiten)[-1]
        if child.role == "basis":
            if promise.figures and promise.figures[-1].nulmeting is None:
                promise.figures[-1].nulmeting = text
            else:
                promise.los.append(f"nulmeting: `{text}`")
        elif not self.collector.measure(
            promise, Measure(promise.tekst, text, {}, "", "", child.spot)
        ):
            before = len(promise.figures)
            self.collector.figures(promise, text, child.spot, self.kop)
            if len(promise.figures) == before:
                promise.los.append(f"streefwaarde: `{text}` is niet als doel te lezen")

    def _tables(self, blocks: Sequence[Block], role: Role) -> None:
        last: ProposedPromise | None = None
        for row in self._rows(blocks):
            text = row.tekst or row.indicator
            if not text:
                continue
            if (
                last is not None
                and text[:1].islower()
                and not (row.code or row.waarde or row.jaren)
            ):
                last.tekst += f" {text}"  # the rest of a row that began on the page before
                continue
            if last is None or last.tekst != text:
                letter, target = self._target("activiteiten" if row.is_activiteit else role)
                last = ProposedPromise(self._code(row.code, letter), text, row.spot)
                target.append(last)
            self.collector.from_row(row, last, self.kop)

    def _rows(self, blocks: Sequence[Block]) -> Iterator[TableRow]:
        """Yield the rows of tables; one without a header goes on with that of the last."""
        jaren = self.collector.jaren
        for _, group in groupby(blocks, key=lambda one: one.table):
            rows = with_joined_header(list(group))
            header = read_header(rows[0].cells, jaren)
            if header is not None:
                self.header = header
            if header is None and (
                self.header is None or len(rows[0].cells) != len(self.header.columns)
            ):
                for row in rows:
                    text = " | ".join(cell for cell in row.cells if cell)
                    yield TableRow("", text, "", "", "", "", "", False, row.spot, "", {})
            elif self.header is not None:
                yield from read_rows(rows, self.header, jaren)

    def _code(self, mark: str, letter: str) -> str:
        code = code_of(mark, letter, next_number(letter, self.taken), self.taken)
        self.taken.append(code)
        return code

    def _target(self, role: Role) -> tuple[str, list[ProposedPromise]]:
        if role == "resultaten":
            return "R", self.part.resultaten
        return "A", self.part.activiteiten
