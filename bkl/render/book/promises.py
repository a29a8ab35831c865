"""The columns of promises: what was promised and what came of it, in words and in numbers."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verdicts import Rij
from bkl.domein.model.jaarverslag import Realisatie
from bkl.domein.notatie.values.interval import Interval
from bkl.render.book.table import Cell, Column
from bkl.wording.figures import beloofd, format_gegeven, format_procent, format_verschil
from bkl.wording.verdicts import oordeel_tekst

_NOTHING = Realisatie.model_construct()
Columns = list[Column[Rij]]


def promised_columns(dossier: Dossier) -> Columns:
    """Return the columns about the promise alone."""
    word = dossier.werkplan.begrippen.speerpunt.capitalize()

    def title(rij: Rij) -> Cell:
        found = dossier.speerpunt(rij.speerpunt)
        return dossier.werkplan.title_of(rij.speerpunt, found[1]) if found else None

    return [
        Column("Code", 18, lambda rij: rij.id),
        Column(word, 11, lambda rij: rij.speerpunt),
        Column(f"Naam van {_article(dossier)}", 24, title),
        Column("Toezegging", 46, _promise),
        Column("Doel", 22, lambda rij: beloofd(rij.vergelijking)),
        Column("Doel vanaf", 11, _bound(_goal, "low")),
        Column("Doel tot en met", 11, _bound(_goal, "high")),
        Column("Eenheid", 14, lambda rij: rij.vergelijking.entry.eenheid),
        *(_level_columns(dossier) if dossier.gelaagd else ()),
    ]


def _level_columns(dossier: Dossier) -> Columns:
    """Return what a promise is part of, who answer for it, and what it contributes to."""
    lines = dossier.bijdragen
    return [
        Column("Valt onder", 16, lambda rij: " › ".join(dossier.nesting.keten(rij.speerpunt))),
        Column(
            "Portefeuillehouder", 20, lambda rij: _named(rij.vergelijking.entry.portefeuillehouders)
        ),
        Column("Uitvoerder", 20, lambda rij: _named(rij.vergelijking.entry.uitvoerders)),
        Column("Draagt bij aan", 18, lambda rij: _named(lines.heen.get(rij.id, ()))),
        Column("Hieraan dragen bij", 18, lambda rij: _named(lines.terug.get(rij.id, ()))),
    ]


def _named(names: tuple[str, ...]) -> str:
    return ", ".join(names)


def result_columns() -> Columns:
    """Return the columns about what came of it."""
    return [
        Column("Bereikt", 22, lambda rij: format_gegeven(rij.vergelijking)),
        Column("Bereikt vanaf", 11, _bound(_reached, "low")),
        Column("Bereikt tot en met", 11, _bound(_reached, "high")),
        *difference_columns(),
        Column("Voortgang", 12, lambda rij: format_procent(rij.vergelijking)),
        Column("Voortgang vanaf (%)", 11, _bound(lambda rij: rij.vergelijking.procent, "low")),
        Column("Voortgang tot (%)", 11, _bound(lambda rij: rij.vergelijking.procent, "high")),
        Column("Oordeel", 18, lambda rij: oordeel_tekst(rij.vergelijking)),
        Column("Opmerkingen", 20, lambda rij: ", ".join(rij.vergelijking.vlaggen)),
        Column("Uitvoering", 14, lambda rij: rij.vergelijking.uitvoering),
        *account_columns(),
        Column("Telt mee bij", 14, lambda rij: rij.zelfde_als),
    ]


def difference_columns() -> Columns:
    """Return the columns of the difference, in words and in numbers."""
    return [
        Column("Verschil", 18, lambda rij: format_verschil(rij.vergelijking)),
        Column("Verschil vanaf", 11, _bound(lambda rij: rij.vergelijking.verschil, "low")),
        Column("Verschil tot en met", 11, _bound(lambda rij: rij.vergelijking.verschil, "high")),
    ]


def account_columns() -> Columns:
    """Return the columns in which the organisation accounts for the result."""
    return [
        Column("Reden", 16, lambda rij: _told(rij).reden),
        Column("Toelichting", 46, lambda rij: _told(rij).toelichting or _told(rij).onderbouwing),
        Column("Gevolg", 26, lambda rij: _told(rij).gevolg),
        Column("Vervolg", 26, lambda rij: _told(rij).vervolg),
        Column("Gemeld", 20, lambda rij: _told(rij).gemeld),
    ]


def differing_columns(dossier: Dossier) -> Columns:
    """Return the columns of what went otherwise than promised."""
    wanted = ("Code", "Toezegging", "Doel")
    heads = [column for column in promised_columns(dossier) if column.kop in wanted]
    reached = [one for one in result_columns() if one.kop in ("Bereikt", "Oordeel")]
    return [*heads, *reached, *difference_columns(), *account_columns()]


def _article(dossier: Dossier) -> str:
    return dossier.werkplan.begrippen.met_lidwoord("speerpunt")


def _promise(rij: Rij) -> Cell:
    entry = rij.vergelijking.entry
    own = entry.tekst or rij.tekst
    if entry.naam is None or own == entry.onderdeel_tekst:
        return own
    return f"{entry.onderdeel_tekst.rstrip('. ')}: {own}"


def _told(rij: Rij) -> Realisatie:
    given = rij.vergelijking.realisatie
    return given.realisatie if given else _NOTHING


def _goal(rij: Rij) -> Interval | None:
    doel = rij.vergelijking.doel
    return None if doel is None or doel.soort == "gereed" else doel.bereik


def _reached(rij: Rij) -> Interval | None:
    """Return the figure as it was judged, else as it was given."""
    given = rij.vergelijking.realisatie
    waarde = given.waarde if given else None
    if waarde is None or waarde.soort == "gereed":
        return None
    return rij.vergelijking.waarde or waarde.interval


def _bound(of: Callable[[Rij], Interval | None], end: str) -> Callable[[Rij], Cell]:
    """Return one end of an interval as a number; nothing where there is none."""

    def bound(rij: Rij) -> Fraction | None:
        interval = of(rij)
        if interval is None:
            return None
        return interval.low if end == "low" else interval.high

    return bound
