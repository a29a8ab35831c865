"""How keys with their values are written: on lines of their own, or between braces."""

from __future__ import annotations

from collections.abc import Mapping

from bkl.source.edits.scalars import write_scalar
from bkl.source.edits.wanted import Wanted


def _key(key: str) -> str:
    return write_scalar(key, flow=True)


def flow_text(value: Wanted) -> str:
    """Return a value between braces or brackets, on one line."""
    if isinstance(value, str):
        return write_scalar(value, flow=True)
    if value is None:
        return '""'
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {flow_text(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(flow_text(one) for one in value) + "]"


def block_lines(value: Mapping[str, Wanted], indent: int) -> list[str]:
    """Return the lines of keys with their values."""
    lead = " " * indent
    lines: list[str] = []
    for key, one in value.items():
        name = f"{lead}{_key(key)}:"
        if isinstance(one, str):
            lines += f"{name} {write_scalar(one, indent=indent)}".split("\n")
        elif isinstance(one, Mapping):
            lines += [name, *block_lines(one, indent + 2)] if one else [f"{name} {{}}"]
        elif one is not None:
            lines.append(name if one else f"{name} []")
            for item in one:
                lines += _item(item, indent + 2)
    return lines


def _item(value: Wanted, indent: int) -> list[str]:
    lead = " " * indent
    if isinstance(value, str):
        return f"{lead}- {write_scalar(value, indent=indent)}".split("\n")
    if isinstance(value, Mapping):
        first, *rest = block_lines(value, indent + 2)
        return [f"{lead}- {first.lstrip(' ')}", *rest]
    return [f"{lead}- {flow_text(value)}"]
