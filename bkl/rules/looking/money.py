"""What rules on money share: sums that must be what was written, to the cent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from bkl.domein.dossier.geld import Geld, Geldpost, add_all
from bkl.domein.dossier.structure.sections import sections_of
from bkl.domein.notatie.values.euro import euro
from bkl.domein.records import NamedTuple

if TYPE_CHECKING:
    from bkl.diagnostics.position import Route
    from bkl.rules.engine.rule import Case


def parts_of(case: Case, geld: Geld, code: str | None) -> tuple[tuple[Geldpost, ...], int]:
    """Return the money within a part (None for the plan), and of how many parts it should be.

    What a part does itself may be the rest, and so may a part that says nothing of money while
    something under it does: then one more is asked for than there is.
    """
    nesting, delen = case.dossier.nesting, geld.delen(code)
    if code is None:
        listed = [one for part in sections_of(case.dossier.werkplan).values() for one in part]
        direct = [one for one in listed if one not in nesting.ouders]
        rest = False
    else:
        direct = list(nesting.kinderen.get(code, ()))
        found = case.dossier.speerpunt(code)
        rest = found is not None and bool(found[1].resultaten or found[1].activiteiten)
    through = any(post.code not in direct for post in delen)
    return delen, len(direct) + rest + (through and len(delen) >= len(direct))


class Sum(NamedTuple):
    """An amount as written, and what its parts come to; `wat` names both."""

    route: Route
    wat: str
    geheel: Fraction
    delen: Fraction

    @property
    def message(self) -> str:
        """Say both amounts, and what lies between them."""
        return (
            f"{self.wat} is {euro(self.geheel)}, maar de delen zijn samen {euro(self.delen)}: "
            f"een verschil van {euro(abs(self.geheel - self.delen))}."
        )


def differing(
    route: Route, wat: str, geheel: Fraction | None, delen: Iterable[Fraction | None]
) -> Iterator[Sum]:
    """Yield the sum when all of it is known and the parts are something else."""
    together = add_all(delen)
    if geheel is not None and together is not None and geheel != together:
        yield Sum(route, wat, geheel, together)


def beyond(
    route: Route, wat: str, geheel: Fraction | None, delen: Sequence[Fraction | None], aantal: int
) -> Iterator[Sum]:
    """Yield the sum when the parts are something else, or already more than the whole.

    `aantal` is how many parts there are: what those say nothing of may be the rest.
    """
    known = [deel for deel in delen if deel is not None]
    beyond_all = geheel is not None and sum(known) > geheel and all(deel >= 0 for deel in known)
    if known and (len(known) == aantal or beyond_all):
        yield from differing(route, wat, geheel, known)


def paid(
    route: Route,
    wat: str,
    geheel: Fraction | None,
    told: Mapping[str, str],
    read: Mapping[str, Fraction],
) -> Iterator[Sum]:
    """Yield the sum of who pays when that is not what was written; each must be readable."""
    if len(told) == len(read):
        yield from differing(route, wat, geheel, read.values())
