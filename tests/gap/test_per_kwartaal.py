"""A doel per quarter, month or week: judged by each of them, never by what they add up to."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkl import api
from bkl.domein.dossier.dossier import build_dossier
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.model.werkplan import Werkplan
from bkl.domein.notatie.meaning.doel import read_doel
from bkl.domein.notatie.meaning.waarde import read_waarde
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.rates import rate_of
from bkl.gap.rows import compare
from tests import build

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"),
    *("september", "oktober", "november", "december"),
)


def judged(doel, told, tijd="som", plan="2024", peildatum="31-12-2024"):
    onderdeel = {"doel": doel, **({"tijd": tijd} if tijd else {})}
    werkplan = Werkplan.model_validate(build.plan(build.one(onderdeel), plan))
    report = Jaarverslag.model_validate(build.report({"S-R1": told}, peildatum))
    return compare(build_dossier(werkplan, report))["S-R1"]


def quarters(*figures):
    return {"metingen": {f"Q{n} 2024": one for n, one in enumerate(figures, 1)}}


@pytest.mark.parametrize(
    ("doel", "figures", "oordeel", "rij"),
    [
        ("3 lezingen per kwartaal", "3 3 3 4", "gehaald", 9),
        # twelve in all, but not three in every quarter
        ("3 lezingen per kwartaal", "3 0 6 3", "niet te bepalen", 10),
        ("3 lezingen per kwartaal", "12 0 0 0", "niet te bepalen", 10),
        # not even on average
        ("3 lezingen per kwartaal", "1 1 2 1", "deels gehaald", 11),
        ("3 lezingen per kwartaal", "0 0 0 0", "niet gehaald", 12),
        ("3 lezingen per kwartaal", "9 9 9", "niet te bepalen", 10),
        ("3 lezingen per kwartaal", "9", "niet te bepalen", 10),
        ("maximaal 3 klachten per kwartaal", "3 0 2 3", "gehaald", 9),
        ("maximaal 3 klachten per kwartaal", "0 0 5 0", "niet te bepalen", 10),
        ("maximaal 3 klachten per kwartaal", "9 9 9 9", "niet gehaald", 13),
        ("maximaal 3 klachten per kwartaal", "0 0 0", "niet te bepalen", 10),
    ],
)
def test_by_each_quarter(doel, figures, oordeel, rij):
    one = judged(doel, quarters(*figures.split()))
    assert (one.oordeel, one.rij) == (oordeel, rij)


@pytest.mark.parametrize(
    ("doel", "told", "tijd", "oordeel"),
    [
        # a year, a half year and a running total hide a quarter
        ("3 lezingen per kwartaal", {"metingen": {"2024": "12"}}, "som", "onleesbaar"),
        ("3 lezingen per kwartaal", {"metingen": {"1e halfjaar 2024": "6"}}, "som", "onleesbaar"),
        ("3 lezingen per kwartaal", quarters("3", "6", "9", "12"), "cumulatief", "onleesbaar"),
        ("3 lezingen per kwartaal", {"realisatie": "12 lezingen"}, None, "niet vergelijkbaar"),
        ("3 lezingen per kwartaal", quarters("3 cursussen", *"333"), "som", "niet vergelijkbaar"),
        ("3 lezingen per kwartaal", quarters("3", "n.n.b.", "3", "3"), "som", "niet te bepalen"),
        ("3 lezingen per kwartaal", {"realisatie": "3 lezingen per kwartaal"}, None, "gehaald"),
        # so many a year says nothing of one quarter
        ("3 lezingen per kwartaal", quarters("3 lezingen per jaar", *"333"), "som",
         "niet vergelijkbaar"),
        ("3 lezingen elk kwartaal", quarters(*"3063"), "som", "niet te bepalen"),
        ("elk kwartaal 3 lezingen", quarters(*"3333"), "som", "gehaald"),
        ("2 uur per week", {"metingen": {"Q1 2024": "26 uur"}}, "som", "onleesbaar"),
        ("2 avonden per maand", {"metingen": {f"{m} 2024": "2" for m in MONTHS}}, "som", "gehaald"),
        ("2 avonden per week", {"metingen": {f"week {n} 2024": "2 avonden" for n in range(1, 53)}},
         "som", "gehaald"),
        ("2 avonden per week", {"metingen": {f"week {n} 2024": "2 avonden" for n in range(2, 53)}},
         "som", "niet te bepalen"),
    ],
)  # fmt: skip
def test_what_else_is_given(doel, told, tijd, oordeel):
    assert judged(doel, told, tijd).oordeel == oordeel


def test_in_a_plan_of_several_years_each_year_is_judged():
    one = judged("3 lezingen per kwartaal", quarters(*"3334"), plan="2023-2026")
    assert (one.oordeel, one.rij) == ("gehaald", 9)
    one = judged("3 lezingen per kwartaal", quarters(*"9909"), plan="2023-2026")
    assert one.oordeel == "niet te bepalen"


def test_no_quarter_to_come_is_counted_as_reached():
    one = judged("3 lezingen per kwartaal", quarters("9", "9"), peildatum="30-06-2024")
    assert one.oordeel == "nog niet te beoordelen"


@given(st.lists(st.integers(0, 9), min_size=4, max_size=4), st.integers(1, 9))
def test_a_verdict_holds_for_every_quarter_and_for_their_average(figures, wanted):
    found = judged(f"{wanted} lezingen per kwartaal", quarters(*map(str, figures))).oordeel
    if found == "gehaald":
        assert min(figures) >= wanted
    elif found != "niet te bepalen":
        assert Fraction(sum(figures), 4) < wanted


@pytest.mark.parametrize(
    ("eenheid", "soort"),
    [
        ("lezingen per kwartaal", "kwartaal"),
        ("uur per week", "week"),
        ("metingen per half jaar", "halfjaar"),
        ("lezingen per jaar", None),
        ("keer per week", None),
        ("% per maand", None),
        ("lezingen", None),
        (None, None),
    ],
)
def test_which_units_are_per_period(eenheid, soort):
    maat = rate_of(eenheid)
    assert (maat and maat.soort) == soort


@pytest.mark.parametrize(
    "zin",
    [
        "om de zes jaar een onderzoek",
        "een onderzoek om de zes jaar",
        "eens in de 4 jaar een meting",
        "eens per twee jaar",
        "een keer in de vier jaar",
        "om de 2 weken een spreekuur",
    ],
)
def test_how_often_over_more_years_is_no_figure_of_one(zin):
    for read in (read_doel, read_waarde):
        with pytest.raises(Onleesbaar, match="zegt hoe vaak"):
            read(zin)


def test_from_a_later_year_on_is_not_reached_before():
    one = judged("5 wijkteams vanaf 2025", {"realisatie": "5 wijkteams"}, None, "2023-2026")
    assert (one.oordeel, one.rij) == ("nog niet te beoordelen", 5)


def test_what_is_postponed_to_a_quarter_is_asked_for_its_year(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    (data / "werkplan-2021.yaml").write_text(build.PLAN, encoding="utf-8")
    told = build.REPORT.replace(
        "    realisatie: 1 lezing\n", "    uitvoering: uitgesteld naar Q2 2022\n"
    )
    (data / "jaarverslag-2021.yaml").write_text(told % "", encoding="utf-8")
    (found,) = (one for one in api.check(tmp_path).findings if one.kind.code == "BKL013")
    assert "`uitgesteld naar 2022`" in found.cure
    assert "`vervolg`" in found.cure


@pytest.mark.parametrize(
    "doel",
    [
        "jaarlijkse stijging van 2%",
        "stijging van 2% per jaar",
        "elk jaar 5 leden erbij",
        "jaarlijks 5 leden meer",
    ],
)
def test_each_year_some_more_is_asked_per_year(doel):
    """Against the nulmeting it would be reached for good after the first year."""
    over = {"doel": doel, "nulmeting": "100 leden", "tijd": "stand"}
    werkplan = Werkplan.model_validate(build.plan(build.one(over), "2023-2026"))
    told = build.report({"S-R1": {"realisatie": "106 leden"}}, "31-12-2025")
    one = compare(build_dossier(werkplan, Jaarverslag.model_validate(told)))["S-R1"]
    assert one.oordeel == "onleesbaar"
    # in a plan of one year it is one step
    werkplan = Werkplan.model_validate(build.plan(build.one(over), "2025"))
    one = compare(build_dossier(werkplan, Jaarverslag.model_validate(told)))["S-R1"]
    assert one.oordeel == "gehaald"


@pytest.mark.parametrize(("plan", "oordeel"), [("2023/2024", "gehaald"), ("2023/2027", "gehaald")])
def test_a_school_year_is_the_year_of_a_plan_of_those(plan, oordeel):
    werkplan = Werkplan.model_validate(
        build.plan(build.one({"doel": "3 ouderavonden per schooljaar"}), plan)
    )
    told = {**build.report({"S-R1": "3 ouderavonden"}, "31-07-2024"), "jaarverslag": "2023/2024"}
    one = compare(build_dossier(werkplan, Jaarverslag.model_validate(told)))["S-R1"]
    assert one.oordeel == oordeel
    calendar = judged("3 ouderavonden per schooljaar", {"realisatie": "3 ouderavonden"}, None)
    assert calendar.oordeel == "niet vergelijkbaar"


@pytest.mark.parametrize(
    "last", ["12 (cumulatief)", "12 (jaartotaal)", "12 lezingen t/m december", "12 (tot nu toe)"]
)
@pytest.mark.parametrize("doel", ["20 lezingen", "3 lezingen per kwartaal"])
def test_a_total_among_what_is_added_is_refused(doel, last):
    assert judged(doel, quarters("3", "3", "3", last)).oordeel == "onleesbaar"
