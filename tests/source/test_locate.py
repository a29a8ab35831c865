"""Every key and value knows its place."""

import pytest

from bkl.diagnostics.position import Position
from bkl.source.parsing.yaml_tree import read_tree

TEXT = """\
# commentaar
werkplan: 2021
thema's: {A: Zorg, B: 'Meer ''zorg''', "é😀": ["x", y]}
speerpunten:
  BD:
    ambitie: >-
      Mensen doen mee,
      ook é😀 senioren.

      Altijd.
    resultaten:
      R1: 😀 Een tekst   # met commentaar
      R2:
        - a
        - doel: drie
          eenheid: lezingen
        - - diep
    leeg:
    verslag: |
        Regel een
          twee
    lang: begin van een
      tekst over twee regels
    code: "een \\u00e9n \\"twee\\" \\
      drie"
    laatste: x
"""
TREE = read_tree("plan.yaml", TEXT.encode())
BD = ("speerpunten", "BD")

PLACES = [
    # route, part, span, line, text under the caret
    (("werkplan",), "key", None, 2, "werkplan"),
    (("werkplan",), "value", None, 2, "2021"),
    (("werkplan",), "value", (2, 4), 2, "21"),
    (("thema's",), "value", None, 3, "{A: Zorg, B: 'Meer ''zorg''', \"é😀\": [\"x\", y]}"),
    (("thema's", "B"), "value", None, 3, "'Meer ''zorg'''"),
    (("thema's", "B"), "value", (0, 4), 3, "Meer"),
    (("thema's", "B"), "value", (6, 10), 3, "zorg"),
    (("thema's", "é😀"), "key", None, 3, '"é😀"'),
    (("thema's", "é😀", 0), "value", None, 3, '"x"'),
    (("thema's", "é😀", 1), "value", None, 3, "y"),
    (("speerpunten",), "value", None, 5, "BD"),
    (BD, "key", None, 5, "BD"),
    (BD, "value", None, 6, "ambitie"),
    ((*BD, "ambitie"), "key", None, 6, "ambitie"),
    ((*BD, "ambitie"), "value", None, 7, "Mensen doen mee,"),
    ((*BD, "ambitie"), "value", (7, 11), 7, "doen"),
    ((*BD, "ambitie"), "value", (21, 23), 8, "é😀"),
    ((*BD, "ambitie"), "value", (34, 40), 10, "Altijd"),
    ((*BD, "ambitie"), "value", (7, 23), 7, "doen mee,"),
    ((*BD, "resultaten", "R1"), "value", None, 12, "😀 Een tekst"),
    ((*BD, "resultaten", "R1"), "value", (2, 5), 12, "Een"),
    ((*BD, "resultaten", "R2", 0), "value", None, 14, "a"),
    ((*BD, "resultaten", "R2", 1), "value", None, 15, "doel"),
    ((*BD, "resultaten", "R2", 1, "doel"), "value", None, 15, "drie"),
    ((*BD, "resultaten", "R2", 1, "eenheid"), "key", None, 16, "eenheid"),
    ((*BD, "resultaten", "R2", 2), "value", None, 17, "-"),
    ((*BD, "resultaten", "R2", 2, 0), "value", None, 17, "diep"),
    ((*BD, "leeg"), "value", None, 18, "leeg"),
    ((*BD, "verslag"), "value", (12, 16), 21, "twee"),
    ((*BD, "lang"), "value", None, 22, "begin van een"),
    ((*BD, "lang"), "value", (14, 19), 23, "tekst"),
    ((*BD, "code"), "value", (4, 6), 24, "\\u00e9n"),
    ((*BD, "code"), "value", (8, 12), 24, "twee"),
    ((*BD, "code"), "value", (14, 18), 25, "drie"),
    ((*BD, "laatste"), "value", None, 26, "x"),
    # not there: the nearest parent's key
    ((*BD, "titel"), "value", None, 5, "BD"),
    ((*BD, "titel", "x", 3), "key", None, 5, "BD"),
    ((*BD, "resultaten", "R2", 9), "value", None, 13, "R2"),
    ((*BD, "resultaten", "R2", 1, "bron"), "key", None, 15, "doel"),
    (("niets",), "value", None, 2, "werkplan"),
    ((), "value", None, 2, "werkplan"),
    # the short form answers for what it stands for
    ((*BD, "resultaten", "R1", "tekst"), "value", None, 12, "😀 Een tekst"),
    ((*BD, "resultaten", "R1", "tekst"), "value", (2, 5), 12, "Een"),
    ((*BD, "resultaten", "R1", "tekst"), "key", None, 12, "R1"),
    ((*BD, "leeg", "tekst"), "value", (0, 3), 18, "leeg"),
]


def test_the_file_is_sound():
    assert TREE.findings == []
    assert TREE.value["speerpunten"]["BD"]["ambitie"] == (
        "Mensen doen mee, ook é😀 senioren.\nAltijd."
    )
    assert TREE.value["speerpunten"]["BD"]["code"] == 'een én "twee" drie'


@pytest.mark.parametrize(("route", "part", "span", "line", "text"), PLACES)
def test_place(route, part, span, line, text):
    found = TREE.locate(route, part, span)
    start = found.column - 1
    assert (found.line, TREE.line_text(found.line)[start : start + found.length]) == (line, text)


@pytest.mark.parametrize("span", [(-5, 2), (2, 1), (99, 100), (0, 0)])
def test_a_span_outside_the_text_stays_inside(span):
    assert TREE.locate(("werkplan",), "value", span).line == 2


STYLES = [
    (("werkplan",), "plain"),
    (("thema's", "B"), "single"),
    (("thema's", "é😀", 0), "double"),
    ((*BD, "ambitie"), "block"),
    ((*BD, "verslag"), "block"),
    (("thema's",), "flow-collection"),
    (("thema's", "é😀"), "flow-collection"),
    (BD, "block-collection"),
    ((*BD, "resultaten", "R1", "tekst"), "plain"),
    ((*BD, "niets"), "absent"),
]


@pytest.mark.parametrize(("route", "style"), STYLES)
def test_style(route, style):
    assert TREE.style(route) == style


def test_scalar():
    assert TREE.scalar(("werkplan",)) == "2021"
    assert TREE.scalar((*BD, "resultaten", "R1", "tekst")) == "😀 Een tekst"
    assert TREE.scalar((*BD, "niets")) is None
    assert TREE.scalar(BD) is None


def test_lines():
    assert TREE.line_text(2) == "werkplan: 2021"
    assert [TREE.line_text(n) for n in (0, -1, 99)] == ["", "", ""]
    assert read_tree("x", b"a: 1").line_text(1) == "a: 1"


def test_an_unreadable_tree_locates_at_its_top():
    tree = read_tree("x", b"a: [\n")
    assert tree.value is None
    assert tree.locate(("a", 0)) == Position(1, 1, 4)
    assert tree.style(("a",)) == "absent"
