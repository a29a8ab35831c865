"""The page: sound HTML, one file, every link lands somewhere."""

import base64
import hashlib
import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest

from bkl.domein.notatie.values.interval import Interval
from bkl.render import render_report
from bkl.render.formats.html import PAGE_IDS
from bkl.render.text.marks import Merk, Procent, Tel
from bkl.render.text.signs import settle
from bkl.render.text.stamp import CLOSE, OPEN
from tests.render.matter import HERE, REPORTS, fixture_stof, plan, stof_of
from tests.render.pages import Page, body_of

SCRIPT = HERE.parent.parent / "bkl/render/formats/page.js"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@pytest.fixture(scope="module", params=REPORTS)
def html(request):
    return render_report(request.param, "html", fixture_stof()).decode()


@pytest.fixture(scope="module")
def page(html):
    return Page.read(html)


@pytest.fixture(scope="module")
def jaarverslag():
    return Page.read(render_report("jaarverslag", "html", fixture_stof()).decode())


def test_every_id_is_used_once(page):
    ids = [one.attrs["id"] for one in page.elements if "id" in one.attrs]
    assert len(ids) == len(set(ids))
    assert set(PAGE_IDS) <= set(ids)


def test_every_link_lands(page):
    ids = {one.attrs.get("id") for one in page.elements}
    links = [one.attrs["href"] for one in page.all("a")]
    assert len(links) > 20
    for link in links:
        assert link.startswith("#")
        assert link[1:] in ids, link


def test_every_indicator_has_a_place(page):
    ids = {one.attrs.get("id") for one in page.elements}
    for rij in fixture_stof().rijen:
        assert rij.id.lower().replace(".", "-") in ids
        assert rij.speerpunt.lower() in ids
        assert f"{rij.speerpunt}-{rij.onderdeel}".lower() in ids


def test_headings_start_at_one_and_skip_nothing(page):
    levels = [int(one.tag[1]) for one in page.all(*HEADINGS)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_nothing_is_loaded_and_only_our_script_runs(page, html):
    assert not page.all("iframe", "object", "embed", "form", "base")
    (script,) = page.all("script")
    assert (script.attrs, script.text) == ({}, SCRIPT.read_text(encoding="utf-8"))
    (link,) = page.all("link")
    assert link.attrs["rel"] == "icon"
    assert link.attrs["href"].startswith("data:image/svg+xml;base64,")
    for one in page.elements:
        assert not {"style", "src", "srcset"} & set(one.attrs) or one.tag == "img"
        assert not [name for name in one.attrs if name.startswith("on")]
    assert "http:" not in html
    assert "https:" not in html
    assert "@import" not in html
    assert "url(" not in html


def test_policy_allows_just_what_is_inside(page):
    (policy,) = [one for one in page.all("meta") if "http-equiv" in one.attrs]
    rules = policy.attrs["content"]
    assert rules.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (one,) = page.all(tag)
        digest = base64.b64encode(hashlib.sha256(one.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}';" in rules
    assert rules.count("sha256-") == 2


def test_language_title_and_landmarks(page):
    assert page.all("html")[0].attrs["lang"] == "nl"
    assert "Proefstichting" in page.all("title")[0].text
    for tag in ("header", "nav", "main", "footer"):
        assert len(page.all(tag)) == 1
    first = page.all("a")[0]
    assert first.attrs["href"] == f"#{page.all('main')[0].attrs['id']}"


def test_contents_list_every_chapter_in_order(page):
    listed = [one.text for one in page.all("a") if "details" in one.inside]
    chapters = [one.text for one in page.all("h2")]
    assert [text for text in listed if text in chapters] == chapters
    assert "AD: Buurtbewoners" in listed
    wide = [
        one.text for one in page.all("a") if "nav" in one.inside and "details" not in one.inside
    ]
    assert wide == listed


def test_tables_have_heads_and_labels(page):
    tables = page.all("table")
    assert tables
    for head in page.all("th"):
        assert head.attrs["scope"] == ("col" if "thead" in head.inside else "row")
        assert head.text.strip()
    for cell in page.all("td"):
        assert cell.attrs["data-label"]
        assert cell.attrs["role"] == "cell"
    assert all(one.inside[-1] == "table" for one in page.all("caption"))
    assert page.all("caption")


def test_footnotes_go_there_and_back(jaarverslag):
    notes = [one for one in jaarverslag.elements if one.attrs.get("id", "").startswith("noot-")]
    items = [one for one in notes if one.tag == "li"]
    backs = [one for one in jaarverslag.all("a") if one.attrs.get("class") == "terug"]
    places = [one for one in notes if one.tag == "a"]
    assert len(items) == 13
    assert len(backs) == len(places) > len(items)
    assert backs[0].attrs["aria-label"] == "Terug naar de tekst bij noot 1"
    assert places[0].attrs["aria-label"] == "Noot 1"
    assert "[^" not in jaarverslag.body_text()


def test_footnotes_stand_in_the_chapter_on_herkomst(jaarverslag):
    order = [
        one.attrs["id"]
        for one in jaarverslag.elements
        if one.tag == "h2" or one.attrs.get("id") == "noot-1"
    ]
    assert order[order.index("noot-1") - 1] == "herkomst"
    assert order[order.index("noot-1") + 1] == "uitleg"


def test_verdicts_have_symbol_word_and_class(jaarverslag):
    marks = {
        (one.attrs["class"], one.text) for one in jaarverslag.all("strong") if "class" in one.attrs
    }
    assert ("oordeel deels-gehaald", "◐ deels gehaald") in marks
    assert ("oordeel niet-gehaald", "✗ niet gehaald (uitgesteld naar 2022)") in marks
    assert ("oordeel niet-te-bepalen", "? niet te bepalen") in marks


def shown(*signs, marks):
    """Return a page with what these signs stand for, each in a paragraph."""
    signed = settle("\n\n".join(f"{OPEN}{one}{CLOSE} (ook dit)" for one in signs), marks)
    return Page.read(body_of(signed.text, shown=signed.shown).html)


THIRD = Fraction(50, 3)
BARS = [
    (Interval(THIRD, THIRD), "17 %", "16.67", "16.67"),
    (Interval(Fraction(20), Fraction(99)), "20–99 %", "20", "99"),
    (Interval(Fraction(-22), Fraction(-22)), "−22 %", "0", "0"),
    (Interval(Fraction(122), Fraction(122)), "122 %", "100", "100"),
    (Interval(Fraction(45, 4), None), "ten minste 11 %", "11.25", "100"),
    (Interval(Fraction(1200), None, low_open=True), "meer dan 1.200 %", "100", "100"),
    (Interval(None, Fraction(40)), "ten hoogste 40 %", "0", "40"),
    (Interval(None, Fraction(40), high_open=True), "minder dan 40 %", "0", "40"),
    (Interval(Fraction(-20), Fraction(30)), "−20 tot 30 %", "0", "30"),
    (Interval(Fraction("99.6"), Fraction("99.6")), "99,6 %", "99.6", "99.6"),
]


@pytest.mark.parametrize(("procent", "tekst", "sure", "maybe"), BARS)
def test_bar_shows_what_is_certain_and_what_is_possible(procent, tekst, sure, maybe):
    found = next(iter(fixture_stof().vergelijkingen.values()))
    page = shown("p0", marks=[Procent.of(replace(found, procent=procent))])
    assert next(one.text for one in page.all("title")) == f"{tekst} van het doel"
    widths = {one.attrs["class"]: one.attrs["width"] for one in page.all("rect")}
    assert widths == {"baan": "100", "mogelijk": maybe, "zeker": sure}
    assert page.all("p")[0].text.startswith(tekst)
    assert page.all("p")[0].text.endswith(" (ook dit)")


def test_verdicts_in_a_bar_are_told_apart_without_colour():
    told = (("✓", "gehaald", 50), ("✗", "niet gehaald", 25), ("?", "niet te bepalen", 25))
    page = shown("t0,1,2", marks=[Tel(*one) for one in told])
    parts = [one.attrs for one in page.all("rect")]
    whole = {one["class"]: one for one in parts if one["class"] != "streep"}
    # between the parts is room, and what they stand for is where they begin
    assert [one["x"] for one in whole.values()] == ["0", "50", "75"]
    assert [float(one["width"]) for one in whole.values()] == [49.4, 24.4, 24.4]
    stripes = [one for one in parts if one["class"] == "streep"]
    upright = [float(one["x"]) for one in stripes if "y" not in one]
    assert len(upright) > 10
    assert all(50 <= x < 75 for x in upright)
    assert [(one["x"], one["width"]) for one in stripes if "y" in one] == [("75", "24.4")]


def test_counts_are_drawn_and_still_read():
    told = (("✓", "gehaald", 1003), ("◐", "deels gehaald", 6), ("…", "niet gerapporteerd", 1))
    page = shown("t0,1,2", marks=[Tel(*one) for one in told])
    assert page.all("title")[0].text == "1.003 gehaald, 6 deels gehaald, 1 niet gerapporteerd"
    drawn = [one.attrs for one in page.all("rect")]
    assert [one["x"] for one in drawn if one["class"] != "streep"] == ["0", "1003", "1009"]
    assert page.all("svg")[0].attrs["viewbox"] == "0 0 1010 8"
    assert [one.text for one in page.all("span") if one.attrs["class"].startswith("tel ")] == [
        "✓ 1.003 gehaald",
        "◐ 6 deels gehaald",
        "… 1 niet gerapporteerd",
    ]


def test_levels_that_writers_skip_are_closed_up():
    body = body_of("# A\n\n#### B\n\n## C\n")
    assert re.findall(r"<(h\d)", body.html) == ["h1", "h2", "h2"]


def test_headings_with_the_same_words_get_their_own_address():
    page = Page.read(body_of('# T\n\n## X\n\n## X\n\n## <a id="x"></a>X\n\n## Ŝchaal 2%\n').html)
    assert [one.attrs["id"] for one in page.all("h2")] == ["x-2", "x-3", "x", "schaal-2"]


def test_subheads_are_named_after_the_chapter_they_stand_in():
    part = '### <a id="{0}"></a>{0}\n\n#### Uitleg\n\n'
    text = "# T\n\n## T\n\n" + part.format("ad") + part.format("ae")
    ids = [one.attrs["id"] for one in Page.read(body_of(text).html).all("h4")]
    assert ids == ["ad-uitleg", "ae-uitleg"]


def test_a_place_that_is_taken_is_not_taken_twice():
    html = body_of(
        '# T\n\n<a id="pagina-top"></a>x <a id="a"></a><a id="a"></a>\n', ["pagina-top"]
    ).html
    assert re.findall(r'id="([^"]+)"', html) == ["t", "a"]


def test_pictures_are_shown_only_when_they_are_in_the_text():
    html = body_of("![mooi](https://x.example/a.png) ![stip](data:image/png;base64,AA==)\n").html
    assert '<a href="https://x.example/a.png">mooi</a>' in html
    assert '<img src="data:image/png;base64,AA==" alt="stip">' in html


def test_keys_that_look_like_ids_of_the_page_do_no_harm():
    keys = ["herkomst", "uitleg", "colofon", "PAGINA", "noot", "fn1"]
    stof = stof_of(plan({key: {"resultaten": {"R1": "x", "top": "y"}} for key in keys}))
    page = Page.read(render_report("werkplan", "html", stof).decode())
    ids = [one.attrs["id"] for one in page.elements if "id" in one.attrs]
    assert len(ids) == len(set(ids))


def test_html_in_markdown_is_text():
    page = Page.read(body_of("<script>x</script>\n\nEen <b>c</b> en <!-- d -->.\n").html)
    assert {one.tag for one in page.elements} == {"p"}


def test_a_development_is_marked_without_a_judgement():
    page = shown("o0", marks=[Merk("◇", "ontwikkeling: niet bereikt", "ontwikkeling")])
    (mark,) = page.all("strong")
    assert (mark.attrs["class"], mark.text) == (
        "oordeel ontwikkeling",
        "◇ ontwikkeling: niet bereikt",
    )


def test_amounts_stay_on_one_line_and_their_table_becomes_cards():
    text = (
        "Het kostte € 1.204,37, niet 3 €.\n\n"
        "| Deel | Begroot | Besteed |\n|---|--:|--:|\n| P1 | € 40 | −€ 3 |\n\n"
        "| Deel | Meer | Minder |\n|---|--:|--:|\n| P1 | 40 | 3 |\n"
    )
    page = body_of(text).html
    assert "kostte €\u00a01.204,37, niet 3 €." in page
    assert 'class="kolommen-3 getallen cijfers geld kaarten-laat"' in page
    assert 'class="kolommen-3 getallen cijfers"' in page
