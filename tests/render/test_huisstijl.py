"""The house style, and pictures: the same in every format, never from outside the workspace."""

import io
import re
import struct
import zipfile
import zlib
from dataclasses import replace
from importlib import resources

import docx
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkl import api
from bkl.domein.model.instellingen import Huisstijl
from bkl.domein.notatie.vocabulary.colour import (
    AA,
    contrast,
    fit_for_dark,
    is_legible,
    nearest_legible,
    tint,
)
from bkl.render import render_report
from bkl.render.document import build_document
from bkl.render.jinja.folders import shipped_folder
from bkl.render.pictures import MAX_BYTES, PictureFault, Pictures, read_picture
from bkl.render.print.fonts import shipped_faces
from bkl.render.print.page import build_paper
from bkl.render.style import Style, Typeface, read_style, read_typeface
from tests.render.matter import fixture_stof, plan, stof_of, verslag
from tests.render.pages import Page
from tests.render.test_payloads import PAYLOADS, PROSE

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
EVIL = " ".join((*PAYLOADS, *PROSE)).replace("\n", " ")


def png(width=30, height=20, extra=b""):
    def piece(kind, body):
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    row = b"\0" + b"\x20\x60\xa0" * width
    return (
        b"\x89PNG\r\n\x1a\n"
        + piece(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + extra
        + piece(b"IDAT", zlib.compress(row * height))
        + piece(b"IEND", b"")
    )


@pytest.fixture
def workspace(tmp_path):
    """A workspace with a picture in it, and one beside it that is not its own."""
    inside = tmp_path / "map"
    (inside / "data").mkdir(parents=True)
    (inside / "foto.png").write_bytes(png())
    (tmp_path / "geheim.png").write_bytes(png())
    (inside / "link.png").symlink_to(tmp_path / "geheim.png")
    (inside / "binnen.png").symlink_to(inside / "foto.png")
    (inside / "kring.png").symlink_to(inside / "kring.png")
    (inside / "buiten").symlink_to(tmp_path)
    (inside / "half.png").write_bytes(png()[:-20])
    (inside / "anders.png").write_bytes(png().replace(b"IDAT", b"IDAX"))
    (inside / "groot.png").write_bytes(png() + b"\0" * MAX_BYTES)
    (inside / "wijd.png").write_bytes(png(1, 1).replace(b"\0\0\0\1\0\0\0\1", b"\0\1\0\0\0\1\0\0"))
    (inside / "teken.png").write_bytes(b"<?xml version='1.0'?><svg onload='kwaad()'/>")
    (inside / "leeg.jpg").write_bytes(b"")
    (inside / "kop.jpg").write_bytes(b"\xff\xd8\xff\xe0\0\x10" + b"\0" * 40)
    return inside


UNFIT = """foto.gif link.png kring.png buiten/geheim.png ../geheim.png /etc/hostname half.png
anders.png groot.png wijd.png teken.png leeg.jpg kop.jpg data . C:\\foto.png file:///etc/hostname
//server/foto.png https://voorbeeld.example/a.png ./../geheim.png foto.png/../../geheim.png"""


@pytest.mark.parametrize("name", UNFIT.split())
def test_what_is_no_picture_of_the_workspace_is_refused(workspace, name):
    with pytest.raises(PictureFault) as fault:
        read_picture(workspace, name)
    assert fault.value.message.endswith(".")
    assert fault.value.cure


@pytest.mark.parametrize("name", ["foto.png", "binnen.png", "./foto.png"])
def test_a_picture_of_the_workspace_is_read(workspace, name):
    assert (read_picture(workspace, name).width, read_picture(workspace, name).height) == (30, 20)


def test_pictures_together_have_a_bound(workspace):
    filler = struct.pack(">I", 3_500_000) + b"tEXt" + b"x" * 3_500_000
    filler += struct.pack(">I", zlib.crc32(filler[4:]))
    for number in range(6):
        (workspace / f"{number}.png").write_bytes(png(extra=filler))
    pictures = Pictures(workspace)
    shown = [pictures.get(f"{number}.png") is not None for number in range(6)]
    assert shown == [True] * 4 + [False] * 2
    assert "samen" in pictures.look("5.png").message


@given(COLOURS)
def test_the_colour_that_is_named_instead_can_be_read(colour):
    named = nearest_legible(colour)
    assert is_legible(named)
    assert contrast(named, "#ffffff") >= AA
    assert contrast(named, tint(named, 90)) >= AA
    assert (named == colour) == is_legible(colour)


@given(COLOURS)
def test_on_a_dark_screen_every_colour_can_be_read(colour):
    for ground in ("#151a19", "#1d2422", tint(colour, 75, 0)):
        assert contrast(fit_for_dark(colour), ground) >= AA


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48)]
)
def test_contrast_is_that_of_the_standard(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_part_of_a_bar_can_be_told_from_the_paper(scheme):
    sheet = (shipped_folder() / "_page.css").read_text(encoding="utf-8")
    named = sheet.split(":root {")[1 + scheme].partition("}")[0]
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+)", named))
    paper = {"#fff": "#ffffff"}.get(colours["papier"], colours["papier"])
    parts = ("goed", "deels-balk", "niet", "open", "stil-balk", "buiten", "accent")
    assert [name for name in parts if contrast(colours.get(name, paper), paper) < 3] == []


def style(workspace, **more):
    return read_style(workspace, Huisstijl.model_validate(more))


def house(workspace, text):
    """Return matter in which every text of the house style is this one."""
    look = style(
        workspace,
        logo="foto.png",
        omslagfoto="foto.png",
        omslagtekst=text,
        adres=[text, text],
        ondertekenaar=text,
        kleuren={"accent": "#004b87", "deels": "#7d5200"},
    )
    stof = stof_of(
        plan({"AD": {"resultaten": {"R1": "Iets."}}}, organisatie="Proef"),
        verslag(realisaties={}),
        workspace=workspace,
    )
    return type(stof)(
        stof.dossier,
        stof.rijen,
        stof.vergelijkingen,
        stof.telling,
        stof.digest,
        workspace,
        style=look,
    )


def shape(html):
    return [(one.tag, tuple(one.attrs), one.inside) for one in Page.read(html).elements]


def test_texts_of_the_house_style_stay_texts(workspace):
    evil, plain = house(workspace, EVIL), house(workspace, "gewoon")
    pages = [render_report("jaarverslag", "html", one).decode() for one in (evil, plain)]
    assert shape(pages[0]) == shape(pages[1])
    papers = [build_paper(build_document("jaarverslag", one)) for one in (evil, plain)]
    assert shape(papers[0]) == shape(papers[1])
    made = docx.Document(io.BytesIO(render_report("jaarverslag", "docx", evil)))
    shown = "\n".join(paragraph.text for paragraph in made.paragraphs)
    for text in PAYLOADS:
        assert text in shown


def test_the_style_is_in_every_format(workspace):
    stof = house(workspace, "Een veld")
    html = render_report("jaarverslag", "html", stof).decode()
    page = Page.read(html)
    assert [one.attrs["alt"] for one in page.all("img")] == ["Logo van Proef", "Een veld"]
    assert "--accent:#004b87" in html
    with pikepdf.open(io.BytesIO(render_report("jaarverslag", "pdf", stof))) as pdf:
        assert len(pdf.pages[0].get_images()) >= 1
    made = docx.Document(io.BytesIO(render_report("jaarverslag", "docx", stof)))
    assert {"Logo van Proef", "Een veld"} <= {
        one._inline.docPr.get("descr") for one in made.inline_shapes
    }
    assert str(made.styles["Heading 2"].font.color.rgb) == "004B87"
    for fmt in ("html", "pdf", "docx"):
        assert render_report("jaarverslag", fmt, stof) == render_report("jaarverslag", fmt, stof)


def told(workspace, text):
    return stof_of(
        plan({"AD": {"resultaten": {"R1": "Iets."}}}),
        verslag(realisaties={}, hoofdstukken={"h": {"titel": "H", "tekst": text}}),
        workspace=workspace,
    )


def test_a_picture_in_a_text_arrives_with_its_words(workspace):
    stof = told(workspace, '![Een "blauw" <vlak>](foto.png) en ![weg](er-niet.png)')
    page = Page.read(render_report("jaarverslag", "html", stof).decode())
    (shown,) = page.all("img")
    assert shown.attrs["src"].startswith("data:image/png;base64,")
    assert shown.attrs["alt"] == 'Een "blauw" <vlak>'
    assert "er-niet.png" not in "".join(str(one.attrs) for one in page.elements)
    assert "](../foto.png)" in render_report("jaarverslag", "md", stof).decode()
    made = docx.Document(io.BytesIO(render_report("jaarverslag", "docx", stof)))
    shown = [one._inline.docPr.get("descr") for one in made.inline_shapes]
    assert [one for one in shown if one != "1 niet gerapporteerd"] == ['Een "blauw" <vlak>']
    with pikepdf.open(io.BytesIO(render_report("jaarverslag", "pdf", stof))) as pdf:
        assert any(one.get_images() for one in pdf.pages)


@pytest.mark.parametrize("name", ["../geheim.png", "link.png", "buiten/geheim.png", "teken.png"])
def test_a_picture_from_outside_never_arrives(workspace, name):
    stof = told(workspace, f"![Geheim]({name})")
    html = render_report("jaarverslag", "html", stof).decode()
    assert not Page.read(html).all("img")
    assert "Geheim" in html


def test_a_typeface_is_told_by_its_bytes(workspace):
    assert shipped_faces(), "the package with the typeface is there"
    import font_source_sans_pro  # noqa: PLC0415

    folder = font_source_sans_pro.__path__[0]
    with open(f"{folder}/files/SourceSansPro-Regular.otf", "rb") as file:
        whole = file.read()
    (workspace / "letter.otf").write_bytes(whole)
    assert read_typeface(workspace, "letter.otf").name == "Source Sans Pro"
    for name, data in {"half": whole[:5000], "kop": whole[:12], "beeld": png()}.items():
        (workspace / f"{name}.otf").write_bytes(data)
        with pytest.raises(PictureFault):
            read_typeface(workspace, f"{name}.otf")
    stof = fixture_stof(workspace=workspace)
    assert stof.style.sheet == ""
    stof = replace(stof, style=Style(typeface=read_typeface(workspace, "letter.otf")))
    with zipfile.ZipFile(io.BytesIO(render_report("voortgang", "docx", stof))) as packed:
        theme = packed.read("word/theme/theme1.xml").decode()
    assert theme.count('latin typeface="Source Sans Pro"') == 2


@pytest.mark.parametrize("cut", ["Black", None])
def test_each_document_is_set_in_the_typeface_of_its_workspace(workspace, cut):
    """One after another in the same process, also where the names of two are the same."""
    style = Style()
    if cut:
        folder = resources.files("font_source_sans_pro") / "files"
        data = (folder / f"SourceSansPro-{cut}.otf").read_bytes()
        style = Style(typeface=Typeface(data, "otf", "Source Sans Pro"))
    made = render_report("werkplan", "pdf", replace(fixture_stof(), style=style))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        names = {
            str(font.BaseFont).partition("+")[2]
            for one in pdf.pages
            for font in one.Resources.Font.values()
        }
    assert ("Source-Sans-Pro-Heavy" in names) == bool(cut), names
    assert ("Source-Sans-Pro-Bold" in names) != bool(cut), names


@pytest.mark.parametrize(
    "settings",
    ["logo: x.png", "huisstijl: {logo: er-niet.png}", 'huisstijl: {kleuren: {accent: "#ffcc00"}}'],
)
def test_settings_that_check_refuses_render_refuses_too(tmp_path, settings):
    (tmp_path / "data").mkdir()
    plan_ = "werkplan: 2021\norganisatie: P\nspeerpunten: {S: {resultaten: {R1: Iets.}}}\n"
    (tmp_path / "data" / "werkplan-2021.yaml").write_text(plan_, encoding="utf-8")
    (tmp_path / "bkl.yaml").write_text(settings + "\n", encoding="utf-8")
    found = [one for one in api.check(tmp_path).findings if one.place.file == "bkl.yaml"]
    assert [one.kind.severity for one in found] == ["fout"]
    with pytest.raises(api.Onbruikbaar) as refused:
        api.render("werkplan", tmp_path)
    assert list(refused.value.findings) == found
    assert not (tmp_path / "reports").exists()
