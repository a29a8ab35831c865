"""What the front of a document says: the year of the plan, whose it is, and what it is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from bkl.draft.blocks import Block

_PLAN = (
    r"(?:werkplan|werkprogramma|projectenboek|jaarplan|programmaplan|activiteitenplan|projectplan|beleidsplan|uitvoeringsplan"
    r"|uitvoeringsprogramma|meerjarenplan|meerjarenbeleidsplan|subsidieplan|subsidieaanvraag|prestatieplan"
    r"|programmabegroting|jaarprogramma|actieplan|plan van aanpak|annual plan|work plan|workplan)"
)
_YEAR = r"(?P<jaar>20\d\d)"
_TITLED = re.compile(rf"(?<!\w){_PLAN}\w*(?:\s+\S+){{0,4}}?\s*{_YEAR}", re.IGNORECASE)
_YEAR_ALONE = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_NAMED = re.compile(
    r"(?P<naam>(?:Stichting|Vereniging|Gemeente|Coöperatie|Provincie|Buurthuis|Welzijn|Bibliotheek|Museum"
    r"|Dorpshuis|Wijkcentrum|Platform|Fonds)\s+(?:[A-Z0-9'’&][\w'’&.-]*|de|het|van|voor|en|in|op)"
    r"(?:\s+(?:[A-Z0-9'’&][\w'’&.-]*|de|het|van|voor|en|in|op|te)){0,6})"
)
_TAIL = re.compile(r"\s+(?:de|het|van|voor|en|in|op|te)$")
FRONT = 40
"""So many blocks are the front of a document."""


class Front(NamedTuple):
    """The year, organisation and title that a document gives; None where it gives none."""

    jaar: int | None
    organisatie: str | None
    titel: str | None


def read_front(blocks: Sequence[Block], filename: str) -> Front:
    """Return what the first blocks of a document say, with its file name as a last resort."""
    texts = [block.text for block in blocks[:FRONT] if block.text]
    return Front(_year(texts, blocks, filename), _owner(texts), _title(texts))


def _year(texts: Sequence[str], blocks: Sequence[Block], filename: str) -> int | None:
    for text in (*texts, filename.replace("-", " ").replace("_", " ")):
        if found := _TITLED.search(text):
            return int(found["jaar"])
    if found := _YEAR_ALONE.search(filename):
        return int(found["jaar"])
    counted = Counter(
        int(found["jaar"]) for block in blocks for found in _YEAR_ALONE.finditer(block.text)
    )
    return counted.most_common(1)[0][0] if counted else None


def _owner(texts: Sequence[str]) -> str | None:
    for text in texts:
        if len(text) < 120 and (found := _NAMED.search(text)):
            return _TAIL.sub("", found["naam"]).rstrip(" .,")
    return None


def _title(texts: Sequence[str]) -> str | None:
    for text in texts[:12]:
        if len(text) < 100 and re.search(rf"(?<!\w){_PLAN}", text, re.IGNORECASE):
            return text.rstrip(" .:")
    return None
