"""The recipes of docs/ci.md and docs/editor.md, and a small workspace to try them on."""

import os
import re
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
CI = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
EDITOR = (ROOT / "docs" / "editor.md").read_text(encoding="utf-8")
PLAN = """\
werkplan: 2021
organisatie: Proef
speerpunten:
  AD:
    resultaten:
      R1: {tekst: Er zijn lezingen., doel: zes lezingen}
"""
VERSLAG = """\
jaarverslag: 2021
peildatum: 31-12-2021
bronnen:
  verslag: {titel: Verslag}
realisaties:
  AD-R1: {realisatie: 6 lezingen, bron: "verslag, Lezingen"}
"""
BROKEN = VERSLAG.replace("6 lezingen", "6.5 lezingen")
_CLONE = "git clone --quiet ADRES-VAN-BKL ../bkl-programma"
INSTALL = [
    f"{_CLONE} && git -C ../bkl-programma checkout --quiet COMMIT-VAN-BKL",
    "pip install --require-hashes -r ../bkl-programma/requirements/run.txt",
    "pip install --no-deps --no-build-isolation ../bkl-programma",
]


def blocks(text, language):
    """Return the fenced blocks of a language, also those inside a list."""
    found = re.finditer(rf"^( *)```{language}\n(.*?)^\1```$", text, re.M | re.S)
    return [re.sub(rf"^{match[1]}", "", match[2], flags=re.M) for match in found]


def section(heading):
    """Return what stands in docs/ci.md under the heading that starts so."""
    found = re.search(rf"^## {re.escape(heading)}[^\n]*\n(.*?)(?=^## |\Z)", CI, re.M | re.S)
    return found[1]


def steps(heading):
    """Return the shell commands of a recipe, without those that install bkl."""
    (read,) = (yaml.safe_load(block) for block in blocks(section(heading), "yaml"))
    if "jobs" in read:
        commands = [step["run"] for step in read["jobs"]["check"]["steps"] if "run" in step]
    elif "steps" in read:
        commands = [step["script"] for step in read["steps"] if "script" in step]
    else:
        commands = [*read["bkl"]["before_script"], *read["bkl"]["script"]]
    assert [one for one in commands if one in INSTALL] == INSTALL
    return [one for one in commands if one not in INSTALL and not one.startswith("apt-get ")]


def run(command, folder, **more):
    """Run a program with the bkl of these tests on its path."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command,
        cwd=folder,
        env={**kept, "PATH": path, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8", **more},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def shell(folder, *commands):
    """Run shell commands until one fails, as a service does."""
    return run(["bash", "-c", "\n".join(["set -e", *commands])], folder)


def write_data(folder, verslag=VERSLAG, plan=PLAN, jaar=2021):
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, text in (("werkplan", plan), ("jaarverslag", verslag)):
        file = folder / "data" / f"{name}-{jaar}.yaml"
        file.write_text(text.replace("2021", str(jaar)), encoding="utf-8")
    return folder
