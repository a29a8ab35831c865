"""Eisen: what a funder asks of the account of one year (the YAML of `eisen.yaml`)."""

from typing import Literal

from pydantic import Field

from bkl.domein.model.fields import Datum, Gedeeld, Jaar, JaNee, Marge, Model, Tekst, Teksten

Veld = Literal["bron", "bewijs", "reden", "toelichting", "onderbouwing"]
"""What a funder may ask beside a figure or a verdict."""


class GevraagdeIndicator(Model):
    """GevraagdeIndicator: wat bij één gedeelde definitie wordt gevraagd."""

    verplicht: JaNee = Field(True, title="Of elk werkplan een indicator met deze definitie heeft")
    eenheid: Tekst | None = Field(None, title="De eenheid; anders die van de definitie")
    velden: tuple[Veld, ...] = Field((), title="Wat erbij moet staan, naast wat overal moet")


class Eisen(Model):
    """Eisen: wat wie subsidie geeft van een werkplan en een jaarverslag vraagt."""

    eisen: Jaar = Field(title="Het jaar waarvoor de eisen gelden")
    van: Tekst = Field(title="Wie de eisen stelt")
    definities: Teksten = Field((), title="De bestanden met definities, in dezelfde map")
    indicatoren: dict[Gedeeld, GevraagdeIndicator] = Field(
        {}, title="De gevraagde indicatoren, elk met een gedeelde definitie: `prov:lessen@2`"
    )
    velden: tuple[Veld, ...] = Field((), title="Wat bij elke indicator moet staan")
    hoogstens_niet_gerapporteerd: Marge | None = Field(
        None, title="Welk deel hoogstens zonder antwoord mag blijven, zoals 5%"
    )
    peildatum: Datum | None = Field(None, title="De dag tot wanneer de stand minstens loopt")
    vastgesteld: JaNee = Field(False, title="Of het verslag is vastgesteld en ondertekend")
    uiterlijk: Datum | None = Field(None, title="De dag waarop het uiterlijk is vastgesteld")
    akkoord: JaNee = Field(False, title="Of elk cijfer een akkoord heeft (`bkl sign`)")
