"""Promises from blocks: which item is one, what belongs to it, and which figures it names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from bkl.domein.notatie.values.jaren import Planjaren
from bkl.draft.blocks import Block, Spot
from bkl.draft.phrases.context import LATER, WEAK, is_fact, is_goal
from bkl.draft.phrases.find import (
    find_article,
    find_done_by,
    find_frequency,
    find_phrases,
)
from bkl.draft.phrases.intentions import promises_something, promises_surely
from bkl.draft.phrases.names import name_for
from bkl.draft.phrases.spans import Found
from bkl.draft.plan import LeftOut, ProposedFigure, ProposedPromise
from bkl.draft.structure.codes import code_of
from bkl.draft.structure.measures import Measure, read_measure
from bkl.draft.structure.tables import TableRow
from bkl.wording.sentences import sentences

_IN_YEAR = re.compile(r"(?<!\w)(?:in|sinds|over|eind|begin|jaar)\s+(20\d\d)(?!\d)")
_YEARS = re.compile(r"(?<!\d)20\d\d(?!\d)")
IN_WORDS = "lijkt een toezegging zonder cijfer, en staat buiten de onderdelen"
IN_PROSE = "staat in lopende tekst: is dit een toezegging?"
JUDGED = "staat in lopende tekst, zonder cijfer: is dit een toezegging? Een mens beoordeelt die"


def next_number(letter: str, taken: Collection[str]) -> int:
    """Return the number behind the last one with this letter."""
    used = [int(code[1:]) for code in taken if code[:1] == letter and code[1:].isdigit()]
    return max(used, default=0) + 1


class Collector:
    """Makes promises for one plan, and remembers the figures that got no place."""

    def __init__(self, jaren: Planjaren) -> None:
        self.jaren = jaren
        self.left: list[LeftOut] = []

    def leave(self, texts: Iterable[tuple[str, Spot]], kop: str, why: str = "") -> int:
        """List every figure in texts that hold no promise; return how many texts there were."""
        count = 0
        for text, spot in texts:
            count += 1
            for sentence in sentences(text):
                found = find_phrases(sentence.text, self.jaren)
                for one in found:
                    self._leave(one, sentence.text, kop, spot, one.against or why)
                if not found and not why and self._is_promise(sentence.text, surely=True):
                    self.left.append(LeftOut(kop, spot, _shortened(sentence.text), IN_WORDS))
        return count

    def _is_fact(self, sentence: str) -> bool:
        """Tell whether running text says how things are, or were in a year before the plan."""
        years = [int(one) for one in _IN_YEAR.findall(sentence.lower())]
        if any(self.jaren.covers(year) for year in years):
            return False
        before = bool(years) and max(years) < self.jaren.eerste and not is_goal(sentence)
        return before or is_fact(sentence.lower())

    def _is_promise(self, sentence: str, *, surely: bool) -> bool:
        """Tell whether a sentence without a figure promises something, not for a year before."""
        years = [int(one) for one in _YEARS.findall(sentence)]
        if years and max(years) < self.jaren.eerste:
            return False
        return (promises_surely if surely else promises_something)(sentence)

    def running(
        self, sentence: str, spot: Spot, kop: str, *, beside: bool = False
    ) -> ProposedPromise | None:
        """Return the promise that a sentence of running text makes, if it does.

        `beside` tells that the text stands beside a list of promises: words alone then count
        only when they say when, or that something will be there.
        """
        trial = ProposedPromise("", sentence, spot)
        fact = self._is_fact(sentence)
        for found in find_phrases(sentence, self.jaren):
            if fact and found.against is None:
                self._leave(found, sentence, kop, spot, "zegt hoe het is, en belooft niets")
            elif LATER in found.doubts:
                self._leave(found, sentence, kop, spot, LATER)
            else:
                self._add(trial, found, sentence, spot, kop)
        if not (trial.figures or trial.los) and self._is_promise(sentence, surely=beside):
            self._without_figure(trial, sentence, spot, kop)
        return trial if trial.figures or trial.los else None

    def _without_figure(self, trial: ProposedPromise, sentence: str, spot: Spot, kop: str) -> None:
        """Take from a promise in words what it will make, else leave it for people to judge."""
        one = (
            find_done_by(sentence, self.jaren) or find_article(sentence) or find_frequency(sentence)
        )
        if one is not None:
            self._add(trial, one._replace(doubts=(IN_PROSE,)), sentence, spot, kop)
        else:
            trial.los.append(JUDGED)
            trial.in_woorden = True

    def figures(self, promise: ProposedPromise, text: str, spot: Spot, kop: str) -> None:
        """Add the figures that a text names to its promise."""
        for sentence in sentences(text):
            any_here = False
            for found in find_phrases(sentence.text, self.jaren, listed=True):
                any_here = self._add(promise, found, sentence.text, spot, kop) or any_here
            if any_here:
                continue
            one = (
                find_frequency(sentence.text)
                or find_done_by(sentence.text, self.jaren)
                or find_article(sentence.text, listed=True)
            )
            if one is not None:
                self._add(promise, one, sentence.text, spot, kop)

    def promises(self, text: str) -> bool:
        """Tell whether running text promises something, with a figure or surely in words."""
        return self.has_target(text) or any(
            self._is_promise(one.text, surely=True) for one in sentences(text)
        )

    def says_what_must_be(self, block: Block) -> bool:
        """Tell whether a target is an item of a list, or named with a bound or a year to come."""
        return block.kind != "alinea" or any(
            self.has_target(one.text)
            and (
                is_goal(one.text)
                or any(self.jaren.covers(int(year)) for year in _YEARS.findall(one.text))
            )
            for one in sentences(block.text)
        )

    def has_target(self, text: str) -> bool:
        """Tell whether a text names a figure that looks like a target."""
        return any(
            found.doel is not None and found.against is None and not found.doubts
            for sentence in sentences(text)
            if not self._is_fact(sentence.text)
            for found in find_phrases(sentence.text, self.jaren)
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
        basis, unit = row.basis.strip(), row.eenheid.strip()
        if row.jaren:
            self.measure(promise, Measure(about, "", row.jaren, basis, unit, row.spot))
        if value:
            self.measure(promise, Measure(about, value, {}, basis, unit, row.spot))
            if len(promise.figures) == before and not self._from_sentence(promise, value, row, kop):
                promise.los.append(f"`{value}` is niet als doel te lezen")
        if value or row.jaren:
            self.leave([(row.rest, row.spot)], kop, "staat in een andere kolom")
        else:
            for text in (row.tekst if before == 0 else "", row.indicator, row.rest):
                if text:
                    self.figures(promise, text, row.spot, kop)

    def measure(self, promise: ProposedPromise, one: Measure) -> bool:
        """Add a figure of which the value stands apart; tells whether it became one."""
        figure, notes = read_measure(one, [each.naam for each in promise.figures], self.jaren)
        promise.los += notes
        if figure is not None:
            promise.figures.append(figure)
        return figure is not None

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
                {},
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


def _shortened(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:157].rstrip()}…"


def _around(found: Found, text: str) -> str:
    """Return the figure, and the words around it."""
    if len(text) <= 140:
        return f"`{found.phrase}` in: {text}"
    start, end = max(0, found.start - 50), min(len(text), found.end + 60)
    around = f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"
    return f"`{found.phrase}` in: {around}"
