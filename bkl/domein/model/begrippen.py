"""Begrippen: the words that an organisation uses for the parts of its plan and report."""

import re
from typing import Literal, get_args

from pydantic import Field, model_validator

from bkl.domein.model.fields import Model, Tekst, Teksten

Lidwoord = Literal["de", "het"]
Enkelvoud = Literal["werkplan", "jaarverslag", "speerpunt", "thema", "doelgroep", "ambitie"]
"""The words that stand in a sentence with their article."""
ENKELVOUD: tuple[Enkelvoud, ...] = get_args(Enkelvoud)

_HET = ("plan", "verslag", "programma", "punt", "thema", "project", "resultaat", "doel", "rapport")
_DE = (
    *("ing", "heid", "tie", "agenda", "groep", "lijn", "opgave", "ambitie", "activiteit", "visie"),
    *("rekening", "pijler", "opdracht", "brief", "monitor", "koers", "wens", "kring"),
)


_SPOKEN = re.compile(
    r"\b([Hh]et|[Dd]at|[Dd]it|[Ee]en|[Gg]een) (werkplan|jaarverslag|speerpunt)\b"
    r"|\b(speerpunten)\b"
)
_BIJ_DE = {"het": "de", "Het": "De", "dat": "die", "Dat": "Die", "dit": "deze", "Dit": "Deze"}


class Begrippen(Model):
    """Begrippen: eigen woorden voor de onderdelen van plan en verslag.

    Each is used where the reader sees it; the keys of the YAML stay the same. A word may be
    given with its article (`de begroting`), or its article apart, under `lidwoorden`.
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
    lidwoorden: dict[Enkelvoud, Lidwoord] = Field({}, title="Het lidwoord bij een eigen woord")
    lagen: Teksten = Field(
        (), title="De woorden voor de lagen van speerpunten, zoals `[programma, doel, inspanning]`"
    )

    @model_validator(mode="before")
    @classmethod
    def _split_articles(cls, value: object) -> object:
        """Take the article off `de begroting`; what stands under `lidwoorden` goes before."""
        if not isinstance(value, dict):
            return value
        words: dict[object, object] = dict(value)
        articles: dict[object, object] = {}
        for key, word in value.items():
            article, space, rest = word.partition(" ") if isinstance(word, str) else ("", "", "")
            if space and article.lower() in ("de", "het") and rest.strip():
                words[key] = rest.strip()
                if key in ENKELVOUD:
                    articles[key] = article.lower()
        given = words.get("lidwoorden")
        if articles and (given is None or isinstance(given, dict)):
            words["lidwoorden"] = {**articles, **(given or {})}
        return words

    def lidwoord(self, begrip: Enkelvoud) -> Lidwoord | None:
        """Return the article of one of the words; None when nothing tells which it is.

        As given, else as the end of the word tells: `programmabegroting` is like `begroting`.
        """
        if begrip in self.lidwoorden:
            return self.lidwoorden[begrip]
        word = str(getattr(self, begrip)).lower()
        if word.endswith(_HET):
            return "het"
        return "de" if word.endswith(_DE) else None

    def met_lidwoord(self, begrip: Enkelvoud) -> str:
        """Return `het werkplan` or `de begroting`; without a known article the bare word."""
        word = str(getattr(self, begrip))
        article = self.lidwoord(begrip)
        return f"{article} {word}" if article else word

    @staticmethod
    def spreekt(tekst: str) -> bool:
        """Tell whether a message speaks of a part of the plan that may have another name."""
        return any(_SPOKEN.search(part) for part in tekst.split("`")[::2])

    def in_eigen_woorden(self, tekst: str) -> str:
        """Return a message in these words, with the article that goes with each.

        Only where such a word stands behind an article that can be changed, or in the plural;
        what stands between backticks is as it is in the files.
        """
        parts = tekst.split("`")
        parts[::2] = [_SPOKEN.sub(self._own, part) for part in parts[::2]]
        return "`".join(parts)

    def _own(self, found: re.Match[str]) -> str:
        if found[3]:
            return self.speerpunten
        said, word = found[1], next(one for one in ENKELVOUD if one == found[2])
        if self.lidwoord(word) == "de":
            said = _BIJ_DE.get(said, said)
        return f"{said} {getattr(self, word)}"

    @property
    def buiten_matrix(self) -> dict[str, str]:
        """What the sections outside the matrix are called, by their key in the YAML."""
        return {
            "uitgangspunten": self.uitgangspunten,
            "projecten": self.projecten,
            "bedrijfsvoering": self.bedrijfsvoering,
        }
