"""Legenda: how to read the phrases, the verdicts and the remarks beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bkl.domein.notatie.reading.written import LEESMARGE
from bkl.domein.notatie.values.getal import write_number, write_rounded
from bkl.domein.records import dataclass
from bkl.domein.woorden import Oordeel
from bkl.render.matter import Stof
from bkl.render.text.marks import Merk
from bkl.render.views._parts.perioden import period_verdicts
from bkl.wording.figures import symbool
from bkl.wording.verdicts import BETEKENIS

_ABOUT = re.compile(
    r"\b(?:ca|circa|ongeveer|rond|plm|ong|pakweg|zo'n|een kleine|bijna|ruim|dik)\b|±|tal\b"
)
_VAGUE = re.compile(r"\b(?:enkele|tientallen|honderden|duizenden)\b|\d\+")


@dataclass(frozen=True, slots=True)
class Legenda:
    """How to read a report.

    `marge` is how far `ca.` reaches, as `10 %`; `vanaf` is what then suffices for `ca. 100`.
    `afgesproken` tells whether the plan itself says so. `soorten` are the kinds of phrases
    that occur in the plan or the account, by the words in `_legenda.md.j2`.
    """

    oordelen: tuple[tuple[Merk, str], ...]
    marge: str
    vanaf: str
    afgesproken: bool
    soorten: tuple[str, ...] = ()


def build_legenda(stof: Stof, *, ahead: bool = False) -> Legenda:
    """Return the legend: the verdicts and the kinds of phrases that occur.

    `ahead` is a document that only looks ahead: it gives no verdicts.
    """
    used = set[Oordeel]()
    if not ahead:
        used = {rij.vergelijking.oordeel for rij in stof.rijen} | set(period_verdicts(stof))
    agreed = stof.dossier.werkplan.marge
    marge = LEESMARGE if agreed is None else agreed
    digits = 0 if (marge * 100).denominator == 1 else 1
    return Legenda(
        tuple(
            (Merk(symbool(oordeel), oordeel, oordeel), uitleg)
            for oordeel, uitleg in BETEKENIS.items()
            if oordeel in used
        ),
        f"{write_rounded(marge * 100, digits)} %",
        write_number(100 * (1 - marge)),
        agreed is not None,
        tuple(_kinds(stof, ahead=ahead)),
    )


def _kinds(stof: Stof, *, ahead: bool) -> Iterator[str]:
    """Yield the kinds of phrases that a reader meets."""
    seen = [rij.vergelijking for rij in stof.rijen]
    doelen = [one.doel for one in seen if one.doel is not None]
    phrases = [doel.tekst for doel in doelen]
    if not ahead:
        phrases += [one.gegeven for one in seen if one.gegeven]
    together = " | ".join(phrases).casefold()
    if any(doel.bovengrens is not None for doel in doelen):
        yield "bandbreedte"
    if _ABOUT.search(together):
        yield "ongeveer"
    if _VAGUE.search(together):
        yield "vaag"
    if any(doel.nulmeting is not None for doel in doelen):
        yield "begin"
    if not ahead and any(one.procent is not None for one in seen):
        yield "procent"
    for vlag in ("overtroffen", "binnen marge"):
        if not ahead and any(vlag in one.vlaggen for one in seen):
            yield vlag
