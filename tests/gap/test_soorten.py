"""Every kind of doel and realisatie beyond a single figure, case by case."""

from pathlib import Path

import pytest
import yaml

from tests.gap.cases import dossier_of, ends, judged

HERE = Path(__file__).parent
CASES = yaml.load((HERE / "soorten.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def assert_beside(found, case):
    if "einddoel" in case:
        assert (found.einddoel.oordeel, found.einddoel.rij) == ("nog niet te beoordelen", 5)
        assert ends(found.einddoel.procent) == case["einddoel"]
    if "oorspronkelijk" in case:
        assert found.oorspronkelijk.oordeel == case["oorspronkelijk"]
    if "bijstellingen" in case:
        assert [
            [change.toets.oordeel, "telt" if change.telt else change.bezwaar or "vervangen"]
            for change in found.bijstellingen
        ] == case["bijstellingen"]
    if "namen" in case:
        told = [[change.naam, change.gegeven or "geen"] for change in found.bijstellingen]
        assert told == case["namen"]


@pytest.mark.parametrize("case", CASES, ids=[case["naam"] for case in CASES])
def test_soort(case):
    found = judged(case)
    assert (found.oordeel, found.regel) == (case["oordeel"], case["rij"])
    assert_beside(found, case)
    if "vlaggen" in case:
        assert list(found.vlaggen) == case["vlaggen"]
    if "waarde" in case:
        assert ends(found.waarde) == case["waarde"]
    if "procent" in case:
        assert ends(found.procent) == case["procent"]
    if "bereikt" in case:
        assert found.gegeven == case["bereikt"]
    assert (found.maatstaf or "") == case.get("maatstaf", "")
    if "uiterlijk" in case:
        day = f"{found.uiterlijk:%d-%m-%Y}" if found.uiterlijk else "geen"
        assert day == case["uiterlijk"]
    if "jaar_naar" in case:
        assert str(found.jaar) == case["jaar_naar"]


FAULTS = [
    ({"doel": "6 lezingen"}, {"metingen": {"Q1 2021": "1", "Q2 2021": "2"}}, "tijd: som"),
    ({"doel": "6 lezingen", "tijd": "som"}, {"metingen": {"Q1 2021": "1", "2021": "2"}}, "dubbel"),
    (
        {"doel": "60%", "tijd": "som"},
        {"metingen": {"Q1 2021": "10%", "Q2 2021": "20%"}},
        "samen te nemen",
    ),
    (
        {"doel": "6 lezingen", "tijd": "som"},
        {"metingen": {"Q1 2021": "1 lezing", "Q2 2021": "2 cursussen"}},
        "eenheid",
    ),
    (
        {"doel": "6 lezingen", "tijd": "som"},
        {"metingen": {"01-04-2021": "1", "Q2 2021": "2"}},
        "dubbel",
    ),
    (
        {"doel": "6", "tijd": "som"},
        {"metingen": {"Q1 2021": "1 per 100", "Q2 2021": "2"}},
        "samen te nemen",
    ),
    (
        {"doel": "6", "tijd": "som"},
        {"metingen": {"Q1 2021": "1", "Q2 2021": "2 per 100"}},
        "samen te nemen",
    ),
    ({"doel": "60%"}, {"teller": "9", "noemer": "7"}, "past niet"),
    ({"mijlpalen": {"Q4 2021": "6", "eind 2021": "8"}}, None, "dezelfde dag"),
]


@pytest.mark.parametrize(("indicator", "realisatie", "words"), FAULTS)
def test_refused(indicator, realisatie, words):
    case = {**indicator, **({"realisatie": realisatie} if realisatie else {})}
    with pytest.raises(AssertionError, match=words):
        judged(case)


VEEL = "heel veel"
PLACES = [
    ({"realisatie": VEEL}, ("realisatie",), "geen hoeveelheid"),
    ({"metingen": {"Q1 2021": VEEL}}, ("metingen", "Q1 2021"), "geen hoeveelheid"),
    ({"mijlpalen": {"Q1 2021": VEEL}}, ("mijlpalen", "Q1 2021"), "geen hoeveelheid"),
    (
        {"realisatie": "5", "tegenspraak": [{"realisatie": VEEL, "bron": "b"}]},
        ("tegenspraak", 0, "realisatie"),
        "geen hoeveelheid",
    ),
    ({"teller": VEEL, "noemer": "48"}, ("teller",), "geen getal"),
    ({"teller": "31", "noemer": VEEL}, ("noemer",), "geen getal"),
    ({"realisatie": "9", "teller": "50", "noemer": "48"}, ("noemer",), "past niet"),
    ({"metingen": {"Q1 2021": "1", "Q2 2021": "2"}}, ("metingen",), "Bij S-R1 zegt het werkplan"),
]


@pytest.mark.parametrize(("realisatie", "route", "words"), PLACES)
def test_what_cannot_be_read_is_pointed_at(realisatie, route, words):
    dossier = dossier_of({"doel": "6", "realisatie": realisatie})
    (fault,) = dossier.lezer_jaarverslag.fouten
    assert fault.pad == ("realisaties", "S-R1", *route)
    assert words in str(fault.fout)
    assert not dossier.realisaties["S-R1"].leesbaar


@pytest.mark.parametrize("key", ["was", "wordt"])
def test_a_correction_that_cannot_be_read_is_pointed_at(key):
    correctie = {"datum": "12-03-2022", "was": "5", "wordt": "4", "reden": "Dubbel.", key: VEEL}
    dossier = dossier_of({"doel": "6", "realisatie": {"correcties": [correctie]}})
    (fault,) = dossier.lezer_jaarverslag.fouten
    assert fault.pad == ("realisaties", "S-R1", "correcties", 0, key)


@pytest.mark.parametrize(
    "steps",
    [
        {"mijlpalen": {"Q1 2021": VEEL, "eind 2021": "8"}},
        {"mijlpalen": {"Q1 2021": "6", "eind 2021": VEEL}},
        {"jaardoelen": {"2021": VEEL, "2022": "8"}},
        {"jaardoelen": {"2021": "6", "2022": VEEL}},
    ],
)
def test_a_step_that_cannot_be_read_is_pointed_at(steps):
    dossier = dossier_of(steps)
    (fault,) = dossier.lezer_werkplan.fouten
    ((key, told),) = steps.items()
    (wrong,) = (step for step, text in told.items() if text == VEEL)
    assert fault.pad == ("speerpunten", "S", "resultaten", "R1", key, wrong)
    entry = dossier.indicatoren["S-R1"]
    assert (entry.leesbaar, entry.doel) == (False, None)


def test_a_change_that_cannot_be_read_is_pointed_at_and_the_next_one_counts():
    changes = [{"doel": VEEL}, {"doel": "5", "indicator": "S-R9"}, {"doel": "4"}]
    dossier = dossier_of({"doel": "6", "wijzigingen": changes})
    pads = [fault.pad for fault in dossier.lezer_bijstellingen.fouten]
    assert pads == [("wijzigingen", 0, "doel"), ("wijzigingen", 1, "indicator")]
    assert [one.doel.tekst for one in dossier.bijstellingen["S-R1"]] == ["4"]


@pytest.mark.parametrize(
    ("typed", "others"),
    [
        ("65%", 0),
        ("64,6%", 0),
        ("64,58%", 0),
        ("64,5%", 1),
        ("64%", 1),
        ("70%", 1),
        ("60-70%", 0),
        ("50-60%", 1),
        ("60%+", 0),
        ("niet gemeten", 0),
    ],
)
def test_a_typed_percentage_is_the_share_as_far_as_its_decimals_say(typed, others):
    told = {"realisatie": typed, "teller": "31", "noemer": "48"}
    given = dossier_of({"doel": "60%", "realisatie": told}).realisaties["S-R1"]
    assert (len(given.tegenspraak), given.waarde.teller, given.waarde.noemer) == (others, 31, 48)


def test_a_correction_leaves_the_figure_as_it_was_typed():
    correctie = {"datum": "12-03-2022", "was": "5", "wordt": "4", "reden": "Dubbel."}
    told = {"realisatie": "3", "correcties": [correctie]}
    assert dossier_of({"doel": "6", "realisatie": told}).realisaties["S-R1"].tekst == "3"
