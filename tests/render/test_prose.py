"""Markdown of writers: kept, but never more than a guest in the report."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from bkl.render import render_report
from bkl.render.text import prose
from bkl.render.text.escape import escape_markdown
from bkl.render.text.parser import BRACKETS
from bkl.render.text.prose import fit_prose
from tests.render.matter import plan, stof_of, verslag
from tests.render.pages import Page, body_of, is_own

CASES = {
    "headings move below the chapter": ("# A\n\ntekst\n\n## B", "### A\n\ntekst\n\n#### B"),
    "the highest one comes first": ("### A\n\n#### B", "### A\n\n#### B"),
    "no level is skipped": ("# A\n\n#### B", "### A\n\n#### B"),
    "six is the deepest": (
        "# A\n## B\n### C\n#### D\n##### E",
        "### A\n#### B\n##### C\n###### D\n###### E",
    ),
    "underlined headings": ("Kop\nverder\n===\n\ntekst", "### Kop verder\n\n\n\ntekst"),
    "headings in a quote": ("> # A\n> tekst", "> ### A\n> tekst"),
    "no heading in code": ("```\n# A <b>\n```", "```\n# A <b>\n```"),
    "open code is closed": ("```\n# A", "```\n# A\n```"),
    "open code with tildes": ("~~~~ x\n```", "~~~~ x\n```\n~~~~"),
    "html is text": ("a <b>c</b> <!-- d", "a \\<b>c\\</b> \\<!-- d"),
    "less than": ("3 < 4 en 4 <5", "3 < 4 en 4 <5"),
    "html in code spans stays": ("`<b>` <b>", "`<b>` \\<b>"),
    "addresses stay": ("<https://x.example> [a](https://x.example)",) * 2,
    "relative links stay": ("[a](bijlage/x.pdf) [b](#ad)",) * 2,
    "script links": ("[a](javascript:alert(1))", "[a\\](javascript:alert(1))"),
    "script links in disguise": ("[a](&#106;avascript:x)", "[a\\](&#106;avascript:x)"),
    "script definitions": ("[a]: javascript:x", "\\[a]: javascript:x"),
    "footnotes keep to themselves": ("a[^1]\n\n[^1]: b", "a[^ad-1]\n\n[^ad-1]: b"),
    "odd line ends": ("een\u2028twee\r\n\r\n# A\r\x0c", "een\u2028twee\n\n### A\n\x0c"),
    "a sign that has its backslash": ("\\<b> en \\\\<b>", "\\<b> en \\\\\\<b>"),
    "a bracket that has its backslash": ("[k\\](javascript:x)", "[k\\](javascript:x)"),
    "all is plain when a definition hides": (
        "[a] *b*\n\n> [a]: javascript:x",
        "\\[a\\] \\*b\\*\n\n\\> \\[a\\]: javascript:x",
    ),
    "plain text stays": ("een *twee* **drie**\n\n- a\n- b\n\n| a | b |\n|---|---|\n| 1 | 2 |",) * 2,
}


@pytest.mark.parametrize(("given_text", "wanted"), CASES.values(), ids=CASES)
def test_fit_prose(given_text, wanted):
    assert fit_prose(given_text, 2, "ad") == wanted


def page_with(tekst):
    """A page in which the text stands twice, each time with a chapter after it."""
    parts = [
        '# Verslag\n\n## Een\n\n### <a id="ad"></a>AD\n',
        fit_prose(tekst, 3, "ad"),
        '### <a id="ae"></a>AE\n\nSlot *van* AE.[^1]\n\n## Twee\n',
        fit_prose(tekst, 2, "twee"),
        "## Drie\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: Noot.\n",
    ]
    return Page.read(body_of("\n\n".join(parts)).html)


def outline(page):
    return [(one.tag, one.attrs["id"]) for one in page.all("h1", "h2", "h3")]


INNOCENT = [("h1", "verslag"), ("h2", "een"), ("h3", "ad"), ("h3", "ae"), ("h2", "twee")]
INNOCENT.append(("h2", "drie"))
MARKS = "#*_`[]<>|\\-+=1.:~^!( )\n\t abc/&"


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from(MARKS), min_size=1, max_size=60).filter(str.strip))
@example("```")
@example("<!--")
@example("[^1]: open\n\n    ```")
@example("- a\n\n      code\n\n      ```")
@example("<details><script>")
@example("| a | b\n|---|---")
@example("[AD](#ad\n\n## x")
@example("# Eigen kop")
@example("Eigen kop\n===")
def test_no_text_swallows_or_outranks_what_follows(tekst):
    page = page_with(tekst)
    assert [one for one in outline(page) if one in INNOCENT] == INNOCENT
    assert [one for one in outline(page) if one[0] != "h3"] == [
        one for one in INNOCENT if one[0] != "h3"
    ]
    assert [one.text for one in page.all("em") if one.text == "van"] == ["van"]
    assert page.all("table")[-1].text.split() == ["a", "b", "1", "2"]
    assert not page.all("script", "details", "iframe")


WORDS = ["javascript:x", "data:text/html,x", "&#106;avascript:", "&colon;", "https://ok.example"]
WORDS += [
    "<svg onload=x>",
    "</p>",
    "<!--",
    "-->",
    "<?",
    "<![CDATA[",
    "[a]:",
    "[a]",
    "](",
    "```",
    "> ",
]
FINE = re.compile(r"(https?|mailto):|[^:]*$")


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*WORDS, *MARKS])).map("".join).filter(str.strip))
@example("\\<script>")
@example("a `\n\n<svg onload=x>` b")
@example("a\n- b `\n- <svg onload=x> ` c")
@example("[a]\n\n> [a]: javascript:x")
@example("[a]\n\n- [a]:\n  javascript:x")
@example("[a]: <   javascript:x>\n\n[a]")
@example("[k\\](javascript:x)")
@example("[k](\njavascript:x)")
def test_no_reader_finds_html_or_a_link_to_code(tekst):
    """Also one that lets everything through: what is checked here is the Markdown itself."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True
    html = parser.use(footnote_plugin).render(fit_prose(tekst, 2, "ad"))
    assert "<!" not in html
    assert "<?" not in html
    page = Page.read(html)
    assert not page.all("svg", "script")
    links = [one.attrs.get("href") or one.attrs.get("src") or "" for one in page.elements]
    assert not [link for link in links if not FINE.match(link)]


@pytest.mark.parametrize("tekst", ["# Groot\n\n<script>x</script>", "```\nopen"])
def test_in_a_report_it_is_the_same(tekst):
    stof = stof_of(
        plan({"AD": {"resultaten": {"R1": "x"}}, "AE": {"resultaten": {"R1": "y"}}}),
        verslag(
            speerpunten={"AD": {"verhaal": tekst}},
            hoofdstukken={"h": {"titel": "Na", "tekst": tekst}},
        ),
    )
    page = Page.read(render_report("jaarverslag", "html", stof).decode())
    ids = [one.attrs["id"] for one in page.all("h2", "h3", "span") if "id" in one.attrs]
    assert [one for one in ids if one in ("ad", "ae", "na", "herkomst", "colofon")] == [
        *("ad", "ae", "na", "herkomst", "colofon")
    ]
    assert len(page.all("h1")) == 1
    assert not [one for one in page.all("script") if not is_own(one)]


def test_behind_too_many_brackets_all_is_plain_text():
    """There no parser of ours sees a link any more, but one of a reader would."""
    hidden = "[klik]\n (javascript:alert) [^1]: x"
    for sign in ("[", "[^", "![", "[a\n"):
        text = sign * (BRACKETS + 1) + hidden
        assert fit_prose(text, 3, "v") == escape_markdown(text)


def test_many_brackets_that_are_links_stay_links():
    links = " ".join(f"[naam {number}](https://voorbeeld.nl/{number})" for number in range(400))
    assert fit_prose(links, 3, "v") == links


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Goed. <!-- intern: nog navragen -->", "Goed. "),
        ("Goed.\n<!--\nintern\n\nmeer\n-->\nBeter.", "Goed.\n\nBeter."),
        ("CO<sub>2</sub> en m<sup>2</sup>", "CO₂ en m²"),
        ("`<!-- dit -->` en `<sub>2</sub>`", "`<!-- dit -->` en `<sub>2</sub>`"),
        ("```\n<!-- dit -->\n```", "```\n<!-- dit -->\n```"),
    ],
)
def test_a_comment_is_dropped_and_small_figures_are_read(text, shown):
    assert str(fit_prose(text, 2, "s")).strip("\n") == shown


def test_a_comment_that_is_not_closed_hides_nothing():
    assert "Beter." in fit_prose("Goed. <!-- intern\n\nBeter.", 2, "s")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zie https://example.org/a?b=1.", "Zie <https://example.org/a?b=1>."),
        ("Zie <https://example.org>.", "Zie <https://example.org>."),
        ("[hier](https://example.org)", "[hier](https://example.org)"),
        ("[zie https://example.org](https://example.com)",) * 2,
        ("`https://example.org`", "`https://example.org`"),
    ],
)
def test_an_address_in_a_text_can_be_followed(text, shown):
    assert str(fit_prose(text, 2, "s")).strip("\n") == shown


BOXES = {
    "- [ ] zaal huren": "☐ zaal huren",
    "- [x] folder": "☑ folder",
    "1. [X] **folder** gemaakt": "☑ folder gemaakt",
    "- [ ]": "[ ]",
    "- [y] geen vak": "[y] geen vak",
    "[ ] geen lijst": "[ ] geen lijst",
    "- [ ](https://b.example) een link": "een link",
}


@pytest.mark.parametrize(("text", "shown"), BOXES.items())
def test_tasks_have_a_box_and_markdown_keeps_them(text, shown):
    html = body_of(f"{fit_prose(text, 2, 'x')}\n").html
    assert " ".join(re.sub("<[^>]*>", "", html).split()) == shown
    assert ('class="taak"' in html) == (shown[0] in "☐☑")
    assert str(fit_prose(text, 2, "x")) == text


def test_places_in_a_report_are_named_as_the_manual_says():
    """What rule BKL408 takes for a place is one, and what the manual promises is there."""
    stof = stof_of(
        plan({"BD": {"titel": "Iets", "resultaten": {"R4": {"tekst": "x", "doel": "3 dingen"}}}}),
        verslag(
            speerpunten={"BD": {"verhaal": "# Onze *lézingen*\n\nA.\n\n# Onze lezingen\n\nB."}},
            hoofdstukken={"h": {"titel": "Voorwoord", "tekst": "Eén dank\n---\n\nC."}},
        ),
    )
    page = Page.read(render_report("jaarverslag", "html", stof).decode())
    ids = {one.attrs["id"] for one in page.elements if "id" in one.attrs}
    assert ids >= {"bd", "bd-r4", "bd-onze-lezingen", "bd-onze-lezingen-2", "voorwoord", "een-dank"}
    assert ids >= {"in-het-kort", "herkomst", "uitleg", "colofon", "ondertekening"}


@given(st.text("aB1 .-+*_|=:#>~\\&!()<[]`/\n\t\x0c\u00a0", max_size=60))
@example("a\n---\nb")
@example("a | b\n:-- | --\nc")
@example("a\n\nb  \nc\n")
@settings(max_examples=150)
def test_paragraphs_alone_need_no_parsing(text):
    """What is known without a parser is what the parser would have said."""
    quick = fit_prose(text, 2, "ad")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prose, "_is_paragraphs", lambda lines: False)
        assert fit_prose(text, 2, "ad") == quick
