"""What was compared last, since the verdict and several rules ask it of the same two."""

from __future__ import annotations

from bkl.domein.notatie.meaning.comparison import comparable
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.meaning.passing import Passing
from bkl.domein.notatie.meaning.waarde import Waarde

_MOST = 16_384  # each asker goes through all of a plan: too few are as good as none
_known: dict[tuple[int, int], tuple[Doel, Waarde, Passing]] = {}


def compared(doel: Doel, waarde: Waarde) -> Passing:
    """Return what `comparable` says of the two, from memory where it was asked before."""
    key = id(doel), id(waarde)
    found = _known.get(key)
    if found is None:  # while the two are kept nothing else can have their numbers
        if len(_known) >= _MOST:
            _known.clear()
        found = _known[key] = doel, waarde, comparable(doel, waarde)
    return found[2]
