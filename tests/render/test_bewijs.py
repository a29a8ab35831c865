"""The report on evidence: from a figure to its file in two steps, and the dossier in one zip."""

import hashlib
import json
import subprocess
import sys
import zipfile

import pytest

from bkl import api

PLAN = """\
werkplan: 2021
organisatie: Voorbeeld
speerpunten:
  S:
    titel: Lezen
    resultaten:
      R1: {tekst: Lezingen houden., doel: 6 lezingen}
      R2: {tekst: Lezers bereiken., doel: 40 lezers}
      R3: {tekst: Een plan maken., doel: ja}
"""
TELLING = b"groep;aantal\nlezingen;6\n"
SUM = hashlib.sha256(TELLING).hexdigest()
REPORT = f"""\
jaarverslag: 2021
peildatum: 31-12-2021
ondertekening: {{status: vastgesteld, datum: 01-03-2022}}
bronnen:
  telling: {{titel: Eigen telling, bestand: bewijs/telling.csv, sha256: {SUM}}}
  site: {{titel: Website, url: 'https://voorbeeld.example/cijfers'}}
realisaties:
  S-R1:
    realisatie: 6 lezingen
    bron: {{naam: telling, plaats: eerste tabel, cel: B2}}
  S-R2: {{realisatie: 40 lezers, bron: [site, 'telling, tweede tabel']}}
  S-R3: {{realisatie: ja}}
"""


@pytest.fixture
def workspace(tmp_path):
    for name, text in (("werkplan", PLAN), ("jaarverslag", REPORT)):
        path = tmp_path / "data" / f"{name}-2021.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    (tmp_path / "bewijs").mkdir()
    (tmp_path / "bewijs" / "telling.csv").write_bytes(TELLING)
    return tmp_path


def told(workspace, rapport="bewijs"):
    paths = api.render(rapport, workspace, formats=("md",))
    return paths[0].read_text(encoding="utf-8")


def sign(workspace, ids=(None,)):
    for id_ in ids:
        asked = api.SignRequest(wie="Jan", rol="controller", selectie=id_)
        assert api.sign(workspace, asked, lambda _: True).changes


def test_each_figure_leads_to_its_file_and_each_file_has_its_fingerprint(workspace):
    text = told(workspace)
    row = next(line for line in text.splitlines() if "S-R1" in line and line.startswith("|"))
    assert "Eigen telling, eerste tabel: [bestand 1](#bestand-1), cel B2" in row
    assert "https://voorbeeld.example/cijfers" in text
    assert f"| 1 kB | `{SUM}` |" in text
    assert "Bij 1 staat nog niet waar het vandaan komt." in text


def test_a_file_that_changed_or_went_says_so(workspace):
    (workspace / "bewijs" / "telling.csv").write_bytes(TELLING + b"x")
    assert "**Is veranderd nadat het is vastgelegd.**" in told(workspace)
    (workspace / "bewijs" / "telling.csv").unlink()
    assert "**Is er niet, of is niet te lezen.**" in told(workspace)


def test_two_files_that_were_swapped_are_both_told(workspace):
    other = b"groep;aantal\nlezers;40\n"
    (workspace / "bewijs" / "lezers.csv").write_bytes(other)
    path = workspace / "data" / "jaarverslag-2021.yaml"
    named = f"  lezers: {{titel: Lezers, bestand: bewijs/lezers.csv, sha256: {digest(other)}}}\n"
    path.write_text(path.read_text().replace("  site:", f"{named}  site:"))
    sign(workspace)
    assert slugs(workspace) == set()
    first, second = (workspace / "bewijs" / name for name in ("telling.csv", "lezers.csv"))
    first.rename(workspace / "weg")
    second.rename(first)
    (workspace / "weg").rename(second)
    found = [one for one in api.check(workspace).findings if one.kind.slug == "bewijs_gewijzigd"]
    assert len(found) == 2
    assert "gewijzigd_na_akkoord" in slugs(workspace)


def slugs(workspace):
    found = {one.kind.slug for one in api.check(workspace).findings}
    return found & {"bewijs_gewijzigd", "bewijs_cel_verschilt", "gewijzigd_na_akkoord"}


def digest(data):
    return hashlib.sha256(data).hexdigest()


def test_who_agreed_stands_there_with_role_and_day_but_without_name(workspace):
    assert "Akkoord" not in told(workspace)
    sign(workspace)
    text = told(workspace)
    assert "Op 3 van de 3 is akkoord gegeven." in text
    assert "controller" in text
    assert "Jan" not in text


def test_adopted_only_with_every_akkoord_and_without_faults(workspace):
    assert "vastgesteld op 1 maart 2022" in told(workspace, "jaarverslag")
    sign(workspace, ["S-R1", "S-R2"])
    half = told(workspace, "jaarverslag")
    assert "concept, 1 nog zonder akkoord" in half
    assert "Dit document is vastgesteld" not in half
    sign(workspace, ["S-R3"])
    assert "Dit document is vastgesteld op 1 maart 2022" in told(workspace, "jaarverslag")
    # a changed file of evidence takes the signature away, and is a fault
    (workspace / "bewijs" / "telling.csv").write_bytes(TELLING + b"x")
    gone = told(workspace, "jaarverslag")
    assert "concept, 1 fout" in gone
    assert "Dit document is vastgesteld" not in gone


def test_json_tells_how_the_signatures_stand(workspace):
    rows = {one["id"]: one for one in _json(workspace)["indicatoren"]}
    assert rows["S-R1"]["getekend"] is None
    sign(workspace, ["S-R1"])
    rows = {one["id"]: one for one in _json(workspace)["indicatoren"]}
    assert [rows[id_]["getekend"] for id_ in ("S-R1", "S-R2")] == ["akkoord", None]


def _json(workspace):
    return json.loads(api.render("jaarverslag", workspace, formats=("json",))[0].read_bytes())


def test_the_dossier_holds_report_data_and_evidence_and_checks_itself(workspace, tmp_path):
    sign(workspace)
    path = api.render("bewijs", workspace, formats=("md", api.DOSSIER))[-1]
    first = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == [
            "SHA256SUMS",
            "bewijs-2021.md",
            "bewijs/telling.csv",
            "data/akkoord-2021.yaml",
            "data/jaarverslag-2021.yaml",
            "data/werkplan-2021.yaml",
        ]
        sums = dict(
            reversed(line.split("  ")) for line in archive.read("SHA256SUMS").decode().splitlines()
        )
        assert sums == {
            name: hashlib.sha256(archive.read(name)).hexdigest()
            for name in archive.namelist()
            if name != "SHA256SUMS"
        }
    assert api.render("bewijs", workspace, formats=("md", api.DOSSIER))[-1].read_bytes() == first


def test_what_leads_out_of_the_workspace_is_never_packed(workspace, tmp_path):
    outside = tmp_path.parent / "geheim.csv"
    outside.write_text("geheim")
    (workspace / "bewijs" / "telling.csv").unlink()
    (workspace / "bewijs" / "telling.csv").symlink_to(outside)
    path = api.render("bewijs", workspace, formats=("md", api.DOSSIER))[-1]
    with zipfile.ZipFile(path) as archive:
        assert "bewijs/telling.csv" not in archive.namelist()


def test_zip_goes_with_making_a_report(workspace):
    done = subprocess.run(
        [sys.executable, "-m", "bkl", "render", "--check", "--zip"],
        cwd=workspace, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "`--zip` hoort bij `een rapport`" in done.stderr
