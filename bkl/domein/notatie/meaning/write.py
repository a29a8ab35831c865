"""The canonical Dutch phrase of a doel or waarde: reading it gives the same again."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.reading.nouns import noun_group
from bkl.domein.notatie.reading.parts import GEEN_DELEN, Delen, Schaal, Woordschaal
from bkl.domein.notatie.values.getal import write_number
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.vocabulary.eenheid import EURO
from bkl.domein.notatie.vocabulary.qualifiers import ORDES

_APART = Lazy(r"(?<!\w)per\s+\d|\S\s*€")
_PER = Lazy(r"(?<!\w)per(?!\w)")


def write_quantity(numbers: str, eenheid: str | None, per: Fraction | None = None) -> str:
    """Return `€ 450`, `62%`, `3 lezingen` or `159 meldingen per 1.000 inwoners`.

    `numbers` is the written number or numbers, with what joins them.
    """
    unit = eenheid or ""
    if per is not None:
        ratio = f"per {write_number(per)}"
        unit = _PER.sub(ratio, unit, count=1) if _PER.search(unit) else f"{unit} {ratio}".strip()
    if unit[:1] == EURO:
        return f"{EURO} {numbers}{unit[1:]}"
    if unit[:1] in ("%", "‰"):
        return f"{numbers}{unit}"
    return f"{numbers} {unit}".rstrip()


def write_doel(doel: Doel) -> str:
    """Return the canonical phrase of a doel.

    Read back with the same richting, marge and (when apart) nulmeting it means the same.
    """
    if doel.soort == "kwalitatief":
        return f"kwalitatief: {doel.toelichting}" if doel.toelichting else "kwalitatief"
    if doel.drempel is None or doel.bereik is None:
        return "niet toetsbaar"
    if doel.delen.relatief is not None:
        return doel.delen.relatief
    if doel.soort == "gereed":
        day = doel.delen.dag
        return "ja" if day is None else f"uiterlijk {_day(day)} gereed"
    return _around(_promised(doel, doel.drempel, doel.bereik), doel.delen, doel.eenheid)


def _promised(doel: Doel, tau: Fraction, bereik: Interval) -> str:
    """Return the qualifier, quantity and unit of a doel."""
    number, whole = write_number(tau), doel.delen.geheel
    if doel.soort == "bandbreedte":
        top = bereik.high if doel.bovengrens is None else doel.bovengrens
        number = _band(tau, tau if top is None else top)
        return write_quantity(number, doel.eenheid, doel.per)
    if doel.soort == "verandering" and (
        doel.nulmeting != tau or bereik.low_open or bereik.high_open
    ):
        return _from_to(doel, tau, bereik)
    if whole is not None and doel.soort == "minimum":
        of_whole = f"alle {number}" if whole == tau else f"{number} van de {write_number(whole)}"
        return f"{of_whole} {doel.eenheid or ''}".rstrip()
    if doel.delen.schaal is not None:
        return _scaled(_qualifier(doel), number, doel.delen.schaal)
    bare = doel.delen.vraagt_richting and doel.soort != "richtgetal"
    amount = _amount(tau, number, doel.eenheid, doel.per, doel.delen.staart)
    return amount if bare else f"{_qualifier(doel)} {amount}"


def _from_to(doel: Doel, tau: Fraction, bereik: Interval) -> str:
    sign = (doel.eenheid or "")[:1]
    base = write_number(doel.nulmeting or Fraction(0))
    old = write_quantity(base, sign if sign in ("%", "‰", EURO) else None)
    bound = "meer dan " if bereik.low_open else "minder dan " if bereik.high_open else ""
    return f"van {old} naar {bound}{write_quantity(write_number(tau), doel.eenheid, doel.per)}"


def _qualifier(doel: Doel) -> str:
    if doel.soort == "verandering":
        return "handhaven op"
    if doel.soort == "richtgetal":
        return "ca."
    if doel.soort == "precies":
        return "precies"
    if doel.soort == "minimum":
        return "meer dan" if doel.bereik and doel.bereik.low_open else "minimaal"
    return "minder dan" if doel.bereik and doel.bereik.high_open else "maximaal"


def write_waarde(waarde: Waarde) -> str:
    """Return the canonical phrase of a realisatie; read back with the same marge it is equal."""
    interval, delen = waarde.interval, waarde.delen
    if interval is None:
        return _around(waarde.geen_cijfer or "niet gemeten", delen)
    if waarde.soort == "gereed":
        if not interval.low:
            return _around("nee", delen)
        return _around("ja" if delen.dag is None else f"gereed op {_day(delen.dag)}", delen)
    return _around(_reached(waarde, interval), delen, waarde.eenheid)


def _reached(waarde: Waarde, interval: Interval) -> str:
    if waarde.noemer is not None and waarde.teller is not None:
        of_whom = waarde.delen.populatie
        joint = f"van de {write_number(waarde.noemer)} {of_whom}" if of_whom else None
        return f"{write_number(waarde.teller)} {joint or f'van {write_number(waarde.noemer)}'}"
    low, high = interval.low, interval.high
    value = low if low is not None else high or Fraction(0)
    word, number = "", write_number(value)
    if waarde.nominaal is not None:
        word, value = _estimate(interval, waarde.nominaal), waarde.nominaal
        number = write_number(value)
    elif waarde.soort == "ondergrens":
        word = "meer dan " if interval.low_open else "minimaal "
    elif waarde.soort == "bovengrens" and high is not None:
        word, value = "minder dan " if interval.high_open else "maximaal ", high
        number = write_number(value)
    elif waarde.soort == "bandbreedte" and low is not None and high is not None:
        return write_quantity(_band(low, high), waarde.eenheid, waarde.per)
    elif waarde.soort == "orde van grootte":
        number = next((word for word, ends in ORDES.items() if ends == (low, high)), number)
    if waarde.delen.schaal is not None:
        return _scaled(word.strip(), number, waarde.delen.schaal)
    if waarde.delen.geheel == value and not word:
        number = f"alle {number}"
    return word + _amount(value, number, waarde.eenheid, waarde.per, waarde.delen.staart)


def _amount(
    value: Fraction, number: str, eenheid: str | None, per: Fraction | None, staart: str | None
) -> str:
    """Return a quantity; a share whose decimals do not end as one of so many.

    A unit that no phrase can give (`x € 1.000`) is left to the indicator.
    """
    unit = eenheid or ""
    if per is None and _APART.search(unit):
        return number
    if unit[:1] != "%" or per is not None or 10**6 % value.denominator == 0:
        return write_quantity(number, eenheid, per)
    share = value / 100
    if unit == "%" and staart:
        return f"{share.numerator}/{share.denominator}"
    whom = unit[1:].strip().removeprefix("van").strip()
    for article in ("de ", "het ", "alle "):
        whom = whom.removeprefix(article)
    return f"{share.numerator} op de {share.denominator} {whom}".rstrip()


def _scaled(qualifier: str, number: str, schaal: Schaal | Woordschaal) -> str:
    """Return `minimaal een 7,6`, `NPS minimaal 30`, `plek maximaal 10`."""
    if isinstance(schaal, tuple):
        return f"{qualifier} {schaal[int(number) - 1]}".strip()
    if schaal == "cijfer":
        return f"{qualifier} een {number}".strip()
    name = {"nps": "NPS", "index": "index", "rang": "plek"}[schaal]
    return " ".join(part for part in (name, qualifier, number) if part)


def _around(phrase: str, delen: Delen, eenheid: str | None = None) -> str:
    """Return a phrase with the parts around its quantity, each where it is read again."""
    if delen is GEEN_DELEN:
        return phrase
    staart = delen.staart or ""
    if staart and eenheid and noun_group([*eenheid.split(), *staart.split()]) != (eenheid, staart):
        # the comma keeps the tail from becoming part of the noun
        phrase = phrase if eenheid[:1] in "%‰€" else f"{phrase},"
    parts = ["gemiddeld" if delen.gemiddelde else "", phrase, staart]
    parts += [delen.termijn.tekst if delen.termijn else "", delen.voorwaarde or ""]
    parts += [f"({noot})" for noot in delen.noten]
    return " ".join(part for part in parts if part)


def _day(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"


def _estimate(interval: Interval, nominaal: Fraction) -> str:
    if interval.high_open:
        return "bijna "
    return "ruim " if interval.low == nominaal != interval.high else "ca. "


def _band(low: Fraction, high: Fraction) -> str:
    # a hyphen before or behind a negative number would look like its sign
    joint = " tot " if low < 0 or high < 0 else "-"
    return f"{write_number(low)}{joint}{write_number(high)}"
