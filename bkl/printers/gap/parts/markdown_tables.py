"""Markdown tables beside those of the verdicts: changes, mijlpalen, years and groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from bkl.api import GapResult
from bkl.domein.dossier.verdicts import Rij, Telling, Vergelijking
from bkl.printers.gap.parts.overview import hoofdletter
from bkl.printers.gap.parts.per import named, only_note, shared_note, sum_text, title_of
from bkl.printers.gap.parts.series import figures
from bkl.wording.figures import (
    format_gegeven,
    format_verschil,
    ontwikkeling_teken,
    oordeel_tekst,
    symbool,
)
from bkl.wording.periods import (
    NIETS_TE_TONEN,
    left_out,
    promised_told,
    reached_told,
    so_far_told,
    verdict_told,
)
from bkl.wording.periods import title_of as title_of_periods

if TYPE_CHECKING:
    from bkl.gap.periods.cells import Vakcel
    from bkl.gap.periods.due import Vaktoets
    from bkl.gap.periods.table import Periodetabel

Escape = Callable[[str], str]


def tables(rijen: Iterable[Rij], result: GapResult, escape: Escape) -> list[str]:
    """Return the tables that these rows need, none when nothing changed or lies apart."""
    shown = list(rijen)
    own = [rij.vergelijking for rij in shown if rij.zelfde_als is None]
    return [
        *_together(shown, result, escape),
        *_changed(own, escape),
        *_milestones(own, escape),
        *_years(own, result, escape),
    ]


def tallies(result: GapResult, counts: Callable[[Telling], str], escape: Escape) -> str:
    """Return the groups of `--per` as one table, with the sums below it."""
    groepen = result.groepen or ()
    rows = [(title_of(groep), str(groep.telling.n), counts(groep.telling)) for groep in groepen]
    rows.append(("**Samen**", str(result.telling.n), counts(result.telling)))
    heads = (hoofdletter(named(result)), "N", "Oordelen")
    only = only_note(result)
    lines = [escape(only), ""] if only else []
    lines += _table(heads, [(_plain(name, escape), n, text) for name, n, text in rows])
    if note := shared_note(result):
        lines += ["", escape(note)]
    for groep in groepen:
        lines += [f"- {escape(groep.naam)}: {escape(sum_text(som))}" for som in groep.sommen]
    return "\n".join(lines) + "\n"


def periods(tabel: Periodetabel, escape: Escape) -> str:
    """Return a table of periods: a row per indicator and period, and per doel that is due then."""
    heads = ("Id", "Toezegging", "Periode", "Bereikt", "Samen", "Doel", "Verschil", "Oordeel")
    rows = [[escape(cell) for cell in _period(*regel)] for regel in tabel.regels()]
    lines = [f"## {escape(title_of_periods(tabel))}", ""]
    lines += _table(heads, rows) if rows else [escape(NIETS_TE_TONEN)]
    if (note := left_out(tabel)) is not None and rows:
        lines += ["", escape(note)]
    return "\n".join(lines) + "\n"


def _period(rij: Rij, cel: Vakcel, one: Vaktoets | None) -> Sequence[str]:
    entry = rij.vergelijking.entry
    tekst = f"{rij.tekst} ({entry.tekst})" if entry.naam else rij.tekst
    cells = (rij.id, tekst, cel.vak.naam, reached_told(cel), so_far_told(cel) or "")
    if one is None:
        return (*cells, "", "", "")
    doel = f"{one.wat}: {promised_told(one, entry)}"
    sign = ontwikkeling_teken() if entry.is_ontwikkeling else symbool(one.toets.oordeel)
    verdict = f"{sign} {verdict_told(one, entry)}"
    return (*cells, doel, format_verschil(one.toets) or "", verdict)


def _together(rijen: Iterable[Rij], result: GapResult, escape: Escape) -> list[str]:
    """Return the verdicts on onderdelen whose parts must all be reached."""
    ids = dict.fromkeys(f"{rij.speerpunt}-{rij.onderdeel}" for rij in rijen)
    wholes = [result.samenstellingen[id_] for id_ in ids if id_ in result.samenstellingen]
    lines = [
        f"- {escape(one.id)} samen: {symbool(one.oordeel)} {one.oordeel}, "
        f"{one.gehaald} van {len(one.delen)} delen gehaald"
        for one in wholes
    ]
    return ["", *lines] if lines else []


def _plain(name: str, escape: Escape) -> str:
    return name if name.startswith("**") else escape(name)


def _changed(own: Sequence[Vergelijking], escape: Escape) -> list[str]:
    rows = []
    for one in own:
        if one.oorspronkelijk is None or one.oorspronkelijk.doel is None:
            continue
        moved = one.oordeel == "uitgesteld"
        rows.append(
            (
                one.entry.id,
                one.oorspronkelijk.doel.tekst,
                oordeel_tekst(one) if moved else _in_force(one),
                format_gegeven(one) or "",
                format_verschil(one) or "",
                f"{one.oorspronkelijk.oordeel} → {oordeel_tekst(one)}",
            )
        )
    heads = ("Id", "Oorspronkelijk", "Bijgesteld", "Realisatie", "Verschil", "Oordeel")
    lines = _titled("Bijgestelde doelen", heads, rows, escape)
    refused = [
        f"- {escape(one.entry.id)}: wijziging van {change.naam} telt niet mee ({change.bezwaar})"
        for one in own
        for change in one.bijstellingen
        if change.bezwaar is not None
    ]
    return lines + (["", *refused] if refused else [])


def _in_force(one: Vergelijking) -> str:
    """Return the doel that counts, with its deadline where a change moved that."""
    moved = [
        change.bijstelling.wijziging.deadline
        for change in one.bijstellingen
        if change.telt and change.bijstelling and change.bijstelling.wijziging.deadline
    ]
    text = one.doel_tekst or ""
    return f"{text}, deadline {moved[-1]:%d-%m-%Y}" if moved else text


def _milestones(own: Sequence[Vergelijking], escape: Escape) -> list[str]:
    rows = [
        (
            one.entry.id,
            part.naam,
            part.toets.doel.tekst if part.toets.doel else "",
            part.gegeven or "",
            part.toets.oordeel,
            part.tijdigheid or "",
        )
        for one in own
        for part in one.mijlpalen
    ]
    heads = ("Id", "Moment", "Beloofd", "Bereikt", "Oordeel", "Op tijd")
    return _titled("Mijlpalen", heads, rows, escape)


def _years(own: Sequence[Vergelijking], result: GapResult, escape: Escape) -> list[str]:
    reeksen = result.reeksen or {}
    rows = [
        (one.entry.id, figures(part), part[0].breuk or "")
        for one in own
        if one.entry.id in reeksen
        for part in reeksen[one.entry.id].stukken
    ]
    return _titled("De jaren ervoor", ("Id", "Reeks", "Trendbreuk"), rows, escape)


def _titled(
    title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], escape: Escape
) -> list[str]:
    if not rows:
        return []
    return ["", f"### {title}", "", *_table(heads, [[escape(cell) for cell in r] for r in rows])]


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [
        f"| {' | '.join(heads)} |",
        f"|{'---|' * len(heads)}",
        *(f"| {' | '.join(row)} |" for row in rows),
    ]
