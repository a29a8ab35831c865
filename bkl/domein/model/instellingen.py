"""Instellingen: what a workspace decides for itself (the YAML of `bkl.yaml`)."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from bkl.domein.model.fields import JaNee, Model, Tekst, Teksten
from bkl.domein.notatie.vocabulary.colour import is_colour

Ernst = Literal["uit", "waarschuwing", "fout"]
"""How heavy a rule weighs; `uit` means that it is not run."""


def _expect_colour(value: str) -> str:
    if not is_colour(value):
        raise PydanticCustomError(
            "kleur",
            "Dit is geen kleur.",
            {"cure": 'Schrijf een kleur als "#0b5a52", tussen aanhalingstekens.'},
        )
    return value.lower()


Kleur = Annotated[str, AfterValidator(_expect_colour)]
"""A colour as `#0b5a52`."""


class Kleuren(Model):
    """Kleuren: de kleuren van de huisstijl, als "#0b5a52"; wat ontbreekt, kiest bkl."""

    accent: Kleur | None = Field(None, title="Koppen, lijnen en links")
    gehaald: Kleur | None = Field(None, title="Het oordeel gehaald")
    deels: Kleur | None = Field(None, title="Het oordeel deels gehaald")
    niet: Kleur | None = Field(None, title="Het oordeel niet gehaald")
    open: Kleur | None = Field(None, title="Wat nog niet te bepalen is")


class Huisstijl(Model):
    """Huisstijl: hoe elk document eruitziet. Bestanden staan in de map met `bkl.yaml`."""

    logo: Tekst | None = Field(None, title="Het logo: een png of jpeg in deze map")
    omslagfoto: Tekst | None = Field(None, title="De foto op het omslag: een png of jpeg")
    omslagtekst: Tekst | None = Field(None, title="Wat er op de omslagfoto te zien is")
    kleuren: Kleuren = Field(Kleuren.model_construct(), title="De kleuren")
    lettertype: Tekst | None = Field(None, title="Het lettertype: een otf of ttf in deze map")
    word: Tekst | None = Field(None, title="Een Word-document waarvan de stijlen gelden")
    adres: Teksten = Field((), title="Het adres, een regel per stuk")
    ondertekenaar: Tekst | None = Field(None, title="De rol van wie ondertekent")


class Ondertekenregels(Model):
    """Ondertekenregels: wanneer een akkoord telt."""

    vier_ogen: JaNee = Field(False, title="Twee mensen tekenen, en niet wie het cijfer opgaf")


class Instellingen(Model):
    """Instellingen: de keuzes van deze map, in `bkl.yaml` naast de map `data`."""

    regels: dict[str, Ernst] = Field({}, title="Hoe zwaar een regel weegt, per code of naam")
    akkoord: Ondertekenregels = Field(
        Ondertekenregels.model_construct(vier_ogen=False), title="Hoe er wordt getekend"
    )
    huisstijl: Huisstijl = Field(Huisstijl.model_construct(), title="Hoe elk document eruitziet")
