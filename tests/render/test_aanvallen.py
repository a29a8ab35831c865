"""Attacks by a writer's own Markdown and by a chart: what comes of them is a harmless page."""

import re
import shlex
import tomllib

import pytest

from bkl.render import render_report
from bkl.render.formats import docx, pdf
from bkl.render.text.prose import fit_prose
from bkl.render.word.drawings import read_drawing
from tests.render.matter import HERE, plan, stof_of, verslag
from tests.render.pages import Page, body_of

STORIES = {
    "closed with fewer": "````\ncode\n```",
    "tildes": "~~~~\ncode\n~~~",
    "mark behind the fence": "```\ncode\n```\ufeff",
    "turned behind the fence": "```\ncode\n```\u202e",
    "never closed": "```\ncode",
    "closed with others": "```\ncode\n~~~",
    "in a list": "- ````\n  code\n  ```",
    "in a quote": "> ~~~~\n> code\n> ~~~",
    "a comment": "<!-- open",
    "a script": "<script>\nx",
    "a definition": "[a]:",
    "a note": "x[^1]\n\n[^1]: y\n\n    z",
}
VERDICTS = (
    "**✓ gehaald** – %",
    "**✓ gehaald** −−− tot ,, %",
    "✓ . gehaald",
    "✓ ... gehaald · ✗ . niet gehaald",
    f"✓ {'9' * 5000} gehaald",
    f"**✓ gehaald** {'9' * 5000} %",
)


def story(verhaal, fmt="html"):
    stof = stof_of(
        plan({"AD": {"titel": "Iets", "resultaten": {"R1": "Iets"}}}),
        verslag(speerpunten={"AD": {"verhaal": verhaal}}),
    )
    return render_report("jaarverslag", fmt, stof)


@pytest.mark.parametrize("verhaal", STORIES.values(), ids=STORIES)
def test_a_story_ends_where_its_text_ends(verhaal):
    def heads(text):
        return [one.text for one in Page.read(story(text).decode()).all("h2")]

    assert heads(verhaal) == heads("Gewoon.")
    assert len(heads("Gewoon.")) > 3


@pytest.mark.parametrize("fence", ["`", "~"])
@pytest.mark.parametrize("opened", range(3, 7))
@pytest.mark.parametrize("closed", range(7))
def test_what_stands_behind_any_fence_is_read_as_what_it_is(fence, opened, closed):
    fitted = fit_prose(f"{fence * opened}\ncode\n{fence * closed}", 2, "x")
    assert ">Hierna</a></h1>" in body_of(f"{fitted}\n\n# Hierna\n").html


@pytest.mark.parametrize("verhaal", VERDICTS, ids=lambda text: text[:24])
def test_words_like_a_verdict_stop_no_report(verhaal):
    assert story(verhaal)


LINKS = ("//evil/share", "/\\evil", "\\\\evil\\share", "\\/evil", "&#47;/evil", "/&#92;evil")


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("shape", ["[a]({})", "[a](<{}>)", "![a]({})", "[a]\n\n[a]: {}"])
def test_no_link_leads_to_another_computer_by_a_short_name(link, shape):
    page = Page.read(story(shape.format(link)).decode())
    outside = [one.attrs["href"] for one in page.all("a") if "href" in one.attrs]
    assert [one for one in outside if not one.startswith("#")] == []
    made = Page.read(body_of(str(fit_prose(shape.format(link), 2, "x"))).html)
    assert not made.all("a", "img")


@pytest.mark.parametrize("code", ["&#x202e;", "&#8238;", "&#x2066;", "&#xfeff;"])
@pytest.mark.parametrize("shape", ["een {} twee", "*{}een*", "[een{}](#ad)", '[een](#ad "x{}y")'])
def test_a_sign_that_turns_text_round_is_left_out_after_decoding_too(code, shape):
    html = story(shape.format(code)).decode()
    assert not re.search("[\u202a-\u202e\u2066-\u2069\ufeff]", html)
    assert "een" in html


def test_no_text_makes_a_sign_of_bkl():
    for text in ("\ue0f00\ue0f1", "&#xe0f0;0&#xe0f1;", "`&#xe0f0;0&#xe0f1;`"):
        html = story(f"voor {text} na").decode()
        assert "<svg" not in html.partition("Het verhaal")[2].partition("Herkomst")[0]
        assert "\ue0f0" not in html


SIZES = {
    "wide": 'width="20000" height="18" viewBox="0 0 160 18"',
    "high": 'width="160" height="20000" viewBox="0 0 160 18"',
    "view": 'width="160" height="18" viewBox="0 0 160 20000"',
    "no height": 'width="160" viewBox="0 0 1 200000"',
    "per cent": 'width="160%" height="9000%"',
    "centimetres": 'width="160cm" height="18cm"',
    "huge": 'width="1e9" height="18"',
    "below nought": 'width="160" height="-5"',
    "twice": 'width="160" height="18"><svg width="90000" height="90000"></svg',
    "none": 'viewBox="0 0 20000 20000"',
    "single quotes": "width='20000' height='18'",
    "wider than a page": 'width="801" height="18" viewBox="0 0 160 18"',
    "five thousand": 'width="5000" height="5000" viewBox="0 0 160 18"',
}


def drawing(size):
    return list(read_drawing(f'<svg class="grafiek" {size}><title>een balk</title></svg>'))


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_a_drawing_larger_than_a_page_is_told_in_words(size):
    shown = drawing(size)
    assert "een balk" in shown
    assert all(isinstance(one, str) for one in shown)


def test_a_drawing_of_a_size_for_a_page_is_drawn():
    (picture,) = drawing('width="320" height="18" viewBox="0 0 160 9"')
    assert picture.width == 320


def test_nobody_is_told_to_install_a_name_that_is_not_ours():
    """On the public index `bkl` belongs to whoever claims it; the parts have names of their own."""
    root = HERE.parent.parent
    for path in [*root.glob("bkl/**/*.py"), *root.glob("docs/*.md"), root / "README.md"]:
        told = path.read_text(encoding="utf-8")
        assert not re.search(r"""pip install ["']?bkl(?! @)""", told), path
    known = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = known["optional-dependencies"]
    assert shlex.split(docx.EXTRA) == extras["office"]
    assert shlex.split(pdf.EXTRA) == extras["pdf"]
