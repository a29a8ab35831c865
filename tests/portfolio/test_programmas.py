"""Programmes within programmes in a portfolio: each row has its path, a promise counts once."""

import shutil
from collections import Counter
from pathlib import Path

import duckdb

from bkl import api
from bkl.portfolio.dataset import Dataset
from tests.portfolio.orgs import org

DATA = Path(__file__).parent.parent / "gemeente" / "data"
PATHS = {
    "P1": (["P1"], "Meedoen"),
    "P1.1": (["P1", "P1.1"], "Meedoen › Taal en rekenen"),
    "P1.2": (["P1", "P1.2"], "Meedoen › Schulden"),
    "P2": (["P2"], "Schone lucht"),
    "BOOM": (["P2", "BOOM"], "Schone lucht › Bomen en schaduw"),
}


def test_each_row_has_its_path_and_counts_once(tmp_path):
    shutil.copytree(DATA, tmp_path / "orgs" / "gemeente" / "data")
    org(tmp_path / "orgs", "noord")
    request = api.PortfolioRequest(
        bronnen=[tmp_path / "orgs"], dataset=tmp_path / "uit", processen=1
    )
    api.update_portfolio(request)
    rows = Dataset(tmp_path / "uit").indicators()
    found = duckdb.sql(f"SELECT DISTINCT speerpunt, pad, programma FROM {rows}").fetchall()
    assert {code: (pad, text) for code, pad, text in found} == {
        **PATHS, "W": (["W"], "Wonen"),
    }  # fmt: skip
    told = api.portfolio(tmp_path / "uit", per="programma", jaar=2024)
    names = [one.sleutel for one in told.groepen]
    assert names == sorted(text for _, text in PATHS.values())
    assert sum(one.n for one in told.groepen) == told.alle.n == 13
    below = duckdb.sql(
        f"SELECT pad FROM {rows} WHERE jaar = 2024 AND telt AND list_contains(pad, 'P1')"
    ).fetchall()
    assert Counter(pad[-1] for (pad,) in below) == {"P1": 6, "P1.1": 3, "P1.2": 1}
