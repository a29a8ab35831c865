"""The house keeps its own rules: sizes, words, requirements."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_requirements_are_pinned_hashed_and_without_addresses():
    for name in ("run", "dev"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        assert "://" not in text
        for block in re.split(r"\n(?=\S)", text.strip()):
            assert "==" in block
            assert "--hash=sha256:" in block


def test_pyproject_and_requirements_name_the_same_packages():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    def names(lines):
        found = (re.match(r"[A-Za-z][\w-]*", line) for line in lines)
        return {match[0].lower() for match in found if match}

    def wanted(name):
        return names((ROOT / "requirements" / f"{name}.in").read_text("utf-8").splitlines())

    assert names(project["dependencies"]) == wanted("run") - {"hatchling", "editables"}
    assert names(project["optional-dependencies"]["dev"]) == wanted("dev")


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("bkl.cli", ["pydantic", "yaml", "jinja2", "markdown_it", "rich.table", "bkl.api"]),
        ("bkl.api", ["typer", "jinja2", "markdown_it", "rich"]),
    ],
)
def test_nothing_is_imported_before_it_is_used(module, forbidden):
    code = f"import sys, {module}; print(*(m for m in {forbidden} if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_no_half_merge_stands_in_a_text():
    """Outside a fence (the rule about it shows one), a text holds no two versions."""
    texts = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
    for path in [*texts, *sorted((ROOT / "docs").glob("*.md"))]:
        prose = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
        assert not re.findall(r"^(?:<{7} .*|={7}|>{7} .*)$", prose, re.M), path.name
