"""PDF: the same account on paper, for the eye and for a screen reader."""

import io
import logging
import re
import sys
from dataclasses import replace
from datetime import date
from html import unescape
from importlib.abc import MetaPathFinder

import pikepdf
import pytest

from bkl.render import Formaatfout, format_names, render_report, report_names
from bkl.render.document import build_document
from bkl.render.formats.pdf import write
from bkl.render.print import press
from bkl.render.print.fonts import shipped_faces
from bkl.render.print.notes import move_notes
from bkl.render.print.page import build_paper
from bkl.render.text.body import read_text
from bkl.render.text.signs import Signed
from bkl.render.views import resultatenkaart
from tests.render.matter import REPORTS, fixture_stof, plan, stof_of, verslag
from tests.render.pdfs import (
    elements,
    faults,
    needs_pdftotext,
    notes_astray,
    page_texts,
    pdf_text,
    places,
    squeeze,
)
from tests.render.test_injectie import EVIL, everything
from tests.render.workspace import bkl, calm_workspace, new_workspace

page = pytest.importorskip("page", reason="page-validation ontbreekt")


@pytest.fixture(scope="module")
def pdf():
    return render_report("jaarverslag", "pdf", fixture_stof())


@pytest.fixture(scope="module")
def werkplan():
    return render_report("werkplan", "pdf", fixture_stof())


def broken_rules(data):
    return {failure.message for failure in page.validate_pdf_bytes(data).failures}


def test_pdf_ua(pdf, werkplan):
    for data in (pdf, werkplan):
        report = page.validate_pdf_bytes(data)
        assert str(report.profile).endswith("PDF_UA_1")
        assert report.rules.total > 100
        assert broken_rules(data) == set()
        assert faults(data) == set()


SHAPES = """# T

p

## A

- een

  twee
- drie[^1]

  ```
  code
  ```

> - citaat

| [AD-R4.lezingen](#a) | b |
|---|---|
| [AD-R4.lezingenlezingenlezingen](#a) | **✓ gehaald** 50 % |

Een [link](https://voorbeeld.nl) en ~~weg~~.

##### Te diep

[^1]: Noot

    met [link](https://voorbeeld.nl)
"""


def test_every_shape_that_a_writer_can_make_is_accessible():
    document = build_document("werkplan", fixture_stof())
    data = write(replace(document, tekst=Signed(SHAPES)))
    assert broken_rules(data) == set()
    assert faults(data) == set()
    with pikepdf.open(io.BytesIO(data)) as made:
        bodies = [around[-1] for kind, _, around in elements(made) if kind == "P"]
    assert "LI" not in bodies


@pytest.mark.parametrize("rapport", [r for r in report_names() if r not in REPORTS])
def test_every_other_report_is_accessible_too(rapport):
    data = render_report(rapport, "pdf", fixture_stof())
    assert broken_rules(data) == set()
    assert faults(data) == set()


def spoil(data, change):
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(target)
    return target.getvalue()


def first(pdf, kind):
    return next(node for found, node, _ in elements(pdf) if found == kind)


def no_title(pdf):
    del pdf.docinfo["/Title"]
    with pdf.open_metadata() as meta:
        del meta["dc:title"]


def skip_a_level(pdf):
    first(pdf, "H2").S = pikepdf.Name.H3


PLANTED = {  # the fault: how to plant it, and whether the validator sees it too
    "marked": (lambda pdf: pdf.Root.MarkInfo.__setitem__("/Marked", False), True),
    "lang": (lambda pdf: pdf.Root.__delitem__("/Lang"), True),
    "title": (no_title, True),
    "shows title": (lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"), True),
    "alt": (lambda pdf: first(pdf, "Figure").__delitem__("/Alt"), True),
    "headings": (skip_a_level, True),
    "scope": (lambda pdf: first(pdf, "TH").__delitem__("/A"), False),
    "links": (lambda pdf: pdf.pages[0].Annots[0].__delitem__("/Contents"), True),
}


@pytest.mark.parametrize(("name", "planted"), PLANTED.items(), ids=PLANTED)
def test_a_planted_fault_is_caught(pdf, name, planted):
    change, seen = planted
    spoilt = spoil(pdf, change)
    assert faults(spoilt) == {name}
    assert bool(broken_rules(spoilt)) == seen


def test_same_matter_same_bytes_and_no_date_of_today(werkplan, pdf):
    assert render_report("werkplan", "pdf", fixture_stof()) == werkplan
    with pikepdf.open(io.BytesIO(pdf)) as made, pikepdf.open(io.BytesIO(werkplan)) as ahead:
        assert str(made.docinfo["/CreationDate"]) == "D:20211231"
        assert str(ahead.docinfo["/CreationDate"]) == "D:20210101"
        with made.open_metadata() as meta:
            assert str(date.today().year) not in str(meta) or date.today().year == 2021
        assert str(made.docinfo["/Author"]) == "Proefstichting"


def test_pages_are_a4_and_the_outline_follows_the_chapters(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as made:
        for one in made.pages:
            assert [round(float(side)) for side in one.MediaBox] == [0, 0, 595, 842]
        with made.open_outline() as outline:
            (title,) = outline.root
            chapters = [item.title for item in title.children]
    assert title.title == "Jaarverslag 2021"
    assert chapters[:2] == ["In het kort", "Inhoud"]
    assert chapters[-1] == "Uitleg"


@needs_pdftotext
@needs_pdftotext
def test_no_card_is_torn_and_short_ones_share_a_page():
    stof = fixture_stof()
    pages = pdf_text(render_report("resultatenkaart", "pdf", stof)).split("\f")
    kaarten = resultatenkaart.build(stof).kaarten
    assert len(kaarten) > 2
    shown = []
    for kaart in kaarten:
        words = [kaart.titel, *(een.toezegging for een in kaart.gelukt)]
        on = [
            number
            for number, page in enumerate(pages)
            if all(squeeze(word) in squeeze(page) for word in words)
        ]
        assert on, kaart.titel
        shown.append(on[-1])
    assert len(set(shown)) < len(kaarten)


def test_every_indicator_and_figure_is_there(pdf):
    text = squeeze(pdf_text(pdf))
    for rij in fixture_stof().rijen:
        given = rij.vergelijking.realisatie
        told = given.realisatie.realisatie if given else None
        doel = rij.vergelijking.entry.indicator.doel or ""
        for words in (rij.id, doel.removeprefix("kwalitatief: "), told or ""):
            assert squeeze(words) in text, words


@needs_pdftotext
def test_contents_running_heads_and_page_numbers(pdf):
    pages = pdf_text(pdf).split("\f")[:-1]
    total = len(pages)
    assert total >= 5
    for number, text in enumerate(pages, start=1):
        assert f"Pagina {number} van {total}" in text
        assert ("Jaarverslag 2021\n" in text.partition("Pagina")[0]) or number > 1
    where = next(n for n, text in enumerate(pages, 1) if n > 1 and "Uitleg\nHoe u de" in text)
    contents = "".join(pages[0].split())
    assert f"Uitleg...{where}" in contents.replace("....", "...").replace("....", "...") or (
        contents.partition("Uitleg")[2].lstrip(".").startswith(str(where))
    )


@needs_pdftotext
def test_each_note_stands_at_the_foot_in_every_section_that_needs_it(pdf):
    document = build_document("jaarverslag", fixture_stof())
    paper = build_paper(document)
    text = squeeze(pdf_text(pdf))
    notes = press._NOTE.findall(paper)
    assert len(notes) == len(set(notes)) > 5
    assert text.count(squeeze("Directieverslag 2021, onder")) == paper.count(
        "<em>Directieverslag 2021</em>, onder"
    )


def set_pages(html):
    return press._set_pages(press._weasyprint(), html, press._fonts(shipped_faces())).pages


def test_a_row_or_paragraph_goes_to_the_next_page_with_its_notes():
    rows, notes = [], []
    for row in range(1, 61):
        own = "".join(f"[^{row}-{n}]" for n in range(row % 4))
        notes += [f"[^{row}-{n}]: Bron {row}-{n} met een lange naam" for n in range(row % 4)]
        rows.append(f"| R{row} | {'woorden en meer ' * (row * 7 % 23 + 3)}{own} | x |")
    table = "\n".join(["*b*\n", "| Nr. | Wat | a |", "|---|---|---|", *rows])
    lines = "\n".join(f"- {'woorden ' * (n % 30)}[^{n}-0]" for n in range(1, 41) if n % 4)
    text = f"# T\n\n## H\n\n{table}\n\n## I\n\n{lines}\n\n" + "\n".join(notes)
    document = replace(build_document("jaarverslag", fixture_stof()), tekst=Signed(text))
    pages = set_pages(build_paper(document))
    assert len(pages) > 3
    assert notes_astray(pages) == {}


def test_every_page_that_is_named_is_the_page_where_it_stands(pdf):
    pages, where = page_texts(pdf), places(pdf)
    html = build_paper(build_document("jaarverslag", fixture_stof()))
    entries = re.findall(r'<li class="niveau-\d"><a href="#([^"]+)">([^<]+)</a>', html)
    assert len(entries) > 5
    for place, name in entries:
        told = re.search(
            re.escape("".join(unescape(name).split())) + r"\.{2,}(\d+)", "".join(pages)
        )
        assert told, name
        assert int(told[1]) == where[place], name
    named = [
        (place, number)
        for page in pages
        for place, number in re.findall(r"([A-Z]+-[AR]\d+(?:\.[a-z]+)?)blz\.(\d+)", page)
    ]
    assert named
    for id_, number in named:
        assert int(number) == where[id_.lower().replace(".", "-")], id_
        assert id_ in pages[int(number) - 1], id_


def test_a_note_is_repeated_in_another_section_and_linked_within_one():
    text = "## A\n\nx[^1] y[^1][^2]\n\n### B\n\nz[^1]\n\n[^1]: Een\n[^2]: Twee\n"
    tekst = read_text(Signed(text))
    html = tekst.html_of(move_notes(tekst))
    assert html.count('<span class="voetnoot"') == 3
    assert html.count("Een</span>") == 2
    assert '<a class="nootcijfer" href="#voetnoot-1" title="Noot 1">1</a>' in html
    assert '</a><span class="nootkomma">,</span><span class="voetnoot" id="voetnoot-2"' in html
    assert "footnote" not in html.replace("voetnoot", "")


def paper(markdown):
    """Return the text of each page of a report with this text."""
    document = build_document("jaarverslag", fixture_stof())
    data = write(replace(document, tekst=Signed(markdown)))
    return pdf_text(data).split("\f")[:-1]


@needs_pdftotext
def test_notes_on_a_page_go_up_in_the_order_of_reading():
    # the third section refers to its notes the other way round
    parts = ["## A\n\nx[^1] y[^2] z[^3]", "## B\n\nx[^3] y[^1] z[^3]", "## C\n\nx[^2] y[^4]"]
    notes = "\n".join(f"[^{n}]: Bron nummer {n}" for n in range(1, 5))
    text = " ".join(paper("# T\n\n" + "\n\n".join(parts) + f"\n\n{notes}\n"))
    found = re.findall(r"(\d+)\s+Bron nummer (\d)", text)
    assert found == [(str(n), str(of)) for n, of in enumerate((1, 2, 3, 3, 1, 2, 4), 1)]
    assert re.search(r"x4\s+y5\s+z4\s", text)


@needs_pdftotext
def test_the_running_head_is_the_section_that_the_page_begins_in():
    filler = "\n\n".join(["Een alinea met een paar woorden die niets zegt."] * 55)
    pages = paper(f"# T\n\n## Eerste\n\n### Deel\n\n{filler}\n\n## Tweede\n\nSlot.\n")
    assert "Tweede\nSlot." in pages[-1]
    assert len(pages) == 2
    assert "T Eerste · Deel\n" in pages[1]


@needs_pdftotext
def test_no_table_is_torn_from_its_heading_or_caption():
    parts = []
    for number in range(1, 16):
        filler = "\n\n".join(["Een alinea."] * (number * 5 % 13 + 8))
        rows = "\n".join(f"| cel {number}-{row} | iets |" for row in range(1, 12))
        table = f"*Bijschrift {number}.*\n\n| Kolom | b |\n|---|---|\n{rows}"
        parts.append(f"{filler}\n\n#### Kop {number}.\n\n{table}")
    pages = paper("# T\n\n## H\n\n### I\n\n" + "\n\n".join(parts))
    for number in range(1, 16):
        (place,) = (one for one in pages if f"Kop {number}." in one)
        assert f"Bijschrift {number}." in place
        assert f"cel {number}-1" in place
    torn = [one for one in pages if re.search(r"cel \d+-(?:[2-9]|1\d)", one.partition("Kop")[0])]
    assert torn
    assert all("Kolom" in one.partition("cel")[0] for one in torn)


SIGNED = """## Ondertekening

Dit document is een concept.

Het is nog niet vastgesteld.

*Wie ondertekent*

| Functie | Naam | Handtekening |
|---|---|---|
| Directeur | …………… | …………… |
| Voorzitter | …………… | …………… |
"""


@needs_pdftotext
@pytest.mark.parametrize("lines", range(36, 48, 3))
def test_a_signature_block_is_never_torn_and_has_room(lines):
    pages = paper("# T\n\n## H\n\n" + "Een regel.\n\n" * lines + SIGNED)
    (place,) = (one for one in pages if "Ondertekening\n" in one)
    assert all(word in place for word in ("concept", "Wie ondertekent", "Directeur", "Voorzitter"))
    assert "…" not in "".join(pages)


@needs_pdftotext
def test_no_last_row_stands_alone_and_a_small_count_stays_whole():
    for lines in (25, 31, 33, 35):
        rows = "".join(f"| rij{n} | {n} |\n" for n in range(6))
        text = f"*Telling*\n\n| a | b |\n|---|--:|\n{rows}\n\n*Lijst*\n\n| a | b |\n|---|---|\n"
        text += "".join(f"| regel{n} | tekst |\n" for n in range(9))
        pages = paper("# T\n\n## H\n\n" + "Een regel.\n\n" * lines + text)
        assert sum("rij0" in one for one in pages) == 1
        (counts,) = (one for one in pages if "rij0" in one)
        assert "rij5" in counts
        (last,) = (one for one in pages if "regel8" in one)
        assert "regel7" in last


@needs_pdftotext
def test_no_word_is_broken_without_a_hyphen(pdf):
    text = build_document("jaarverslag", fixture_stof()).markdown
    text += " BD-R6.contactmomenten ervaringsdeskundigheid"
    known = set(re.findall(r"\w+", text))
    long = " ".join(["ervaringsdeskundigheid"] * 40)
    table = (
        "*b*\n\n| Nr. | Oordeel | Toezegging |\n|---|---|---|\n"
        f"| BD-R6.contactmomenten | niet gerapporteerd | {long} |\n"
    )
    said = "".join(paper(f"# T\n\n## H\n\n{long}\n\n- {long}\n\n{table}"))
    said += pdf_text(pdf)
    ends = re.findall(r"(\w+)\n(\w+)", said)
    assert ends
    assert not [(one, other) for one, other in ends if one not in known and one + other in known]


def test_no_note_is_lost_when_the_first_layout_loses_them(monkeypatch):
    notes = "".join(f"[^{n}]: Noot {n}\n" for n in range(1, 41))
    body = "\n\n".join(f"Alinea {n} met woorden.[^{n}]" for n in range(1, 41))
    tekst = read_text(Signed(f"# T\n\n{body}\n\n{notes}"))
    html = f"<main>{tekst.html_of(move_notes(tekst))}</main>"
    style = ".voetnoot { float: footnote }"
    hidden = ".voetnoot { display: none }"
    monkeypatch.setattr(press, "_LAYOUTS", (hidden, style, "p { color: red }"))
    pages = press._set_pages(press._weasyprint(), html, press._find_fonts(None)).pages
    assert len(set().union(*(one.anchors for one in pages)) & set(press._NOTE.findall(html))) == 40
    monkeypatch.setattr(press, "_LAYOUTS", (hidden,))
    pages = press._set_pages(press._weasyprint(), html, press._find_fonts(None)).pages
    assert not set().union(*(one.anchors for one in pages)) & set(press._NOTE.findall(html))


def test_nothing_outside_the_document_is_opened(tmp_path, caplog):
    (tmp_path / "templates").mkdir()
    (tmp_path / "geheim.css").write_text("h1 { color: red }")
    evil = "".join(
        f'<img src="{url}" alt="x">'
        for url in ("file:///etc/passwd", "http://127.0.0.1:9/x.png", "ftp://127.0.0.1/x")
    )
    (tmp_path / "templates" / "_print.html.j2").write_text(
        '<html lang="nl"><head><title>x</title>'
        f'<link rel="stylesheet" href="file://{tmp_path}/geheim.css"></head>'
        f"<body><h1>x</h1>{evil}</body></html>"
    )
    with caplog.at_level(logging.ERROR, "weasyprint"):
        render_report("werkplan", "pdf", fixture_stof(workspace=tmp_path))
    refused = [record for record in caplog.records if "disallowed protocol" in record.getMessage()]
    assert len(refused) == 4


@needs_pdftotext
def test_texts_of_writers_stay_text():
    wanted = {name: text for name, text in EVIL.items() if name not in ("lines", "control")}
    stof = everything(" ".join(wanted.values()))
    data = render_report("jaarverslag", "pdf", stof)
    assert faults(data) == set()
    text = squeeze(pdf_text(data))
    for name in ("script", "svg", "javascript link", "jinja", "emphasis", "picture"):
        assert squeeze(wanted[name]).replace("-", "") in text.replace("-", "")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        targets = [link for one in pdf.pages for link in one.get("/Annots", [])]
        assert all("/A" not in link for link in targets)
        assert "/JavaScript" not in pdf.Root.get("/Names", {})
        assert not [1 for one in pdf.pages for _ in one.get_images()]


def test_a_character_without_a_drawing_is_refused_by_name():
    stof = stof_of(plan({"X": {"resultaten": {"R1": "Iets met \u2fe0."}}}))
    with pytest.raises(Formaatfout, match=r"U\+2FE0") as caught:
        render_report("werkplan", "pdf", stof)
    assert caught.value.cure.startswith("Schrijf het anders")


class Missing(MetaPathFinder):
    """Makes the import of one module fail."""

    def __init__(self, name, fault):
        self.name, self.fault = name, fault

    def find_spec(self, fullname, path=None, target=None):
        if fullname == self.name:
            raise self.fault


LACKING = {
    "weasyprint": (
        Missing("weasyprint", ModuleNotFoundError(name="weasyprint")),
        "Voor een pdf ontbreekt het onderdeel `weasyprint`.",
        'pip install "font-source-sans-pro>=0.0.1" "pikepdf>=10" "weasyprint>=70"',
    ),
    "pango": (
        Missing("weasyprint", OSError("cannot load library 'libpango-1.0-0'")),
        "Voor een pdf ontbreekt een bibliotheek van het systeem (Pango).",
        "apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0",
    ),
    "pikepdf": (
        Missing("pikepdf", ModuleNotFoundError(name="pikepdf")),
        "Voor een pdf ontbreekt het onderdeel `pikepdf`.",
        'pip install "font-source-sans-pro>=0.0.1" "pikepdf>=10" "weasyprint>=70"',
    ),
}


def lack(monkeypatch, finder):
    monkeypatch.delitem(sys.modules, finder.name, raising=False)
    monkeypatch.setattr(sys, "meta_path", [finder, *sys.meta_path])


@pytest.mark.parametrize(("finder", "message", "cure"), LACKING.values(), ids=LACKING)
def test_what_is_missing_is_said_with_what_to_install(monkeypatch, finder, message, cure):
    monkeypatch.setattr(press, "_set_pages", lambda *given: pytest.fail("too late"))
    lack(monkeypatch, finder)
    with pytest.raises(Formaatfout) as caught:
        render_report("werkplan", "pdf", fixture_stof())
    assert caught.value.message == message
    assert cure in caught.value.cure


def test_the_other_formats_are_written_and_the_command_ends_with_2(monkeypatch, tmp_path):
    folder = new_workspace(tmp_path / "w")
    lack(monkeypatch, LACKING["weasyprint"][0])
    lack(monkeypatch, Missing("docx", ModuleNotFoundError(name="docx")))
    code, out, err = bkl(folder, "render", "werkplan", "--format", "all")
    assert code == 2
    others = [fmt for fmt in format_names() if fmt not in ("docx", "pdf")]
    assert {"html", "json", "md"} <= set(others)
    assert out.split() == [f"reports/werkplan-2021.{fmt}" for fmt in others]
    assert sorted(path.suffix[1:] for path in (folder / "reports").iterdir()) == others
    said = " ".join(err.split())
    assert 'pip install "font-source-sans-pro>=0.0.1" "pikepdf>=10" "weasyprint>=70"' in said
    assert 'pip install "pyphen>=0.17" "python-docx>=1.2" "resvg_py>=0.5"' in said
    assert "Traceback" not in err


def test_without_a_format_only_what_always_works(tmp_path):
    folder = calm_workspace(tmp_path / "w")
    assert bkl(folder, "render", "werkplan", "--quiet") == (0, "", "")
    assert sorted(path.name for path in (folder / "reports").iterdir()) == [
        "werkplan-2021.html",
        "werkplan-2021.md",
    ]


def test_a_fault_in_the_print_template_is_named(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "_print.css").write_text("p { color: {{ weg }} }")
    with pytest.raises(Exception, match=r"Sjabloon _print\.css, regel 1"):
        render_report("werkplan", "pdf", fixture_stof(workspace=tmp_path))


def test_colours_come_from_the_one_style_sheet(tmp_path):
    (tmp_path / "templates").mkdir()
    own = ":root { --goed: #123456; --accent: #00f; }"
    (tmp_path / "templates" / "_page.css").write_text(own)
    stof = fixture_stof(workspace=tmp_path)
    paper = build_paper(build_document("jaarverslag", stof))
    assert '<rect fill="#123456"' in paper
    assert "--goed:#123456;" in paper
    assert "<rect class=" not in paper


def test_a_verhaal_with_notes_and_code(tmp_path):
    story = "Zo.[^a]\n\n```\n<b>code</b>\n```\n\n[^a]: Een *noot*.\n"
    stof = stof_of(
        plan({"X": {"resultaten": {"R1": "Iets"}}}),
        verslag(hoofdstukken={"h": {"titel": "H", "tekst": story}}),
    )
    paper = build_paper(build_document("jaarverslag", stof))
    assert 'data-cijfer="1">Een <em>noot</em>.</span>' in paper
    assert "&lt;b&gt;code&lt;/b&gt;" in paper
