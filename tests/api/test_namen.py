"""No file that was meant for bkl is passed over without a word."""

from pathlib import Path

import pytest
import yaml

from bkl import api
from tests.build import PLAN, write

CASES = yaml.safe_load((Path(__file__).parent / "namen.yaml").read_text(encoding="utf-8"))
CONTENTS = {
    "jaarverslag": "jaarverslag: 2021\npeildatum: 31-12-2021\n",
    "bijstellingen": "bijstellingen: 2021\nwijzigingen: []\n",
    "werkplan": PLAN,
    "bkl": "regels: {}\n",
}


def put(folder, name):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    kind = next((kind for kind in CONTENTS if path.name.startswith(kind)), "jaarverslag")
    path.write_text(CONTENTS[kind], encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["naam"])
@pytest.mark.parametrize("every", [False, True])
def test_names(case, every, tmp_path):
    write(tmp_path)
    for name in case["bestanden"]:
        put(tmp_path, name)
    found = api.check(tmp_path, every=every).findings
    told = [f for f in found if f.kind.code in ("BKL019", "BKL020", "BKL021")]
    assert len(told) == len(case["verwacht"]), told
    for finding, start in zip(told, case["verwacht"], strict=True):
        assert f"{finding.kind.code} {finding.place.file} {finding.cure}".startswith(start)
        assert finding.place.file.rpartition("/")[2] in finding.message


def test_an_approved_change_is_read_from_yml(tmp_path):
    write(tmp_path)
    (tmp_path / "data" / "bijstellingen-2021.yml").write_text(
        "bijstellingen: 2021\nwijzigingen:\n  - {indicator: S-R1, doel: 4 lezingen, "
        "reden: overmacht, akkoord: Brief, akkoord_datum: 01-06-2021}\n",
        encoding="utf-8",
    )
    (row,) = api.gap(tmp_path).rijen
    assert "4 lezingen" in str(row)
    assert not [f for f in api.check(tmp_path).findings if f.kind.code < "BKL100"]


def test_the_two_files_of_a_year_may_end_differently(tmp_path):
    write(tmp_path)
    put(tmp_path, "data/jaarverslag-2021.yml")
    found = api.check(files=[tmp_path / "data" / "jaarverslag-2021.yml"])
    assert not [f for f in found.findings if f.kind.code < "BKL100"]


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("Werkplan-2021.yaml", "Noem het `werkplan-2021.yaml`."),
        ("jaarverslag-2020-2023.yaml", "`data/jaarverslag-2020-2023.yaml` wordt niet gelezen."),
    ],
)
def test_a_folder_without_a_readable_name_names_what_stands_there(tmp_path, name, cure):
    (tmp_path / "data").mkdir()
    put(tmp_path, f"data/{name}")
    with pytest.raises(api.Gebruiksfout) as told:
        api.gap(tmp_path)
    assert cure in told.value.cure


def test_a_year_that_is_asked_for_and_has_another_name(tmp_path):
    write(tmp_path)
    put(tmp_path, "data/werkplan_2020.yaml")
    with pytest.raises(api.Gebruiksfout) as told:
        api.gap(tmp_path, jaar=2020)
    assert "Noem het `werkplan-2020.yaml`." in told.value.cure
