"""The house style of a workspace, ready for every format: pictures, colours, typeface, address."""

from __future__ import annotations

import struct
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from bkl.domein.notatie.vocabulary.colour import fit_for_dark, tint
from bkl.domein.records import dataclass
from bkl.render.pictures import Picture, PictureFault, read_inside, read_picture

if TYPE_CHECKING:
    from bkl.domein.model.instellingen import Huisstijl
    from bkl.render.look import Look

FAMILY = "Huisstijl"
"""How style sheets call the typeface of the workspace."""
_VERDICTS = {"gehaald": "goed", "deels": "deels", "niet": "niet", "open": "open"}
_WARMTH = (("iets", 90, 88), ("deel", 80, 79), ("veel", 68, 70), ("vol", 56, 60))
"""The steps of a heat map: how much white or, on a dark screen, black is mixed in; ink stays
legible on all of them."""
_KINDS = {b"OTTO": "otf", b"\x00\x01\x00\x00": "ttf", b"true": "ttf"}
_FONT_BYTES = 2 * 1024**2
_NEEDED = (b"name", b"cmap", b"head", b"hmtx", b"maxp")


@dataclass(frozen=True, slots=True)
class Typeface:
    """A typeface of the workspace; `name` is what the computer calls it."""

    data: bytes
    kind: str
    name: str

    def face(self, family: str = FAMILY) -> str:
        """Return the style sheet that brings it along, as the typeface of this name."""
        data = b64encode(self.data).decode("ascii")
        return f'@font-face{{font-family:"{family}";src:url(data:font/{self.kind};base64,{data})}}'


@dataclass(frozen=True, slots=True)
class Style:
    """How documents look: what a workspace has chosen. Colours are by their name in `_page.css`.

    `dark` are the same colours for a dark screen.
    """

    logo: Picture | None = None
    cover: Picture | None = None
    cover_words: str = ""
    colours: Mapping[str, str] = field(default_factory=dict)
    dark: Mapping[str, str] = field(default_factory=dict)
    typeface: Typeface | None = None
    address: tuple[str, ...] = ()
    signs: str | None = None
    look: Look | None = None

    @property
    def sheet(self) -> str:
        """What comes after the style sheet of the page; empty without choices."""
        parts = [self.typeface.face()] if self.typeface else []
        if self.typeface:
            parts.append(f':root{{--letter:"{FAMILY}",system-ui,sans-serif}}')
        if self.colours:
            dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_listed(self.dark)}}}}}"
            parts += [f":root{{{_listed(self.colours)}}}", dark]
        return "\n".join(parts)


PLAIN = Style()
"""The style of a workspace that chose nothing."""


def read_style(workspace: Path, huisstijl: Huisstijl) -> Style:
    """Return the house style with its files read; raises PictureFault for one that is unfit."""
    colours: dict[str, str] = {}
    dark: dict[str, str] = {}
    for name, plain in {"accent": "accent", **_VERDICTS}.items():
        colour: str | None = getattr(huisstijl.kleuren, name)
        if colour is not None:
            colours |= {plain: colour, f"{plain}-vlak": tint(colour, 90)}
            dark |= {plain: fit_for_dark(colour), f"{plain}-vlak": tint(colour, 75, 0)}
            if plain == "accent":
                colours |= {f"warmte-{step}": tint(colour, light) for step, light, _ in _WARMTH}
                dark |= {f"warmte-{step}": tint(dark[plain], deep, 0) for step, _, deep in _WARMTH}
            if plain == "deels":
                colours["deels-balk"] = dark["deels-balk"] = colour
    return Style(
        read_picture(workspace, huisstijl.logo) if huisstijl.logo else None,
        read_picture(workspace, huisstijl.omslagfoto) if huisstijl.omslagfoto else None,
        huisstijl.omslagtekst or "",
        colours,
        dark,
        read_typeface(workspace, huisstijl.lettertype) if huisstijl.lettertype else None,
        tuple(huisstijl.adres),
        huisstijl.ondertekenaar,
        _look(workspace, huisstijl.word) if huisstijl.word else None,
    )


def _look(workspace: Path, name: str) -> Look:
    from bkl.render.look import read_look  # noqa: PLC0415 - few bring a Word document along

    return read_look(workspace, name)


def read_typeface(workspace: Path, name: str) -> Typeface:
    """Return a typeface of the workspace; raises PictureFault for what is none."""
    data = read_inside(workspace, name, _FONT_BYTES)
    kind = _KINDS.get(data[:4])
    if kind is None:
        raise PictureFault(
            f"`{name}` is geen otf of ttf.", "Kies een lettertype als otf- of ttf-bestand."
        )
    try:
        tables = _tables(data)
        called = _family(tables[b"name"]) if all(one in tables for one in _NEEDED) else ""
    except (struct.error, ValueError):
        called = ""
    if not called:
        raise PictureFault(f"`{name}` is beschadigd.", "Zet het lettertype er opnieuw neer.")
    return Typeface(data, kind, called)


def _listed(colours: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in colours.items())


def _tables(data: bytes) -> dict[bytes, bytes]:
    """Return the tables of a typeface by name; raises ValueError when one lies outside it."""
    (count,) = struct.unpack_from(">H", data, 4)
    tables: dict[bytes, bytes] = {}
    for number in range(count):
        tag, _, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        if start + length > len(data):
            raise ValueError("a table lies outside the file")
        tables[tag] = data[start : start + length]
    return tables


def _family(names: bytes) -> str:
    """Return the family name in a `name` table, as Windows knows it; empty without one."""
    _, count, texts = struct.unpack_from(">HHH", names)
    found: dict[int, str] = {}
    for number in range(count):
        platform, _, _, which, length, at = struct.unpack_from(">6H", names, 6 + 12 * number)
        if platform == 3 and which in (1, 16):
            raw = names[texts + at : texts + at + length]
            found.setdefault(which, raw.decode("utf-16-be", errors="ignore"))
    return "".join(one for one in found.get(1, found.get(16, "")) if one.isprintable())[:31]
