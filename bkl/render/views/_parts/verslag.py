"""What every report has in common: its title block and colophon, and the jaarverslag under it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bkl import __version__
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.render.errors import Rapportfout
from bkl.render.matter import Stof


def expect_verslag(stof: Stof) -> Jaarverslag:
    """Return the jaarverslag; raises Rapportfout when there is none."""
    verslag, jaar = stof.dossier.jaarverslag, stof.dossier.jaar
    if verslag is None:
        raise Rapportfout(
            f"Er is geen jaarverslag over {jaar}.", f"Maak `data/jaarverslag-{jaar}.yaml`."
        )
    return verslag


@dataclass(frozen=True, slots=True)
class Kop:
    """The title block and the colophon. `peildatum` is None while there is no jaarverslag."""

    titel: str
    organisatie: str
    jaar: int
    peildatum: date | None
    kenmerk: str
    begrippen: Mapping[str, str]

    @classmethod
    def of(cls, stof: Stof, titel: str) -> Kop:
        """Return the block for a report with this title."""
        plan, verslag = stof.dossier.werkplan, stof.dossier.jaarverslag
        return cls(
            titel=titel,
            organisatie=(verslag.organisatie if verslag else None) or plan.organisatie,
            jaar=stof.dossier.jaar,
            peildatum=verslag.peildatum if verslag else None,
            kenmerk=stof.digest[:12],
            begrippen=plan.begrippen.model_dump(),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MetKop:
    """A view with the usual title block; its template finds the parts of it by name."""

    kop: Kop

    @property
    def titel(self) -> str:
        """Title of the document."""
        return self.kop.titel

    @property
    def organisatie(self) -> str:
        """Whose document it is."""
        return self.kop.organisatie

    @property
    def jaar(self) -> int:
        """The year it is about."""
        return self.kop.jaar

    @property
    def peildatum(self) -> date | None:
        """The day on which the account was made up, None while there is none."""
        return self.kop.peildatum

    @property
    def begrippen(self) -> Mapping[str, str]:
        """What the organisation calls the parts of its plan."""
        return self.kop.begrippen

    @property
    def versie(self) -> str:
        """The version of bkl that made it."""
        return __version__

    @property
    def kenmerk(self) -> str:
        """The beginning of the digest of the data."""
        return self.kop.kenmerk
