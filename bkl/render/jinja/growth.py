"""What a template could blow up: recognised before it happens, by the sizes of what goes in."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import ParamSpec, TypeVar

from jinja2.exceptions import SecurityError
from jinja2.utils import Namespace

MAX_CHARS = 50_000_000
"""Characters shown in one report, and in any one text that a template makes."""
MAX_NUMBER = 100_000
"""Largest count, width or exponent that a template may hand to a function."""
GROWING = (
    *("batch", "center", "format", "indent", "join", "replace"),
    *("round", "slice", "wordwrap"),
)
"""Filters that make much out of a number, or out of little text."""

P = ParamSpec("P")
R = TypeVar("R")
_HELD = "_Namespace__attrs"  # Jinja guards every other way to what a namespace holds
_BIG_WIDTH = re.compile(r"%[-+ #0]*(?:\d*\.)?(?:\*|\d{6,})|\{[^{}]+\{|\{[^{}]*:[^{}]*\d{6,}")


class TeVeel(SecurityError):  # noqa: N818 - a Dutch name, like the other faults here
    """A template does more than any report needs."""


def bounded(function: Callable[P, R]) -> Callable[P, R]:
    """Return a filter that raises TeVeel rather than blow up a text."""

    @functools.wraps(function)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        check_call(function.__name__.removeprefix("do_"), args, kwargs)
        return function(*args, **kwargs)

    return checked


def check_call(name: str, args: Sequence[object], kwargs: Mapping[str, object]) -> None:
    """Raise TeVeel when the answer could become huge; what is worked on comes first in `args`.

    Jinja may hand over something of its own before that, which is neither text nor number.
    """
    texts = [value for value in args if isinstance(value, str)]
    if name in ("format", "format_map"):
        check_pattern(texts[0] if texts else "")
        return
    if name == "join":
        grown = _joined(args[1:]) if len(args) > 1 else 0
    elif name == "replace" and len(texts) > 2:
        grown = len(texts[0]) + (len(texts[0]) + 1) * len(texts[2])
        if texts[1]:
            grown = len(texts[0]) + texts[0].count(texts[1]) * len(texts[2])
    else:
        numbers = [number_of(value) for value in (*args[1:], *kwargs.values())]
        for number in numbers:
            check_number(number)
        longest = max((len(text) for text in texts), default=0)
        grown = longest * max(1, *(int(number) for number in (0, *numbers)))
    if grown > MAX_CHARS:
        raise TeVeel("een tekst die te groot wordt")


def check_operation(operator: str, left: object, right: object) -> None:
    """Raise TeVeel when computing with two values would give something huge."""
    if operator == "%" and isinstance(left, str):
        check_pattern(left)
    elif operator == "**":
        check_number(right)
        if _size(left) * abs(number_of(right)) > MAX_NUMBER:
            raise TeVeel("een getal met te veel cijfers")
    elif operator in ("+", "*"):
        grown = _size(left) + _size(right) if operator == "+" else _product(left, right)
        counts = isinstance(left, int) and isinstance(right, int)
        if grown > (MAX_NUMBER if counts else MAX_CHARS):
            raise TeVeel("een waarde die te groot is")


def check_number(value: object) -> None:
    """Raise TeVeel for a number that is larger than any count or width in a report."""
    if not -MAX_NUMBER <= number_of(value) <= MAX_NUMBER:
        raise TeVeel(f"het getal is groter dan {MAX_NUMBER}")


def check_pattern(text: str) -> None:
    """Raise TeVeel for `{:>1000000}` and its like."""
    if _BIG_WIDTH.search(text):
        raise TeVeel("een breedte in een tekstpatroon is te groot of staat er niet vast")


def number_of(value: object) -> float:
    """Return a number as it is, 0 for anything else."""
    return value if isinstance(value, int | float) else 0


def parts_of(value: object) -> Iterator[object]:
    """Yield a value and all that is in it, as often as it would be shown."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        yield one
        if isinstance(one, list | tuple):
            waiting.extend(one)
        elif isinstance(one, dict):
            waiting.extend(one.values())
        elif isinstance(one, Namespace):
            waiting.extend(getattr(one, _HELD).values())


def _size(value: object) -> int:
    if isinstance(value, str | list | tuple):
        return len(value)
    return value.bit_length() if isinstance(value, int) else 1


def _product(left: object, right: object) -> int:
    """Return about how large `left * right` would be."""
    for one, other in ((left, right), (right, left)):
        if isinstance(one, str | list | tuple):
            return len(one) * max(0, int(number_of(other)))
    return _size(left) + _size(right)


def _joined(args: Sequence[object]) -> int:
    """Return about how long `between.join(values)` would be; what has no length counts as long."""
    sizes = [len(one) if isinstance(one, str | list | tuple) else MAX_NUMBER for one in args[:2]]
    return sizes[0] * sizes[1] if len(sizes) == 2 else 0
