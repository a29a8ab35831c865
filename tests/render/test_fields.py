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
from pydantic import ValidationError

from bkl import api
from bkl.domein.dossier.dossier import build_dossier
from bkl.domein.dossier.verdicts import Telling
from bkl.domein.model.akkoorden import Akkoord, Akkoorden
from bkl.domein.model.definities import Definitie, Definities
from bkl.domein.model.eisen import Eisen, GevraagdeIndicator
from bkl.domein.model.fields import Model
from bkl.domein.model.instellingen import Huisstijl, Instellingen, Kleuren, Ondertekenregels
from bkl.gap.rows import build_rows, compare
from bkl.printers.check import text as text_printer
from bkl.printers.screen import Screen
from bkl.render import render_report
from bkl.render.matter import Stof
from tests.render.fields import FILES, document, models, places
from tests.render.matter import REPORTS
from tests.render.pages import Page, is_own

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
PROSE = ("verhaal", "omschrijving", "hoofdstukken")
# read as quantities or names of something: other texts are refused, with a finding
PHRASES = {
    *("doel", "mijlpalen", "jaardoelen", "nulmeting", "realisatie", "teller", "noemer"),
    "metingen",
    *("begroot", "bijgesteld", "besteed", "per_jaar", "dekking", "cijfer", "uitsplitsing"),
    *("doelen", "prognose"),
    *("was", "wordt", "indicator", "werkplan_hash"),
}
# what makes a text into a phrase that can be read after all
BEFORE = ("", "3 ", "kwalitatief: ")


def fields():
    """Yield the places: each field once, and in a long run wherever it can stand."""
    seen = set()
    for name, route, kind in places():
        named = [step for step in route if isinstance(step, str)]
        short = (name, named[-1], kind == "key", "hoofdstukken" in route)
        if os.environ.get("BKL_LANG") or short not in seen:
            seen.add(short)
            yield name, route, kind


PLACES = [
    pytest.param(
        *place, id=f"{place[0]}:{'.'.join(map(str, place[1]))}:{place[2] == 'key' and 'key'}"
    )
    for place in fields()
]


def reports(files):
    """Yield (format, text) of every report that these data give; none when they are refused."""
    try:
        models = {kind: FILES[kind].model_validate(content) for kind, content in files.items()}
        dossier = build_dossier(
            models["werkplan"], models["jaarverslag"], models.get("bijstellingen")
        )
        vergelijkingen = compare(dossier)
        rijen = build_rows(dossier, vergelijkingen)
    except ValidationError:
        return
    lezers = (dossier.lezer_werkplan, dossier.lezer_jaarverslag, dossier.lezer_bijstellingen)
    if any(lezer.fouten for lezer in lezers):
        return
    stof = Stof(dossier, rijen, vergelijkingen, Telling.of(rijen), "0" * 64)
    for rapport in REPORTS:
        for fmt in ("md", "html"):
            yield fmt, render_report(rapport, fmt, stof).decode()


def expect_harmless_signs(text):
    for char in set(text) - {"\n"}:
        assert unicodedata.category(char) != "Cc", f"control character {ord(char):#x}"
        assert char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


CHECKED = {"sha256", "url", "cel"}
"""Texts of which the form is checked."""


def expect_text_only(fmt, text, *, prose=False):
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
        others = [one for one in page.elements if not is_own(one)]
        active = ("script", "img", "iframe", "object", "form", "base", "link")
        assert not [one for one in others if one.tag in active]
        attrs = [pair for one in others for pair in one.attrs.items()]
        assert not [name for name, _ in attrs if name.startswith("on")]
        links = [value for name, value in attrs if name in ("href", "src")]
    # an address in a story of the writer is a link, as everywhere
    harmless = r"#|https?://" if prose else r"#|https?://(?!kwaad)"
    assert not [link for link in links if not re.match(harmless, link)]


@pytest.mark.parametrize(("name", "route", "kind"), PLACES)
def test_a_text_comes_out_as_text(name, route, kind):
    for before in BEFORE if PHRASES & set(route) else ("",):
        files = document(name, route, before + MARKUP + SIGNS, as_key=kind == "key")
        for fmt, report in reports(files):
            expect_text_only(fmt, report, prose=bool(set(route) & set(PROSE)))
            if fmt == "md" and not set(route) & set(PROSE):
                assert not re.search(r"\{\{|\{%", report), "site builders would act on this"


@pytest.mark.parametrize(("name", "route", "kind"), PLACES)
def test_a_text_does_nothing_on_a_terminal(tmp_path, name, route, kind):
    """Findings quote the line itself, whatever stands in it."""
    (tmp_path / "data").mkdir()
    for kind_, content in document(name, route, SIGNS, as_key=kind == "key").items():
        # JSON is YAML in which every sign can be written
        path = tmp_path / "data" / f"{kind_}-2021.yaml"
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    shown = text_printer.show(api.check(tmp_path), Screen(width=100, colour=False))
    expect_harmless_signs(shown)


def test_every_model_is_covered():
    """A model that no file leads to would be left out of the test above without a word."""

    def below(model):
        for one in model.__subclasses__():
            yield one
            yield from below(one)

    ours = {model for model in below(Model) if model.__module__.startswith("bkl.")}
    # settings: their texts are tried in test_huisstijl; akkoorden stand in no report
    apart = {Instellingen, Huisstijl, Kleuren, Ondertekenregels, Akkoord, Akkoorden}
    # what somebody asks of a report is told by findings alone
    apart |= {Eisen, GevraagdeIndicator, Definities, Definitie}
    assert ours - models() <= apart


def test_free_texts_are_read():
    """Otherwise the table above would prove nothing: only what is no free text is refused."""
    for name, route, kind in fields():
        if kind is str and not (PHRASES | CHECKED) & set(route):
            files = document(name, route, "Zomaarwoord")
            assert list(reports(files)), f"{name}: {route} has no sample that can be read"
