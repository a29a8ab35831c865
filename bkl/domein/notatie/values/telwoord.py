"""Dutch number words: `drie`, `eenentwintig`, `twaalfhonderd`, `anderhalf`, `drieënhalf`."""

from __future__ import annotations

import re
from fractions import Fraction

from bkl.domein.notatie.values.lazy import Lazy

_ONES = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
_TEENS = [
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
_BIG = ["honderd", "duizend", "miljoen", "miljard"]


def _small() -> dict[str, Fraction]:
    words = {word: Fraction(number) for number, word in enumerate(_ONES + _TEENS)}
    for number, tail in enumerate(_TENS, start=2):
        words[tail] = Fraction(10 * number)
        for one, head in enumerate(_ONES[1:], start=1):
            words[f"{head}en{tail}"] = words[f"{head}ën{tail}"] = Fraction(10 * number + one)
    words["één"] = words["een"]
    words.update(honderd=Fraction(100), duizend=Fraction(1000))
    half = Fraction(1, 2)
    words.update({"half": half, "halve": half, "een half": half, "een halve": half})
    words.update(anderhalf=1 + half, anderhalve=1 + half)
    for number, head in enumerate(_ONES[2:] + _TEENS, start=2):
        for joint in ("en", "ën", "eneen", "ëneen"):
            words[f"{head}{joint}half"] = words[f"{head}{joint}halve"] = number + half
    return words


_SMALL = _small()
_ENDINGS = ("half", "halve", "mln", "mld")
LAST_PARTS = (*_ONES, "één", *_TEENS, *_TENS, *_BIG, *_ENDINGS)
"""How every number word ends; many another word does too."""
_PART = "|".join(sorted([*_ONES, "één", *_TEENS, *_TENS, *_BIG], key=len, reverse=True))
# atomic, for `vijf` + `tien` is `vijftien` too and would double the work at every step;
# no possessive `++`, which Python before 3.11.5 gets wrong
_WORD = rf"(?![eë]n)(?>(?:(?:[eë]n)?(?:{_PART}))+)(?!\w)"
_MAAL = r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)(?=maal(?!\w))"
_HALF = rf"(?:anderhal(?:f|ve)|(?:een\s+)?hal(?:f|ve)|(?:{_PART})[eë]n(?:een)?hal(?:f|ve))(?!\w)"
_RUN = Lazy(rf"(?:{_HALF}|{_MAAL}|{_WORD})(?>(?:\s+{_WORD})*)")
_ANYWHERE = Lazy(rf"(?<!\w)(?!een(?!\w))(?:{_HALF}|{_WORD}|ml[nd](?!\w))")
_TREMA = Lazy(r"(twee|drie)en")
_SIGNS = (
    *("nul", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "één"),
    *("lf", "tig", "hal", "honderd", "duizend", "miljoen", "miljard", "mln", "mld"),
    *("eene", "eenë"),
)
"""One of these stands in every number word but a bare `een`."""
_BIG_LAST = Lazy(rf"(?:{'|'.join(_BIG)}|mln\.?|mld\.?)$")


def match_word(text: str, start: int) -> re.Match[str] | None:
    """Match a number word, or several that form one number, at `start` of a lower-case text."""
    return _RUN.match(text, start)


def find_word(text: str, start: int) -> re.Match[str] | None:
    """Find a number word from `start` on; `een` does not count, since it is an article too."""
    if not start and not _may_hold_word(text):
        return None  # as in most texts: the pattern would try every word of them
    return _ANYWHERE.search(text, start)


def _may_hold_word(text: str) -> bool:
    for sign in _SIGNS:  # noqa: SIM110 - a generator takes twice as long
        if sign in text:
            return True
    return False


def simple_value(word: str) -> Fraction | None:
    """Return the value of one word that is a whole number other than one; None for any other."""
    value = _SMALL.get(word)
    return value if value is not None and value != 1 and value.denominator == 1 else None


def word_value(text: str) -> Fraction | None:
    """Return the value of a match of `match_word`, None when the words form no number."""
    value = _SMALL.get(text)
    return _compound(" ".join(text.split())) if value is None else value


def shares_multiplier(first: str, second: str) -> bool:
    """Tell whether `twee` and `driehonderd` may mean 200 to 300 in spoken Dutch."""
    found = _BIG_LAST.search(second)
    return bool(found and found.start() and not _BIG_LAST.search(first))


def _compound(text: str) -> Fraction | None:
    if text in _SMALL:
        return _SMALL[text]
    head, _, multiplier = text.rpartition(" ")
    if head and multiplier in _BIG and (factor := _SMALL.get(head)) and factor.denominator > 1:
        return factor * _big(multiplier)
    parts = text.split()
    if "nul" in text or (len(parts) > 1 and not any(_BIG_LAST.search(part) for part in parts)):
        return None
    from text_to_num import text2num  # noqa: PLC0415 - start-up: few phrases need it

    try:
        return Fraction(text2num(_TREMA.sub(r"\1ën", text), "nl"))
    except ValueError:
        return None


def _big(word: str) -> Fraction:
    return Fraction({"honderd": 100, "duizend": 1000, "miljoen": 10**6, "miljard": 10**9}[word])
