"""The figures by period in reports: what JSON, page, paper and workbook tell is the same."""

import io
import json
import os
import random
import re
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from bkl import api
from bkl.api.rendering.matter import read_stof
from bkl.printers.gap import csv, csv_en
from bkl.printers.gap import json as gap_json
from bkl.printers.screen import Screen
from bkl.render import render_report
from tests.gap.test_perioden import PLAN, REPORT
from tests.render.matter import fixture_stof
from tests.render.pages import Page

TABLES = 100 if os.environ.get("BKL_LANG") else 3
REPORTS = ("voortgang", "jaarverslag", "dashboard")
NASTY = ("=1+1", "@SUM(A1)", "+31 6", "-2+3", "=cmd|' /C calc'!A0", '"; DROP', "<b>x</b>", "a|b")


def workspace(folder, plan=PLAN, report=REPORT):
    (folder / "data").mkdir()
    (folder / "data" / "werkplan-2022.yaml").write_text(plan, encoding="utf-8")
    (folder / "data" / "jaarverslag-2022.yaml").write_text(report, encoding="utf-8")
    return folder


def rendered(folder, rapport, fmt):
    return render_report(rapport, fmt, read_stof(folder))


@pytest.fixture
def folder(tmp_path):
    return workspace(tmp_path)


@pytest.mark.parametrize("rapport", REPORTS)
def test_gap_and_render_tell_the_same(folder, rapport):
    told = json.loads(rendered(folder, rapport, "json"))
    shown = json.loads(gap_json.show(api.gap(folder, per="periode"), Screen()))
    assert told["perioden"] == shown["perioden"]
    assert set(shown) <= set(told)


@pytest.mark.parametrize("rapport", REPORTS)
def test_no_figure_stands_in_a_report_that_the_json_lacks(folder, rapport):
    told = json.dumps(json.loads(rendered(folder, rapport, "json"))["perioden"], ensure_ascii=False)
    text = rendered(folder, rapport, "md").decode()
    (table,) = re.findall(r"\| Nr\. \| Toezegging \| Q1 2022 .*?\n\n", text, re.S)
    cells = [cell for row in table.splitlines()[2:] for cell in row.split(" | ")[2:]]
    assert len(cells) == 16
    for cell in cells:
        for part in re.split(r"<br>|; ", cell.strip(" |")):
            figure = re.sub(r"^(samen|toen|doel:|mijlpaal [^:]*:) ", "", part)
            if figure.startswith(("**", "verschil", "nog geen", "komt")):
                continue
            assert f'"{figure}"' in told, figure


def test_a_plan_that_looks_ahead_tells_nothing_of_it(folder):
    told = json.loads(rendered(folder, "werkplan", "json"))
    assert "perioden" not in told
    assert "Per kwartaal" not in rendered(folder, "werkplan", "md").decode()


@pytest.mark.parametrize("rapport", REPORTS)
def test_where_nothing_was_measured_nothing_is_said(rapport):
    stof = fixture_stof()
    assert stof.perioden() is None
    assert "perioden" not in json.loads(render_report(rapport, "json", stof))
    assert 'id="perioden"' not in render_report(rapport, "md", stof).decode()


def test_one_measurement_is_no_table(tmp_path):
    report = "jaarverslag: 2022\npeildatum: 31-12-2022\nrealisaties:\n"
    one = report + "  AD-R2: {metingen: {Q4 2022: 24 leden}}\n"
    folder = workspace(tmp_path, report=one)
    assert "perioden" not in json.loads(rendered(folder, "voortgang", "json"))


def test_months_become_quarters_in_a_report(tmp_path):
    report = "jaarverslag: 2022\npeildatum: 31-12-2022\nrealisaties:\n  AD-R1.lezingen:\n"
    report += "    metingen: {januari 2022: 2 lezingen, februari 2022: '1', juni 2022: '3'}\n"
    folder = workspace(tmp_path, report=report)
    told = json.loads(rendered(folder, "dashboard", "json"))["perioden"]
    assert told["soort"] == "kwartaal"
    first = told["reeksen"][0]["cellen"][0]["bereikt"]
    assert (first["tekst"], first["min"], first["max"]) == ("minimaal 3 lezingen", "3", None)


def test_a_page_says_of_every_cell_which_figure_and_period_it_is(folder):
    html = rendered(folder, "voortgang", "html").decode()
    (table,) = re.findall(r"<table(?:(?!<table).)*?>Q1 2022</th>.*?</table>", html, re.S)
    page = Page.read(table)
    heads = [one.attrs for one in page.all("th")]
    assert [head["scope"] for head in heads[:6]] == ["col"] * 6
    assert [head["scope"] for head in heads[6:]] == ["row"] * 4
    labels = [cell.attrs.get("data-label") for cell in page.all("td")][:5]
    assert labels == ["Toezegging", "Q1 2022", "Q2 2022", "Q3 2022", "Q4 2022"]
    assert page.all("caption")[0].text.startswith("Per kwartaal")


def random_workspace(folder, rng):
    def text():
        return json.dumps(f"{rng.choice(NASTY)} {rng.choice(NASTY)}", ensure_ascii=False)

    plan = "werkplan: 2022\norganisatie: Voorbeeld\nspeerpunten:\n  S:\n    resultaten:\n"
    report = "jaarverslag: 2022\npeildatum: 31-12-2022\nrealisaties:\n"
    for number in range(1, rng.randint(2, 6)):
        tijd = rng.choice(["som", "stand", "cumulatief"])
        plan += f"      R{number}:\n        tekst: {text()}\n        doel: 20 leden\n"
        plan += f"        tijd: {tijd}\n        mijlpalen: {{Q2 2022: 10 leden}}\n"
        totals = sorted(rng.randint(0, 40) for _ in range(4))
        kept = {q: n for q, n in enumerate(totals, 1) if rng.random() < 0.8}
        told = ", ".join(f"Q{q} 2022: {n} leden" for q, n in kept.items())
        report += f"  S-R{number}: {{metingen: {{{told}}}}}\n" if kept else ""
    return workspace(folder, plan, report if report.endswith("}}\n") else report + "  {}\n")


@pytest.mark.parametrize("seed", range(TABLES))
def test_no_cell_of_a_table_is_a_formula(tmp_path, seed):
    folder = random_workspace(tmp_path, random.Random(seed))
    result = api.gap(folder, per="kwartaal")
    for shown in (csv.show(result, Screen()), csv_en.show(result, Screen())):
        delimiter = ";" if shown[0] == "\ufeff" else ","
        for cell in shown.lstrip("\ufeff").replace("\r\n", delimiter).split(f'"{delimiter}"'):
            assert not re.match(r'"?\s*[=+@-](?!\d)', cell), cell
    data = rendered(folder, "voortgang", "xlsx")
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        sheets = [file.read(name) for name in file.namelist() if "/worksheets/sheet" in name]
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    if result.perioden and result.perioden.verloopt:
        rows = book.get_sheet_by_name("Per kwartaal").to_python()
        facts = list(result.perioden.regels())
        assert [row[:2] for row in rows[1:]] == [[rij.id, cel.vak.naam] for rij, cel, _ in facts]
        for row, (_, cel, _) in zip(rows[1:], facts, strict=True):
            known = cel.bereikt.waarde.interval if cel.bereikt and cel.bereikt.waarde else None
            assert row[6] == ("" if known is None or known.low is None else float(known.low))
