"""Start-up, without a clock: how many modules of bkl a command loads on the real data.

What is loaded is what is paid for, on every machine alike; `make bench` says how much that is.
Is a ceiling in the way? Then look first whether the new module is needed by every run.
"""

import subprocess
import sys

import pytest

from bkl.cli.commands import COMMANDS
from tests.walls import ROOT

# what reads package metadata comes with a search for Pydantic plugins, adapters with a parameter
NEVER = "jinja2 markdown_it rich importlib.metadata email typer._adapters"
CEILINGS = [
    ("--version", 22, "bkl.api bkl.cli.check pydantic yaml"),
    ("--help", 22, "bkl.api bkl.cli.check pydantic yaml"),
    ("check --help", 25, "bkl.api bkl.cli.gap pydantic yaml"),
    ("gap AD", 160, f"bkl.rules bkl.render bkl.cli.check {NEVER}"),
    ("check", 250, f"bkl.rules.eisen bkl.render.views json {NEVER}"),
    ("set BD-R4.lezingen 2 --dry-run", 270, f"bkl.rules.eisen {NEVER}"),
]
CODE = """
import sys
from bkl.cli import main
sys.argv = ["bkl", *sys.argv[1:]]
try:
    main()
finally:
    print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
"""


@pytest.mark.parametrize(("args", "ceiling", "never"), CEILINGS, ids=[row[0] for row in CEILINGS])
def test_a_command_loads_what_it_uses(args, ceiling, never):
    done = subprocess.run(
        [sys.executable, "-c", CODE, *args.split()],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr[-500:]
    loaded = done.stderr.split()
    assert "bkl.cli.commands" in loaded
    own = [name for name in loaded if name.split(".")[0] == "bkl"]
    assert len(own) <= ceiling, own
    assert [name for name in never.split() if name in loaded] == []


def test_every_module_of_a_command_is_a_command():
    files = {path.stem.rstrip("_") for path in (ROOT / "bkl" / "cli").glob("[a-z]*.py")}
    assert files - {"commands", "render_options"} == set(COMMANDS)
