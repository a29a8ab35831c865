"""Word: the same account for the office, opened again as Word would."""

import base64
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
import zlib
from dataclasses import replace
from html import unescape
from itertools import pairwise

import pytest
from markdown_it.token import Token

from bkl.render import Formaatfout, render_report, report_names
from bkl.render.document import build_document
from bkl.render.formats.docx import write
from bkl.render.text.headings import LONGEST
from bkl.render.text.marks import Merk, Tel
from bkl.render.text.signs import Signed, settle
from bkl.render.text.stamp import CLOSE, OPEN
from bkl.render.views import resultatenkaart
from bkl.render.word.drawings import read_drawing
from bkl.render.word.widths import FULL, column_widths
from tests.render.matter import fixture_stof, plan, stof_of, verslag
from tests.render.test_injectie import EVIL, everything, squeeze

docx = pytest.importorskip("docx", reason="python-docx ontbreekt")
from docx.oxml.ns import qn  # noqa: E402

OFFICE = shutil.which("soffice")


def opened(data):
    return docx.Document(io.BytesIO(data))


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name).decode("utf-8", "replace") for name in packed.namelist()}


@pytest.fixture(scope="module")
def data():
    return render_report("jaarverslag", "docx", fixture_stof())


@pytest.fixture(scope="module")
def made(data):
    return opened(data)


def words(element):
    return "".join(
        one.text or "" if one.tag == qn("w:t") else " "
        for one in element.iter(qn("w:t"), qn("w:br"), qn("w:p"))
    )


def everything_said(data):
    body = opened(data).element.body
    return squeeze(words(body))


def test_headings_have_real_styles_that_skip_no_level(made):
    styles = [one.style.name for one in made.paragraphs]
    assert styles[:2] == ["Title", "Subtitle"]
    levels = [int(name[-1]) for name in styles if re.fullmatch(r"Heading \d", name)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    chapters = [one.text for one in made.paragraphs if one.style.name == "Heading 1"]
    assert chapters[0] == "In het kort"
    assert chapters[-1] == "Uitleg"


def test_every_indicator_and_figure_is_there(data):
    said = everything_said(data)
    for rij in fixture_stof().rijen:
        given = rij.vergelijking.realisatie
        told = (given.realisatie.realisatie if given else None) or ""
        doel = rij.vergelijking.entry.indicator.doel or ""
        for one in (rij.id, doel.removeprefix("kwalitatief: "), told):
            assert squeeze(one) in said, one


def test_tables_repeat_their_header_row_and_have_fixed_widths(made):
    assert len(made.tables) > 5
    for table in made.tables:
        first, *rest = table._tbl.tr_lst
        assert first.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
        assert not any(row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rest)
        assert table._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
        assert sum(grid) <= 9525
        for row in table._tbl.tr_lst:
            found = [int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for cell in row.tc_lst]
            assert found == grid
            assert min(found) > 800


def table(*rows):
    return [[Token("inline", "", 0, children=parse(text)) for text in row] for row in rows]


def width_of(*cells):
    (widths,) = column_widths([table([""] * len(cells), cells)])
    return widths


def parse(text):
    return [Token("text", "", 0, content=text)]


def test_columns_are_as_wide_as_their_text_asks():
    long = "een zin van een paar woorden " * 9
    number, sentence, doel = width_of("AD-R1", long, "zes")
    assert number < doel * 1.5 < sentence
    assert number + sentence + doel <= FULL
    assert sum(width_of("Samen", "12")) < FULL / 3
    _, sentence, *others = width_of("AD-R1", long, *["inspiratiebijeenkomsten"] * 3, "gehaald")
    assert sentence > max(others)
    for count in (2, 5, 8):
        widths = width_of(*["onafgebroken" * 9] * count)
        assert sum(widths) <= FULL
        assert max(widths[1:]) - min(widths[1:]) <= FULL / 32


def test_room_goes_where_it_saves_most_lines():
    code, short, long = "AD-R1", "een zin " * 5, "een lange zin van woorden " * 9
    (widths,) = column_widths([table(["Nr.", "a", "b"], *[[code, short, long]] * 9)])
    assert widths[0] < widths[1] < widths[2] / 2
    (one,) = column_widths([table(["a", "b"], *[[short, long], [long, short]] * 4)])
    assert abs(one[0] - one[1]) < FULL / 16


def test_tables_with_one_head_look_alike_and_one_long_code_widens_only_its_own():
    head, long = ["Nr.", "Wat"], "een lange zin van woorden " * 9
    short, wide = table(head, ["AD-R1", long]), table(head, ["AD-R1.onafgebroken", long])
    one, two, three, last = column_widths([short, short, wide, table(["Nr.", "Wie"], ["x", "y"])])
    assert one == two
    assert three[0] > one[0]
    assert sum(one) == sum(three) == FULL
    assert sum(last) < FULL / 2


def test_rows_stay_whole_only_where_a_table_has_no_notes():
    # LibreOffice 7.4 loses rows that must stay whole below a repeated head, with notes
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | x{} |\n"
    text = f"# T\n\n{table.format('[^1]')}\n\nTekst.\n\n{table.format('')}\n\n[^1]: Noot\n"
    noted, plain = opened(word(text)).tables
    for made, whole in ((noted, 0), (plain, 2)):
        assert made.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
        rows = [row._tr.find(f".//{qn('w:cantSplit')}") for row in made.rows[1:]]
        assert sum(row is not None for row in rows) == whole


def test_a_signature_block_has_room_and_stays_on_one_page():
    rows = "| Directeur | …………… |\n| Voorzitter | …………… |\n"
    made = opened(word(f"# T\n\n## H\n\nConcept.\n\n*Wie*\n\n| a | b |\n|---|---|\n{rows}"))
    (table,) = made.tables
    assert "…" not in words(made.element.body)
    assert [one.get(qn("w:val")) for one in table._tbl.iter(qn("w:trHeight"))] == ["907"] * 2
    assert sum(column.width.twips for column in table.columns) > FULL - 2
    kept = [cell.paragraphs[0].paragraph_format.keep_with_next for cell in table.columns[0].cells]
    assert kept == [None, True, None]
    before = [one for one in made.paragraphs if one.text and one.style.name != "Title"]
    assert all(
        one.paragraph_format.keep_with_next or one.style.paragraph_format.keep_with_next
        for one in before
    )


def test_a_word_wider_than_its_column_breaks_between_syllables_and_no_other_does():
    row = "| X-1 | " + " | ".join(["jongerenambassadeurs zijn er"] * 5) + " |"
    text = f"| a | b | c | d | e | f |\n|{'---|' * 6}\n{row}\n"
    made = opened(word(f"# T\n\n{text}\n\njongerenambassadeurs\n"))
    (paragraph,) = made.tables[0].cell(1, 1).paragraphs
    pieces = [
        one.text if one.tag == qn("w:t") else "-"
        for one in paragraph._p.iter(qn("w:t"), qn("w:softHyphen"))
    ]
    assert "".join(pieces) == "jonge-ren-am-bas-sa-deurs zijn er"
    assert not list(made.paragraphs[-1]._p.iter(qn("w:softHyphen")))


def test_no_card_is_torn_and_its_figures_are_large():
    made = opened(render_report("resultatenkaart", "docx", fixture_stof()))
    assert not [one.text for one in made.paragraphs if one.paragraph_format.page_break_before]
    cards = [kaart.titel for kaart in resultatenkaart.build(fixture_stof()).kaarten]
    loose = [
        following.text
        for one, following in pairwise(made.paragraphs)
        if not one.paragraph_format.keep_with_next
    ]
    assert loose[1:] == [*cards[1:], "Zonder kaart", "Zo telden wij"]
    figures = [one for one in made.paragraphs if one.style.name == "Cijfer"]
    assert [one.text.split("\n")[0] for one in figures][:2] == ["meer dan 4.000", "3 van 8"]
    assert all(one.runs[0].font.size.pt == 30 for one in figures)


def test_long_contents_name_only_the_chapters():
    for count, deepest in ((LONGEST // 2, 2), (LONGEST, 1)):
        many = {
            f"X{n}": {"titel": f"Onderwerp {n}", "resultaten": {"R1": "a"}} for n in range(count)
        }
        made = opened(render_report("werkplan", "docx", stof_of(plan(many))))
        listed = {one.style.name for one in made.paragraphs if one.style.name.startswith("toc ")}
        assert listed == {f"toc {level}" for level in range(1, deepest + 1)}
        (field,) = (
            one.text
            for one in made.element.body.iter(qn("w:instrText"))
            if one.text.split()[0] == "TOC"
        )
        assert f'"1-{deepest}"' in field


def test_captions_stand_above_their_table(made):
    captions = [one.text for one in made.paragraphs if one.style.name == "Caption"]
    named = [one.get(qn("w:val")) for one in made.element.body.iter(qn("w:tblCaption"))]
    assert captions == [f"Tabel {number}. {one}" for number, one in enumerate(named, 1)]
    assert captions
    codes = [one.text.split() for one in made.element.body.iter(qn("w:instrText"))]
    assert codes.count(["SEQ", "Tabel", "\\*", "ARABIC"]) == len(captions)


def test_every_table_has_one_style_that_bears_its_lines(made):
    assert {one.style.name for one in made.tables} == {"Verslagtabel"}
    assert not list(made.element.body.iter(qn("w:tblBorders"), qn("w:tblCellMar")))
    # only where somebody signs, a cell has a line of its own
    signed = [one.getparent().getparent() for one in made.element.body.iter(qn("w:tcBorders"))]
    assert not [words(cell) for cell in signed if words(cell).strip()]
    lines = {
        one.get(qn("w:color")) for one in made.styles["Verslagtabel"].element.iter(qn("w:bottom"))
    }
    assert {"D5D9D4", "55605C"} <= lines


def test_a_long_report_has_a_cover_and_contents_that_ask_for_their_pages(made, data):
    turned = [one.text for one in made.paragraphs if one.paragraph_format.page_break_before]
    assert turned == ["In het kort", "Inhoud"]
    title = made.paragraphs[0]
    assert title.text == "Jaarverslag 2021"
    assert title.paragraph_format.space_before.mm > 50
    assert "concept" in made.paragraphs[1].text
    assert not words(made.sections[0].first_page_footer._element).strip()
    found = parts(data)
    settings = made.settings.element
    order = [one.tag.rpartition("}")[2] for one in settings]
    assert order.index("updateFields") < order.index("footnotePr") < order.index("compat")
    body = found["word/document.xml"]
    pages = re.findall(r"PAGEREF (\w+)", body)
    listed = [one for one in made.paragraphs if one.style.name.startswith("toc ")]
    assert len(pages) == len(listed) > 12
    assert set(pages) <= set(re.findall(r'w:bookmarkStart w:id="\d+" w:name="([^"]+)"', body))


@pytest.mark.parametrize(
    ("rapport", "turned"), [("jaarverslag", ["In het kort"]), ("werkplan", [])]
)
def test_only_a_long_report_has_a_cover_and_a_short_result_shares_its_page(rapport, turned):
    chapters = "\n\n".join(f"## Deel {n}\n\nTekst." for n in range(13))
    text = f"# T\n\nVan ons\n\n## In het kort\n\n9 doelen.\n\n{chapters}"
    made = opened(word(text, rapport))
    paragraphs = made.paragraphs
    assert [one.text for one in paragraphs if one.paragraph_format.page_break_before] == turned


@pytest.mark.parametrize("rapport", report_names())
def test_contents_ask_word_for_their_pages_and_tell_no_other(rapport):
    made = opened(render_report(rapport, "docx", fixture_stof()))
    listed = [one for one in made.paragraphs if one.style.name.startswith("toc ")]
    codes = [one.text.strip() for one in made.element.body.iter(qn("w:instrText"))]
    asked = made.settings.element.find(qn("w:updateFields")) is not None
    assert asked == bool(listed) == any(code.startswith("TOC ") for code in codes)
    assert not [code for code in codes if code.startswith("TOC ") and "\\n" in code]
    # a line is its heading and an empty place for the number
    assert all(re.fullmatch(r".*\D\t", one.text) for one in listed)
    assert sum(code.startswith("PAGEREF ") for code in codes) == len(listed)


@pytest.mark.parametrize("rapport", ["dashboard", "resultatenkaart"])
def test_what_begins_at_once_on_paper_does_so_in_word(rapport):
    made = opened(render_report(rapport, "docx", fixture_stof()))
    assert not [one for one in made.paragraphs if one.style.name.startswith("toc ")]
    assert not [one for one in made.paragraphs if one.paragraph_format.page_break_before]


def test_typefaces_stand_in_the_theme_alone(data):
    found = parts(data)
    named = set(re.findall(r'<w:rFonts [^>]*w:ascii="([^"]+)"', found["word/styles.xml"]))
    assert named == {"Courier New"}
    assert (
        re.findall(r'<a:latin typeface="([^"]+)"', found["word/theme/theme1.xml"]) == ["Arial"] * 2
    )


def test_counts_are_a_bar_and_words_in_the_style_of_their_verdict():
    tellen = (Tel("✓", "gehaald", 3), Tel("✗", "niet gehaald", 1))
    sign = f"{OPEN}t0,1{CLOSE}"
    table = f"{'| a ' * 6}|\n{'|---' * 6}|\n| x {f'| {sign} ' * 5}|"
    signed = settle(f"# T\n\n{sign}\n\n{table}\n", tellen)
    document = build_document("jaarverslag", fixture_stof())
    made = opened(write(replace(document, tekst=signed)))
    (whole,) = (one for one in made.paragraphs if "3\u00a0gehaald" in one.text)
    styles = [(one.text, one.style.name) for one in whole.runs if "gehaald" in one.text]
    assert styles == [
        ("✓\u00a03\u00a0gehaald", "Oordeel goed"),
        ("✗\u00a01\u00a0niet\u00a0gehaald", "Oordeel niet"),
    ]
    cell = made.tables[0].cell(1, 1)
    assert cell.text.strip() == whole.text.strip()
    assert [one.get("descr") for one in made.element.body.iter(qn("wp:docPr"))] == [
        "3 gehaald, 1 niet gehaald"
    ] * 6
    widths = [int(one.get("cx")) for one in made.element.body.iter(qn("wp:extent"))]
    assert widths[0] > 160 * 36000
    assert all(width < 45 * 36000 for width in widths[1:])


def test_a_short_report_begins_at_once():
    made = opened(word("# T\n\nVan ons\n\n## Een\n\nTekst.\n\n## Twee\n\nTekst."))
    assert not any(one.paragraph_format.page_break_before for one in made.paragraphs)
    assert "Pagina" in words(made.sections[0].first_page_footer._element)


def test_the_language_is_dutch_everywhere(made, data):
    normal = made.styles["Normal"].element.rPr.find(qn("w:lang"))
    assert normal.get(qn("w:val")) == "nl-NL"
    for text in parts(data).values():
        assert set(re.findall(r'<w:lang [^>]*w:val="([^"]+)"', text)) <= {"nl-NL"}
    assert made.core_properties.language == "nl-NL"
    assert 'w:decimalSymbol w:val=","' in parts(data)["word/settings.xml"]


def test_footnotes_resolve_both_ways(data):
    found = parts(data)
    body, notes = found["word/document.xml"], found["word/footnotes.xml"]
    used = [int(n) for n in re.findall(r'<w:footnoteReference w:id="(\d+)"', body)]
    given = [int(n) for n in re.findall(r'<w:footnote w:id="(\d+)"', notes)]
    assert used == given == list(range(1, len(used) + 1))
    assert len(used) > 5
    assert "Directieverslag 2021" in notes
    assert notes.count("<w:footnoteRef/>") == len(given)
    marks = set(re.findall(r'w:bookmarkStart w:id="\d+" w:name="([^"]+)"', body))
    again = re.findall(r"NOTEREF (\w+)", body)
    assert again
    assert set(again) <= marks
    rels = found["word/_rels/document.xml.rels"]
    assert rels.count("/footnotes") == 1
    assert "/word/footnotes.xml" in found["[Content_Types].xml"]
    settings = found["word/settings.xml"]
    assert settings.index("<w:footnotePr>") < settings.index("<w:compat>")


def test_a_note_number_is_the_one_of_the_other_formats(data):
    page = render_report("jaarverslag", "html", fixture_stof()).decode()
    note = re.search(r'id="noot-(\d+)"><p><em>Wat bereikten wij samen\?</em>, onder ‘Bezoek’', page)
    assert note
    # its place among the notes is the number that Word will show
    texts = re.split(r'<w:footnote w:id="\d+">', parts(data)["word/footnotes.xml"])
    assert "Bezoek" in texts[int(note[1])]


def test_links_go_somewhere_and_bookmarks_are_unique(data):
    body = parts(data)["word/document.xml"]
    names = re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', body)
    ids = re.findall(r'<w:bookmarkStart [^>]*w:id="([^"]+)"', body)
    assert len(names) == len(set(names)) == len(ids) == len(set(ids))
    assert all(len(name) <= 40 and re.fullmatch(r"[A-Za-z]\w*", name) for name in names)
    links = set(re.findall(r'<w:hyperlink w:anchor="([^"]+)"', body))
    assert links
    assert links <= set(names)
    assert sorted(re.findall(r'<w:bookmarkEnd w:id="([^"]+)"', body)) == sorted(ids)


def test_the_contents_are_a_field_with_the_chapters_in_it(made):
    fields = [one.text.split()[0] for one in made.element.body.iter(qn("w:instrText"))]
    assert fields.count("TOC") == 1
    contents = [one.text.strip() for one in made.paragraphs if one.style.name == "toc 1"]
    assert contents == [one.text for one in made.paragraphs if one.style.name == "Heading 1"]
    kinds = [one.get(qn("w:fldCharType")) for one in made.element.body.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") > 0


def test_properties_are_those_of_the_report(made):
    properties = made.core_properties
    assert properties.title == "Jaarverslag 2021"
    assert properties.author == properties.last_modified_by == "Proefstichting"
    assert properties.created.isoformat().startswith("2021-12-31T00:00:00")
    assert properties.modified == properties.created
    section = made.sections[0]
    assert round(section.page_width.mm) == 210
    footer = words(section.footer._element)
    assert footer.split() == ["Pagina", "1", "van", "1"]


def test_same_matter_same_bytes_without_any_time(data):
    assert render_report("jaarverslag", "docx", fixture_stof()) == data
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = packed.namelist()
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    assert not [name for name in names if "thumbnail" in name]


@pytest.mark.parametrize("tekst", EVIL.values(), ids=EVIL)
def test_texts_of_writers_stay_text(tekst):
    data = render_report("jaarverslag", "docx", everything(tekst))
    clean = " ".join("".join(c for c in tekst if c == "\n" or c.isprintable()).split())
    assert everything_said(data).count(squeeze(clean)) >= 15
    outside = [text for name, text in parts(data).items() if name.endswith(".rels")]
    assert "kwaad.example" not in "".join(outside)
    assert "javascript:" not in "".join(outside)


def png(width=2, height=3):
    def chunk(kind, content):
        body = kind + content
        return len(content).to_bytes(4) + body + zlib.crc32(body).to_bytes(4)

    head = width.to_bytes(4) + height.to_bytes(4) + bytes([8, 0, 0, 0, 0])
    rows = zlib.compress((b"\0" + b"\x7f" * width) * height)
    made = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows)
    return base64.b64encode(made + chunk(b"IEND", b"")).decode()


def story(text):
    stof = stof_of(
        plan({"X": {"resultaten": {"R1": "Iets"}}}),
        verslag(hoofdstukken={"h": {"titel": "Hoofdstuk", "tekst": text}}),
    )
    return render_report("jaarverslag", "docx", stof)


def word(markdown, rapport="werkplan"):
    document = build_document(rapport, fixture_stof())
    return write(replace(document, tekst=Signed(markdown)))


def test_a_picture_has_its_words():
    data = word(f"# T\n\n![Een grijs vlak](data:image/png;base64,{png(4000, 3)})\n")
    (found,) = opened(data).element.body.iter(qn("wp:docPr"))
    assert found.get("descr") == "Een grijs vlak"
    shape = opened(data).inline_shapes[0]
    assert round(shape.width.mm) == 168
    broken = word("# T\n\n![Kapot](data:image/png;base64,AAAA)")
    assert not list(opened(broken).element.body.iter(qn("wp:docPr")))
    assert "Kapot" in everything_said(broken)


def test_charts_are_pictures_with_their_sentence():
    data = render_report("dashboard", "docx", fixture_stof())
    html = render_report("dashboard", "html", fixture_stof()).decode()
    pictures = r'class="(?:grafiek|stapelbalk)".*?<title>(.*?)</title>'
    wanted = [unescape(one) for one in re.findall(pictures, html)]
    shown = [one.get("descr") for one in opened(data).element.body.iter(qn("wp:docPr"))]
    assert shown == wanted
    assert len(shown) > 3
    for one in opened(data).element.body.iter(qn("wp:inline")):
        assert [one.get(f"dist{side}") for side in "TBLR"] == ["0"] * 4
    assert render_report("dashboard", "docx", fixture_stof()) == data


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="file:///etc/passwd"/>',
        '<image xlink:href="http://x/y.png"/>',
        '<rect fill="url(file:///x)"/>',
        "<style>@import 'http://x'</style>",
        "<broken",
    ],
)
def test_a_drawing_that_reaches_out_is_told_in_words(inside):
    svg = f'<b>Zie</b> <svg width="9" height="9"><title>Een &amp; ander</title>{inside}</svg>'
    assert list(read_drawing(svg)) == ["Zie ", "Een & ander"]


def test_the_markdown_of_a_writer_keeps_its_shape():
    data = story(
        "Een **vet** en *schuin* `code` ~~weg~~ [huis](https://voorbeeld.nl)[^n].\n\n"
        "1. een\n2. twee\n\nTussen.\n\n1. opnieuw\n   - dieper\n\n     verder\n\n"
        "> citaat\n\n```\na\n b\n```\n\n---\n\n[^n]: Noot met [link](https://noot.nl).\n"
    )
    made = opened(data)
    styles = {one.text: one.style.name for one in made.paragraphs}
    assert styles["een"] == styles["opnieuw"] == "List Number"
    assert styles["dieper"] == "List Bullet 2"
    assert styles["verder"] == "List Continue 2"
    assert styles["citaat"] == "Quote"
    assert styles["a\n b"] == "Code"
    numbers = {
        one.text: one._p.pPr.numPr.numId.val
        for one in made.paragraphs
        if one.text in ("een", "twee", "opnieuw")
    }
    assert numbers["een"] != numbers["opnieuw"]
    runs = {run.text: run for one in made.paragraphs for run in one.runs}
    assert runs["vet"].bold
    assert runs["schuin"].italic
    assert runs["weg"].font.strike
    found = parts(data)
    assert 'Target="https://voorbeeld.nl"' in found["word/_rels/document.xml.rels"]
    assert 'Target="https://noot.nl"' in found["word/_rels/footnotes.xml.rels"]


def test_without_python_docx_the_message_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(Formaatfout) as caught:
        render_report("werkplan", "docx", fixture_stof())
    assert caught.value.message == "Voor een Word-document ontbreekt het onderdeel `docx`."
    assert 'pip install "pyphen>=0.17" "python-docx>=1.2" "resvg_py>=0.5"' in caught.value.cure


@pytest.mark.office
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice ontbreekt (apt: libreoffice-writer-nogui)")
def test_libreoffice_opens_it(data, tmp_path):
    (tmp_path / "verslag.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
    convert = [OFFICE, "--headless", profile, "--convert-to", "txt:Text (encoded):UTF8"]
    done = subprocess.run(
        [*convert, "--outdir", str(tmp_path), str(tmp_path / "verslag.docx")],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "HOME": str(tmp_path)},
        check=False,
    )
    text = (tmp_path / "verslag.txt").read_text("utf-8") if done.returncode == 0 else done.stderr
    for words_ in ("Jaarverslag 2021", "In het kort", "AD-R2.lezingen", "Gemaakt met bkl"):
        assert words_ in text


def test_verdicts_have_a_style_by_name_and_nothing_is_compatible_with_old_versions():
    marks = (Merk("✓", "gehaald", "gehaald"), Merk("✗", "niet gehaald", "niet gehaald"))
    signed = settle(f"# T\n\n{OPEN}o0{CLOSE} en {OPEN}o1{CLOSE} en **gewoon**\n", marks)
    document = build_document("jaarverslag", fixture_stof())
    made = opened(write(replace(document, tekst=signed)))
    styles = [
        (one.text, one.style.name) for one in made.paragraphs[-1].runs if one.bold or one.style
    ]
    assert ("✓ gehaald", "Oordeel goed") in styles
    assert ("✗ niet gehaald", "Oordeel niet") in styles
    assert ("gewoon", "Oordeel goed") not in styles
    mode = [
        one.get(qn("w:val"))
        for one in made.settings.element.iter(qn("w:compatSetting"))
        if one.get(qn("w:name")) == "compatibilityMode"
    ]
    assert mode == ["15"]
    header = made.sections[0].header._element.xml
    assert "STYLEREF 1" in header
