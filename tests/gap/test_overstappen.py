"""A workspace as version 0.1 wrote it is read as it was, and what changed is written down."""

from pathlib import Path

import yaml

from bkl import api

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
