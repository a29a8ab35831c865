"""Figures in a text by their code: checked, and filled in when a report is made."""

import pytest

from bkl import api
from bkl.domein.dossier.verwijzing import find_verwijzingen
from tests.build import PLAN, write

REPORT = """\
jaarverslag: 2021
peildatum: 31-12-2021
bronnen: {telling: {titel: Telling}}
realisaties: {S-R1: {realisatie: %s, bron: telling}}
speerpunten:
  S:
    verhaal: |-
      %s
hoofdstukken:
  slot: {titel: Slot, tekst: 'Tot slot {{ S-R1 }}.'}
"""


def rendered(folder, story, figure="1 lezing"):
    write(folder, REPORT % (figure, story))
    (path,) = api.render("jaarverslag", folder, formats=["md"])
    return path.read_text(encoding="utf-8")


def test_a_figure_and_its_doel_are_filled_in_stories_and_chapters(tmp_path):
    text = rendered(tmp_path, "We hielden {{ S-R1 }}, en {{S-R1.doel}} was het plan.")
    assert "We hielden 1 lezing, en 6 lezingen was het plan." in text
    assert "Tot slot 1 lezing." in text


def test_it_follows_the_data(tmp_path):
    assert "We hielden meer dan 4 lezingen." in rendered(
        tmp_path, "We hielden {{ S-R1 }}.", "meer dan 4 lezingen"
    )


@pytest.mark.parametrize(
    "figure", ["1 *lezing*", "1 <b>lezing</b>", "1 {{ S-R1 }}", "1 [x](http://y)", "1 {% raw %}"]
)
def test_a_figure_brings_no_markup_and_nothing_is_evaluated(tmp_path, figure):
    """Such figures are refused by reading; a name that holds them comes out as plain text."""
    plan = PLAN.replace("6 lezingen", f"'{figure}'")
    write(tmp_path, REPORT % ("1 lezing", "Plan: {{ S-R1.doel }}."), plan)
    try:
        (path,) = api.render("jaarverslag", tmp_path, formats=["html"])
    except api.Onbruikbaar:
        return
    html = path.read_text(encoding="utf-8")
    assert "<em>lezing</em>" not in html
    assert "<b>lezing</b>" not in html
    assert 'href="http://y"' not in html


@pytest.mark.parametrize(
    "story", ["{{ S-R9 }}", "{{ }}", "{{ 1 + 1 }}", "{{ S-R1", "{{ v.titel }}", "{% if 1 %}"]
)
def test_anything_else_stays_as_it_was_written(tmp_path, story):
    text = rendered(tmp_path, f"We hielden {story} dus.")
    assert story in text.replace("\\", "")
    assert "We hielden 2 dus" not in text


def test_a_figure_that_is_not_there_says_so(tmp_path):
    write(tmp_path, REPORT.replace("S-R1: {realisatie: %s, bron: telling}", "") % "Nu {{ S-R1 }}.")
    (path,) = api.render("jaarverslag", tmp_path, formats=["md"])
    assert "Nu niet gerapporteerd." in path.read_text(encoding="utf-8")
    assert "BKL405" in [f.kind.code for f in api.check(tmp_path).findings]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("geen", []),
        ("{{ A-R1 }}", ["A-R1"]),
        ("{{A-R1}}{{ B-R1.x }}", ["A-R1", "B-R1.x"]),
        ("{{ A-R1", [None]),
        ("{{ A\n-R1 }}", [None]),
        ("{{}}", [""]),
        ("{ A-R1 }", []),
        ("}} {{ A-R1 }}", ["A-R1"]),
    ],
)
def test_references_are_found(text, codes):
    found = list(find_verwijzingen(text))
    assert [one.code for one in found] == codes
    assert all(text[one.start : one.end].startswith("{{") for one in found)
