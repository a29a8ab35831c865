"""The decision table walked row by row, with what made each row pass or not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bkl.domein.dossier.verdicts import Vergelijking
from bkl.wording.explanation.formulas import interval_notation, value_notation

_VRAGEN = {
    1: "Is de toezegging vervallen?",
    2: "Is zij uitgesteld, met akkoord?",
    3: "Is zij uitgesteld, zonder akkoord?",
    4: "Ontbreekt een criterium, en oordeelt er ook geen mens?",
    5: "Is er op de peildatum nog niets aan de beurt?",
    6: "Ontbreekt een cijfer of oordeel?",
    7: "Oordeelt een mens?",
    8: "Telt het cijfer iets anders dan het doel?",
    9: "Ligt A helemaal in S?",
    10: "Ligt A voor een deel in S?",
    11: "Ligt A buiten S, met zeker enige voortgang?",
    12: "Ligt A buiten S, met zeker geen voortgang?",
    13: "Ligt A buiten S, en is de voortgang onbekend?",
}


def table_walked(
    vergelijking: Vergelijking, jaar: int, peildatum: date
) -> Iterator[tuple[str, str]]:
    """Yield (row number, question with answer), up to the row that decided."""
    due = _due(vergelijking, jaar, peildatum)
    for rij, vraag in _VRAGEN.items():
        if rij < vergelijking.rij:
            because = _because_not(vergelijking, rij, due)
            yield str(rij), f"{vraag} nee{': ' if because else ''}{because}"
            continue
        because = _because(vergelijking, due)
        yield str(rij), f"{vraag} ja{': ' if because else ''}{because} → {vergelijking.oordeel}"
        return


def _because_not(vergelijking: Vergelijking, rij: int, due: str) -> str:
    """Return what shows that a row does not apply; empty where the question says it all."""
    doel = vergelijking.doel
    unit = f"te vergelijken in {doel.eenheid}" if doel and doel.eenheid else ""
    reasons = {
        1: vergelijking.uitvoering or "",
        2: vergelijking.uitvoering or "",
        5: due,
        6: f"`{vergelijking.gegeven}`" if vergelijking.gegeven else "",
        8: unit,
        9: _within(vergelijking, "valt niet binnen"),
        10: "A en S hebben geen getal gemeen",
        11: _progress(vergelijking),
        12: _progress(vergelijking),
    }
    return reasons.get(rij, "")


def _due(vergelijking: Vergelijking, jaar: int, peildatum: date) -> str:
    deadline, named = vergelijking.entry.deadline, vergelijking.maatstaf or ""
    today = f"de peildatum is {peildatum:%d-%m-%Y}"
    if named.startswith("mijlpaal") or (named and vergelijking.rij != 5):
        return f"maatstaf {named}; {today}"
    if named.startswith("jaardoel") or deadline is None:
        return f"te halen uiterlijk 31-12-{jaar}; {today}"
    return f"deadline {deadline:%d-%m-%Y}; {today}"


def _within(vergelijking: Vergelijking, relation: str) -> str:
    doel, waarde = vergelijking.doel, vergelijking.waarde
    if doel is None or doel.bereik is None or waarde is None:
        return ""
    if doel.soort == "gereed":
        return f"{'{ja}' if waarde.low else '{nee}'} {relation} {{ja}}"
    return f"{interval_notation(waarde)} {relation} {interval_notation(doel.bereik)}"


def _because(vergelijking: Vergelijking, due: str) -> str:
    """Return what shows that the row that decided does apply."""
    rij, doel = vergelijking.rij, vergelijking.doel
    if rij == 8 and vergelijking.realisatie is not None:
        given = vergelijking.realisatie
        told = given.realisatie.andere_definitie
        unit = given.waarde.eenheid if given.waarde else None
        return told or (f"{unit} is niet {doel.eenheid}" if doel and unit else "")
    moved = f"naar {vergelijking.jaar}" if vergelijking.jaar is not None else ""
    reasons = {
        2: moved,
        3: moved,
        5: due,
        9: _within(vergelijking, "valt binnen"),
        10: vergelijking.nodig or "",
    }
    return reasons.get(rij, _progress(vergelijking) if rij > 10 else "")


def _progress(vergelijking: Vergelijking) -> str:
    if vergelijking.procent is None:
        return "er is geen percentage te berekenen"
    return f"voortgang {value_notation(vergelijking.procent)} %"
