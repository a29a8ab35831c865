"""What the front of a document says: the years of the plan, whose it is, what it is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from bkl.domein.notatie.values.jaren import Planjaren, read_planjaren
from bkl.draft.blocks import Block

_PLAN = (
    r"(?:werkplan|werkprogramma|projectenboek|jaarplan|programmaplan|activiteitenplan|projectplan|beleidsplan|uitvoeringsplan"
    r"|uitvoeringsprogramma|meerjarenplan|meerjarenbeleidsplan|subsidieplan|subsidieaanvraag|prestatieplan"
    r"|programmabegroting|jaarprogramma|actieplan|plan van aanpak|annual plan|work plan|workplan"
    r"|\w*(?:plan|agenda|programma|begroting|koers|visie|strategie|strategy))"
)
_YEAR = (
    r"(?P<jaar>20\d\d)"
    r"(?:(?P<sign>\s*[-–—/]\s*|\s+(?:t/m|tot en met|tot|to)\s+)(?P<tot>(?:20)?\d\d)(?!\w))?"
)
_TITLED = re.compile(rf"(?<!\w){_PLAN}\w*(?:\s+\S+){{0,4}}?[\s(:,–-]*{_YEAR}", re.IGNORECASE)
_YEAR_ALONE = re.compile(rf"(?<![\d.,]){_YEAR}(?![\d.,]\d|\d)")
_SPAN_ALONE = re.compile(rf"(?:\D{{0,40}}\s)?\(?{_YEAR}\)?[.:]?$")
_SCHOOL = re.compile(r"school|leerjaar|onderwijs|college|lyceum|academisch", re.IGNORECASE)
_NAMED = re.compile(
    r"(?P<naam>(?:Stichting|Vereniging|Gemeente|Coöperatie|Provincie|Buurthuis|Welzijn|Bibliotheek|Museum"
    r"|Regio|Dorpshuis|Wijkcentrum|Platform|Fonds|Woningstichting|Basisschool|Hogeschool|Scholengroep|Sportbedrijf"
    r"|Omgevingsdienst|Veiligheidsregio|Waterschap|Zorggroep|Ziekenhuis|Jeugdzorg|Federatie)\s+(?:[A-Z0-9'’&][\w'’&.-]*|de|het|van|voor|en|in|op)"
    r"(?:\s+(?:[A-Z0-9'’&][\w'’&.-]*|de|het|van|voor|en|in|op|te)){0,6})"
)
_NAME = re.compile(r"[A-Z][\w'’&.-]*(?:\s+(?:[A-Z0-9&][\w'’&.-]*|de|het|van|voor|en|in|op)){1,6}")
_SHORT = 100
_TAIL = re.compile(r"\s+(?:de|het|van|voor|en|in|op|te)$")
FRONT = 40
"""So many blocks are the front of a document."""


class Front(NamedTuple):
    """The years, organisation and title that a document gives; None where it gives none."""

    jaren: Planjaren | None
    organisatie: str | None
    titel: str | None


def read_front(blocks: Sequence[Block], filename: str) -> Front:
    """Return what the first blocks of a document say, with its file name as a last resort."""
    texts = [text for block in blocks[:FRONT] for text in (block.text, *block.cells) if text]
    title = _title(texts)
    return Front(_years(texts, blocks, filename), _owner(texts, title), title)


def _years(texts: Sequence[str], blocks: Sequence[Block], filename: str) -> Planjaren | None:
    school = any(_SCHOOL.search(text) for text in texts[:6])
    named = filename.replace("_", " ")
    short, long = (
        [one for one in texts if (len(one) < _SHORT) is is_short] for is_short in (True, False)
    )
    for pattern, where in (
        (_TITLED, (*short, named)),
        (_SPAN_ALONE, short[:8]),
        (_TITLED, long),
        (_YEAR_ALONE, (named,)),
    ):
        for text in where:
            if (found := pattern.search(text)) and (years := _span(found, school=school)):
                return years
    counted = Counter(
        int(found["jaar"]) for block in blocks for found in _YEAR_ALONE.finditer(block.text)
    )
    return Planjaren(*[counted.most_common(1)[0][0]] * 2) if counted else None


def _span(found: re.Match[str], *, school: bool) -> Planjaren | None:
    """Return the years that are written; `2024-2025` of a school is one school year."""
    first, last = found["jaar"], found["tot"]
    if last is None:
        return read_planjaren(first)
    last = f"20{last}" if len(last) == 2 else last
    next_one = int(last) == int(first) + 1
    slash = next_one and (school or "/" in found["sign"])
    return read_planjaren(f"{first}{'/' if slash else '-'}{last}") or read_planjaren(first)


def _owner(texts: Sequence[str], title: str | None) -> str | None:
    for text in texts:
        if len(text) < 120 and (found := _NAMED.search(text)):
            return _TAIL.sub("", found["naam"]).rstrip(" .,")
    # else a short name right beside the title
    return next(
        (one for one in texts[:4] if one.rstrip(" .:") != title and _NAME.fullmatch(one)), None
    )


def _title(texts: Sequence[str]) -> str | None:
    for text in texts[:12]:
        if len(text) < 100 and re.search(rf"(?<!\w){_PLAN}", text, re.IGNORECASE):
            return text.rstrip(" .:")
    return None
