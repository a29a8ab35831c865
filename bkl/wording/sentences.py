"""Sentences of a text, each with its place in it; an abbreviation or a number does not end one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

MOST_SENTENCE = 1500
"""A longer run of words is cut there: it is no sentence any more."""

_END = re.compile(r"[.!?…]+[)\"'”’]*(?=\s+[\"'“‘(]?(?:[A-ZÀ-Ý0-9€]|\W?$))|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:bijv|bv|o\.a|m\.b\.t|i\.s\.m|i\.h\.k\.v|t\.b\.v|m\.b\.v|d\.w\.z|nl|incl|excl|ca|circa"
    r"|min|max|ong|plm|nr|art|dhr|mw|mevr|dr|drs|ir|ing|prof|st|resp|evt|etc|enz|vgl|blz|p|pag|mln"
    r"|mld|i\.p\.v|t\.o\.v|i\.v\.m|c\.q|e\.d|e\.a|t\.a\.v|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov"
    r"|dec|tel|afd|gem|aant|div|m\.i\.v|t\.g\.v|z\.s\.m)|(?:^|\s)[A-Z])\.$",
    re.IGNORECASE,
)


class Sentence(NamedTuple):
    """A sentence and where it begins in its text."""

    text: str
    start: int


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text in order; together they hold all its words."""
    begin = 0
    for found in _END.finditer(text):
        piece = text[begin : found.end()]
        if "\n" not in found[0] and _ABBREVIATION.search(piece[-12:].rstrip(")\"'”’")):
            continue
        yield from _cut(piece, begin)
        begin = found.end()
    yield from _cut(text[begin:], begin)


def _cut(piece: str, begin: int) -> Iterator[Sentence]:
    while piece.strip():
        lead = len(piece) - len(piece.lstrip())
        whole = piece.strip()
        if len(whole) <= MOST_SENTENCE:
            yield Sentence(whole, begin + lead)
            return
        at = whole.rfind(" ", 1, MOST_SENTENCE)
        at = at if at > 0 else MOST_SENTENCE
        yield Sentence(whole[:at], begin + lead)
        begin += lead + at
        piece = whole[at:]
