"""Uitleg: what the writer says about a result, beside its figures."""

from __future__ import annotations

import re

from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.model.jaarverslag import Realisatie
from bkl.domein.records import dataclass

_CLEAR = ("uitgevoerd", "uitgesteld", "vervallen")
"""What needs no words beside the verdict, which says it already or as good as."""

_SMALL = re.compile(r"(?:De|Het|Een|Andere|Alle|Of|Dat|Wat|Hoe|Er|Meer) (?=[a-z0-9])")
"""A first word that is no name, nor the first of one: a small letter follows."""


@dataclass(frozen=True, slots=True)
class Uitleg:
    """What the writer says about a result, each as one text; None where nothing is said."""

    uitvoering: str | None
    onderbouwing: str | None
    nodig: str | None
    andere_definitie: str | None
    reden: str | None
    toelichting: str | None
    gevolg: str | None
    vervolg: str | None
    gemeld: str | None
    akkoord: str | None

    @property
    def verklaart(self) -> bool:
        """Tell whether there is anything to read besides the verdict."""
        said = (self.onderbouwing, self.reden, self.toelichting, self.gevolg, self.vervolg)
        return any(part is not None for part in said)


def explain(vergelijking: Vergelijking, given: Realisatie) -> Uitleg:
    """Gather what is said about one result."""
    uitvoering = vergelijking.uitvoering
    return Uitleg(
        uitvoering=None if uitvoering in _CLEAR else uitvoering,
        onderbouwing=_grounds(given),
        nodig=vergelijking.nodig,
        andere_definitie=given.andere_definitie,
        reden=given.reden,
        toelichting=given.toelichting,
        gevolg=given.gevolg,
        vervolg=given.vervolg,
        gemeld=given.gemeld,
        akkoord=given.akkoord,
    )


def _grounds(given: Realisatie) -> str | None:
    """Return what happened, and what did not."""
    if given.niet_bereikt is None:
        return given.onderbouwing
    done = f"{given.onderbouwing} " if given.onderbouwing else ""
    return f"{done}Niet bereikt: {_within(given.niet_bereikt)}"


def _within(told: str) -> str:
    """Return a text behind a colon: small where its first word cannot begin a name."""
    return told[0].lower() + told[1:] if _SMALL.match(told) else told
