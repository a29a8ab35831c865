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
from tests.bench.overloads import CHECK, OVERLOADS, PLAN, REPORT, Overload, write_overload

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


def steps(promised, told):
    """Return a plan with so many mijlpalen of one indicator, and so many told of it."""
    years = range(2021, 2021 + 200)
    moments = [f"Q{quarter} {year}" for year in years for quarter in (1, 2, 3, 4)]
    plan = "".join(f"          {moment}: 5 dingen\n" for moment in moments[:promised])
    given = "".join(f"      {moment}: 4 dingen\n" for moment in moments[:told])
    head = f"{PLAN}  S:\n    ambitie: Beter.\n    resultaten:\n      R0:\n        tekst: Iets.\n"
    text = f"{REPORT}  S-R0:\n    bron: telling\n    mijlpalen:\n{given}"
    return f"{head}        mijlpalen:\n{plan}", text


@pytest.mark.parametrize(
    ("promised", "told", "most"), [(60, 400, 0), (61, 400, 60), (60, 401, 400)]
)
def test_more_moments_than_are_weighed_against_each_other_are_refused(
    tmp_path, promised, told, most
):
    write_overload(tmp_path, Overload(lambda _: steps(promised, told), (1,)), 1)
    found = [one.message for one in api.check(tmp_path).findings if "regels" in one.message]
    words = f"Bij `mijlpalen` staan meer dan {most} regels; zo veel weegt bkl niet af."
    assert found == ([words] if most else [])


def test_a_doel_shared_by_many_with_an_onderdeel_of_many_is_named_once_for_each(tmp_path):
    n = 40
    shared = "".join(
        f"      R{number}: {{tekst: Iets., doel: 3 dingen, ook_bij: [T-R0]}}\n"
        for number in range(n)
    )
    own = "".join(f"          d{number}: 3 dingen\n" for number in range(n))
    head = "    ambitie: Beter.\n    resultaten:\n"
    plan = f"{PLAN}  S:\n{head}{shared}  T:\n{head}      R0:\n        tekst: Iets.\n"
    plan += f"        indicatoren:\n{own}"
    write_overload(tmp_path, Overload(lambda _: (plan, REPORT), (1,)), 1)
    found = [one for one in api.check(tmp_path).findings if one.kind.slug == "doel_staat_dubbel"]
    assert len(found) == n
