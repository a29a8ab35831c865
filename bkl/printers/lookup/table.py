"""What stands behind a number, for people: one indicator per line or two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from bkl.domein.woorden import Oordeel
from bkl.portfolio.counts import Vindplek
from bkl.printers.gap.parts.bar import tint_of
from bkl.printers.layout import wrap
from bkl.printers.screen import Screen
from bkl.wording.verdicts import symbool

_MOST = 200


def show(rows: Sequence[Vindplek], screen: Screen) -> str:
    """Return each indicator with what was promised, what came of it, and where that stands."""
    lines: list[str] = []
    for one in rows[:_MOST]:
        verdict = cast("Oordeel", one.oordeel)
        sign = symbool(verdict, ascii_only=not screen.unicode)
        head = wrap(
            f"{one.organisatie} {one.jaar}  {one.id}  {one.indicator}", screen.width, "", "  "
        )
        lines += [screen.paint(head[0], "vet"), *head[1:]]
        told = f"{one.doel or 'zonder cijfer'} / {one.realisatie or 'geen cijfer'}"
        verdict_words = screen.paint(f"{sign} {one.oordeel}", tint_of(verdict))
        lines += [*wrap(told, screen.width, "  ", "    "), f"  {verdict_words}"]
        places = dict.fromkeys((one.plaats, one.belofte))
        lines += [
            screen.paint(line, "zacht") for p in places for line in wrap(p, screen.width, "  ")
        ]
    more = len(rows) - _MOST
    if more > 0:
        lines += wrap(f"… en nog {more}; alles staat in `--format csv` of json.", screen.width)
    lines.append(f"{len(rows)} indicator{'' if len(rows) == 1 else 'en'}.")
    return screen.finish("\n".join(line.rstrip() for line in lines) + "\n")
