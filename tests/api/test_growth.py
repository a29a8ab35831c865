"""The work grows with what stands in the files: four times as much, at most four times the work.

Work is counted in function calls, never in seconds, so that a busy machine changes nothing.
`make bench` measures the same inputs in seconds.
"""

import sys

import pytest

from bkl import api
from bkl.api.checking import check
from bkl.diagnostics import suggestion
from bkl.printers.check import text
from bkl.printers.screen import Screen
from bkl.render.text import parser
from tests.bench.overloads import CHECK, OVERLOADS, write_overload

TIMES = 4
BASE, LEAST = 20, 80
"""What is repeated so often is taken off; the comparison begins with so many."""


@pytest.fixture(autouse=True)
def _low_bounds(monkeypatch):
    """Lower the bounds within which all is compared with all, so that small inputs pass them."""
    monkeypatch.setattr(suggestion, "_FEW", 12)
    monkeypatch.setattr(suggestion, "_ASKED", 40)
    monkeypatch.setattr(parser, "BRACKETS", 8)


def work(folder, overload, n):
    """Return how many function calls it takes, of Python and of C."""
    write_overload(folder, overload, n)
    calls = 0

    def count(_frame, event, _argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        if overload.command == CHECK:
            text.show(api.check(folder), Screen(80))
        else:
            fmt = overload.command[overload.command.index("--format") + 1]
            api.render("jaarverslag", folder, formats=(fmt,), output=folder / "uit")
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("name", OVERLOADS)
def test_four_times_as_much_is_at_most_four_times_the_work(name, tmp_path):
    overload = OVERLOADS[name]
    n = max(overload.sizes[0] // 200, LEAST)
    work(tmp_path / "warm", overload, n)
    base = work(tmp_path / "base", overload, BASE)
    small = work(tmp_path / "small", overload, n) - base
    large = work(tmp_path / "large", overload, TIMES * n) - base
    each = max(small, 2000) / (n - BASE)
    assert large / (TIMES * n - BASE) <= 1.15 * each, f"{base} + {small}, + {large}"


def test_of_very_many_faults_of_one_kind_the_last_that_is_listed_counts_the_others(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(check, "MOST", 3)
    write_overload(tmp_path, OVERLOADS["faults on one line"], 10)
    result = api.check(tmp_path)
    listed = [one for one in result.findings if one.kind.slug == "realisatie_zonder_indicator"]
    assert [one.nog for one in listed] == [0, 0, 7]
    assert listed[-1].message.endswith("Zo zijn er in dit bestand nog 7.")
    assert result.fouten == 10 + sum(
        one.kind.severity == "fout" for one in result.findings if one not in listed
    )
    assert all(len(one.excerpt) <= 1000 for one in listed)
