"""How verdicts and counts look in Dutch: a sign, and the words it always goes with."""

from __future__ import annotations

from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.dossier.verdicts import Telling, Toets, Vergelijking
from bkl.domein.woorden import Oordeel

_SYMBOLEN: dict[Oordeel, tuple[str, str]] = {
    "gehaald": ("✓", "+"),
    "deels gehaald": ("◐", "~"),
    "niet gehaald": ("✗", "x"),
    "niet te bepalen": ("?", "?"),
    "niet vergelijkbaar": ("≠", "#"),
    "onleesbaar": ("!", "!"),
    "nog niet te beoordelen": ("◦", "o"),
    "niet gerapporteerd": ("…", "."),
    "nog niet bekend": ("○", "0"),
    "niet gemeten": ("∅", "m"),
    "niet toetsbaar": ("–", "-"),
    "uitgesteld": ("→", ">"),
    "vervallen": ("⊘", "/"),
    "niet van toepassing": ("·", "n"),
}

BETEKENIS: dict[Oordeel, str] = {
    "gehaald": "Wat bereikt is, voldoet aan het doel.",
    "deels gehaald": "Er is vooruitgang, maar het doel is niet bereikt.",
    "niet gehaald": (
        "Het doel is niet bereikt, ook niet voor een deel. Soms telt alleen het geheel."
    ),
    "niet te bepalen": "Wij weten iets, maar niet genoeg om te zeggen of het is gehaald.",
    "onleesbaar": "Het doel of het cijfer is niet te lezen; het telt mee als mogelijk gehaald.",
    "niet vergelijkbaar": "Het cijfer telt iets anders dan het doel, of in een andere eenheid.",
    "nog niet te beoordelen": "De afgesproken datum ligt na de peildatum.",
    "niet gerapporteerd": "Wij hebben geen cijfer of uitkomst om met de toezegging te vergelijken.",
    "nog niet bekend": "Het cijfer komt later.",
    "niet gemeten": "Dit is niet geteld of gemeten.",
    "niet toetsbaar": "Het doel is niet zo opgeschreven dat een cijfer kan beslissen.",
    "uitgesteld": "Verplaatst naar een ander jaar, en dat is afgesproken.",
    "vervallen": "De toezegging is losgelaten. Zij blijft meetellen.",
    "niet van toepassing": "De toezegging geldt niet meer. Zij telt niet mee.",
}
"""What each verdict means, for the legend of a report."""
OUDER_CIJFER = "het laatste cijfer is van een eerdere dag dan die waarover het doel gaat"
"""What `ouder cijfer` means."""
_ONTWIKKELING: dict[Oordeel, str] = {
    "gehaald": "streefwaarde bereikt",
    "deels gehaald": "deels bereikt",
    "niet gehaald": "niet bereikt",
}


def symbool(oordeel: Oordeel, *, ascii_only: bool = False) -> str:
    """Return the one character that stands for a verdict; it always goes with the word."""
    return _SYMBOLEN[oordeel][1 if ascii_only else 0]


def ontwikkeling_teken(*, ascii_only: bool = False) -> str:
    """Return the sign of a development."""
    return "v" if ascii_only else "◇"


def teken(vergelijking: Vergelijking, *, ascii_only: bool = False) -> str:
    """Return the sign of a verdict; a development has one of its own, which claims nothing."""
    if vergelijking.entry.is_ontwikkeling:
        return ontwikkeling_teken(ascii_only=ascii_only)
    return symbool(vergelijking.oordeel, ascii_only=ascii_only)


def oordeel_tekst(vergelijking: Vergelijking) -> str:
    """Return the verdict in words: `uitgesteld naar 2022`, `niet gehaald (uitgesteld …)`.

    A figure of society as a whole is a development (`ontwikkeling: niet bereikt`): nobody
    can say to have reached it.
    """
    return oordeel_woorden(vergelijking, vergelijking.entry)


def oordeel_woorden(toets: Toets, entry: IndicatorEntry) -> str:
    """Return a verdict on an indicator in words, be it on its year or on a part of it."""
    jaar = toets.jaar if isinstance(toets, Vergelijking) else None
    naar = f" naar {jaar}" if jaar is not None else ""
    words: str = toets.oordeel
    if toets.oordeel == "uitgesteld":
        words = f"uitgesteld{naar}"
    elif toets.rij == 3:
        words = f"niet gehaald (uitgesteld{naar})"
    if entry.is_ontwikkeling:
        return f"ontwikkeling: {_ONTWIKKELING.get(toets.oordeel, words)}"
    return words


def gehaald_tekst(telling: Telling) -> str:
    """Return how many were reached: `12 van 42 gehaald, 2 lopen nog, 7 zonder antwoord`.

    What is all unanswered, or all goes on, says just that: `alle 3 zonder antwoord`.
    """
    n, loopt, zonder = telling.n, telling.loopt, telling.zonder_antwoord
    if n and n in (loopt, zonder):
        all_ = "beide" if n == 2 else f"alle {_number(n)}"
        if zonder:
            return "zonder antwoord" if n == 1 else f"{all_} zonder antwoord"
        return "loopt nog" if n == 1 else f"{all_} lopen nog"
    told = [f"{_number(telling.aantallen['gehaald'])} van {_number(n)} gehaald"]
    if loopt:
        told.append(f"{_number(loopt)} {'loopt' if loopt == 1 else 'lopen'} nog")
    if zonder:
        told.append(f"{_number(zonder)} zonder antwoord")
    return ", ".join(told)


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def ontwikkeling_tekst(telling: Telling) -> str | None:
    """Return `daarnaast 2 ontwikkelingen gevolgd`, None when there are none."""
    number = telling.n_ontwikkelingen
    if not number:
        return None
    return f"daarnaast {number} ontwikkeling{'' if number == 1 else 'en'} gevolgd"
