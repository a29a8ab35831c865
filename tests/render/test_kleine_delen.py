"""Small parts: what is hidden stands in no output that leaves the organisation.

Each hidden figure is a number that stands nowhere else; it is looked for in every output, also as
a mark that somebody could find out by trying.
"""

import io
import os
import random
import re
import zipfile

import duckdb
import pytest

from bkl import api
from bkl.domein.dossier.uitsplitsing import KLEINST
from bkl.printers.gap import csv as gap_csv
from bkl.printers.screen import Screen
from bkl.render import report_names
from bkl.sheets.key import mark_of

PLAN = """\
werkplan: 2021
organisatie: Voorbeeld
speerpunten:
  S:
    titel: Meedoen
    resultaten:
      R1:
        tekst: Er komen cursisten.
        doel: 1.000 cursisten
        tijd: stand
        uitsplitsing:
          wijk:
            delen: [Noord, Zuid, West, Oost]
            doelen: {Noord: 20 cursisten, Zuid: 30 cursisten}
"""
REPORT = """\
jaarverslag: 2021
peildatum: 31-12-2021
bronnen: {telling: {titel: Telling}}
realisaties:
  S-R1: {realisatie: TOTAL cursisten, bron: telling, uitsplitsing: {wijk: PARTS}}
"""
NAMES = ("Noord", "Zuid", "West", "Oost")
SEEDS = 40 if os.environ.get("BKL_LANG") else 1
FORMATS = ("md", "html", "json", "xlsx", "docx")


def workspace(folder, seed):
    """Make a workspace of four parts, one or two of them small; return what must stay hidden.

    The second smallest is hidden too: it is a number of five digits that stands nowhere else.
    """
    draw = random.Random(seed)
    small = draw.sample(range(1, int(KLEINST)), draw.choice((1, 2)))
    large = sorted(draw.sample(range(10_007, 99_989, 2), 4 - len(small)))
    sizes = [*small, *large]
    draw.shuffle(sizes)
    total = sum(sizes) + draw.randrange(200_001, 300_000)
    (folder / "data").mkdir()
    (folder / "data/werkplan-2021.yaml").write_text(PLAN, encoding="utf-8")
    parts = ", ".join(f"{name}: {size}" for name, size in zip(NAMES, sizes, strict=True))
    report = REPORT.replace("TOTAL", str(total)).replace("PARTS", f"{{{parts}}}")
    (folder / "data/jaarverslag-2021.yaml").write_text(report, encoding="utf-8")
    names = {name for name, size in zip(NAMES, sizes, strict=True) if size <= large[0]}
    return names, large[0], large[1]


def texts_of(data):
    """Return everything that a file holds, whatever it is packed in."""
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(
                archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
            )
    return data.decode("utf-8", "replace")


def told(number, text):
    """Tell whether a number stands in a text, in any way of writing it."""
    return re.search(rf"(?<!\d){number // 1000}[.\u202f\u00a0 ]?{number % 1000:03}(?!\d)", text)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_what_is_hidden_stands_in_no_report(tmp_path, seed):
    hidden, secret, shown = workspace(tmp_path, seed)
    for fmt in FORMATS:
        names = report_names() if fmt in ("md", "json") else ("jaarverslag", "dashboard")
        seen = []
        for name in names:
            (path,) = api.render(name, tmp_path, formats=[fmt])
            text = texts_of(path.read_bytes())
            assert not told(secret, text), (name, fmt)
            seen += [name] if told(shown, text) else []
        assert "jaarverslag" in seen, (fmt, "what is not hidden is told")
    assert len(hidden) > 1


@pytest.mark.parametrize("seed", range(SEEDS))
def test_nor_in_forms_rows_of_a_portfolio_or_tables_for_programs(tmp_path, seed):
    hidden, secret, shown = workspace(tmp_path, seed)
    (form,) = api.make_forms(tmp_path, api.FormRequest(alles=True)).forms
    text = texts_of(form.path.read_bytes())
    assert not told(secret, text)
    assert told(shown, text)
    marks = set(re.findall(r"[0-9a-f]{8}", text))
    assert mark_of(str(shown)) in marks, "a figure that is told has its mark"
    assert not marks & {mark_of(str(size)) for size in (*range(1, 5), secret)}
    saved = api.export(tmp_path).path.read_bytes()
    request = api.PortfolioRequest(bronnen=[tmp_path], dataset=tmp_path / "uit", processen=1)
    api.update_portfolio(request)
    kept = [path.read_bytes() for path in (tmp_path / "uit").rglob("*") if path.is_file()]
    for data in (saved, *kept):
        assert str(secret).encode() not in data
        assert not told(secret, data.decode("latin-1"))
    for path in (api.export(tmp_path).path, *(tmp_path / "uit").rglob("*.parquet")):
        rows = duckdb.sql(f"SELECT * FROM read_parquet('{path}')").fetchall()
        assert not any(told(secret, str(value)) for row in rows for value in row)
    result = api.gap(tmp_path, selectie="S")
    csv = gap_csv.show(result, Screen())
    assert not told(secret, csv)
    assert not told(shown, csv), "parts stand in no CSV at all"
    assert all(name in text for name in hidden)
