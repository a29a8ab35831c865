"""Stappen: what only some promises have: mijlpalen, metingen, and changes of the doel.

Apart from the entries that every plan has, so that a plan without them does not pay for them.
"""

from __future__ import annotations

from dataclasses import dataclass

from bkl.domein.dossier.verdicts import Toets
from bkl.domein.model.bijstellingen import Wijziging
from bkl.domein.notatie.doel import Doel
from bkl.domein.notatie.moment import Moment
from bkl.domein.notatie.waarde import Waarde
from bkl.domein.woorden import Tijdigheid


@dataclass(frozen=True, slots=True)
class Mijlpaal:
    """What must stand at a moment on the way to the doel; due on the moment's last day."""

    moment: Moment
    doel: Doel


@dataclass(frozen=True, slots=True)
class Meting:
    """A figure as it stood at a moment."""

    moment: Moment
    waarde: Waarde


@dataclass(frozen=True, slots=True)
class Bijstelling:
    """A change of one doel; `doel` is None when it moves the promise, or only its deadline."""

    wijziging: Wijziging
    doel: Doel | None


@dataclass(frozen=True, slots=True, eq=False)
class Deeltoets:
    """A toets beside the one that counts: a mijlpaal, or a change of the doel.

    `naam` says which (`Q3 2022`, `15-06-2021`), `gegeven` is the figure as written. `telt`
    tells whether it decides the verdict of the year; `bezwaar` why a change does not count.
    """

    naam: str
    toets: Toets
    gegeven: str | None = None
    tijdigheid: Tijdigheid | None = None
    telt: bool = False
    bijstelling: Bijstelling | None = None
    bezwaar: str | None = None
