"""Fitting text on a screen, and keeping the terminal safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkl.printers.layout import pad, shorten, wrap
from bkl.printers.screen import Screen, cells, harmless

PRINTABLE = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=200)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("gewoon é ✓", "gewoon é ✓"),
        ("a\tb\nc\rd", "a b c d"),
        ("\x1b[31mrood\x1b[0m", "␛[31mrood␛[0m"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("\x9b31m", "�31m"),
        ("om\u202egekeerd\u2066", "om�gekeerd�"),
        ("\ufeffmerk", "�merk"),
        ("regel\u2028einde", "regel�einde"),
    ],
)
def test_harmless(text, shown):
    assert harmless(text) == shown
    assert len(harmless(text)) == len(text), "one for one, so that columns stay right"


@given(st.text())
def test_harmless_leaves_nothing_that_steers(text):
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in harmless(text))


@given(PRINTABLE, st.integers(10, 60))
def test_wrap_keeps_every_word_within_the_width(text, width):
    lines = wrap(text, width, "  → ")
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).removeprefix("  → ").split()) == "".join(harmless(text).split())
    assert all(line.startswith("    ") for line in lines[1:])


def test_wrap_breaks_at_spaces():
    assert wrap("een twee drie vier", 10, "- ") == ["- een twee", "  drie", "  vier"]
    assert wrap("", 10, "- ") == ["- "]


@given(PRINTABLE, st.integers(1, 40))
def test_shorten_fits(text, width):
    assert cells(shorten(text, width)) <= max(width, 1)
    if cells(text) <= width:
        assert shorten(text, width) == text


def test_cells_count_columns():
    assert cells("abc") == 3
    assert cells("日本") == 4
    assert cells("👨‍👩‍👧‍👦") == 2, "a family is one sign"
    assert cells("⚠️ let op") == 9
    assert cells("e\u0301") == 1
    assert cells(Screen(colour=True).paint("abc", "rood", "vet")) == 3
    assert pad("日", 4) == "日  "


@pytest.mark.parametrize(
    ("environ", "terminal", "colour"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colour_is_decided_by_the_user_then_the_terminal(environ, terminal, colour):
    screen = Screen.of(environ, terminal=terminal, encoding="utf-8", columns=80)
    assert screen.colour == colour
    assert ("\x1b" in screen.paint("fout", "rood")) == colour


@pytest.mark.parametrize(
    ("encoding", "able"), [("utf-8", True), ("ascii", False), ("latin-1", False), ("niets", False)]
)
def test_signs_have_a_fallback(encoding, able):
    screen = Screen.of({}, terminal=False, encoding=encoding, columns=80)
    assert screen.unicode == able
    assert screen.finish("█▒░ → −5 · –").isascii() != able


@pytest.mark.parametrize(("columns", "width"), [(10, 40), (0, 40), (93, 93), (500, 160)])
def test_width_stays_readable(columns, width):
    assert Screen.of({}, terminal=True, encoding="utf-8", columns=columns).width == width
