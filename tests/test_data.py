"""The real data of 2021: complete, readable, and rendered as committed."""

from collections import Counter
from pathlib import Path

import pytest

from bkl import api

ROOT = Path(__file__).parent.parent
RESULTATEN = {"AD": 5, "AE": 4, "AF": 5, "BD": 6, "BE": 4, "BF": 4, "CD": 7, "CE": 5, "CF": 2}
ACTIVITEITEN = {"AD": 9, "AE": 7, "AF": 6, "BD": 7, "BE": 4, "BF": 3, "CD": 8, "CE": 4, "CF": 3}


@pytest.fixture(scope="module")
def gap():
    return api.gap(ROOT)


def test_check_finds_no_fouten():
    result = api.check(ROOT)
    assert [f for f in result.findings if f.kind.severity == "fout"] == []


@pytest.mark.parametrize(
    ("lijst", "aantallen"), [("resultaten", RESULTATEN), ("activiteiten", ACTIVITEITEN)]
)
def test_every_onderdeel_of_the_matrix_is_there_in_order(gap, lijst, aantallen):
    letter = {"resultaten": "R", "activiteiten": "A"}[lijst]
    speerpunten = gap.dossier.werkplan.speerpunten
    assert list(speerpunten) == list(aantallen)
    for sleutel, aantal in aantallen.items():
        found = list(getattr(speerpunten[sleutel], lijst))
        assert found == [f"{letter}{number}" for number in range(1, aantal + 1)]


def test_every_onderdeel_of_the_matrix_has_a_row(gap):
    rows = {(r.speerpunt, r.onderdeel) for r in gap.rijen if r.speerpunt in RESULTATEN}
    assert len(rows) == 93


def test_counts_add_up_to_n(gap):
    telling = gap.telling
    counted = Counter(r.vergelijking.entry.id for r in gap.rijen if r.vergelijking.telt)
    assert telling.n == len(counted) == sum(telling.aantallen.values())


FACTS = {
    # what the two documents say, read once more by hand
    "BD-R4.lezingen": ("zes lezingen", "1 lezing", "deels gehaald"),
    "BD-R4.deelnemers": ("ca. 600 mensen", None, "niet gerapporteerd"),
    "BD-R6.contactmomenten": ("4.000-5.000", "meer dan 4.000", "gehaald"),
    "BD-A3": ("18", "18", "niet te bepalen"),
    "BE-R4.scholen": ("vier scholen", "geen", "niet gehaald"),
    "CD-R1": ("2.000 burgers", None, "niet gerapporteerd"),
    "CD-A1": ("minimaal 50 workshops", "25 workshops", "deels gehaald"),
    "CE-R1": ("10 jongerenambassadeurs", "vijf", "deels gehaald"),
    "CF-A1": ("25 workshops", None, "niet gerapporteerd"),
    "BD-R2": ("minstens 10", None, "niet gerapporteerd"),
}


@pytest.mark.parametrize(("id_", "facts"), FACTS.items())
def test_facts(gap, id_, facts):
    (row,) = [r for r in gap.rijen if r.id == id_]
    found = row.vergelijking
    doel, realisatie, oordeel = facts
    assert found.entry.doel.tekst.startswith(doel)
    told = found.realisatie.realisatie.realisatie if found.realisatie else None
    assert told == realisatie if realisatie is None else told.startswith(realisatie)
    assert found.oordeel == oordeel


REPORTS = ("jaarverslag", "werkplan", "afwijkingen", "dashboard")


@pytest.mark.parametrize("rapport", REPORTS)
@pytest.mark.parametrize("fmt", ["md", "html"])
def test_committed_report_is_what_the_data_give(rapport, fmt, tmp_path):
    (path,) = api.render(rapport, ROOT, formats=[fmt], output=tmp_path)
    committed = ROOT / "reports" / path.name
    assert path.read_bytes() == committed.read_bytes(), "run `make reports`"
