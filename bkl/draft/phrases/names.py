"""Names for indicators, made of the noun that is counted: `lezingen`, `deelnemers`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

_WORD = re.compile(r"[a-zà-ÿ][a-zà-ÿ'-]+")
_SKIPPED = frozenset(
    [
        "de",
        "het",
        "een",
        "van",
        "voor",
        "met",
        "per",
        "nieuwe",
        "extra",
        "unieke",
        "aantal",
        "percentage",
        "procent",
        "gemiddeld",
        "en",
        "of",
    ]
)


_NAMED = re.compile(
    r"(?<!\w)(?:aantal|percentage|aandeel|%)\s+(?:\w+e\s+)?(?P<word>[a-zà-ÿ'-]{4,}(?:en|s|'s))(?!\w)"
)
_NOUN = re.compile(
    r"(?:s|heid|ing|tijd|duur|graad|zuim|schap|tie|cijfer|score|uitval|(?<!er)en)$(?<!ken)(?<!den)"
)


def name_for(unit: str | None, sentence: str, taken: Collection[str]) -> str:
    """Return a name that is not taken: the head of the unit, else the first noun of the text."""
    counted = " ".join(word for word in (unit or "").split() if word[:1].islower()) or unit or ""
    words = _words(counted)
    if words:
        stem = _plain(words[-1])
    else:
        named = _NAMED.search(sentence.lower())
        nouns = [word for word in _words(sentence) if len(word) > 4 and _NOUN.search(word)]
        stem = _plain(named["word"] if named else nouns[0] if nouns else "doel")
    stem = stem or "doel"
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def _words(text: str) -> list[str]:
    head = re.split(r"[/(]|\s(?:van|per|die|dat|in|op|met|voor)\s", text.lower())[0]
    found = [word for word in _WORD.findall(head or text.lower()) if word not in _SKIPPED]
    return found or [word for word in _WORD.findall(text.lower()) if word not in _SKIPPED]


def _plain(word: str) -> str:
    text = unicodedata.normalize("NFKD", word)
    text = "".join(sign for sign in text if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9_-]", "", text).strip("-_")[:40]


def key_for(title: str, taken: Collection[str]) -> str:
    """Return a short key for a title without a code: its initials, or its first letters."""
    words = [
        _plain(word.lower())
        for word in re.findall(r"[^\W\d_]+", title)
        if word.lower() not in _SKIPPED
    ]
    words = [word for word in words if word]
    if len(words) > 1:
        stem = "".join(word[0] for word in words[:4])
    else:
        stem = words[0][:4] if words else "deel"
    stem = stem.upper() or "DEEL"
    key, number = stem, 1
    while key in taken:
        number += 1
        key = f"{stem}{number}"
    return key
