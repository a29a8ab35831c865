"""The manual page of one rule, on a terminal."""

from __future__ import annotations

from bkl.api.checking.catalogue import RulePage
from bkl.printers.layout import wrap
from bkl.printers.screen import Screen, Tint, cells
from bkl.rules.engine.choice import is_reading

_TINTS: dict[str, Tint] = {"fout": "rood", "waarschuwing": "geel"}
_HEADS: dict[str, Tint] = {"Fout:": "rood", "Goed:": "groen"}


def show(regel: RulePage, screen: Screen) -> str:
    """Return the page: what is asked, why, wrong and right YAML, and how to let it pass."""
    kind = regel.kind
    ernst = screen.paint(kind.severity, _TINTS[kind.severity], "vet")
    head = screen.paint(f"{kind.code} {kind.slug}", "vet")
    room = cells(f"{kind.code} {kind.slug}  {kind.severity}  {regel.familie}") <= screen.width
    lines = [*([f"{head}  {ernst}  {regel.familie}"] if room else [head, ernst]), ""]
    for block in regel.uitleg.strip().split("\n\n"):
        if block.startswith("    "):
            lines += [*block.splitlines(), ""]
        elif block in _HEADS:
            lines += [screen.paint(block, _HEADS[block], "vet"), ""]
        else:
            lines += [*wrap(block, min(screen.width, 100)), ""]
    lines += [*_allowing(regel, screen), ""]
    return screen.finish("\n".join(lines))


def _allowing(regel: RulePage, screen: Screen) -> list[str]:
    if is_reading(regel.kind):
        return wrap("Dit is een leesfout: die is niet toe te staan of uit te zetten.", screen.width)
    allowing = [
        *wrap("Toestaan op één plaats, op de regel zelf of die erboven:", screen.width),
        "",
        f"    # bkl: sta {regel.kind.slug} toe: uw reden",
        "",
    ]
    return [
        *(allowing if regel.kind.code >= "BKL100" else ()),
        *wrap("Voor alles zwaarder, lichter of uit, in `bkl.yaml`:", screen.width),
        "",
        "    regels:",
        f"      {regel.kind.code}: uit",
    ]
