"""The few pieces of WordprocessingML that reports are built from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_NAME = re.compile(r"[^A-Za-z0-9_]")
_LONGEST_NAME = 40


def element(tag: str, *children: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    """Return `<w:tag>` with attributes of the same namespace; `type_` is written as `type`."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name.rstrip('_')}"), value)
    made.extend(children)
    return made


def hex_colour(palette: Mapping[str, str], name: str) -> str:
    """Return a colour of the palette as Word writes it: `1A6B35`."""
    value = palette.get(name, "#000000").lstrip("#").upper()
    return "".join(digit * 2 for digit in value) if len(value) == 3 else value[:6]


def clean(value: str) -> str:
    """Return the text without the characters that XML cannot hold."""
    return _NOT_XML.sub("", value)


def text(value: str) -> BaseOxmlElement:
    """Return a `<w:t>` that keeps its spaces and holds only what XML allows."""
    made = element("t")
    made.text = clean(value)
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def run(*children: BaseOxmlElement, style: str = "") -> BaseOxmlElement:
    """Return a `<w:r>`, with a character style if one is named."""
    made = element("r")
    if style:
        made.append(element("rPr", element("rStyle", val=style)))
    made.extend(children)
    return made


def field(code: str, *shown: BaseOxmlElement) -> list[BaseOxmlElement]:
    """Return a field that Word computes; `shown` is what stands there until it does."""
    instruction = element("instrText")
    instruction.text = f" {code} "
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return [
        run(element("fldChar", fldCharType="begin")),
        run(instruction),
        run(element("fldChar", fldCharType="separate")),
        *shown,
        run(element("fldChar", fldCharType="end")),
    ]


def bookmark_name(place: str) -> str:
    """Return the name of a place as Word wants it: letters, digits and `_`, 40 at most."""
    name = "p_" + _NO_NAME.sub("_", place)
    if len(name) <= _LONGEST_NAME:
        return name
    return name[:27] + "_" + hashlib.sha256(place.encode()).hexdigest()[:12]
