"""The portfolio is the sum of its leaves, exactly, and SQL says what plain Python says."""

import os
import tempfile
from collections import Counter, defaultdict
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import duckdb
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bkl import api
from bkl.portfolio.counts import VERDELINGEN
from bkl.portfolio.dataset import Dataset
from bkl.portfolio.rollups import overview
from tests.portfolio.orgs import Belofte, asked, org

LONG = bool(os.environ.get("BKL_LANG"))
LESSEN = ("7 lessen", "meer dan 4 lessen", "ca. 5 lessen", "bijna 9 lessen", "tientallen lessen")
SILENT = (None, "niet gemeten", "nog niet bekend", "n.v.t.", "een hoop", "minder dan 3 lessen")
BELOFTEN = st.one_of(
    st.builds(
        Belofte,
        st.sampled_from(("6 lessen", "ca. 10 lessen", "4-8 lessen", "meer dan 5 lessen")),
        st.sampled_from((*LESSEN, *SILENT)),
        st.sampled_from(("prov:lessen@1", "prov:lessen@2", None, "Elke les.")),
    ),
    st.builds(
        Belofte,
        st.just("30 mensen"),
        st.sampled_from(("40 mensen", "een derde van de mensen", "25+ mensen", None)),
        st.just("prov:mensen@1"),
    ),
    st.builds(
        Belofte,
        st.just("minimaal € 10"),
        st.sampled_from(("€ 5,25", "€ 1 mln.", None)),
        st.just("prov:saldo@1"),
    ),
    st.builds(  # in parts that may overlap, of which none is added besides the whole
        Belofte,
        st.just("40 mensen"),
        st.sampled_from(("50 mensen", "meer dan 12 mensen", None)),
        st.just("prov:mensen@1"),
        st.sampled_from((True, False)),
    ),
    st.builds(Belofte, st.just("een 7"), st.just("een 8"), st.just("prov:cijfer@1")),
    st.builds(Belofte, st.just("80% van de leden"), st.just("31 van 48"), st.none()),
)
ORG = st.tuples(st.lists(BELOFTEN, min_size=1, max_size=5), st.sampled_from("WZ"), st.booleans())
HOW = {
    "prov:lessen@1": "som",
    "prov:lessen@2": "som",
    "prov:mensen@1": "uniek",
    "prov:saldo@1": "som",
}


def made(folder, orgs):
    for number, (beloften, thema, shared) in enumerate(orgs):
        path = org(folder / "orgs", f"org-{number}", beloften, 2021 + number % 2, thema)
        if shared:  # the first promise serves another onderdeel too: it still counts once
            plan = next((path / "data").glob("werkplan-*"))
            text = plan.read_text("utf-8").replace(
                "tekst: Belofte 1,", f"tekst: Belofte 1, ook_bij: [{thema}-A1],"
            )
            plan.write_text(text + "    activiteiten: {A1: {tekst: Ook hier.}}\n", encoding="utf-8")
    eisen = asked(folder / "eis")
    request = api.PortfolioRequest(
        bronnen=[folder / "orgs"], dataset=folder / "uit", eisen=eisen, processen=1
    )
    api.update_portfolio(request)
    return folder / "uit"


def leaves(folder):
    """Yield what each workspace comes to by itself."""
    for path in sorted((folder / "orgs").iterdir()):
        yield api.gap(path)


@settings(max_examples=1000 if LONG else 4, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(ORG, min_size=1, max_size=4))
def test_a_portfolio_is_the_sum_of_its_leaves(orgs):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dataset = made(folder, orgs)
        found = api.portfolio(dataset)
        counts, sure, maybe, outside = Counter(), 0, 0, 0
        parts = defaultdict(list)
        for result in leaves(folder):
            counts.update(result.alle.aantallen)
            sure += result.alle.gehaald[0]
            maybe += result.alle.gehaald[1]
            outside += result.alle.buiten
            own = {rij.vergelijking.entry.id: rij.vergelijking for rij in result.rijen}
            for one in own.values():
                how = HOW.get(one.entry.indicator.definitie)
                if how:
                    parts[one.entry.indicator.definitie, result.dossier.jaar, how].append(one)
        assert dict(found.alle.aantallen) == dict(counts)
        assert (found.alle.gehaald, found.alle.mogelijk, found.alle.buiten) == (
            sure,
            maybe,
            outside,
        )
        totals = {(t.definitie, t.jaar, t.optelling): t for t in found.totalen}
        assert set(totals) == set(parts)
        for key, ones in parts.items():
            low, high = expected(ones, key)
            total = totals[key]
            assert exactly(total.laagste) == low, key
            assert exactly(total.hoogste) == high, key
            assert total.indicatoren == len(ones)
        compare_with_python(dataset)


def expected(ones, key):
    """Return the bounds of a total, by hand: nothing is less than nought but money."""
    floor = None if key[0] == "prov:saldo@1" else Fraction(0)
    lows = [floor if o.waarde is None or o.waarde.low is None else o.waarde.low for o in ones]
    highs = [None if o.waarde is None else o.waarde.high for o in ones]
    add = max if key[2] == "uniek" else sum
    return None if None in lows else add(lows), None if None in highs else sum(highs)


def exactly(value):
    return None if value is None else Fraction(value)


def compare_with_python(folder):
    """Do every roll-up in plain Python over the rows, and compare."""
    with duckdb.connect() as connection:
        query = "SELECT * FROM read_parquet(?) WHERE geteld"
        done = connection.execute(query, [str(folder / "indicatoren" / "*.parquet")])
        names = [one[0] for one in done.description]
        rows = [dict(zip(names, row, strict=True)) for row in done.fetchall()]
        found = {one: overview(connection, Dataset(folder), one, None) for one in VERDELINGEN}
    compare_counts(rows, found)
    compare_totals(rows, found["jaar"].totalen)


def compare_counts(rows, overviews):
    for verdeling, told_by in overviews.items():
        groups = defaultdict(list)
        for row in rows:
            key = row[verdeling]
            groups[None if key is None else str(key)].append(row)
        found = {one.sleutel: one for one in told_by.groepen}
        assert set(found) == set(groups)
        for key, ones in groups.items():
            told = found[key]
            counts = Counter(row["oordeel"] for row in ones if row["telt"])
            assert {k: v for k, v in told.aantallen.items() if v} == dict(counts)
            assert told.gehaald == sum(row["gehaald"] for row in ones)
            assert told.mogelijk == sum(row["mogelijk"] for row in ones)
            assert told.werkmappen == len({row["werkmap"] for row in ones})
            assert told.n == sum(row["telt"] for row in ones)


def compare_totals(rows, totals):
    sums = defaultdict(list)
    for row in rows:
        if row["optelling"]:
            key = ("definitie", "opteleenheid", "optelling", "jaar")
            sums[tuple(row[one] for one in key)].append(row)
    assert [(t.definitie, t.eenheid, t.optelling, t.jaar) for t in totals] == sorted(
        sums, key=lambda key: (key[0], key[3], key[1], key[2])
    )
    for total in totals:
        ones = sums[total.definitie, total.eenheid, total.optelling, total.jaar]
        lows = [row["bijdrage_min"] for row in ones]
        highs = [row["bijdrage_max"] for row in ones]
        add = max if total.optelling == "uniek" else sum
        assert total.laagste == (None if None in lows else Decimal(add(lows)))
        assert total.hoogste == (None if None in highs else sum(highs))
        promised = [row["belofte"] for row in ones if row["belofte"] is not None]
        assert total.belofte == (sum(promised) if promised else None)
        assert total.organisaties == len({row["organisatie"] for row in ones})
