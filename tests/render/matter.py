"""Matter for reports: the fixture, or small plans of a test's own."""

import hashlib
import os
from pathlib import Path

import yaml

from bkl.domein.dossier.verdicts import Telling
from bkl.gap.rows import build_rows, compare
from bkl.render.formats import html
from bkl.render.jinja.templates import Templates
from bkl.render.matter import Stof
from bkl.render.page import digest
from tests import build

HERE = Path(__file__).parent
FIXTURE = HERE / "fixture"
GOLDEN = HERE / "golden"
REPORTS = ("jaarverslag", "werkplan")
KORT = (
    "afwijkingen",
    "bewijs",
    "dashboard",
    "factsheets",
    "regels",
    "resultatenkaart",
    "voortgang",
)
ALLE = tuple(sorted((*REPORTS, *KORT)))


def stof_of(werkplan, jaarverslag=None, *, workspace=None, data=b"proef"):
    dossier = build.dossier(werkplan, jaarverslag)
    vergelijkingen = compare(dossier)
    rijen = build_rows(dossier, vergelijkingen)
    kenmerk = hashlib.sha256(data).hexdigest()
    return Stof(dossier, rijen, vergelijkingen, Telling.of(rijen), kenmerk, workspace)


def read(name):
    return yaml.load((FIXTURE / "data" / f"{name}-2021.yaml").read_bytes(), yaml.BaseLoader)


def fixture_stof(**options):
    return stof_of(read("werkplan"), read("jaarverslag"), **options)


def plan(speerpunten, **more):
    return {"werkplan": "2021", "organisatie": "Proef", "speerpunten": speerpunten, **more}


def verslag(**more):
    return {"jaarverslag": "2021", "peildatum": "31-12-2021", **more}


def assert_golden(name, data):
    path, text = GOLDEN / name, data.decode()
    if path.suffix == ".html":
        text = _name_look(text)
    if os.environ.get("BKL_GOLDEN"):
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()


def _name_look(page):
    """Return a page with, for its style sheet and script, the names of the files they come from.

    They stand in it word for word, or the page stays as it is and differs from its golden.
    """
    script = Path(html.__file__).with_name("page.js").read_text(encoding="utf-8")
    style = Templates().fill("_page.css", {})
    for name, text in (("_page.css", style), ("page.js", script)):
        page = page.replace(digest(text), f"sha256-[{name}]").replace(text, f"[{name}]")
    return page
