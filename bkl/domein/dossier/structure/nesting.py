"""Nesting: which speerpunt stands under which, as `onder` or its own code says.

A plan lists its speerpunten one after another. `1.1` stands under `1` when the plan has a `1`;
where codes do not tell, `onder` does. Nothing is counted by it: every promise stands in one
speerpunt, and what stands under a speerpunt is part of its branch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from bkl.domein.model.werkplan import Speerpunt
from bkl.domein.records import NamedTuple

MOST_LEVELS = 6
"""So many levels of speerpunten a plan has at most: as many as a document has headings."""
Bezwaar = Literal["onbekend", "ander deel", "zichzelf", "kring", "te diep"]
"""Why a speerpunt does not stand where it says."""


class Nesting(NamedTuple):
    """The speerpunten as trees; empty for a plan in which nothing stands under anything.

    By code: `ouders` what it stands under, `kinderen` what stands under it in the order of the
    plan. What cannot stand where it says has a `bezwaar`, and stands at the top.
    """

    ouders: Mapping[str, str] = {}
    kinderen: Mapping[str, list[str]] = {}
    bezwaren: Mapping[str, Bezwaar] = {}

    def keten(self, code: str) -> tuple[str, ...]:
        """Return the codes from the top down to this one."""
        found = [code]
        while (above := self.ouders.get(found[-1])) is not None:
            found.append(above)
        return tuple(reversed(found))

    def diepte(self, code: str) -> int:
        """Return how many speerpunten stand above it."""
        return len(self.keten(code)) - 1

    def tak(self, code: str) -> Iterator[str]:
        """Yield the code, and depth first all that stands under it."""
        ahead = [code]
        while ahead:
            one = ahead.pop()
            yield one
            ahead += reversed(self.kinderen.get(one, ()))

    def ordered(self, section: Mapping[str, Speerpunt]) -> dict[str, Speerpunt]:
        """Return a section with everything behind what it stands under."""
        tops = (code for code in section if self.ouders.get(code) not in section)
        return {one: section[one] for top in tops for one in self.tak(top) if one in section}


FLAT = Nesting()
"""Of a plan in which nothing stands under anything."""


def nest(sections: Iterable[Mapping[str, Speerpunt]]) -> Nesting:
    """Return what stands under what; a circle and a seventh level are cut, and told."""
    listed = list(sections)
    if not any(one.onder or "." in code for part in listed for code, one in part.items()):
        return FLAT
    everywhere = {code for part in listed for code in part}
    ouders: dict[str, str] = {}
    bezwaren: dict[str, Bezwaar] = {}
    for part in listed:
        for code, one in part.items():
            above = one.onder or _spelled(code, part)
            if above is None or code in ouders:
                continue
            if above == code:
                bezwaren[code] = "zichzelf"
            elif above in part:
                ouders[code] = above
            else:
                bezwaren[code] = "ander deel" if above in everywhere else "onbekend"
    _cut(ouders, bezwaren)
    kinderen: dict[str, list[str]] = {}
    for part in listed:
        for code in part:
            if code in ouders and code not in kinderen.get(ouders[code], ()):
                kinderen.setdefault(ouders[code], []).append(code)
    return Nesting(ouders, kinderen, bezwaren)


def _spelled(code: str, part: Mapping[str, Speerpunt]) -> str | None:
    """Return the nearest code before a dot that the section has: `1.2` for `1.2.1`, else `1`."""
    while "." in code:
        code = code.rpartition(".")[0]
        if code in part:
            return code
    return None


def _cut(ouders: dict[str, str], bezwaren: dict[str, Bezwaar]) -> None:
    """Take out every step of a circle, and the step to a level too many."""
    depth: dict[str, int] = {}
    for first in list(ouders):
        chain: dict[str, None] = {}
        code = first
        while code in ouders and code not in depth and code not in chain:
            chain[code] = None
            code = ouders[code]
        if code in chain:
            steps = list(chain)
            for one in steps[steps.index(code) :]:
                bezwaren[one] = "kring"
                del ouders[one]
        for one in reversed(chain):
            above = depth.get(ouders[one], 0) + 1 if one in ouders else 0
            if above >= MOST_LEVELS:
                bezwaren[one] = "te diep"
                del ouders[one]
                above = 0
            depth[one] = above
