"""Akkoorden: who agreed to which figure, and what it was then (`akkoord-<jaar>.yaml`)."""

from typing import Annotated

from pydantic import Field

from bkl.domein.model.fields import Datum, Jaar, Model, Tekst


class Akkoord(Model):
    """Akkoord: één handtekening onder één indicator."""

    indicator: Tekst = Field(title="De code van de indicator, zoals BD-R4.lezingen")
    wie: Tekst = Field(title="Wie akkoord gaf")
    rol: Tekst | None = Field(None, title="In welke rol, zoals directeur of controller")
    datum: Datum = Field(title="De dag van het akkoord")
    kenmerk: Annotated[str, Field(pattern=r"^[0-9a-f]{32,64}$")] = Field(
        title="Het kenmerk van tekst, definitie, cijfer en bewijs op die dag"
    )


class Akkoorden(Model):
    """Akkoorden: de handtekeningen onder een jaar. Alleen aanvullen; `bkl sign` doet dat."""

    akkoord: Jaar = Field(title="Het jaar van het verslag")
    akkoorden: tuple[Akkoord, ...] = Field((), title="De akkoorden, het oudste eerst")
