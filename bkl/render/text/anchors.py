"""Names of places to link to."""

from __future__ import annotations

import re

_NO_ANCHOR = re.compile(r"[^a-z0-9_]+")
_NUMBERED = re.compile(r"\.(?=\d)")


def anker_of(id_: str) -> str:
    """Return the place name of an id: `BD-R4.lezingen` is `bd-r4-lezingen`.

    `1.1-1` and `1-1.1` are two places: a dot within a code becomes two hyphens.
    """
    return "--".join(_NO_ANCHOR.sub("-", part) for part in _NUMBERED.split(id_.lower())).strip("-")
