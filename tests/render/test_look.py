"""The styles of Word documents: those of bkl, and those of an organisation.

Of a document that comes from elsewhere nothing but the look arrives, whatever else it holds.
"""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import RGBColor

from bkl import api
from bkl.render import render_report
from bkl.render.document import build_document
from bkl.render.look import MAX_PART, WORD, read_look
from bkl.render.palette import read_palette
from bkl.render.pictures import PictureFault
from bkl.render.style import Style
from bkl.render.word.template import COLOURS, TEMPLATE
from tests.render.matter import fixture_stof, plan, stof_of
from tests.render.test_docx import opened, parts

STYLES, THEME = "word/styles.xml", "word/theme/theme1.xml"
HEAD = f'<w:styles xmlns:w="{WORD}">'


def own_document(folder, name="stijl.docx", parts=(), without=()):
    """Write a document as a Dutch Word does: other ids, a style of its own below the headings."""
    made = docx.Document()
    made.add_paragraph("Vertrouwelijk stuk van een ander")
    below = made.styles.add_style("Onze koppen", WD_STYLE_TYPE.PARAGRAPH)
    below.font.name, below.font.color.rgb = "Georgia", RGBColor(0xAA, 0x11, 0x22)
    made.styles["Normal"].font.name = "Verdana"
    kop = made.styles["Heading 1"]
    kop.base_style = below
    kop.element.styleId = "Kop1"
    kop.font.italic = True
    raw = io.BytesIO()
    made.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(folder / name, "w", 8) as new:
        kept = {one: old.read(one) for one in old.namelist() if one not in without}
        for part, data in {**kept, **dict(parts)}.items():
            new.writestr(part, data)
    return folder


def of(workspace):
    look = read_look(workspace, "stijl.docx")
    stof = stof_of(plan({"S": {"resultaten": {"R1": {"tekst": "Iets.", "doel": "6 lezingen"}}}}))
    return render_report("werkplan", "docx", replace(stof, style=Style(look=look)))


def style_of(made, name):
    return made.styles[name]


def test_the_template_of_bkl_is_empty_and_safe():
    with zipfile.ZipFile(TEMPLATE) as packed:
        names = packed.namelist()
        assert not any("vba" in one or "embeddings" in one or "media" in one for one in names)
        assert not any(b'TargetMode="External"' in packed.read(one) for one in names)
    assert "".join(one.text for one in docx.Document(str(TEMPLATE)).paragraphs) == ""


def test_every_style_that_a_document_names_is_in_it():
    held = parts(render_report("jaarverslag", "docx", fixture_stof()))
    known = set(re.findall(r'w:styleId="([^"]+)"', held[STYLES]))
    for name in ("document", "footnotes", "header1", "footer1"):
        found = re.findall(r'<w:(?:p|r|tbl)Style w:val="([^"]+)"', held.get(f"word/{name}.xml", ""))
        assert set(found) <= known


def test_each_colour_of_the_template_is_one_of_the_palette_of_the_page():
    palette = read_palette(build_document("jaarverslag", fixture_stof()))
    assert {name: palette[name].lstrip("#").upper() for name in COLOURS.values()} == {
        name: colour for colour, name in COLOURS.items()
    }


def test_the_colours_of_the_house_are_in_the_styles():
    stof = replace(fixture_stof(), style=Style(colours={"accent": "#004b87"}))
    made = opened(render_report("werkplan", "docx", stof))
    assert str(style_of(made, "Heading 2").font.color.rgb) == "004B87"
    assert str(style_of(made, "Heading 1").font.color.rgb) == "1D2422"


def test_the_styles_of_an_own_document_are_used_by_name(tmp_path):
    made = opened(of(own_document(tmp_path)))
    heading = style_of(made, "Heading 1")
    assert heading.font.italic
    assert (heading.base_style.name, heading.base_style.font.name) == ("onze koppen", "Georgia")
    assert style_of(made, "Normal").font.name == "Verdana"
    assert style_of(made, "Tabeltekst").font.name is None, "that of Normal"
    assert style_of(made, "Code").font.name == "Courier New"
    assert {one.style.name for one in made.paragraphs} >= {"Title", "Heading 1", "Normal"}
    for lang in made.styles.element.iter(qn("w:lang")):
        assert set(lang.attrib.values()) == {"nl-NL"}


def test_numbering_of_lists_stays_that_of_bkl(tmp_path):
    element = style_of(opened(of(own_document(tmp_path))), "List Bullet").element
    ours = docx.Document(str(TEMPLATE)).styles["List Bullet"].element
    assert element.find(f".//{qn('w:numId')}").attrib == ours.find(f".//{qn('w:numId')}").attrib


def test_nothing_but_the_look_arrives(tmp_path):
    link = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/attachedTemplate" Target="https://kwaad.example/x.dotm" '
        'TargetMode="External"/></Relationships>'
    )
    evil = {
        "word/vbaProject.bin": b"macro",
        "word/embeddings/oleObject1.bin": b"object",
        "word/_rels/settings.xml.rels": link,
        "word/_rels/styles.xml.rels": link,
    }
    held = parts(of(own_document(tmp_path, parts=evil.items())))
    assert set(held) == set(parts(of(own_document(tmp_path))))
    for name, text in held.items():
        for word in ("kwaad", "Vertrouwelijk", "vbaProject", "oleObject"):
            assert word not in text, name


def test_the_same_look_gives_the_same_bytes(tmp_path):
    assert of(own_document(tmp_path)) == of(tmp_path)


CIRCLE = "".join(
    f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/>'
    f'<w:basedOn w:val="{b}"/></w:style>'
    for a, b in ("AB", "BA")
)
UNFIT = {
    "no styles": {"without": (STYLES,)},
    "too large": {"parts": {STYLES: HEAD + " " * MAX_PART + "</w:styles>"}},
    "an entity": {"parts": {STYLES: f'<!DOCTYPE x [<!ENTITY a "b">]>{HEAD}</w:styles>'}},
    "other signs": {"parts": {STYLES: f"{HEAD}</w:styles>".encode("utf-16")}},
    "half": {"parts": {STYLES: HEAD}},
    "something else": {"parts": {STYLES: "<x/>"}},
    "a circle": {"parts": {STYLES: f"{HEAD}{CIRCLE}</w:styles>"}},
    "deep": {"parts": {STYLES: f"{HEAD}{'<a>' * 5000}{'</a>' * 5000}</w:styles>"}},
    "a theme with an entity": {"parts": {THEME: '<!DOCTYPE x [<!ENTITY a "b">]><x/>'}},
    "a theme that is none": {"parts": {THEME: "<x/>"}},
}


@pytest.mark.parametrize("how", UNFIT)
def test_a_document_that_is_unsound_is_refused(tmp_path, how):
    change = UNFIT[how]
    own_document(tmp_path, parts=change.get("parts", {}).items(), without=change.get("without", ()))
    with pytest.raises(PictureFault, match="geen Word-document"):
        read_look(tmp_path, "stijl.docx")


@pytest.mark.parametrize("data", [b"", b"PK", b"<html></html>", b"\xd0\xcf\x11\xe0" * 200])
def test_what_is_no_document_is_refused(tmp_path, data):
    (tmp_path / "stijl.docx").write_bytes(data)
    with pytest.raises(PictureFault):
        read_look(tmp_path, "stijl.docx")


def test_any_damage_is_told_and_never_a_crash(tmp_path):
    whole = (own_document(tmp_path) / "stijl.docx").read_bytes()
    for at in range(0, len(whole), 3001):
        (tmp_path / "stijl.docx").write_bytes(whole[:at] + b"\xff\x00" + whole[at + 2 :])
        try:
            read_look(tmp_path, "stijl.docx")
        except PictureFault as fault:
            assert "geen Word-document" in fault.message  # noqa: PT017 - either is fine


def test_check_tells_it_and_render_uses_it(tmp_path):
    (tmp_path / "data").mkdir()
    plan_ = "werkplan: 2021\norganisatie: P\nspeerpunten: {S: {resultaten: {R1: Iets.}}}\n"
    (tmp_path / "data" / "werkplan-2021.yaml").write_text(plan_, encoding="utf-8")
    (tmp_path / "bkl.yaml").write_text("huisstijl: {word: stijl.docx}\n", encoding="utf-8")
    own_document(tmp_path)
    api.render("werkplan", tmp_path, formats=["docx"])
    made = docx.Document(str(tmp_path / "reports" / "werkplan-2021.docx"))
    assert style_of(made, "Normal").font.name == "Verdana"
    (tmp_path / "stijl.docx").write_bytes(b"geen zip")
    found = [one for one in api.check(tmp_path).findings if one.place.file == "bkl.yaml"]
    assert [one.kind.slug for one in found] == ["beeld_onbruikbaar"]
