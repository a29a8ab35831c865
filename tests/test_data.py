"""The real data of 2021: complete, readable, and rendered as committed."""

import re
from collections import Counter
from pathlib import Path

import pytest

from bkl import api
from bkl.domein.dossier.structure.sections import sections_of

ROOT = Path(__file__).parent.parent
RESULTATEN = {"AD": 5, "AE": 4, "AF": 5, "BD": 6, "BE": 4, "BF": 4, "CD": 7, "CE": 5, "CF": 2}
BUITEN = {  # outside the matrix: (resultaten, activiteiten)
    "INN": (4, 8),
    "SAM": (9, 3),
    "POS": (4, 3),
    "ICO": (0, 3),
    "NEXT": (3, 0),
    "ONDERZOEK": (0, 5),
    "ADVIESRADEN": (0, 2),
    "JEUGDPANEL": (0, 2),
    "ARMOEDE": (0, 3),
    "WHOCARES": (1, 0),
    "ORG": (0, 5),
    "KWA": (0, 4),
    "COM": (0, 2),
    "HRM": (0, 4),
}
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


def test_the_whole_werkplan_is_there_chapters_four_to_six_too(gap):
    sections = sections_of(gap.dossier.werkplan)
    del sections["speerpunten"]
    found = {
        code: (len(one.resultaten), len(one.activiteiten))
        for section in sections.values()
        for code, one in section.items()
    }
    assert found == BUITEN


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
    "BD-R6.spreekuren": ("negen inloopspreekuren", "11", "gehaald"),
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


OORDELEN = {
    # promises without a figure: silence about a part is no shortfall, and no success either
    "AD-R1": "niet te bepalen",  # in all projects? not said
    "AD-R2": "gehaald",
    "AD-A4.uitrol": "niet te bepalen",  # one other region for sure, "regio's" promised
    "AD-A9": "niet te bepalen",  # goes on steadily; what is done of its plan is not said
    "AE-A6": "gehaald",  # going on was promised, and the fund only an example
    "AE-R3": "niet te bepalen",  # a webinar; whom it reached is not said
    "AF-A4": "deels gehaald",  # said: workshops with seniors were not possible
    "BD-R4.themadagen": "niet gerapporteerd",  # a week of activities is not a number of days
    "BD-A4": "niet gerapporteerd",  # every two months, five themes, no number
    "BD-R6.geld": "niet te bepalen",  # nine were promised money too; that is not said
    "BF-R2.scholing": "niet te bepalen",
    "CD-A2": "niet te bepalen",  # coached; whether trained too is not said
    "CF-R1": "niet te bepalen",  # like CF-A1: no number, and nought does not fit
    "INN-A6": "niet te bepalen",  # today's professionals; tomorrow's are not spoken of
    "POS-R1": "niet te bepalen",  # partners and volunteers joined; the self-employed are not named
    "ONDERZOEK-A5": "gehaald",  # the projects of the plan are examples; one of them and others
    "ORG-A4": "niet gerapporteerd",
    "KWA-A2": "niet te bepalen",
    "HRM-A2": "niet te bepalen",  # the scheme is there; the works council's part is not said
    "HRM-A3": "deels gehaald",  # said: the medical examination is only prepared
}


@pytest.mark.parametrize(("id_", "oordeel"), OORDELEN.items())
def test_verdicts_without_a_figure(gap, id_, oordeel):
    (row,) = [r for r in gap.rijen if r.id == id_]
    assert row.vergelijking.oordeel == oordeel


@pytest.mark.parametrize("name", ["werkplan-2021.yaml", "jaarverslag-2021.yaml"])
def test_the_voice_is_our_own(name):
    lines = (ROOT / "data" / name).read_text("utf-8").splitlines()
    said = " ".join(line.strip() for line in lines if not line.lstrip().startswith("#"))
    assert re.findall(r"(?i)\bde bron (?!:)\w+|staat er (?:niet|niets)\b", said) == []


@pytest.mark.parametrize("name", ["werkplan-2021.yaml", "jaarverslag-2021.yaml"])
def test_a_name_has_one_spelling(name):
    text = " ".join((ROOT / "data" / name).read_text("utf-8").split())
    assert (
        re.findall(
            r"Care-Free|GGz|Who Cares(?!\?)|Who cares|Armoedebeweging|WijZijn|Positieve gezondheid"
            r"|Gezondste regio|PX-Zorg|Px-Zorg|Kiek Limburg|Preventie-akkoord",
            text.replace("Inwoners inspireren positieve gezondheid", ""),
        )
        == []
    )


REPORTS = ("jaarverslag", "werkplan", "afwijkingen", "dashboard")


@pytest.mark.parametrize("rapport", REPORTS)
@pytest.mark.parametrize("fmt", ["md", "html"])
def test_committed_report_is_what_the_data_give(rapport, fmt, tmp_path):
    (path,) = api.render(rapport, ROOT, formats=[fmt], output=tmp_path)
    committed = ROOT / "reports" / path.name
    assert path.read_bytes() == committed.read_bytes(), "run `make reports`"
