"""Finding your way: the script of the page in a real browser, permalinks, and the index."""

import csv
import io
import re
from dataclasses import replace

import pytest

from bkl import api
from bkl.api.workspace.reports import ReportName, standing
from bkl.domein.woorden import OORDELEN
from bkl.render import render_report
from bkl.render.shelf import Standing, render_shelf
from tests.render.matter import fixture_stof
from tests.render.pages import Page, body_of
from tests.render.test_browser import open_page
from tests.render.test_injectie import everything
from tests.render.workspace import bkl, calm_workspace

WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def page_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("vinden") / "jaarverslag.html"
    path.write_bytes(render_report("jaarverslag", "html", fixture_stof()))
    return path


@pytest.fixture(scope="module")
def desk(browser, page_file):
    page = open_page(browser, page_file, viewport=WIDE)
    yield page
    page.context.close()


@pytest.fixture
def page(desk):
    desk.get_by_label("Zoek in dit document").fill("x")
    desk.get_by_label("Zoek in dit document").press("Escape")
    return desk


def shown_rows(page):
    return page.locator("main tbody tr:visible")


@pytest.mark.browser
class TestFiltering:
    def test_a_verdict_shows_only_what_has_it(self, page):
        before = shown_rows(page).count()
        page.get_by_label("Toon alleen wat is").select_option("deels gehaald")
        rows = shown_rows(page).all()
        marks = [row.locator(".oordeel.deels-gehaald").count() for row in rows]
        # what has parts stays above them
        heads = [row.locator("td:empty").count() for row in rows]
        assert 0 < len(rows) < before
        assert all(mark or head for mark, head in zip(marks, heads, strict=True))
        found = int(re.search(r"\d+", page.locator("#pagina-gevonden").inner_text())[0])
        assert found == page.locator("main :is(tr, li, p):visible:has(.deels-gehaald)").count()
        assert not page.get_by_role("heading", name="Voorwoord").is_visible()
        assert page.get_by_role("heading", level=1).is_visible()

    def test_every_verdict_in_the_page_can_be_chosen(self, page):
        options = page.locator("#pagina-oordeel option").all_inner_texts()
        used = {
            one.get_attribute("class").split()[1].replace("-", " ")
            for one in page.locator("main tbody td .oordeel").all()
        }
        assert options[0] == "alles"
        assert set(options[1:]) == used
        assert used <= {*OORDELEN, "ontwikkeling"}

    def test_a_search_knows_no_accents_and_no_capitals_and_wants_every_word(self, page):
        field = page.get_by_label("Zoek in dit document")
        seen = []
        for typed in ("gesprek", "GËSPREK"):
            field.fill(typed)
            page.wait_for_timeout(250)
            seen.append(shown_rows(page).all_inner_texts())
            assert "gevonden" in page.locator("#pagina-gevonden").inner_text()
        assert seen[0] == seen[1]
        assert all("gesprek" in text.lower() for text in seen[0]), seen[0]
        field.fill("gesprek zzz")
        page.get_by_text("Niets gevonden.").wait_for()
        assert shown_rows(page).count() == 0

    def test_all_of_it_works_by_keyboard_and_is_announced(self, page):
        before = shown_rows(page).count()
        page.get_by_label("Toon alleen wat is").focus()
        page.keyboard.press("ArrowDown")
        told = page.locator("#pagina-gevonden")
        assert re.fullmatch(r"\d+ plek(ken)? gevonden\.", told.inner_text())
        assert page.evaluate(
            "document.getElementById('pagina-gevonden').matches('output:not([aria-live=off])')"
        )
        page.keyboard.press("Tab")
        assert page.locator(":focus").inner_text() == "Toon weer alles"
        page.keyboard.press("Enter")
        assert shown_rows(page).count() == before
        assert page.evaluate("document.activeElement.id") == "pagina-woorden"

    def test_a_link_to_what_is_filtered_away_shows_it(self, page):
        page.get_by_label("Toon alleen wat is").select_option("deels gehaald")
        page.evaluate("location.hash = '#voorwoord'")
        page.get_by_role("heading", name="Voorwoord").wait_for()
        assert page.locator("#pagina-oordeel").input_value() == ""

    def test_print_is_whole_whatever_is_filtered(self, page):
        whole = page.locator("main tbody tr").count()
        page.get_by_label("Toon alleen wat is").select_option("deels gehaald")
        page.emulate_media(media="print")
        assert shown_rows(page).count() == whole
        assert page.locator(".csv:visible").count() == 0
        page.emulate_media(media="screen")


@pytest.mark.browser
def test_without_a_script_everything_is_there_and_nothing_is_offered(browser, page_file):
    page = open_page(browser, page_file, viewport=WIDE, java_script_enabled=False)
    assert page.locator("#pagina-zoeken:visible").count() == 0
    assert page.locator("main tbody tr").count() == shown_rows(page).count() > 30
    page.context.close()


@pytest.mark.browser
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["desk", "phone"])
def test_the_contents_say_where_you_are(browser, page_file, size):
    page = open_page(browser, page_file, viewport=size)
    page.evaluate("document.getElementById('ad').scrollIntoView()")
    page.locator("#pagina-inhoud a[aria-current='location'][href$='#ad']").first.wait_for(
        state="attached"
    )
    marked = page.locator("#pagina-inhoud a[aria-current='location']")
    assert set(marked.all_text_contents()) == {"AD: Buurtbewoners"}
    if size is PHONE:
        assert page.locator("summary", has_text="Inhoud").inner_text().endswith("AD: Buurtbewoners")
        assert page.locator("#pagina-inhoud").bounding_box()["y"] <= 0
    page.context.close()


@pytest.mark.browser
def test_a_table_is_handed_out_as_csv_that_runs_nothing(browser, tmp_path):
    path = tmp_path / "jaarverslag.html"
    path.write_bytes(render_report("jaarverslag", "html", everything("=1+1")))
    page = open_page(browser, path, viewport=WIDE)
    for button in page.locator(".csv").all():
        with page.expect_download() as waited:
            button.click()
        data = waited.value.path().read_bytes().decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(data, newline=""), delimiter=";"))
        assert len({len(row) for row in rows}) == 1
        assert not [cell for row in rows for cell in row if cell[:1] in "=+-@" and cell]
        assert re.fullmatch(r"[a-z0-9-]+\.csv", waited.value.suggested_filename)
    page.context.close()


@pytest.mark.browser
def test_the_figures_of_a_csv_are_those_of_the_table_with_their_source(page):
    with page.expect_download() as waited:
        page.get_by_role("button", name="Tabel als csv: AD: wat wij beloofden").click()
    rows = list(
        csv.reader(
            io.StringIO(waited.value.path().read_bytes().decode("utf-8-sig"), newline=""),
            delimiter=";",
        )
    )
    assert rows[0] == ["Nr.", "Oordeel", "Toezegging, en wat ervan kwam", "Bron"]
    ids = [rij.id for rij in fixture_stof().rijen if rij.speerpunt == "AD"]
    assert [row[0] for row in rows if row[0] in ids] == ids
    assert any("onder ‘" in row[3] for row in rows)


def test_headings_and_promises_lead_to_themselves():
    page = Page.read(
        body_of(
            "# T\n\n## Kop *x*\n\n## [al](#b)\n\n"
            '| Nr. | x |\n|---|---|\n| <a id="r1"></a>R1 | y |\n| <a id="r2"></a>[R](#a) | z |\n'
        ).html
    )
    links = {one.attrs["href"]: one.text for one in page.all("a") if "plek" in str(one.attrs)}
    assert links == {"#t": "T", "#kop-x": "Kop x", "#r1": "R1"}


# ---- index.html and parts


@pytest.fixture
def folder(tmp_path):
    return calm_workspace(tmp_path)


def index_of(folder):
    return (folder / "reports/index.html").read_text(encoding="utf-8")


def test_several_reports_get_a_page_over_them_all(folder):
    code, out, _ = bkl(folder, "render", "werkplan", "jaarverslag", "--format", "html")
    assert code == 0
    assert out.split()[-1] == "reports/index.html"
    page = Page.read(index_of(folder))
    hrefs = [one.attrs["href"] for one in page.all("a")]
    assert hrefs[:2] == ["jaarverslag-2021.html", "werkplan-2021.html"]
    assert page.body_text().count("Stand op 31 december 2021, concept") == 1
    assert "Wat er wordt beloofd" in page.all("li")[1].text
    ids = [
        one.attrs["id"]
        for one in Page.read((folder / "reports/jaarverslag-2021.html").read_text()).elements
        if "id" in one.attrs
    ]
    assert hrefs[2:], "the subjects of the plan"
    assert {one.removeprefix("jaarverslag-2021.html#") for one in hrefs[2:]} <= set(ids)
    before = index_of(folder)
    bkl(folder, "render", "werkplan", "jaarverslag", "--format", "html")
    assert index_of(folder) == before


def test_school_years_keep_their_name_in_file_and_index():
    names = [ReportName("werkplan", "2023/2024", "html"), ReportName("werkplan", "2021", "md")]
    assert [one.file for one in names] == ["werkplan-2023-2024.html", "werkplan-2021.md"]
    files = [Standing(one.file, "werkplan", one.jaren, one.fmt, "", "Plan.", b"") for one in names]
    page = Page.read(render_shelf(files, fixture_stof()).decode())
    assert [one.text for one in page.all("h2")] == ["2023/2024", "2021"]


def test_names_of_reports_are_read_back(tmp_path):
    names = [
        *("werkplan-2021.md", "werkplan-2023-2024.md", "factsheets-BD-2021.html"),
        *("factsheets-CD-R5.x-2023-2024.pdf", "anders-2021.md", "werkplan-2021.exe", "index.html"),
    ]
    for name in names:
        (tmp_path / name).touch()
    found = {one.file: (one.deel, one.jaren) for one in standing(tmp_path)}
    assert found == dict(
        zip(
            names[:4],
            [("", "2021"), ("", "2023/2024"), ("BD", "2021"), ("CD-R5.x", "2023/2024")],
            strict=True,
        )
    )


def test_one_report_begins_no_index_and_keeps_one_up_to_date(folder):
    bkl(folder, "render", "werkplan", "--format", "html")
    assert not (folder / "reports/index.html").exists()
    bkl(folder, "render", "all", "--format", "html")
    bkl(folder, "render", "werkplan", "--format", "html", "--format", "md")
    hrefs = [one.attrs["href"] for one in Page.read(index_of(folder)).all("a")]
    assert "werkplan-2021.md" in hrefs


def test_an_index_of_somebody_else_is_left_alone(folder):
    (folder / "reports").mkdir()
    (folder / "reports/index.html").write_text("van mij", encoding="utf-8")
    code, out, _ = bkl(folder, "render", "all", "--format", "html")
    assert code == 0
    assert "index.html" not in out
    assert index_of(folder) == "van mij"


def test_a_name_in_the_folder_is_no_markup_in_the_index(folder):
    bkl(folder, "render", "werkplan", "jaarverslag", "--format", "html")
    page = folder / "reports/jaarverslag-2021.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(
        re.sub("<title>[^<]*", "<title>&lt;script&gt;x&lt;/script&gt; – y", text), encoding="utf-8"
    )
    api.shelve(folder)
    found = Page.read(index_of(folder))
    assert not found.all("script")
    assert "<script>x</script>" in found.all("li")[0].text


@pytest.mark.parametrize(("asked", "part"), [("AD", "AD"), ("ad", "AD"), ("AD-R1", "AD-R1")])
def test_factsheets_of_one_speerpunt(folder, asked, part):
    code, out, _ = bkl(folder, "render", "factsheets", asked, "--format", "md")
    assert (code, out) == (0, f"reports/factsheets-{part}-2021.md\n")
    text = (folder / f"reports/factsheets-{part}-2021.md").read_text(encoding="utf-8")
    assert text.startswith("# Factsheet 2021: ")
    assert text.count("#### Wat wij beloofden") == 1
    assert bkl(folder, "render", "--check")[0] == 0


def test_factsheets_of_a_thema_and_of_two_at_once(folder):
    code, out, _ = bkl(folder, "render", "factsheets", "A", "AE", "--format", "md")
    assert code == 0
    assert out.split() == ["reports/factsheets-A-2021.md", "reports/factsheets-AE-2021.md"]
    stof = replace(fixture_stof(), keuze=frozenset())
    assert "#### Wat wij beloofden" not in render_report("factsheets", "md", stof).decode()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("factsheets", "XX"), "`XX` is geen speerpunt"),
        (("jaarverslag", "AD"), "alleen voor het hele plan"),
        (("jaarverslag", "factsheets", "AD"), "Er is geen rapport `AD`"),
    ],
)
def test_a_part_that_cannot_be_made_is_wrong_use(folder, args, said):
    code, _, err = bkl(folder, "render", *args)
    assert code == 2
    assert said in err
    assert not list((folder / "reports").glob("*AD*"))
