"""A workspace of a test's own, and bkl run in it as a program."""

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from bkl.cli import app
from tests.render.matter import FIXTURE

BARE = {"COLUMNS": "80", "CI": None, "DISPLAY": None, "WAYLAND_DISPLAY": None, "BROWSER": None}
DATA = ("werkplan-2021.yaml", "jaarverslag-2021.yaml")


def new_workspace(folder):
    """Return a folder with the data of the fixture and nothing else."""
    (folder / "data").mkdir(parents=True)
    for name in DATA:
        shutil.copy(FIXTURE / "data" / name, folder / "data" / name)
    return folder


def calm_workspace(folder):
    """Return the same, where what the fixture leaves unexplained is no fault."""
    new_workspace(folder)
    quiet = ("verschil_zonder_reden", "verschil_zonder_toelichting")
    lines = "".join(f"  {slug}: waarschuwing\n" for slug in quiet)
    (folder / "bkl.yaml").write_text(f"regels:\n{lines}", encoding="utf-8")
    return folder


def environ(**more):
    kept = {key: value for key, value in os.environ.items() if key not in ("CI", "DISPLAY")}
    return {**kept, "COLUMNS": "80", "PYTHONPATH": str(Path(__file__).parents[2]), **more}


def command(*args):
    return [sys.executable, "-m", "bkl", *map(str, args)]


def bkl(folder, *args):
    """Run bkl in a folder, within this process; return (exit code, stdout, stderr)."""
    with contextlib.chdir(folder):
        done = CliRunner().invoke(app, [str(arg) for arg in args], prog_name="bkl", env=BARE)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


def program(folder, *args, **more):
    """Run bkl as a program; return (exit code, stdout, stderr)."""
    done = subprocess.run(
        command(*args),
        cwd=folder,
        env=environ(**more),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def files(folder):
    """Return every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
