"""`bkl help`: every page has a topic, every topic a page, and links lead somewhere."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bkl import api
from bkl.api.manual import CHAPTERS, manual_folder
from bkl.printers.manual.page import show_page
from bkl.printers.screen import Screen, cells
from tests.manual import keys, man

DOCS = Path(__file__).parent.parent.parent / "docs"
TOPICS = [one.naam for one in api.onderwerpen()]
HEADING = re.compile(r"^## (.+)$", re.M)
INTRODUCTION = {"Wat bkl doet"}


def bkl(*args):
    return subprocess.run(
        [sys.executable, "-m", "bkl", *args], capture_output=True, encoding="utf-8", check=False
    )


def expect_golden(path, shown):
    if os.environ.get("BKL_GOLDEN"):
        path.write_text(shown, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == shown, "run `make catalogue`"


def test_every_chapter_of_the_handleiding_is_a_topic():
    found = set(HEADING.findall((DOCS / "handleiding.md").read_text(encoding="utf-8")))
    assert found - INTRODUCTION <= set(CHAPTERS.values())
    assert manual_folder() == DOCS


@pytest.mark.parametrize("naam", TOPICS)
def test_every_topic_has_a_page_that_fits_the_screen(naam):
    page = api.pagina(naam)
    assert page.startswith("#")
    for width in (60, 100):
        shown = show_page(page, Screen(width))
        long = [line for line in shown.splitlines() if cells(line) > width]
        assert not long, long[:3]


def test_links_between_pages_lead_somewhere():
    for path in DOCS.glob("*.md"):
        for target in re.findall(r"\]\(([a-z_-]+\.md)(?:#[^)]*)?\)", path.read_text("utf-8")):
            assert (DOCS / target).is_file(), (path.name, target)


def test_a_chapter_ends_where_the_next_begins():
    page = api.pagina("bewijs")
    assert page.startswith("### Bewijs bij een cijfer\n")
    assert "## Cijfers schrijven" not in page


def test_help_at_the_terminal_and_for_a_program():
    listed = bkl("help")
    assert listed.returncode == 0
    assert "oordelen" in listed.stdout
    assert bkl("help", "oordelen").stdout == api.pagina("oordelen")
    assert "verschil_zonder_reden" in bkl("help", "BKL203").stdout
    wrong = bkl("help", "ordelen")
    assert wrong.returncode == 2
    assert "Bedoelde u `oordelen`?" in wrong.stderr


def test_the_index_of_keys_is_what_the_models_say():
    expect_golden(DOCS / "sleutels.md", keys.page())


def test_the_man_page_is_what_the_commands_say():
    expect_golden(DOCS / "bkl.1", man.page())
    assert not [line for line in man.page().splitlines() if line.startswith("'")]
