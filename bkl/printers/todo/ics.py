"""The days on which something is due, for a calendar (iCalendar, RFC 5545)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta

from bkl.api.asking.todo import Taak, TodoResult
from bkl.printers.screen import Screen, harmless

_WIDTH = 75
"""Octets on a line, RFC 5545 section 3.1."""


def show(result: TodoResult, screen: Screen) -> str:
    """Return a calendar with a whole day for each day and each person or team.

    The same data give the same bytes: a day that moves is the same event, of a later stamp.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bkl//todo//NL", "CALSCALE:GREGORIAN"]
    for naam, taken in result.groepen():
        days: dict[date, list[Taak]] = {}
        for taak in taken:
            days.setdefault(taak.uiterlijk, []).append(taak)
        for day, due in days.items():
            lines += _event(result, naam, day, due)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(result: TodoResult, naam: str, day: date, due: list[Taak]) -> Iterator[str]:
    count = "1 cijfer" if len(due) == 1 else f"{len(due)} cijfers"
    who = f" ({naam})" if naam else ""
    ids = dict.fromkeys(taak.id for taak in due)
    body = "\n".join(
        f"{id_}: {', '.join(taak.wat for taak in due if taak.id == id_)}" for id_ in ids
    )
    key = f"{result.jaar}|{naam}|{day.isoformat()}".encode()
    yield from (
        "BEGIN:VEVENT",
        f"UID:{hashlib.sha256(key).hexdigest()[:32]}@bkl",
        f"DTSTAMP:{result.peildatum:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(f'bkl {result.jaar}: {count} aanleveren{who}')}",
        f"DESCRIPTION:{_text(body)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _text(text: str) -> str:
    """Return a text as RFC 5545 section 3.3.11 writes it."""
    text = "\n".join(harmless(line) for line in text.split("\n"))
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 octets, never cutting a character in two."""
    piece, size = "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _WIDTH:
            yield piece
            piece, size = " ", 1
        piece, size = piece + char, size + octets
    yield piece
