"""What people see, kept as files; BKL_GOLDEN=1 writes them anew."""

import os
from pathlib import Path

from bkl.gap.rows import build_rows, compare
from tests import build

FIXTURE = Path(__file__).parent / "fixture"
GOLDEN = Path(__file__).parent / "golden"


def assert_golden(name, text):
    path = GOLDEN / name
    if os.environ.get("BKL_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()


def rows(indicator, realisatie=None, **plan):
    """Return the rows of a plan with one onderdeel `AD-R1`."""
    werkplan = build.plan(build.one({"tekst": "Tekst", **indicator}, "AD"), **plan)
    verslag = None if realisatie is None else build.report({"AD-R1": realisatie})
    dossier = build.dossier(werkplan, verslag, readable=False)
    return build_rows(dossier, compare(dossier))


def judged(doel, realisatie=None, **indicator):
    """Return the vergelijking of one doel and one realisatie, both phrases."""
    return rows({"doel": doel, **indicator}, realisatie)[0].vergelijking
