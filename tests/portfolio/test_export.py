"""`bkl export`: the table says what `bkl gap --format json` says, and nothing gets lost."""

import json
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from bkl import api
from bkl.cli import app
from bkl.domein.notatie.values.interval import Interval
from bkl.portfolio.columns import INDICATOREN
from bkl.portfolio.exact import decimal, lower, upper
from bkl.printers.gap import json as as_json
from bkl.printers.screen import Screen
from tests.build import PLAN, REPORT, write

ROOT = Path(__file__).parent.parent.parent
RUN = CliRunner()


def table(path):
    with duckdb.connect() as connection:
        done = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
        names = [one[0] for one in done.description]
        return [dict(zip(names, row, strict=True)) for row in done.fetchall()]


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    path = tmp_path_factory.mktemp("export") / "uit.parquet"
    api.export(ROOT, output=path)
    return table(path)


def bounds(row, naam):
    found = [row[f"{naam}_min"], row[f"{naam}_max"]]
    return None if found == [None, None] else found


def near(text, value):
    """Tell whether a bound is what JSON tells in six decimals, or nothing in both."""
    if text is None or value is None:
        return text is None and value is None
    return abs(Decimal(text) - value) <= Decimal("0.000001")


def test_each_row_says_what_gap_says(exported):
    told = json.loads(as_json.show(api.gap(ROOT), Screen()))
    facts = {one["id"]: one for one in told["indicatoren"] if one["zelfde_als"] is None}
    assert [row["id"] for row in exported if row["id"] in facts] == [
        row["id"] for row in exported
    ], "every row is an indicator"
    assert {row["id"] for row in exported} == set(facts)
    for row in exported:
        fact = facts[row["id"]]
        for key in ("oordeel", "uitvoering", "reden", "toelichting", "bron", "speerpunt"):
            assert row[key] == fact[key], row["id"]
        assert row["vlaggen"] == fact["vlaggen"]
        assert row["doel"] == (fact["doel"] or {}).get("tekst")
        for naam in ("verschil", "tekort", "procent"):
            low, high = fact[naam] or (None, None)
            assert near(low, row[f"{naam}_min"])
            assert near(high, row[f"{naam}_max"])
            if fact[naam]:
                opens = [row[f"{naam}_min_open"], row[f"{naam}_max_open"]]
                assert opens == fact[f"{naam}_open"]
    assert sum(row["telt"] for row in exported) == told["telling"]["N"]
    certain, possible = told["samenvatting"]["gehaald"]
    assert sum(row["gehaald"] for row in exported) == certain
    assert sum(row["mogelijk"] for row in exported) == possible


def test_each_row_leads_to_the_lines_it_rests_on(exported):
    lines = {
        kind: (ROOT / "data" / f"{kind}-2021.yaml").read_text(encoding="utf-8").splitlines()
        for kind in ("werkplan", "jaarverslag")
    }
    for row in exported:
        own = (row["id"].partition(".")[2] or row["onderdeel"]) + ":"
        assert row["plan_bestand"] == "data/werkplan-2021.yaml"
        assert lines["werkplan"][row["plan_regel"] - 1].strip().startswith(own)
        if row["verslag_bestand"]:
            assert lines["jaarverslag"][row["verslag_regel"] - 1].strip().startswith(row["id"])


def test_the_same_data_give_the_same_bytes(tmp_path):
    paths = [api.export(ROOT, output=tmp_path / name).path for name in ("a", "b")]
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_the_page_tells_every_column():
    page = (ROOT / "docs" / "portfolio.md").read_text(encoding="utf-8")
    for kolom in INDICATOREN:
        assert f"| `{kolom.naam}` | {kolom.soort} | {kolom.uitleg} |" in page


def test_unknown_is_null_and_an_open_bound_is_told(tmp_path):
    report = REPORT.replace("1 lezing", "meer dan 4 lezingen") % "    reden: partner"
    write(tmp_path, report)
    done = RUN.invoke(app, ["-C", str(tmp_path), "export"])
    assert done.exit_code == 0, done.output
    (row,) = table(tmp_path / "reports" / "indicatoren-2021.parquet")
    assert bounds(row, "realisatie") == [Decimal(4), None]
    assert row["realisatie_min_open"]
    assert row["procent_max"] is None
    assert row["afgerond"], "400/6 % is no decimal"
    assert row["procent_min"] == Decimal("66.666666666666"), "just below, never above"


def test_every_year_in_one_file(tmp_path):
    write(tmp_path)
    later = tmp_path / "data" / "werkplan-2022.yaml"
    later.write_text(PLAN.replace("2021", "2022"), encoding="utf-8")
    args = ["-C", str(tmp_path), "export", "--all", "--output", "alle.parquet"]
    assert RUN.invoke(app, args).exit_code == 0
    assert [row["jaar"] for row in table(tmp_path / "alle.parquet")] == [2021, 2022]
    assert RUN.invoke(app, [*args, "--jaar", "2021"]).exit_code == 2


def test_what_cannot_be_read_is_told_and_the_rest_is_there(tmp_path):
    write(tmp_path, (REPORT % "").replace("1 lezing", "een hoop"))
    done = RUN.invoke(app, ["-C", str(tmp_path), "export"])
    assert done.exit_code == 1
    (row,) = table(tmp_path / "reports" / "indicatoren-2021.parquet")
    assert row["oordeel"] == "onleesbaar"


def test_without_the_engine_its_package_is_named(tmp_path, monkeypatch):
    write(tmp_path)
    monkeypatch.setitem(sys.modules, "duckdb", None)
    done = RUN.invoke(app, ["-C", str(tmp_path), "export"])
    assert done.exit_code == 2
    assert 'pip install "duckdb>=1.4"' in done.output
    assert not (tmp_path / "reports").exists()


@given(st.fractions(-(10**17), 10**17), st.booleans())
def test_a_decimal_is_exact_or_just_outside(value, is_open):
    low = lower(Interval(value, None, is_open))
    high = upper(Interval(None, value, False, is_open))
    below, above = Fraction(low.tekst), Fraction(high.tekst)
    assert below <= value <= above
    assert above - below < Fraction(2, 10**12)
    assert low.exact == high.exact == (below == above)
    assert (decimal(value) is None) == (not low.exact)
    assert low.open == (is_open and low.exact)


def test_beyond_the_column_nothing_is_claimed():
    huge = Interval.exactly(Fraction(10**30))
    assert (lower(huge).tekst, upper(huge).tekst) == (None, None)
    assert not lower(huge).exact
