"""check reports everything at once: a fault in one entry hides nothing in the others."""

from pathlib import Path

import pytest

from bkl import api

PLAN = """\
werkplan: 2021
organisatie: Voorbeeld
speerpunten:
  S:
    resultaten:
      R1: {tekst: Lezingen, doel: 6 lezingen}
      R2:
      R3: {tekst: Mensen, doel: 4.000}
"""
REPORT = """\
jaarverslag: 2021
peildatum: 31-12-2021
realisaties:
  S-R1: {realisatie: 1 lezing, toelichtng: Corona.}
  S-R9: 3 lezingen
"""


def write(folder: Path, **files: str) -> Path:
    (folder / "data").mkdir()
    for kind, text in files.items():
        (folder / "data" / f"{kind}-2021.yaml").write_text(text, encoding="utf-8")
    return folder


def codes(result: api.CheckResult) -> list[tuple[str, str, int]]:
    return [(f.place.file[5:9], f.kind.code, f.position.line) for f in result.findings]


def test_faults_of_reading_and_of_rules_come_in_one_run(tmp_path):
    folder = write(tmp_path, werkplan=PLAN, jaarverslag=REPORT)
    found = codes(api.check(folder))
    assert ("werk", "BKL012", 7) in found
    assert ("werk", "BKL016", 8) in found
    assert ("jaar", "BKL010", 4) in found
    assert ("jaar", "BKL201", 5) in found


def test_rules_do_not_repeat_what_reading_said_of_the_same_entry(tmp_path):
    folder = write(tmp_path, werkplan=PLAN, jaarverslag=REPORT)
    assert not [f for f in codes(api.check(folder)) if f[1] in ("BKL203", "BKL204") and f[2] == 4]


def test_a_jaarverslag_without_its_werkplan_is_a_finding(tmp_path):
    folder = write(tmp_path, jaarverslag=REPORT)
    assert "BKL018" in [code for _, code, _ in codes(api.check(folder))]


def test_a_named_file_gives_only_its_own_findings(tmp_path):
    folder = write(tmp_path, werkplan=PLAN, jaarverslag=REPORT)
    path = folder / "data" / "jaarverslag-2021.yaml"
    result = api.check(files=[path])
    assert {f.place.file for f in result.findings} == {path.as_posix()}


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ((), "geen werkplan of jaarverslag"),
        (("notities.txt",), "geen werkplan of jaarverslag"),
    ],
)
def test_a_workspace_without_data_is_wrong_use(tmp_path, names, message):
    (tmp_path / "data").mkdir()
    for name in names:
        (tmp_path / "data" / name).write_text("x", encoding="utf-8")
    with pytest.raises(api.Gebruiksfout, match=message):
        api.check(tmp_path)


def test_unknown_year_names_the_years_there_are(tmp_path):
    folder = write(tmp_path, werkplan=PLAN)
    with pytest.raises(api.Gebruiksfout, match=r"Kies uit: 2021\."):
        api.check(folder, jaar=2020)


def test_gap_works_with_what_can_be_read_and_counts_the_faults(tmp_path):
    plan = PLAN + "      R4: {tekst: Dagen, doel: 2 dagen}\n"
    result = api.gap(write(tmp_path, werkplan=plan, jaarverslag=REPORT + "  S-R4: 2 dagen\n"))
    reading = [one for one in api.check(tmp_path).findings if one.kind.code < "BKL050"]
    assert result.fouten == len(reading) == 3, [one.kind.code for one in reading]
    judged = {rij.id: rij.vergelijking.oordeel for rij in result.rijen}
    assert judged["S-R4"] == "gehaald"
    assert {judged[id_] for id_ in ("S-R1", "S-R2", "S-R3")} == {"onleesbaar"}


def test_gap_and_render_refuse_unreadable_files_with_the_findings(tmp_path):
    folder = write(tmp_path, werkplan=PLAN, jaarverslag=REPORT + "  S-R3: {realisatie: 'open")
    for ask in (lambda: api.gap(folder), lambda: api.render("jaarverslag", folder)):
        with pytest.raises(api.Onbruikbaar) as caught:
            ask()
        assert all(f.position for f in caught.value.findings)
    assert not (folder / "reports").exists()


def test_a_required_value_that_is_wrong_is_not_also_missing(tmp_path):
    wrong = REPORT.replace("31-12-2021", "31-13-2021")
    found = codes(api.check(write(tmp_path, werkplan=PLAN, jaarverslag=wrong)))
    assert [code for file, code, line in found if file == "jaar" and line <= 2] == ["BKL012"]


def test_the_door_gives_functions_whichever_name_is_asked_first():
    for name in api.__all__:
        assert callable(getattr(api, name)) or name.isupper()


def test_every_year_is_checked_when_asked(tmp_path):
    folder = write(tmp_path, werkplan=PLAN.replace("4.000", "4 mensen"))
    older = PLAN.replace("werkplan: 2021", "werkplan: 2020")
    (folder / "data" / "werkplan-2020.yaml").write_text(older, encoding="utf-8")
    assert ("data/werkplan-2020.yaml", "BKL016") not in where(api.check(folder))
    result = api.check(folder, every=True)
    assert result.files == ("data/werkplan-2020.yaml", "data/werkplan-2021.yaml")
    assert ("data/werkplan-2020.yaml", "BKL016") in where(result)
    assert ("data/werkplan-2021.yaml", "BKL012") in where(result)


def where(result: api.CheckResult) -> set[tuple[str, str]]:
    return {(f.place.file, f.kind.code) for f in result.findings}
