"""Whatever a writer types, wherever it is typed: it comes out as text, or not at all.

The places come from the models, so a new field is in here by itself.
"""

import json
import os
import re
import unicodedata

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from bkl import api
from bkl.api.matter import read_stof
from bkl.domein.basis import Model
from bkl.domein.instellingen import Instellingen
from bkl.printers.check import text as text_printer
from bkl.printers.screen import Screen
from bkl.render import Rapportfout, render_report
from tests.render.fields import document, models, places
from tests.render.matter import REPORTS
from tests.render.pages import Page

MARKUP = (
    "<script>alert(1)</script><svg/onload=alert(1)><img src=//kwaad.example/x onerror=alert(1)>"
    " [klik](javascript:alert(1)) [a]: vbscript:x {{ 7*191 }} {% for x in y %}{# weg #} \"'>"
    "<!-- </title></style></main>"
)
SIGNS = (
    "voor\x1b[31;1m\x1b]8;;http://kwaad.example\x07\x9b2J\x07\u202eomgekeerd\u2066\u2069\ufeffna"
)
ACTIVE = re.compile(r"<(script|svg|img|style|iframe|object|form|meta|link|base|h1)\b|<!--", re.I)
# the writer's own Markdown
PROSE = ("verhaal", "tekst")
# typed so strictly that no free text is read there: it must be refused, and never reach a report
STRICT = {"int", "date", "bool", "Fraction", "Literal"}


def fields():
    """Return the places: each field once, or wherever it can stand in a long run."""
    seen = set()
    for name, route, kind in places():
        short = (name, len(route) > 1 and route[-2], route[-1], route[0] == "hoofdstukken")
        if os.environ.get("BKL_LANG") or short not in seen:
            seen.add(short)
            yield name, route, kind


PLACES = [
    pytest.param(
        *place, id=f"{place[0]}:{'.'.join(map(str, place[1]))}:{place[2] == 'key' and 'key'}"
    )
    for place in fields()
]


def write(folder, name, route, text, *, as_key):
    data = folder / "data"
    data.mkdir(exist_ok=True)
    for kind, content in document(name, route, text, as_key=as_key).items():
        # JSON is YAML in which every sign can be written
        (data / f"{kind}-2021.yaml").write_text(json.dumps(content), encoding="utf-8")
    return folder


def reports(folder):
    """Yield (report, format, text) of every report that these data give."""
    try:
        stof = read_stof(folder)
    except api.Onbruikbaar:
        return
    for rapport in REPORTS:
        for fmt in ("md", "html"):
            try:
                yield rapport, fmt, render_report(rapport, fmt, stof).decode()
            except Rapportfout:
                pytest.fail(f"{rapport}.{fmt} kan niet worden gemaakt")


def expect_harmless_signs(text):
    for char in set(text) - {"\n"}:
        assert unicodedata.category(char) != "Cc", f"control character {ord(char):#x}"
        assert char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


def expect_text_only(fmt, text):
    expect_harmless_signs(text)
    assert "1337" not in text, "Jinja of a writer was carried out"
    if fmt == "md":
        # as GitHub reads it: HTML allowed
        parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
        text = parser.use(footnote_plugin).render(text)
        assert not ACTIVE.search(re.sub(r"<h1>[^<]*", "", text, count=1))
        links = re.findall(r'(?:href|src)="([^"]*)"', text)
    else:
        page = Page.read(text)
        outside = [one for one in page.elements if "svg" not in one.inside]
        once = ("h1", "title", "style", "main")
        assert sorted(one.tag for one in outside if one.tag in once) == sorted(once)
        assert not page.all("script", "img", "iframe", "object", "form", "base", "link")
        attrs = [pair for one in page.elements for pair in one.attrs.items()]
        assert not [name for name, _ in attrs if name.startswith("on")]
        links = [value for name, value in attrs if name in ("href", "src")]
    assert not [link for link in links if not re.match(r"#|https?://(?!kwaad)", link)]


@pytest.mark.parametrize(("name", "route", "kind"), PLACES)
@pytest.mark.parametrize("text", [MARKUP, SIGNS], ids=["markup", "signs"])
def test_a_text_comes_out_as_text(tmp_path, name, route, kind, text):
    folder = write(tmp_path, name, route, text, as_key=kind == "key")
    for _, fmt, report in reports(folder):
        expect_text_only(fmt, report)
        if fmt == "md" and route[-1] not in PROSE:
            assert not re.search(r"\{\{|\{%", report), "site builders would act on this"
    # on a terminal, where findings show the line itself
    shown = text_printer.show(api.check(folder), Screen(width=100, colour=False))
    expect_harmless_signs(shown)


def test_every_model_is_covered():
    """A model that no file leads to would be left out of the test above without a word."""

    def below(model):
        for one in model.__subclasses__():
            yield one
            yield from below(one)

    ours = {model for model in below(Model) if model.__module__.startswith("bkl.")}
    assert ours - models() == {Instellingen}


def test_free_texts_do_reach_the_reports(tmp_path):
    """Otherwise the table above would prove nothing: the text is really shown somewhere."""
    shown, refused = set(), set()
    for name, route, kind in fields():
        folder = write(tmp_path, name, route, "Zomaarwoord", as_key=kind == "key")
        made = list(reports(folder))
        field = ".".join(part for part in map(str, route) if part.islower())
        if not made:
            refused.add(f"{name}:{field}:{getattr(kind, '__name__', kind)}")
        elif any("Zomaarwoord" in text for _, _, text in made):
            shown.add(f"{name}:{field}")
    print(sorted(refused))
    print(sorted(shown))
    assert 0
