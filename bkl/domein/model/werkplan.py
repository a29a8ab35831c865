"""Werkplan: what the organisation promises for one year (the YAML of `werkplan-<jaar>.yaml`)."""

from fractions import Fraction
from typing import Literal

from pydantic import Field

from bkl.domein.model.begrippen import Begrippen
from bkl.domein.model.codes import Sleutel
from bkl.domein.model.fields import Marge, Model, Planperiode, Tekst, Teksten
from bkl.domein.model.geld import Begroting
from bkl.domein.model.indicator import Indicator, Invloed, Niveau, Onderdeel, Onderdelen
from bkl.domein.model.verantwoording import Verantwoording

__all__ = [
    "Afspraken",
    "Indicator",
    "Invloed",
    "Niveau",
    "Onderdeel",
    "Onderdelen",
    "Speerpunt",
    "Werkplan",
]


class Speerpunt(Model):
    """Speerpunt: één thema voor één doelgroep, met ambitie, resultaten en activiteiten.

    The same shape serves promises outside the matrix (uitgangspunten, projecten and
    bedrijfsvoering) and the factsheets of a programme.
    """

    titel: Tekst | None = Field(None, title="Titel; anders thema en doelgroep")
    thema: str | None = Field(None, title="Sleutel van het thema, als de code het niet zegt")
    doelgroep: str | None = Field(
        None,
        title="Sleutel van de doelgroep, als de code het niet zegt; of een omschrijving, als het "
        "plan geen doelgroepen noemt",
    )
    ambitie: Tekst | None = Field(None, title="Wat dit speerpunt nastreeft")
    omschrijving: Tekst | None = Field(None, title="Wat het inhoudt, in Markdown")
    resultaten: Onderdelen = Field({}, title="Wat er aan het eind van het jaar moet staan")
    activiteiten: Onderdelen = Field({}, title="Wat daarvoor wordt gedaan")
    monitoring: Tekst | None = Field(None, title="Hoe en wanneer het wordt gemeten")
    partijen: Teksten = Field((), title="Wie eraan meewerken")
    regie: Tekst | None = Field(None, title="Wie de regie heeft")
    geld: Begroting | None = Field(None, title="Wat het mag kosten, en wie dat betaalt")
    onder: Sleutel | None = Field(
        None, title="De code van het speerpunt waar dit onder valt, als de eigen code dat niet zegt"
    )
    uitvoerder: Teksten = Field((), title="Wie het uitvoeren; geldt voor alles eronder")
    portefeuillehouder: Teksten = Field(
        (), title="Wie er bestuurlijk voor staan; geldt voor alles eronder"
    )
    draagt_bij_aan: Teksten = Field((), title="De codes waaraan dit bijdraagt, zoals `2-R1`")


VOORTGANG = ("op schema", "risico", "vertraagd")
"""How something stands in the course of a year, unless a plan has words of its own."""


class Afspraken(Model):
    """Afspraken die vooraf zijn gemaakt met wie het plan goedkeurt."""

    marge: Marge | None = Field(None, title="Marge bij `ca.`, zoals 10%")


class Werkplan(Model):
    """Werkplan: het plan van een jaar of van meer jaren; na indiening verandert het niet meer."""

    werkplan: Planperiode = Field(
        title="Het jaar van het plan, of de jaren, zoals `2023-2026` of `2023/2024`"
    )
    organisatie: Tekst = Field(title="Naam van de organisatie")
    titel: Tekst | None = Field(None, title="Titel van het document")
    begrippen: Begrippen = Field(Begrippen.model_construct(), title="Eigen woorden")
    verantwoording: Verantwoording = Field(
        Verantwoording.model_construct(aan=None, regel=None, vraag=None),
        title="Aan wie u verslag doet, en volgens welke regel",
    )
    fasen: Teksten = Field((), title="De fasen die een speerpunt doorloopt, in volgorde")
    voortgangswoorden: Teksten = Field(
        VOORTGANG, title="Uw eigen woorden voor hoe het ervoor staat, van goed naar slecht"
    )
    bedragen: Literal["x € 1.000"] | None = Field(
        None, title="In welke eenheid bedragen staan, als dat niet hele euro's zijn"
    )
    afspraken: Afspraken = Field(Afspraken.model_construct(marge=None), title="Afspraken vooraf")
    geld: Begroting | None = Field(None, title="Wat het hele plan mag kosten")
    themas: dict[Sleutel, Tekst] = Field({}, title="De thema's, elk met een sleutel")
    doelgroepen: dict[Sleutel, Tekst] = Field({}, title="De doelgroepen, elk met een sleutel")
    speerpunten: dict[Sleutel, Speerpunt] = Field(title="De speerpunten")
    uitgangspunten: dict[Sleutel, Speerpunt] = Field({}, title="Toezeggingen buiten de matrix")
    projecten: dict[Sleutel, Speerpunt] = Field({}, title="Projecten met andere financiering")
    bedrijfsvoering: dict[Sleutel, Speerpunt] = Field(
        {}, title="Toezeggingen over de eigen organisatie"
    )

    @property
    def marge(self) -> Fraction | None:
        """The agreed margin for `ca.` as a fraction of one, None when none was agreed."""
        return self.afspraken.marge

    def axes_of(self, sleutel: str, speerpunt: Speerpunt) -> tuple[str | None, str | None]:
        """Return (thema, doelgroep) of a speerpunt: as written, else as its code spells them.

        `AD` is thema A and doelgroep D when both are declared, and `1.10.2` is below thema
        `1.10` before it is below `1`. A code that spells no declared axis gives None there,
        and so does a doelgroep in a plan that declares none: it is then a description.
        """
        thema = speerpunt.thema
        doelgroep = speerpunt.doelgroep if self.doelgroepen else None
        if thema is None:
            thema = next((t for t in self.themas if self._spells(sleutel, t)), None)
            above = sleutel
            while thema is None and "." in above:
                above = above.rpartition(".")[0]
                thema = above if above in self.themas else None
        if doelgroep is None:
            rest = sleutel[len(thema) :] if thema and sleutel.startswith(thema) else sleutel
            doelgroep = rest if rest in self.doelgroepen else None
        return thema, doelgroep

    def title_of(self, sleutel: str, speerpunt: Speerpunt) -> str:
        """Return the title of a speerpunt: as written, else thema × doelgroep, else its code."""
        if speerpunt.titel:
            return speerpunt.titel
        thema, doelgroep = self.axes_of(sleutel, speerpunt)
        names = (self.themas.get(thema or ""), self.doelgroepen.get(doelgroep or ""))
        return " × ".join(name for name in names if name) or sleutel

    def _spells(self, sleutel: str, thema: str) -> bool:
        if not sleutel.startswith(thema):
            return False
        rest = sleutel[len(thema) :]
        return rest in self.doelgroepen if self.doelgroepen else not rest
