"""Figures that YAML itself would turn into something else when they stand unquoted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Route
from bkl.domein.notatie.values.lazy import Lazy
from bkl.source.kinds import DUBBELZINNIG_GETAL
from bkl.source.text.source_text import Told
from bkl.source.text.tree import Style, Tree

_THOUSANDS = Lazy(r"[-+]?[1-9]\d{0,2}\.\d{3}")
_DECIMAL = Lazy(r"[-+]?(?:\d+\.\d*|\.\d+)")
_UNDERSCORE = Lazy(r"[-+]?\d[\d_]*_[\d_]*(?:\.\d*)?")
_LEADING_ZERO = Lazy(r"[-+]?0\d+")
_OTHER_BASE = Lazy(r"[-+]?0(?:x[0-9a-f_]+|b[01_]+|o[0-7]+)", re.I)
_EXPONENT = Lazy(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)e[-+]?\d+", re.I)
_CLOCK = Lazy(r"[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?")
_SPECIAL = Lazy(r"[-+]?\.(?:inf|nan)", re.I)
_BOOLEAN = Lazy(r"yes|no|on|off|true|false|y|n", re.I)
_DATE = Lazy(r"(\d{4})-(\d{1,2})-(\d{1,2})([Tt ].*)?")
_YES = ("yes", "on", "true", "y")


def scalar_trap(text: str, style: Style | str) -> Told | None:
    """Return (message, cure) when another YAML reader would not read `text` as text.

    For scalars that hold a quantity; quoted and block scalars are always text. A figure
    that every reader takes for the same number (`12`) is no trap.
    """
    if style != "plain" or not text or _is_whole(text):
        return None
    for pattern, tell in _TRAPS:
        if pattern.fullmatch(text):
            return tell(text)
    return None


def _is_whole(text: str) -> bool:
    """Tell whether a figure is a whole number without a nought before it: never a trap."""
    return text.isascii() and text.isdigit() and text[0] != "0"


def find_trap(tree: Tree, route: Route) -> Finding | None:
    """Return the finding for the quantity at `route`, or at the short form that stands for it."""
    text = tree.scalar(route)
    told = scalar_trap(text, tree.style(route)) if text else None
    if told is None:
        return None
    at = tree.source.offset_at(tree.locate(route))
    found = tree.source.finding(DUBBELZINNIG_GETAL, told, (at, at + len(text or "")), route)
    from bkl.source.pitfalls.cures import mend_trap  # noqa: PLC0415 - few have faults

    return replace(found, edits=mend_trap(tree, route, text or "", told[1]))


def _thousands(text: str) -> Told:
    read = text.replace(".", ",").rstrip("0").rstrip(",")
    return (
        f"`{text}` zonder eenheid leest YAML als {read}, niet als {text.replace('.', '')}.",
        f'Schrijf de eenheid erbij (`{text} mensen`) of zet er aanhalingstekens om: `"{text}"`.',
    )


def _decimal(text: str) -> Told:
    number = text.rstrip(".")
    number = re.sub(r"^([-+]?)\.", r"\g<1>0.", number).replace(".", ",")
    return (
        f"`{text}` is geen Nederlands getal: een punt scheidt duizendtallen, een komma decimalen.",
        f"Schrijf `{number}`.",
    )


def _underscore(text: str) -> Told:
    return (
        f"`{text}` leest YAML als een getal zonder liggend streepje.",
        f"Schrijf `{text.replace('_', '').replace('.', ',')}` met de eenheid erbij.",
    )


def _leading_zero(text: str) -> Told:
    sign, digits = re.sub(r"\d", "", text), text.lstrip("+-")
    octal = int(digits, 8) if set(digits) <= set("01234567") else None
    number = digits.lstrip("0") or "0"
    read = f"als het achttallige getal {octal}" if octal is not None else "niet overal als getal"
    return f"`{text}` begint met een nul; YAML leest dat {read}.", f"Schrijf `{sign}{number}`."


def _other_base(text: str) -> Told:
    return (
        f"`{text}` leest YAML als een getal in een ander talstelsel.",
        "Schrijf het getal met gewone cijfers en de eenheid erbij.",
    )


def _exponent(text: str) -> Told:
    return (
        f"`{text}` leest niet ieder programma als hetzelfde getal.",
        "Schrijf het getal voluit, met de eenheid erbij.",
    )


def _clock(text: str) -> Told:
    return (
        f"`{text}` is dubbelzinnig: YAML rekent dit om naar één getal (zestigtallig).",
        f'Schrijf een getal met eenheid, zoals `90 minuten`, of maak er tekst van: `"{text}"`.',
    )


def _special(text: str) -> Told:
    return (
        f"`{text}` leest YAML als een bijzonder getal (oneindig of geen getal).",
        "Schrijf een gewoon getal met de eenheid erbij, of laat de regel weg.",
    )


def _boolean(text: str) -> Told:
    word = "ja" if text.lower() in _YES else "nee"
    return (
        f"`{text}` lezen veel programma's niet als tekst maar als {word}.",
        f"Schrijf `{word}`, of een getal met de eenheid erbij.",
    )


def _null(text: str) -> Told:
    return (
        f"`{text}` leest YAML als een lege waarde.",
        "Schrijf `geen` voor nul, `nog niet bekend` als het cijfer nog komt, of laat de regel weg.",
    )


def _equals(text: str) -> Told:
    return (
        f"`{text}` heeft in YAML een eigen betekenis en is geen getal.",
        "Schrijf een getal met de eenheid erbij.",
    )


def _date(text: str) -> Told:
    found = _DATE.fullmatch(text)
    cure = "Schrijf een getal met de eenheid erbij."
    if found and not found[4]:
        cure = f"Schrijf een datum als `{int(found[3]):02}-{int(found[2]):02}-{found[1]}`."
    return f"`{text}` leest YAML als een datum, niet als een hoeveelheid.", cure


_TRAPS: tuple[tuple[Lazy, Callable[[str], Told]], ...] = (
    (_THOUSANDS, _thousands),
    (_DECIMAL, _decimal),
    (_UNDERSCORE, _underscore),
    (_LEADING_ZERO, _leading_zero),
    (_OTHER_BASE, _other_base),
    (_EXPONENT, _exponent),
    (_CLOCK, _clock),
    (_SPECIAL, _special),
    (_BOOLEAN, _boolean),
    (Lazy(r"~|null", re.I), _null),
    (Lazy(r"=|<<"), _equals),
    (_DATE, _date),
)
