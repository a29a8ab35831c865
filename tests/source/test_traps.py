"""Unquoted figures that YAML would change, each with the cure that mends it."""

import pytest

from bkl.source.parsing.yaml_tree import read_tree
from bkl.source.pitfalls.traps import find_trap, scalar_trap

TRAPS = [
    ("4.000", "4.000 mensen"),
    ("1.600", "1.600 mensen"),
    ("3.4", "`3,4`"),
    ("3.40", "`3,40`"),
    ("217.35", "`217,35`"),
    ("0.500", "`0,500`"),
    (".5", "`0,5`"),
    ("-3.4", "`-3,4`"),
    ("5.", "`5`"),
    ("1_000", "`1000`"),
    ("010", "`10`"),
    ("08", "`8`"),
    ("0x1F", "gewone cijfers"),
    ("0b1", "gewone cijfers"),
    ("0o17", "gewone cijfers"),
    ("1e3", "voluit"),
    ("1.5E+3", "voluit"),
    ("12:30", '"12:30"'),
    ("1:30:00", '"1:30:00"'),
    (".inf", "gewoon getal"),
    ("-.INF", "gewoon getal"),
    (".nan", "gewoon getal"),
    ("no", "`nee`"),
    ("Off", "`nee`"),
    ("FALSE", "`nee`"),
    ("n", "`nee`"),
    ("yes", "`ja`"),
    ("on", "`ja`"),
    ("true", "`ja`"),
    ("Y", "`ja`"),
    ("~", "`geen`"),
    ("null", "`geen`"),
    ("=", "eenheid"),
    ("2021-12-31", "`31-12-2021`"),
    ("2021-1-2", "`02-01-2021`"),
    ("2021-12-31T10:00:00Z", "eenheid"),
]
FINE = [
    "12",
    "0",
    "-5",
    "3,4",
    "217,3",
    "4.000 mensen",
    "4.000-5.000",
    "1.250.000",
    "450+",
    "ja",
    "nee",
    "geen",
    "3.4 lezingen",
    "zes lezingen",
    "ca. 600",
    "1,000",
    "12-31",
    "1:30 uur",
    "2021-12",
    "nog niet bekend",
    "62%",
    "€ 450",
    "",
]


@pytest.mark.parametrize(("text", "cure"), TRAPS)
def test_trap(text, cure):
    told = scalar_trap(text, "plain")
    assert told is not None
    assert f"`{text}`" in told[0]
    assert cure in told[1]


@pytest.mark.parametrize("text", FINE)
def test_no_trap(text):
    assert scalar_trap(text, "plain") is None


@pytest.mark.parametrize("style", ["single", "double", "block"])
@pytest.mark.parametrize(("text", "cure"), TRAPS)
def test_quoted_is_text(text, cure, style):
    assert scalar_trap(text, style) is None


def test_what_yaml_reads():
    assert (
        scalar_trap("4.000", "plain")[0]
        == "`4.000` zonder eenheid leest YAML als 4, niet als 4000."
    )
    assert "1,6, niet als 1600" in scalar_trap("1.600", "plain")[0]
    assert "achttallige getal 8" in scalar_trap("010", "plain")[0]


def test_finding_at_its_place():
    tree = read_tree("v.yaml", "é: 1\nAE-A5: 4.000\nAE-A6: '4.000'\n".encode())
    found = find_trap(tree, ("AE-A5", "realisatie"))
    assert (found.kind.code, found.position.line, found.position.column) == ("BKL016", 2, 8)
    assert found.position.length == 5
    assert find_trap(tree, ("AE-A6",)) is None
    assert find_trap(tree, ("niets",)) is None
