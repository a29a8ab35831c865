"""Reading costs in proportion to the length of a phrase, also of one that was made to be slow."""

import re
import sys
from importlib import import_module
from pathlib import Path

import pytest

from bkl.domein import notatie
from bkl.domein.notatie.meaning.doel import read_doel
from bkl.domein.notatie.meaning.waarde import read_waarde
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.values.unreadable import Onleesbaar

HOSTILE = [
    *("3 ", "3,", "(", "(3 ", "vijf ", "en ", "van 3 ", "naar 3 ", "9.", "minimaal ", "of meer "),
    *("per ", "in 2021 ", "binnen 3 ", "gemiddeld ", "alle ", "€ ", "dan ", "waarvan ", "aantal "),
    *(
        "jongeren van ",
        "18-25 jaar ",
        "3 minuten ",
        "geeft een ",
        "niet ",
        "planning ",
        "op een na ",
    ),
]
ROOT = Path(notatie.__file__).parent


def steps(reader, phrase):
    """How many functions, those of patterns included, a reading calls."""
    count = 0

    def seen(_frame, event, _arg):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        reader(phrase)
    except Onleesbaar:
        pass
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("reader", [read_doel, read_waarde])
def test_twice_as_long_is_twice_the_work(reader, piece):
    def made(length):
        return (piece * 200)[: length - 10] + "3 lezingen"

    steps(reader, made(60))  # patterns are compiled on first use
    short, long = (steps(reader, made(length)) for length in (90, 180))
    assert long <= 2.6 * short, (short, long)


def patterns():
    for path in sorted(ROOT.rglob("*.py")):
        name = ".".join(("bkl.domein.notatie", *path.relative_to(ROOT).with_suffix("").parts))
        for key, value in vars(import_module(name.removesuffix(".__init__"))).items():
            if isinstance(value, Lazy | re.Pattern):
                yield f"{name}.{key}", value


def begins_with_blanks(pattern):
    """Whether a search tries every blank of a row of them as a beginning."""
    return re.match(r"(?:,\?|\[[^\]]*\]\?)?\\s[*+]", pattern) is not None


def test_no_search_begins_at_every_blank():
    """What is taken out of a phrase leaves blanks: such a pattern says `(?<!\\s)` first."""
    searched = set()
    for path in ROOT.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        searched |= set(re.findall(r"(\w+)\.(?:search|finditer|sub)\(", text))
        searched |= (
            set(re.findall(r"for pattern in \(([^)]*)\)", text)[0].split(", "))
            if "for pattern in (" in text
            else set()
        )
    found = [
        name
        for name, pattern in patterns()
        if name.rpartition(".")[2] in searched and begins_with_blanks(_text(pattern))
    ]
    assert found == []


def _text(pattern):
    return pattern.pattern if isinstance(pattern, re.Pattern) else pattern.compiled.pattern
