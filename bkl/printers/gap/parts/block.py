"""One indicator on a screen: the verdict at a glance, then what explains it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from bkl.domein.dossier.verdicts import Rij, Vergelijking
from bkl.domein.records import dataclass
from bkl.domein.woorden import Vlag
from bkl.printers.gap.parts.bar import progress_bar, tint_for
from bkl.printers.gap.parts.grounds import explain
from bkl.printers.layout import Piece, flow, pad, wrap
from bkl.printers.screen import Screen, cells, harmless
from bkl.wording.figures import (
    beloofd,
    format_gegeven,
    format_procent,
    format_tekort,
    format_verschil,
    oordeel_tekst,
    teken,
)

WIDE = 140
_WIDEST_WORDS = 26
_BAR = 12
_INDENT = "  "
_DEEPER = "      "
_WITH_VERDICT: tuple[Vlag, ...] = (
    "overtroffen",
    "boven bandbreedte",
    "binnen marge",
    "verslechterd",
    "te laat",
)
"""Flags short and telling enough to stand beside the verdict; others stand below it."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide ids and verdicts are in one speerpunt."""

    ids: int
    words: int

    @classmethod
    def of(cls, rijen: Sequence[Rij]) -> Columns:
        """Return the widths that these rows need; an uncommonly long verdict may stick out."""
        words = max(cells(_words(rij.vergelijking)) for rij in rijen)
        return cls(max(cells(harmless(rij.id)) for rij in rijen), min(words, _WIDEST_WORDS))

    def figures(self, screen: Screen) -> tuple[int, int, int]:
        """Return the widths of beloofd, bereikt and verschil, on a wide screen."""
        rest = screen.width - self.ids - self.words - 8 - _BAR - 17
        return rest * 35 // 100, rest * 33 // 100, rest * 32 // 100


def block(rij: Rij, screen: Screen, columns: Columns, *, everything: bool = False) -> list[str]:
    """Return the lines of one row; `everything` also shows what is not needed at a glance."""
    vergelijking = rij.vergelijking
    wide = screen.width >= WIDE and not everything
    lines = _wide(rij, screen, columns) if wide else _narrow(rij, screen, columns)
    if rij.zelfde_als:
        note = f"Dit staat ook bij {rij.zelfde_als} en telt daar mee."
        return lines + [screen.paint(line, "zacht") for line in wrap(note, screen.width, _DEEPER)]
    flags = [vlag for vlag in vergelijking.vlaggen if vlag not in _WITH_VERDICT]
    return lines + explain(vergelijking, flags, screen, _DEEPER, everything=everything)


def heading(columns: Columns, screen: Screen) -> list[str]:
    """Return the names of the columns, on a screen wide enough to have columns."""
    if screen.width < WIDE:
        return []
    names = zip(("beloofd", "bereikt", "verschil"), columns.figures(screen), strict=True)
    line = " " * (columns.ids + 6) + pad("oordeel", columns.words + 2)
    line += "".join(pad(name, width) for name, width in names) + "voortgang"
    return [screen.paint(line, "zacht")]


def _narrow(rij: Rij, screen: Screen, columns: Columns) -> list[str]:
    """Return the verdict on one line if it fits, and the figures below it."""
    vergelijking = rij.vergelijking
    tint = tint_for(vergelijking)
    lines = [_sign(rij, screen, columns)]
    words: Piece = (_words(vergelijking), (tint, "vet"))
    if cells(lines[0] + words[0]) > screen.width:
        lines += flow([words], screen, _DEEPER)
    else:
        lines[0] += pad(screen.paint(words[0], *words[1]), columns.words) + "  "
    progress = _progress(vergelijking, screen)
    if progress and cells(lines[-1] + progress) > screen.width:
        lines.append(_DEEPER)
    lines[-1] += progress
    pieces: list[Piece] = [(text, ()) for text in _figures(vergelijking)]
    return [*(line.rstrip() for line in lines), *flow(pieces, screen, _DEEPER)]


def _wide(rij: Rij, screen: Screen, columns: Columns) -> list[str]:
    """Return one line with columns; a text that does not fit goes on below its column."""
    vergelijking = rij.vergelijking
    label, text = _difference(vergelijking)
    widths = (columns.words + 2, *columns.figures(screen))
    texts = (
        _words(vergelijking),
        _doel(vergelijking) or "",
        _given(vergelijking) or "",
        f"tekort {text}" if label == "tekort" else text or "",
    )
    parts = [wrap(text, max(width - 2, 8)) for text, width in zip(texts, widths, strict=True)]
    tint = tint_for(vergelijking)
    parts[0] = [screen.paint(line, tint, "vet") for line in parts[0]]
    lines = [
        "".join(pad(cell, width) for cell, width in zip(row, widths, strict=True))
        for row in zip_longest(*parts, fillvalue="")
    ]
    first = _sign(rij, screen, columns) + lines[0] + _progress(vergelijking, screen)
    beside = " " * (columns.ids + 6)
    return [first.rstrip(), *((beside + line).rstrip() for line in lines[1:])]


def _sign(rij: Rij, screen: Screen, columns: Columns) -> str:
    sign = teken(rij.vergelijking, ascii_only=not screen.unicode)
    lead = f"{_INDENT}{screen.paint(sign, tint_for(rij.vergelijking), 'vet')} "
    return f"{lead}{pad(harmless(rij.id), columns.ids)}  "


def _words(vergelijking: Vergelijking) -> str:
    flags = [vlag for vlag in vergelijking.vlaggen if vlag in _WITH_VERDICT]
    return ", ".join([oordeel_tekst(vergelijking), *flags])


def _progress(vergelijking: Vergelijking, screen: Screen) -> str:
    words = format_procent(vergelijking)
    if words is None or vergelijking.procent is None:
        return ""
    bar = progress_bar(vergelijking.procent, _BAR, screen, tint_for(vergelijking))
    return f"{bar} {words}"


def _figures(vergelijking: Vergelijking) -> Iterator[str]:
    """Yield `beloofd …`, `bereikt …` and `verschil …`, as far as they are known."""
    if doel := _doel(vergelijking):
        yield f"beloofd {doel}"
    if given := _given(vergelijking):
        yield f"bereikt {given}"
    label, text = _difference(vergelijking)
    if text:
        told = text if text.endswith("het doel") else f"{label} {text}"
        yield f"geen {label}" if text == "geen" else told


def _difference(vergelijking: Vergelijking) -> tuple[str, str | None]:
    """Return the verschil, or the tekort where that has two ends and the verschil only one."""
    verschil, tekort = vergelijking.verschil, vergelijking.tekort
    if verschil and tekort and None in (verschil.low, verschil.high) and tekort.high:
        return "tekort", format_tekort(vergelijking)
    return "verschil", format_verschil(vergelijking)


def _doel(vergelijking: Vergelijking) -> str | None:
    doel = beloofd(vergelijking)
    return harmless(doel) if doel else None


def _given(vergelijking: Vergelijking) -> str | None:
    given = format_gegeven(vergelijking)
    return harmless(given) if given else None
