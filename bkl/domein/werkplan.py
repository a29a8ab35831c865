"""Werkplan: what the organisation promises for one year (the YAML of `werkplan-<jaar>.yaml`)."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from bkl.domein.basis import Datum, JaNee, Jaar, Marge, Model, Naam, Sleutel, Tekst
from bkl.domein.woorden import Richting

Niveau = Literal["inspanning", "prestatie", "effect", "maatschappelijk effect"]
Invloed = Literal["eigen", "gedeeld", "maatschappelijk"]


class Indicator(Model):
    """Indicator: één meetbaar of beoordeelbaar ding in een onderdeel.

    `doel` and `nulmeting` are phrases, read later by the notation. Without a doel the
    indicator is qualitative: a person judges whether the text came true.
    """

    tekst: Tekst | None = Field(None, title="Wat geteld of beoordeeld wordt")
    doel: Tekst | None = Field(None, title="Het doel, zoals `minimaal drie lezingen`")
    eenheid: Tekst | None = Field(None, title="De eenheid, als de zin van het doel die niet noemt")
    richting: Richting | None = Field(None, title="Welke kant op beter is")
    nulmeting: Tekst | None = Field(None, title="De stand bij het begin")
    definitie: Tekst | None = Field(None, title="Wat telt mee en wat niet")
    uniek: JaNee = Field(False, title="Telt unieke personen")
    niveau: Niveau | None = Field(None, title="Inspanning, prestatie of effect")
    invloed: Invloed | None = Field(None, title="Wie het cijfer kan veranderen")
    deadline: Datum | None = Field(None, title="Wanneer het klaar moet zijn; anders het jaareinde")
    ook_bij: tuple[str, ...] = Field((), title="Andere onderdelen waar dit doel ook staat")


def _short_indicator(value: object) -> object:
    return {"doel": value} if isinstance(value, str) else value


def _short_onderdeel(value: object) -> object:
    return {"tekst": value} if isinstance(value, str) else value


class Onderdeel(Indicator):
    """Onderdeel: een resultaat of activiteit van een speerpunt.

    Either it is itself the one indicator, or it holds named ones in `indicatoren`.
    """

    tekst: Tekst = Field(title="Wat wordt toegezegd")
    indicatoren: dict[Naam, Annotated[Indicator, BeforeValidator(_short_indicator)]] = Field(
        {}, title="De cijfers in dit onderdeel, elk met een naam"
    )

    @model_validator(mode="after")
    def _one_way(self) -> Onderdeel:
        if self.indicatoren and (self.doel is not None or self.ook_bij):
            raise PydanticCustomError(
                "dubbel_doel",
                "Dit onderdeel heeft zowel een eigen `doel` of `ook_bij` als `indicatoren`.",
            )
        return self


Onderdelen = dict[Sleutel, Annotated[Onderdeel, BeforeValidator(_short_onderdeel)]]


class Speerpunt(Model):
    """Speerpunt: één thema voor één doelgroep, met ambitie, resultaten en activiteiten.

    The same shape serves promises outside the matrix: uitgangspunten and projecten.
    """

    titel: Tekst | None = Field(None, title="Titel; anders thema en doelgroep")
    thema: str | None = Field(None, title="Sleutel van het thema, als de code het niet zegt")
    doelgroep: str | None = Field(None, title="Sleutel van de doelgroep, als de code het niet zegt")
    ambitie: Tekst | None = Field(None, title="Wat dit speerpunt nastreeft")
    resultaten: Onderdelen = Field({}, title="Wat er aan het eind van het jaar moet staan")
    activiteiten: Onderdelen = Field({}, title="Wat daarvoor wordt gedaan")


class Afspraken(Model):
    """Afspraken die vooraf met de subsidiegever zijn gemaakt."""

    marge: Marge | None = Field(None, title="Marge bij `ca.`, zoals 10%")


class Werkplan(Model):
    """Werkplan: het plan van een jaar; na indiening verandert het niet meer."""

    werkplan: Jaar = Field(title="Het jaar van het plan")
    organisatie: Tekst = Field(title="Naam van de organisatie")
    titel: Tekst | None = Field(None, title="Titel van het document")
    afspraken: Afspraken = Field(Afspraken(marge=None), title="Afspraken vooraf")
    themas: dict[Sleutel, Tekst] = Field({}, title="De thema's, elk met een sleutel")
    doelgroepen: dict[Sleutel, Tekst] = Field({}, title="De doelgroepen, elk met een sleutel")
    speerpunten: dict[Sleutel, Speerpunt] = Field(title="De speerpunten")
    uitgangspunten: dict[Sleutel, Speerpunt] = Field({}, title="Toezeggingen buiten de matrix")
    projecten: dict[Sleutel, Speerpunt] = Field({}, title="Projecten met andere financiering")

    @property
    def marge(self) -> Fraction | None:
        """The agreed margin for `ca.` as a fraction of one, None when none was agreed."""
        return self.afspraken.marge

    def axes_of(self, sleutel: str, speerpunt: Speerpunt) -> tuple[str | None, str | None]:
        """Return (thema, doelgroep) of a speerpunt: as written, else as its code spells them.

        `AD` is thema A and doelgroep D when both are declared; a code that spells no
        declared axis gives None there.
        """
        thema, doelgroep = speerpunt.thema, speerpunt.doelgroep
        if thema is None:
            thema = next((t for t in self.themas if self._spells(sleutel, t)), None)
        if doelgroep is None:
            rest = sleutel[len(thema) :] if thema and sleutel.startswith(thema) else sleutel
            doelgroep = rest if rest in self.doelgroepen else None
        return thema, doelgroep

    def _spells(self, sleutel: str, thema: str) -> bool:
        if not sleutel.startswith(thema):
            return False
        rest = sleutel[len(thema) :]
        return rest in self.doelgroepen if self.doelgroepen else not rest
