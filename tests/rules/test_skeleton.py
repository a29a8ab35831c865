"""`make rule` gives a rule that loads and cases that are read."""

import subprocess
import sys

import pytest
import yaml

from bkl.rules.engine.rule import all_rules
from tests.rules.nieuw import skeleton


@pytest.mark.parametrize("family", ["werkplan", "jaarverslag", "tekst"])
def test_the_skeleton_is_a_rule_with_cases(tmp_path, family):
    rule, cases = skeleton(f"{family}/iets_vergeten", tmp_path)
    names: dict[str, object] = {}
    exec(compile(rule.read_text(encoding="utf-8"), str(rule), "exec"), names)
    kind = names["KIND"]
    assert kind.slug == "iets_vergeten"
    assert kind.code not in {r.kind.code for r in all_rules()}
    assert callable(names["check"])
    assert ("REQUIRES" in names) == (family != "werkplan")
    silent, firing = yaml.safe_load(cases.read_text(encoding="utf-8"))
    assert silent["verwacht"] == []
    assert firing["verwacht"]
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--check", "--quiet", str(rule)], check=False
    )
    assert done.returncode == 0


@pytest.mark.parametrize(
    "name", ["", "iets", "onzin/iets", "werkplan/Iets", "werkplan/", "werkplan/a-b"]
)
def test_other_names_are_refused(tmp_path, name):
    with pytest.raises(ValueError, match="familie"):
        skeleton(name, tmp_path)


def test_nothing_is_overwritten(tmp_path):
    skeleton("werkplan/iets_vergeten", tmp_path)
    with pytest.raises(ValueError, match="bestaat al"):
        skeleton("werkplan/iets_vergeten", tmp_path)
