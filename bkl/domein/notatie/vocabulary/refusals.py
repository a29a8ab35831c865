"""Refusals: what to tell the writer of a phrase that is not certainly one quantity."""

from __future__ import annotations

import re
from typing import NoReturn

from bkl.domein.notatie.values import telwoord
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.products import is_product
from bkl.domein.notatie.vocabulary.qualifiers import AANDUIDING, AANDUIDINGEN, LATER, VAAG, Vorm

_NUMBER = Lazy(r"(?<!\w)[0-9](?:[0-9.,]*[0-9])?")
_DATUM = Lazy(r"(?:\d{1,2}[-–]\d{1,2}[-–]\d{4}|\d{4}[-–]\d{1,2}[-–]\d{1,2})(?!\w)")
_EXCEPT = Lazy(
    r"(?<!\w)(?:op\s+\S+(?:\s+\w+)?\s+na(?=\s*(?:$|[.,]|all))|uitgezonderd|behalve)(?!\w)"
)
_NUMBER_WITH_UNIT = "Schrijf een getal met de eenheid erachter, zoals `3 lezingen`"
_BAND = "Schrijf een bandbreedte als `4.000-5.000` of `tussen 4.000 en 5.000`."


_EVERY = Lazy(
    r"(?<!\w)(?:om\s+de|(?:eens|eenmaal)\s+(?:per|in\s+de|binnen\s+de|elke|iedere)"
    r"|(?:keer|maal|\d*\s?x)\s+(?:in|binnen)\s+de)\s+"
    r"([2-9]|[1-9]\d|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|veertien)\s+"
    r"(dag|dagen|week|weken|maand|maanden|kwartalen|jaar|jaren)(?!\w)"
)
_EVERY_BEGINS = ("om de", "in de", "binnen de", "eens ", "eenmaal ")
_SINGLE = {"dag": "dag", "wee": "week", "wek": "week", "maa": "maand", "kwa": "kwartaal"}
_SINGLE |= {"jaa": "jaar", "jar": "jaar"}
_LOOSE_BOUND = Lazy(
    r"(?<!\bmeer)(?<!\bmin)(?<!\been)(?<!\béén) "
    r"(of (?:meer|minder|hoger|lager|langer|korter|sneller|vaker|groter|kleiner|vroeger))(?!\w)"
)
"""A bound that is not where a reader of phrases looks for it: `2% van de leden of meer uit Venlo`.

`meer of minder`, `min of meer` and `een of meer` are no bounds.
"""
LOOSE = "staat midden tussen andere woorden."
"""How its refusal ends."""


def loose_bound(low: str) -> tuple[int, int] | None:
    """Return where a bound between other words stands, with the blank before it."""
    found = _LOOSE_BOUND.search(low)
    return (found.start(), found.end()) if found else None


def expect_no_loose_bound(low: str, start: int) -> None:
    """Refuse a bound between other words."""
    if " of " in low and (loose := _LOOSE_BOUND.search(low, start)):
        _refuse(
            f"`{loose[1]}` {LOOSE}",
            f"Schrijf `{loose[1]}` direct achter het getal, of helemaal aan het eind.",
            *loose.span(1),
        )


def expect_no_interval(low: str) -> None:
    """Refuse `om de zes jaar` and `eens in de vier jaar`: how often, and no six or four years.

    `1 keer per 2 jaar` is a figure that can be compared.
    """
    if not any(word in low for word in _EVERY_BEGINS):
        return
    if found := _EVERY.search(low):
        _refuse(
            f"`{found[0].strip()}` zegt hoe vaak, over meer dan één {_SINGLE[found[2][:3]]}.",
            "Schrijf hoeveel het er worden en wanneer, zoals `1 onderzoek in 2026`, of hoe vaak, "
            "zoals `1 keer per 2 jaar`.",
            *found.span(),
        )


def find_number(low: str, start: int) -> re.Match[str] | None:
    """Return the first number in words from `start` on."""
    return telwoord.find_word(low, start)


def refuse_relative(start: int, end: int) -> NoReturn:
    """Refuse `5 klachten minder` where no nulmeting says than what."""
    _refuse(
        "Dit is een verschil, geen hoeveelheid.",
        "Schrijf de stand zelf, zoals `12 klachten`; bij een doel mag ook het verschil, met een "
        "`nulmeting` erbij.",
        start,
        end,
    )


def expect_no_exception(low: str) -> None:
    """Refuse `alle scholen op één na` and `op 12 na alle`: how many that is, stands nowhere."""
    if not (" na" in low or "behalve" in low or "uitgezonderd" in low):
        return
    if found := _EXCEPT.search(low):
        _refuse(
            f"`{found[0].strip()}` zegt hoeveel er niet bij horen.",
            "Schrijf hoeveel het er wel zijn, zoals `11 van de 12`.",
            *found.span(),
        )


def refuse_term(end: int) -> NoReturn:
    """Refuse `tussen 2021 en 2024`, which says when and not how much."""
    _refuse(
        "Hier staat een termijn, en geen hoeveelheid.",
        "Schrijf hoeveel het er dan zijn; een dag hoort in `deadline`.",
        0,
        end,
    )


def refuse_negated(start: int, end: int) -> NoReturn:
    """Refuse `geen toename van 5%`, which says what must not happen."""
    _refuse(
        "Hier staat wat er niet moet gebeuren; dat is op twee manieren te lezen.",
        "Schrijf welk getal hoogstens of minstens gehaald moet worden.",
        start,
        end,
    )


def expect_countable(noun: str, end: int) -> None:
    """Refuse `een goede samenwerking` as a figure: `een` may count nothing there."""
    if not is_product(noun):
        refuse_article(noun, end)


def refuse_article(noun: str, end: int) -> NoReturn:
    """Refuse `een goede samenwerking`, in which `een` counts nothing."""
    _refuse(
        f"`een` telt hier niets: `een {noun}` is geen aantal.",
        f"Telt u er één, schrijf dan `1 {noun}`; beoordeelt u het, schrijf dan `kwalitatief: …`.",
        0,
        end,
    )


def refuse_two_qualifiers(start: int, end: int) -> NoReturn:
    """Refuse `minimaal een tiental`, in which the two words disagree."""
    _refuse("Hier staan twee aanduidingen.", "Kies één aanduiding.", start, end)


def bare_in_brackets(inside: str, start: int, end: int) -> Onleesbaar:
    """Return the refusal of `(38)`: a number in brackets may be the number of anything."""
    return Onleesbaar(
        f"`({inside})` staat tussen haakjes, en er staat niet bij wat dat telt.",
        "Zet de hoeveelheid voorop, met haar eenheid.",
        start,
        end,
    )


def refuse_words(text: str, low: str, start: int, anders: str) -> NoReturn:
    """Refuse a phrase in which no number stands where one should; `start` is that place."""
    end = len(low)
    if low in AANDUIDINGEN:
        _refuse("Na de aanduiding ontbreekt het getal.", f"{_NUMBER_WITH_UNIT}.", 0, end)
    if again := AANDUIDING.match(low, start):
        _refuse("Hier staan twee aanduidingen.", "Kies één aanduiding.", 0, again.end())
    number = _NUMBER.search(low, start) or telwoord.find_word(low, start)
    sign = LATER.search(low, start)
    if number and sign and sign.start() < number.start():
        before = text[start : sign.start()].strip()
        cure = f"Schrijf eerst `{sign[0]}`, dan het getal, dan de eenheid."
        _refuse(f"`{before}` staat vóór de aanduiding.", cure, start, start + len(before))
    if number and low.startswith("tot ", start):
        own = text[number.start() : number.end()]
        cure = f"Schrijf `maximaal {own}` als {own} meetelt, en anders `minder dan {own}`."
        _refuse("`tot` zegt niet of het getal zelf meetelt.", cure, start, number.end())
    before = text[start : number.start()].strip() if number else ""
    if before:
        cure = "Schrijf eerst het getal, dan de eenheid, zoals `3 lezingen`."
        _refuse(f"`{before}` staat vóór het getal.", cure, start, start + len(before))
    cure = f"{_NUMBER_WITH_UNIT}{anders}."
    if vague := VAAG.search(low, start):
        _refuse(f"`{vague[0]}` is geen hoeveelheid.", cure, *vague.span())
    _refuse("Hier staat geen getal.", cure, start, end)


def refuse_half_band(low: str, vorm: Vorm, end: int) -> NoReturn:
    """Refuse a band of which one end is missing."""
    if vorm == "band":
        _refuse("Na `tussen` horen twee getallen met `en` ertussen.", _BAND, 0, len(low))
    rest = low[end:].strip()
    cure = f"{_NUMBER_WITH_UNIT}."
    _refuse(f"`{rest}` is geen eenheid.", cure, min(end + 1, len(low) - 1), len(low))


def expect_band(low: str, vorm: Vorm, joint: re.Match[str], end: int) -> None:
    """Refuse two numbers that the words around them do not make into one band."""
    if vorm == "band":
        return
    if joint["en"]:
        refuse_second(joint.start(), end)
    elif vorm not in ("getal", "ongeveer"):
        word = low[: len(low) - len(AANDUIDING.sub("", low, count=1))].strip()
        cure = f"Laat `{word}` weg, of schrijf één getal."
        _refuse(f"`{word}` past niet bij een bandbreedte.", cure, 0, end)


def expect_ends(
    low: str, first: tuple[int, int], second: tuple[int, int], glued: bool = False
) -> None:
    """Refuse `twee à driehonderd` and `5-duizend`: the first may be 2 or 200, 5 or 5.000."""
    one, other = low[slice(*first)], low[slice(*second)]
    half = glued and other in ("honderd", "duizend", "miljoen", "miljard")
    if half or telwoord.shares_multiplier(one, other):
        cure = "Schrijf beide getallen voluit in cijfers, zoals `2.000-3.000`."
        _refuse(f"`{one}` is hier op twee manieren te lezen.", cure, *first)


def expect_no_date(low: str, start: int) -> None:
    """Refuse `31-12-2021`, of which the first two numbers look like a band."""
    if found := _DATUM.match(low, start):
        _refuse("Dit is een datum.", "Zet een datum in `deadline`.", *found.span())


def refuse_reversed(low: str, start: int, end: int) -> NoReturn:
    """Refuse `20-10`."""
    cure = "Schrijf het kleinste getal eerst."
    _refuse(f"De bandbreedte `{low[start:end]}` loopt van hoog naar laag.", cure, start, end)


def refuse_half_change(end: int) -> NoReturn:
    """Refuse `van 3` without `naar`."""
    cure = "Schrijf een verandering als `van 3,4% naar 2,5%`."
    _refuse("Na `van` horen twee getallen met `naar` ertussen.", cure, 0, end)


def refuse_units(start: int, end: int) -> NoReturn:
    """Refuse `van 3 dagen naar 2 uur`."""
    cure = "Schrijf de eenheid één keer, achter het laatste getal."
    _refuse("De twee getallen hebben elk een andere eenheid.", cure, start, end)


def refuse_half_share(start: int, end: int) -> NoReturn:
    """Refuse `10 van de deelnemers`."""
    cure = "Schrijf een aandeel als `31 van 48` of als percentage."
    _refuse("Na `van` hoort het geheel als getal.", cure, start, end)


def refuse_share(start: int, end: int) -> NoReturn:
    """Refuse `50 van 48`."""
    cure = "Controleer de getallen: schrijf `31 van 48`."
    _refuse("Dit deel past niet in dit geheel.", cure, start, end)


def refuse_second(start: int, end: int) -> NoReturn:
    """Refuse a second number that stands in no relation to the first."""
    cure = "Maak er twee indicatoren van, of laat het tweede getal weg."
    _refuse("Hier staan twee getallen in een zin.", cure, start, end)


def expect_bare(vorm: Vorm, joint: re.Match[str]) -> None:
    """Refuse `minimaal 3 of meer` and `ca. 450+`."""
    if vorm != "getal":
        cure = f"Laat `{joint[0].strip()}` of het eerste woord weg."
        _refuse("Hier staan twee aanduidingen.", cure, *joint.span())


def _refuse(reden: str, herstel: str, start: int, end: int) -> NoReturn:
    raise Onleesbaar(reden, herstel, start, end)
