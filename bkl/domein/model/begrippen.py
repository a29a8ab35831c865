"""Begrippen: the words that an organisation uses for the parts of its plan and report."""

from pydantic import Field

from bkl.domein.model.fields import Model, Tekst


class Begrippen(Model):
    """Begrippen: eigen woorden voor de onderdelen van plan en verslag.

    Each is used where the reader sees it; the keys of the YAML stay the same.
    """

    werkplan: Tekst = Field("werkplan", title="Het woord voor werkplan")
    jaarverslag: Tekst = Field("jaarverslag", title="Het woord voor jaarverslag")
    speerpunt: Tekst = Field("speerpunt", title="Het woord voor speerpunt")
    speerpunten: Tekst = Field("speerpunten", title="Het woord voor speerpunten, meervoud")
    thema: Tekst = Field("thema", title="Het woord voor thema")
    doelgroep: Tekst = Field("doelgroep", title="Het woord voor doelgroep")
    ambitie: Tekst = Field("ambitie", title="Het woord voor ambitie")
    resultaten: Tekst = Field("resultaten", title="Het woord voor resultaten, meervoud")
    activiteiten: Tekst = Field("activiteiten", title="Het woord voor activiteiten, meervoud")
    uitgangspunten: Tekst = Field("uitgangspunten", title="Het woord voor uitgangspunten, meervoud")
    projecten: Tekst = Field("projecten", title="Het woord voor projecten, meervoud")
    bedrijfsvoering: Tekst = Field("bedrijfsvoering", title="Het woord voor bedrijfsvoering")

    @property
    def buiten_matrix(self) -> dict[str, str]:
        """What the sections outside the matrix are called, by their key in the YAML."""
        return {
            "uitgangspunten": self.uitgangspunten,
            "projecten": self.projecten,
            "bedrijfsvoering": self.bedrijfsvoering,
        }
