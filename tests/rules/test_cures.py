"""A cure that is certain says nothing new: letters and figures stay, whatever the rule."""

import re

import pytest

from bkl import api
from tests.rules.test_rules import CASES, write_workspace


def essence(text):
    return re.sub(r"[\W_]", "", text).casefold()


def edits_of(folder, jaar):
    for finding in api.check(folder, jaar=jaar).findings:
        for edit in finding.edits:
            yield finding.kind.slug, edit.old, edit.new


MENDED = [(slug, case) for slug, case in (one.values for one in CASES) if "hersteld" in case]


@pytest.mark.parametrize(
    ("slug", "case"), MENDED, ids=[f"{slug}: {case['naam']}" for slug, case in MENDED]
)
def test_an_edit_changes_no_letter_and_no_figure(slug, case, tmp_path):
    folder = write_workspace(tmp_path, case)
    for rule, old, new in edits_of(folder, case.get("jaar")):
        # the keys of the format are a closed list, of which a slip is known
        if rule != "onbekende_sleutel":
            assert essence(old) == essence(new), rule
    before = api.check(folder, jaar=case.get("jaar"))
    done = api.fix(folder, jaar=case.get("jaar"))
    assert done.result.fouten <= before.fouten
    for change in done.changes:
        text = change.after.decode()
        assert essence(text) == essence(change.before.decode())
    assert not api.fix(folder, jaar=case.get("jaar")).mended


def test_there_are_cases_with_a_cure():
    assert len(MENDED) > 5
