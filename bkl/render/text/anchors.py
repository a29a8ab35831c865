"""Names of places to link to."""

from __future__ import annotations

import re

_NO_ANCHOR = re.compile(r"[^a-z0-9_]+")


def anker_of(id_: str) -> str:
    """Return the place name of an id: `BD-R4.lezingen` is `bd-r4-lezingen`."""
    return _NO_ANCHOR.sub("-", id_.lower()).strip("-")
