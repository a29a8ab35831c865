"""What is missing, per person or team, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bkl.api.asking.todo import Taak, TodoResult
from bkl.printers.layout import pad, wrap
from bkl.printers.screen import Screen, cells

NIEMAND = "Niemand genoemd"
_WIDEST_ID = 22
_HOW = "Antwoord met `bkl set`."
_BOTH = "Antwoord met `bkl set`, of met de formulieren van `bkl form`."


def show(result: TodoResult, screen: Screen) -> str:
    """Return a heading per person or team with the tasks below it, those due first on top."""
    if not result.taken:
        return f"Er ontbreekt niets over {result.jaar}.\n"
    lines = [screen.paint(f"Wat er nog ontbreekt over {result.jaar}", "vet"), ""]
    width = min(_WIDEST_ID, max(cells(taak.id) for taak in result.taken)) + 2
    groepen = result.groepen()
    for naam, taken in groepen:
        if len(groepen) > 1 or naam:
            lines.append(screen.paint(f"{naam or NIEMAND} ({len(taken)})", "vet"))
        lines += [line for group in _by_promise(taken) for line in _promise(group, width, screen)]
        lines.append("")
    what = "1 vraag" if len(result.taken) == 1 else f"{len(result.taken)} vragen"
    how = _BOTH if any(taak.opdracht for taak in result.taken) else _HOW
    lines += wrap(f"{what} over {_about(result.taken)} van {result.jaar}. {how}", screen.width)
    return screen.finish("\n".join([*lines, ""]))


def _about(taken: Sequence[Taak]) -> str:
    """Return over how many promises it is, and over the money of how many parts of the plan."""
    ids = len({taak.id for taak in taken if not taak.geld})
    parts = len({taak.id for taak in taken if taak.geld})
    promises = "1 toezegging" if ids == 1 else f"{ids} toezeggingen"
    money = f"het geld van {'1 onderdeel' if parts == 1 else f'{parts} onderdelen'}"
    return f"{promises} en {money}" if parts and ids else money if parts else promises


def _by_promise(taken: Sequence[Taak]) -> list[list[Taak]]:
    """Return the tasks per promise and day, in the order in which they come."""
    found: dict[tuple[str, str], list[Taak]] = {}
    for taak in taken:
        found.setdefault((taak.uiterlijk.isoformat(), taak.id), []).append(taak)
    return list(found.values())


def _promise(taken: Sequence[Taak], width: int, screen: Screen) -> Iterator[str]:
    first = taken[0]
    when = f"{first.uiterlijk:%d-%m-%Y}"
    wat = ", ".join(taak.wat for taak in taken)
    doel = f" ({first.doel})" if first.doel and first.wat != "ja of nee" else ""
    lead = f"  {screen.paint(when, 'zacht')}  {pad(first.id, width)}"
    hanging = " " * (14 + width)
    yield from wrap(f"{wat}{doel}", screen.width, lead, hanging)
    yield from wrap(first.tekst, screen.width, hanging)
    for taak in taken:
        if taak.opdracht:
            yield from wrap(taak.vraag, screen.width, hanging)
            yield from wrap(screen.paint(taak.opdracht, "zacht"), screen.width, hanging)
