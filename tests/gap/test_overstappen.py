"""A workspace as version 0.1 wrote it is read as it was, and what changed is written down."""

import hashlib
from pathlib import Path

import pytest
import yaml

from bkl import api
from bkl.api.checking.catalogue import kinds
from tests.build import PLAN, REPORT, write

HERE = Path(__file__).parent / "versie_0_1"
MANUAL = HERE.parent.parent.parent / "docs" / "overstappen.md"
OTHERWISE = {"AD-R21": ("deels gehaald", "niet te bepalen")}
"""Silence about the rest is no shortfall: the only promise here that is judged otherwise."""


def test_every_verdict_of_the_old_version_stands_or_is_explained():
    result = api.gap(HERE)
    before = yaml.safe_load((HERE / "oordelen.yaml").read_text(encoding="utf-8"))
    after = {rij.id: rij.vergelijking.oordeel for rij in result.rijen}
    assert after.keys() == before.keys()
    changed = {id_: (before[id_], after[id_]) for id_ in after if after[id_] != before[id_]}
    assert changed == OTHERWISE
    assert result.fouten == 0


def test_the_manual_of_moving_over_names_the_change():
    text = MANUAL.read_text(encoding="utf-8")
    for before, after in OTHERWISE.values():
        assert f"| {before} | {after} |" in text


RULES = yaml.safe_load((HERE / "regels.yaml").read_text(encoding="utf-8"))


def codes(folder, **options):
    return [finding.kind.code for finding in api.check(folder, **options).findings]


def test_no_code_of_the_old_version_names_another_rule():
    now = {kind.code: kind.slug for kind in kinds()}
    assert len(RULES) == 86
    assert {code: now.get(code) for code in RULES} == RULES


@pytest.mark.parametrize("code", [code for code in RULES if code > "BKL1"])
def test_a_comment_that_names_an_old_rule_is_understood(code, tmp_path):
    """By code and by name: at worst it allows what is not there any more."""
    for name in (code, RULES[code]):
        text = f"    reden: capaciteit  # bkl: sta {name} toe: volgt nog"
        told = codes(write(tmp_path, REPORT % text))
        assert set(told) <= {"BKL053"}, told


@pytest.mark.parametrize(
    ("newline", "mark"), [("\n", ""), ("\r\n", ""), ("\n", "\ufeff"), ("\r\n", "\ufeff")]
)
def test_the_kenmerk_of_a_plan_as_the_old_version_told_it_is_accepted(newline, mark, tmp_path):
    """It hashed the bytes as they are; also of a file with mixed line ends."""
    for text in (PLAN.replace("\n", newline), PLAN.replace("\n", newline, 2)):
        plan = (mark + text).encode()
        told = hashlib.sha256(plan).hexdigest()[:16]
        report = REPORT.replace("peildatum", f"werkplan_hash: {told}\npeildatum")
        folder = write(tmp_path, report % "    reden: capaciteit")
        (folder / "data" / "werkplan-2021.yaml").write_bytes(plan)
        assert codes(folder) == []
        (folder / "data" / "werkplan-2021.yaml").write_bytes(plan.replace(b"6 lez", b"5 lez"))
        (changed,) = api.check(folder).findings
        assert changed.kind.code == "BKL305"
        assert "bijstellingen-2021.yaml" in changed.cure


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_a_report_of_the_old_version_counts_until_the_data_change(newline, tmp_path):
    folder = write(tmp_path, REPORT % "    reden: capaciteit")
    files = [folder / "data" / f"{kind}-2021.yaml" for kind in ("werkplan", "jaarverslag")]
    for path in files:
        path.write_bytes(path.read_bytes().replace(b"\n", newline))
    told = hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()[:12]
    (folder / "reports").mkdir()
    (folder / "reports" / "jaarverslag-2021.md").write_text(f"kenmerk `{told}`\n")
    assert codes(folder) == []
    files[1].write_bytes(files[1].read_bytes().replace(b"1 lezing", b"2 lezing"))
    (stale,) = api.check(folder).findings
    assert stale.kind.code == "BKL501"
    assert "bkl render jaarverslag" in stale.cure
