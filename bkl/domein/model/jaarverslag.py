"""Jaarverslag: what came of the promises (the YAML of `jaarverslag-<jaar>.yaml`)."""

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from bkl.domein.model.bronnen import Bron, Bronplaatsen
from bkl.domein.model.codes import Naam, Sleutel
from bkl.domein.model.feiten import Feit
from bkl.domein.model.fields import (
    MOST_MOMENTEN,
    Datum,
    Jaar,
    JaNee,
    Model,
    Momenttekst,
    Tekst,
    Teksten,
)
from bkl.domein.model.geld import Besteding
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.woorden import Mensenoordeel, Plaats, Reden, Status, Uitvoering

Kenmerk = Annotated[
    str,
    StringConstraints(strip_whitespace=True, to_lower=True, pattern=r"^[0-9A-Fa-f]{12,64}$"),
]
_UITGESTELD = Lazy(r"uitgesteld naar (\d{4}(?:/\d{2,4})?)")


class Tegenspraak(Model):
    """Tegenspraak: een ander cijfer dat een bron voor hetzelfde geeft."""

    realisatie: Tekst = Field(title="Het andere cijfer")
    bron: Bronplaatsen = Field(title="Waar het staat")


class Verwant(Model):
    """Verwant: een cijfer dat erop lijkt maar iets anders telt; het telt nooit mee."""

    realisatie: Tekst = Field(title="Het cijfer, of wat er gebeurde")
    bron: Bronplaatsen = Field(title="Waar het staat")
    waarom: Tekst = Field(title="Waarom het niet past")


class Correctie(Model):
    """Correctie: een cijfer dat later is verbeterd; het oude blijft staan."""

    datum: Datum = Field(title="De dag van de verbetering")
    was: Tekst = Field(title="Het oude cijfer")
    wordt: Tekst = Field(title="Het nieuwe cijfer")
    reden: Tekst = Field(title="Waarom het oude cijfer niet klopte")


class Gewogen(Model):
    """Meting: een cijfer van één moment, met het gewicht waarmee het in een gemiddelde telt."""

    realisatie: Tekst = Field(title="Het cijfer, zoals `7,5`")
    gewicht: Tekst | None = Field(None, title="Over hoeveel het gaat, zoals `48`")

    @property
    def tekst(self) -> str:
        """The figure as written, with its weight."""
        return f"{self.realisatie} (gewicht {self.gewicht})" if self.gewicht else self.realisatie


def _short_realisatie(value: object) -> object:
    return {"realisatie": value} if isinstance(value, str) else value


class Realisatie(Model):
    """Realisatie: wat er van een indicator terechtkwam, met reden en bron."""

    realisatie: Tekst | None = Field(None, title="Wat bereikt is, zoals `1 lezing` of `450+`")
    mijlpalen: dict[Momenttekst, Tekst] = Field(
        default_factory=dict,
        max_length=MOST_MOMENTEN,
        title="Wat er op elk moment stond, zoals `Q1 2023: 6 haltes`",
    )
    metingen: dict[Momenttekst, Annotated[Gewogen, BeforeValidator(_short_realisatie)]] = Field(
        default_factory=dict,
        max_length=MOST_MOMENTEN,
        title="De metingen, zoals `Q1 2023: 12 lezingen`; zie `tijd` in het werkplan",
    )
    uitsplitsing: dict[Tekst, dict[str, Tekst]] = Field(
        default_factory=dict,
        title="Het cijfer per deel, zoals `leeftijd: {tot 18: 40, vanaf 18: 52}`",
    )
    teller: Tekst | None = Field(None, title="Het deel, zoals 31")
    noemer: Tekst | None = Field(None, title="Het geheel, zoals 48")
    voortgang: Tekst | None = Field(
        None, title="Hoe het ervoor staat, zoals `risico`; het oordeel verandert er niet door"
    )
    prognose: Tekst | None = Field(None, title="Wat u aan het eind verwacht, zoals `80-90 leden`")
    uitvoering: Uitvoering | None = Field(None, title="Wat er gebeurde")
    uitgesteld_naar: Jaar | None = Field(None, title="Het jaar waarin het alsnog gebeurt")
    akkoord: Tekst | None = Field(None, title="Brief of besluit dat het uitstel goedkeurt")
    oordeel: Mensenoordeel | None = Field(None, title="Oordeel over een doel zonder cijfer")
    niet_bereikt: Tekst | None = Field(
        None, title="Wat volgens de bron niet is bereikt; hoort bij `oordeel: deels gehaald`"
    )
    onderbouwing: Tekst | None = Field(None, title="Waarop dat oordeel rust")
    bron: Bronplaatsen = Field((), title="Bron en plaats, zoals `directieverslag, Lezingen`")
    reden: Reden | None = Field(None, title="Waarom het anders liep dan gepland")
    toelichting: Tekst | None = Field(None, title="De uitleg van het verschil")
    gevolg: Tekst | None = Field(None, title="Wat dit betekent")
    vervolg: Tekst | None = Field(None, title="Wat er nu gebeurt")
    gemeld: Tekst | None = Field(None, title="Wanneer het is gemeld aan wie het verslag krijgt")
    andere_definitie: Tekst | None = Field(
        None, title="Waarom dit cijfer niet met het doel te vergelijken is"
    )
    wie: Teksten = Field((), title="Wie dit cijfer of oordeel opgaf; komt niet in het verslag")
    correcties: tuple[Correctie, ...] = Field((), title="Verbeteringen van het cijfer")
    tegenspraak: tuple[Tegenspraak, ...] = Field((), title="Andere cijfers voor hetzelfde")
    verwant: tuple[Verwant, ...] = Field((), title="Cijfers die erop lijken maar niet meetellen")

    @model_validator(mode="before")
    @classmethod
    def _split_uitstel(cls, value: object) -> object:
        stand = value.get("uitvoering") if isinstance(value, dict) else None
        found = _UITGESTELD.fullmatch(stand) if isinstance(stand, str) else None
        if isinstance(value, dict) and found:
            return {"uitgesteld_naar": found[1], **value, "uitvoering": "uitgesteld"}
        return value

    @model_validator(mode="after")
    def _share_is_whole(self) -> Self:
        if (self.teller is None) != (self.noemer is None):
            raise PydanticCustomError(
                "half_aandeel",
                "Een aandeel heeft een `teller` en een `noemer`; hier staat er één.",
                {"cure": "Zet de andere erbij, of schrijf `realisatie: 31 van 48`."},
            )
        return self


class Verhaal(Model):
    """Verhaal: hoe het met een speerpunt ging: de fase, en het verhaal in Markdown."""

    fase: Tekst | None = Field(None, title="De fase, een van de `fasen` van het werkplan")
    verhaal: Tekst | None = Field(None, title="De tekst, in Markdown")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.fase is None and self.verhaal is None:
            raise PydanticCustomError(
                "leeg_verhaal",
                "Hier staat geen `verhaal` en geen `fase`.",
                {"cure": "Zet er `verhaal: …` bij, of haal de regel weg."},
            )
        return self


class Hoofdstuk(Model):
    """Hoofdstuk: een eigen hoofdstuk van het verslag, in Markdown."""

    titel: Tekst = Field(title="Kop van het hoofdstuk")
    plaats: Plaats = Field("na", title="Waar het staat: voor of na de resultaten")
    tekst: Tekst = Field(title="De tekst, in Markdown")


class Ondertekenaar(Model):
    """Ondertekenaar: wie het verslag ondertekent; de rol is genoeg."""

    rol: Tekst = Field(title="De rol, zoals `directeur-bestuurder`")
    naam: Tekst | None = Field(None, title="De naam; alleen te lezen met `openbaar: ja`")
    openbaar: JaNee = Field(False, title="Of de naam in een openbaar rapport mag staan")


class Ondertekening(Model):
    """Ondertekening: of het verslag is vastgesteld, wanneer en door wie.

    A document is *vastgesteld* only when nothing is wrong with its data either.
    """

    status: Status = Field("concept", title="Of het verslag is vastgesteld")
    datum: Datum | None = Field(None, title="De dag waarop het is vastgesteld")
    plaats: Tekst | None = Field(None, title="De plaats van ondertekening")
    door: tuple[Ondertekenaar, ...] = Field((), title="Wie ondertekenen")

    @model_validator(mode="after")
    def _says_when(self) -> Self:
        if self.status == "vastgesteld" and self.datum is None:
            raise PydanticCustomError(
                "vastgesteld_zonder_datum",
                "Het verslag is vastgesteld, maar er staat niet wanneer.",
                {"cure": "Zet er `datum:` bij, of laat `status: vastgesteld` nog weg."},
            )
        return self


class Jaarverslag(Model):
    """Jaarverslag: het verslag over een jaar, dat antwoordt op het werkplan."""

    jaarverslag: Jaar = Field(title="Het jaar van het verslag")
    organisatie: Tekst | None = Field(None, title="Naam van de organisatie")
    titel: Tekst | None = Field(None, title="Titel van het document")
    peildatum: Datum = Field(title="De dag waarop de stand is opgemaakt")
    werkplan_hash: Kenmerk | None = Field(
        None, title="De SHA-256 van het werkplan zoals het is ingediend, of het begin daarvan"
    )
    bronnen: dict[Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")], Bron] = Field(
        default_factory=dict, title="De bronnen, elk met een korte naam"
    )
    realisaties: dict[str, Annotated[Realisatie, BeforeValidator(_short_realisatie)]] = Field(
        default_factory=dict, title="Wat er van elke indicator terechtkwam"
    )
    ondertekening: Ondertekening = Field(
        Ondertekening.model_construct(status="concept", datum=None, plaats=None, door=()),
        title="Status, datum en ondertekening",
    )
    geld: dict[Sleutel, Besteding] = Field(
        {}, title="Wat het kostte, per onderdeel van het plan; `totaal` voor alles samen"
    )
    feiten: dict[Naam, Feit] = Field(
        {}, title="Cijfers zonder toezegging, elk met een naam; ze tellen niet mee"
    )
    speerpunten: dict[Sleutel, Verhaal] = Field({}, title="Het verhaal per speerpunt")
    hoofdstukken: dict[str, Hoofdstuk] = Field({}, title="De andere hoofdstukken")
