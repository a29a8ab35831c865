"""Pictures of a workspace: PNG and JPEG from inside it, told by their bytes, never by name.

SVG is refused: it is a program as much as a picture, and no library here makes it safe.
"""

from __future__ import annotations

import re
import struct
import zlib
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from bkl.domein.records import dataclass
from bkl.source.inside import NotInsideError, Why, find_inside

MAX_BYTES = 4 * 1024**2
MAX_TOGETHER = 16 * 1024**2
"""What all pictures of one document may weigh together: a page carries them inside."""
MAX_PIXELS = 50_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_SVG = re.compile(rb"\s*(?:<\?xml|<!DOCTYPE svg|<svg|<!--)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG after which its size stands."""

_SAID: dict[Why, tuple[str, str]] = {
    "elders": (
        "`{}` staat niet in deze map.",
        (
            "Zet het bestand in de map van uw verslag en noem het van daaruit, "
            "zoals `beelden/foto.jpg`."
        ),
    ),
    "naar buiten": ("`{}` leidt naar buiten deze map.", "Zet het bestand zelf in de map."),
    "geen bestand": ("`{}` is geen bestand.", "Noem een bestand."),
    "te groot": (
        "`{}` is groter dan {} MB.",
        "Maak het kleiner. Voor een beeld is 1.600 beeldpunten breed genoeg.",
    ),
}


class PictureFault(Exception):  # noqa: N818 - what it is
    """A file cannot be used: `message` says why, `cure` what to do, both in Dutch."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(f"{message} {cure}")
        self.message, self.cure = message, cure


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is in its file; `width` and `height` in pixels."""

    data: bytes
    kind: str
    width: int
    height: int

    @property
    def uri(self) -> str:
        """The picture itself, as an address."""
        return f"data:image/{self.kind};base64,{b64encode(self.data).decode('ascii')}"


def is_own(address: str) -> bool:
    """Tell whether the address of a picture means a file of the workspace."""
    return bool(address) and not _ELSEWHERE.match(address)


def read_inside(workspace: Path, name: str, most: int = MAX_BYTES) -> bytes:
    """Return the bytes of a file in the workspace; raises PictureFault for any other."""
    try:
        if not is_own(name):
            raise NotInsideError("elders")
        with find_inside(workspace, name, most).open("rb") as stream:
            return stream.read(most)
    except NotInsideError as error:
        message, cure = _SAID[error.why]
        raise PictureFault(message.format(name, most // 1024**2), cure) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise PictureFault(
            f"Het bestand `{name}` is er niet, of niet te lezen.",
            "Controleer de naam en de map, ook hoofdletters.",
        ) from error


def read_picture(workspace: Path, name: str) -> Picture:
    """Return a picture of the workspace; raises PictureFault for what is none."""
    data = read_inside(workspace, name)
    size = None
    kind = "png" if data.startswith(_PNG) else "jpeg" if data.startswith(_JPEG) else ""
    if kind:
        size = _png_size(data) if kind == "png" else _jpeg_size(data)
    elif _SVG.match(data[:200]):
        raise PictureFault(f"`{name}` is een svg; die neemt bkl niet over.", "Maak er een png van.")
    else:
        raise PictureFault(f"`{name}` is geen png of jpeg.", "Sla het beeld op als png of jpeg.")
    if size is None or 0 in size:
        raise PictureFault(f"`{name}` is beschadigd.", "Sla het beeld opnieuw op.")
    if size[0] * size[1] > MAX_PIXELS:
        raise PictureFault(
            f"`{name}` heeft te veel beeldpunten ({size[0]} × {size[1]}).",
            "Maak het kleiner: 1.600 beeldpunten breed is genoeg.",
        )
    return Picture(data, kind, *size)


class Pictures:
    """The pictures of one document, each read once."""

    def __init__(self, workspace: Path | None) -> None:
        self._workspace = workspace
        self._known: dict[str, Picture | PictureFault] = {}
        self._weight = 0

    def get(self, address: str) -> Picture | None:
        """Return the picture at an address in a text, None when it cannot be shown."""
        found = self.look(address)
        return found if isinstance(found, Picture) else None

    def look(self, address: str) -> Picture | PictureFault:
        """Return the picture at an address in a text, or what is wrong with it."""
        if address not in self._known:
            self._known[address] = self._read(address)
        return self._known[address]

    def _read(self, address: str) -> Picture | PictureFault:
        name = unquote(address)
        if self._workspace is None or not is_own(address):
            return PictureFault(
                f"`{name}` staat niet in deze map.",
                "Zet het beeld in de map van uw verslag: een rapport haalt niets van elders.",
            )
        try:
            picture = read_picture(self._workspace, name)
        except PictureFault as fault:
            return fault
        if self._weight + len(picture.data) > MAX_TOGETHER:
            return PictureFault(
                f"Met `{name}` erbij wegen de beelden samen meer dan {MAX_TOGETHER // 1024**2} MB.",
                "Maak de beelden kleiner: 1.600 beeldpunten breed is genoeg.",
            )
        self._weight += len(picture.data)
        return picture


def _png_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG that is whole: every piece with its checksum."""
    size, ends, colours = None, False, False
    for kind, body in _png_pieces(data):
        if kind == b"IHDR" and len(body) == 13:
            size = struct.unpack(">II", body[:8])
        colours = colours or kind == b"IDAT"
        ends = kind == b"IEND"
    return (size[0], size[1]) if size and ends and colours else None


def _png_pieces(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        check = data[at + 8 + length : at + 12 + length]
        if len(check) < 4 or zlib.crc32(kind + body) != int.from_bytes(check, "big"):
            return
        yield kind, body
        at += 12 + length


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height of a JPEG that has its end."""
    if b"\xff\xd9" not in data[-64:]:
        return None
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in _SIZES:
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(
                data[at + 5 : at + 7], "big"
            )
        if length < 2:
            return None
        at += 2 + length
    return None
