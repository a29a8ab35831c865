"""How a text is written as a YAML scalar, so that every reader reads that text back."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator

import yaml
from yaml.events import ScalarEvent

from bkl.source.pitfalls.traps import scalar_trap
from bkl.source.text.events import is_event, new_parser
from bkl.source.text.tree import Style

WIDTH = 110
"""Columns after which a text is folded over more lines."""


def write_scalar(text: str, style: Style = "plain", *, flow: bool = False, indent: int = 0) -> str:
    """Return `text` as a YAML scalar that stands behind `sleutel: `, on one or more lines.

    `style` is how the value was written until now: its quotes stay where they can. `indent`
    is the column of the key, by which a long text is folded in a block. Between braces
    (`flow`) it always stays on one line. Reading the result gives `text` again.
    """
    for written in _candidates(text, style, flow=flow, indent=indent):
        if _reads_back(written, text, flow=flow, indent=indent):
            return written
    return json.dumps(text, ensure_ascii=False)


def _candidates(text: str, style: Style, *, flow: bool, indent: int) -> Iterator[str]:
    if not flow and "\n" in text:
        yield _literal(text, indent)
    if not flow and (style == "block" or indent + len(text) > WIDTH):
        yield _folded(text, indent)
    if style == "single":
        yield "'" + text.replace("'", "''") + "'"
    if style != "double" and scalar_trap(text, "plain") is None:
        yield text
    if style != "single" and "\\" not in text and '"' not in text:
        yield f'"{text}"'
    yield "'" + text.replace("'", "''") + "'"


def _literal(text: str, indent: int) -> str:
    lead = " " * (indent + 2)
    return "|-" + "".join(f"\n{lead}{line}" if line else "\n" for line in text.split("\n"))


def _folded(text: str, indent: int) -> str:
    lead = " " * (indent + 2)
    room = max(40, WIDTH - len(lead))
    lines = textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False)
    return ">-" + "".join(f"\n{lead}{line}" for line in lines)


def _reads_back(written: str, text: str, *, flow: bool, indent: int) -> bool:
    """Tell whether a YAML parser makes `text` of it, at a place like the one it is meant for."""
    lead = " " * indent
    whole = f"{{k: {written}, z: z}}" if flow else f"{lead}k: {written}\n{lead}z: z\n"
    next_event = new_parser(whole).get_event
    values: list[str] = []
    try:
        while len(values) < 4:
            event = next_event()
            if is_event(event, ScalarEvent):
                values.append(event.value)
                if event.anchor is not None or event.tag is not None:
                    return False
            elif "End" in type(event).__name__:
                break
    except yaml.YAMLError:
        return False
    return values == ["k", text, "z", "z"]
