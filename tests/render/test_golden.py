"""What readers get, whole: opened by a person whenever it changes."""

from datetime import date

import pytest

from bkl.api.rendering.matter import read_stof
from bkl.domein.woorden import ONBESLIST
from bkl.render import format_names, render_report, report_names
from bkl.render.views import afwijkingen, jaarverslag
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
        "In het kort",
        "De speerpunten in één oogopslag",
        "Voorwoord",
        "Wat anders liep dan beloofd",
        "Thema A: Samen leven",
        "Thema B: Rondkomen",
        "Uitgangspunten",
        "Projecten",
        "Bedrijfsvoering",
        "Ondertekening",
        "Bijlage: beloofd en bereikt in cijfers",
        "Bijlage: herkomst van de cijfers",
        "Uitleg",
    ]
    assert text.split("\n---\n")[-1].startswith('\n<a id="colofon"></a>Jaarverslag 2021')


def test_every_indicator_is_shown_where_it_was_promised():
    stof = fixture_stof()
    for rapport in REPORTS:
        text = render_report(rapport, "md", stof).decode()
        for rij in stof.rijen:
            anker = rij.id.lower().replace(".", "-")
            assert text.count(f'| <a id="{anker}"></a>{rij.id} |') == 1


def test_whatever_was_not_plainly_reached_is_in_the_chapter_of_differences():
    stof = fixture_stof()
    text = render_report("jaarverslag", "md", stof).decode()
    chapter = text.split("## Wat anders liep dan beloofd")[1].split("\n## ")[0]
    waiting = 0
    for id_, vergelijking in stof.vergelijkingen.items():
        differs = vergelijking.oordeel != "gehaald" or vergelijking.wijkt_af
        waits = vergelijking.oordeel in ONBESLIST - {"nog niet te beoordelen"}
        differs = differs and vergelijking.oordeel != "nog niet te beoordelen"
        assert (f"[{id_}](#" in chapter) == (differs and not waits), id_
        waiting += waits
    assert waiting > 1
    assert f"Van {waiting} toezeggingen kunnen wij niet zeggen of zij zijn gehaald" in chapter


def test_the_tables_of_page_one_divide_the_same_promises():
    kort = jaarverslag.build(fixture_stof()).kort
    for delen in (kort.per_deel, kort.per_soort, kort.per_meting):
        for part in ("n", "gehaald", "deels", "niet", "loopt", "zonder", "verplaatst"):
            assert sum(getattr(deel, part) for deel in delen) == getattr(kort.alles, part)
        for deel in (kort.alles, *delen):
            open_ = deel.loopt + deel.zonder
            assert deel.n == deel.gehaald + deel.minder + open_ + deel.verplaatst
    assert kort.alles.n == fixture_stof().telling.n
    assert kort.iets + kort.niets == kort.alles.zonder


@pytest.mark.parametrize("workspace", ["", "tests/vie", "tests/gemeente"])
def test_every_page_counts_what_is_unanswered_alike(workspace):
    stof = read_stof(HERE.parent.parent / workspace)
    year, apart = jaarverslag.build(stof), afwijkingen.build(stof)
    assert year.kort.alles.zonder == year.telling.zonder == apart.onzeker + apart.zwijgend
    assert year.kort.iets + year.kort.niets == year.kort.alles.zonder
    assert year.lopend == year.kort.alles.loopt
    assert apart.zwijgend == year.kort.niets


def test_page_one_tells_what_moves_and_whether_it_was_agreed():
    stof = read_stof(HERE.parent.parent)
    text = render_report("jaarverslag", "md", stof).decode().split("## De speerpunten")[0]
    moved = [id_ for id_, one in stof.vergelijkingen.items() if one.uitvoering == "uitgesteld"]
    assert moved
    for id_ in moved:
        (row,) = (line for line in text.splitlines() if line.startswith(f"| [{id_}]("))
        assert "**Vervolg:** " in row
    for id_, one in stof.vergelijkingen.items():
        given = one.realisatie.realisatie if one.realisatie else None
        less = one.oordeel in ("deels gehaald", "niet gehaald")
        if less and given is not None and (given.vervolg or given.akkoord):
            asked = f"\n| [{id_}](" in text
            assert asked != bool(given.akkoord), id_
            assert f"[{id_}](" in text, id_


def test_page_one_says_what_the_verdicts_rest_on():
    kort = jaarverslag.build(fixture_stof()).kort
    beslist = ("gehaald", "deels gehaald", "niet gehaald")
    rows = [
        one for one in fixture_stof().vergelijkingen.values() if one.telt and one.oordeel in beslist
    ]
    measured = [one for one in rows if one.doel and one.doel.soort not in ("kwalitatief", "gereed")]
    assert (kort.met_cijfer, kort.door_mensen) == (len(measured), len(rows) - len(measured))


def test_without_axes_the_speerpunten_are_one_list():
    stof = stof_of(
        plan({"zorg": {"titel": "Zorg dichtbij", "resultaten": {"R1": "Iets"}}}),
        verslag(realisaties={"zorg-R1": {"oordeel": "gehaald", "onderbouwing": "Ja."}}),
    )
    text = render_report("jaarverslag", "md", stof).decode()
    assert "| [zorg: Zorg dichtbij](#zorg) | 1 van 1 gehaald |" in text
    assert "Samen |" not in text
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
