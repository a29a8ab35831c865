"""Legenda: how to read the phrases, the verdicts and the remarks beside them."""

from __future__ import annotations

from dataclasses import dataclass

from bkl.domein.notatie.reading.phrase import LEESMARGE
from bkl.domein.notatie.values.getal import write_number, write_rounded
from bkl.domein.woorden import Oordeel
from bkl.render.matter import Stof
from bkl.render.text.marks import Merk
from bkl.wording.figures import symbool

_OORDELEN: dict[Oordeel, str] = {
    "gehaald": "Wat bereikt is, voldoet aan het doel.",
    "deels gehaald": "Er is vooruitgang, maar het doel is niet bereikt.",
    "niet gehaald": "Het doel is niet bereikt; ook niet voor een deel, of een deel telt niet.",
    "niet te bepalen": "Het cijfer kan boven en onder het doel liggen, of wij weten te weinig.",
    "onleesbaar": "Het doel of het cijfer is niet te lezen; het telt mee als mogelijk gehaald.",
    "niet vergelijkbaar": "Het cijfer telt iets anders dan het doel, of in een andere eenheid.",
    "nog niet te beoordelen": "De afgesproken datum ligt na de peildatum.",
    "niet gerapporteerd": "Hierover hebben wij geen gegevens.",
    "nog niet bekend": "Het cijfer komt later.",
    "niet gemeten": "Dit is niet geteld of gemeten.",
    "niet toetsbaar": "Het doel is niet zo opgeschreven dat een cijfer kan beslissen.",
    "uitgesteld": "Verplaatst naar een ander jaar, en dat is afgesproken.",
    "vervallen": "De toezegging is losgelaten. Zij blijft meetellen in N.",
    "niet van toepassing": "De toezegging geldt niet meer. Zij telt niet mee in N.",
}


@dataclass(frozen=True, slots=True)
class Legenda:
    """How to read a report.

    `marge` is how far `ca.` reaches, as `10 %`; `vanaf` is what then suffices for `ca. 100`.
    `afgesproken` tells whether the plan itself says so.
    """

    oordelen: tuple[tuple[Merk, str], ...]
    marge: str
    vanaf: str
    afgesproken: bool


def build_legenda(stof: Stof) -> Legenda:
    """Return the legend; it explains every verdict, also those that do not occur."""
    agreed = stof.dossier.werkplan.marge
    marge = LEESMARGE if agreed is None else agreed
    digits = 0 if (marge * 100).denominator == 1 else 1
    return Legenda(
        tuple(
            (Merk(symbool(oordeel), oordeel, oordeel), uitleg)
            for oordeel, uitleg in _OORDELEN.items()
        ),
        f"{write_rounded(marge * 100, digits)} %",
        write_number(100 * (1 - marge)),
        agreed is not None,
    )
