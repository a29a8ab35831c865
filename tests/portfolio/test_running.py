"""A process that ends takes only its own workspace with it; a run that is killed goes on."""

import os
import signal
import subprocess
import sys
import time

import pytest

from bkl.portfolio.running import in_pool, in_turn
from tests.portfolio.orgs import LES, org

LONG = bool(os.environ.get("BKL_LANG"))


def double(number):
    if number == 3:
        os._exit(1)  # as when the system ends a process that takes too much memory
    return 2 * number


def blamed(number):
    return -number


def test_a_process_that_ends_is_told_and_the_others_are_done():
    found = sorted(in_pool(double, range(6), 2, blamed))
    assert found == [-3, 0, 2, 4, 8, 10]


def test_one_after_another_is_the_same():
    assert list(in_turn(double, [0, 1, 2])) == [0, 2, 4]


@pytest.mark.skipif(not LONG or sys.platform == "win32", reason="kills a program, takes seconds")
def test_a_program_that_is_killed_goes_on_where_it_was(tmp_path):
    for number in range(120):
        org(tmp_path / "orgs", f"org-{number}", [LES] * 8)

    def start(dataset):
        command = [sys.executable, "-m", "bkl", "portfolio", "orgs", "--dataset", dataset]
        return subprocess.Popen(command, cwd=tmp_path, stdout=-3, stderr=subprocess.PIPE, text=True)

    first = start("uit")
    kept = tmp_path / "uit" / ".bkl" / "klaar"
    while len(list(kept.glob("*.json"))) < 10:
        assert first.poll() is None
        time.sleep(0.02)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    assert 10 <= len(list(kept.glob("*.json"))) < 120
    for dataset in ("uit", "anders"):
        run = start(dataset)
        said = run.communicate()[1]
        assert run.returncode == 0, said
        assert "120 beoordeeld" in said
    made = [sorted((tmp_path / one / "indicatoren").glob("*.parquet")) for one in ("uit", "anders")]
    assert [one.read_bytes() for one in made[0]] == [one.read_bytes() for one in made[1]]
