"""What a printer may know of the place where its text will be read, and what is safe there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.records import dataclass

Tint = Literal["rood", "geel", "groen", "blauw", "vet", "zacht"]

_CODES: dict[Tint, str] = {
    "rood": "31",
    "geel": "33",
    "groen": "32",
    "blauw": "36",
    "vet": "1",
    "zacht": "2",
}
_COLOUR = Lazy(r"\x1b\[[0-9;]*m")
NARROWEST, WIDEST = 40, 160
# letters with their accents, and the signs that bkl itself uses: one column each
_NARROW = Lazy(r"[ -~¡-¬®-˿–—‘’“”…€→−×≠─│█▒░▁-▇■□●○◐✓✗▲▼◌]*")
# control characters, and the marks that reorder, hide or break what stands around them
_HARMFUL = Lazy(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_ASCII = str.maketrans(
    {
        "█": "#",
        "▒": "=",
        "░": ".",
        "→": "->",
        "−": "-",
        "–": "-",
        "·": "|",
        "×": "x",
        "…": "...",
        "│": "|",
        "─": "-",
        "≠": "#",
    }
)


@dataclass(frozen=True, slots=True)
class Screen:
    """Width in columns, whether colours may be used, and whether the font has `✓` and `█`."""

    width: int = 80
    colour: bool = False
    unicode: bool = True

    @classmethod
    def of(
        cls, environ: Mapping[str, str], *, terminal: bool, encoding: str, columns: int
    ) -> Screen:
        """Decide by what the user and the terminal say; NO_COLOR wins, then FORCE_COLOR."""
        forced = environ.get("FORCE_COLOR", "") not in ("", "0")
        able = terminal and environ.get("TERM") != "dumb"
        return cls(
            max(NARROWEST, min(columns, WIDEST)),
            not environ.get("NO_COLOR") and (forced or able),
            _writes(encoding, "✓◐✗█▒░→−…"),
        )

    def paint(self, text: str, *tints: Tint) -> str:
        """Return the text in colour where that is allowed; colour never carries meaning alone."""
        if not self.colour or not tints or not text:
            return text
        return f"\x1b[{';'.join(_CODES[tint] for tint in tints)}m{text}\x1b[0m"

    def finish(self, text: str) -> str:
        """Return the whole text with signs that the encoding lacks written otherwise."""
        return text if self.unicode else text.translate(_ASCII)


def _writes(encoding: str, signs: str) -> bool:
    try:
        signs.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def harmless(text: str) -> str:
    """Return the text on one line, one character for each character, safe for any terminal.

    Control characters become visible signs (`␛`), so that no text from a file can move the
    cursor or colour the screen.
    """
    if text.isascii() and text.isprintable():
        return text
    return _HARMFUL.sub(_visible, text)


def _visible(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code in (9, 10, 13):
        return " "
    if code < 32:
        return chr(0x2400 + code)
    return "␡" if code == 127 else "�"


def cells(text: str) -> int:
    """Return how many columns the text takes on a terminal; our own colours take none."""
    if "\x1b" in text:
        text = _COLOUR.sub("", text)
    if text.isascii() or _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - only for signs that may be wide or joined

    return cell_len(text)


def head(text: str, columns: int) -> str:
    """Return the longest start of a text that fits in so many columns; no sign is cut in two."""
    if text.isascii() or _NARROW.fullmatch(text):
        return text[:columns]
    from rich.cells import split_graphemes  # noqa: PLC0415

    used = 0
    for start, _, size in split_graphemes(text)[0]:
        used += size
        if used > columns:
            return text[:start]
    return text
