"""Verder: how it goes on with what was not reached, and what of that was agreed."""

from __future__ import annotations

from collections.abc import Iterable

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verdicts import Rij, Vergelijking
from bkl.domein.records import dataclass
from bkl.domein.woorden import ZONDER_ANTWOORD, Oordeel
from bkl.render.text.marks import Merk
from bkl.render.views._parts.regel import build_regel

_MINDER: tuple[Oordeel, ...] = ("deels gehaald", "niet gehaald")
_NOTHING: tuple[Oordeel, ...] = ("gehaald", "nog niet te beoordelen")
"""Verdicts after which there is nothing to agree on."""


@dataclass(frozen=True, slots=True)
class Doorgang:
    """A promise that was not reached, or only in part, and how it goes on.

    `rest` is what was not reached. `verschoven` is moved as a whole, to `jaar` where that is
    known; `verder` says what happens now. `akkoord` tells with whom or how that was
    agreed, None when it was not.
    """

    id: str
    oordeel: Merk
    toezegging: str
    rest: str | None
    waarom: str | None
    verschoven: bool
    jaar: int | None
    verder: str | None
    akkoord: str | None

    @classmethod
    def of(cls, rij: Rij, dossier: Dossier) -> Doorgang | None:
        """Return what a reader must know to agree to it, None when nothing goes on."""
        vergelijking = rij.vergelijking
        moved = vergelijking.uitvoering == "uitgesteld"
        if not moved and vergelijking.oordeel in _NOTHING:
            return None
        regel = build_regel(rij, {}, dossier)
        given = vergelijking.realisatie
        agreed = regel.uitleg.akkoord or _changed_with(vergelijking)
        if moved:
            agreed = (agreed or "afgesproken") if vergelijking.oordeel == "uitgesteld" else None
        less = vergelijking.oordeel in _MINDER and regel.uitleg.vervolg is not None
        if not (moved or agreed or less):
            return None
        return cls(
            regel.id,
            regel.oordeel,
            regel.toezegging,
            given.realisatie.niet_bereikt if given else None,
            regel.waarom_zin if regel.waarom else None,
            moved,
            vergelijking.jaar,
            regel.uitleg.vervolg,
            agreed,
        )


@dataclass(frozen=True, slots=True)
class Afspraak:
    """What was agreed, and about which promises."""

    akkoord: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verder:
    """How it goes on with what was not reached, or not for sure.

    `voor_te_leggen` goes on without anyone having agreed: first what was moved as a whole, then
    what was reached in part or not at all and has a vervolg. `afgesproken` was agreed, about
    `n_afgesproken` promises. `onzeker` are the ids of what is unanswered and has a vervolg.
    """

    voor_te_leggen: tuple[Doorgang, ...]
    afgesproken: tuple[Afspraak, ...]
    onzeker: tuple[str, ...]

    @property
    def n_afgesproken(self) -> int:
        """About how many promises something was agreed."""
        return sum(len(one.ids) for one in self.afgesproken)

    @classmethod
    def of(cls, rijen: Iterable[Rij], dossier: Dossier) -> Verder:
        """Return how it goes on with these rows."""
        going: list[Doorgang] = []
        unsure: list[str] = []
        agreed: dict[str, list[str]] = {}
        for rij in rijen:
            given = rij.vergelijking.realisatie
            one = Doorgang.of(rij, dossier)
            if one is None:
                unanswered = rij.vergelijking.oordeel in ZONDER_ANTWOORD
                if unanswered and given is not None and given.realisatie.vervolg:
                    unsure.append(rij.id)
            elif one.akkoord is None:
                going.append(one)
            else:
                agreed.setdefault(one.akkoord, []).append(one.id)
        return cls(
            tuple(sorted(going, key=lambda one: not one.verschoven)),
            tuple(Afspraak(text, tuple(ids)) for text, ids in agreed.items()),
            tuple(unsure),
        )


def _changed_with(vergelijking: Vergelijking) -> str | None:
    """Return what approved the last change of a promise that counts."""
    changes = (one.bijstelling for one in vergelijking.bijstellingen if one.telt)
    told = [one.wijziging.akkoord for one in changes if one is not None]
    return told[-1] if told else None
