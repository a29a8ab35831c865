"""The README shows what bkl prints."""

from pathlib import Path

from bkl import api
from bkl.printers.gap.table import show
from bkl.printers.screen import Screen

ROOT = Path(__file__).parent.parent


def test_the_picture_is_what_bkl_prints():
    picture = (ROOT / "README.md").read_text("utf-8").split("```console\n")[1].split("```")[0]
    command, _, shown = picture.partition("\n")
    assert command == "$ bkl gap BD-R4.lezingen"
    assert shown.strip() == show(api.gap(ROOT, selectie="BD-R4.lezingen"), Screen(80)).strip()
