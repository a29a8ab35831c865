"""`make rule` gives a rule that loads and cases that are read."""

import subprocess
import sys
from types import ModuleType

import pytest
import yaml

from bkl.rules.engine import rule as engine
from bkl.rules.engine.rule import all_rules
from tests.rules import test_rules
from tests.rules.nieuw import skeleton


@pytest.mark.parametrize("family", ["werkplan", "jaarverslag", "tekst", "eisen"])
def test_the_skeleton_is_a_rule_that_passes_its_cases(tmp_path, monkeypatch, family):
    rule, cases = skeleton(f"{family}/iets_vergeten", tmp_path)
    module = ModuleType(f"bkl.rules.{family}.iets_vergeten")
    exec(compile(rule.read_text(encoding="utf-8"), str(rule), "exec"), module.__dict__)
    names = vars(module)
    kind = names["KIND"]
    assert kind.slug == "iets_vergeten"
    assert kind.code not in {r.kind.code for r in all_rules()}
    assert callable(names["check"])
    silent, firing = yaml.safe_load(cases.read_text(encoding="utf-8"))
    assert silent["verwacht"] == []
    assert firing["verwacht"]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    listed = engine.as_listed(engine._rule_of(module.__name__))
    monkeypatch.setattr(engine, "listed_rules", lambda: (listed,))
    test_rules.test_case(kind.slug, silent, tmp_path / "silent")
    test_rules.test_case(kind.slug, firing, tmp_path / "firing")
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
