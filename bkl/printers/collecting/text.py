"""What forms bring, for people at a terminal: what is taken over, and what is not and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bkl.api.collecting.taking import ImportResult
from bkl.printers.layout import wrap
from bkl.printers.recording import text as recording
from bkl.printers.screen import Screen
from bkl.sheets.answers import Spotted


def show(result: ImportResult, screen: Screen) -> str:
    """Return the forms, what stands in the way cell by cell, and what changes in the jaarverslag.

    What stands in the way comes last, where it is seen.
    """
    lines = [screen.paint(f"Formulieren over {result.jaar}", "vet"), ""]
    for file in result.gelezen:
        rows = "1 rij" if file.rijen == 1 else f"{file.rijen} rijen"
        number = len(file.antwoorden)
        answered = "1 antwoord" if number == 1 else f"{number or 'geen'} antwoorden"
        lines += wrap(f"{file.bestand}: {rows}, {answered}.", screen.width, "  ")
    for name in result.ouder:
        told = (
            f"{name} is van een andere versie van het werkplan; rijen waarvan de toezegging "
            "gelijk bleef, tellen."
        )
        lines += wrap(told, screen.width, "  ")
    if result.gelijk:
        same = "1 antwoord staat" if result.gelijk == 1 else f"{result.gelijk} antwoorden staan"
        lines += wrap(f"{same} al zo in het jaarverslag.", screen.width, "  ")
    text = screen.finish("\n".join([*lines, "", ""]))
    if result.voorstel is not None and result.voorstel.changes:
        origin: dict[tuple[str, str], dict[Spotted, None]] = {}
        for rij in result.rijen:
            at = origin.setdefault((rij.invoer.lijst, rij.invoer.id), {})
            at.update(dict.fromkeys(rij.plekken))
        places = {about: ", ".join(_places(at)) for about, at in origin.items()}
        text += recording.show(result.voorstel, screen, places)
    objections = "\n".join(_objections(result, screen))
    if not objections:
        return text
    return text.rstrip("\n") + f"\n\n{screen.finish(objections)}"


def _places(spots: Iterable[Spotted]) -> Iterator[str]:
    """Yield where answers stand; a file and a sheet are named once."""
    before = Spotted("")
    for one in spots:
        same = (one.bestand, one.blad) == (before.bestand, before.blad)
        yield one.cel if same and one.cel else str(one)
        before = one


def _objections(result: ImportResult, screen: Screen) -> Iterator[str]:
    light, heavy = [one for one in result.bezwaren if one.licht], result.zwaar
    for title, told in (("Niet overgenomen", heavy), ("Let op", light)):
        if not told:
            continue
        yield screen.paint(f"{title} ({len(told)})", "vet")
        for one in told:
            yield from wrap(str(one.plek), screen.width, "  ")
            yield from wrap(one.message, screen.width, "    ")
            if one.cure:
                yield from wrap(one.cure, screen.width, "    → " if screen.unicode else "    -> ")
        for cure in result.raad if told is heavy else ():
            yield from wrap(cure, screen.width, "  → " if screen.unicode else "  -> ")
        yield ""
