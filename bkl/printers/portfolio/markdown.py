"""The portfolio as GitHub Markdown: one table of counts, one of totals, one of what to look at."""

from __future__ import annotations

from collections.abc import Sequence

from bkl.portfolio.counts import Overzicht, Tellingen
from bkl.portfolio.rollups import VERDICTS
from bkl.printers.gap.markdown import escape
from bkl.printers.portfolio.table import head_of, name_of
from bkl.printers.screen import Screen
from bkl.wording.portfolio import promised_text, total_text


def show(result: Overzicht, screen: Screen) -> str:
    """Return the whole portfolio."""
    lines = ["# Portfolio", "", f"{head_of(result)}.", "", f"## Per {result.verdeling}", ""]
    used = [one for one in VERDICTS if result.alle.aantallen[one]]
    head = [result.verdeling, "N", "zeker gehaald", "hoogstens", *used]
    lines += [f"| {' | '.join(head)} |", f"|---|{'---:|' * (len(head) - 1)}"]
    for one in (*result.groepen, result.alle):
        name = "**samen**" if one is result.alle else escape(name_of(result, one.sleutel))
        lines.append(f"| {name} | {' | '.join(_numbers(one, used))} |")
    if result.totalen:
        lines += ["", "## Samen, binnen één definitie", ""]
        lines += ["| definitie | jaar | samen | beloofd | organisaties | zonder cijfer |"]
        lines += ["|---|---|---|---|---:|---:|"]
    for totaal in result.totalen:
        found = total_text(
            *(totaal.laagste, totaal.hoogste, totaal.eenheid), laagste_open=totaal.laagste_open
        )
        promised = promised_text(totaal.belofte, totaal.zonder_belofte)
        cells = (escape(totaal.definitie), str(totaal.jaar), escape(found), promised)
        lines.append(f"| {' | '.join(cells)} | {totaal.organisaties} | {totaal.zonder_cijfer} |")
    if result.aandacht:
        lines += ["", "## Kijk na", "", "| werkmap | jaar | stand | fouten | eisen | melding |"]
        lines += ["|---|---|---|---:|---:|---|"]
    for year in result.aandacht:
        place = f"{year.plaats} " if year.plaats else ""
        head = [escape(year.werkmap), str(year.jaar or ""), year.stand]
        told = escape(f"{place}{year.melding or ''}")
        eisen = "" if year.eisen is None else year.eisen
        lines.append(f"| {' | '.join(head)} | {year.fouten} | {eisen} | {told} |")
    return "\n".join(lines) + "\n"


def _numbers(one: Tellingen, used: Sequence[str]) -> list[str]:
    counts = (one.aantallen[name] for name in used)
    return [str(number) for number in (one.n, one.gehaald, one.mogelijk, *counts)]
