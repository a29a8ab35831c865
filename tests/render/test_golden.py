"""What readers get, whole: opened by a person whenever it changes."""

from datetime import date

import pytest

from bkl.render import format_names, render_report, report_names
from tests.render.matter import HERE, REPORTS, assert_golden, fixture_stof, plan, stof_of, verslag


@pytest.mark.parametrize("fmt", ["md", "html"])
@pytest.mark.parametrize("rapport", REPORTS)
def test_report_of_the_fixture(rapport, fmt):
    assert_golden(f"{rapport}.{fmt}", render_report(rapport, fmt, fixture_stof()))


def test_file_names_are_the_choices():
    room = HERE.parent.parent / "bkl" / "render"
    assert report_names() == sorted(path.stem for path in (room / "views").glob("[!_]*.py"))
    assert format_names() == sorted(path.stem for path in (room / "formats").glob("[!_]*.py"))
    assert set(REPORTS) <= set(report_names())
    assert {"html", "md"} <= set(format_names())


@pytest.mark.parametrize("fmt", ["md", "html"])
@pytest.mark.parametrize("rapport", REPORTS)
def test_same_matter_same_bytes(rapport, fmt):
    first = render_report(rapport, fmt, fixture_stof())
    assert render_report(rapport, fmt, fixture_stof()) == first
    assert str(date.today().year).encode() not in first or date.today().year in (2021, 2022)
    assert first.endswith(b"\n")
    assert b"\r" not in first


def test_other_data_show_another_digest():
    one, other = (render_report("werkplan", "md", fixture_stof(data=d)) for d in (b"1", b"2"))
    assert one != other


def chapters(text, level="## "):
    found = [line.removeprefix(level) for line in text.splitlines() if line.startswith(level)]
    return [line.partition("</a>")[2] or line for line in found]


def test_chapters_come_in_the_agreed_order():
    text = render_report("jaarverslag", "md", fixture_stof()).decode()
    assert chapters(text) == [
        "Voorwoord",
        "In het kort",
        "De speerpunten in één oogopslag",
        "Wat anders liep dan beloofd",
        "Thema A: Samen leven",
        "Thema B: Rondkomen",
        "Uitgangspunten",
        "Projecten",
        "Bedrijfsvoering",
        "Herkomst van de cijfers",
        "Uitleg",
        "Colofon",
    ]


def test_every_indicator_is_shown_where_it_was_promised():
    stof = fixture_stof()
    for rapport in REPORTS:
        text = render_report(rapport, "md", stof).decode()
        for rij in stof.rijen:
            anker = rij.id.lower().replace(".", "-")
            assert text.count(f'| <a id="{anker}"></a>{rij.id} |') == 1


def test_whatever_was_not_plainly_reached_is_named_in_the_chapter_of_differences():
    stof = fixture_stof()
    text = render_report("jaarverslag", "md", stof).decode()
    chapter = text.split("## Wat anders liep dan beloofd")[1].split("\n## ")[0]
    for id_, vergelijking in stof.vergelijkingen.items():
        named = f"[{id_}](#" in chapter
        assert named == (vergelijking.oordeel != "gehaald" or vergelijking.wijkt_af), id_


def test_counts_per_oordeel_add_up_to_n():
    stof = fixture_stof()
    text = render_report("jaarverslag", "md", stof).decode()
    rows = text.split("| Oordeel | Aantal |")[1].split("\n\n")[0].splitlines()[2:]
    counts = [int(row.split("|")[2]) for row in rows]
    assert sum(counts[:-1]) == counts[-1] == stof.telling.n


def test_without_axes_the_speerpunten_are_one_list():
    stof = stof_of(
        plan({"zorg": {"titel": "Zorg dichtbij", "resultaten": {"R1": "Iets"}}}),
        verslag(realisaties={"zorg-R1": {"oordeel": "gehaald", "onderbouwing": "Ja."}}),
    )
    text = render_report("jaarverslag", "md", stof).decode()
    assert "| [zorg: Zorg dichtbij](#zorg) | 1 | ✓ 1 gehaald |" in text
    assert "Samen |" not in text.replace("| Samen (N) |", "")
    assert "Alles is gehaald zoals het was toegezegd." in text
    assert "De speerpunten" in chapters(text)


def test_speerpunten_beside_the_matrix_are_not_lost():
    stof = stof_of(
        plan(
            {"AD": {"resultaten": {"R1": "Iets"}}, "LOS": {"resultaten": {"R1": "Iets los"}}},
            themas={"A": "Thema"},
            doelgroepen={"D": "Groep"},
        ),
        verslag(),
    )
    text = render_report("jaarverslag", "md", stof).decode()
    assert "Overige speerpunten" in chapters(text)
    assert "[LOS: LOS](#los)" in text
    html = render_report("jaarverslag", "html", stof).decode()
    assert 'id="los-r1"' in html
