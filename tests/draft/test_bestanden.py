"""Kinds of files and what befalls them: encodings, tracked changes, scans, columns, page breaks."""

import io
import zipfile
from pathlib import Path

import pypdf
import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from bkl.draft.draft import draft_plan
from bkl.draft.errors import Documentfout
from bkl.draft.reading import word
from bkl.draft.reading.office import read_odt
from bkl.draft.reading.pdf.layout import page_lines
from bkl.draft.reading.pdf.pages import read_pdf
from bkl.draft.reading.pdf.pieces import Piece, Usual
from bkl.draft.reading.plain import decode, read_plain
from bkl.draft.reading.word import read_word
from tests.draft.score import proposed, structure

HERE = Path(__file__).parent / "stijlen"

ODT = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
<office:automatic-styles><text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>
</office:automatic-styles><office:body><office:text>
<text:tracked-changes>weg</text:tracked-changes>
<text:h text:outline-level="1">1 Samen<text:s/>eten</text:h><text:p>Resultaten</text:p>
<text:list text:style-name="L1"><text:list-item><text:p>Veertig<text:note>
<text:note-citation>1</text:note-citation><text:note-body><text:p>Sinds 2020.</text:p>
</text:note-body></text:note> buren eten mee.</text:p></text:list-item>
<text:list-item><text:p>Er zijn 6 feesten.</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>x</text:p>
</table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>"""


def told(blocks):
    return [(one.kind, one.mark, one.text or one.cells) for one in blocks]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_as_it_was_meant(encoding):
    text = "Ambitie\r\n\r\nWij bereiken twee à drie cliënten.\r\n"
    assert told(read_plain(text.encode(encoding))) == [
        ("kop", "", "Ambitie"),
        ("alinea", "", "Wij bereiken twee à drie cliënten."),
    ]


def test_broken_lines_soft_hyphens_and_ligatures_are_mended():
    text = "Wij onder\u00adsteunen o\ufb03ciële buurt-\nhuizen in\n\nalle zes de wijken.\n\n"
    text += "- Een punt\ndat doorloopt\n"
    assert told(read_plain(text.encode())) == [
        ("alinea", "", "Wij ondersteunen officiële buurthuizen in alle zes de wijken."),
        ("punt", "-", "Een punt dat doorloopt"),
    ]


def test_what_was_taken_out_with_tracked_changes_does_not_count(tmp_path):
    document = Document()
    document.add_heading("Speerpunt 1: Eten", 1)
    document.add_heading("Resultaten", 2)
    paragraph = document.add_paragraph("Wij helpen ", style="List Number")
    for tag, inner, words in (("w:del", "w:delText", "30"), ("w:ins", "w:t", "40")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        change.set(qn("w:id"), "1")
        change.set(qn("w:author"), "x")
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run(" jongeren.")
    document.save(tmp_path / "plan.docx")
    (figure,) = draft_plan(tmp_path / "plan.docx", today=2026).figures
    assert figure.doel == "40 jongeren"


def test_an_odt_with_a_list_a_note_and_a_table():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", ODT)
    assert told(read_odt(made.getvalue())) == [
        ("kop", "", "1 Samen eten"),
        ("kop", "", "Resultaten"),
        ("punt", "1", "Veertig buren eten mee."),
        ("punt", "2", "Er zijn 6 feesten."),
        ("rij", "", ("x", "x")),
        ("noot", "", "Sinds 2020."),
    ]


def pdf(password=None):
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize(("data", "words"), [(pdf(), "scan"), (pdf("geheim"), "wachtwoord")])
def test_a_pdf_without_text_is_told(data, words):
    with pytest.raises(Documentfout, match=words):
        read_pdf(data)


USUAL = Usual(11, 14)


def lines_at(x, top, texts, size=11, step=14):
    return [Piece(x, top - step * place, size, False, text) for place, text in enumerate(texts)]


def test_two_columns_are_read_one_after_the_other():
    left = [f"links staat hier regel nummer {n}" for n in range(20)]
    right = [f"rechts staat hier regel nummer {n}" for n in range(20)]
    printed = page_lines([*lines_at(60, 700, left), *lines_at(310, 700, right)], USUAL)
    assert [one.text for one in printed] == [*left, *right]


def test_a_table_right_below_a_heading_is_a_table():
    pieces = [
        Piece(60, 700, 16, True, "Programma"),
        Piece(60, 676, 11, False, "Nr."), Piece(170, 676, 11, False, "Doel"),
        Piece(60, 660, 11, False, "1"), Piece(170, 660, 11, False, "Meer"),
        Piece(170, 646, 11, False, "lezers"),
    ]  # fmt: skip
    printed = page_lines(pieces, USUAL)
    assert [(one.text, one.cells) for one in printed] == [
        ("Programma", ()), ("", ("Nr.", "Doel")), ("", ("1", "Meer lezers")),
    ]  # fmt: skip


def test_a_bullet_goes_with_its_words():
    pieces = [Piece(60, 700, 11, False, "•"), Piece(78, 700, 11, False, "Een punt")]
    assert [one.text for one in page_lines(pieces, USUAL)] == ["• Een punt"]


@pytest.mark.parametrize("name", ["tabellen.html", "jaarkolommen.html", "kaarten.html"])
def test_a_pdf_with_ruled_tables_says_what_the_page_says(tmp_path, name):
    source = HERE / name
    path = tmp_path / f"{source.stem}.pdf"
    css = "<style>table{border-collapse:collapse}td,th{border:1px solid #999;padding:3px}</style>"
    html = pytest.importorskip("weasyprint").HTML(string=css + source.read_text("utf-8"))
    html.write_pdf(path)
    printed, page = (draft_plan(one, today=2026) for one in (path, source))
    assert structure(printed) == structure(page)
    assert proposed(printed) == proposed(page)


@pytest.mark.parametrize("code", ["utf-16-le", "utf-16-be", "utf-16", "cp1252"])
def test_text_in_other_codes(code):
    assert decode("Café – 40 cliënten\n".encode(code)) == "Café – 40 cliënten\n"


def test_levels_of_words_list_styles():
    document = Document()
    for text, style in (("Beweegteams", "List Bullet"), ("16 trainers", "List Bullet 2")):
        document.add_paragraph(text, style=style)
    made = io.BytesIO()
    document.save(made)
    assert [(one.text, one.level) for one in read_word(made.getvalue())] == [
        ("Beweegteams", 0), ("16 trainers", 1),
    ]  # fmt: skip


def test_a_document_of_more_than_any_plan_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(word, "MOST_BLOCKS", 3)
    document = Document()
    for _ in range(5):
        document.add_paragraph("Wij helpen 40 jongeren.")
    made = io.BytesIO()
    document.save(made)
    with pytest.raises(Documentfout, match="te veel tekst"):
        read_word(made.getvalue())
