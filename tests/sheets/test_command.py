"""`bkl form` and `bkl import` as people type them: what is printed, asked and ended with."""

import os

import pytest
from typer.testing import CliRunner

from bkl.cli import app
from tests.sheets.workbooks import REPORT, TEAMS, fill, form, office, report_of


@pytest.fixture
def bkl(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    office(tmp_path, plan=TEAMS)

    def bkl(*args):
        done = CliRunner().invoke(app, ["-C", str(tmp_path), *args])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.stdout, done.stderr

    return bkl


def answered(folder):
    return fill(
        form(folder, "Team Zuid"),
        {("S-R1", "cijfer"): "6 lezingen", ("S-R1", "bron"): "Lijst", ("S-R3", "cijfer"): "veel"},
    )


def test_forms_are_named_with_whose_they_are(bkl):
    code, out, _ = bkl("form")
    assert code == 0
    assert [line.split(os.sep)[-1] for line in out.splitlines()] == [
        "formulier-2021-team-noord.xlsx  (Team Noord, 3 vragen)",
        "formulier-2021-team-zuid.xlsx  (Team Zuid, 3 vragen)",
        "formulier-2021.xlsx  (niemand genoemd, 4 vragen)",
    ]


def test_a_period_says_what_is_not_in_the_forms(bkl):
    code, out, err = bkl("form", "--periode", "Q3")
    assert (code, "(Team Zuid, 1 vraag)" in out) == (0, True)
    assert "Van 7 cijfers zegt het werkplan niet hoe metingen" in err


@pytest.mark.parametrize(
    "args",
    [
        ("form", "--wie", "jan"),
        ("form", "--periode", "ooit"),
        ("form", "--periode", "Q3", "--alles"),
        ("form", "--output", "data/werkplan-2021.yaml"),
        ("import", "nergens.xlsx"),
        ("import", "."),
        ("import", "data/werkplan-2021.yaml"),
    ],
)
def test_wrong_use(bkl, args):
    code, out, err = bkl(*args)
    assert code == 2
    assert err.startswith("fout") or "Niet overgenomen" in out
    assert "\n\n\n" not in out, "one empty line between parts"


def test_it_shows_what_changes_and_what_does_not_go_in(bkl, tmp_path):
    answered(tmp_path)
    code, out, err = bkl("import", "formulieren")
    assert code == 1
    assert "  formulier-2021-team-zuid.xlsx: 3 rijen, 2 antwoorden.\n" in out
    assert "  uit           formulier-2021-team-zuid.xlsx, Formulier!G3\n" in out
    assert "+    realisatie: 6 lezingen\n" in out
    assert "Niet overgenomen (1)\n  formulier-2021-team-zuid.xlsx, Formulier!G5\n" in out
    assert "--yes" in err
    assert report_of(tmp_path) == REPORT


def test_yes_saves_what_can_be_saved_and_twice_changes_nothing(bkl, tmp_path):
    answered(tmp_path)
    code, out, _ = bkl("import", "formulieren", "--yes")
    assert (code, "Opgeslagen in data/jaarverslag-2021.yaml." in out) == (1, True)
    once = report_of(tmp_path)
    code, out, _ = bkl("import", "formulieren", "--yes")
    assert (code, "1 antwoord staat al zo" in out) == (1, True)
    assert report_of(tmp_path) == once


def test_dry_run_writes_nothing(bkl, tmp_path):
    answered(tmp_path)
    assert bkl("import", "formulieren", "--dry-run")[0] == 0
    assert report_of(tmp_path) == REPORT


def test_an_untouched_form_says_so(bkl, tmp_path):
    bkl("form")
    code, out, _ = bkl("import", "formulieren")
    assert (code, out.splitlines()[-1]) == (0, "Er verandert niets in het jaarverslag van 2021.")
