"""The running texts of a jaarverslag, and the figures that stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bkl.diagnostics.position import Place, Route
from bkl.domein.dossier.structure.sections import sections_of
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.notatie.meaning.waarde import read_waarde
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.values.telwoord import find_word
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.records import NamedTuple, dataclass

if TYPE_CHECKING:
    from bkl.rules.engine.case import Case

# its first digit comes first, and what must not stand before that second: that is faster
_DIGITS = Lazy(r"[0-9](?<![\w.,/-].)(?:[0-9]{0,2}(?:\.[0-9]{3})+|[0-9]*)(?![.,]?\w)")
_QUALIFIER = Lazy(
    r"(?<!\w)(?:ten minste|tenminste|minstens|minimaal|meer dan|minder dan|ruim|bijna|ca\.|circa"
    r"|ongeveer|zo['’]n|maximaal|hoogstens|precies)\s+$"
)
_WORD = r"([^\W\d_][\w'’-]*)"
_WORDS = Lazy(rf"\s+{_WORD}(?:\s+{_WORD})?(?:\s+{_WORD})?")
_SENTENCE_END = Lazy(r"[.!?:](?=\s)|\n\s*\n")
_YEAR = Lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OTHER_TIME = Lazy(r"(?<!\w)(?:volgend|vorig|komend)e? jaar(?!\w)")
_VERSCHIL = Lazy(
    r"(?<!\w)(?:niet|geen|minder|meer|extra|te weinig|te veel|tekort|ontbr\w+|verv[ai]e?l\w*"
    r"|afge(?:last|zegd)\w*|uitgesteld\w*|schoven|doorgeschoven|schrapt\w*|geschrapt)(?!\w)"
)


class Verhaaltekst(NamedTuple):
    """A text in Markdown: where it stands, and the speerpunt it is about (None: of all)."""

    route: Route
    text: str
    speerpunt: str | None


class Getal(NamedTuple):
    """A number in a text with the nouns behind it that may be its unit.

    `units` are (unit, end), the longest first: two or three words together, the noun past an
    adjective, and the word right behind the number.
    `is_verschil` tells that the sentence is about what did not happen, or happened besides.
    """

    start: int
    interval: Interval
    units: tuple[tuple[str, int], ...]
    is_verschil: bool


def stories(verslag: Jaarverslag) -> Iterator[Verhaaltekst]:
    """Yield the stories of the speerpunten and the chapters."""
    for sleutel, verhaal in verslag.speerpunten.items():
        if verhaal.verhaal is not None:
            route: Route = ("speerpunten", sleutel, "verhaal")
            yield Verhaaltekst(route, verhaal.verhaal, sleutel)
    for sleutel, hoofdstuk in verslag.hoofdstukken.items():
        yield Verhaaltekst(("hoofdstukken", sleutel, "tekst"), hoofdstuk.tekst, None)


def texts_in_markdown(case: Case) -> Iterator[tuple[str, Place]]:
    """Yield every text in Markdown with its place: the descriptions of the plan and the stories."""
    for sectie, speerpunten in sections_of(case.dossier.werkplan).items():
        for code, speerpunt in speerpunten.items():
            if speerpunt.omschrijving:
                yield speerpunt.omschrijving, case.in_werkplan((sectie, code, "omschrijving"))
    if case.dossier.jaarverslag is not None:
        for story in stories(case.jaarverslag):
            yield story.text, case.in_jaarverslag(story.route)


def numbers(text: str, jaar: int) -> Iterator[Getal]:
    """Yield the numbers in a text that are followed by a noun, in sentences about `jaar`.

    A year is no number, nor is `een`: it is an article too. A sentence that names another
    year is about that year.
    """
    low = text.lower()
    if len(low) != len(text):
        return
    spots = _spots(low)
    if not spots:
        return
    sentences = _sentences(low)
    sentence = next(sentences)
    for start, end in spots:
        while start >= sentence.end:
            sentence = next(sentences)
        if _YEAR.fullmatch(low, start, end) or not sentence.is_about(jaar):
            continue
        words = _WORDS.match(low, end)
        before = _QUALIFIER.search(low, max(0, start - 14), start)
        first = before.start() if before else start
        interval = _interval(low[first:end]) if words else None
        if words is not None and interval is not None:
            yield Getal(first, interval, tuple(_units(words)), sentence.is_verschil)


def _spots(low: str) -> list[tuple[int, int]]:
    spots = [found.span() for found in _DIGITS.finditer(low)]
    word = find_word(low, 0)
    while word is not None:
        spots.append(word.span())
        word = find_word(low, word.end())
    return sorted(spots)


def _units(words: re.Match[str]) -> Iterator[tuple[str, int]]:
    first, second, third = words.groups()
    if third:
        yield f"{first} {second} {third}", words.end(3)
    if second:
        yield f"{first} {second}", words.end(2)
        if first.endswith("e") or first == "extra":
            yield second, words.end(2)
    yield first, words.end(1)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What one sentence says of the figures in it; `end` is where the next one begins."""

    end: int
    years: frozenset[int]
    other_time: bool
    is_verschil: bool

    def is_about(self, jaar: int) -> bool:
        return not self.other_time and self.years <= {jaar}


def _sentences(low: str) -> Iterator[_Sentence]:
    start = 0
    for end in (*(found.end() for found in _SENTENCE_END.finditer(low)), len(low) + 1):
        text = low[start:end]
        years = frozenset(map(int, _YEAR.findall(text)))
        other = _OTHER_TIME.search(text) is not None
        yield _Sentence(end, years, other, _VERSCHIL.search(text) is not None)
        start = end


def _interval(phrase: str) -> Interval | None:
    try:
        return read_waarde(phrase).interval
    except Onleesbaar:
        return None
