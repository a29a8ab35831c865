"""The closed vocabularies of werkplan and jaarverslag, spelled as in the YAML."""

from __future__ import annotations

from typing import Literal, get_args
from unicodedata import normalize

Richting = Literal["hoger", "lager", "binnen", "precies"]
"""Which way is better: up, down, inside a band, or exactly the figure."""

Doelsoort = Literal[
    "minimum",
    "maximum",
    "bandbreedte",
    "richtgetal",
    "verandering",
    "precies",
    "gereed",
    "kwalitatief",
    "niet toetsbaar",
]
"""Kind of doel (design: the phrase table)."""

Waardesoort = Literal[
    "exact",
    "ondergrens",
    "bovengrens",
    "schatting",
    "bandbreedte",
    "orde van grootte",
    "aandeel",
    "gereed",
    "geen cijfer",
]
"""Kind of realisatie."""

GeenCijfer = Literal["nog niet bekend", "niet gemeten", "niet van toepassing"]
"""Why there is no figure, as the writer gives it; saying nothing is `niet gerapporteerd`."""

Uitvoering = Literal[
    "uitgevoerd", "deels uitgevoerd", "loopt", "niet gestart", "uitgesteld", "vervallen"
]
"""What happened, typed by the writer; `uitgesteld` may carry a year."""

Mensenoordeel = Literal["gehaald", "deels gehaald", "niet gehaald", "niet te bepalen"]
"""The verdicts that a person may give, on a qualitative indicator only."""

Oordeel = Literal[
    "gehaald",
    "deels gehaald",
    "niet gehaald",
    "niet te bepalen",
    "niet vergelijkbaar",
    "onleesbaar",
    "nog niet te beoordelen",
    "niet gerapporteerd",
    "nog niet bekend",
    "niet gemeten",
    "niet toetsbaar",
    "uitgesteld",
    "vervallen",
    "niet van toepassing",
]
"""The computed verdict, in the order in which reports list the counts."""

Vlag = Literal[
    "overtroffen",
    "boven bandbreedte",
    "binnen marge",
    "verslechterd",
    "vóór de deadline",
    "precies op de grens",
    "marge niet afgesproken",
    "tegenspraak",
    "mate onbekend",
    "te laat",
    "tijd niet te bepalen",
    "doel bijgesteld",
    "bijstelling zonder akkoord",
    "gecorrigeerd cijfer",
    "kleine groep",
    "ouder cijfer",
]
"""A remark beside the verdict; it never changes it."""

Tijdigheid = Literal["op tijd", "te laat", "niet te bepalen"]
"""Whether a mijlpaal that was reached, was reached on time."""

Reden = Literal[
    "overmacht",
    "vraag lager",
    "vraag hoger",
    "partner",
    "capaciteit",
    "financiën",
    "planning",
    "andere aanpak",
    "regelgeving",
    "raming",
    "meetwijze",
    "anders",
    "niet vermeld",
]
"""Why a result differs from its doel; `niet vermeld` when no source gives a reason."""

Plaats = Literal["voor", "na"]
"""Where a chapter of the writer stands: before the results or after them."""

Status = Literal["concept", "vastgesteld"]
"""Whether a jaarverslag was adopted, as its writer says."""

Indeling = Literal[
    "speerpunt",
    "thema",
    "doelgroep",
    "niveau",
    "invloed",
    "uitvoerder",
    "portefeuillehouder",
    "label",
]
"""By what the rows of a plan can be counted."""

Periodesoort = Literal["week", "maand", "kwartaal", "tertaal", "halfjaar", "jaar"]
"""How long the periods of a table are, the shortest first; a tertaal is a third of a year."""

PERIODEN = "periode"
"""For a table by periods that are as long as what was measured."""
PERIODESOORTEN: tuple[Periodesoort, ...] = get_args(Periodesoort)
INDELINGEN: tuple[Indeling, ...] = get_args(Indeling)
OORDELEN: tuple[Oordeel, ...] = get_args(Oordeel)
ZONDER_CIJFER: tuple[Oordeel, ...] = ("niet gerapporteerd", "nog niet bekend", "niet gemeten")
"""Verdicts of which there is neither a figure nor a judgement."""
ONBESLIST: frozenset[Oordeel] = frozenset(
    (
        "niet te bepalen",
        "niet vergelijkbaar",
        "onleesbaar",
        "nog niet te beoordelen",
        "niet gerapporteerd",
        "nog niet bekend",
        "niet gemeten",
    )
)
"""Verdicts that may still turn out to be `gehaald`: the 'possible' end of the interval.

What is not due yet is among them, and what cannot be read or compared: nobody knows it yet.
"""
ZONDER_ANTWOORD: frozenset[Oordeel] = frozenset(
    oordeel
    for oordeel in OORDELEN
    if oordeel == "niet toetsbaar" or oordeel in ONBESLIST - {"nog niet te beoordelen"}
)
"""Verdicts that leave a promise unanswered though its day has come: no yes, no partly, no no."""


def fold(name: str) -> str:
    """Return a name as it is compared with what was typed: without capitals, accents composed."""
    return normalize("NFC", name).casefold()
