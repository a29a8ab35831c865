"""CONTRIBUTING.md shows how bkl grows: each of its examples is followed, as printed, in a copy.

A file is a block below its name. In an edit a line with `-` goes out and one with `+` comes in.
Below a command stand lines of what it prints, or what they begin with.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.nieuw import skeleton

ROOT = Path(__file__).parent.parent
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"^## A new ([a-z ]+) \(.*\n((?:(?!## ).*\n)*)", CONTRIBUTING, re.M))
BLOCK = re.compile(r"(?:^([^\n]*):\n\n)?^```([a-z]+)\n(.*?)^```\n", re.M | re.S)
NAMED = re.compile(r"`([\w./]+/[\w.]+\.\w+)`")
RAPPORTEN = "tests/render/test_rapporten.py"
TESTS = (
    "tests/rules/test_rules.py::test_case",
    f"{RAPPORTEN}::test_page_is_sound",
    f"{RAPPORTEN}::test_without_a_jaarverslag_there_is_nothing_to_tell",
    "tests/render/test_txt.py",
    "tests/domein/test_notatie.py::test_a_phrase_means_what_the_table_says",
    "tests/cli/test_tel.py",
    "tests/sheets/test_tsv.py",
)
OURS = "tekst_in_hoofdletters or kort or test_txt or test_tel or test_tsv or pakweg"


def edited(text, edit):
    """Return the text with the edit made at the one place where it fits, or made before."""
    lines = edit.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] != "+")
    new = "".join(line[1:] for line in lines if line[0] != "-")
    if new in text:
        return text
    assert text.count(old) == 1, (
        f"CONTRIBUTING.md edits what stands {text.count(old)} times:\n{old}"
    )
    return text.replace(old, new)


def follow(example, folder):
    """Make the files and edits of an example; return them, and what its commands must print."""
    made, commands, name = set(), [], None
    for lead, language, block in BLOCK.findall(EXAMPLES[example]):
        name = named[1] if (named := NAMED.search(lead)) else name
        if language == "console":
            commands += [one.splitlines() for one in block.split("$ ")[1:]]
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = edited(path.read_text(encoding="utf-8"), block) if language == "diff" else block
        path.write_text(text, encoding="utf-8")
        made.add(path)
    return made, commands


def copied(folder, *names):
    for name in names:
        shutil.copytree(ROOT / name, folder / name)


def run(folder, *args, **env):
    done = subprocess.run(
        [sys.executable, "-m", *args],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "100", "NO_COLOR": "1", **env},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_the_examples_are_all_here():
    assert list(EXAMPLES) == [
        *("rule", "report", "format", "kind of phrase", "source of answers", "command"),
    ]


@pytest.mark.parametrize("example", ["rule", "report", "format", "source of answers", "command"])
def test_bkl_does_what_the_example_shows(example, tmp_path):
    copied(tmp_path, "bkl", "templates", "data")
    for name in ("tests/rules", "tests/render", "tests/cli", "tests/sheets"):
        (tmp_path / name).mkdir(parents=True)
    shutil.copy(ROOT / "tests/render/matter.py", tmp_path / "tests/render")
    commands = follow(example, tmp_path)[1]
    assert commands
    for command, *expected in commands:
        program, *args = shlex.split(command)
        shown = [line.strip() for line in run(tmp_path, program, *args).splitlines()]
        for line in expected:
            assert any(line.strip() in one for one in shown), (command, line, shown)


def test_the_tests_of_all_examples_pass(tmp_path):
    copied(tmp_path, "bkl", "templates", "tests")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    made = {}
    for example in EXAMPLES:
        made[example] = follow(example, tmp_path)[0]
    skeletons = skeleton("werkplan/tekst_in_hoofdletters", tmp_path / "skeleton")
    assert made["rule"] == {
        tmp_path / path.relative_to(tmp_path / "skeleton") for path in skeletons
    }
    sources = [str(path) for paths in made.values() for path in paths if path.suffix == ".py"]
    run(tmp_path, "ruff", "check", "--no-cache", *sources)
    run(tmp_path, "ruff", "format", "--no-cache", "--check", *sources)
    shown = run(tmp_path, "pytest", "-n0", "-rA", "-k", OURS, *TESTS)
    passed = "\n".join(line for line in shown.splitlines() if line.startswith("PASSED"))
    for test in ("hoofdletters: in hoofdletters", "tell[kort]", "signs_go", "counts", "pakweg 600"):
        assert test in passed, shown
