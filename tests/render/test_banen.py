"""Lanes: charts on one scale, drawn from what the comparison gives and nothing else."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from bkl.api.rendering.matter import read_stof
from bkl.domein.dossier.verdicts import Telling
from bkl.domein.notatie.vocabulary.colour import AA, contrast
from bkl.gap.years import Punt, Reeks
from bkl.render import render_report
from bkl.render.charts.lanes import build_aandeel, build_staaf, build_tijdlijn, build_warmte
from bkl.render.charts.layout import WIDTH, bar_of
from bkl.render.charts.verloop import build_verloop
from bkl.render.views import dashboard
from tests.render.matter import HERE, fixture_stof, plan, stof_of, verslag
from tests.render.pages import Page


def matter(doel, realisatie=None, **more):
    given = {} if realisatie is None else {"AD-R1": realisatie}
    return stof_of(
        plan({"AD": {"resultaten": {"R1": {"tekst": "x", "doel": doel, **more}}}}),
        verslag(realisaties=given),
    )


def share(doel, realisatie=None, **more):
    return build_aandeel(matter(doel, realisatie, **more).vergelijkingen["AD-R1"])


def end(span):
    return round(span[0] + span[1], 1)


def test_every_share_lies_on_the_same_scale():
    half, whole = share("4 dingen", "2 dingen"), share("1.000 dingen", "1.000 dingen")
    assert (half.nul, half.doel) == (whole.nul, whole.doel)
    assert end(whole.zeker) == whole.doel
    assert end(half.zeker) - half.nul == pytest.approx((half.doel - half.nul) / 2, abs=0.2)
    assert (half.onzeker, half.rechts, half.links) == (None, False, False)


def test_an_interval_stays_one_and_what_is_open_runs_off():
    some = share("100 dingen", "tientallen dingen")
    assert some.onzeker[0] == end(some.zeker) < end(some.onzeker) < some.doel
    more = share("4.000 dingen", "450+ dingen")
    assert more.rechts
    assert end(more.onzeker) > more.doel > end(more.zeker)


def test_a_figure_far_beyond_ends_in_an_arrow_not_in_a_longer_scale():
    far = share("2 dingen", "80 dingen")
    assert far.rechts
    assert end(far.zeker) <= WIDTH
    assert far.tekens.endswith("→")


def test_worse_than_the_beginning_goes_left():
    worse = share("van 3,4% naar 2,5%", "3,6%")
    assert worse.begin
    assert worse.zeker[0] < worse.nul == end(worse.zeker)


def test_without_a_figure_the_lane_is_empty_and_says_so():
    empty = share("3 dingen")
    assert (empty.zeker, empty.onzeker, empty.tekens) == (None, None, "")
    assert empty.titel == "Van het doel ‘3 dingen’ is geen cijfer bekend."


@pytest.mark.parametrize(
    ("doel", "given"), [("ja", "ja"), ("kwalitatief: mooi", None), ("maximaal 3 klachten", "5")]
)
def test_where_a_share_says_nothing_none_is_drawn(doel, given):
    assert share(doel, given) is None


@pytest.mark.parametrize(
    ("sure", "possible", "signs"),
    [(0, 0, "░" * 10), (1, 1, "█" * 10), (0.25, 0.61, "██▒▒▒▒▒░░░"), (0.5, 1.5, "█████▒▒▒▒▒→")],
)
def test_ten_signs_for_a_share(sure, possible, signs):
    assert bar_of(Fraction(str(sure)), Fraction(str(possible))) == signs


STEPS = [(0, "geen"), (1, "iets"), (2, "iets"), (3, "deel"), (4, "deel"), (6, "veel"), (8, "vol")]


@pytest.mark.parametrize(("reached", "step"), STEPS)
def test_a_cell_is_as_warm_as_what_was_surely_reached(reached, step):
    results = {f"R{number}": {"tekst": "x", "doel": "3"} for number in range(8)}
    given = {f"AD-R{number}": "3" for number in range(reached)}
    stof = stof_of(plan({"AD": {"resultaten": results}}), verslag(realisaties=given))
    made = build_warmte(Telling.of(stof.rijen))
    assert made.trap == step
    rest = f", {8 - reached} zonder antwoord" if reached < 8 else ""
    told = f"{reached} van 8 gehaald{rest}." if reached else "Alle 8 zonder antwoord."
    assert made.titel == told
    assert build_warmte(Telling.of([])) is None


def test_the_heat_map_is_a_table_whose_cells_say_their_figures():
    stof = fixture_stof()
    page = Page.read(render_report("jaarverslag", "html", stof).decode())
    cells = [one for one in page.all("td") if "warmte" in one.attrs.get("class", "")]
    assert len(cells) > 2
    for cell in cells:
        assert re.search(r"\d+ van \d+ gehaald", cell.text)
        assert cell.attrs["data-label"]
        assert re.search(r"\bwarmte-(geen|iets|deel|veel|vol)\b", cell.attrs["class"])


def test_ink_is_legible_on_every_step_of_the_heat_map():
    sheet = (HERE.parent.parent / "templates/_page.css").read_text(encoding="utf-8")
    sheet = sheet.replace("#fff;", "#ffffff;")
    light, dark = (
        dict(re.findall(r"--([a-z-]+): (#\w{6})", part)) for part in sheet.split("@media")[:2]
    )
    for colours in (light, dark):
        steps = [colours[f"warmte-{step}"] for step in ("geen", "iets", "deel", "veel", "vol")]
        assert all(contrast(colours["inkt"], step) >= AA for step in steps)
        gone = [contrast(colours["papier"], step) for step in steps]
        assert gone == sorted(gone), "each step is further from the paper than the one before"


def test_reasons_are_bars_of_two_parts():
    both, less = build_staaf(3, 1, 8), build_staaf(8, 0, 8)
    assert less.tweede is None
    assert both.eerste == pytest.approx(less.eerste * 3 / 8, abs=0.2)
    assert both.tweede[0] > both.eerste, "a gap between the parts"
    assert both.titel == "Minder of anders: 3. Meer dan beloofd: 1."


def test_a_moment_lies_at_its_place_in_the_year():
    made = [
        build_tijdlijn(2022, day, date(2022, 7, 1), "komt", "x")
        for day in (date(2022, 1, 1), date(2022, 7, 1), date(2022, 12, 31), date(2023, 1, 1))
    ]
    assert [one.plek for one in made] == sorted(one.plek for one in made)
    assert made[1].plek == made[1].nu
    assert made[2].plek == made[2].eind < made[3].plek <= WIDTH


def test_milestones_and_postponements_stand_in_the_dashboard():
    view = dashboard.build(read_stof(HERE.parent.parent))
    assert {one.tijdlijn.teken for one in view.tijdlijn} == {"uitstel"}
    assert all(one.stand == "nog niet afgesproken" for one in view.tijdlijn)
    vie = dashboard.build(read_stof(HERE.parent / "vie"))
    assert {one.tijdlijn.teken for one in vie.tijdlijn} & {"gehaald", "gemist", "komt"}


def test_a_series_has_the_goal_of_each_year_and_only_years_that_exist():
    punten = []
    for number, (doel, figure) in enumerate((("3", "2"), ("5", "4"), ("5", "7+"))):
        stof = matter(f"{doel} dingen", f"{figure} dingen" if "+" not in figure else figure)
        punten.append(Punt(2019 + number, stof.vergelijkingen["AD-R1"]))
    chart = build_verloop("dingen", Reeks(tuple(punten)))
    assert len(chart.doelen) == 3
    assert chart.doelen[0][1] > chart.doelen[1][1] == chart.doelen[2][1], "more is higher"
    stof = replace(
        matter("5 dingen", "4 dingen"), reeksen=lambda: {"AD-R1": Reeks(tuple(punten[:2]))}
    )
    text = render_report("dashboard", "md", stof).decode()
    assert "2019: 2 dingen (doel 3 dingen)<br>2020: 4 dingen (doel 5 dingen)" in text
    assert "2021:" not in text.split("## Het verloop")[1]


@pytest.mark.parametrize("rapport", ["jaarverslag", "werkplan"])
def test_the_legend_explains_what_occurs_and_nothing_else(rapport):
    stof = matter("3 dingen", "4 dingen")
    text = render_report(rapport, "md", stof).decode()
    legend = text.split("Uitleg\n")[-1]
    assert ("✓ gehaald" in legend) == (rapport == "jaarverslag")
    for absent in ("niet gehaald", "**Enkele**", "**Ca.**", "**Van …"):
        assert absent not in legend
    about = render_report(rapport, "md", matter("ca. 3 dingen", "enkele dingen")).decode()
    assert "**Ca.**" in about
    assert ("**Enkele**" in about) == (rapport == "jaarverslag")


def test_done_or_not_is_said_in_a_word():
    for given, said in (("ja", "gereed"), ("nee", "nog niet gereed")):
        text = render_report("jaarverslag", "md", matter("ja", given)).decode()
        assert f"<br>**Bereikt:** {said}" in text
        assert "**Beloofd:** gereed" not in text
