"""The template: all styles stand in `opmaak.docx`, which opens in Word; its text is empty.

bkl's own colours in it give way to those of the house. A document of the organisation itself
lays the formatting of its styles over those of the same name. Typefaces stand in the theme
alone, so that one choice in Word changes all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path

import docx
from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import serialize_part_xml
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from bkl.render.look import DRAWING
from bkl.render.style import Style
from bkl.render.word.xml import element, hex_colour

LANGUAGE = "nl-NL"
TEMPLATE = Path(__file__).with_name("opmaak.docx")
COLOURS = {
    "0B5A52": "accent",
    "1D2422": "inkt",
    "55605C": "zacht",
    "F5F6F4": "vlak",
    "D5D9D4": "lijn",
    "1A6B35": "goed",
    "7D5200": "deels",
    "A8261B": "niet",
    "41557A": "open",
    "6A4B83": "buiten",
    "56605C": "stil",
}
"""What bkl's own colours in the template are called in the palette."""
_FORMATTING = [qn(f"w:{tag}") for tag in ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr")]
_PAINTED = tuple(map(qn, ("w:val", "w:fill", "w:color")))
_CODE = ("paragraph", "code")
"""The one style whose typeface means something."""


def open_template(palette: Mapping[str, str], style: Style) -> DocxDocument:
    """Return an empty document with all styles, in the colours and typeface of the house.

    What the organisation's own document says of typefaces goes before the typeface of pages.
    """
    look = style.look
    made = docx.Document(str(TEMPLATE))
    for one in made.styles.element.iter():
        for attribute in _PAINTED:
            if name := COLOURS.get(one.get(attribute, "")):
                one.set(attribute, hex_colour(palette, name))
    if look is not None:
        _Dresser(made.styles.element, parse_xml(look.styles)).dress()
        if look.theme:
            _retheme(made, look.theme)
    elif style.typeface is not None:
        _reletter(made, style.typeface.name)
    return made


class _Dresser:
    """Lays the formatting of other styles over those of the same name.

    Numbering stays as it is, since the lists of the other document do not come along.
    """

    def __init__(self, ours: BaseOxmlElement, theirs: BaseOxmlElement) -> None:
        self.ours, self.theirs = ours, theirs
        self.by_name = {_key(style): style for style in ours.findall(qn("w:style"))}
        self.by_id = {style.get(qn("w:styleId")): style for style in theirs.findall(qn("w:style"))}

    def dress(self) -> None:
        """Dress every style that the other document has too."""
        new, old = self.theirs.find(qn("w:docDefaults")), self.ours.find(qn("w:docDefaults"))
        if new is not None and old is not None:
            self.ours.replace(old, deepcopy(new))
        others = {_key(style): style for style in self.by_id.values()}
        for key, style in list(self.by_name.items()):
            if key in others:
                _format(style, others[key])
                self._rebase(style, others[key])
            elif key != _CODE:
                for fonts in style.findall(f"{qn('w:rPr')}/{qn('w:rFonts')}"):
                    fonts.getparent().remove(fonts)  # Normal is theirs now
        for lang in self.ours.iter(qn("w:lang")):
            for name in lang.attrib:
                lang.set(name, LANGUAGE)

    def _rebase(self, style: BaseOxmlElement, other: BaseOxmlElement) -> None:
        """Base a style on what the other one is based on."""
        for old in style.findall(qn("w:basedOn")):
            style.remove(old)
        found = other.find(qn("w:basedOn"))
        base = self.by_id.get(found.get(qn("w:val"))) if found is not None else None
        if base is None:
            return
        ours = self.by_name.get(_key(base))
        if ours is None:
            ours = self._take(base)
        style.find(qn("w:name")).addnext(element("basedOn", val=str(ours.get(qn("w:styleId")))))

    def _take(self, other: BaseOxmlElement) -> BaseOxmlElement:
        """Return a style that only the other document has, now one of ours."""
        type_, name = _key(other)
        made = element("style", type_=type_, customStyle="1", styleId=f"Huis{len(self.by_name)}")
        made.append(element("name", val=name))
        self.by_name[type_, name] = made
        self.ours.append(made)
        _format(made, other)
        self._rebase(made, other)
        return made


def _key(style: BaseOxmlElement) -> tuple[str, str]:
    """Return the type and the name of a style; its id differs per language of Word."""
    name = style.find(qn("w:name"))
    shown = str(name.get(qn("w:val"))) if name is not None else ""
    return str(style.get(qn("w:type"))), shown.casefold()


def _format(style: BaseOxmlElement, other: BaseOxmlElement) -> None:
    """Give a style the formatting of the other one, but its own numbering."""
    numbering = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    for old in [one for one in style if one.tag in _FORMATTING]:
        style.remove(old)
    style.extend(deepcopy(one) for one in other if one.tag in _FORMATTING)
    for found in style.findall(f"{qn('w:pPr')}/{qn('w:numPr')}"):
        found.getparent().remove(found)
    if numbering is not None:
        properties = style.find(qn("w:pPr"))
        if properties is None:
            properties = element("pPr")
            first = next((one for one in style if one.tag in _FORMATTING), None)
            style.append(properties) if first is None else first.addprevious(properties)
        properties.get_or_add_numPr().extend(numbering)


def _retheme(made: DocxDocument, theme: bytes) -> None:
    """Take over the colours and the typefaces of a theme, and nothing else of it."""
    ours, theirs = _theme(made), parse_xml(theme)
    for tag in ("clrScheme", "fontScheme"):
        old, new = ours.find(f".//{{{DRAWING}}}{tag}"), theirs.find(f".//{{{DRAWING}}}{tag}")
        if old is not None and new is not None:
            old.getparent().replace(old, deepcopy(new))
    _set_theme(made, ours)


def _reletter(made: DocxDocument, name: str) -> None:
    """Name one typeface for headings and text; computers that lack it show another."""
    ours = _theme(made)
    for latin in ours.iter(f"{{{DRAWING}}}latin"):
        latin.set("typeface", name)
    _set_theme(made, ours)


def _theme(made: DocxDocument) -> BaseOxmlElement:
    return parse_xml(made.part.part_related_by(RT.THEME).blob)


def _set_theme(made: DocxDocument, theme: BaseOxmlElement) -> None:
    part: Part = made.part.part_related_by(RT.THEME)
    fresh = Part(part.partname, part.content_type, serialize_part_xml(theme), part.package)
    for id_ in [id_ for id_, one in made.part.rels.items() if one.reltype == RT.THEME]:
        del made.part.rels[id_]
    made.part.relate_to(fresh, RT.THEME)
