"""Feiten: figures worth telling that nobody promised; they count nowhere."""

from pydantic import Field

from bkl.domein.model.bronnen import Bronplaatsen
from bkl.domein.model.fields import Model, Tekst


class Feit(Model):
    """Feit: een cijfer dat het vertellen waard is, zonder toezegging; het telt niet mee in N."""

    tekst: Tekst = Field(title="Wat er is geteld, of wat er gebeurde")
    cijfer: Tekst | None = Field(None, title="Het cijfer, zoals `12.400 bezoekers`")
    bij: Tekst | None = Field(
        None, title="De code van het speerpunt of de toezegging waar het bij hoort"
    )
    toelichting: Tekst | None = Field(None, title="Wat de lezer erbij moet weten")
    bron: Bronplaatsen = Field((), title="Bron en plaats, zoals `directieverslag, Website`")
