"""`bkl check --eisen`: what a funder asks is held against the year that it is about."""

import pytest
from typer.testing import CliRunner

from bkl import api
from bkl.cli import app
from tests.build import PLAN, REPORT, write

DEFINITIES = """\
definities: prov
van: de Provincie
begrippen:
  lessen@2: {tekst: Een les van een uur., eenheid: lessen, optellen: ja}
"""
EISEN = """\
eisen: 2021
van: de Provincie
definities: definities.yaml
indicatoren:
  prov:lessen@2: {}
"""
RUN = CliRunner()


@pytest.fixture
def folder(tmp_path):
    plan = PLAN.replace("doel: 6 lezingen", "doel: 6 lessen, definitie: prov:lessen@2")
    report = REPORT.replace("1 lezing", "1 les") % "    reden: partner"
    return write(tmp_path, report, plan, eisen_yaml=EISEN, definities_yaml=DEFINITIES)


def run(folder, *args):
    done = RUN.invoke(app, ["-C", str(folder), "check", "--eisen", "eisen.yaml", *args])
    return done.exit_code, done.output


def test_a_year_that_meets_everything_is_fine(folder):
    assert run(folder)[0] == 0


def test_what_is_lacking_is_an_ordinary_finding_at_the_place_to_mend(folder):
    plan = folder / "data" / "werkplan-2021.yaml"
    plan.write_text(plan.read_text("utf-8").replace("lessen@2", "lessen@1"), encoding="utf-8")
    code, output = run(folder, "--format", "concise")
    assert code == 1
    assert "data/werkplan-2021.yaml:1:11" in output
    assert "BKL602" in output
    assert "data/werkplan-2021.yaml:6:65" in output
    assert "BKL603" in output


def test_without_the_option_nobody_asks(folder):
    (folder / "data" / "jaarverslag-2021.yaml").unlink()
    kinds = {one.kind.code for one in api.check(folder).findings}
    assert not {code for code in kinds if code.startswith("BKL6")}
    assert "BKL601" in {
        one.kind.code for one in api.check(folder, eisen=folder / "eisen.yaml").findings
    }


def test_the_demands_choose_the_year(folder):
    (folder / "data" / "werkplan-2022.yaml").write_text(
        PLAN.replace("2021", "2022"), encoding="utf-8"
    )
    result = api.check(folder, eisen=folder / "eisen.yaml")
    assert "data/werkplan-2021.yaml" in result.files
    with pytest.raises(api.Gebruiksfout, match="gaan over 2021, niet over 2022"):
        api.check(folder, eisen=folder / "eisen.yaml", jaar=2022)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("eisen", "eisen: 2021", "eisen: ja", "Dit is geen jaartal"),
        ("eisen", "prov:lessen@2", "prov:les@2", "Er is geen definitie `prov:les@2`"),
        ("eisen", "prov:lessen@2", "lessen", "ongeldige_naam"),
        ("eisen", "van:", "vna:", "onbekende_sleutel"),
        ("eisen", "definities.yaml", "../definities.yaml", "geen bestand in dezelfde map"),
        ("eisen", "definities.yaml", "andere.yaml", "geen bestand in dezelfde map"),
        ("definities", "lessen@2", "lessen", "ongeldige_naam"),
        ("definities", "eenheid: lessen", "eenheden: lessen", "onbekende_sleutel"),
        ("definities", DEFINITIES, "# niets", "Begin het met `definities:`"),
        ("eisen", EISEN, "- a", "Begin het met `eisen:`"),
    ],
)
def test_half_of_a_demand_is_none(folder, file, old, new, told):
    path = folder / f"{file}.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    code, output = run(folder)
    assert code == 2
    assert told in " ".join(output.split())
    assert f"{file}.yaml" in output.replace("\n", "")


def test_a_file_that_is_not_there_and_every_year_are_wrong_use(folder):
    (folder / "eisen.yaml").unlink()
    assert run(folder)[0] == 2
    assert run(folder, "--all")[0] == 2
