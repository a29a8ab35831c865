"""Geld: what a part of the plan may cost and did cost, and who pays; never per result."""

from pydantic import Field

from bkl.domein.model.bronnen import Bronplaatsen
from bkl.domein.model.fields import Jaar, Model, Tekst, Teksten
from bkl.domein.woorden import Reden


class Begroting(Model):
    """Begroting: wat een onderdeel mag kosten, en wie dat betaalt. In hele bedragen, precies."""

    begroot: Tekst | None = Field(None, title="Het bedrag, zoals `€ 450.000`")
    per_jaar: dict[Jaar, Tekst] = Field({}, title="Het bedrag per jaar, in een plan van meer jaren")
    dekking: dict[str, Tekst] = Field({}, title="Wie het betaalt, elk met een bedrag")
    wie: Teksten = Field((), title="Wie de bedragen aanlevert: een of meer personen of teams")


class Besteding(Model):
    """Besteding: wat een onderdeel heeft gekost, naast wat ervoor begroot was."""

    bijgesteld: Tekst | None = Field(None, title="De begroting zoals die is bijgesteld")
    besteed: Tekst | None = Field(None, title="Wat er is uitgegeven")
    dekking: dict[str, Tekst] = Field({}, title="Wie het heeft betaald, elk met een bedrag")
    reden: Reden | None = Field(None, title="Waarom het een ander bedrag werd")
    toelichting: Tekst | None = Field(None, title="De uitleg van het verschil")
    bron: Bronplaatsen = Field((), title="Bron en plaats, zoals `jaarrekening, blz. 12`")
