"""The manual shows what bkl prints: its year is played, command by command, in an empty folder."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
MANUAL = ROOT / "docs" / "handleiding.md"
CHAPTER = re.compile(r"^## Een jaar met bkl\n.*?(?=^## )", re.M | re.S)
BLOCK = re.compile(r"```console\n(.*?)```\n", re.S)


def played(chapter: str, folder: Path) -> str:
    """Return the chapter with what each of its commands prints now."""
    where = [folder]

    def run(line: str) -> str:
        program, *args = shlex.split(line)
        if program == "cd":
            where[0] = where[0] / args[0]
            return ""
        assert program == "bkl"
        done = subprocess.run(
            [sys.executable, "-m", "bkl", *args],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
            cwd=where[0], env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1"},
        )  # fmt: skip
        assert "Traceback" not in done.stdout, done.stdout
        return "\n".join(line.rstrip() for line in done.stdout.strip("\n").split("\n")) + "\n"

    def block(found: re.Match[str]) -> str:
        commands = [line for line in found[1].splitlines() if line.startswith("$ ")]
        return "```console\n" + "".join(f"{c}\n{run(c[2:])}" for c in commands) + "```\n"

    return BLOCK.sub(block, chapter)


def test_the_year_in_the_manual_is_what_bkl_does(tmp_path):
    manual = MANUAL.read_text(encoding="utf-8")
    chapter = CHAPTER.search(manual)[0]
    now = played(chapter, tmp_path)
    if os.environ.get("BKL_GOLDEN"):
        MANUAL.write_text(manual.replace(chapter, now), encoding="utf-8")
    assert now == chapter or os.environ.get("BKL_GOLDEN"), "run `make golden`"
    assert "## Het werkplan" in manual, "the rest of the manual is there"
