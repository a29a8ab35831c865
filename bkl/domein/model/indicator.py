"""Indicator and Onderdeel: what one promise looks like in the YAML of a werkplan."""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from bkl.domein.model.codes import Naam, Sleutel
from bkl.domein.model.fields import (
    GEDEELD,
    MOST_MIJLPALEN,
    Deadline,
    Jaar,
    JaNee,
    Model,
    Momenttekst,
    Tekst,
    Teksten,
)
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.woorden import Richting

_GEDEELD = Lazy(GEDEELD)

Niveau = Literal["inspanning", "prestatie", "effect", "maatschappelijk effect"]
Invloed = Literal["eigen", "gedeeld", "maatschappelijk"]
Tijd = Literal["som", "stand", "cumulatief", "gemiddelde"]
"""How figures of several moments become one: added, the last one that is known, or weighed."""


Schaalwoord = Literal["cijfer", "nps", "index", "rang"]
"""What a bare figure is measured on."""
Woordschaal = Annotated[tuple[Tekst, ...], Field(min_length=2, max_length=20)]
"""The plan's own words to measure on, from the lowest to the highest."""


class Referentie(Model):
    """Referentie: een ander cijfer waarmee een doel zich vergelijkt."""

    wat: Tekst = Field(title="Wat het is, zoals `landelijk gemiddelde` of `vorig jaar`")
    waarde: Tekst = Field(title="Het cijfer, zoals `6,4`")
    bron: Teksten = Field(title="Waar het staat")


class Dimensie(Model):
    """Dimensie: waarnaar een cijfer is uitgesplitst, zoals wijk of leeftijd, en in welke delen."""

    delen: Teksten = Field((), title="De delen, zoals `vrouw` en `man`")
    doelen: dict[str, Tekst] = Field({}, title="Het doel per deel, als dat er is")
    overlap: JaNee = Field(False, title="Of iemand in meer delen kan vallen")
    personen: JaNee = Field(True, title="Of het om mensen gaat: dan blijven kleine delen verborgen")


def _short_dimensie(value: object) -> object:
    return {"delen": value} if isinstance(value, list | tuple | str) else value


class Indicator(Model):
    """Indicator: één meetbaar of beoordeelbaar ding in een onderdeel.

    `doel`, `nulmeting` and the values of `mijlpalen` and `jaardoelen` are phrases, read later
    by the notation. Without any of them the indicator is qualitative: a person judges whether
    the text came true.
    """

    tekst: Tekst | None = Field(None, title="Wat geteld of beoordeeld wordt")
    doel: Tekst | None = Field(None, title="Het doel, zoals `minimaal drie lezingen`")
    mijlpalen: dict[Momenttekst, Tekst] = Field(
        default_factory=dict,
        max_length=MOST_MIJLPALEN,
        title="Wat er op welk moment moet staan, zoals `eind 2023: 8 haltes`",
    )
    jaardoelen: dict[Jaar, Tekst] = Field(
        default_factory=dict, title="Het doel per jaar, op weg naar een doel dat later ligt"
    )
    eenheid: Tekst | None = Field(None, title="De eenheid, als de zin van het doel die niet noemt")
    richting: Richting | None = Field(None, title="Welke kant op beter is")
    nulmeting: Tekst | None = Field(None, title="De stand bij het begin")
    referentie: Referentie | None = Field(
        None, title="Een ander cijfer waarmee het doel zich vergelijkt"
    )
    schaal: Schaalwoord | Woordschaal | None = Field(
        None, title="De schaal van het cijfer, of eigen woorden van laag naar hoog"
    )
    definitie: Tekst | None = Field(
        None, title="Wat telt mee en wat niet, of een gedeelde definitie zoals `prov:lessen@2`"
    )
    uniek: JaNee = Field(False, title="Telt unieke personen")
    optellen: JaNee = Field(False, title="Mag bij gelijke cijfers worden opgeteld")
    norm: JaNee = Field(False, title="Alles of niets: een deel telt niet als deels gehaald")
    tijd: Tijd | None = Field(None, title="Hoe metingen samen één cijfer zijn")
    niveau: Niveau | None = Field(None, title="Inspanning, prestatie of effect")
    invloed: Invloed | None = Field(None, title="Wie het cijfer kan veranderen")
    uitvoerder: Teksten = Field((), title="Wie het uitvoeren: een of meer")
    portefeuillehouder: Teksten = Field((), title="Wie er bestuurlijk voor staan: een of meer")
    wie: Teksten = Field((), title="Wie het cijfer aanlevert: een of meer personen of teams")
    labels: Teksten = Field((), title="Eigen woorden om op te tellen, zoals `preventie`")
    deadline: Deadline | None = Field(
        None, title="Wanneer het klaar moet zijn; anders het jaareinde"
    )
    meetmoment: Deadline | None = Field(
        None, title="De dag of het jaar waarover het cijfer gaat, als dat eerder is"
    )
    uitsplitsing: dict[Tekst, Annotated[Dimensie, BeforeValidator(_short_dimensie)]] = Field(
        default_factory=dict, title="Waarnaar het cijfer wordt uitgesplitst, elk met de delen ervan"
    )
    ook_bij: tuple[str, ...] = Field((), title="Andere onderdelen waar dit doel ook staat")
    draagt_bij_aan: Teksten = Field((), title="De codes waaraan dit bijdraagt, zoals `2-R1`")
    vervolg_van: Tekst | None = Field(
        None, title="De code in een eerder werkplan waarvan dit het vervolg is"
    )
    trendbreuk: Tekst | None = Field(
        None, title="Waarom dit cijfer niet met eerdere jaren te vergelijken is"
    )

    @property
    def gedeelde_definitie(self) -> str | None:
        """The shared definition that it counts by, None for one in the plan's own words."""
        text = self.definitie
        return text if text is not None and _GEDEELD.fullmatch(text) else None

    @model_validator(mode="after")
    def _one_scale(self) -> Self:
        if not isinstance(self.schaal, tuple):
            return self
        if len({word.casefold() for word in self.schaal}) < len(self.schaal):
            raise PydanticCustomError(
                "schaal_dubbel",
                "Op deze schaal staat een woord twee keer.",
                {"cure": "Noem elk woord één keer, van laag naar hoog."},
            )
        if self.tijd not in (None, "stand"):
            raise PydanticCustomError(
                "schaal_tijd",
                "Woorden van een schaal zijn niet op te tellen of te middelen.",
                {"cure": "Laat `tijd` weg, of schrijf `tijd: stand`."},
            )
        return self

    @model_validator(mode="after")
    def _one_path(self) -> Self:
        if self.mijlpalen and self.jaardoelen:
            raise PydanticCustomError(
                "twee_wegen",
                "Hier staan zowel `mijlpalen` als `jaardoelen`.",
                {"cure": "Kies één van beide, en zet de andere momenten erbij."},
            )
        return self


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
        default_factory=dict, title="De cijfers in dit onderdeel, elk met een naam"
    )
    samengesteld: JaNee = Field(
        False, title="Is pas gehaald als alle cijfers in dit onderdeel zijn gehaald"
    )

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        own = self.doel is not None or self.ook_bij or self.mijlpalen or self.jaardoelen
        if self.indicatoren and own:
            raise PydanticCustomError(
                "dubbel_doel",
                "Dit onderdeel heeft zowel een eigen `doel` of `ook_bij` als `indicatoren`.",
            )
        return self


Onderdelen = dict[Sleutel, Annotated[Onderdeel, BeforeValidator(_short_onderdeel)]]
