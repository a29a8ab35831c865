"""Texts of writers are text: nothing in them becomes markup, code, or a request."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from bkl.render import render_report
from bkl.render.text.escape import escape_markdown, one_line
from tests.render.matter import plan, stof_of, verslag
from tests.render.pages import Page

EVIL = {
    "script": "<script>alert(1)</script>",
    "image": "<img src=https://kwaad.example/x onerror=alert(1)>",
    "svg": "<svg/onload=alert(1)>",
    "comment": "<!-- open",
    "closing": "</main></style></title><h1>Kwaad",
    "anchor of ours": '<a id="ad"></a>x<br>y',
    "javascript link": "[klik](javascript:alert(1))",
    "link": "[klik](https://kwaad.example)",
    "picture": "![x](https://kwaad.example/x.png)",
    "autolink": "<https://kwaad.example>",
    "jinja": "{{ 7*7 }}{% for x in y %}{# weg #}",
    "pipes": "a | b | c",
    "escaped pipe": "a \\| b \\\\| c",
    "emphasis": "**vet** _schuin_ ~~weg~~ `code`",
    "backticks": "``` `` `",
    "heading": "# Kop",
    "setext": "===",
    "rule": "---",
    "list": "- een",
    "numbered": "1. een",
    "numbered too": "12) een",
    "quote": "> citaat",
    "footnote": "[^1] en [^weg]",
    "footnote definition": "[^1]: anders",
    "definition": "[a]: https://kwaad.example",
    "entities": "&lt;script&gt; &#106; &amp;",
    "table": "| a |\n|---|\n| b |",
    "lines": "een\n\ntwee\n\n# drie",
    "verdict": "**✓ gehaald** 100 %",
    "math": "$x$ en $$y$$",
    "control": "een\x00\x1b[31mtwee\x07",
    "turned round": "een\u202eeewt\u2066drie",
    "backslash at the end": "einde\\",
    "quotes": "\"dubbel\" 'enkel'",
}


def everything(tekst):
    """Return matter with the text in every field that holds text of a writer."""
    phrase = f"kwalitatief: {tekst}"
    return stof_of(
        plan(
            {
                "AD": {
                    "ambitie": tekst,
                    "resultaten": {
                        "R1": {"tekst": tekst, "definitie": tekst},
                        "R2": {"tekst": "x", "indicatoren": {"a": {"tekst": tekst, "doel": "3"}}},
                        "R3": {"tekst": tekst, "doel": phrase[:150]},
                        "R4": tekst,
                    },
                },
                "LOS": {"titel": tekst, "resultaten": {"R1": tekst}},
            },
            titel=tekst,
            organisatie=tekst,
            themas={"A": tekst},
            doelgroepen={"D": tekst},
        ),
        verslag(
            titel=tekst,
            bronnen={"b": {"titel": tekst, "uitgever": tekst, "toelichting": tekst}},
            realisaties={
                "AD-R1": {
                    "oordeel": "niet gehaald",
                    **dict.fromkeys(
                        ("onderbouwing", "toelichting", "gevolg", "vervolg", "gemeld"), tekst
                    ),
                    "bron": [f"b, {tekst}", tekst],
                },
                "AD-R2.a": {
                    "realisatie": "1",
                    "andere_definitie": tekst,
                    "tegenspraak": [{"realisatie": "2", "bron": tekst}],
                    "verwant": [{"realisatie": tekst, "bron": f"b, {tekst}", "waarom": tekst}],
                },
                "AD-R3": {"uitvoering": "uitgesteld naar 2022", "akkoord": tekst},
                "LOS-R1": {"oordeel": "gehaald", "onderbouwing": tekst, "toelichting": tekst},
            },
            hoofdstukken={"h": {"titel": tekst, "tekst": "Gewoon."}},
        ),
    )


def squeeze(text):
    return "".join(text.split())


@pytest.fixture(scope="module")
def plain():
    """What the same matter looks like with an innocent text."""
    return {
        rapport: [
            (one.tag, one.attrs.get("class"))
            for one in Page.read(
                render_report(rapport, "html", everything("gewoon")).decode()
            ).elements
        ]
        for rapport in ("jaarverslag", "werkplan")
    }


@pytest.mark.parametrize("rapport", ["jaarverslag", "werkplan"])
@pytest.mark.parametrize("tekst", EVIL.values(), ids=EVIL)
def test_evil_text_adds_no_element_and_loses_no_letter(tekst, rapport, plain):
    page = Page.read(render_report(rapport, "html", everything(tekst)).decode())
    shape = [(one.tag, one.attrs.get("class")) for one in page.elements]
    assert shape == plain[rapport]
    shown = squeeze(one_line(tekst))
    text = squeeze(page.body_text())
    least = {"jaarverslag": 15, "werkplan": 8}[rapport]
    assert text.count(shown) >= least, f"{text.count(shown)} keer"


@pytest.mark.parametrize("tekst", EVIL.values(), ids=EVIL)
def test_markdown_shows_the_text_in_any_reader(tekst):
    """The master read by a plain parser that does allow HTML, as GitHub's does."""
    markdown = render_report("jaarverslag", "md", everything(tekst)).decode()
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    html = parser.use(footnote_plugin).render(markdown)
    ours = re.sub(r'<a id="[a-z0-9_-]+"></a>|<br>', "", html)
    assert not re.search(r"<(script|img|svg|!--|style|a id)", ours)
    assert "kwaad.example" not in "".join(re.findall(r'(?:href|src)="([^"]*)"', ours))
    assert "{{" not in markdown
    assert "{%" not in markdown


def rendered(markdown):
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)


@settings(max_examples=400)
@given(st.text(st.characters(codec="utf-8") | st.sampled_from("*_`[]<>|\\#-+=1.){%&;!~$ \n")))
@example("&amp;")
@example("1. 2. 3.")
@example("- - -")
@example("\\")
def test_escaped_text_reads_back_as_itself(tekst):
    wanted = one_line(tekst)
    for before, after in (("", ""), ("x ", " y"), ("**", "**"), ("| a |\n|---|\n| ", " |")):
        if not wanted or (before == "**" and not wanted.isalnum()):
            continue
        page = Page.read(f"<main>{rendered(before + escape_markdown(tekst) + after)}</main>")
        assert {one.tag for one in page.elements} <= {
            *("main", "p", "strong"),
            *("table", "thead", "tbody", "tr", "th", "td"),
        }
        shown = " ".join(page.body_text().split())
        frame = {"x ": f"x {wanted} y", "| a |\n|---|\n| ": f"a {wanted}"}.get(before, wanted)
        assert shown == " ".join(frame.split())


def test_control_characters_go_and_white_space_is_one_space():
    assert one_line(" een\x0btwee\n\tdrie\u2028vier\x00\x1b[1m\u202e ") == "een twee drie vier[1m"


@pytest.mark.parametrize("tekst", ["4.000", "-5 lezingen", "3,4%", "45+", "12 tot 19", "€ 450"])
def test_figures_stay_readable_in_markdown(tekst):
    assert escape_markdown(tekst) == tekst
