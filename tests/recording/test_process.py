"""`bkl set` as people type it: what it shows, asks and ends with; and what survives a kill -9."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest
import yaml

from tests.recording.workspace import NAME, REPORT, new_workspace, report_of

KILLS = 100 if os.environ.get("BKL_LANG") else 2
AT_ONCE = 20 if os.environ.get("BKL_LANG") else 3


def command(folder, *args):
    return [sys.executable, "-m", "bkl", "-C", str(folder), "set", *args]


def bkl(folder, *args, given=None):
    done = subprocess.run(
        command(folder, *args),
        capture_output=True,
        encoding="utf-8",
        check=False,
        input=given,
        env={**os.environ, "COLUMNS": "80"},
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def test_without_a_terminal_it_shows_and_writes_nothing(tmp_path):
    folder = new_workspace(tmp_path)
    code, out, err = bkl(folder, "S-R3", "nog niet bekend")
    assert code == 1
    assert "4 bijeenkomsten → nog niet bekend" in out
    assert "+  S-R3: nog niet bekend" in out
    assert "--yes" in err
    assert report_of(folder) == REPORT


def test_a_source_written_as_a_block_is_left_to_the_editor(tmp_path):
    block = REPORT.replace("    bron: telling\n", "    bron: {naam: telling, cel: B2}\n")
    code, _, err = bkl(new_workspace(tmp_path, block), "S-R1", "--bron", "telling", "--yes")
    assert code == 2
    assert "hier staat een blok met sleutels" in err
    assert "in uw editor" in " ".join(err.split())
    assert report_of(tmp_path) == block


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["5 lezingen"], '`--reden … --toelichting "…"`'),
        (["5 lezingen", "--reden", "planning"], 'Geef de uitleg meteen mee: `--toelichting "…"`'),
        (["6 lezingen", "--bron", "lijst"], '`--brontitel "Telling 2021"`'),
    ],
)
def test_a_figure_that_is_refused_says_which_options_help(tmp_path, args, said):
    code, _, err = bkl(new_workspace(tmp_path), "S-R1", *args, "--yes")
    assert code == 1
    assert said in " ".join(err.split())


def test_what_was_told_with_the_old_figure_and_stays_is_named(tmp_path):
    code, out, _ = bkl(new_workspace(tmp_path), "S-R1", "7 lezingen", "--dry-run")
    assert "6 lezingen → 7 lezingen" in out
    assert "  bron          telling (blijft staan)\n" in out
    assert code == 0


def test_yes_saves_and_a_second_time_there_is_nothing_to_do(tmp_path):
    folder = new_workspace(tmp_path)
    code, out, _ = bkl(folder, "S-R3", "nog niet bekend", "--yes")
    assert code == 0
    assert out.endswith(f"Opgeslagen in data/{NAME}.\n")
    assert "S-R3: nog niet bekend" in report_of(folder)
    assert bkl(folder, "S-R3", "nog niet bekend", "--yes")[:2] == (
        0,
        "Er verandert niets: in het jaarverslag van 2021 staat dit al zo.\n",
    )


def test_dry_run_writes_nothing_and_is_no_fault(tmp_path):
    folder = new_workspace(tmp_path)
    code, out, _ = bkl(folder, "S-R3", "nog niet bekend", "--dry-run")
    assert (code, report_of(folder)) == (0, REPORT)
    assert "nog niet bekend" in out


def test_a_fault_is_told_with_its_code_and_nothing_is_written(tmp_path):
    folder = new_workspace(tmp_path)
    code, _, err = bkl(folder, "S-R3", "2 bijeenkomsten", "--yes")
    assert code == 1
    assert "BKL203" in err
    assert "jaarverslag van 2021" in err
    assert report_of(folder) == REPORT


def test_wrong_use(tmp_path):
    folder = new_workspace(tmp_path)
    assert bkl(folder, "S-R8", "2", "--yes")[0] == 2
    code, _, err = bkl(folder, "S-R3", "-5")
    assert code == 2
    assert "`… -- -5`" in err
    assert bkl(folder, "S-R3")[0] == 2
    code, _, err = bkl(folder, "S-R3", "2", "--reden", "pech")
    assert code == 2
    assert "reden" in err


def test_a_figure_below_nought(tmp_path):
    folder = new_workspace(tmp_path)
    code, out, _ = bkl(folder, "--dry-run", "S-R3", "--reden", "anders", "--toelichting", "Min.",
                       "--", "-5")  # fmt: skip
    assert code == 0
    assert "+    realisatie: -5" in out


def test_an_empty_value_is_no_figure(tmp_path):
    folder = new_workspace(tmp_path)
    code, _, err = bkl(folder, "S-R3", " ", "--yes")
    assert (code, report_of(folder)) == (2, REPORT)
    assert "De waarde is leeg." in err
    assert "nog niet bekend" in err


def test_the_year_is_told_before_anything_else(tmp_path):
    out = bkl(new_workspace(tmp_path), "S-R3", "nog niet bekend", "--dry-run")[1]
    assert out.startswith("Jaarverslag 2021\n")


def test_a_new_source_and_an_earlier_day_are_offered_where_they_would_help(tmp_path):
    folder = new_workspace(tmp_path)
    err = bkl(folder, "S-R3", "4 bijeenkomsten", "--bron", "lijst", "--yes")[2]
    assert "--brontitel" in err
    assert "--peildatum" not in err
    code, _, err = bkl(folder, "S-R4.modules", "3 modules", "--periode", "Q2", "--yes")
    assert code == 1
    assert "`--peildatum 30-06-2021`" in err
    assert "--brontitel" not in err
    folder = new_workspace(tmp_path, "jaarverslag: 2021\npeildatum: 31-12-2021\n")
    told = ("S-R4.modules", "3 modules", "--periode", "Q2", "--peildatum", "30-06-2021")
    assert bkl(folder, *told, "--yes")[0] == 0


def test_questions_at_a_terminal(tmp_path):
    """What lacks is asked for, in Dutch; an answer that does not fit is asked again."""
    pty = pytest.importorskip("pty")
    folder = new_workspace(tmp_path)
    master, slave = pty.openpty()
    running = subprocess.Popen(
        command(folder, "S-R3", "2 bijeenkomsten"),
        stdin=slave, stdout=slave, stderr=slave, env={**os.environ, "TERM": "dumb"},
    )  # fmt: skip
    os.close(slave)
    said = b""
    for question, answer in (
        ("Waarom liep het anders? ", "\n"),
        ("Typ een antwoord", "pech\n"),
        ("Kies uit: overmacht", "partner\n"),
        ("Wat is de uitleg?", "Een partner viel uit.\n"),
        ("Waar komt het vandaan?", "agenda, blad 3\n"),
        ("De bron `agenda` is nieuw. Hoe heet die voluit? ", "\n"),
        ("Typ een antwoord", "  \n"),
        ("Typ een antwoord", "Agenda van 2021\n"),
        ("Opslaan?", "misschien\n"),
        ("Antwoord met j of n", "j\n"),
    ):
        end = time.monotonic() + 20
        while question.encode() not in said and time.monotonic() < end:
            said += os.read(master, 4096)
        assert question.encode() in said, said.decode()
        said = said.partition(question.encode())[2]
        os.write(master, answer.encode())
    assert running.wait(20) == 0
    os.close(master)
    assert (
        "  S-R3:\n    realisatie: 2 bijeenkomsten\n    bron: agenda, blad 3\n    reden: partner\n"
        "    toelichting: Een partner viel uit.\n" in report_of(folder)
    )


def test_several_at_once_lose_nothing(tmp_path):
    """All there or refused aloud."""
    numbers = range(AT_ONCE)
    lines = [
        f"      R{100 + number}: {{tekst: t{number}, doel: 3 modules}}\n" for number in numbers
    ]
    folder = new_workspace(tmp_path)
    plan = folder / "data" / "werkplan-2021.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(
        text.replace("    activiteiten:", "".join(lines) + "    activiteiten:"), encoding="utf-8"
    )
    running = [
        subprocess.Popen(
            command(folder, f"S-R{100 + number}", "3 modules", "--yes"),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        for number in numbers
    ]  # fmt: skip
    codes = [one.wait(120) for one in running]
    told = yaml.load(report_of(folder), Loader=yaml.BaseLoader)["realisaties"]
    for number, code in zip(numbers, codes, strict=True):
        assert (f"S-R{100 + number}" in told) == (code == 0)
    assert set(codes) == {0}


@pytest.mark.skipif(os.name == "nt", reason="Windows kent geen kill -9.")
def test_kill_9_at_any_moment_leaves_the_old_file_or_the_new(tmp_path):
    folder = new_workspace(tmp_path)
    start = time.monotonic()
    assert bkl(folder, "S-R3", "nog niet bekend", "--yes")[0] == 0
    whole, chance, ended = time.monotonic() - start, random.Random(7), set()
    new = report_of(folder)
    for _ in range(KILLS):
        (folder / "data" / NAME).write_bytes(REPORT.encode())
        running = subprocess.Popen(
            command(folder, "S-R3", "nog niet bekend", "--yes"),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(whole * chance.uniform(0.5, 1.05))
        running.send_signal(signal.SIGKILL)
        running.wait()
        ended.add(report_of(folder))
        assert report_of(folder) in (REPORT, new)
    assert bkl(folder, "S-R3", "nog niet bekend", "--yes")[0] == 0
    assert sorted(os.listdir(folder / "data")) == [NAME, "werkplan-2021.yaml"], "nothing left"
