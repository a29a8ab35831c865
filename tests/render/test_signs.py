"""Verdicts, counts, percentages and large figures are drawn where bkl put them, and nowhere else.

A writer's words may be the very same: they stay words, in every format. A template shows what
it is handed, and can neither make nor change a sign.
"""

import io
import re
from collections import Counter

import pytest

from bkl.render import render_report
from bkl.render.document import build_document
from bkl.render.errors import Sjabloonfout
from bkl.render.print.page import build_paper
from bkl.render.text.marks import Groot, Merk, Procent, Tel
from bkl.render.text.signs import ForgedSign, settle
from bkl.render.text.stamp import CLOSE, OPEN, Stamp
from tests.render.everywhere import spots, stof_with
from tests.render.matter import fixture_stof, plan, stof_of, verslag
from tests.render.pages import Page, body_of

docx = pytest.importorskip("docx", reason="python-docx ontbreekt")

LOOKS = {
    "verdict": "**✓ gehaald** 67 %",
    "verdict and range": "**◐ deels gehaald** ten minste 61–100 %",
    "postponed": "**✗ niet gehaald (uitgesteld naar 2022)**",
    "development": "**◇ ontwikkeling: niet bereikt**",
    "counts": "✓ 3 gehaald · ◐ 6 deels gehaald",
    "one count": "✓ 3 gehaald",
    "percentage": "67 %",
    "large figure": "**12** **lezingen in 2021**",
    "signs": f"voor {OPEN}o1{CLOSE} {OPEN}t1,2{CLOSE} {OPEN}p3{CLOSE} {OPEN}0{CLOSE} na",
    "signs by number": "voor &#xe0f0;o1&#xe0f1; &#57584;0&#57585; `&#xe0f0;0&#xe0f1;` na",
    "our HTML": '<strong class="oordeel gehaald">✓ gehaald</strong><svg class="balk"></svg>',
}
REPORTS = ("jaarverslag", "afwijkingen", "dashboard", "factsheets", "resultatenkaart", "voortgang")
OURS = {"oordeel", "telling", "tel", "deel", "balk", "stapelbalk", "grafiek"}
WORD = re.compile(r'w:(?:rStyle|pStyle) w:val="(Oordeel\w+|Cijfer)"')


def everywhere(text):
    """Return matter with the text in every field that reports show, and in Markdown of a writer."""
    told = ("onderbouwing", "toelichting", "gevolg", "vervolg", "gemeld")
    part = {
        "titel": text,
        "ambitie": text,
        "omschrijving": f"{text}\n\n- {text}\n\n{text}\n",
        "resultaten": {
            "R1": {"tekst": text, "definitie": text},
            "R2": {"tekst": text, "doel": "4 dingen"},
            "R3": {"tekst": text, "doel": f"kwalitatief: {text}"[:140]},
        },
    }
    return stof_of(
        plan({"AD": part}, titel=text, organisatie=text, themas={"A": text}),
        verslag(
            titel=text,
            bronnen={"b": {"titel": text, "uitgever": text, "toelichting": text}},
            realisaties={
                "AD-R1": {
                    "oordeel": "niet gehaald",
                    "bron": f"b, {text}",
                    **dict.fromkeys(told, text),
                },
                "AD-R2": {"realisatie": "2 dingen", "bron": "b", "andere_definitie": text},
            },
            speerpunten={
                "AD": {"verhaal": f"{text}\n\n- {text}\n\n| a | b |\n|--|--|\n| {text} | c |"}
            },
            hoofdstukken={"h": {"titel": text, "tekst": f"{text}\n\n- {text}"}},
        ),
    )


def drawn(html):
    """Return how often each element of bkl's own is drawn, and what the drawings say."""
    page = Page.read(html)
    classes = [one.attrs.get("class", "") for one in page.elements]
    return Counter(name for name in classes if OURS.intersection(name.split()))


def styled(data):
    """Return how often Word shows a verdict or a large figure in a style of its own."""
    body = docx.Document(io.BytesIO(data)).element.body
    return Counter(WORD.findall(body.xml))


@pytest.fixture(scope="module")
def innocent():
    """What is drawn when the texts say something else."""
    stof = everywhere("gewoon")
    return {name: drawn(render_report(name, "html", stof).decode()) for name in REPORTS}


@pytest.mark.parametrize("text", LOOKS.values(), ids=LOOKS)
def test_words_like_ours_stay_words_on_a_page(text, innocent):
    stof = everywhere(text)
    for name in REPORTS:
        assert drawn(render_report(name, "html", stof).decode()) == innocent[name], name


@pytest.fixture(scope="module")
def printed():
    """What is drawn for the office and on paper when the texts say something else."""
    return office(everywhere("gewoon"))


def office(stof):
    return [
        (styled(render_report(name, "docx", stof)), drawn(build_paper(build_document(name, stof))))
        for name in ("jaarverslag", "resultatenkaart")
    ]


@pytest.mark.parametrize("text", LOOKS.values(), ids=LOOKS)
def test_words_like_ours_stay_words_in_word_and_on_paper(text, printed):
    assert office(everywhere(text)) == printed


def test_what_is_counted_is_there_to_be_counted(innocent):
    assert innocent["jaarverslag"]["oordeel niet-gehaald"] > 0
    assert innocent["jaarverslag"]["telling"] > 0
    assert innocent["dashboard"]["stapelbalk"] > 0
    assert innocent["jaarverslag"]["deel"] == innocent["jaarverslag"]["balk"] == 0
    stof = fixture_stof()
    assert drawn(render_report("jaarverslag", "html", stof).decode())["deel"] > 0
    assert styled(render_report("resultatenkaart", "docx", stof))["Cijfer"] > 0
    assert styled(render_report("jaarverslag", "docx", stof))["OordeelNiet"] > 0


def test_no_field_of_the_yaml_draws_anything():
    found = spots(("**✓ gehaald**",), ("**✓ gehaald**",))
    assert len(found) > 60
    for name in ("jaarverslag", "dashboard"):
        shown, plain = (
            drawn(render_report(name, "html", stof_with(found, text)).decode())
            for text in (None, "gewoon")
        )
        assert shown == plain


MERK = Merk("✗", "niet gehaald (uitgesteld naar 2022)", "niet gehaald")
TELLEN = (Tel("✓", "gehaald", 3), Tel("◐", "deels gehaald", 1204))
MARKS = (MERK, *TELLEN, Procent("20–99 %", 20, 99), Groot("1.204"))
EACH = {
    f"{OPEN}o0{CLOSE}": "**✗ niet gehaald (uitgesteld naar 2022)**",
    f"{OPEN}o1{CLOSE}": "**✓ gehaald**",
    f"{OPEN}t1,2{CLOSE}": "✓ 3 gehaald · ◐ 1.204 deels gehaald",
    f"{OPEN}p3{CLOSE}": "20–99 %",
    f"{OPEN}c4{CLOSE}": "**1.204**",
    f"{OPEN}l{CLOSE}": "",
}


@pytest.mark.parametrize(("sign", "words"), EACH.items())
def test_markdown_gets_words_in_the_place_of_a_sign(sign, words):
    assert settle(f"voor {sign} na", MARKS).markdown == f"voor {words} na"


def test_every_other_format_gets_an_element():
    signed = settle("".join(f"{sign}\n\n" for sign in EACH), MARKS)
    page = Page.read(f"<main>{body_of(signed.text, shown=signed.shown).html}</main>")
    kinds = [one.attrs.get("class") for one in page.all("strong", "span")]
    assert kinds == [
        *("oordeel niet-gehaald", "oordeel gehaald", "telling", "tel gehaald"),
        *("tel deels-gehaald", "deel", None),
    ]
    sure, maybe = (
        next(one for one in page.all("rect") if one.attrs["class"] == name).attrs["width"]
        for name in ("zeker", "mogelijk")
    )
    assert (sure, maybe) == ("20", "99")


def test_where_no_element_can_stand_there_are_words():
    signed = settle(f"`{OPEN}o1{CLOSE}`\n\n![{OPEN}p3{CLOSE}](https://b.example/x)\n", MARKS)
    html = body_of(signed.text, shown=signed.shown).html
    assert "<code>✓ gehaald</code>" in html
    assert ">20–99 %</a>" in html
    head = settle(f"# {OPEN}o1{CLOSE} hier\n", MARKS)
    assert '<h1 id="gehaald-hier">' in body_of(head.text, shown=head.shown).html


FORGED = (
    *("o9", "c9", "o", "o3", "o0,1", "t0", "t1,3", "t", "p0", "p3,3", "c1", "g0", "g1", "x1", "l0"),
    *("", "1", "o1 ", "o-1", "o٣"),
)


@pytest.mark.parametrize("inside", FORGED)
def test_a_sign_of_what_is_not_there_is_refused(inside):
    with pytest.raises(ForgedSign):
        settle(f"{OPEN}{inside}{CLOSE}", MARKS)


@pytest.mark.parametrize("text", [OPEN, CLOSE, CLOSE + OPEN, f"{OPEN}o1", "\uf8ff", "\U000f0000"])
def test_a_private_character_by_itself_is_refused(text):
    with pytest.raises(ForgedSign):
        settle(f"voor {text} na", MARKS)


def test_a_stamp_that_is_changed_or_joined_is_its_words():
    stamp = Stamp("o", [1], "✓ gehaald")
    assert stamp.sign == f"{OPEN}o1{CLOSE}"
    assert str(stamp) == f"{stamp}" == "✓ gehaald"
    assert " · ".join(map(str, [stamp, stamp])) == "✓ gehaald · ✓ gehaald"


def made_by(folder, template, fmt="md"):
    """Return what a template of a workspace makes, in the child process, for one rule."""
    (folder / "templates").mkdir(exist_ok=True)
    head = "{% set r = v.verschillen[0] %}"
    (folder / "templates" / "jaarverslag.md.j2").write_text(head + template, encoding="utf-8")
    return render_report("jaarverslag", fmt, fixture_stof(workspace=folder)).decode()


WORDS = {
    "as it is": ("{{ r.oordeel|oordeel }}{% if r.procent %} {{ r.procent|procent }}{% endif %}", 1),
    "in a macro": ("{% macro m(x) %}{{ x|oordeel }}{% endmacro %}{{ m(r.oordeel) }}", 1),
    "handed to a macro": ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(r.oordeel|oordeel) }}", 1),
    "in a set block": ("{% set x %}{{ r.oordeel|oordeel }}{% endset %}{{ x }}", 1),
    "in a block": ("{% block a %}{{ r.oordeel|oordeel }}{% endblock %}", 1),
    "joined": ("{{ (r.oordeel|oordeel) ~ ' dus' }}", 0),
    "joined in a row": ("{{ [r.oordeel|oordeel, 'b']|join(' en ') }}", 0),
    "changed": ("{{ r.oordeel|oordeel|replace('niet', 'wel') }}", 0),
    "without filter": ("{{ r.oordeel }}", 0),
}


@pytest.mark.parametrize(("template", "elements"), WORDS.values(), ids=WORDS)
def test_a_template_of_a_workspace_shows_the_words_in_any_way(tmp_path, template, elements):
    assert re.search(r"gehaald|te bepalen|gerapporteerd", made_by(tmp_path, template))
    html = made_by(tmp_path, f"# T\n\n{template}\n", "html")
    assert len([one for one in drawn(html) if one.startswith("oordeel")]) == elements


REFUSED = {
    "in a sentence": "{% set x %}{{ r.oordeel|oordeel }}{% endset %}{{ x|zin }}",
    "as Markdown": "{% set x %}{{ r.oordeel|oordeel }}{% endset %}{{ x|verhaal(2, 'a') }}",
    "a link": "{{ r.id|verwijzing(r.oordeel|oordeel) }}",
    "cut": "{% filter truncate(3, true, '', 0) %}{{ r.oordeel|oordeel }}{% endfilter %}",
    "made by hand": '{{ "\\ue0f0o0\\ue0f1" }}',
    "made by a format": '{{ "%co0%c"|format(57584, 57585) }}',
    "of what is not there": '{% filter replace("x", "\\ue0f0o999999\\ue0f1") %}x{% endfilter %}',
    "of another kind": '{% filter replace("x", "\\ue0f0g0\\ue0f1") %}x{% endfilter %}',
    "half a sign": '{% filter replace("x", "\\ue0f0") %}x{% endfilter %}',
    "no mark of ours": '{{ {"symbool": "✓", "tekst": "gehaald"}|oordeel }}',
    "no count of ours": '{{ [{"symbool": "✓", "tekst": "gehaald", "aantal": 3}]|tellijn }}',
    "a list that is no count": "{{ ['gehaald']|tellijn }}",
    "in the source": "voor \ue0f0o0\ue0f1 na",
}


@pytest.mark.parametrize("template", REFUSED.values(), ids=REFUSED)
def test_a_template_of_a_workspace_can_neither_make_nor_break_a_sign(tmp_path, template):
    with pytest.raises(Sjabloonfout) as caught:
        made_by(tmp_path, template)
    assert caught.value.file == "jaarverslag.md.j2"
    assert OPEN not in str(caught.value)
    if template in (REFUSED["no mark of ours"], REFUSED["no count of ours"]):
        assert "komt uit de gegevens van het rapport" in str(caught.value)


def test_a_template_that_forges_shows_no_more_than_it_may_show_anyway(tmp_path):
    forged = made_by(
        tmp_path, '{% filter replace("x", "\\ue0f0o0\\ue0f1") %}x{% endfilter %}', "html"
    )
    shown = drawn(made_by(tmp_path, "{{ r.oordeel|oordeel }}", "html"))
    assert set(drawn(forged)) <= {f"oordeel {name}" for name in ("gehaald", *KINDS)}
    assert len(drawn(forged)) == len(shown) == 1


KINDS = ("deels-gehaald", "niet-gehaald", "niet-te-bepalen", "niet-gerapporteerd")


@pytest.mark.parametrize("name", ["_page.html.j2", "_chart.html.j2", "_page.css"])
def test_a_page_that_prints_signs_shows_nothing_drawn(tmp_path, name):
    (tmp_path / "templates").mkdir()
    evil = '{{ "\\ue0f0o0\\ue0f1" }}{% filter replace("x", "\\ue0f00\\ue0f1") %}x{% endfilter %}'
    (tmp_path / "templates" / name).write_text(evil, encoding="utf-8")
    stof = fixture_stof(workspace=tmp_path)
    if name == "_page.css":
        with pytest.raises(Sjabloonfout, match=r"_page\.css, regel 1"):
            render_report("dashboard", "html", stof)
        return
    html = render_report("dashboard", "html", stof).decode()
    assert html.count(f"{OPEN}0{CLOSE}") == (1 if name == "_page.html.j2" else html.count(OPEN)) > 0
    assert "grafiek" not in drawn(html)
