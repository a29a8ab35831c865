"""`bkl draft --stap`: each figure is asked about once, and stopping loses nothing."""

import os
import select
import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from bkl import api

TODAY = date(2026, 11, 27)
PLAN = Path(__file__).parent / "stijlen/lijsten.txt"


def review(folder, document=PLAN):
    request = api.DraftRequest(document, folder)
    return api.DraftReview(request, api.read_draft(request, TODAY))


def test_answers_are_kept_at_once_and_come_into_the_plan(tmp_path):
    first = review(tmp_path)
    assert len(first.steps) == 12
    first.decide(first.open[0], "overnemen")
    first.decide(first.open[0], "overslaan")
    first.decide(first.open[0], "veranderen", "ca. 950 mensen")
    # somebody else, later
    again = review(tmp_path)
    assert len(again.open) == 9
    again.apply()
    figures = [one.doel for one in again.plan.figures]
    assert figures[:2] == ["Minimaal 40 buurtbewoners", "ca. 950 mensen"]
    assert "zes buurtfeesten" not in figures
    again.close()
    assert list(tmp_path.iterdir()) == []


def test_a_change_that_is_no_doel_is_refused_and_nothing_is_lost(tmp_path):
    one = review(tmp_path)
    with pytest.raises(api.Gebruiksfout):
        one.decide(one.open[0], "veranderen", "veel mensen")
    assert len(one.open) == len(one.steps)


def test_answers_about_another_document_do_not_count(tmp_path):
    one = review(tmp_path)
    one.decide(one.open[0], "overslaan")
    other = tmp_path / "ander.txt"
    other.write_text(PLAN.read_text("utf-8") + "\nSlot.\n", "utf-8")
    again = review(tmp_path, other)
    assert len(again.open) == len(again.steps)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"antwoorden": {"a": []}}', "\x00", "{" * 5000])
def test_a_damaged_file_of_answers_is_told(tmp_path, text):
    (tmp_path / "bkl-draft-2024.json").write_text(text)
    with pytest.raises(api.Gebruiksfout, match="beschadigd"):
        review(tmp_path)


def test_at_a_terminal(tmp_path):
    pty = pytest.importorskip("pty")
    shutil.copy(PLAN, tmp_path / "plan.txt")

    def run(keys):
        master, slave = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "bkl", "draft", "plan.txt", "--stap"],
            stdin=slave, stdout=slave, stderr=slave, cwd=tmp_path,
            env={**os.environ, "COLUMNS": "80", "TERM": "dumb"},
        )  # fmt: skip
        os.close(slave)
        shown, asked, end = "", 0, time.monotonic() + 60
        while process.poll() is None and time.monotonic() < end:
            if select.select([master], [], [], 0.2)[0]:
                try:
                    shown += os.read(master, 65536).decode()
                except OSError:
                    break
            questions = (
                shown.count("q stopt: ") + shown.count("toch niet): ") + shown.count("maken?")
            )
            if questions > asked and keys:
                os.write(master, keys.pop(0))
                asked = questions
        return process.wait(10), shown.replace("\r\n", "\n")

    code, shown = run([b"\n", b"v\n", b"7 buurtfeesten\n", b"q\n"])
    assert code == 1
    assert "1 van 12  S1-R1" in shown
    assert "bkl-draft-2024.json" in shown
    assert not (tmp_path / "data").exists()
    code, shown = run([b"s\n"] + [b"\n"] * 10)
    assert code == 0
    assert "2 van 12 zijn al bekeken" in shown
    made = (tmp_path / "data/werkplan-2024.yaml").read_text("utf-8")
    assert "doel: 7 buurtfeesten" in made
    assert "doel: ca. 900 mensen" not in made
    assert not (tmp_path / "bkl-draft-2024.json").exists()


def test_a_promise_in_words_is_kept_or_put_with_what_got_no_place(tmp_path):
    one = review(tmp_path, PLAN.with_name("memo.md"))
    in_words = [step for step in one.steps if step.figure is None]
    assert [f"{step.part.key}-{step.promise.code}" for step in in_words] == [
        "BEGE-R4", "TAAL-R3", "HOO-R1",
    ]  # fmt: skip
    with pytest.raises(api.Gebruiksfout):
        one.decide(in_words[0], "veranderen", "3 handboeken")
    one.decide(in_words[0], "overnemen")
    one.decide(in_words[1], "overslaan")
    one.apply()
    kept, gone = (step.promise for step in in_words[:2])
    assert kept in one.plan.promises
    assert kept.los == []
    assert gone not in one.plan.promises
    assert gone.tekst in [left.text for left in one.plan.left]


def test_of_a_figure_for_each_year_that_of_the_last_changes(tmp_path):
    one = review(tmp_path, PLAN.with_name("jaarkolommen.html"))
    step = next(step for step in one.steps if step.figure.jaardoelen)
    one.decide(step, "veranderen", "500")
    one.apply()
    assert step.figure.jaardoelen == {2023: "590", 2024: "570", 2025: "550", 2026: "500"}
