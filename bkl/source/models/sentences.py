"""The Dutch sentences for what Pydantic refuses: one function per sort of error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bkl.diagnostics.position import Route
from bkl.diagnostics.suggestion import certain, did_you_mean
from bkl.domein.notatie.values.lazy import Lazy
from bkl.source.pitfalls.cures import meant_key
from bkl.source.pitfalls.invisible import find_invisible, name_of, reason_of
from bkl.source.text.source_text import Told

_LONGEST = 40
_SHOWN_KEYS = 12
_EXPECTED = (
    (("list", "tuple", "set", "frozen_set", "iterable"), "een lijst"),
    (("dict", "model", "mapping", "model_attributes", "dataclass"), "een blok met sleutels"),
    (("int", "float", "decimal", "finite_number"), "een getal"),
    (("date", "datetime"), "een datum"),
)
_CURES = {
    "een tekst": "Zet de tekst achter de dubbele punt, of eronder na `>-`.",
    "een lijst": "Zet elk punt op een eigen regel, met een streepje ervoor: `- …`.",
    "een blok met sleutels": "Zet eronder, verder ingesprongen, regels met `sleutel: waarde`.",
    "een getal": "Schrijf alleen het getal.",
    "een datum": "Schrijf een datum als 31-12-2021.",
}
_CUSTOM_CURES = {
    "jaar": "Schrijf het jaar met vier cijfers, zoals 2021.",
    "planjaren": "Schrijf `2021`, voor meer jaren `2023-2026`, en een schooljaar als `2023/2024`.",
    "datum": "Controleer dag, maand en jaar.",
    "leeg": "Vul de tekst in, of haal de regel weg.",
    "dubbel_doel": "Zet elk doel onder `indicatoren` met een eigen naam, of houd er één over.",
}
_PATTERN = Lazy(r"\^\[([^\]]+)\](?:\[([^\]]+)\]\*)?(\(\?:\\\.\[0-9\]\S*\)\*)?\$")
_CLASSES = (
    ("A-Za-z", "letters"),
    ("a-zà-ÿ", "kleine letters"),
    ("a-z", "kleine letters"),
    ("A-Z", "hoofdletters"),
    ("0-9", "cijfers"),
    (r"\d", "cijfers"),
    ("_", "`_`"),
    ("-", "`-`"),
)


class Problem(NamedTuple):
    """One error of Pydantic, at a real route."""

    kind: str
    route: Route
    at_key: bool
    given: object
    message: str
    context: Mapping[str, object]
    known_keys: Callable[[Route], Sequence[str]]

    @property
    def label(self) -> str:
        """The place as people call it: its key, or its number in a list."""
        if not self.route:
            return "dit bestand"
        last = self.route[-1]
        if isinstance(last, str):
            return f"`{last}`"
        within = f" van `{self.route[-2]}`" if len(self.route) > 1 else ""
        return f"punt {last + 1}{within}"

    @property
    def found(self) -> str:
        """What stands there, in words."""
        if isinstance(self.given, Mapping):
            return "een blok met sleutels"
        if isinstance(self.given, list | tuple):
            return "een lijst"
        return f"`{_short(str(self.given))}`" if self.given else "nog niets"


def tell_unknown_key(problem: Problem) -> Told:
    """A key that its mapping does not know: nearest name, other level, or the whole list."""
    *parents, key = problem.route
    word, keys = str(key), list(problem.known_keys(tuple(parents)))
    message = f"De sleutel `{_short(word)}` is hier niet bekend."
    if word[:1].isdigit() and not isinstance(problem.given, Mapping):
        return message, (
            "Staat er een komma in de waarde ervoor, zet die waarde dan tussen aanhalingstekens."
        )
    if guess := meant_key(word, keys):
        return message, f"Bedoelde u `{guess}`?"
    if guess := did_you_mean(word.casefold().strip(), keys):
        return message, guess
    for depth in range(len(parents) - 1, -1, -1):
        if word in problem.known_keys(tuple(parents[:depth])):
            return message, f"`{word}` hoort op een hoger niveau: laat de regel minder inspringen."
    if not keys:
        return message, "Haal de regel weg."
    shown = ", ".join(f"`{known}`" for known in keys[:_SHOWN_KEYS])
    more = " en meer" if len(keys) > _SHOWN_KEYS else ""
    return message, f"Kies uit: {shown}{more}, of haal de regel weg."


_MOVED = Lazy(r"uitgesteld\s+(?:naar|tot)\s.*?((?:19|20)\d\d(?:/\d{2,4})?)?\s*$")
"""A postponement to a moment within a year."""


def tell_choice(problem: Problem) -> Told:
    """A value outside a closed list."""
    allowed = re.findall(r"'((?:[^'\\]|\\.)*)'", str(problem.context.get("expected", "")))
    message = f"Bij {problem.label} past {problem.found} niet."
    if not problem.given:
        message = f"Bij {problem.label} is nog niets gekozen."
    # what looks like it may mean the opposite: only what it certainly is, is named first
    meant = certain(str(problem.given), allowed) if problem.given else None
    choices = f"Kies uit: {', '.join(f'`{choice}`' for choice in allowed)}."
    if (sign := find_invisible(str(problem.given))) is not None:
        told = f"Bij {problem.label} staat {name_of(sign[0])}, {reason_of(sign[0])}."
        return told, choices
    if "uitgesteld" in allowed and (moved := _MOVED.match(str(problem.given))):
        year = moved[1] or "2025"
        cure = f"Schrijf alleen het jaar, zoals `uitgesteld naar {year}`, en zet het moment zelf "
        return message, f"{cure}bij `vervolg`."
    return message, f"Bedoelde u `{meant}`? {choices}" if meant else choices


def tell_name(problem: Problem) -> Told:
    """A key or name with characters that it cannot have."""
    name, pattern = str(problem.given), str(problem.context.get("pattern", ""))
    what = "sleutel" if problem.at_key else "naam"
    message = f"De {what} `{_short(name)}` heeft tekens die hier niet kunnen."
    if rule := _PATTERN.fullmatch(pattern):
        first, rest = _class_words(rule[1]), _class_words(rule[2] or rule[1])
        if rule[3]:
            rest = f"{rest}; een punt mag alleen vóór een cijfer (`1.1.2`)"
        first = first.replace(" en ", " of ")
        message = f"De {what} `{_short(name)}` past niet: begin met {first}; daarna alleen {rest}."
    for candidate in _renamed(name):
        if rule and re.fullmatch(pattern, candidate):
            return message, f"Schrijf bijvoorbeeld `{candidate}`."
    return message, "Kies een korte naam met gewone letters en cijfers."


def tell_type(problem: Problem) -> Told:
    """Another shape than expected: text, list or mapping."""
    sort = problem.kind.removesuffix("_type")
    expected = next((words for sorts, words in _EXPECTED if sort in sorts), "een tekst")
    message = f"Bij {problem.label} hoort {expected}, maar er staat {problem.found}."
    if not problem.given:
        return message, "Vul het in, of haal de regel weg."
    cure = _CURES[expected]
    if expected == "een blok met sleutels" and (keys := problem.known_keys(problem.route)):
        cure = f"{cure[:-1]}, zoals `{keys[0]}: …`."
    return message, cure


def tell_too_many(problem: Problem) -> Told:
    """A list or mapping with more entries than can be worked with."""
    most = problem.context.get("max_length")
    told = f"Bij {problem.label} staan meer dan {most} regels; zo veel weegt bkl niet af."
    return told, f"Houd er hoogstens {most} over, of verdeel ze over meer indicatoren."


def tell_custom(problem: Problem) -> Told:
    """An error of bkl's own, already in Dutch; its context may bring the cure."""
    told = problem.message.removeprefix("Value error, ").removeprefix("Assertion failed, ")
    told = told.strip() or "Deze waarde past hier niet."
    shows = isinstance(problem.given, str) and problem.given
    if told.startswith(("Schrijf ", "Hier past ")):
        return f"Bij {problem.label} past {problem.found} niet.", told
    message = f"{told} Bij {problem.label} staat {problem.found}." if shows else told
    cure = problem.context.get("cure") or _CUSTOM_CURES.get(problem.kind)
    return message, str(cure or "Verbeter de waarde, of haal de regel weg.")


def tell_other(problem: Problem) -> Told:
    """Any error that bkl's models do not use yet."""
    limits = {"ge": "minstens", "gt": "meer dan", "le": "hoogstens", "lt": "minder dan"}
    limits |= {"min_length": "minstens", "max_length": "hoogstens"}
    bounds = [
        f"{words} {problem.context[key]}" for key, words in limits.items() if key in problem.context
    ]
    expected = f" Verwacht: {' en '.join(bounds)}." if bounds else ""
    return (
        f"Bij {problem.label} past {problem.found} niet.{expected}",
        "Verbeter de waarde, of haal de regel weg.",
    )


def _class_words(characters: str) -> str:
    words: list[str] = []
    for part, word in _CLASSES:
        if part in characters:
            characters = characters.replace(part, "", 1)
            words.append(word)
    return " en ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _renamed(name: str) -> Iterator[str]:
    yield name.strip().strip(".")
    yield re.sub(r"\.(?=[^\W\d])", "", name.strip())
    for joint in ("-", "_", ""):
        joined = re.sub(r"[\W_]+", joint, name.strip()).strip("-_")
        yield joined
        yield joined.lower()


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
