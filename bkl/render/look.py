"""The look of an organisation's own Word document: its styles, and the colours of its theme.

Only these two parts are ever unpacked. Macros, links, pictures, embedded files and text cannot
come along, and what a file says of its size is not believed.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as Xml  # what declares an entity is refused before it is read

from bkl.render.pictures import PictureFault, read_inside

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
MAX_PART = 4 * 1024**2
"""So many bytes one part may hold, unpacked."""
_MAX_FILE = 16 * 1024**2
_DEEPEST = 100
_STYLES, _THEME = "word/styles.xml", "word/theme/theme1.xml"


class Look(NamedTuple):
    """The parts of the document as they are in it: sound XML without entities."""

    styles: bytes
    theme: bytes | None


def read_look(workspace: Path, name: str) -> Look:
    """Return the look of a Word document in the workspace; raises PictureFault for another file."""
    data = read_inside(workspace, name, _MAX_FILE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            styles, theme = _part(packed, _STYLES), _part(packed, _THEME)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError,
            RuntimeError, Xml.ParseError) as error:  # fmt: skip
        raise _unfit(name) from error
    if styles is None or not _is_sound(styles, f"{{{WORD}}}styles"):
        raise _unfit(name)
    if theme is not None and not _is_sound(theme, f"{{{DRAWING}}}theme"):
        raise _unfit(name)
    return Look(styles[0], theme[0] if theme else None)


def _unfit(name: str) -> PictureFault:
    return PictureFault(
        f"`{name}` is geen Word-document waarvan de stijlen te lezen zijn.",
        "Sla het in Word op als gewoon document (docx) of als sjabloon (dotx).",
    )


def _part(packed: zipfile.ZipFile, name: str) -> tuple[bytes, Xml.Element] | None:
    """Return a part and what stands in it, None when it is not there; raises ValueError."""
    if name not in packed.namelist():
        return None
    with packed.open(name) as stream:
        data = stream.read(MAX_PART + 1)
    text = data.decode("utf-8-sig")
    if len(data) > MAX_PART or "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("too large, or it declares something")
    return data, Xml.fromstring(data)  # noqa: S314 - nothing is declared in it


def _is_sound(part: tuple[bytes, Xml.Element], tag: str) -> bool:
    """Tell whether the part is of this kind, not too deep, and no style leads to itself."""
    root = part[1]
    layer, depth = [root], 0
    while layer:
        layer, depth = [child for one in layer for child in one], depth + 1
        if depth > _DEEPEST:
            return False
    return root.tag == tag and not _leads_to_itself(root)


def _leads_to_itself(styles: Xml.Element) -> bool:
    based = {}
    for style in styles.iter(f"{{{WORD}}}style"):
        base = style.find(f"{{{WORD}}}basedOn")
        if base is not None:
            based[style.get(f"{{{WORD}}}styleId")] = base.get(f"{{{WORD}}}val")
    for start in based:
        at: str | None = start
        for _ in range(_DEEPEST):
            at = based.get(at)
            if at is None:
                break
        else:
            return True
    return False
