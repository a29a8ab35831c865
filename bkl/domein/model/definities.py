"""Definities: what is counted, agreed on by many organisations (the YAML of `definities.yaml`)."""

from pydantic import Field

from bkl.domein.model.codes import Naam
from bkl.domein.model.fields import Begrip, JaNee, Model, Tekst


class Definitie(Model):
    """Definitie: wat meetelt en wat niet, in één versie. Een andere versie is iets anders."""

    tekst: Tekst = Field(title="Wat telt mee en wat niet")
    eenheid: Tekst = Field(title="De eenheid, zoals `ontmoetingen` of `%`")
    optellen: JaNee = Field(False, title="Of cijfers van organisaties samen een totaal zijn")
    uniek: JaNee = Field(
        False, title="Telt unieke personen: wie bij twee organisaties komt, telt dan dubbel"
    )


class Definities(Model):
    """Definities: begrippen die werkplannen van verschillende organisaties delen.

    A plan refers to one as `prov:ontmoetingen@2`. What was published never changes: other
    words are another version.
    """

    definities: Naam = Field(title="Van wie ze zijn, als kort woord: `prov` in `prov:lessen@2`")
    van: Tekst = Field(title="Wie de definities vaststelt")
    begrippen: dict[Begrip, Definitie] = Field(
        title="De begrippen, elk met naam en versie: `ontmoetingen@2`"
    )
