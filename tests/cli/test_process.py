"""bkl as a process of its own: start-up, streams, completion."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.printers.goldens import FIXTURE

BASE = {
    key: value
    for key, value in os.environ.items()
    if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING", "PYTHONUTF8")
}
BASE["PYTHONPATH"] = str(
    Path(__file__).parent.parent.parent
)  # this checkout, whatever is installed


def bkl(*args, **env):
    return subprocess.run(
        [sys.executable, "-m", "bkl", *args],
        capture_output=True,
        cwd=FIXTURE,
        env={**BASE, **env},
        check=False,
    )


def test_starting_imports_only_what_help_needs():
    names = "jinja2 yaml pydantic markdown_it rich bkl.api text_to_num"
    code = (
        "import sys, bkl.cli\n"
        "try: bkl.cli.app(['--help'])\n"
        "except SystemExit: pass\n"
        f"print('LOADED', *(n for n in '{names}'.split() if n in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=BASE
    )
    assert done.stdout.splitlines()[-1] == "LOADED"


@pytest.mark.parametrize("args", [["gap"], ["check"], ["gap", "--help"], ["gap", "zz"]])
def test_a_reader_who_left_is_no_error(args):
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "bkl", *args]
    streams = {"stderr": write} if "zz" in args else {"stdout": write, "stderr": subprocess.PIPE}
    done = subprocess.run(command, cwd=FIXTURE, env=BASE, check=False, **streams)
    os.close(write)
    assert done.returncode == {"check": 1, "zz": 2}.get(args[-1], 0)
    assert not done.stderr


@pytest.mark.parametrize("name", ["typer", "bkl.cli.common.net"])
def test_ctrl_c_while_it_starts_is_quiet(name):
    code = (
        "import runpy, sys\n"
        "class Pressed:\n"
        "    def find_spec(name, *_):\n"
        f"        if name == {name!r}: raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Pressed)\n"
        "runpy.run_module('bkl', run_name='__main__')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=BASE, cwd=FIXTURE, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
@pytest.mark.parametrize("args", [["gap"], ["--help"]])
def test_a_full_disk_is_told_with_what_to_do(args):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bkl", *args],
            stdout=full, stderr=subprocess.PIPE, env={**BASE, "BKL_DEBUG": ""}, cwd=FIXTURE,
            check=False,
        )  # fmt: skip
    told = done.stderr.decode()
    assert done.returncode == 2
    assert "de schijf is vol" in told
    assert "kies een andere plek" in told.lower()


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "C.UTF-8"},
        {"LC_ALL": "POSIX"},
    ],
)
def test_output_is_utf8_whatever_the_locale(env):
    done = bkl("gap", "AD", **env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "✓ AD-R1" in done.stdout.decode("utf-8")


def test_an_encoding_that_is_asked_for_is_honoured():
    out = bkl("gap", "AD", PYTHONIOENCODING="ascii").stdout
    assert out.isascii()
    assert b"+ AD-R1" in out


def test_colour_only_on_request_when_piped():
    assert b"\x1b[" not in bkl("gap").stdout
    assert b"\x1b[" in bkl("gap", FORCE_COLOR="1").stdout
    assert b"\x1b[" not in bkl("gap", FORCE_COLOR="1", NO_COLOR="1").stdout


def complete(line, **env):
    words = line.split(" ")
    env = {"_BKL_COMPLETE": "complete_bash", "COMP_WORDS": line, **env}
    done = bkl(COMP_CWORD=str(len(words) - 1), **env)
    assert done.stderr == b""
    return done.stdout.decode().split("\n")[:-1]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("bkl g", ["gap"]),
        ("bkl gap BD-R4.l", ["BD-R4.lezingen"]),
        ("bkl gap bd-r4.l", ["bd-r4.lezingen"]),
        ("bkl gap PA", ["PANEL", "PANEL-R1"]),
        ("bkl gap --format j", ["json"]),
        ("bkl gap --status niet-ge", ["niet-gehaald", "niet-gerapporteerd", "niet-gemeten"]),
        ("bkl render ja", ["jaarverslag"]),
        ("bkl -C / gap A", []),
    ],
)
def test_tab_completes(line, offered):
    assert [word for word in complete(line) if word] == offered


def test_tab_explains_in_dutch():
    env = {"_BKL_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "bkl --"}
    shown = bkl(**env).stdout.decode()
    for text in ("Toont deze uitleg.", "Laat de Tab-toets voortaan", "Toont het versienummer."):
        assert text in shown
    assert "Show" not in shown
    assert "Install " not in shown


def test_completion_is_installed_in_dutch(tmp_path):
    env = {"HOME": str(tmp_path), "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    done = bkl("--install-completion", "bash", **env)
    assert done.returncode == 0
    assert "De Tab-toets vult voortaan aan" in done.stdout.decode()
    assert b"restart" not in done.stdout
    assert "bkl" in (tmp_path / ".bash_completions" / "bkl.sh").read_text()
    done = bkl("--install-completion", "tcsh", **env)
    assert done.returncode == 2
