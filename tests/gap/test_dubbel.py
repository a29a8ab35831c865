"""Planted mismatches: parts against totals, money, and double counts along levels and lines."""

from collections import Counter
from copy import deepcopy

import pytest

from bkl.gap.rows import compare
from bkl.rules.engine.rule import Case, run_rules
from tests import build

YEARS = ("2023", "2024", "2025", "2026")
DELEN = ("Noord", "Zuid", "Dorp")


def count(doel, **more):
    return {"tekst": f"Iets {doel} {more}", "doel": doel, "optellen": "ja", "tijd": "som", **more}


def money(amount, **more):
    yearly = dict.fromkeys(YEARS, f"€ {amount}")
    return {
        "begroot": f"€ {4 * amount}",
        "per_jaar": yearly,
        "dekking": {"A": f"€ {4 * amount}"},
    } | more


def books():
    """Return a plan of two levels and a report in which every figure and every line is right."""
    kern = {"delen": list(DELEN), "doelen": dict.fromkeys(DELEN, "100 deelnemers")}
    speerpunten = {
        "1": {
            "geld": money(300),
            "resultaten": {"R1": count("600 deelnemers")},
        },
        "1.1": {
            "geld": money(200),
            "activiteiten": {
                "A1": count("300 deelnemers", draagt_bij_aan="1-R1", uitsplitsing={"kern": kern}),
                "A2": count("50 lessen", draagt_bij_aan=["1.1-A1"]),
            },
        },
        "1.2": {
            "geld": money(100),
            "activiteiten": {"A1": count("300 deelnemers", draagt_bij_aan="1-R1")},
        },
        "2": {"geld": money(70), "resultaten": {"R1": count("9 bomen"), "R2": "Een straat."}},
        "B": {
            "onder": "2",
            "geld": money(70),
            "activiteiten": {"A1": count("5 bomen", draagt_bij_aan="2-R1")},
        },
    }
    del speerpunten["2"]["resultaten"]["R1"]["tijd"], speerpunten["B"]["activiteiten"]["A1"]["tijd"]
    plan = build.plan(
        speerpunten,
        "2023-2026",
        geld={"begroot": "€ 1480", "per_jaar": dict.fromkeys(YEARS, "€ 370")},
    )
    spent = {"reden": "raming", "toelichting": "Het viel anders uit.", "bron": "telling"}
    report = build.report(
        {
            "1-R1": {"realisatie": "200 deelnemers", "bron": "telling"},
            "1.1-A1": {
                "realisatie": "90 deelnemers",
                "bron": "telling",
                "uitsplitsing": {"kern": {"Noord": "40", "Zuid": "30", "Dorp": "20"}},
            },
            "1.1-A2": {"realisatie": "12 lessen", "bron": "telling"},
            "1.2-A1": {"realisatie": "110 deelnemers", "bron": "telling"},
            "2-R1": {"realisatie": "3 bomen", "bron": "telling"},
            "2-R2": {"oordeel": "gehaald", "onderbouwing": "Er is een straat.", "bron": "telling"},
            "B-A1": {"realisatie": "2 bomen", "bron": "telling"},
        },
        "31-12-2023",
        bronnen={"telling": {"titel": "Telling"}},
        geld={
            "totaal": {"besteed": "€ 350", "bijgesteld": "€ 360", **spent},
            "1": {"besteed": "€ 290", "bijgesteld": "€ 295", "dekking": {"A": "€ 290"}, **spent},
            "1.1": {"besteed": "€ 180", "bijgesteld": "€ 190", **spent},
            "1.2": {"besteed": "€ 100", **spent},
            "2": {"besteed": "€ 60", "bijgesteld": "€ 65", **spent},
            "B": {"besteed": "€ 60", "bijgesteld": "€ 65", **spent},
        },
    )
    return plan, report


def at(value, path):
    for key in path.split("/"):
        value = value[key]
    return value


def put(where, path, value):
    """Return what writes a value at a path of the plan or the report."""

    def change(plan, report):
        head, _, last = path.rpartition("/")
        into = at(plan if where == "plan" else report, head) if head else plan
        into[last] = value

    return change


S = "speerpunten"
PARTS, GOALS = "delen_tellen_niet_op", "deeldoelen_tellen_niet_op"
KERN = "realisaties/1.1-A1/uitsplitsing/kern"
KERNDOEL = f"{S}/1.1/activiteiten/A1/uitsplitsing/kern"
BUDGET, SPENT = "begroting_telt_niet_op", "besteding_telt_niet_op"
LINE, UNDER = "bijdrage_klopt_niet", "onder_klopt_niet"
WRONG = [
    # money: each year and the whole, of the plan, of a part, and of a part within a part
    *((BUDGET, put("plan", f"geld/per_jaar/{year}", "€ 370,01")) for year in YEARS),
    *((BUDGET, put("plan", f"{S}/1/geld/per_jaar/{year}", "€ 299,99")) for year in YEARS),
    *((BUDGET, put("plan", f"{S}/1.1/geld/per_jaar/{year}", "€ 400")) for year in YEARS),
    *((BUDGET, put("plan", f"{S}/B/geld/per_jaar/{year}", "€ 80")) for year in YEARS),
    *((BUDGET, put("plan", f"{S}/{code}/geld/dekking/B", "€ 0,01")) for code in ("1", "1.1", "B")),
    (BUDGET, put("plan", "geld/begroot", "€ 1479,99")),
    (BUDGET, put("plan", f"{S}/1.2/geld/begroot", "€ 1300")),
    (SPENT, put("report", "geld/totaal/besteed", "€ 349,99")),
    (SPENT, put("report", "geld/totaal/bijgesteld", "€ 360,01")),
    (SPENT, put("report", "geld/1/besteed", "€ 279,99")),
    (SPENT, put("report", "geld/1/bijgesteld", "€ 289,99")),
    (SPENT, put("report", "geld/1/dekking/B", "€ 1")),
    (SPENT, put("report", "geld/1.1/besteed", "€ 191")),
    (SPENT, put("report", "geld/1.2/besteed", "€ 111")),
    # parts of one figure against the whole
    *((PARTS, put("report", f"{KERN}/{deel}", "91")) for deel in DELEN),
    *((GOALS, put("plan", f"{KERNDOEL}/doelen/{deel}", "101 deelnemers")) for deel in DELEN),
    # what contributes against what it contributes to
    ("bijdragen_beloven_meer", put("plan", f"{S}/1/resultaten/R1/doel", "599 deelnemers")),
    ("bijdragen_beloven_meer", put("plan", f"{S}/1.1/activiteiten/A1/doel", "301 deelnemers")),
    ("bijdragen_beloven_meer", put("plan", f"{S}/1.2/activiteiten/A1/doel", "301 deelnemers")),
    ("bijdragen_beloven_meer", put("plan", f"{S}/B/activiteiten/A1/doel", "10 bomen")),
    ("bijdragen_zijn_meer", put("report", "realisaties/1-R1/realisatie", "199 deelnemers")),
    ("bijdragen_zijn_meer", put("report", "realisaties/1.2-A1/realisatie", "111 deelnemers")),
    ("bijdragen_zijn_meer", put("report", "realisaties/B-A1/realisatie", "meer dan 3 bomen")),
    # lines that lead nowhere or round
    (LINE, put("plan", f"{S}/1.2/activiteiten/A1/draagt_bij_aan", "1-R9")),
    (LINE, put("plan", f"{S}/1.2/activiteiten/A1/draagt_bij_aan", "1.2-A1")),
    (LINE, put("plan", f"{S}/1/draagt_bij_aan", "1.2")),
    (LINE, put("plan", f"{S}/1/resultaten/R1/draagt_bij_aan", "1.1-A1")),
    (LINE, put("plan", f"{S}/1/resultaten/R1/draagt_bij_aan", "1.1")),
    (LINE, put("plan", f"{S}/2/resultaten/R1/draagt_bij_aan", "B")),
    (LINE, put("plan", f"{S}/1.1/activiteiten/A1/ook_bij", ["1-R1"])),
    # one promise that stands, or is counted, in two branches
    ("telt_op_twee_lagen", put("plan", f"{S}/1.2/activiteiten/A1/draagt_bij_aan", [])),
    ("telt_op_twee_lagen", put("plan", f"{S}/B/activiteiten/A1/draagt_bij_aan", [])),
    ("zelfde_tekst", put("plan", f"{S}/B/activiteiten/A2", "Een straat.")),
    ("dubbele_code", put("plan", "projecten", {"1.2": {"activiteiten": {"A9": "Iets anders."}}})),
    ("speerpunt_zonder_onderdelen", put("plan", f"{S}/1.3", {"titel": "Leeg"})),
    (UNDER, put("plan", f"{S}/B/onder", "9")),
    (UNDER, put("plan", f"{S}/2/onder", "B")),
]


def found_in(plan, report):
    dossier = build.dossier(plan, report)
    case = Case(dossier, compare(dossier), "werkplan-2023-2026.yaml", "jaarverslag-2023.yaml")
    return Counter(finding.kind.slug for finding in run_rules(case))


RIGHT = found_in(*books())


def test_what_is_right_is_left_alone():
    assert len(WRONG) >= 50
    assert not {slug for slug, _ in WRONG} & RIGHT.keys()


@pytest.mark.parametrize("number", range(len(WRONG)))
def test_each_mismatch_is_found(number):
    slug, change = WRONG[number]
    plan, report = deepcopy(books())
    change(plan, report)
    found = found_in(plan, report)
    assert found[slug] > 0, found - RIGHT
