"""The figures in a sentence, once what is surely no quantity is masked: years, dates, articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bkl.domein.notatie.reading.never import mask_never
from bkl.domein.notatie.reading.peel import Peel
from bkl.domein.notatie.values import telwoord

_DIGITS = re.compile(
    r"(?<![\w.,/§#@-])(?:€\s?|[<>≥≤]=?\s?)?\d+(?:[.,]\d+)*(?:[.,]-)?(?![\w.]*@)(?:\s?[km](?!\w))?"
)
_SHARES = re.compile(
    r"(?<!\w)(?:de\s+helft|driekwart|een\s+(?:derde|kwart|vijfde)|twee\s?derde)(?=\s+van)"
    r"|(?<=minste\s)(?:de\s+helft|driekwart|een\s+(?:derde|kwart))(?!\w)"
    r"|(?<=minimaal\s)(?:de\s+helft|driekwart|een\s+(?:derde|kwart))(?!\w)"
    r"|(?<=minstens\s)(?:de\s+helft|driekwart|een\s+(?:derde|kwart))(?!\w)"
    r"|(?:(?<=binnen\s)|(?<=maximaal\s)|(?<=hoogstens\s)|(?<=dan\s))een\s+(?=(?:uur|dag|week|maand|jaar)(?!\w))"
    r"|(?<!\w)een\s+[a-z]+tal(?!\w)(?<!aantal)"
)
_YEAR = re.compile(r"(?<![\w.,€/])(?:19|20)\d\d(?![\w%]|[.,]\d|\s*[%€])")
_YEAR_LEAD = re.compile(
    r"(?<!\w)(?:in|eind|einde|begin|medio|sinds|vanaf|tot|per|voor|vóór|na|jaar|van|over|uit|en|t/m|jaren"
    r"|periode|of|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    r"|december|kwartaal|halfjaar|q[1-4]|najaar|voorjaar|zomer|werkplan|jaarplan|begroting|dan"
    r"|tot en met|agenda|visie|[-–/])\s*$"
)
_COUNTED = re.compile(r"\s+(?:[a-zà-ÿ]+e\s+)?[a-zà-ÿ-]{4,}(?:en|s|'s)(?!\w)")
_RANGE_OF_YEARS = re.compile(r"\s*[-–/]\s*(?:19|20)?\d\d(?!\w)")
_FORBIDDEN = re.compile(
    r"(?<![\w.,])1,5\s*(?:m|meter)(?!\w)|(?<!\w)24\s*/\s*7|(?<!\w)\d+-meting|(?<!\w)\d+[-–]op[-–]\d+"
    r"|(?<!\w)(?:covid|sars|web|iso|nen|en|html|windows|office|a|b|c|r|wcag|agenda)[\s-]?\d+(?:[.:]\d+)*"
    r"|(?<!\w)\d{2,4}[\s-]\d{6,8}(?!\d)|(?<!\w)(?:zie|cf\.)\s+\d+(?:\.\d+)*|(?<!\w)p(?:ag)?\.\s*\d+"
    r"|(?<!\w)(?:blz|bladzijde|pagina|figuur|bijlage|paragraaf|hoofdstuk|tabel|noot)\.?\s+\d+(?:\.\d+)*"
    r"|(?<!\w)\d+(?:\.\d+){2,}|(?<!\w)t\d(?!\w)|\b\d+\s*(?:e|ste|de)-?lijns?\w*"
    r"|(?<!\w)(?:groep|klas|leerjaar|fase|ronde|blok|deel|cohort|niveau|trede|route)\s+\d+"
    r"(?:\s*(?:en|t/m|tot en met|-|–)\s*\d+)?"
    r"|(?<!\w)(?:één|een)\s+op\s+(?:één|een)(?!\w)|(?<!\w)\d+\s*[x×]\s*\d+(?!\w)"
)


_IN_A_NAME = re.compile(
    r"(?<=\w\s)(?:Een|Twee|Drie|Vier|Vijf|Zes|Zeven|Acht|Negen|Tien|Twaalf)(?=\s+[A-ZÀ-Ý][a-z])"
)
"""A number in a name: `De Vier Poorten`."""


class FigureSpot(NamedTuple):
    """Where the digits or words of one number stand."""

    start: int
    end: int


def masked_sentence(text: str, low: str) -> str:
    """Return the sentence in lower case with what is surely no quantity masked by `x`."""
    masked = low
    for pattern, where in ((_FORBIDDEN, low), (_IN_A_NAME, text)):
        for found in pattern.finditer(where):
            start, end = found.span()
            masked = masked[:start] + "x" * (end - start) + masked[end:]
    peel = Peel(text, masked)
    mask_never(peel)
    masked = peel.low
    for found in _YEAR.finditer(masked):
        led = _YEAR_LEAD.search(masked, max(0, found.start() - 24), found.start())
        counted = _COUNTED.match(masked, found.end())
        if led or not counted or _RANGE_OF_YEARS.match(masked, found.end()):
            end = found.end()
            if around := _RANGE_OF_YEARS.match(masked, end):
                end = around.end()
            if led and counted and _naar(masked, found.start()):
                continue
            masked = masked[: found.start()] + "x" * (end - found.start()) + masked[end:]
    return masked


def _naar(masked: str, start: int) -> bool:
    return masked[:start].rstrip().endswith(("naar", "tot"))


def figure_spots(masked: str) -> Iterator[FigureSpot]:
    """Yield where the numbers of a masked sentence stand, in order."""
    spots = [FigureSpot(*found.span()) for found in _DIGITS.finditer(masked)]
    spots += [FigureSpot(*found.span()) for found in _SHARES.finditer(masked)]
    pos = 0
    while (word := telwoord.find_word(masked, pos)) is not None:
        pos = word.end()
        if word[0] not in ("half", "halve"):
            spots.append(FigureSpot(*word.span()))
    spots.sort()
    end = -1
    for spot in spots:
        if spot.start >= end:
            yield spot
            end = spot.end
