"""Verder: how it goes on with what was not reached, and what of that was agreed."""

from __future__ import annotations

from collections.abc import Iterable

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verdicts import Rij, Vergelijking
from bkl.domein.records import dataclass
from bkl.domein.woorden import ZONDER_ANTWOORD, Oordeel
from bkl.render.text.marks import Merk
from bkl.render.views._parts.regel import Regel, build_regel

_MINDER: tuple[Oordeel, ...] = ("deels gehaald", "niet gehaald")
_NOTHING: tuple[Oordeel, ...] = ("gehaald", "nog niet te beoordelen")
"""Verdicts after which there is nothing to agree on."""


@dataclass(frozen=True, slots=True)
class Doorgang:
    """A promise that was not reached, or only in part, and how it goes on.

    `verschoven` is moved as a whole, to `jaar` where that is known; `waarom` is the reason and
    `verder` what happens now. `akkoord` tells with whom or how that was agreed, None when it
    was not.
    """

    id: str
    oordeel: Merk
    toezegging: str
    verschoven: bool
    jaar: int | None
    waarom: str | None
    verder: str | None
    akkoord: str | None

    @classmethod
    def of(cls, rij: Rij, dossier: Dossier) -> Doorgang | None:
        """Return what a reader must know to agree to it, None when nothing goes on."""
        vergelijking = rij.vergelijking
        moved = vergelijking.uitvoering == "uitgesteld"
        if not moved and vergelijking.oordeel in _NOTHING:
            return None
        given = vergelijking.realisatie.realisatie if vergelijking.realisatie else None
        agreed = (given.akkoord if given else None) or _changed_with(vergelijking)
        if moved:
            agreed = (agreed or "afgesproken") if vergelijking.oordeel == "uitgesteld" else None
        less = vergelijking.oordeel in _MINDER and given is not None and given.vervolg is not None
        if not (moved or agreed or less):
            return None
        regel = build_regel(rij, {}, dossier)
        return cls(
            regel.id,
            regel.oordeel,
            regel.toezegging,
            moved,
            vergelijking.jaar,
            regel.waarom_kort,
            regel.uitleg.vervolg,
            agreed,
        )


@dataclass(frozen=True, slots=True)
class Afspraak:
    """What was agreed, and about which promises."""

    akkoord: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tekort:
    """A promise of which nobody says how it goes on, with both figures where figures decide."""

    id: str
    bereikt: str | None
    doel: str | None

    @classmethod
    def of(cls, regel: Regel) -> Tekort:
        """Return what is told of it."""
        told = regel.in_cijfers and regel.bereikt is not None
        return cls(regel.id, *((regel.bereikt, regel.doel) if told else (None, None)))


@dataclass(frozen=True, slots=True)
class Verder:
    """How it goes on with what was not reached, or not for sure.

    `voor_te_leggen` goes on without anyone having agreed: first what was moved as a whole, then
    what was reached in part or not at all and has a vervolg. `afgesproken` was agreed, about
    `n_afgesproken` promises. `zonder_vervolg` was reached in part or not at all, and nothing
    is said of how it goes on. `onzeker` is how much is unanswered and has a vervolg.
    """

    voor_te_leggen: tuple[Doorgang, ...]
    afgesproken: tuple[Afspraak, ...]
    zonder_vervolg: tuple[Tekort, ...]
    onzeker: int

    @property
    def n_afgesproken(self) -> int:
        """About how many promises something was agreed."""
        return sum(len(one.ids) for one in self.afgesproken)

    @classmethod
    def of(cls, rijen: Iterable[Rij], dossier: Dossier) -> Verder:
        """Return how it goes on with these rows."""
        going: list[Doorgang] = []
        ended: list[Tekort] = []
        unsure = 0
        agreed: dict[str, list[str]] = {}
        for rij in rijen:
            given, oordeel = rij.vergelijking.realisatie, rij.vergelijking.oordeel
            one = Doorgang.of(rij, dossier)
            if one is None:
                told = given is not None and given.realisatie.vervolg is not None
                unsure += oordeel in ZONDER_ANTWOORD and told
                if oordeel in _MINDER:
                    ended.append(Tekort.of(build_regel(rij, {}, dossier)))
            elif one.akkoord is None:
                going.append(one)
            else:
                agreed.setdefault(one.akkoord, []).append(one.id)
        return cls(
            tuple(sorted(going, key=lambda one: not one.verschoven)),
            tuple(Afspraak(text, tuple(ids)) for text, ids in agreed.items()),
            tuple(ended),
            unsure,
        )


def _changed_with(vergelijking: Vergelijking) -> str | None:
    """Return what approved the last change of a promise that counts."""
    changes = (one.bijstelling for one in vergelijking.bijstellingen if one.telt)
    told = [one.wijziging.akkoord for one in changes if one is not None]
    return told[-1] if told else None
