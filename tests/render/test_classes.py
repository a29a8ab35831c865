"""What the style sheet of the pages must know of blocks: as classes, since `:has()` is slow."""

import re

import pytest

from bkl.render.document import build_document
from bkl.render.jinja.folders import shipped_folder
from bkl.render.print.classes import add_classes
from bkl.render.print.page import build_paper
from bkl.render.text.body import read_text
from bkl.render.text.signs import Signed
from tests.render.matter import fixture_stof


def table(number):
    return "".join(f"|{cell * number}\n" for cell in ("a|", "-|", "x|"))


CASES = {
    "woorden\n": set(),
    "woorden\n\n```\ncode\n```\n": {"p.voor-code"},
    "woorden\n\n    code\n": {"p.voor-code"},
    "```\ncode\n```\n\nwoorden\n": set(),
    "- een\n- twee\n": set(),
    "- een\n  - twee\n": {"li.met-lijst"},
    "- een\n  1. twee\n": set(),
    "- een\n  > - twee\n": set(),
    "- **een** twee\n": {"li.met-vet", "ul.met-vet"},
    "- een\n- **twee**\n": {"li.met-vet"},
    "- een **twee**\n": {"li.met-vet", "ul.met-vet"},
    "- *een* **twee**\n": set(),
    "- **een**\n\n- twee\n": set(),
    "- een\n  - **twee**\n": {"li.met-lijst", "li.met-vet", "ul.met-vet"},
    "| a | b |\n|---|---|\n| 1 | 2 |\n": set(),
    "| a | b |\n|---|--:|\n| 1 | 2 |\n": set(),
    "| a | b |\n|---|---|\n| 1 |  |\n": {"tr.met-leeg"},
    "| a | b |\n|---|---|\n| 1 | – |\n": set(),
    "| a | b |\n|---|---|\n| 1 | …… |\n": set(),
    "## H\n\nwoorden\n\nmeer\n\n| a | b |\n|---|---|\n| 1 | ………… |\n| ………… | ………… |\n": {
        "p.voor-invulveld",
        "table.met-invulveld",
        "td.invulveld",
        "th.invulveld",
    },
    table(6): set(),
    table(7): {"table.vanaf-7"},
    table(10): {"table.vanaf-7", "table.vanaf-10"},
    table(15): {"table.vanaf-7", "table.vanaf-10", "table.vanaf-15"},
}


def test_a_table_of_few_rows_is_known():
    for rows, few in ((6, True), (7, False)):
        tekst = read_text(Signed("| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * rows))
        add_classes(tekst.tokens)
        assert ("met-weinig" in tekst.html_of(tekst.tokens)) == few


def test_a_field_to_fill_in_shows_no_dots():
    tekst = read_text(Signed("| a | b |\n|---|---|\n| Naam | …………… |\n"))
    add_classes(tekst.tokens)
    assert "…" not in tekst.html_of(tekst.tokens)


def classes(html):
    """Return the classes that only paper has, each with its element."""
    return {
        f"{tag}.{name}"
        for tag, names in re.findall(r'<(\w+)[^>]* class="([^"]*)"', html)
        for name in names.split()
        if name.startswith(("met-", "vanaf-", "voor-", "invul")) and name != "met-weinig"
    }


@pytest.mark.parametrize("markdown", CASES)
def test_classes_say_what_a_block_holds(markdown):
    tekst = read_text(Signed(markdown))
    add_classes(tekst.tokens)
    assert classes(tekst.html_of(tekst.tokens)) == CASES[markdown]


def test_a_report_with_counts_and_charts():
    found = classes(build_paper(build_document("afwijkingen", fixture_stof())))
    found |= classes(build_paper(build_document("factsheets", fixture_stof())))
    assert {"p.met-telling", "p.met-leeswijzer", "tr.met-grafiek"} <= found


def test_every_class_is_used_and_nothing_is_looked_for_inside():
    style = (shipped_folder() / "_print.css").read_text(encoding="utf-8")
    assert ":has(" not in style
    names = {one.partition(".")[2] for wanted in CASES.values() for one in wanted}
    names |= {"met-telling", "met-leeswijzer", "met-grafiek"}
    assert {name for name in names if f".{name}" not in style} == set()
