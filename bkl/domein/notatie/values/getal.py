"""Dutch numbers, in and out: `4.000` is four thousand, `217,3` has a decimal. Always exact."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NoReturn

from bkl.domein.notatie.values import telwoord
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.values.unreadable import Onleesbaar

MAX_DIGITS = 40
_DIGITS = Lazy(r"[0-9](?:[0-9.,]*[0-9])?")
_PLAIN = Lazy(r"([0-9]+)(?:,([0-9]+))?")
_GROUPED = Lazy(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]+))?")
_DOUBTFUL = Lazy(r"([1-9][0-9]{0,2}(?:,[0-9]{3})+)")
_MULTIPLIER = Lazy(
    r"(?:\s+(honderd|duizend|miljoen|miljard|mln|mld|mio|k)|(k|mln|mld|mio))(?!\w)\.?"
)
_TIMES = {
    "honderd": 100,
    "duizend": 1000,
    "miljoen": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "k": 1000,
    "miljard": 10**9,
    "mld": 10**9,
}
_MULTIPLIED = frozenset("hdmk \t\r\n")
"""What a word that multiplies may begin with, or more blanks before it."""
_GLUED = Lazy(r"[^\W_]+|_\w*|[/:][0-9]+")
_PARTS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_PARTS |= {"⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}


def read_number(text: str) -> Fraction:
    """Return the value of one Dutch number in digits or words; `de helft` is 50 (per cent).

    Raises Onleesbaar for anything else, also for a dot or comma that may mean two things.
    """
    low = text.lower() if text.isascii() else text.replace("\u2212", "-").lower()
    stripped = low.strip()
    start = len(low) - len(low.lstrip())
    sign = -1 if stripped.startswith("-") else 1
    if stripped == "de helft":
        return Fraction(50)
    found = scan_number(low, start + (sign < 0))
    if found is None or found[1] != start + len(stripped):
        raise Onleesbaar(
            "Dit is geen getal.", "Schrijf een getal zoals `12`, `4.000` of `3,4`.", 0, len(text)
        )
    return sign * found[0]


def scan_number(text: str, start: int) -> tuple[Fraction, int] | None:
    """Read the number at `start` of a lower-case text; return it with the place behind it.

    Returns None when no number stands there, and raises Onleesbaar when one does that
    cannot be read with certainty.
    """
    digits = _DIGITS.match(text, start)
    if digits is None:
        return _scan_words(text, start)
    end = digits.end()
    if end == len(text):
        return _digits(digits[0], start), end
    return _with_behind(text, start, digits, text[end])


def _scan_words(text: str, start: int) -> tuple[Fraction, int] | None:
    if (part := _PARTS.get(text[start : start + 1])) is not None:
        return _multiplied(text, part, start + 1)
    words = telwoord.match_word(text, start)
    if words is None:
        return None
    value = telwoord.word_value(words[0])
    if value is None:
        raise Onleesbaar(
            f"De woorden `{words[0]}` vormen samen geen getal.",
            "Schrijf het getal in cijfers.",
            *words.span(),
        )
    return _multiplied(text, value, words.end())


def _with_behind(text: str, start: int, digits: re.Match[str], behind: str) -> tuple[Fraction, int]:
    """Read what is glued to digits: a fraction, a thousand or million, or something strange."""
    end = digits.end()
    if (part := _PARTS.get(behind if behind != " " else text[end + 1 : end + 2])) is not None:
        return _multiplied(text, _digits(digits[0], start) + part, end + (behind == " ") + 1)
    if behind in "km" and (times := _MULTIPLIER.match(text, end)):
        return _digits(digits[0], start) * _TIMES[times[2]], times.end()
    if behind != " " and (glued := _GLUED.match(text, end)) and glued[0] != "x":
        _refuse_glued(text, start, glued)
    return _multiplied(text, _digits(digits[0], start), end)


def _multiplied(text: str, value: Fraction, end: int) -> tuple[Fraction, int]:
    if text[end + 1 : end + 2] not in _MULTIPLIED:
        return value, end
    if text[end : end + 1].isspace() and (multiplier := _MULTIPLIER.match(text, end)):
        return value * _TIMES[multiplier[1] or multiplier[2]], multiplier.end()
    return value, end


def read_digits(text: str) -> Fraction:
    """Return the value of digits as they are written in Dutch: `12`, `4.000`, `3,4`."""
    return _digits(text, 0)


def _digits(text: str, start: int) -> Fraction:
    if text.isdigit() and len(text) <= MAX_DIGITS:
        if text[0] == "0" and len(text) > 1:
            raise Onleesbaar(
                f"`{text}` begint met een nul en is een nummer, geen hoeveelheid.",
                "Schrijf een getal zonder nul vooraan.",
                start,
                start + len(text),
            )
        return Fraction(int(text))
    found = _PLAIN.fullmatch(text) or _GROUPED.fullmatch(text)
    if found is None or _DOUBTFUL.fullmatch(text):
        _refuse_digits(text, start)
    whole, decimals = found[1].replace(".", ""), found[2] or ""
    if len(whole) + len(decimals) > MAX_DIGITS:
        raise Onleesbaar(
            f"Dit getal heeft meer dan {MAX_DIGITS} cijfers.",
            "Controleer het getal.",
            start,
            start + len(text),
        )
    return Fraction(int(whole + decimals), 10 ** len(decimals))


def _refuse_digits(text: str, start: int) -> NoReturn:
    end = start + len(text)
    if _DOUBTFUL.fullmatch(text):
        dotted = text.replace(",", ".")
        reden = f"Het getal `{text}` is op twee manieren te lezen."
        herstel = f"Bedoelt u {dotted}? Schrijf dan `{dotted}`."
        if text.count(",") == 1:
            herstel += f" Bedoelt u een getal met decimalen? Schrijf dan `{_decimal(text)}`."
        raise Onleesbaar(reden, herstel, start, end)
    if re.fullmatch(r"[0-9]+\.[0-9]+", text):
        comma = text.replace(".", ",")
        # three decimals may be meant as thousands: the fourth makes it certain, and --fix wary
        thousands = text[-4:-3] == "." and not text.startswith("0")
        raise Onleesbaar(
            f"In `{text}` staat een punt; een punt hoort alleen tussen duizendtallen.",
            f"Schrijf `{comma}{'0' * thousands}`.",
            start,
            end,
        )
    raise Onleesbaar(
        f"`{text}` is geen getal in Nederlandse notatie.",
        "Schrijf punten alleen tussen duizendtallen en één komma voor de decimalen: `1.250,5`.",
        start,
        end,
    )


def _decimal(text: str) -> str:
    shorter = text.rstrip("0")
    return f"{shorter}0" if shorter.endswith(",") or len(shorter) == len(text) else shorter


def _refuse_glued(text: str, start: int, glued: re.Match[str]) -> NoReturn:
    number, rest = text[start : glued.start()], glued[0]
    if rest[0] in "/:_" or any(c.isdigit() for c in rest):
        herstel = "Schrijf een gewoon getal, zoals `1.000` of `0,5`."
    elif rest in ("e", "de", "ste", "st"):
        herstel = "Schrijf een aantal, geen rangnummer."
    else:
        herstel = f"Zet een spatie tussen getal en eenheid: `{number} {rest}`."
    raise Onleesbaar(f"`{number}{rest}` is geen getal.", herstel, start, glued.end())


def write_number(value: Fraction) -> str:
    """Return the number in Dutch notation, exact when its decimals end (else six of them).

    What is written can be read back: `4,125` gets a fourth decimal, as it may mean 4.125.
    """
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    digits = 6
    if rest == 1:
        digits = 0
        while 10**digits % value.denominator:
            digits += 1
    text = write_rounded(value, digits)
    if rest != 1:
        text = text.rstrip("0").rstrip(",")
    return f"{text}0" if _DOUBTFUL.fullmatch(text.lstrip("-")) else text


def write_rounded(value: Fraction, digits: int) -> str:
    """Return the number in Dutch notation with exactly `digits` decimals, halves away from 0."""
    scaled = (2 * abs(value) * 10**digits + 1) // 2
    sign = "-" if value < 0 and scaled else ""
    whole, decimals = divmod(scaled, 10**digits)
    text = f"{sign}{whole:,}".replace(",", ".")
    return f"{text},{decimals:0{digits}}" if digits else text


def plain(value: Fraction, digits: int = 6) -> str:
    """Return the number for programs: a point, no thousands mark, at most `digits` decimals."""
    if value.denominator == 1:
        return str(value.numerator)
    scaled = round(abs(value) * 10**digits)
    sign = "-" if value < 0 and scaled else ""
    whole, decimals = divmod(scaled, 10**digits)
    tail = f"{decimals:0{digits}}".rstrip("0") if digits else ""
    return f"{sign}{whole}.{tail}" if tail else f"{sign}{whole}"
