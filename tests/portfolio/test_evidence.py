"""Evidence counts in a portfolio: what is missing or changed is a fault, and is seen next time."""

import hashlib
import zipfile

import pytest

from bkl import api
from tests.portfolio.orgs import LES, org

TELLING = b"wie;aantal\nnoord;6\n"
SINCE = hashlib.sha256(TELLING).hexdigest()


@pytest.fixture
def noord(tmp_path):
    path = org(tmp_path / "orgs", "noord", [LES])
    org(tmp_path / "orgs", "zuid", [LES])
    report = path / "data" / "jaarverslag-2021.yaml"
    named = f"titel: Telling, bestand: bewijs/telling.csv, sha256: {SINCE}"
    report.write_text(report.read_text("utf-8").replace("titel: Telling", named), "utf-8")
    (path / "bewijs").mkdir()
    (path / "bewijs" / "telling.csv").write_bytes(TELLING)
    return path


def update(tmp_path, source="orgs"):
    request = api.PortfolioRequest(
        bronnen=[tmp_path / source], dataset=tmp_path / "uit", processen=1
    )
    return api.update_portfolio(request)


def faults(tmp_path):
    found = api.portfolio(tmp_path / "uit").aandacht
    return {one.werkmap: (one.fouten, one.melding) for one in found}


def test_a_change_of_evidence_is_seen_and_told(tmp_path, noord, monkeypatch):
    monkeypatch.setattr("bkl.portfolio.snapshot._JUST", 0)
    update(tmp_path)
    assert faults(tmp_path) == {}
    with monkeypatch.context() as patch:
        patch.setattr("bkl.api.leaves.portfolio.judge_workspace", None)
        assert update(tmp_path).ongewijzigd == 2, "what is old is not even read"
    file = noord / "bewijs" / "telling.csv"
    file.write_bytes(TELLING.replace(b"6", b"7"))
    assert update(tmp_path).beoordeeld == 1
    (told,) = faults(tmp_path).values()
    assert told[0] == 1
    assert "is veranderd sinds" in told[1]
    file.unlink()
    assert update(tmp_path).beoordeeld == 1
    (told,) = faults(tmp_path).values()
    assert "is er niet" in told[1]
    file.write_bytes(TELLING)
    update(tmp_path)
    assert faults(tmp_path) == {}


def test_evidence_that_just_changed_is_looked_at_once_more(tmp_path, noord):
    update(tmp_path)
    assert update(tmp_path).beoordeeld == 1, "and what names no evidence is only read"


def test_a_new_time_alone_is_no_change(tmp_path, noord, monkeypatch):
    monkeypatch.setattr("bkl.portfolio.snapshot._JUST", 0)
    update(tmp_path)
    (noord / "bewijs" / "telling.csv").write_bytes(TELLING)
    assert update(tmp_path).beoordeeld == 0


def test_evidence_in_a_zip_is_seen_as_well(tmp_path, noord, monkeypatch):
    monkeypatch.setattr("bkl.portfolio.snapshot._JUST", 0)
    (tmp_path / "in").mkdir()

    def pack(telling):
        with zipfile.ZipFile(tmp_path / "in" / "noord.zip", "w") as archive:
            for path in sorted(noord.rglob("*.yaml")):
                archive.write(path, path.relative_to(noord.parent))
            archive.writestr("noord/bewijs/telling.csv", telling)

    pack(TELLING)
    update(tmp_path, "in")
    assert faults(tmp_path) == {}
    assert update(tmp_path, "in").beoordeeld == 0
    pack(TELLING.replace(b"6", b"7"))
    assert update(tmp_path, "in").beoordeeld == 1
    assert "is veranderd sinds" in faults(tmp_path)["noord.zip"][1]
