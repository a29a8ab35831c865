"""Codes: what onderdelen and indicators are called, `BD-R4.lezingen`, `1.1-1.1.2.bezoekers`."""

import re
from typing import Annotated

from pydantic import StringConstraints

from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.records import NamedTuple

Sleutel = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_]*(?:\.[0-9][A-Za-z0-9_]*)*$")
]
"""Key of a thema, speerpunt or onderdeel: `BD`, `R4`, `1.1.2`.

Behind a dot stands a figure: the name of an indicator begins with a letter, so that
`1.1-1.1.2.bezoekers` reads one way. It is a text and never a number: `1.10` is not `1.1`.
"""
Naam = Annotated[str, StringConstraints(pattern=r"^[a-zà-ÿ][a-zà-ÿ0-9_-]*$")]
"""Key of an indicator within its onderdeel."""

_NAMED = Lazy(r"(.+)\.([^\W\d_][^.]*)", re.DOTALL)


class Code(NamedTuple):
    """The id of an indicator in its two parts: `BD-R4` and `lezingen`."""

    onderdeel: str
    naam: str | None

    @classmethod
    def read(cls, id_: str) -> "Code":
        """Split at the last dot before a letter; without one the onderdeel is the indicator."""
        found = _NAMED.fullmatch(id_)
        return cls(found[1], found[2]) if found else cls(id_, None)
