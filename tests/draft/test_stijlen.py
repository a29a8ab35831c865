"""Plans in the house styles of made-up organisations, each with what must come of it."""

from pathlib import Path

import pytest
import yaml

from bkl import api
from bkl.draft.blocks import plain_text
from bkl.draft.draft import draft_plan
from bkl.draft.reading.read import read_document
from bkl.draft.structure.promises import JUDGED
from bkl.draft.write import write_plan
from tests.draft.score import Phrase, proposed, score, structure

HERE = Path(__file__).parent / "stijlen"
PLANS = sorted(path for path in HERE.iterdir() if path.suffix != ".yaml")


def expected(path):
    return yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))


def judged(plan):
    """Return the promises in running text that have no figure, so that people judge them."""
    return [
        f"{part.key}-{promise.code}"
        for part in plan.parts
        for promise in part.promises
        if JUDGED in promise.los
    ]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_what_is_proposed(path):
    wanted = expected(path)
    plan = draft_plan(path, today=2026)
    assert (str(plan.jaren), plan.organisatie) == (str(wanted["jaar"]), wanted["organisatie"])
    assert structure(plan) == wanted["structuur"]
    phrases = {
        where: [Phrase(**one) if isinstance(one, dict) else Phrase(one) for one in listed]
        for where, listed in wanted["doelen"].items()
    }
    found = score(proposed(plan), phrases, plan.jaar)
    assert (found.missed, found.wrong) == ([], [])
    assert judged(plan) == wanted.get("oordeel", [])


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_every_phrase_is_a_literal_piece_of_the_document(path):
    text = plain_text(read_document(path))
    flat = " ".join(text.split())
    for figure in draft_plan(path, today=2026).figures:
        assert all(doel in flat for doel in (figure.doel, *figure.jaardoelen.values()))
        for piece in (figure.eenheid, figure.nulmeting):
            assert piece is None or piece == "%" or piece in flat


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_the_file_has_no_faults(path, tmp_path):
    plan = draft_plan(path, today=2026)
    (tmp_path / "data").mkdir()
    file = tmp_path / f"data/werkplan-{plan.jaren.in_naam}.yaml"
    file.write_text(write_plan(plan, path.name), "utf-8")
    found = api.check(tmp_path)
    assert [one.message for one in found.findings if one.kind.severity == "fout"] == []
