"""Legenda: how to read the phrases, the verdicts and the remarks beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bkl.domein.model.jaarverslag import Realisatie
from bkl.domein.notatie.reading.written import LEESMARGE
from bkl.domein.notatie.values.getal import write_number, write_rounded
from bkl.domein.records import dataclass
from bkl.domein.woorden import Oordeel, Reden
from bkl.render.matter import Stof
from bkl.render.text.marks import Merk
from bkl.render.views._parts.perioden import period_verdicts
from bkl.wording.figures import symbool
from bkl.wording.verdicts import BETEKENIS

_ABOUT = re.compile(
    r"\b(?:ca|circa|ongeveer|rond|plm|ong|pakweg|zo'n|een kleine|bijna|ruim|dik)\b|±|tal\b"
)
_CODE = re.compile(r"[^-]+-[RA]\d+(?:\..+)?")
_REDENEN: dict[Reden, str] = {
    "overmacht": "iets waar wij niets aan konden doen",
    "vraag lager": "er was minder vraag naar",
    "vraag hoger": "er was meer vraag naar",
    "partner": "het lag aan iemand met wie wij werken",
    "capaciteit": "er waren te weinig mensen of uren",
    "financiën": "het lag aan het geld",
    "planning": "het kwam op een ander moment",
    "andere aanpak": "wij deden het op een andere manier",
    "regelgeving": "het lag aan wetten of regels",
    "raming": "wij hadden het vooraf anders geschat",
    "meetwijze": "er is anders geteld of gemeten",
}
"""What a reason in one word means; the others say it themselves."""
_VAGUE = re.compile(r"\b(?:enkele|tientallen|honderden|duizenden)\b|\d\+")


@dataclass(frozen=True, slots=True)
class Legenda:
    """How to read a report.

    `marge` is how far `ca.` reaches, as `10 %`; `vanaf` is what then suffices for `ca. 100`.
    `afgesproken` tells whether the plan itself says so. `soorten` are the kinds of phrases
    that occur in the plan or the account, by the words in `_legenda.md.j2`. `redenen` are the
    reasons that were given, with what they mean, and `nummer` is one of the codes where R and A
    tell results from activities in all of them.
    """

    oordelen: tuple[tuple[Merk, str], ...]
    marge: str
    vanaf: str
    afgesproken: bool
    soorten: tuple[str, ...] = ()
    redenen: tuple[tuple[str, str], ...] = ()
    nummer: str | None = None


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
        (*_kinds(stof, ahead=ahead), *(() if ahead else _remarks(stof))),
        () if ahead else _reasons(stof),
        _code(stof),
    )


def _given(stof: Stof) -> list[Realisatie]:
    found = (rij.vergelijking.realisatie for rij in stof.rijen)
    return [one.realisatie for one in found if one is not None]


def _reasons(stof: Stof) -> tuple[tuple[str, str], ...]:
    used = {given.reden for given in _given(stof)}
    return tuple((reden, told) for reden, told in _REDENEN.items() if reden in used)


def _code(stof: Stof) -> str | None:
    """Return a code of a result to explain them all by, None where they are of other kinds."""
    if not all(_CODE.fullmatch(rij.id) for rij in stof.rijen):
        return None
    return next((rij.id.partition(".")[0] for rij in stof.rijen if "-R" in rij.id), None)


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


def _remarks(stof: Stof) -> Iterator[str]:
    """Yield the words beside an answer that a reader meets."""
    given = _given(stof)
    doelen = (rij.vergelijking.entry.doel for rij in stof.rijen)
    if any("%" in doel.tekst or "procent" in doel.tekst for doel in doelen if doel):
        yield "percentage"
    if any(one.verwant for one in given):
        yield "verwant"
    if any(one.akkoord for one in given):
        yield "akkoord"
    if any(rij.vergelijking.uitvoering == "loopt" for rij in stof.rijen):
        yield "loopt"
