"""The decision table walked row by row, with what made each row pass or not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bkl.domein.dossier.verdicts import Vergelijking
from bkl.wording.explanation.formulas import interval_notation, value_notation

_VRAGEN = {
    "1": "Is de toezegging vervallen?",
    "2": "Is zij uitgesteld, met akkoord?",
    "3": "Is zij uitgesteld, zonder akkoord?",
    "4": "Ontbreekt een criterium, en oordeelt er ook geen mens?",
    "4a": "Is het doel of het cijfer onleesbaar?",
    "5": "Is er op de peildatum nog niets aan de beurt?",
    "6": "Ontbreekt een cijfer of oordeel?",
    "7": "Oordeelt een mens?",
    "8": "Telt het cijfer iets anders dan het doel?",
    "8a": "Is het cijfer van een andere dag, of is niet bekend welke kant op beter is?",
    "9": "Ligt A helemaal in S?",
    "10": "Ligt A voor een deel in S?",
    "11": "Ligt A buiten S, met zeker een deel van de weg, en telt een deel?",
    "12": "Ligt A buiten S, met zeker geen voortgang?",
    "13": "Ligt A buiten S, en is er alleen een verschil?",
}


def table_walked(
    vergelijking: Vergelijking, jaar: int, peildatum: date
) -> Iterator[tuple[str, str]]:
    """Yield (row number, question with answer), up to the row that decided."""
    due = _due(vergelijking, jaar, peildatum)
    for regel, vraag in _VRAGEN.items():
        if regel != vergelijking.regel:
            because = _because_not(vergelijking, regel, due)
            yield regel, f"{vraag} nee{': ' if because else ''}{because}"
            continue
        because = _because(vergelijking, due)
        yield regel, f"{vraag} ja{': ' if because else ''}{because} → {vergelijking.oordeel}"
        return


def _because_not(vergelijking: Vergelijking, regel: str, due: str) -> str:
    """Return what shows that a row does not apply; empty where the question says it all."""
    doel = vergelijking.doel
    unit = f"te vergelijken in {doel.eenheid}" if doel and doel.eenheid else ""
    reasons = {
        "1": vergelijking.uitvoering or "",
        "2": vergelijking.uitvoering or "",
        "5": due,
        "6": f"`{vergelijking.gegeven}`" if vergelijking.gegeven else "",
        "8": unit,
        "9": _within(vergelijking, "valt niet binnen"),
        "10": "A en S hebben geen getal gemeen",
        "11": _progress(vergelijking),
        "12": _progress(vergelijking),
    }
    return reasons.get(regel, "")


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
    regel, doel = vergelijking.regel, vergelijking.doel
    if regel == "8" and vergelijking.realisatie is not None:
        given = vergelijking.realisatie
        told = given.realisatie.andere_definitie
        unit = given.waarde.eenheid if given.waarde else None
        return told or (f"{unit} is niet {doel.eenheid}" if doel and unit else "")
    moved = f"naar {vergelijking.jaar}" if vergelijking.jaar is not None else ""
    early = vergelijking.oordeel == "gehaald"
    reasons = {
        "2": moved,
        "3": moved,
        "5": f"{due}; {_cannot_be_undone(vergelijking)}" if early else due,
        "7": vergelijking.nodig or "",
        "8a": vergelijking.nodig or "",
        "9": _within(vergelijking, "valt binnen"),
        "10": vergelijking.nodig or "",
    }
    return reasons.get(regel, _progress(vergelijking) if vergelijking.rij > 10 else "")


def _cannot_be_undone(vergelijking: Vergelijking) -> str:
    within = _within(vergelijking, "valt al binnen")
    return f"{within}, en dat kan niet meer verloren gaan"


def _progress(vergelijking: Vergelijking) -> str:
    doel = vergelijking.doel
    if doel is not None and doel.norm:
        return "het doel is een norm: alles of niets"
    if "precies op de grens" in vergelijking.vlaggen:
        return "precies op de grens, en die telt zelf niet mee"
    if vergelijking.procent is None:
        return "er is geen percentage te berekenen"
    return f"voortgang {value_notation(vergelijking.procent)} %"
