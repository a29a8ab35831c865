"""Matter for reports: the fixture, or small plans of a test's own."""

import hashlib
import os
from pathlib import Path

import yaml

from bkl.domein.dossier.verdicts import Telling
from bkl.gap.rows import build_rows, compare
from bkl.render.matter import Stof
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
    digest = hashlib.sha256(data).hexdigest()
    return Stof(dossier, rijen, vergelijkingen, Telling.of(rijen), digest, workspace)


def read(name):
    return yaml.load((FIXTURE / "data" / f"{name}-2021.yaml").read_bytes(), yaml.BaseLoader)


def fixture_stof(**options):
    return stof_of(read("werkplan"), read("jaarverslag"), **options)


def plan(speerpunten, **more):
    return {"werkplan": "2021", "organisatie": "Proef", "speerpunten": speerpunten, **more}


def verslag(**more):
    return {"jaarverslag": "2021", "peildatum": "31-12-2021", **more}


def assert_golden(name, data):
    path = GOLDEN / name
    if os.environ.get("BKL_GOLDEN"):
        path.write_bytes(data)
    assert data.decode() == path.read_bytes().decode()
