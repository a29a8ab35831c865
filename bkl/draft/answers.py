"""Passages of a report that may answer a promise: the same nouns, near the same heading.

Nothing is concluded from them. A passage is a sentence as it stands; whether it is about the
same thing, and which figure counts, a reader decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

from bkl.domein.notatie.values.lazy import words
from bkl.draft.blocks import Block, Spot
from bkl.wording.sentences import sentences

MOST_PASSAGES = 3
_FIGURED = 2.4
"""How much more a sentence says that gives a figure of what was promised."""
_LEAST = 5.0
"""How much a passage must have in common with a promise, in words weighed by how rare they are."""
_SHORT = 60
"""Sentences: a shorter report says too little about how rare a word is."""
_SINGLE = 3.5
"""How rare a word must be that may be all that they have in common."""
_HEADING = 1.2
"""How much a word says that the promise shares with the heading above a passage."""
_TITLE = 1.5
"""How much more it says when it stands in the title of the speerpunt."""
_NAMED = 2.5
"""How rare the words in a heading must be that may be all that they have in common."""
_WORD = re.compile(r"[a-zà-ÿ][a-zà-ÿ'-]{3,}")
_ACRONYM = re.compile(r"(?<!\w)[A-Z]{2,4}(?!\w)")
_FIGURE = re.compile(
    r"\d|(?<!\w)(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|tientallen|honderden)(?!\w)"
)
_ENDINGS = ("heden", "ingen", "eren", "en", "er", "es", "s", "e", "n")
_COMMON = words(
    "wordt worden werden zijn hebben heeft onze over voor door naar deze daar daarbij waarbij "
    "samen meer minder nieuwe andere binnen tussen tijdens vanuit eigen goed goede veel alle "
    "ieder iedere elke jaar jaren organiseren uitvoeren realiseren maken geven houden bieden "
    "doen gaan komen staan willen kunnen minimaal minstens tenminste ongeveer circa aantal "
    "eind wijze zoals onder rond rondom gericht waar niet helpen krijgen kregen werd waren"
)


class Question(NamedTuple):
    """A promise without an answer: its id, what it says, what it counts, and where it stands."""

    id: str
    text: str
    unit: str
    title: str


class Passage(NamedTuple):
    """A sentence that may answer; `kop` is the heading above it."""

    text: str
    kop: str
    spot: Spot


class _Sentence(NamedTuple):
    passage: Passage
    stems: frozenset[str]
    around: frozenset[str]
    has_figure: bool
    heading: int


def find_passages(
    questions: Sequence[Question], blocks: Sequence[Block]
) -> dict[str, list[Passage]]:
    """Return for each question the passages that may answer it, the likeliest first."""
    told = list(_sentences(blocks))
    places: dict[str, list[int]] = {}
    for place, one in enumerate(told):
        for stem in one.stems:
            places.setdefault(stem, []).append(place)
    headings: dict[str, set[int]] = {}
    below: dict[int, list[int]] = {}
    for place, one in enumerate(told):
        below.setdefault(one.heading, []).append(place)
        for stem in one.around:
            headings.setdefault(stem, set()).add(one.heading)
    telling = {
        stem: (log(1 + len(below) / len(at)), [place for one in at for place in below[one]])
        for stem, at in headings.items()
        if len(at) <= max(3, len(below) // 8)
    }
    often = max(8, len(told) // 12)
    rare = {
        stem: log(max(len(told), _SHORT) / len(at))
        for stem, at in places.items()
        if len(at) <= often
    }
    return {one.id: _answers(one, told, places, rare, telling) for one in questions}


def _answers(
    question: Question,
    told: Sequence[_Sentence],
    places: Mapping[str, Sequence[int]],
    rare: Mapping[str, float],
    telling: Mapping[str, tuple[float, Sequence[int]]],
) -> list[Passage]:
    stems = _stems(f"{question.text} {question.unit}")
    shared: dict[int, list[float]] = {}
    for stem in stems:
        for place in places[stem] if stem in rare else ():
            shared.setdefault(place, []).append(rare[stem])
    units, titles = _stems(question.unit), _stems(question.title)
    named: dict[int, float] = {}
    for stem in titles | stems:
        weight, at = telling.get(stem, (0.0, ()))
        for place in at:
            named[place] = named.get(place, 0.0) + (_TITLE if stem in titles else 1.0) * weight
    scores = {
        place: _weighed(told[place], sum(shared.get(place, ())), units)
        + _HEADING * named.get(place, 0.0)
        for place in {*shared, *named}
        if _is_candidate(shared.get(place, ()), named.get(place, 0.0), units & told[place].stems)
    }
    best: list[int] = []
    seen: set[int] = set()
    for place in sorted(scores, key=lambda place: (-scores[place], place)):
        # the rest below the same heading is what a reader meets there anyway
        if told[place].heading not in seen:
            seen.add(told[place].heading)
            best.append(place)
        if len(best) == MOST_PASSAGES:
            break
    least = max(_LEAST, 0.55 * scores[best[0]]) if best else 0.0
    return [told[place].passage for place in best if scores[place] >= least]


def _is_candidate(weights: Sequence[float], named: float, units: frozenset[str]) -> bool:
    """Tell whether a sentence has enough in common: words, one rare word, or its heading."""
    alone = len(weights) == 1 and (weights[0] > _SINGLE or bool(units))
    return len(weights) > 1 or alone or named > _NAMED


def _weighed(one: _Sentence, score: float, units: frozenset[str]) -> float:
    """Return the score with what else speaks for a sentence: a figure of the unit."""
    return score + _FIGURED if units & one.stems and one.has_figure else score


def _sentences(blocks: Sequence[Block]) -> Iterator[_Sentence]:
    kop, number = "", 0
    around: frozenset[str] = frozenset()
    for block in blocks:
        if block.kind == "kop":
            kop, around, number = block.text, _stems(block.text), number + 1
            continue
        text = " | ".join(cell for cell in block.cells if cell) if block.cells else block.text
        for sentence in sentences(text):
            low = sentence.text.lower()
            yield _Sentence(
                Passage(sentence.text, kop, block.spot),
                _stems(sentence.text),
                around,
                _FIGURE.search(low) is not None,
                number,
            )


def _stems(text: str) -> frozenset[str]:
    low = text.replace("-", "").lower()
    return frozenset((*_each_stem(_WORD.findall(low)), *map(str.lower, _ACRONYM.findall(text))))


def _each_stem(found: Iterable[str]) -> Iterator[str]:
    for word in found:
        if word in _COMMON:
            continue
        fitting = (end for end in _ENDINGS if word.endswith(end) and len(word) > len(end) + 3)
        stem = word.removesuffix(next(fitting, ""))
        yield stem[:-1] if len(stem) > 4 and stem[-1] == stem[-2] else stem
