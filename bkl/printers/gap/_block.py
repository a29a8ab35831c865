"""One indicator on a screen: the verdict at a glance, then what explains it."""

from __future__ import annotations

from collections.abc import Iterator

from bkl.domein.opmaak import format_procent, format_verschil, oordeel_tekst, symbool
from bkl.domein.vergelijking import Rij, Vergelijking
from bkl.printers.gap._bar import progress_bar, tint_of
from bkl.printers.gap._explain import explain
from bkl.printers.gap._lines import flow
from bkl.printers.screen import Screen, cells, harmless, pad, wrap

WIDE = 140
_OORDEEL = 26
_BAR = 12
_INDENT = "  "
_DEEPER = "      "
_WITH_VERDICT: tuple[Vlag, ...] = ("overtroffen", "boven bandbreedte", "binnen marge", "verslechterd")
"""Flags short and telling enough to stand beside the verdict; others stand below it."""


def block(rij: Rij, screen: Screen, id_width: int, *, everything: bool = False) -> list[str]:
    """Return the lines of one row; `everything` also shows what is not needed at a glance."""
    vergelijking = rij.vergelijking
    wide = screen.width >= WIDE and not everything
    lines = _wide(rij, screen, id_width) if wide else _narrow(rij, screen, id_width)
    if rij.zelfde_als:
        note = f"Dit staat ook bij {rij.zelfde_als} en telt daar mee."
        return lines + [screen.paint(line, "zacht") for line in wrap(note, screen.width, _DEEPER)]
    flags = [vlag for vlag in vergelijking.vlaggen if vlag not in _WITH_VERDICT]
    return lines + explain(vergelijking, flags, screen, _DEEPER, everything=everything)


def heading(id_width: int, screen: Screen) -> list[str]:
    """Return the names of the columns, on a screen wide enough to have columns."""
    if screen.width < WIDE:
        return []
    widths = _columns(screen, id_width)
    names = zip(("beloofd", "bereikt", "verschil"), widths, strict=True)
    line = " " * (id_width + 6) + pad("oordeel", _OORDEEL + 2)
    line += "".join(pad(name, width) for name, width in names) + "voortgang"
    return [screen.paint(line, "zacht")]


def _narrow(rij: Rij, screen: Screen, id_width: int) -> list[str]:
    vergelijking = rij.vergelijking
    line, progress = _verdict(rij, screen, id_width), _progress(vergelijking, screen)
    pieces: list[Piece] = [(text, ()) for text in _figures(vergelijking)]
    lines = [(line + progress).rstrip()]
    if cells(lines[0]) > screen.width:
        lines = [line.rstrip(), f"{_DEEPER}{progress}"]
    return [*lines, *flow(pieces, screen, _DEEPER)]


def _wide(rij: Rij, screen: Screen, id_width: int) -> list[str]:
    """Return one line with columns; a phrase that does not fit goes on below its column."""
    vergelijking = rij.vergelijking
    widths = _columns(screen, id_width)
    texts = (_doel(vergelijking), _given(vergelijking), _verschil(vergelijking))
    columns = [
        wrap(text or "", max(width - 2, 8)) for text, width in zip(texts, widths, strict=True)
    ]
    lines = [
        "".join(pad(text, width) for text, width in zip(row, widths, strict=True))
        for row in zip_longest(*columns, fillvalue="")
    ]
    lines[0] = _verdict(rij, screen, id_width) + lines[0] + _progress(vergelijking, screen)
    beside = " " * (id_width + _OORDEEL + 8)
    return [lines[0].rstrip(), *((beside + line).rstrip() for line in lines[1:])]


def _columns(screen: Screen, id_width: int) -> tuple[int, int, int]:
    rest = screen.width - id_width - _OORDEEL - 8 - _BAR - 16
    return rest * 38 // 100, rest * 36 // 100, rest * 26 // 100


def _verdict(rij: Rij, screen: Screen, id_width: int) -> str:
    vergelijking = rij.vergelijking
    tint = tint_of(vergelijking.oordeel)
    sign = symbool(vergelijking.oordeel, ascii_only=not screen.unicode)
    flags = [vlag for vlag in vergelijking.vlaggen if vlag in _WITH_VERDICT]
    words = ", ".join([oordeel_tekst(vergelijking), *flags])
    return (
        f"{_INDENT}{screen.paint(sign, tint, 'vet')} {pad(harmless(rij.id), id_width)}  "
        f"{screen.paint(words, tint, 'vet')}{' ' * max(2, _OORDEEL + 2 - cells(words))}"
    )


def _progress(vergelijking: Vergelijking, screen: Screen) -> str:
    words = format_procent(vergelijking)
    if words is None or vergelijking.procent is None:
        return ""
    bar = progress_bar(vergelijking.procent, _BAR, screen, tint_of(vergelijking.oordeel))
    return f"{bar} {words}"


def _figures(vergelijking: Vergelijking) -> Iterator[str]:
    """Yield `beloofd …`, `bereikt …` and `verschil …`, as far as they are known."""
    if doel := _doel(vergelijking):
        yield f"beloofd {doel}"
    if given := _given(vergelijking):
        yield f"bereikt {given}"
    if verschil := _verschil(vergelijking):
        bare = verschil.startswith(("geen", "tekort"))
        yield f"{verschil} verschil" if verschil == "geen" else verschil if bare else f"verschil {verschil}"


def _doel(vergelijking: Vergelijking) -> str | None:
    doel = vergelijking.entry.indicator.doel
    return harmless(doel) if doel else None


def _given(vergelijking: Vergelijking) -> str | None:
    entry = vergelijking.realisatie
    given = entry.realisatie.realisatie if entry else None
    return harmless(given) if given else None
