"""Charts: what is drawn is what is known, and their words say the same."""

import re
from dataclasses import replace

import pytest

from bkl.api.rendering.matter import read_stof
from bkl.gap.years import Punt, Reeks
from bkl.render import render_report
from bkl.render.charts.bullet import build_bullet
from bkl.render.charts.layout import WIDTH
from bkl.render.charts.verloop import build_fasebalk, build_verloop
from bkl.render.document import build_document
from bkl.render.drawing import draw_charts
from tests.render.matter import HERE, plan, stof_of, verslag
from tests.render.pages import Page


@pytest.fixture(scope="module")
def vie():
    return read_stof(HERE.parent / "vie")


def bullet(doel, realisatie, **more):
    given = realisatie if isinstance(realisatie, dict) else {"realisatie": realisatie}
    stof = stof_of(
        plan({"AD": {"resultaten": {"R1": {"tekst": "x", "doel": doel, **more}}}}),
        verslag(realisaties={"AD-R1": given}),
    )
    return build_bullet(stof.vergelijkingen["AD-R1"])


def ends(span):
    return None if span is None else (span[0], round(span[0] + span[1], 1))


def test_a_certain_figure_is_a_solid_bar_up_to_the_doel():
    chart = bullet("4 dingen", "2 dingen")
    low, high = ends(chart.zeker)
    assert high - low == pytest.approx((chart.doel - low) / 2, abs=0.2)
    assert chart.onzeker is None
    assert chart.arcering == ""
    assert chart.titel == "Het doel was ‘4 dingen’ en bereikt is ‘2 dingen’."


def test_what_is_not_certain_is_hatched():
    chart = bullet("100 dingen", "tientallen dingen")
    assert ends(chart.onzeker)[0] == ends(chart.zeker)[1]
    assert chart.onzeker[1] > 3 * chart.zeker[1]
    xs = [float(x) for x in re.findall(r"[ML](\S+) ", chart.arcering)]
    assert min(xs) >= chart.onzeker[0] - 0.1
    assert max(xs) <= ends(chart.onzeker)[1] + 0.1
    assert chart.titel.endswith("Zeker is alleen: 20 tot 99.")


def test_sources_that_differ_are_drawn_as_what_they_span():
    other = [{"realisatie": "9 dingen", "bron": "b"}]
    chart = bullet("18 dingen", {"realisatie": "18 dingen", "tegenspraak": other})
    assert ends(chart.onzeker)[1] == chart.doel
    assert "Zeker is alleen: 9 tot 18." in chart.titel


def test_a_figure_without_end_runs_off_the_scale():
    chart = bullet("4.000-5.000 dingen", "meer dan 4.000 dingen")
    assert chart.open
    assert ends(chart.zeker)[1] == chart.doel < chart.doel_tot < ends(chart.onzeker)[1]


def test_the_beginning_is_marked():
    chart = bullet("van 3,4% naar 2,5%", "2,8%")
    assert chart.doel < ends(chart.zeker)[0] < chart.begin
    assert ends(chart.zeker)[1] == pytest.approx(chart.begin)
    assert chart.titel.endswith("Bij het begin was het 3,4.")


def test_what_is_sure_runs_from_the_beginning_to_the_nearest_figure():
    chart = bullet("van 10 naar 2 klachten", "4-6 klachten")
    assert ends(chart.zeker) == pytest.approx((ends(chart.onzeker)[1], chart.begin))
    around = bullet("van 10 naar 20 leden", "8-12 leden")
    assert around.zeker[1] == 0


NOT_DRAWN = [
    ("ja", {"realisatie": "ja"}),
    ("kwalitatief: mooi", {"oordeel": "gehaald", "onderbouwing": "x"}),
    ("niet toetsbaar", {"realisatie": "3"}),
    ("3", {"realisatie": "niet gemeten"}),
    ("3", {"uitvoering": "loopt"}),
]


@pytest.mark.parametrize(("doel", "given"), NOT_DRAWN)
def test_without_two_figures_there_is_nothing_to_draw(doel, given):
    assert bullet(doel, given) is None


@pytest.mark.parametrize("doel", ["0 k", "maximaal 0 k", "1.000.000 euro", "min 3 graden"])
@pytest.mark.parametrize("realisatie", ["0", "1", "2.000.000", "enkele"])
def test_everything_stays_on_the_chart(doel, realisatie):
    if doel.startswith("min "):
        chart = bullet("-3 graden", realisatie, richting="hoger")
    else:
        # which way is better with money is asked, never guessed
        unit = " euro" if "euro" in doel else ""
        chart = bullet(doel, realisatie + unit, richting="hoger" if unit else None)
    places = [*ends(chart.zeker), chart.doel, *(ends(chart.onzeker) or ())]
    assert all(0 <= place <= WIDTH for place in places)


def series(*figures):
    """Years of one indicator; a figure after a break is a pair with the reason of the break."""
    punten = []
    for number, given in enumerate(figures):
        figure, breuk = given if isinstance(given, tuple) else (given, None)
        stof = stof_of(
            plan({"AD": {"resultaten": {"R1": {"tekst": "x", "doel": "3 dingen"}}}}),
            verslag(realisaties={"AD-R1": figure} if figure else {}),
        )
        punten.append(Punt(2019 + number, stof.vergelijkingen["AD-R1"], breuk))
    return Reeks(tuple(punten))


def test_a_series_is_a_line_with_gaps_and_breaks():
    reeks = series("2 dingen", "4 dingen", None, "3+", ("8 dingen", "Andere telling."), "9 dingen")
    chart = build_verloop("dingen", reeks)
    assert [line.count(",") for line in chart.lijnen] == [2, 2]
    assert len(chart.punten) == 5
    assert len(chart.staven) == 1
    assert len(chart.breuken) == 1
    assert chart.titel == (
        "Het verloop van ‘dingen’: in 2019 2 dingen, in 2020 4 dingen, in 2021 geen cijfer, "
        "in 2022 3+, in 2023 8 dingen, in 2024 9 dingen."
    )
    assert chart.punten[1][1] < chart.punten[0][1], "more is higher"


def test_one_figure_is_no_series():
    assert build_verloop("dingen", series("2 dingen", None)) is None


def test_phase_bar():
    chart = build_fasebalk(("Begin", "Midden", "Eind"), "Midden")
    assert chart.nu == 1
    assert chart.titel == "De fase is Midden: nummer 2 van 3 (Begin, Midden, Eind)."
    assert chart.vakken[-1][0] + chart.vakken[-1][1] < WIDTH
    assert build_fasebalk(("Begin",), "Anders") is None


def test_trends_of_more_years_are_drawn_and_written():
    reeks = series("2 dingen", "4 dingen")
    stof = stof_of(
        plan({"AD": {"resultaten": {"R1": {"tekst": "Dingen.", "doel": "3 dingen"}}}}),
        verslag(realisaties={"AD-R1": "4 dingen"}),
    )
    stof = replace(stof, reeksen=lambda: {"AD-R1": reeks})
    assert (
        "2019: 2 dingen (doel 3 dingen)<br>2020: 4 dingen (doel"
        in render_report("dashboard", "md", stof).decode()
    )
    html = render_report("dashboard", "html", stof).decode()
    titles = [one.text for one in Page.read(html).all("title")]
    assert "Het verloop van ‘Dingen’: in 2019 2 dingen, in 2020 4 dingen." in titles


@pytest.mark.parametrize("rapport", ["dashboard", "factsheets", "jaarverslag"])
def test_every_chart_is_drawn_with_a_sentence_and_no_style_of_the_page(rapport, vie):
    document = build_document(rapport, vie)
    drawn = draw_charts(document)
    assert len(drawn) == len(document.grafieken) > 1
    html = render_report(rapport, "html", vie).decode()
    for name, svg in drawn.items():
        assert f'<a id="{name}"></a>' in document.markdown
        assert svg in html
        assert not re.search(r"style=|currentColor|var\(|url\(|\bid=", svg)
        for title in re.findall(r"<title>(.*?)</title>", svg):
            assert title
    sentences = [one.grafiek for one in document.grafieken if hasattr(one.grafiek, "titel")]
    assert all(re.fullmatch(r"[A-Z].*\.", one.titel) for one in sentences)
    assert "grafiek-" not in html


def test_the_figures_of_a_chart_stand_in_the_text(vie):
    document = build_document("dashboard", vie)
    for grafiek in document.grafieken:
        for figure in re.findall(r"‘([^’]+)’", getattr(grafiek.grafiek, "titel", "")):
            assert figure in document.markdown
