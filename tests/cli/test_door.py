"""At the door: contract exit codes, Dutch, and never a traceback, whatever happens around bkl."""

import importlib
import json
import os
import re
import subprocess
import sys
import zipapp
from pathlib import Path

import pytest

import bkl
from tests.ci.recipes import BROKEN, PLAN, VERSLAG, write_data

door = importlib.import_module("bkl.cli.common.net")
ROOT = Path(bkl.__file__).parents[1]
PROGRAM = [sys.executable, "-m", "bkl"]


def shell(folder, command, **environ):
    """Run a line of shell in which `bkl` is the bkl of these tests, as a user has it."""
    plain = {"BKL_DEBUG": "", "NO_COLOR": "1", "PYTHONUNBUFFERED": "", "PYTHONPATH": str(ROOT)}
    full = {**os.environ, **plain, **environ}
    line = f'bkl() {{ "{sys.executable}" -m bkl "$@"; }}; {command}'
    return subprocess.run(
        ["bash", "-c", line], cwd=folder, env=full, capture_output=True, timeout=60, check=False
    )


@pytest.fixture
def folder(tmp_path):
    write_data(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("bkl gap >&-", 2),
        ("bkl --help >/dev/full", 2),
        ("bkl gap >/dev/full", 2),
        ("bkl check --format json >/dev/full", 2),
        ("bkl gap --output /dev/full", 2),
        ("bkl gap 2>&-", 0),
        ("bkl check 2>&-", 0),
        ("bkl check niets.yaml 2>&-", 2),
        ("bkl check . && bkl check data && bkl check data/", 0),
        ("mkdir leeg; bkl check leeg", 2),
        ("bkl check - < data/jaarverslag-2021.yaml", 0),
        ("bkl check - < /dev/null", 2),
        ("bkl check - data/jaarverslag-2021.yaml < /dev/null", 2),
        ("bkl check - --fix < data/jaarverslag-2021.yaml", 2),
        ("bkl check -h && bkl -h && bkl gap -h", 0),
        ("bkl check data/werkplan-2021.yaml data/nee.yaml", 2),
        ("rm data/jaarverslag-2021.yaml; mkdir data/jaarverslag-2021.yaml; bkl check", 2),
        ("printf '\\xff\\xfe' > data/jaarverslag-2021.yaml; bkl check", 2),
        ("mkfifo reports; bkl render jaarverslag", 2),
        ("mkdir reports; ln -s /dev/null reports/jaarverslag-2021.md; bkl render jaarverslag", 2),
        ("touch reports; bkl render jaarverslag", 2),
    ],
)
def test_exit_codes(folder, command, code):
    done = shell(folder, command)
    said = done.stdout + done.stderr
    assert done.returncode == code, said
    assert b"Traceback" not in said
    assert b"Exception" not in said
    assert b"Errno" not in said
    if code == 2 and "2>&-" not in command:
        assert b"fout" in done.stderr + done.stdout


@pytest.mark.parametrize("level", ["1", "2"])
def test_optimised_python(folder, level):
    plain, optimised = shell(folder, "bkl check --list"), shell(
        folder, "bkl check --list", PYTHONOPTIMIZE=level
    )  # fmt: skip
    assert optimised.returncode == 0, optimised.stderr
    assert optimised.stdout == plain.stdout
    assert shell(folder, "bkl check", PYTHONOPTIMIZE=level).returncode == 0


def test_from_a_zip(folder, tmp_path_factory):
    """It runs, or it says in Dutch what to do: never a traceback."""
    target = tmp_path_factory.mktemp("zip") / "bkl.pyz"
    source = target.parent / "bron"
    source.mkdir()
    (source / "bkl").symlink_to(ROOT / "bkl")
    zipapp.create_archive(source, target, main="bkl.cli:main")
    done = subprocess.run(
        [sys.executable, target, "check"], cwd=folder, capture_output=True, check=False,
        env={**os.environ, "BKL_DEBUG": ""}, timeout=60,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 2)
    if done.returncode:
        assert "installeer" in done.stderr.decode()


@pytest.mark.parametrize("fmt", ["json", "sarif", "junit", "github"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_what_programs_read_is_utf8(folder, fmt, encoding):
    (folder / "data" / "jaarverslag-2021.yaml").write_text(
        VERSLAG.replace("bron: \"verslag", 'bron: "vërslag−✓'), encoding="utf-8"
    )  # fmt: skip
    done = shell(folder, f"bkl check --format {fmt}", PYTHONIOENCODING=encoding)
    assert "vërslag−✓" in done.stdout.decode("utf-8").replace("\\u00eb", "ë")


def test_signs_that_an_encoding_lacks_are_written_otherwise(folder):
    done = shell(folder, "bkl gap AD", PYTHONIOENCODING="cp1252")
    assert b"?" not in done.stdout


def test_an_unforeseen_fault_gets_a_code_and_no_traceback(capsys, monkeypatch):
    monkeypatch.setenv(door.DEBUG, "")
    monkeypatch.setattr(door, "_close_quietly", lambda: None)

    def fall():
        with door.net():
            raise RecursionError("diep")

    codes = set()
    for _ in range(2):
        with pytest.raises(SystemExit) as end:
            fall()
        assert end.value.code == 2
        said = " ".join(capsys.readouterr().err.split())
        codes.add(re.search(r"code (B-[0-9A-F]{6})", said)[1])
        assert "BKL_DEBUG=1" in said
    assert len(codes) == 1, "the same fault has the same code"
    monkeypatch.setenv(door.DEBUG, "1")
    with pytest.raises(RecursionError):
        fall()


def test_little_memory_is_said(capsys, monkeypatch):
    monkeypatch.setenv(door.DEBUG, "0")
    monkeypatch.setattr(door, "_close_quietly", lambda: None)
    with pytest.raises(SystemExit), door.net():
        raise MemoryError
    assert "geheugen" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check --format json", "gap --format csv", "gap", "check"])
def test_output_is_what_would_be_printed(folder, command):
    printed = shell(folder, f"bkl {command}")
    done = shell(folder, f"bkl {command} --output uit/komst.txt")
    assert done.stdout == b""
    assert done.returncode == printed.returncode
    assert (folder / "uit" / "komst.txt").read_bytes() == printed.stdout


def test_output_never_replaces_what_people_write(folder):
    before = (folder / "data" / "werkplan-2021.yaml").read_bytes()
    done = shell(folder, "bkl gap --output data/werkplan-2021.yaml")
    assert done.returncode == 2
    assert (folder / "data" / "werkplan-2021.yaml").read_bytes() == before


def test_what_comes_through_a_pipe_is_checked_beside_the_others(folder):
    (folder / "anders.yaml").write_text(BROKEN, encoding="utf-8")
    done = shell(folder, "bkl check - --format concise < anders.yaml")
    assert done.returncode == 1
    assert done.stdout.startswith(b"<invoer>:6:")
    (folder / "plan.yaml").write_text(f"# eerst dit\n\n{PLAN}", encoding="utf-8")
    assert shell(folder, "bkl check - < plan.yaml").returncode == 0


@pytest.mark.parametrize("fmt", ["github", "sarif", "junit"])
def test_names_for_services_are_seen_from_the_top_of_the_repository(tmp_path, fmt):
    write_data(tmp_path / "verslag", BROKEN)
    (tmp_path / ".git").mkdir()
    for command in ("bkl -C verslag check", "cd verslag; bkl check", "bkl check verslag"):
        done = shell(tmp_path, f"{command} --format {fmt}")
        assert b"verslag/data/jaarverslag-2021.yaml" in done.stdout, command
        assert b"verslag/verslag" not in done.stdout
    assert b"verslag/" not in shell(tmp_path, "bkl -C verslag check --format concise").stdout


NASTY = VERSLAG.replace(
    "verslag, Lezingen", "onbekend en ##vso[task.x]nee ##[error]x ::error file=a::b"
)


@pytest.mark.parametrize("fmt", ["text", "concise", "github", "json", "sarif", "junit"])
def test_no_text_from_a_file_commands_a_build_server(folder, fmt):
    write_data(folder, NASTY)
    for columns in ("40", "80"):
        done = shell(folder, f"bkl check --format {fmt}", COLUMNS=columns)
        for line in done.stdout.decode().splitlines():
            assert "##vso[" not in line
            assert "##[" not in line
            assert fmt == "github" or not line.lstrip().startswith("::error")
            assert not line.startswith("::error file=a")
    if fmt in ("json", "sarif"):
        assert "##vso[" in str(json.loads(done.stdout))


@pytest.mark.parametrize(
    "command",
    [
        "bkl check $'data/x\\x1b[31m.yaml'",
        "bkl -C $'\\x1b]0;x\\x07' check",
        "bkl gap --format $'\\x1b[2J'",
        "bkl gap $'\\x1b[2J'",
        "bkl $'\\x1b[2J'",
        "bkl check --select $'\\x1b[2J'",
        "bkl render $'\\x1b[2J'",
        "bkl check --explain $'\\x1b[2J'",
        "bkl schema $'\\x1b[2J'",
        "mkdir $'m\\x1b[2J'; cp -r data $'m\\x1b[2J'/; cd $'m\\x1b[2J'; bkl check ../x.yaml",
    ],
)
def test_control_signs_in_arguments_are_harmless(folder, command):
    done = shell(folder, command)
    assert b"\x1b" not in done.stdout + done.stderr
    assert b"\x07" not in done.stdout + done.stderr
