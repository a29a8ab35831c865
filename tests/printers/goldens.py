"""What people see, kept as files; BKL_GOLDEN=1 writes them anew."""

import os
from pathlib import Path

from bkl.domein.dossier.dossier import build_dossier
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.model.werkplan import Werkplan
from bkl.gap.rows import build_rows, compare

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
    werkplan = Werkplan.model_validate(
        {
            "werkplan": "2021",
            "organisatie": "Proef",
            "speerpunten": {"AD": {"resultaten": {"R1": {"tekst": "Tekst", **indicator}}}},
            **plan,
        }
    )
    verslag = None
    if realisatie is not None:
        verslag = Jaarverslag.model_validate(
            {"jaarverslag": "2021", "peildatum": "31-12-2021", "realisaties": {"AD-R1": realisatie}}
        )
    dossier = build_dossier(werkplan, verslag)
    return build_rows(dossier, compare(dossier))


def judged(doel, realisatie=None, **indicator):
    """Return the vergelijking of one doel and one realisatie, both phrases."""
    return rows({"doel": doel, **indicator}, realisatie)[0].vergelijking
