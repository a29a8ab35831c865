"""What is signed: each promise with the figure that is agreed to."""

from __future__ import annotations

from bkl.api.signing.sign import SignResult
from bkl.printers.layout import pad, wrap
from bkl.printers.screen import Screen, cells

_WIDEST_ID = 22


def show(result: SignResult, screen: Screen) -> str:
    """Return what is signed now, and how much was signed before or has no answer."""
    lines: list[str] = []
    width = min(_WIDEST_ID, max((cells(id_) for id_, *_ in result.nu), default=0)) + 2
    for id_, text, figure in result.nu:
        lead = f"  {screen.paint(pad(id_, width), 'vet')}"
        lines += wrap(figure, screen.width, lead, " " * (width + 2))
        lines += wrap(text, screen.width, " " * (width + 2))
    if lines:
        lines = [f"Akkoord over {result.jaar}:", *lines, ""]
    for ids, told in (
        (result.al, "al getekend en niet veranderd"),
        (result.zonder, "geen antwoord"),
    ):
        if ids:
            names = ", ".join(ids[:8]) + (f" en nog {len(ids) - 8}" if len(ids) > 8 else "")
            lines += wrap(f"{len(ids)} × {told}: {names}", screen.width, "", "  ")
    return screen.finish("\n".join([*lines, ""])) if lines else ""
