"""What became of a signature: whether that which was agreed to still stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from bkl.domein.records import dataclass

if TYPE_CHECKING:
    from bkl.domein.model.akkoorden import Akkoord

AkkoordStand = Literal["akkoord", "gewijzigd", "een van twee", "onbekend"]
"""Agreed; changed since; agreed by one where two must; of an indicator that the plan lacks."""


@dataclass(frozen=True, slots=True)
class Getekend:
    """One signature, the `nummer`th of its file, and whether its content is still the same."""

    nummer: int
    akkoord: Akkoord
    geldig: bool
    bekend: bool


def latest(signed: Iterable[Getekend]) -> dict[str, list[Getekend]]:
    """Return per indicator the last signature of each person."""
    found: dict[str, dict[str, Getekend]] = {}
    for one in signed:
        found.setdefault(one.akkoord.indicator, {})[one.akkoord.wie.casefold()] = one
    return {id_: list(by_person.values()) for id_, by_person in found.items()}


def stand_of(
    signed: Iterable[Getekend], makers: Mapping[str, Iterable[str]], *, vier_ogen: bool
) -> dict[str, AkkoordStand]:
    """Return per signed indicator how it stands.

    With `vier_ogen` two people must have agreed who did not give the figure themselves;
    `makers` says who did.
    """
    stands: dict[str, AkkoordStand] = {}
    for id_, ones in latest(signed).items():
        own = {name.casefold() for name in makers.get(id_, ())}
        valid = {one.akkoord.wie.casefold() for one in ones if one.geldig}
        if not ones[0].bekend:
            stands[id_] = "onbekend"
        elif not valid:
            stands[id_] = "gewijzigd"
        elif vier_ogen and len(valid - own) < 2:
            stands[id_] = "een van twee"
        else:
            stands[id_] = "akkoord"
    return stands
