"""Plans in levels: what stands under what, contributes to what, and that nothing counts twice."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkl import api
from bkl.domein.dossier.structure.nesting import MOST_LEVELS, nest
from bkl.domein.dossier.verdicts import Telling
from bkl.domein.model.werkplan import Speerpunt
from bkl.gap.groepen import add_up
from bkl.gap.rows import branches, build_rows, compare, select, selections
from bkl.printers.gap import csv, markdown, table
from bkl.printers.gap import json as as_json
from bkl.printers.screen import Screen
from tests import build
from tests.gap.goldens import assert_golden

HERE = Path(__file__).parent
GEMEENTE = HERE.parent / "gemeente"
PLAN = """\
werkplan: 2021
organisatie: Voorbeeld
begrippen: {speerpunt: programma, speerpunten: programma's, lagen: [programma, doel, inspanning]}
speerpunten:
  2a:
    titel: Lucht
    portefeuillehouder: wethouder Milieu
    activiteiten:
      A1: {tekst: Laadpalen., doel: 10 laadpalen}
  1:
    titel: Meedoen
    portefeuillehouder: [wethouder Sociaal, burgemeester]
    resultaten:
      R1: {tekst: Meer mensen doen mee., doel: 120 deelnemers, optellen: ja}
  2b:
    titel: Bomen
    onder: 2a
    uitvoerder: hovenier
    activiteiten:
      A1: {tekst: Bomen., doel: 10 bomen, ook_bij: [1.1.1-A2]}
  1.1.1:
    titel: Voor jongeren
    activiteiten:
      A1:
        tekst: Lessen op school.
        draagt_bij_aan: 1-R1
        indicatoren: {lessen: 30 lessen, scholen: 4 scholen}
      A2: Samen bomen planten.
  1.1:
    titel: Cursussen
    uitvoerder: [bibliotheek, welzijnswerk]
    activiteiten:
      A1: {tekst: Taal., doel: 70 deelnemers, optellen: ja, draagt_bij_aan: 1-R1}
      A2:
        tekst: Rekenen.
        doel: 50 deelnemers
        optellen: ja
        draagt_bij_aan: [1-R1]
        uitvoerder: school
"""
REPORT = """\
jaarverslag: 2021
peildatum: 31-12-2021
bronnen: {telling: {titel: Telling}}
realisaties:
  1-R1: {realisatie: 118 deelnemers, bron: telling}
  1.1-A1: {realisatie: 68 deelnemers, bron: telling}
  1.1-A2: {realisatie: 50 deelnemers, bron: telling}
  1.1.1-A1.lessen: {realisatie: 31 lessen, bron: telling}
  2b-A1: {realisatie: 10 bomen, bron: telling}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return build.write(tmp_path_factory.mktemp("lagen"), REPORT, PLAN)


def shown(folder, width=80, **asked):
    return table.show(api.gap(folder, **asked), Screen(width=width))


def test_the_order_is_that_of_the_tree_and_counts_are_of_branches(folder):
    text = shown(folder)
    start = text.index("Programma's")
    assert text[start:].splitlines()[:6] == [
        "Programma's",
        "2a         Lucht                                     ████▒▒▒▒  1 van 2  ✓1 …1",
        "  2b       Bomen                                     ████████  1 van 1  ✓1",
        "1          Meedoen                                   ████▒░░░  3 van 6  ✓3 ◐2 …1",
        "  1.1      Cursussen                                 █████▒░░  3 van 5  ✓3 ◐1 …1",
        "    1.1.1  Voor jongeren                             █████▒▒▒  2 van 3  ✓2 …1",
    ]
    assert text.startswith(
        "Werkplan 2021 · Voorbeeld · stand op 31-12-2021\n\n3 van 7 gehaald, 2 zonder antwoord"
    )


@pytest.mark.parametrize(
    ("keuze", "ids"),
    [
        ("1", "1-R1 1.1-A1 1.1-A2 1.1.1-A1.lessen 1.1.1-A1.scholen 1.1.1-A2"),
        ("1.1", "1.1-A1 1.1-A2 1.1.1-A1.lessen 1.1.1-A1.scholen 1.1.1-A2"),
        ("1.1.1", "1.1.1-A1.lessen 1.1.1-A1.scholen 1.1.1-A2"),
        ("2a", "2a-A1 2b-A1"),
        ("2b", "2b-A1"),
    ],
)
def test_a_code_means_its_whole_branch(folder, keuze, ids):
    result = api.gap(folder, selectie=keuze)
    assert [rij.id for rij in result.rijen] == ids.split()
    assert keuze in selections(result.dossier, result.rijen)


def test_a_choice_shows_what_it_is_part_of_its_people_and_its_lines(folder):
    text = shown(folder, 100, selectie="1.1")
    assert "onderdeel van       1 Meedoen\n" in text
    assert "uitvoerders         bibliotheek, welzijnswerk\n" in text
    assert "draagt bij aan  1-R1 Meer mensen doen mee\n" in text
    assert "uitvoerder    school\n" in text
    assert "hieraan dragen bij  1.1.1-A1 Lessen op school; 1.1-A1 Taal; 1.1-A2 Rekenen" in shown(
        folder, 100, selectie="1-R1"
    )


def test_people_are_those_of_what_it_stands_in(folder):
    entries = api.gap(folder).dossier.indicatoren
    assert entries["1.1-A1"].uitvoerders == ("bibliotheek", "welzijnswerk")
    assert entries["1.1-A2"].uitvoerders == ("school",)
    assert entries["1.1.1-A1.lessen"].uitvoerders == ("bibliotheek", "welzijnswerk")
    assert entries["1.1.1-A1.lessen"].portefeuillehouders == ("wethouder Sociaal", "burgemeester")
    per = api.gap(folder, per="portefeuillehouder").groepen
    assert [(one.sleutel, one.telling.n) for one in per] == [
        ("wethouder Milieu", 2),
        ("wethouder Sociaal", 5),
        ("burgemeester", 5),
    ]
    (som,) = per[1].sommen
    assert (som.bereik.low, som.bereik.high, som.aantal, som.inbegrepen) == (118, 118, 1, 2)


def test_programs_meet_the_same_tree_and_counts(folder):
    told = json.loads(as_json.show(api.gap(folder), Screen()))
    assert [
        (one["code"], one["onder"], one["laag"], one["telling"]["N"]) for one in told["opbouw"]
    ] == [
        ("2a", None, 1, 2),
        ("2b", "2a", 2, 1),
        ("1", None, 1, 6),
        ("1.1", "1", 2, 5),
        ("1.1.1", "1.1", 3, 3),
    ]
    assert told["telling"]["N"] == 7  # 2b-A1 serves both trees, and counts once
    rows = {one["id"]: one for one in told["indicatoren"]}
    assert rows["1.1.1-A1.lessen"]["pad"] == ["1", "1.1", "1.1.1"]
    assert rows["1.1-A1"]["draagt_bij_aan"] == ["1-R1"]
    assert rows["1-R1"]["bijdragen"] == ["1.1.1-A1", "1.1-A1", "1.1-A2"]
    assert rows["1.1-A1"]["uitvoerder"] == "bibliotheek, welzijnswerk"
    assert told["bijdragen"] == [{"id": "1.1.1-A1", "draagt_bij_aan": ["1-R1"], "bijdragen": []}]
    assert '"1.1-A1"' in csv.show(api.gap(folder), Screen())


def test_markdown_has_a_heading_per_level(folder):
    text = markdown.show(api.gap(folder, selectie="1"), Screen())
    heads = [line for line in text.splitlines() if line.startswith("#")]
    assert heads == ["## 1 Meedoen", "### 1.1 Cursussen", "#### 1.1.1 Voor jongeren"]


def test_a_plan_without_levels_tells_nothing_of_them():
    told = build.dossier(build.plan(build.one({"doel": "3 lessen", "uitvoerder": "school"})))
    assert not told.gelaagd
    assert told.nesting.ouders == {}


@pytest.mark.parametrize(
    ("codes", "ouders"),
    [
        ("1 1.1 1.1.2 1.10", {"1.1": "1", "1.1.2": "1.1", "1.10": "1"}),
        ("1.1 1.1.2", {"1.1.2": "1.1"}),
        ("1 1.2.3", {"1.2.3": "1"}),
        ("1 10 10.1 2a P3.1 P3", {"10.1": "10", "P3.1": "P3"}),
    ],
)
def test_codes_as_plans_number_them_say_what_they_stand_under(codes, ouders):
    section = {code: Speerpunt() for code in codes.split()}
    assert nest([section]).ouders == ouders


CODES = st.sampled_from([*"abcdefgh", "a.1", "a.1.1", "b.2", "b.2.3"])


@given(st.dictionaries(CODES, st.one_of(st.none(), CODES), max_size=12))
def test_whatever_stands_under_what_it_is_trees(written):
    """No circle, no seventh level, every speerpunt once and behind what it stands under."""
    section = {code: Speerpunt(onder=onder) for code, onder in written.items()}
    found = nest([section])
    assert all(len(found.keten(code)) <= MOST_LEVELS for code in section)
    ordered = list(found.ordered(section))
    assert sorted(ordered) == sorted(section)
    assert all(ordered.index(up) < ordered.index(code) for code, up in found.ouders.items())
    for code, onder in written.items():
        assert onder is None or found.ouders.get(code) == onder or code in found.bezwaren


FIGURES = st.integers(0, 50)


@given(st.lists(st.tuples(CODES, FIGURES, CODES), min_size=1, max_size=10))
def test_n_is_the_sum_of_leaves_whatever_nests_or_contributes(written):
    """Levels and contributions change no verdict, no count, and no sum for the worse."""
    flat, deep = {}, {}
    for code, figure, aim in written:
        promise = {"tekst": code, "doel": f"{figure} lessen", "optellen": "ja"}
        flat[code.replace(".", "_")] = {"resultaten": {"R1": promise}}
        deep[code] = {"resultaten": {"R1": {**promise, "draagt_bij_aan": f"{aim}-R1"}}}
    told = {code: one["resultaten"]["R1"]["doel"] for code, one in deep.items()}
    one = build.dossier(
        build.plan(flat),
        build.report({f"{code.replace('.', '_')}-R1": v for code, v in told.items()}),
    )
    other = build.dossier(
        build.plan(deep), build.report({f"{code}-R1": v for code, v in told.items()})
    )
    counts = []
    for dossier in (one, other):
        rows = build_rows(dossier, compare(dossier))
        counts.append(Telling.of(rows))
        tops = [code for code in dossier.werkplan.speerpunten if code not in dossier.nesting.ouders]
        parts = [Telling.of(branches(dossier, rows)[code]).n for code in tops]
        assert sum(parts) == Telling.of(rows).n
        assert sorted(rij.id for top in tops for rij in select(dossier, rows, top)) == sorted(
            rij.id for rij in rows
        )
    assert counts[0] == counts[1]
    aims = other.bijdragen
    assert all(code not in aims.uiteindelijk(code) for code in aims.heen)


def test_two_levels_that_count_alike_give_no_certain_double():
    told = {"1": 100, "1.1": 60, "1.1.1": 10, "1.2": 50, "2": 5}
    plan = {
        code: {"resultaten": {"R1": {"tekst": code, "doel": "1 les", "optellen": "ja"}}}
        for code in told
    }
    report = {f"{code}-R1": f"{figure} lessen" for code, figure in told.items()}
    dossier = build.dossier(build.plan(plan), build.report(report))
    rows = build_rows(dossier, compare(dossier))
    (som,) = add_up(dossier, rows)
    # 1 is at least max(100, max(60, 10) + 50) = 110, and 2 stands apart
    assert (som.bereik.low, som.bereik.high) == (Fraction(115), Fraction(225))


@pytest.mark.parametrize(
    ("name", "width", "keuze"),
    [("gemeente", 80, None), ("gemeente-p1", 80, "P1"), ("gemeente-p1-breed", 160, "P1")],
)
def test_a_municipality_with_everything_at_once(name, width, keuze):
    """Two levels, four years, money, parts, status and contributions in one plan."""
    text = table.show(api.gap(GEMEENTE, selectie=keuze), Screen(width=width))
    assert max(map(len, text.splitlines())) <= width
    assert_golden(HERE, f"{name}.txt", text)


REPORTS = (
    *("jaarverslag", "werkplan", "dashboard", "factsheets", "voortgang", "afwijkingen"),
    *("resultatenkaart", "bewijs"),
)


@pytest.mark.parametrize("rapport", REPORTS)
def test_the_reports_of_a_municipality(rapport, tmp_path):
    (made,) = api.render(rapport, GEMEENTE, formats=("md",), output=tmp_path)
    assert_golden(HERE, f"gemeente-{rapport}.md", made.read_text(encoding="utf-8"))
