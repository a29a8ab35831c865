"""Names of places in a report to link to: of an id, and of a heading."""

from __future__ import annotations

import re
import unicodedata

_NO_ANCHOR = re.compile(r"[^a-z0-9_]+")
_NUMBERED = re.compile(r"\.(?=\d)")
_NO_SLUG = re.compile(r"[^a-z0-9]+")


def anker_of(id_: str) -> str:
    """Return the place name of an id: `BD-R4.lezingen` is `bd-r4-lezingen`.

    `1.1-1` and `1-1.1` are two places: a dot within a code becomes two hyphens.
    """
    return "--".join(_NO_ANCHOR.sub("-", part) for part in _NUMBERED.split(id_.lower())).strip("-")


def slug(text: str) -> str:
    """Return the place name of a heading: lower case, no accents, hyphens between words."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NO_SLUG.sub("-", bare).strip("-") or "kop"
