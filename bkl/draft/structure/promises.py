"""Promises from blocks: which item is one, what belongs to it, and which figures it names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from bkl.draft.blocks import Block, Spot
from bkl.draft.phrases.context import WEAK, is_fact
from bkl.draft.phrases.doelen import reads_as_doel, unit_of_indicator
from bkl.draft.phrases.find import (
    find_article,
    find_done_by,
    find_frequency,
    find_phrases,
)
from bkl.draft.phrases.names import name_for
from bkl.draft.phrases.sentences import sentences
from bkl.draft.phrases.spans import Found
from bkl.draft.plan import LeftOut, ProposedFigure, ProposedPromise
from bkl.draft.structure.codes import code_of
from bkl.draft.structure.tables import TableRow

_DONE_BY = re.compile(
    r"(?<!\w)(?:eind|uiterlijk|vóór|voor|per|in)\s[^.]*20\d\d[^.]*(?<!\w)"
    r"(?:gereed|klaar|beschikbaar|vastgesteld|geopend|gepubliceerd|opgeleverd)(?!\w)"
)
"""Running text that says by when something will be there."""


def next_number(letter: str, taken: Collection[str]) -> int:
    """Return the number behind the last one with this letter."""
    used = [int(code[1:]) for code in taken if code[:1] == letter and code[1:].isdigit()]
    return max(used, default=0) + 1


class Collector:
    """Makes promises for one plan, and remembers the figures that got no place."""

    def __init__(self, jaar: int) -> None:
        self.jaar = jaar
        self.left: list[LeftOut] = []

    def leave(self, texts: Iterable[tuple[str, Spot]], kop: str, why: str = "") -> int:
        """List every figure in texts that hold no promise; return how many texts there were."""
        count = 0
        for text, spot in texts:
            count += 1
            for sentence in sentences(text):
                for found in find_phrases(sentence.text, self.jaar):
                    self._leave(found, sentence.text, kop, spot, found.against or why)
        return count

    def running(self, sentence: str, spot: Spot, kop: str) -> ProposedPromise | None:
        """Return the promise that a sentence of running text makes by a figure, if it does."""
        trial = ProposedPromise("", sentence, spot)
        fact = is_fact(sentence.lower())
        for found in find_phrases(sentence, self.jaar):
            if fact and found.against is None:
                self._leave(found, sentence, kop, spot, "zegt hoe het is, en belooft niets")
            else:
                self._add(trial, found, sentence, spot, kop)
        if not trial.figures and _DONE_BY.search(sentence.lower()):
            one = find_article(sentence)
            if one is not None:
                self._add(trial, one, sentence, spot, kop)
        return trial if trial.figures or trial.los else None

    def figures(self, promise: ProposedPromise, text: str, spot: Spot, kop: str) -> None:
        """Add the figures that a text names to its promise."""
        for sentence in sentences(text):
            any_here = False
            for found in find_phrases(sentence.text, self.jaar, listed=True):
                any_here = self._add(promise, found, sentence.text, spot, kop) or any_here
            if any_here:
                continue
            one = (
                find_frequency(sentence.text)
                or find_done_by(sentence.text, self.jaar)
                or find_article(sentence.text)
            )
            if one is not None:
                self._add(promise, one, sentence.text, spot, kop)

    def has_target(self, text: str) -> bool:
        """Tell whether a text names a figure that looks like a target."""
        return any(
            found.doel is not None and found.against is None and not found.doubts
            for sentence in sentences(text)
            if not is_fact(sentence.text.lower())
            for found in find_phrases(sentence.text, self.jaar)
        )

    def promise(
        self, block: Block, extra: Sequence[Block], letter: str, taken: list[str], kop: str
    ) -> ProposedPromise:
        """Return the promise of an item, with what stands below it."""
        number = next_number(letter, taken)
        code = code_of(block.mark, letter, number, taken)
        taken.append(code)
        texts = [block.text, *(one.text for one in extra)]
        promise = ProposedPromise(code, " ".join(texts), block.spot)
        for one in (block, *extra):
            self.figures(promise, one.text, one.spot, kop)
        return promise

    def from_row(self, row: TableRow, promise: ProposedPromise, kop: str) -> None:
        """Add the figure of a row of a table to its promise."""
        before = len(promise.figures)
        value = row.waarde.strip()
        about = row.indicator or row.tekst
        if value:
            self.measure(promise, about, value, row.basis.strip(), row.eenheid.strip(), row.spot)
            if len(promise.figures) == before and not self._from_sentence(promise, value, row, kop):
                promise.los.append(f"`{value}` is niet als doel te lezen")
        else:
            for text in (row.tekst if before == 0 else "", row.indicator, row.rest):
                if text:
                    self.figures(promise, text, row.spot, kop)

    def measure(
        self, promise: ProposedPromise, about: str, value: str, basis: str, unit: str, spot: Spot
    ) -> bool:
        """Add a figure of which the value stands apart from what it counts."""
        phrase = " ".join(value.split())
        doel = reads_as_doel(phrase, self.jaar)
        if doel is None:
            return False
        eenheid = None
        if (
            doel.eenheid is None
            and doel.per is None
            and doel.soort not in ("gereed", "niet toetsbaar")
        ):
            eenheid = unit or unit_of_indicator(about)
        taken = [one.naam for one in promise.figures]
        nulmeting = basis if basis and reads_as_doel(basis) and doel.nulmeting is None else None
        nakijken = (
            () if doel.eenheid or eenheid or doel.soort == "gereed" else ("noemt geen eenheid",)
        )
        name = name_for(eenheid or doel.eenheid, about, taken)
        figure = ProposedFigure(
            name,
            phrase,
            f"{about}: {phrase}",
            spot,
            about or None,
            eenheid,
            nulmeting,
            None,
            nakijken,
        )
        promise.figures.append(figure)
        return True

    def _from_sentence(self, promise: ProposedPromise, value: str, row: TableRow, kop: str) -> bool:
        before = len(promise.figures)
        for line in value.split("\n"):
            self.figures(promise, line, row.spot, kop)
        return len(promise.figures) > before

    def _add(self, promise: ProposedPromise, found: Found, text: str, spot: Spot, kop: str) -> bool:
        """Add a figure to a promise; tells whether it became one, or a note for the reader."""
        if found.against is not None:
            self._leave(found, text, kop, spot, found.against)
            return False
        if found.doel is None or (found.doubts and found.doubts[0] in WEAK):
            promise.los.append(f"`{found.phrase}` {', '.join(found.doubts)}")
            return True
        if any(
            one.doel.lower() == found.phrase.lower() and one.eenheid == found.eenheid
            for one in promise.figures
        ):
            return True
        unit = found.eenheid or found.doel.eenheid
        name = name_for(unit, text, [one.naam for one in promise.figures])
        promise.figures.append(
            ProposedFigure(
                name,
                found.phrase,
                text,
                spot,
                None,
                found.eenheid,
                None,
                found.richting,
                found.doubts,
            )
        )
        return True

    def _leave(self, found: Found, text: str, kop: str, spot: Spot, why: str) -> None:
        self.left.append(
            LeftOut(kop, spot, _around(found, text), why or "staat niet bij een toezegging")
        )


def _around(found: Found, text: str) -> str:
    """Return the figure, and the words around it."""
    if len(text) <= 140:
        return f"`{found.phrase}` in: {text}"
    start, end = max(0, found.start - 50), min(len(text), found.end + 60)
    around = f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"
    return f"`{found.phrase}` in: {around}"
