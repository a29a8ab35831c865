"""What every report has in common: its title block and colophon, and the jaarverslag under it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bkl import __version__
from bkl.domein.model.begrippen import ENKELVOUD, Begrippen
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.records import dataclass
from bkl.render.errors import Rapportfout
from bkl.render.matter import Stof, concept
from bkl.render.text.dutch import datum

CONCEPT = "concept, nog niet vastgesteld"
"""The status of a report without faults that nobody adopted."""


def expect_verslag(stof: Stof) -> Jaarverslag:
    """Return the jaarverslag; raises Rapportfout when there is none."""
    verslag, jaar = stof.dossier.jaarverslag, stof.dossier.jaar
    if verslag is None:
        raise Rapportfout(
            f"Er is geen jaarverslag over {jaar}.", f"Maak `data/jaarverslag-{jaar}.yaml`."
        )
    return verslag


@dataclass(frozen=True, slots=True)
class Teken:
    """One who signs; `naam` is None when it is not to be public."""

    rol: str
    naam: str | None


@dataclass(frozen=True, slots=True)
class Tekenblok:
    """Whether the account was adopted, and by whom."""

    vastgesteld: bool
    datum: date | None
    plaats: str | None
    door: tuple[Teken, ...]

    @classmethod
    def of(cls, stof: Stof, verslag: Jaarverslag, role: str | None = None) -> Tekenblok:
        """Return who signs; the name of a person only where it may be public.

        `role` signs where the account names nobody. With faults in the data, or figures that
        wait for an akkoord, it is not adopted, whatever the account says.
        """
        given = verslag.ondertekening
        whole = not stof.fouten and not stof.zonder_akkoord
        nobody = (Teken(role, None),) if role else ()
        return cls(
            vastgesteld=whole and given.status == "vastgesteld",
            datum=given.datum,
            plaats=given.plaats,
            door=tuple(Teken(een.rol, een.naam if een.openbaar else None) for een in given.door)
            or nobody,
        )

    @property
    def tekst(self) -> str:
        """Return the status for the title block."""
        if self.vastgesteld and self.datum is not None:
            return f"vastgesteld op {datum(self.datum)}"
        return CONCEPT


@dataclass(frozen=True, slots=True)
class Woorden:
    """The organisation's own words with their article: `het werkplan`, `de begroting`."""

    werkplan: str
    jaarverslag: str
    speerpunt: str
    thema: str
    doelgroep: str
    ambitie: str

    @classmethod
    def of(cls, begrippen: Begrippen) -> Woorden:
        """Return every word that stands in a sentence."""
        return cls(*(begrippen.met_lidwoord(begrip) for begrip in ENKELVOUD))


@dataclass(frozen=True, slots=True)
class Kop:
    """The title block and the colophon. `peildatum` is None while there is no jaarverslag."""

    titel: str
    organisatie: str
    jaar: int
    peildatum: date | None
    kenmerk: str
    begrippen: Mapping[str, str]
    woorden: Woorden
    status: str
    aan: str | None
    regel: str | None

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
            begrippen=plan.begrippen.model_dump(exclude={"lidwoorden", "lagen"}),
            woorden=Woorden.of(plan.begrippen),
            status=_status(stof),
            aan=plan.verantwoording.aan,
            regel=plan.verantwoording.regel,
        )


def _status(stof: Stof) -> str:
    """Return whether the report was adopted; with faults, or without every akkoord, it is not."""
    if stof.fouten:
        return concept(stof.fouten)
    verslag = stof.dossier.jaarverslag
    if verslag is None:
        return CONCEPT
    if stof.zonder_akkoord and verslag.ondertekening.status == "vastgesteld":
        return f"concept, {stof.zonder_akkoord} nog zonder akkoord"
    return Tekenblok.of(stof, verslag).tekst


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
    def woorden(self) -> Woorden:
        """The same words with their article, for in a sentence."""
        return self.kop.woorden

    @property
    def aan(self) -> str | None:
        """To whom the organisation answers; None when the plan does not say."""
        return self.kop.aan

    @property
    def regel(self) -> str | None:
        """The rule that asks for the account; None when the plan names none."""
        return self.kop.regel

    @property
    def status(self) -> str:
        """Concept, or since when it is adopted."""
        return self.kop.status

    @property
    def versie(self) -> str:
        """The version of bkl that made it."""
        return __version__

    @property
    def kenmerk(self) -> str:
        """The beginning of the digest of the data."""
        return self.kop.kenmerk
