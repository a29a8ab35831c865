"""How figures and verdicts look: the wording that people read."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkl import api
from bkl.domein.dossier.verdicts import Telling
from bkl.domein.notatie.meaning.doel import read_doel
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.woorden import OORDELEN, ZONDER_ANTWOORD
from bkl.wording.figures import (
    beloofd,
    doel_met_eenheid,
    format_gegeven,
    format_interval,
    format_procent,
    format_tekort,
    format_verschil,
    gehaald_tekst,
    oordeel_tekst,
    symbool,
)
from tests.gap.cases import judged as judged_case
from tests.printers.goldens import judged, rows

MORE = "ten minste %s %%"
# doel, realisatie, verschil, tekort, procent
CASES = [
    ("zes lezingen", "1 lezing", "−5 lezingen", "5 lezingen", "17 %"),
    ("zes lezingen", "vijf lezingen", "−1", "1", "83 %"),
    ("1 lezing", "3 lezingen", "+2 lezingen", "geen", "300 %"),
    ("1 lezing", "geen lezingen", "−1 lezing", "1 lezing", "0 %"),
    ("1 lezing", "twee lezingen", "+1 lezing", "geen", "200 %"),
    ("18 modules", "18 modules", "geen", "geen", "100 %"),
    (
        "4.000 bezoekers",
        "450+",
        "−3.550 bezoekers tot onbekend",
        "0 tot 3.550 bezoekers",
        "ten minste 11 %",
    ),
    (
        "4.000-5.000 burgers",
        "meer dan 4.000",
        "boven de ondergrens",
        "geen",
        "meer dan 100 %",
    ),
    ("450 burgers", "450+", "op of boven het doel", "geen", "ten minste 100 %"),
    ("maximaal 12 klachten", "meer dan 11", "−1 tot onbekend", "onbekend", None),
    ("maximaal 12 klachten", "meer dan 12", "boven het doel", "onbekend", None),
    ("minder dan 12 klachten", "maximaal -3", "ten hoogste −15 klachten", "geen", None),
    ("maximaal -5 graden", "maximaal -3", "onbekend tot +2 graden", "0 tot 2 graden", None),
    ("maximaal -5 graden", "< -5", "onder het doel", "geen", None),
    ("van 300 naar 150 per 1.000", "200 per 1.000", "+50 per 1.000", "50 per 1.000", "67 %"),
    (
        "van 300 naar 150 meldingen per 1.000 inwoners",
        "200 meldingen per 1.000 inwoners",
        "+50 meldingen per 1.000 inwoners",
        "50 meldingen per 1.000 inwoners",
        "67 %",
    ),
    ("maximaal € 10", "€ 12,50", "+€ 2,50", "€ 2,50", None),
    ("maximaal € 10", "€ 10,05", "+€ 0,05", "€ 0,05", None),
    ("minimaal 50", "ca. 50", "−5 tot +5", "0 tot 5", "90–110 %"),
    ("100 groepen", "tientallen groepen", "−80 tot −1 groepen", "1 tot 80 groepen", "20–99 %"),
    ("binnen 14 dagen", "< 12 dagen", "−14 tot −2 dagen", "geen", None),
    ("van 3,4% naar 2,5%", "3,6%", "+1,1 procentpunt", "1,1 procentpunt", "−22 %"),
    ("van 3,4% naar 2,5%", "2,8%", "+0,3 procentpunt", "0,3 procentpunt", "67 %"),
    ("minimaal 62%", "31 van 48", "+2,6 procentpunt", "geen", "104 %"),
    ("minimaal 65%", "31 van 48", "−0,4 procentpunt", "0,4 procentpunt", "99 %"),
    ("minimaal € 1.000", "€ 950", "−€ 50", "€ 50", "95 %"),
    ("maximaal 3 uur", "minstens 4 uur", "ten minste +1 uur", "ten minste 1 uur", None),
    ("1.000 mensen", "996 mensen", "−4 mensen", "4 mensen", "99,6 %"),
    ("100.000 mensen", "99.999 mensen", "−1", "1", "99,999 %"),
    ("1.000 mensen", "1 mens", "−999 mensen", "999 mensen", "0,1 %"),
    ("1.000 mensen", "1.004 mensen", "+4 mensen", "geen", "100,4 %"),
    ("precies 2 loketten", "meer dan 4", "meer dan +2 loketten", "meer dan 2 loketten", None),
    ("precies 2 loketten", "4 loketten", "+2 loketten", "2 loketten", None),
    ("50", "50-55", "0 tot +5", "geen", "100–110 %"),
    ("minimaal 10 uur", "10,25 uur", "+0,25 uur", "geen", "103 %"),
    ("minimaal 3 uur", "minstens 2,5 uur", "−0,5 uur tot onbekend", "0 tot 0,5 uur", MORE % 83),
    ("minimaal € 1.000", "€ 900-950", "−€ 100 tot −€ 50", "€ 50 tot € 100", "90–95 %"),
    ("maximaal € 10", "minstens € 12", "ten minste +€ 2", "ten minste € 2", None),
    ("6", "4", "−2", "2", "67 %"),
    # a unit that a figure leaves unsaid is not written in the wrong number
    ("1 lezing", "3", "+2", "geen", "300 %"),
    ("minimaal 1 uur", "3 uur", "+2 uur", "geen", "300 %"),
    ("2 lezingen", "1", "−1", "1", "50 %"),
    ("2 lezingen", "1 lezing", "−1 lezing", "1 lezing", "50 %"),
    ("1 lezing", "450+", "ten minste +449", "geen", "ten minste 45.000 %"),
    ("maximaal 1 dag", "2 weken", "+13", "13", None),
    ("maximaal 10 dagen", "2 weken", "+4 dagen", "4 dagen", None),
    ("1.000 mensen", "500-996 mensen", "−500 tot −4 mensen", "4 tot 500 mensen", "50,0–99,6 %"),
    ("van 10 naar 20 leden", "5-15 leden", "−15 tot −5 leden", "5 tot 15 leden", None),
    ("van 10 naar 20 leden", "10-15 leden", "−10 tot −5 leden", "5 tot 10 leden", None),
    ("2.000 leden", "11-15 leden", "−1.989 tot −1.985 leden", "1.985 tot 1.989 leden", "0,5–0,8 %"),
    ("600 leden", "4.000+", "ten minste +3.400 leden", "geen", MORE % 666),
    ("3 scholen", "minstens 2", "−1 tot onbekend", "0 tot 1 scholen", MORE % 66),
    ("300 leden", "tientallen", "−280 tot −201 leden", "201 tot 280 leden", "6–33 %"),
    ("300 leden", "meer dan 200", "−100 leden tot onbekend", "0 tot 100 leden", "meer dan 66 %"),
    ("1.000 leden", "5-9 leden", "−995 tot −991 leden", "991 tot 995 leden", "0,5–0,9 %"),
    (
        "van 10 naar 1.010 leden",
        "5-15 leden",
        "−1.005 tot −995 leden",
        "995 tot 1.005 leden",
        None,
    ),
    (
        "minimaal 5 graden",
        "< -3",
        "minder dan −8 graden",
        "meer dan 8 graden",
        "minder dan −60 %",
    ),
    ("ja", "nee", None, None, None),
    ("10 mensen", "5 deelnemers", None, None, None),
    ("10 mensen", None, None, None, None),
]


@pytest.mark.parametrize(("doel", "realisatie", "verschil", "tekort", "procent"), CASES)
def test_figures_in_words(doel, realisatie, verschil, tekort, procent):
    vergelijking = judged(doel, realisatie)
    assert format_verschil(vergelijking) == verschil
    assert format_tekort(vergelijking) == tekort
    assert format_procent(vergelijking) == procent


@pytest.mark.parametrize(
    ("low", "high", "opened", "text"),
    [
        (4000, 4000, (False, False), "4.000"),
        (20, 99, (False, False), "20 tot 99"),
        (450, None, (False, False), "ten minste 450"),
        (4000, None, (True, False), "meer dan 4.000"),
        (None, 12, (False, False), "ten hoogste 12"),
        (None, 12, (False, True), "minder dan 12"),
        (None, None, (False, False), "onbekend"),
        (Fraction(-5), Fraction(5, 2), (False, False), "−5 tot 2,5"),
        (Fraction(1, 3), Fraction(1, 3), (False, False), "0,3"),
        (Fraction(1, 3000), Fraction(1, 3000), (False, False), "0,0003"),
        (Fraction(1, 600_000), Fraction(1, 600_000), (False, False), "0,000002"),
    ],
)
def test_intervals_in_words(low, high, opened, text):
    ends = [None if end is None else Fraction(end) for end in (low, high)]
    assert format_interval(Interval(*ends, *opened)) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (Fraction(25, 2), Fraction(25, 2), "€ 12,50"),
        (10, 20, "€ 10 tot € 20"),
        (-10, None, "ten minste −€ 10"),
        (None, 20, "ten hoogste € 20"),
    ],
)
def test_sums_of_money_in_words(low, high, text):
    ends = [None if end is None else Fraction(end) for end in (low, high)]
    assert format_interval(Interval(*ends), "€") == text


def test_what_stands_beside_the_verdict_has_figures_too():
    found = step(realisatie="5 haltes").einddoel
    texts = (format_verschil(found), format_tekort(found), format_procent(found))
    assert texts == ("−15 haltes", "15 haltes", "25 %")
    nothing = step().einddoel
    assert (format_verschil(nothing), format_tekort(nothing)) == (None, None)


def step(**more):
    case = {"doel": "20 haltes", "deadline": "eind 2024", "mijlpalen": {"eind 2021": "6 haltes"}}
    return judged_case({**case, **more})


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_a_percentage_never_contradicts_the_verdict(reached, promised):
    vergelijking = judged(f"{promised} dingen", f"{reached} dingen")
    exact = Fraction(100 * reached, promised)
    text = format_procent(vergelijking).removesuffix(" %")
    shown = Fraction(text.replace(".", "").replace(",", "."))
    if abs(exact - 100) >= Fraction(1, 10**6):
        assert (shown < 100, shown > 100) == (exact < 100, exact > 100)
    assert (shown > 0) == (exact > 0) or exact < Fraction(1, 10**6)
    assert abs(shown - exact) <= Fraction(1, 2)


def test_every_verdict_has_its_own_sign():
    for ascii_only in (False, True):
        signs = [symbool(oordeel, ascii_only=ascii_only) for oordeel in OORDELEN]
        assert len(set(signs)) == len(OORDELEN)
        assert all(len(sign) == 1 for sign in signs)
        assert all(sign.isascii() for sign in signs) == ascii_only


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("6 lezingen", "gehaald"),
        ({"uitvoering": "uitgesteld naar 2022"}, "niet gehaald (uitgesteld naar 2022)"),
        ({"uitvoering": "uitgesteld"}, "niet gehaald (uitgesteld)"),
        ({"uitvoering": "uitgesteld naar 2022", "akkoord": "Brief"}, "uitgesteld naar 2022"),
        ({"uitvoering": "vervallen"}, "vervallen"),
    ],
)
def test_verdicts_in_words(given, text):
    assert oordeel_tekst(judged("zes lezingen", given)) == text


@pytest.mark.parametrize(
    ("realisatie", "text"),
    [
        ("6 lezingen", "1 van 1 gehaald"),
        (None, "zonder antwoord"),
        ("2 lezingen", "0 van 1 gehaald"),
    ],
)
def test_counts_in_words(realisatie, text):
    assert gehaald_tekst(Telling.of(rows({"doel": "zes lezingen"}, realisatie))) == text


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        ({}, "0 van 0 gehaald"),
        ({"gehaald": 3}, "3 van 3 gehaald"),
        ({"gehaald": 5, "deels gehaald": 1, "niet te bepalen": 6}, "5 van 12 gehaald, 6 zonder"),
        # every kind that nobody can answer yet is one of them, and what goes on is not
        (dict.fromkeys(ZONDER_ANTWOORD, 1), "alle 7 zonder"),
        ({"gehaald": 1, "nog niet te beoordelen": 1}, "1 van 2 gehaald, 1 loopt nog"),
        ({"nog niet te beoordelen": 1}, "loopt nog"),
        ({"nog niet te beoordelen": 4}, "alle 4 lopen nog"),
        (
            {"gehaald": 1, "nog niet te beoordelen": 2, "niet gerapporteerd": 1},
            "1 van 4 gehaald, 2 lopen nog, 1 zonder",
        ),
        ({"niet gerapporteerd": 1}, "zonder"),
        ({"niet gerapporteerd": 1, "niet gemeten": 1}, "beide zonder"),
        ({"nog niet te beoordelen": 2}, "beide lopen nog"),
        ({"gehaald": 1204, "niet gemeten": 2000}, "1.204 van 3.204 gehaald, 2.000 zonder"),
        ({"niet gehaald": 2, "vervallen": 1}, "0 van 3 gehaald"),
    ],
)
def test_counts_of_every_kind_in_words(counts, text):
    telling = Telling(Telling.of(()).aantallen | counts, 0, 0)
    assert gehaald_tekst(telling) == text + " antwoord" * text.endswith("zonder")


@pytest.mark.parametrize(
    ("doel", "eenheid", "realisatie", "promised", "reached"),
    [
        ("3", "lezingen", "2", "3 lezingen", "2 lezingen"),
        ("3 of meer", "lezingen", "450+", "3 of meer lezingen", "450+ lezingen"),
        ("twee-drie", "gemeenten", "enkele", "twee-drie gemeenten", "enkele gemeenten"),
        ("van 4 naar 6", "haltes", "geen", "van 4 naar 6 haltes", "geen haltes"),
        ("450,50", "euro", "300", "450,50 euro", "300 euro"),
        ("62", "procent", "31 van 48", "62%", "64,6 % (31 van 48)"),
        # a phrase that names its unit stays as written, as does exactly one
        ("12 lezing", "lezingen", "9 lezing", "12 lezing", "9 lezing"),
        ("1", "lezingen", "1", "1", "1"),
        ("€ 450", "euro", "€ 300", "€ 450", "€ 300"),
        (
            "van 9 naar 6 per 1.000",
            "inwoners",
            "7 per 1.000",
            "van 9 naar 6 per 1.000",
            "7 per 1.000",
        ),
        ("ja", "convenant", "ja", "ja", "ja"),
        ("3", None, "2", "3", "2"),
        ("3", "lezingen", "niet gemeten", "3 lezingen", "niet gemeten"),
        ("ja", "convenant", "nee", "ja", "nee"),
        ("450", "€ per uur", "300", "450 euro per uur", "300 euro per uur"),
        ("kwalitatief: het loopt", "lezingen", "niet gemeten", "het loopt", "niet gemeten"),
        ("niet toetsbaar", "lezingen", "3", "niet toetsbaar", "3 lezingen"),
    ],
)
def test_a_unit_that_stands_apart_is_shown(tmp_path, doel, eenheid, realisatie, promised, reached):
    data = tmp_path / "data"
    data.mkdir()
    unit = f", eenheid: {eenheid}" if eenheid else ""
    (data / "werkplan-2021.yaml").write_text(
        "werkplan: 2021\norganisatie: X\nspeerpunten:\n  S:\n    resultaten:\n"
        f"      R1: {{tekst: Iets., doel: '{doel}'{unit}}}\n",
        encoding="utf-8",
    )
    (data / "jaarverslag-2021.yaml").write_text(
        f"jaarverslag: 2021\npeildatum: 31-12-2021\nrealisaties:\n  S-R1: '{realisatie}'\n",
        encoding="utf-8",
    )
    (rij,) = api.gap(tmp_path).rijen
    assert (beloofd(rij.vergelijking), format_gegeven(rij.vergelijking)) == (promised, reached)


def test_a_doel_below_nought_gets_its_unit_too():
    found = judged("-5", "-3", richting="lager", eenheid="graden")
    assert (beloofd(found), format_gegeven(found)) == ("-5 graden", "-3 graden")


def test_a_phrase_that_is_not_of_the_doel_stays_as_it_is():
    assert doel_met_eenheid("meer", read_doel("3"), "lezingen") == "meer"
    assert doel_met_eenheid("meer", None, "lezingen") == "meer"
    assert doel_met_eenheid("3", read_doel("3"), "lezingen") == "3 lezingen"


def test_without_figure_a_person_judges_by_the_explanation():
    assert beloofd(judged("kwalitatief: het loopt", None)) == "het loopt"
    assert beloofd(rows({})[0].vergelijking) is None


@pytest.mark.parametrize(
    ("doel", "reached"),
    [
        ("66,7%", "66,67 % (2 van 3)"),
        ("66,67%", "66,667 % (2 van 3)"),
        ("66%", "66,7 % (2 van 3)"),
        ("meer dan 66,6%", "66,7 % (2 van 3)"),
        ("60%", "66,7 % (2 van 3)"),
    ],
)
def test_a_share_has_the_decimals_that_its_verdict_needs(doel, reached):
    found = judged(doel, "2 van 3")
    assert format_gegeven(found) == reached
    shown = Fraction(reached.split(" ")[0].replace(",", "."))
    assert (shown in found.doel.bereik) == (found.oordeel == "gehaald")


def test_a_figure_as_written_beside_its_share_or_its_moment():
    both = {"realisatie": "65%", "teller": "31", "noemer": "48"}
    assert format_gegeven(judged("60%", both)) == "65% (31 van 48)"
    assert format_gegeven(judged("60%", None)) is None
    late = {"jaar": "2023", "mijlpalen": {"Q1 2023": "6"}, "eenheid": "haltes"}
    told = {"mijlpalen": {"Q1 2023": "5", "Q3 2023": "9"}}
    assert format_gegeven(judged_case({**late, "realisatie": told})) == "9 (Q3 2023)"
