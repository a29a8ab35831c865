"""Bijstellingen: what changed in a plan after it was handed in (`bijstellingen-<jaar>.yaml`)."""

from datetime import date
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from bkl.domein.model.fields import Datum, Deadline, Jaar, Model, Planperiode, Tekst
from bkl.domein.woorden import Reden


class Wijziging(Model):
    """Wijziging: één verandering van één doel; het oorspronkelijke doel blijft staan.

    It counts when `akkoord_datum` lies on or before the end of the period.
    """

    indicator: Tekst = Field(title="De code van de indicator, zoals BD-R4.lezingen")
    datum: Datum | None = Field(None, title="De dag van de wijziging; weglaten als die onbekend is")
    doel: Tekst | None = Field(None, title="Het nieuwe doel")
    naar: Jaar | None = Field(None, title="Het jaar waarnaar de toezegging verschuift")
    deadline: Deadline | None = Field(None, title="De nieuwe deadline")
    reden: Reden = Field(title="Waarom het doel verandert")
    toelichting: Tekst | None = Field(None, title="De uitleg van de wijziging")
    akkoord: Tekst | None = Field(None, title="Brief of besluit dat de wijziging goedkeurt")
    akkoord_datum: Datum | None = Field(None, title="De dag van dat akkoord")

    @property
    def dag(self) -> date:
        """The day by which changes are ordered; one without a day comes first."""
        return self.datum or date.min

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if self.doel is None and self.naar is None and self.deadline is None:
            raise PydanticCustomError(
                "lege_wijziging",
                "Deze wijziging verandert niets.",
                {"cure": "Zet er het nieuwe `doel:` bij, of `naar:` met een jaar."},
            )
        if self.naar is not None and (self.doel is not None or self.deadline is not None):
            raise PydanticCustomError(
                "dubbele_wijziging",
                "Deze wijziging stelt het doel bij én verschuift het naar een ander jaar.",
                {"cure": "Maak er twee wijzigingen van."},
            )
        return self


class Bijstellingen(Model):
    """Bijstellingen: de wijzigingen van het plan van een jaar. Alleen aanvullen."""

    bijstellingen: Planperiode = Field(title="Het jaar, of de jaren, van het plan dat verandert")
    wijzigingen: tuple[Wijziging, ...] = Field(title="De wijzigingen, de oudste eerst")
