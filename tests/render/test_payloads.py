"""Evil texts at every place of the YAML at once: text in each report, in each format.

The places come from the models and the reports from their folder, so that a new field, report
or template is in here by itself.
"""

import functools
import io
import re
import zipfile
from collections import Counter

import pikepdf
import pytest
from lxml import etree
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from bkl.render import render_report
from bkl.render.document import build_document
from bkl.render.print import press
from bkl.render.print.page import build_paper
from tests.render.everywhere import spots, stof_with
from tests.render.matter import ALLE, plan, stof_of, verslag
from tests.render.pages import Page, is_own
from tests.render.pdfs import needs_pdftotext, pdf_text
from tests.render.test_browser import open_page

# what is text in Markdown of the writer's own too
PROSE = (
    "<script>kwaad()</script>",
    "<img src=x onerror=kwaad()>",
    "<svg/onload=kwaad()>",
    "<svg><a xlink:href=javascript:kwaad()><text>x</text></a></svg>",
    "[k](javascript:kwaad())",
    "[k](data:text/html;kwaad)",
    "<javascript:kwaad()>",
    "[ref]: javascript:kwaad()",
    "{{ 7*191 }}",
    "{% for x in y %}",
    "{# weg #}",
    "<!-- weg",
    "--> ]]>",
    "</title></style></main></textarea>",
    "\" onclick=kwaad() x='",
    "<?php kwaad() ?>",
    '</w:t></w:r><w:fldSimple w:instr="DDE kwaad"/>',
    "/S /JavaScript /JS (kwaad())",
)
PAYLOADS = (
    *PROSE,
    "![p](https://kwaad.example/x.png)",
    "[k](https://kwaad.example)",
    "<https://kwaad.example>",
    "[ref]: https://kwaad.example",
    "[k][ref]",
    "&lt;script&gt;",
    "&#106;avascript&colon;kwaad()",
    "`code` ```",
    "[^1] ^[noot]",
    "| cel |",
    "# kop",
    "**vet** _schuin_ ~~weg~~",
    "a\\",
    "=cmd|'/c kwaad'!A1",
)
# fields whose text no report shows, or only when it is the name of something that is there
UNSEEN = {
    ("Werkplan", "fasen"),
    ("Jaarverslag", "realisaties"),
    ("Jaarverslag", "hoofdstukken"),
    ("Wijziging", "akkoord"),
    # what was measured is shown as the figure that it makes, and the weight of it in `bkl gap`
    ("Realisatie", "30-06-2021"),
    # who works on it is for the organisation itself
    *((model, "wie") for model in ("Indicator", "Onderdeel", "Realisatie", "Begroting")),
    # a name is public only with `openbaar: ja`, a place only when adopted
    ("Ondertekenaar", "naam"),
    ("Ondertekening", "plaats"),
    *(("Begrippen", name) for name in ("jaarverslag", "thema")),
    *(("Begrippen", name) for name in ("uitgangspunten", "projecten", "bedrijfsvoering")),
    *(("Speerpunt", name) for name in ("thema", "doelgroep")),
    *(
        (model, name)
        for model in ("Indicator", "Onderdeel")
        for name in ("vervolg_van", "trendbreuk", "labels", "ook_bij", "wie")
    ),
    # a contribution is shown when it leads to a code of the plan
    *((model, "draagt_bij_aan") for model in ("Speerpunt", "Indicator", "Onderdeel")),
    ("Realisatie", "wie"),
    # parts of so few people are hidden, and words for the progress only stand beside it
    *((model, "uitsplitsing") for model in ("Indicator", "Onderdeel")),
    ("Realisatie", "b"),
    ("Werkplan", "voortgangswoorden"),
    # the weight of a measurement is only calculated with; a reference is not yet shown
    ("Realisatie", "30-06-2021"),
    *(("Referentie", name) for name in ("wat", "waarde", "bron")),
}
# what could do harm in a PDF; setting the pages takes longest
PAPER = tuple(one for one in PROSE if re.search(r"script|Script|svg/|7", one))
FIELD = re.compile(
    r" (TOC|PAGE|SEQ Tabel \\\* ARABIC|NUMPAGES|PAGEREF \w+|STYLEREF 1|NOTEREF p_\w+) "
)
NOTE = re.compile(r"<!--.*?-->", re.DOTALL)
CHOICES = {"all": (PAYLOADS, PROSE), "paper": (PAPER, PAPER)}


@functools.cache
def stof(choice, text=None):
    return stof_with(spots(*CHOICES[choice]), text)


@functools.cache
def made(rapport, fmt, choice="all", text=None):
    return render_report(rapport, fmt, stof(choice, text))


@functools.cache
def shown(rapport, choice):
    """Return the spots that this report shows, as an innocent text proves."""
    text = made(rapport, "md", choice, "gewoon").decode().casefold()
    return [spot for spot in spots(*CHOICES[choice]) if spot.mark in text]


def bare(text):
    """Return what is left when lines are broken and words hyphenated: the same on both sides."""
    return re.sub(r"[\s\u00ad‐-]+", "", text).casefold()


def expect_whole(rapport, text, choice="all"):
    text = bare(text)
    lost = [
        spot
        for spot in shown(rapport, choice)
        # a comment in a story is for the writers and stays out of the report
        if not any(bare(said + spot.mark) in text for said in (spot.text, NOTE.sub("", spot.text)))
    ]
    assert not lost, [(spot.field, spot.text) for spot in lost]
    assert "1337" not in text, "Jinja of a writer was carried out"


def test_every_field_is_shown_somewhere_or_known_not_to_be():
    seen = {spot.field for rapport in ALLE for spot in shown(rapport, "all")}
    asked = {spot.field for spot in spots(*CHOICES["all"])}
    assert asked - seen == UNSEEN


def as_shown(markdown):
    """Return the page that a reader makes of it which allows all HTML and all links."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True
    return Page.read(f"<main>{parser.use(footnote_plugin).render(markdown)}</main>")


def shape(page):
    """Return every element with the names of its attributes and what is around it."""
    return [(one.tag, tuple(one.attrs), one.inside) for one in page.elements]


@functools.cache
def paper(rapport, text=None):
    """Return the page from which the PDF is set."""
    return build_paper(build_document(rapport, stof("all", text)))


PAGES = {
    "md": lambda rapport, text: as_shown(made(rapport, "md", text=text).decode()),
    "html": lambda rapport, text: Page.read(made(rapport, "html", text=text).decode()),
    "paper": lambda rapport, text: Page.read(paper(rapport, text)),
}


@pytest.mark.parametrize("rapport", ALLE)
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_has_the_elements_of_innocent_texts(rapport, kind):
    page, plain = PAGES[kind](rapport, None), PAGES[kind](rapport, "gewoon")
    assert shape(page) == shape(plain)
    others = [one for one in page.elements if not is_own(one)]
    links = [one.attrs["href"] for one in others if "href" in one.attrs]
    assert [link for link in links if not link.startswith("#")] == []
    expect_whole(rapport, "".join(one.text for one in page.all("header", "main")))


@pytest.mark.browser
@pytest.mark.parametrize("rapport", ALLE)
def test_a_browser_carries_out_nothing(browser, tmp_path, rapport):
    """Also without the policy in the page that forbids all scripts but one."""
    html = made(rapport, "html").decode()
    path = tmp_path / "pagina.html"
    open_, count = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    assert count == 1
    path.write_text(
        open_.replace("<title>", "<script>kwaad = () => document.title = 'mis';</script><title>"),
        "utf-8",
    )
    page = open_page(browser, path)
    page.evaluate("for (const one of document.querySelectorAll('main *')) one.click?.()")
    assert page.title() != "mis"
    assert page.url == path.as_uri() or page.url.startswith(path.as_uri() + "#")
    scripts = page.evaluate("document.scripts.length")
    page.context.close()
    assert scripts == 2, "only ours, and the one that this test has put there"


@needs_pdftotext
@pytest.mark.parametrize("rapport", ALLE)
def test_pdf_has_nothing_but_pages(rapport, monkeypatch):
    # no text is cut in two by the end of a page
    monkeypatch.setattr(press, "_LAYOUTS", ("@page { size: 210mm 5000mm !important }",))
    data = made(rapport, "pdf", "paper")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        names = Counter(
            key for one in pdf.objects if isinstance(one, pikepdf.Dictionary) for key in walk(one)
        )
        assert not names.keys() & {"/JS", "/JavaScript", "/Launch", "/AA", "/URI", "/EmbeddedFiles"}
        assert not names.keys() & {
            "/OpenAction",
            "/RichMedia",
            "/SubmitForm",
            "/GoToR",
            "/AcroForm",
        }
    expect_whole(rapport, pdf_text(data), "paper")


def walk(node):
    """Yield every key and name below an object; what it refers to comes by itself."""
    for key, value in node.items():
        yield key
        waiting = [value]
        while waiting:
            one = waiting.pop()
            if isinstance(one, pikepdf.Name):
                yield str(one)
            elif isinstance(one, pikepdf.Array | pikepdf.Dictionary) and not one.is_indirect:
                inside = one.items() if isinstance(one, pikepdf.Dictionary) else enumerate(one)
                for name, below in inside:
                    yield str(name)
                    waiting.append(below)


@pytest.mark.parametrize("rapport", ALLE)
def test_word_has_the_elements_of_innocent_texts(rapport):
    shapes = []
    for text in (None, "gewoon"):
        with zipfile.ZipFile(io.BytesIO(made(rapport, "docx", text=text))) as packed:
            parts = {name: packed.read(name) for name in packed.namelist()}
        trees = {name: etree.fromstring(data) for name, data in parts.items() if is_xml(name)}
        outside = [
            one.get("Target")
            for tree in trees.values()
            for one in tree.iter("{*}Relationship")
            if one.get("TargetMode") == "External"
        ]
        assert outside == []
        codes = [one.text for tree in trees.values() for one in tree.iter("{*}instrText")]
        assert not [code for code in codes if not FIELD.match(code)]
        shapes.append({name: [one.tag for one in tree.iter()] for name, tree in trees.items()})
        if text is None:
            texts = [
                trees[name] for name in ("word/document.xml", "word/footnotes.xml") if name in trees
            ]
            expect_whole(
                rapport, "".join(one.text or "" for tree in texts for one in tree.iter("{*}t"))
            )
    assert shapes[0] == shapes[1]


def is_xml(name):
    return name.endswith((".xml", ".rels"))


@pytest.mark.parametrize("tekst", PAYLOADS)
def test_a_drawing_shows_it_as_text(tekst):
    """Names of phases stand in a drawing, where other rules hold."""
    matter = stof_of(
        plan({"AD": {"resultaten": {"R1": "Iets"}}}, fasen=[tekst, "Klaar"]),
        verslag(speerpunten={"AD": {"fase": tekst}}),
    )
    page = Page.read(render_report("factsheets", "html", matter).decode())
    words = [one.text for one in page.elements if "svg" in one.inside and one.tag == "title"]
    assert any(bare(tekst) in bare(word) for word in words)
    assert {one.tag for one in page.elements if "svg" in one.inside} <= {
        "title",
        "rect",
        "path",
        "text",
        "circle",
        "g",
    }
