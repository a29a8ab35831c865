"""A report is whole or it is the old one: also when the power, so to speak, is cut."""

import os
import random
import signal
import subprocess
import time
import warnings

import pytest

from bkl.api.workspace.write import write_atomic
from tests.render.workspace import command, environ, files, new_workspace, program

ROUNDS = 200 if os.environ.get("BKL_LANG") else 6
REPORTS = ("jaarverslag-2021.html", "jaarverslag-2021.md")
RENDER = ("render", "jaarverslag", "--format", "md", "--format", "html")


def edition(folder, number):
    """Give the data another face, so that every render writes something new."""
    path = folder / "data" / "werkplan-2021.yaml"
    text = path.read_text(encoding="utf-8").partition("# uitgave")[0]
    path.write_text(f"{text}# uitgave {number}\n", encoding="utf-8")


def expect_whole(folder):
    """Every report is there and complete; what a killed run left behind has another name."""
    for name in REPORTS:
        text = (folder / "reports" / name).read_text(encoding="utf-8")
        assert text.count("kenmerk") >= 1, f"{name} is half"
        assert text.endswith("</html>\n" if name.endswith("html") else "\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows kent geen kill -9.")
def test_kill_9_at_any_moment_never_leaves_a_half_report(tmp_path):
    folder = new_workspace(tmp_path)
    start = time.monotonic()
    assert program(folder, *RENDER)[0] == 1  # the fixture has faults: a concept
    whole = time.monotonic() - start
    chance = random.Random(5)
    killed = 0
    for number in range(ROUNDS):
        edition(folder, number)
        running = subprocess.Popen(
            command(*RENDER),
            cwd=folder,
            env=environ(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        # mostly near the end, where the writing is
        moment = whole * (chance.uniform(0.6, 1.1) if number % 3 else chance.random())
        start = time.monotonic()
        try:
            running.wait(moment)
            whole = time.monotonic() - start  # the machine has become quicker
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGKILL)
        killed += running.wait() == -signal.SIGKILL
        expect_whole(folder)
    assert killed >= ROUNDS // 5, "hardly any run was cut short: this proved nothing"
    assert program(folder, *RENDER)[0] == 1  # the fixture has faults: a concept
    assert sorted(files(folder / "reports")) == list(REPORTS), "drafts of killed runs are cleared"
    assert program(folder, "render", "--check")[0] == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows kent geen kill -9.")
@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("moment", ["before", "after"])
def test_kill_9_at_the_worst_moments(tmp_path, step, moment):
    """The same, not by chance: just before and after each step of the writing."""
    path = tmp_path / "verslag.md"
    path.write_bytes(b"oud")
    with warnings.catch_warnings():
        # the test's own threads mean nothing to the child, which only writes
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:  # pragma: no cover - ends by the signal
        try:
            holder = os if step == "fsync" else type(path)
            real = getattr(holder, step)

            def deadly(*args):
                if moment == "after":
                    real(*args)
                os.kill(os.getpid(), signal.SIGKILL)

            setattr(holder, step, deadly)
            write_atomic(path, b"nieuw")
        finally:
            os._exit(1)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    new = (step, moment) == ("replace", "after")
    assert path.read_bytes() == (b"nieuw" if new else b"oud")
    write_atomic(path, b"daarna")
    assert files(tmp_path) == {"verslag.md": b"daarna"}


@pytest.mark.skipif(os.name == "nt", reason="Windows bewaakt open bestanden zelf.")
def test_a_draft_of_a_run_that_still_goes_is_left_alone(tmp_path, monkeypatch):
    """Two runs at once do not take away each other's work."""
    path = tmp_path / "verslag.md"
    real, seen = os.fsync, []

    def meanwhile(handle):
        real(handle)
        if not seen:
            seen.append(sorted(files(tmp_path)))
            write_atomic(path, b"van een ander")
            assert path.read_bytes() == b"van een ander"

    monkeypatch.setattr(os, "fsync", meanwhile)
    write_atomic(path, b"van mij")
    assert files(tmp_path) == {"verslag.md": b"van mij"}
    assert len(seen[0]) == 1


def test_only_drafts_of_this_report_are_cleared(tmp_path):
    kept = [".verslag.html.0123abcd.tmp", ".verslag.md.tmp", "verslag.md.tmp", ".iets.tmp"]
    for name in kept:
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / ".verslag.md.0123abcd.tmp").write_bytes(b"half")
    write_atomic(tmp_path / "verslag.md", b"klaar")
    assert sorted(files(tmp_path)) == sorted(["verslag.md", *kept])
