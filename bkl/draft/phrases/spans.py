"""One figure in a sentence: the longest literal span around it that reads as a doel."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.reading.nouns import noun_group
from bkl.domein.notatie.reading.scales import SCHAAL
from bkl.domein.notatie.values.jaren import Planjaren
from bkl.domein.notatie.vocabulary.qualifiers import AANDUIDING
from bkl.domein.woorden import Richting
from bkl.draft.phrases.context import (
    BRACKETS,
    LATER,
    direction_of,
    doubt_about,
    is_relative,
    reason_against,
)
from bkl.draft.phrases.doelen import NOUNISH, reads
from bkl.draft.phrases.masks import FigureSpot

_JOINED = re.compile(
    r"\s*[%‰]?(?:\s*[-–—]\s*"
    r"|\s+(?:tot\s+en\s+met|t/m|tot|à|a|en|van|op|naar)(?:\s+(?:de|het|alle|elke))?\s+)"
)
_STOPS = re.compile(
    r"[;:()\[\]!?]|\.(?=\s|$)|\s[–—-]\s|,(?=\s+(?:waarvan|waaronder|die|dat|zodat|om|waarbij|zoals|met|en)(?!\w))"
)
_TRAILING = re.compile(
    r"[\s,;:.(–—-]+$|\s+(?:en|of|met|van|voor|in|op|te|aan|bij|door|naar|tot|die|dat|om|waarvan)$",
    re.I,
)
_AFTER_AND = re.compile(r"\s+(?:en|of)\s+(?P<word>[^\s,.;\d][^\s,.;]*)")
_BRACKETED = re.compile(r"\s*\([^()\d]{2,30}\)\s+(?=[a-zà-ÿ])")
_NOUN_BEFORE = re.compile(r"(?P<noun>[^\W\d_][\w'’-]{3,})\s*[:(]?\s*$")
_COUNT_OF = re.compile(r"(?<!\w)aantal\s+(?P<words>[^,;:.()]{3,120})$", re.IGNORECASE)
_WITHIN = re.compile(
    r"binnen\s+\S+\s+(?:uur|uren|dag|dagen|werkdag|werkdagen|week|weken|maand|maanden|jaar)(?!\w)"
)
_MARKED = re.compile(r"(?<!\w)(?:waardering|rapportcijfer|cijfer|score|tevredenheid)(?!\w)")
_A_MARK = re.compile(r"(?:gemiddeld\s+)?(?:minimaal\s+|minstens\s+)?[1-9],\d{1,2}(?!\d)")
_PER = re.compile(r"(?<!\w)per\s+(?:uur|dag|week|maand|kwartaal|jaar|keer)(?!\w)")
_WORD_START = re.compile(r"(?<!\w)\S")
_BEFORE = re.compile(
    r"(?<!\w)(?:alle|gemiddelde?|een|'n|(?:een\s+)?(?:daling|stijging|groei|toename)\s+tot)\s+$"
)
_SCHOOL_MARK = re.compile(
    r"(?:10|[1-9])(?:,\d{1,2})?(?!\d|,|\.\d|\s*[%€]|\s+[a-zà-ÿ]+(?:en|s)(?!\w))"
)
_LABELLED = re.compile(r"[A-ZÀ-Ý][^:.]{2,60}:\s*")
_LATER_YEAR = re.compile(
    r"(?:(?<=in\s)|(?<=eind\s)|(?<=per\s)|(?<=vanaf\s))20[0-4]\d(?!\d)|(?<![\d.,/])20[0-4]\d(?![\d.,]\d|\d|\s+[a-z]{4,}en)"
)
_VAN_NAAR = re.compile(r"(?<!\w)van\s+(?:de\s+|ca\.\s+|ongeveer\s+)?$")


_ENGLISH = re.compile(r"(?:or|of|and|the|to|in|by)\s+(?:higher|more|lower|less|the)(?!\w)", re.I)


class Found(NamedTuple):
    """A phrase: `start` to `end` in its sentence, with the unit where that stands elsewhere.

    `against` says why it is no target after all, `doubts` what a reader must look at.
    """

    phrase: str
    start: int
    end: int
    doel: Doel | None
    eenheid: str | None = None
    richting: Richting | None = None
    against: str | None = None
    doubts: tuple[str, ...] = ()


class SpanReader:
    """One figure in a sentence, and what can be read around it."""

    def __init__(
        self,
        texts: tuple[str, str],
        figure: FigureSpot,
        following: Sequence[int],
        jaren: Planjaren | None,
        *,
        listed: bool,
    ) -> None:
        self.sentence, self.low = texts
        self.figure, self.following = figure, following
        self.jaren, self.listed = jaren, listed

    def read(self) -> Found | None:
        """Return what can be read around the figure, None when nothing is worth telling."""
        begin = self._begin()
        for start in dict.fromkeys((self._change_start(begin), begin, self.figure.start)):
            if start is None:
                continue
            for limit in self._limits():
                if limit <= self.figure.start:
                    continue
                span = self._longest(start, limit)
                if span is not None:
                    return self._judge(*span)
        return self._unread(begin)

    def _begin(self) -> int:
        """Return where the words before the number begin that say how it is meant."""
        begin = self.figure.start
        for _ in range(4):
            before = self._word_before(begin)
            if before is None:
                break
            begin = before
        return begin

    def _word_before(self, begin: int) -> int | None:
        """Return where a word of a phrase begins that ends right before `begin`."""
        low, window = self.low, max(0, begin - 48)
        for found in _WORD_START.finditer(low, window, begin):
            start = found.start()
            led = AANDUIDING.match(low, start)
            if led and led.end() == begin and not led[0].startswith("van"):
                return start
            scale = SCHAAL.match(low, start)
            if scale and scale.end() == begin:
                return start
        if (mark := _BEFORE.search(low, window, begin)) and mark.end() == begin:
            is_article = mark[0].strip() in ("een", "'n")
            if not is_article or _SCHOOL_MARK.match(low, begin):
                return mark.start()
        return None

    def _change_start(self, begin: int) -> int | None:
        led = _VAN_NAAR.search(self.low[:begin])
        goes_on = " naar " in self.low[self.figure.end : self.figure.end + 80]
        return led.start() if led and goes_on else None

    def _limits(self) -> Iterator[int]:
        """Yield places where the phrase may end, the furthest first."""
        end = self.figure.end
        if skipped := _BRACKETED.match(self.low, end):
            end = skipped.end()
        stop = _STOPS.search(self.low, end)
        last = stop.start() if stop else len(self.low)
        own = [start for start in self.following if start < last]
        for count in (2, 1, 0):
            if count and (len(own) < count or not self._may_join(own[count - 1])):
                continue
            yield own[count] if count < len(own) else last

    def _may_join(self, next_figure: int) -> bool:
        between = self.low[self.figure.end : next_figure]
        return bool(
            _JOINED.fullmatch(between)
            or " naar " in f"{between} "
            or re.search(r"(?<!\w)(?:binnen|op\s+de|van\s+de|tot|per|en)\s+(?:de\s+)?$", between)
        )

    def _longest(self, start: int, limit: int) -> tuple[int, int, Doel] | None:
        """Return the longest span from `start` that reads, cut behind its unit."""
        end = limit
        for _ in range(24):
            end = self._trimmed(start, end)
            if end <= self.figure.start:
                return None
            doel = reads(self.sentence[start:end], self.jaren)
            if doel is not None and doel.soort not in ("gereed", "kwalitatief", "niet toetsbaar"):
                return start, self._cut_tail(start, end, doel), doel
            shorter = self.low.rfind(" ", self.figure.start, end)
            if shorter <= self.figure.start or shorter < self.figure.end:
                return None
            end = shorter
        return None

    def _trimmed(self, start: int, end: int) -> int:
        while (found := _TRAILING.search(self.low[start:end])) and found.start() > 0:
            end = start + found.start()
        return end

    def _cut_tail(self, start: int, end: int, doel: Doel) -> int:
        span = self.sentence[start:end]
        tail = doel.delen.staart
        low_span = span.lower()
        if doel.delen.voorwaarde is not None:
            return end
        if lasting := _WITHIN.match(self.low, start, end):
            return lasting.end()
        if often := _PER.search(self.low, self.figure.end, end):
            return often.end()
        if tail and not low_span.endswith(("of meer", "of minder", "of hoger", "of lager")):
            first = tail.split()[0]
            at = (
                low_span.rfind(tail.lower())
                if tail.lower() in low_span
                else low_span.find(f" {first.lower()}", self.figure.end - start)
            )
            if at > 0 and not tail.lower().startswith("en/of"):
                end = self._trimmed(start, start + at)
            elif tail.lower().startswith("en/of"):
                words = span[at:].split()
                return start + at + len(" ".join(words[:2]))
        joined = _AFTER_AND.search(self.low[start:end], self.figure.end - start)
        if (
            joined
            and not NOUNISH.search(joined["word"])
            and joined.start() > self.figure.end - start
        ):
            return self._trimmed(start, start + joined.start())
        return end

    def _judge(self, start: int, end: int, before: Doel) -> Found | None:
        phrase = self.sentence[start:end]
        doel = reads(phrase, self.jaren) or before
        low = self.low
        against = self._against(start, end)
        if doel.eenheid and _ENGLISH.match(doel.eenheid):
            against = against or "is niet als doel te lezen"
        doubts = [doubt] if (doubt := doubt_about(low, start, listed=self.listed)) else []
        eenheid = None
        if is_relative(low, start) and doel.soort != "verandering":
            return Found(
                phrase,
                start,
                end,
                None,
                against=against,
                doubts=("is een verschil: vul een nulmeting in",),
            )
        if self._is_later(start, end, doel):
            doubts.insert(0, LATER)
        if doel.delen.relatief:
            doubts.append("is een verschil met de nulmeting")
        if doel.eenheid is None and doel.per is None:
            eenheid = self._unit_before(start)
            bare = eenheid is None and doel.delen.schaal is None and doel.soort != "verandering"
            labelled = _LABELLED.fullmatch(self.sentence[:start]) is not None
            marked = _A_MARK.fullmatch(phrase.lower()) and _MARKED.search(low)
            if bare and marked:
                doubts.append("is dit een rapportcijfer? Zet er dan `schaal: cijfer` bij")
            elif bare and labelled and not self.low[end:].strip(" ."):
                doubts.append("noemt geen eenheid")
            elif bare:
                against = against or "noemt niet wat er wordt geteld"
        richting: Richting | None = None
        if doel.soort == "minimum" and direction_of(low, start) == "lager":
            richting = "lager"
        return Found(phrase, start, end, doel, eenheid, richting, against, tuple(doubts))

    def _against(self, start: int, end: int) -> str | None:
        spot = (start, self.figure.end, end)
        return reason_against(self.low, spot, self.jaren, listed=self.listed)

    def _unit_before(self, start: int) -> str | None:
        """Return the noun in `Inspiratiesessies (minimaal 2)` or `Aantal deelnemers: 40`."""
        before = self.sentence[:start]
        counted = _COUNT_OF.search(before)
        if counted and not re.search(r"[.;]", counted[0]):
            unit, _ = noun_group(counted["words"].split())
            if unit and NOUNISH.search(unit.lower()):
                return unit
        if not before.rstrip().endswith(("(", ":")):
            return None
        found = _NOUN_BEFORE.search(before)
        if found and found["noun"].lower().endswith(("en", "s", "ën")):
            return found["noun"]
        return None

    def _is_later(self, start: int, end: int, doel: Doel) -> bool:
        """Tell whether the figure is to be reached in a year after that of the plan."""
        if self.jaren is None:
            return False
        last = self.jaren.eind.year
        term = doel.delen.termijn
        if term is not None and term.jaar is not None:
            return term.jaar > last
        around = BRACKETS.sub(" ", f"{self.low[:start]} {self.low[end:]}")
        years = [int(one) for one in _LATER_YEAR.findall(around)]
        return bool(years) and min(years) > last

    def _unread(self, begin: int) -> Found | None:
        """Return a figure that the notation does not read, so that it can be listed."""
        end = self.figure.end
        words = re.match(r"\s*[%€]?(?:\s+[^\s.,;:()]+){0,3}", self.sentence[end:])
        end += words.end() if words else 0
        phrase = self.sentence[begin:end].strip()
        against = self._against(begin, end)
        return Found(phrase, begin, end, None, against=against or "is niet als doel te lezen")
