"""Factsheets on paper: each subject on one sheet of A4, so that it can be handed out alone."""

import io
from pathlib import Path

import pypdf
import pytest

from bkl.api.rendering.matter import read_stof
from bkl.render import render_report
from bkl.render.views import factsheets

HERE = Path(__file__).parent
WORKSPACES = {
    "2021": HERE.parents[1],
    **{name: HERE / "organisaties" / name for name in ("gemeente", "corporatie", "bibliotheek")},
}
TOP = 842 - 36 * 72 / 25.4
"""Points: what begins above this is the first on its page."""


@pytest.mark.parametrize("root", WORKSPACES.values(), ids=WORKSPACES)
def test_every_sheet_stands_on_one_a4(root):
    stof = read_stof(root)
    codes = [blad.blok.code for bundel in factsheets.build(stof).bundels for blad in bundel.bladen]
    pdf = pypdf.PdfReader(io.BytesIO(render_report("factsheets", "pdf", stof)))
    assert {tuple(round(side) for side in page.mediabox) for page in pdf.pages} == {
        (0, 0, 595, 842)
    }
    places = pdf.named_destinations
    page_of = {name: pdf.get_destination_page_number(place) for name, place in places.items()}
    own = {code: code.lower() for code in codes}
    for start in own.values():
        inside = {
            page_of[name] for name in page_of if name == start or name.startswith(f"{start}-")
        }
        assert inside == {page_of[start]}, start
    # a sheet that runs on would begin the next page
    for page in range(min(page_of[one] for one in own.values()) + 1, len(pdf.pages)):
        tops = [float(places[one].top) for one in own.values() if page_of[one] == page]
        assert tops, f"page {page + 1} has no sheet of its own"
        assert max(tops) > TOP, f"page {page + 1} begins with what is left of a sheet"
