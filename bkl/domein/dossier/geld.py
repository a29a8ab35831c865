"""Geld: what was budgeted and spent per part of the plan, in euros, exactly.

A sum is only made of parts that are all known: an amount that is not there is no nought. No
amount is ever divided by a result.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from bkl.domein.dossier.reading.reader import Lezer
from bkl.domein.dossier.structure.nesting import FLAT, Nesting
from bkl.domein.model.geld import Begroting, Besteding
from bkl.domein.notatie.meaning.waarde import read_waarde
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.eenheid import same_unit
from bkl.domein.records import NamedTuple, dataclass

if TYPE_CHECKING:
    from bkl.domein.dossier.entries import Pad
    from bkl.domein.model.jaarverslag import Jaarverslag
    from bkl.domein.model.werkplan import Werkplan

TOTAAL = "totaal"
"""The key of a jaarverslag for the money of everything together."""
_CENTS = 100
_FAR = 50
"""An amount of so many times the budget was likely written in another unit."""


class Bedragen(NamedTuple):
    """The amounts of one side, in euros; `dekking` is who pays how much."""

    per_jaar: Mapping[int, Fraction]
    dekking: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True, kw_only=True)
class Geldpost:
    """The money of one part of the plan, `code`, or of everything together (TOTAAL).

    `begroot` is for the year of the dossier and `plan` for all years of the plan; None where
    it is not given. `gesteld` tells that a total was written, and not made of its parts.
    """

    code: str
    begroot: Fraction | None
    plan: Fraction | None
    bijgesteld: Fraction | None
    besteed: Fraction | None
    gepland: Bedragen
    betaald: Mapping[str, Fraction]
    pad: Pad
    verslag: Besteding | None
    gesteld: bool = True

    @property
    def is_planned(self) -> bool:
        """Tell whether the plan says anything of it: an amount, or who pays."""
        amounts = (self.begroot, self.plan, *self.gepland.per_jaar.values())
        return any(amount is not None for amount in amounts) or bool(self.gepland.dekking)

    @property
    def norm(self) -> Fraction | None:
        """The budget that holds: as changed, else as planned."""
        return self.begroot if self.bijgesteld is None else self.bijgesteld

    @property
    def verschil(self) -> Fraction | None:
        """How much more was spent than the budget that holds, below nought for less."""
        if self.besteed is None or self.norm is None:
            return None
        return self.besteed - self.norm

    @property
    def wijkt_af(self) -> bool:
        """Tell whether it must be explained: the budget was changed, or not kept."""
        changed = self.bijgesteld is not None and self.bijgesteld != self.begroot
        return changed or self.verschil not in (None, 0)


@dataclass(frozen=True, slots=True)
class Geld:
    """The money of a plan: its parts in the order of the plan, and everything together.

    `binnen` tells by code in the money of which part it is: what stands under a part is within
    the money of that part, and is not added beside it.
    """

    posten: tuple[Geldpost, ...]
    totaal: Geldpost
    binnen: Mapping[str, str] = field(default_factory=dict)

    def delen(self, code: str | None = None) -> tuple[Geldpost, ...]:
        """Return the parts that are directly within a part, or within everything together."""
        return tuple(post for post in self.posten if self.binnen.get(post.code) == code)

    def diepte(self, code: str) -> int:
        """Return within how many parts it is."""
        above = self.binnen.get(code)
        return 0 if above is None else 1 + self.diepte(above)

    def of_year(self, post: Geldpost, jaar: int) -> Fraction | None:
        """Return what a part may cost in a year: as written, else what is within it, all known."""
        own = post.gepland.per_jaar.get(jaar)
        inside = self.delen(None if post.code == TOTAAL else post.code)
        return own if own is not None else add_all(self.of_year(one, jaar) for one in inside)

    def of_plan(self, post: Geldpost, jaren: Sequence[int]) -> Fraction | None:
        """Return what a part may cost in all years of the plan; None while one is not known."""
        if post.plan is not None:
            return post.plan
        return add_all(self.of_year(post, jaar) for jaar in jaren) if jaren else post.begroot


def read_bedrag(tekst: str, *, duizendtallen: bool = False) -> Fraction:
    """Return an amount in euros. Raises Onleesbaar for what is not exact, and for less than a cent.

    `duizendtallen` tells that amounts are written in thousands of euros.
    """
    waarde = read_waarde(tekst, eenheid="€", duizendtallen=duizendtallen)
    interval, unit = waarde.interval, waarde.eenheid
    reden = None
    if interval is None or interval.low is None or interval.low != interval.high:
        reden = f"`{tekst}` is geen precies bedrag."
    elif waarde.soort != "exact" or unit is None or not same_unit(unit, "€"):
        reden = f"`{tekst}` is geen bedrag in euro's."
    elif (interval.low * _CENTS).denominator != 1:
        reden = f"`{tekst}` is geen bedrag in hele centen."
    if reden is not None or interval is None or interval.low is None:
        cure = "Schrijf het bedrag precies, zoals `€ 450.000` of `1.204,37`."
        raise Onleesbaar(reden or "", cure, 0, len(tekst))
    return interval.low


def is_far_above(amount: Fraction, norm: Fraction) -> bool:
    """Tell whether an amount is so many times a budget that it is likely of another unit."""
    return norm > 0 and amount >= norm * _FAR


def read_geld(
    werkplan: Werkplan,
    verslag: Jaarverslag | None,
    parts: Iterable[tuple[Pad, str, Begroting | None]],
    jaar: int,
    lezers: tuple[Lezer, Lezer],
    nesting: Nesting = FLAT,
) -> Geld | None:
    """Return the money of a plan, None when neither the plan nor the report speaks of any.

    `parts` are the parts of the plan with their routes and codes, each behind what it stands
    under; `lezers` read the phrases of the plan and of the report.
    """
    listed = list(parts)
    told = verslag.geld if verslag is not None else {}
    if not told and werkplan.geld is None and all(one is None for _, _, one in listed):
        return None
    reader = _Geldlezer(werkplan, jaar, *lezers)
    posten = tuple(
        reader.post(code, (*pad, "geld"), planned, told.get(code))
        for pad, code, planned in listed
        if planned is not None or code in told
    )
    stated = reader.post(TOTAAL, ("geld",), werkplan.geld, told.get(TOTAAL))
    if not nesting.ouders:
        return Geld(posten, _total(stated, posten))
    return _nested(stated, posten, nesting)


def _nested(stated: Geldpost, posten: tuple[Geldpost, ...], nesting: Nesting) -> Geld:
    """Return the same where parts are within parts: each is made whole by what is within it."""
    known = {post.code for post in posten}
    binnen = {
        code: next(one for one in reversed(above) if one in known)
        for code in known
        if not known.isdisjoint(above := nesting.keten(code)[:-1])
    }
    whole = {post.code: post for post in posten}
    for post in sorted(posten, key=lambda one: nesting.diepte(one.code), reverse=True):
        inside = tuple(whole[code] for code in whole if binnen.get(code) == post.code)
        if inside:
            whole[post.code] = _total(post, inside)
    filled = tuple(whole[post.code] for post in posten)
    top = tuple(post for post in filled if post.code not in binnen)
    return Geld(filled, _total(stated, top), binnen)


class _Geldlezer:
    """Reads amounts; those of the report stand under `geld` and a code."""

    def __init__(self, werkplan: Werkplan, jaar: int, plan: Lezer, verslag: Lezer) -> None:
        self._jaar, self._plan, self._verslag = jaar, plan, verslag
        self._jaren = werkplan.werkplan
        self._read = partial(read_bedrag, duizendtallen=werkplan.bedragen is not None)

    def post(
        self, code: str, pad: Pad, planned: Begroting | None, told: Besteding | None
    ) -> Geldpost:
        """Return the money of one part."""
        plan = planned or Begroting.model_construct(begroot=None, per_jaar={}, dekking={}, wie=())
        whole = self._amount(self._plan, (*pad, "begroot"), plan.begroot)
        years = {str(jaar): tekst for jaar, tekst in plan.per_jaar.items()}
        read = self._paid(self._plan, (*pad, "per_jaar"), years)
        yearly = {jaar: read[str(jaar)] for jaar in plan.per_jaar if str(jaar) in read}
        gepland = Bedragen(yearly, self._paid(self._plan, (*pad, "dekking"), plan.dekking))
        own = ("geld", code)
        return Geldpost(
            code=code,
            begroot=yearly.get(self._jaar, whole if self._jaren.lengte == 1 else None),
            plan=whole,
            bijgesteld=self._amount(
                self._verslag, (*own, "bijgesteld"), told.bijgesteld if told else None
            ),
            besteed=self._amount(self._verslag, (*own, "besteed"), told.besteed if told else None),
            gepland=gepland,
            betaald=self._paid(self._verslag, (*own, "dekking"), told.dekking if told else {}),
            pad=pad,
            verslag=told,
        )

    def _amount(self, lezer: Lezer, pad: Pad, tekst: str | None) -> Fraction | None:
        return None if tekst is None else lezer.read(pad, tekst, self._read)

    def _paid(self, lezer: Lezer, pad: Pad, told: Mapping[str, str]) -> dict[str, Fraction]:
        read = {name: self._amount(lezer, (*pad, name), tekst) for name, tekst in told.items()}
        return {name: amount for name, amount in read.items() if amount is not None}


def _total(stated: Geldpost, posten: tuple[Geldpost, ...]) -> Geldpost:
    """Return what was written of everything together, and what its parts come to for the rest.

    What was written and cannot be read stays unknown.
    """
    told = stated.verslag
    return Geldpost(
        code=stated.code,
        begroot=_or_sum(stated.begroot, (post.begroot for post in posten)),
        plan=_or_sum(stated.plan, (post.plan for post in posten)),
        bijgesteld=stated.bijgesteld if told and told.bijgesteld else _changed(posten),
        besteed=stated.besteed if told and told.besteed else add_all(p.besteed for p in posten),
        gepland=Bedragen(
            stated.gepland.per_jaar,
            stated.gepland.dekking or _together(post.gepland.dekking for post in posten),
        ),
        betaald=stated.betaald or _together(post.betaald for post in posten),
        pad=stated.pad,
        verslag=stated.verslag,
        gesteld=stated.verslag is not None or stated.begroot is not None,
    )


def add_all(amounts: Iterable[Fraction | None]) -> Fraction | None:
    """Return the sum, None when there is none or one of them is not known."""
    known = list(amounts)
    if not known or any(amount is None for amount in known):
        return None
    return sum((amount for amount in known if amount is not None), Fraction(0))


def _or_sum(stated: Fraction | None, amounts: Iterable[Fraction | None]) -> Fraction | None:
    return stated if stated is not None else add_all(amounts)


def _changed(posten: tuple[Geldpost, ...]) -> Fraction | None:
    """Return the whole changed budget; a part that did not change counts as it was planned."""
    if all(post.bijgesteld is None for post in posten):
        return None
    return add_all(post.norm for post in posten)


def _together(paid: Iterable[Mapping[str, Fraction]]) -> dict[str, Fraction]:
    """Return who pays how much of all parts; empty when a part does not say who pays it."""
    listed = list(paid)
    if not all(listed):
        return {}
    whole: dict[str, Fraction] = {}
    for funder, amount in _pairs(listed):
        whole[funder] = whole.get(funder, Fraction(0)) + amount
    return whole


def _pairs(listed: Iterable[Mapping[str, Fraction]]) -> Iterator[tuple[str, Fraction]]:
    for one in listed:
        yield from one.items()
