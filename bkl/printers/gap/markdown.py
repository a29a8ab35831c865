"""The comparison as GitHub Markdown: a table per speerpunt, to paste in an issue or a note."""

from __future__ import annotations

import re

from bkl.api import GapResult
from bkl.domein.dossier.verdicts import Rij, Telling, Vergelijking
from bkl.domein.model.jaarverslag import Realisatie
from bkl.printers.gap.parts.groups import Section, groups, shown_note
from bkl.printers.gap.parts.markdown_tables import periods, tables, tallies
from bkl.printers.screen import Screen, harmless
from bkl.wording.figures import (
    beloofd,
    format_gegeven,
    format_procent,
    format_verschil,
    gehaald_tekst,
    ontwikkeling_tekst,
    oordeel_tekst,
    symbool,
    teken,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LOWEST = 6
_HEAD = ("Id", "Toezegging", "Beloofd", "Bereikt", "Verschil", "Voortgang", "Oordeel", "Reden")


def show(result: GapResult, screen: Screen) -> str:
    """Return a heading, the counts and a table for each selected speerpunt."""
    if result.perioden is not None:
        return periods(result.perioden, escape)
    if result.groepen is not None:
        return tallies(result, _counts, escape)
    found = groups(result)
    parts = [_groep(groep, result) for groep in found]
    if sum(not groep.diepte for groep in found) != 1:
        parts.append(f"**Samen:** {_counts(Telling.of(result.gekozen))}\n")
    if note := shown_note(result):
        parts.insert(0, f"{escape(note)}\n")
    return "\n".join(parts)


def escape(text: str) -> str:
    """Return the text such that Markdown shows it as it is, in a table cell too."""
    return _SPECIAL.sub(r"\\\1", harmless(text))


def _groep(groep: Section, result: GapResult) -> str:
    heading = "#" * min(2 + groep.diepte, _LOWEST)
    lines = [f"{heading} {escape(groep.sleutel)} {escape(groep.titel)}", "", _counts(groep.telling)]
    if not groep.rijen:
        return "\n".join(lines) + "\n"
    lines += [
        "",
        f"| {' | '.join(_HEAD)} |",
        f"|{'---|' * len(_HEAD)}",
        *(f"| {' | '.join(_cells(rij))} |" for rij in groep.rijen),
        *tables(groep.rijen, result, escape),
    ]
    return "\n".join(lines) + "\n"


def _counts(telling: Telling) -> str:
    each = [
        f"{symbool(oordeel)} {number} {oordeel}"
        for oordeel, number in telling.aantallen.items()
        if number
    ]
    if telling.buiten:
        each.append(f"{telling.buiten} buiten de telling")
    if aside := ontwikkeling_tekst(telling):
        each.append(aside)
    return " · ".join((gehaald_tekst(telling), *each))


def _cells(rij: Rij) -> list[str]:
    vergelijking = rij.vergelijking
    entry = vergelijking.entry
    given = vergelijking.realisatie.realisatie if vergelijking.realisatie else None
    tekst = f"{rij.tekst} ({entry.tekst})" if entry.naam else rij.tekst
    vlaggen = f" ({', '.join(vergelijking.vlaggen)})" if vergelijking.vlaggen else ""
    reden = (given.reden, given.toelichting) if given and vergelijking.wijkt_af else ()
    verdict = f"{teken(vergelijking)} {oordeel_tekst(vergelijking)}{vlaggen}"
    if rij.zelfde_als:
        verdict += f", telt bij {rij.zelfde_als}"
    texts = (
        rij.id,
        tekst,
        beloofd(vergelijking),
        _given(vergelijking, given) if given else None,
        format_verschil(vergelijking),
        format_procent(vergelijking),
        verdict,
        ": ".join(part for part in reden if part),
    )
    return [escape(text or "") for text in texts]


def _given(vergelijking: Vergelijking, given: Realisatie) -> str:
    """Return what was reached, with the figures that contradict it, or else the grounds."""
    figures = [
        format_gegeven(vergelijking),
        *(f"elders {ander.realisatie}" for ander in given.tegenspraak),
    ]
    return "; ".join(figure for figure in figures if figure) or given.onderbouwing or ""
