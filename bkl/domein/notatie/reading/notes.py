"""Notes: what stands in brackets, behind a mark, or after `waarvan`; never calculated with."""

from __future__ import annotations

import re

from bkl.domein.notatie.reading.parts import Looptijd
from bkl.domein.notatie.reading.peel import Peel
from bkl.domein.notatie.values.lazy import Lazy, words
from bkl.domein.notatie.vocabulary.reached_words import AS_MEANT

_BRACKETS = Lazy(r"(?<!\s)\s*[(\[]([^()\[\]]*)[)\]]")
_MARK = Lazy(r"(?<=[\w%.)‰])(?<!m(?=[²³]))\s?[*†‡¹²³⁴⁵]+(?=\s|$)|^\s*\*+\s*|^\s*[*†‡]+$")
_CLAUSE = Lazy(
    r"(?<!\s)[,;]?\s+(?:waarvan|waaronder|van wie|onder wie|inclusief|incl\.?|exclusief|excl\.?"
    r"|te weten|namelijk|"
    rf"{AS_MEANT}|"
    r"peildatum|datajaar|peiljaar|bron:|zie ook|zie bijlage|zie toelichting)(?!\w).*$",
    re.DOTALL,
    words(
        "waarvan waaronder wie inclusief incl exclusief excl weten namelijk peildatum datajaar "
        "peiljaar bron zie zoals conform volgens meer"
    ),
)
_YEAR_FIRST = Lazy(r"\s*(?:in\s+)?(?:19|20)\d\d\s*:\s*")
_ONLY_NUMBER = Lazy(r"[<>≤≥=~±\s]*(?:€\s*)?-?\d[\d.,]*\s*(?:(?:%|procent)\s*)?")
_OR_MORE = Lazy(r"\s*of\s+(?:meer|minder|hoger|lager)(?!\w)")
_ALLE = Lazy(r"(?<!\w)alle\s*$")


def take_notes(peel: Peel) -> list[tuple[int, int]]:
    """Take the notes out, without their brackets; return where the inside of brackets stood."""
    inside: list[tuple[int, int]] = []
    if "(" in peel.low or "[" in peel.low:
        for found in list(_BRACKETS.finditer(peel.low)):
            if _belongs(peel.low, found):
                _unwrap(peel, found)
                continue
            inside.append(found.span(1))
            peel.note(*found.span())
    if "*" in peel.low or not peel.low.isascii():
        for found in list(_MARK.finditer(peel.low)):
            peel.note(*found.span())
    if not _CLAUSE.needs.isdisjoint(peel.words):
        for found in list(_CLAUSE.finditer(peel.low)):
            peel.note(*found.span())
    if ":" in peel.low and (first := _YEAR_FIRST.match(peel.low)):
        year = int(first[0].strip(" :")[-4:])
        peel.cut(0, first.end())
        peel.put(termijn=Looptijd(f"in {year}", year))
    return inside


def _belongs(low: str, found: re.Match[str]) -> bool:
    """Tell whether brackets stand around the quantity itself: `(47,8%) of lager`."""
    before, behind = low[: found.start()], low[found.end() :]
    if _ALLE.search(before):
        return True
    alone = not before.strip() and _ONLY_NUMBER.fullmatch(found[1]) is not None
    return alone and _OR_MORE.match(behind) is not None


def _unwrap(peel: Peel, found: re.Match[str]) -> None:
    for place in (found.start(1) - 1, found.end(1)):
        peel.text = f"{peel.text[:place]} {peel.text[place + 1 :]}"
        peel.low = f"{peel.low[:place]} {peel.low[place + 1 :]}"
