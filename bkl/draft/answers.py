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
from bkl.draft.phrases.sentences import sentences

MOST_PASSAGES = 3
_FIGURED = 2.4
"""How much more a sentence says that gives a figure of what was promised."""
_LEAST = 5.0
"""How much a passage must have in common with a promise, in words weighed by how rare they are."""
_SHORT = 60
"""Sentences: a shorter report says too little about how rare a word is."""
_SINGLE = 3.5
"""How rare a word must be that may be all that they have in common."""
_HEADING = 3.0
"""How much a word says that the promise shares with the heading above a passage."""
_WORD = re.compile(r"[a-zà-ÿ][a-zà-ÿ'-]{3,}")
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


def find_passages(
    questions: Sequence[Question], blocks: Sequence[Block]
) -> dict[str, list[Passage]]:
    """Return for each question the passages that may answer it, the likeliest first."""
    told = list(_sentences(blocks))
    places: dict[str, list[int]] = {}
    for place, one in enumerate(told):
        for stem in one.stems:
            places.setdefault(stem, []).append(place)
    often = max(8, len(told) // 12)
    rare = {
        stem: log(max(len(told), _SHORT) / len(at))
        for stem, at in places.items()
        if len(at) <= often
    }
    return {one.id: _answers(one, told, places, rare) for one in questions}


def _answers(
    question: Question,
    told: Sequence[_Sentence],
    places: Mapping[str, Sequence[int]],
    rare: Mapping[str, float],
) -> list[Passage]:
    stems = _stems(f"{question.text} {question.unit}")
    shared: dict[int, list[float]] = {}
    for stem in stems:
        for place in places[stem] if stem in rare else ():
            shared.setdefault(place, []).append(rare[stem])
    units, titles = _stems(question.unit), _stems(question.title) | stems
    scores = {
        place: _weighed(told[place], sum(weights), units, titles)
        for place, weights in shared.items()
        if len(weights) > 1 or weights[0] > _SINGLE or units & told[place].stems
    }
    best = sorted(scores, key=lambda place: (-scores[place], place))[:MOST_PASSAGES]
    least = max(_LEAST, 0.55 * scores[best[0]]) if best else 0.0
    return [told[place].passage for place in best if scores[place] >= least]


def _weighed(one: _Sentence, score: float, units: frozenset[str], titles: frozenset[str]) -> float:
    """Return the score with what else speaks for a sentence: a figure of the unit, the heading."""
    if units & one.stems and one.has_figure:
        score += _FIGURED
    return score + _HEADING * len(titles & one.around)


def _sentences(blocks: Sequence[Block]) -> Iterator[_Sentence]:
    kop = ""
    around: frozenset[str] = frozenset()
    for block in blocks:
        if block.kind == "kop":
            kop, around = block.text, _stems(block.text)
            continue
        text = " | ".join(cell for cell in block.cells if cell) if block.cells else block.text
        for sentence in sentences(text):
            low = sentence.text.lower()
            yield _Sentence(
                Passage(sentence.text, kop, block.spot),
                _stems(sentence.text),
                around,
                _FIGURE.search(low) is not None,
            )


def _stems(text: str) -> frozenset[str]:
    return frozenset(_each_stem(_WORD.findall(text.lower())))


def _each_stem(found: Iterable[str]) -> Iterator[str]:
    for word in found:
        if word in _COMMON:
            continue
        fitting = (end for end in _ENDINGS if word.endswith(end) and len(word) > len(end) + 3)
        stem = word.removesuffix(next(fitting, ""))
        yield stem[:-1] if len(stem) > 4 and stem[-1] == stem[-2] else stem
