"""What a cell says, as a phrase; what may mean two things is refused and named."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from bkl.domein.notatie.values.dates import MAANDEN
from bkl.domein.notatie.values.getal import write_number
from bkl.sheets.grid import Note, Value

Weergave = Literal["getal", "procent", "euro", "anders"]
_DIGITS = 15
"""So many digits Excel shows of a number; what lies beyond is noise of its arithmetic."""
_ELSEWHERE = re.compile(r"\[|\||\b(?:HYPERLINK|WEBSERVICE|DDE|RTD)\b", re.I)
"""A formula that takes its value from another file, another program or the internet."""
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_.|\*.')
_TAGS = re.compile(r"\[(\$[^\]-]*)?[^\]]*\]")
_CONDITION = re.compile(r"\[[<>=]")
_DIGIT_FORMAT = re.compile(r"[#?0]*(?:,[#?0]{3})?[#?0]*(?:\.([#?0]+))?(?:E[+-]0+)?")
_TRUTHS = {"TRUE()": True, "FALSE()": False}
_BY_HAND = "Typ het zelf in de cel"


class Lezing(NamedTuple):
    """A cell as read: its text, or why it cannot be (`fout`, with a cure); perhaps a remark."""

    tekst: str = ""
    fout: str = ""
    herstel: str = ""
    opmerking: str = ""


def read_figure(value: Value, note: Note) -> Lezing:
    """Return the figure in a cell, as people write it.

    Numbers are exact: 1204 is `1.204`, 3.4 is `3,4`, and 0.62 in a cell that shows per cent is
    `62%`. What somebody typed as text stays as it is.
    """
    if (refused := _refused(value, note)) is not None:
        return refused
    if isinstance(value, str):
        return Lezing(value.strip(), opmerking=_computed(note))
    if not isinstance(value, (int, float)):  # refused above
        raise TypeError(type(value).__name__)
    number = _exact(value)
    kind, decimals = _shows(note.formaat)
    if kind == "anders":
        return Lezing(
            fout=f"Deze cel toont een getal met een eigen opmaak (`{note.formaat}`).",
            herstel=f"{_BY_HAND}, met de eenheid erbij.",
        )
    if kind == "procent":
        number *= 100
    text = write_number(number)
    said = {"getal": text, "procent": f"{text}%", "euro": f"€ {text}"}[kind]
    rounded = decimals is not None and round(number, decimals) != number
    remark = f"afgerond getoond; er staat {said}" if rounded else _computed(note)
    return Lezing(said, opmerking=remark)


def read_words(value: Value, note: Note) -> Lezing:
    """Return the text in a cell; a whole number is taken as it is shown."""
    if (refused := _refused(value, note)) is not None:
        return refused
    if isinstance(value, str):
        return Lezing(value.strip(), opmerking=_computed(note))
    if isinstance(value, (int, float)) and value == int(value) and note.formaat in ("", "@", "0"):
        return Lezing(str(int(value)))
    return Lezing(fout="Hier staat een getal waar een tekst hoort.", herstel=f"{_BY_HAND}.")


def _refused(value: Value, note: Note) -> Lezing | None:
    """Return why a cell cannot be read, whatever belongs in it; None when it can."""
    if note.fout is not None:
        return Lezing(fout=f"Hier staat een foutwaarde (`{note.fout}`).", herstel=f"{_BY_HAND}.")
    if note.formule is not None and _ELSEWHERE.search(note.formule):
        return Lezing(
            fout="Deze formule haalt haar waarde uit een ander bestand of programma.",
            herstel=f"{_BY_HAND}, zonder formule.",
        )
    if note.empty:
        return Lezing(
            fout="Deze formule heeft nog geen uitkomst.",
            herstel="Open het formulier, laat het rekenen en sla het op; of typ de uitkomst zelf.",
        )
    # LibreOffice saves a truth value as the number 1 or 0 with this formula
    truth = _TRUTHS.get((note.formule or "").upper())
    if isinstance(value, bool) or truth is not None:
        true = value if isinstance(value, bool) else truth
        return Lezing(
            fout=f"Hier staat {'WAAR' if true else 'ONWAAR'}, en dat is geen antwoord.",
            herstel=f"{_BY_HAND}: `{'ja' if true else 'nee'}`, of het cijfer.",
        )
    if isinstance(value, (date, time, timedelta)):
        return Lezing(
            fout=f"Hier staat {_dated(value)}; misschien maakte Excel dat ervan.",
            herstel="Kies voor de cel de opmaak Tekst, en typ opnieuw wat u bedoelt.",
        )
    return None


def _dated(value: date | time | timedelta) -> str:
    if isinstance(value, date):
        when = f" {value:%H:%M} uur" if isinstance(value, datetime) and value.time() else ""
        return f"een datum ({value.day} {MAANDEN[value.month - 1]} {value.year}{when})"
    if isinstance(value, time):
        return f"een tijd ({value:%H:%M})"
    hours, rest = divmod(int(value.total_seconds()), 3600)
    return f"een tijdsduur ({hours}:{rest // 60:02d})"


def _computed(note: Note) -> str:
    return "de uitkomst van een formule" if note.formule is not None else ""


def _exact(value: float) -> Fraction:
    """Return the number that Excel shows in full: no noise of binary arithmetic."""
    return Fraction(Decimal(f"{value:.{_DIGITS}g}"))


def _shows(formaat: str) -> tuple[Weergave, int | None]:
    """Return what a number format makes of a number, and with how many decimals (None: all)."""
    if formaat in ("", "@") or formaat.casefold() in ("general", "standaard", "standard"):
        return "getal", None
    first = formaat.split(";", maxsplit=1)[0]
    if _CONDITION.search(first):
        return "anders", None
    euro = False

    def bare(found: re.Match[str]) -> str:
        nonlocal euro
        inside = found[1] or found[2] or ""
        euro |= inside.strip() == "€"
        return "" if inside.strip() in ("", "€") else "!"

    def tag(found: re.Match[str]) -> str:
        nonlocal euro
        currency = (found[1] or "$").removeprefix("$").strip()
        euro |= currency == "€"
        return "" if currency in ("", "€") else "!"

    left = _TAGS.sub(tag, _QUOTED.sub(bare, first))
    euro |= "€" in left
    left = left.replace("€", "").replace(" ", "").replace("\xa0", "")
    procent = left.endswith("%")
    digits = _DIGIT_FORMAT.fullmatch(left.removesuffix("%"))
    if digits is None or not left.removesuffix("%") or (euro and procent):
        return "anders", None
    decimals = None if "E" in left else len(digits[1] or "")
    return ("procent" if procent else "euro" if euro else "getal"), decimals
