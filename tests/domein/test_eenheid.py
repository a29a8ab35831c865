"""Units: the same noun, and how time converts."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkl.domein.notatie.vocabulary.eenheid import factor, is_percentage, same_unit, tidy_unit

NOUNS = """
lezing lezingen | school scholen | gemeente gemeenten | raad raden | initiatief initiatieven
bijeenkomst bijeenkomsten | module modules | mens mensen | wijk wijken | uur uren | lid leden
dag dagen | werkdag werkdagen | les lessen | cursus cursussen | week weken | maand maanden
jaar jaren | kwartaal kwartalen | minuut minuten | huis huizen | activiteit activiteiten
mogelijkheid mogelijkheden | museum musea | thema thema's | kind kinderen | jongere jongeren
oudere ouderen | ouder ouders | senior senioren | burger burgers | netwerk netwerken
persoon personen | idee ideeën | categorie categorieën | politicus politici | advies adviezen
cliëntenraad cliëntenraden | brief brieven | verhaal verhalen | vrijwilliger vrijwilligers
congres congressen | project projecten | contactmoment contactmomenten | casus casussen
inloopspreekuur inloopspreekuren | gesprek gesprekken | vraag vragen | zaak zaken
bestuurslid bestuursleden | weg wegen | maatregel maatregelen | symposium symposia | café cafés
bom bommen | boom bomen | man mannen | maan manen | workshop workshops | spel spelen | taak taken
bijeenkomstdag bijeenkomstdagen | deelnemer deelnemers | bezoeker bezoekers | stad steden
schip schepen | lied liederen | volk volkeren | gat gaten | vat vaten | bad baden | pad paden
blad bladen | slag slagen | dak daken | graf graven | hof hoven | god goden | glas glazen
dal dalen | verdrag verdragen | gebed gebeden | gebrek gebreken | gel gels | oog ogen
criterium criteria | euro € | procent % | keer maal | etmaal etmalen | burgerinitiatief
""".replace("\n", " | ")
PAIRS = [pair.split() for pair in NOUNS.split(" | ") if pair.strip()]


@pytest.mark.parametrize("pair", [p for p in PAIRS if len(p) == 2], ids=" ".join)
def test_singular_and_plural_are_one_unit(pair):
    one, other = pair
    assert same_unit(one, other)
    assert same_unit(other, one)
    assert same_unit(one.upper(), other.title())


def test_different_nouns_are_different_units():
    for left, right in combinations(PAIRS, 2):
        for one in left:
            for other in right:
                assert not same_unit(one, other), (one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("mensen", "deelnemers", False),
        ("initiatieven", "burgerinitiatieven", False),
        ("nieuwe initiatieven", "nieuw initiatief", True),
        ("grote projecten", "groot project", True),
        ("congressen/themadagen", "congressen of themadagen", True),
        ("congressen of themadagen", "congressen", False),
        ("keer per jaar", "× per jaar", True),
        ("keer per jaar", "keer per maand", False),
        ("uur per week", "uren per week", True),
        ("%", "% van de deelnemers", True),
        ("procent", "% van de deelnemers", True),
        ("% van de ouders", "% van de deelnemers", False),
        ("%", "procentpunt", False),
        ("(nieuwe) casussen", "nieuwe casussen", True),
        ("de scholen", "scholen", True),
        ("foto’s", "foto's", True),
        ("percent", "pct", True),
        ("euro's", "eur", True),
        ("x", "keer", True),
        ("×", "maal", True),
        ("het huis", "huizen", True),
        (" een school ", "scholen", True),
        ("scholen, wijken", "scholen/wijken", False),
        ("grote projecten", "kleine projecten", False),
        ("bus", "bu", False),
        ("pen", "p", False),
        ("%leden", "% leden", True),
        ("€per uur", "euro per uur", True),
        ("‰leden", "‰ leden", True),
        ("", "", False),
    ],
)
def test_units_of_several_words(one, other, same):
    assert same_unit(one, other) is same
    assert same_unit(other, one) is same


@pytest.mark.parametrize(
    ("from_", "to", "times"),
    [
        ("weken", "dagen", 7),
        ("week", "kalenderdagen", 7),
        ("etmalen", "uur", 24),
        ("dagen", "uren", 24),
        ("minuten", "uur", Fraction(1, 60)),
        ("min.", "minuten", 1),
        ("kwartalen", "maanden", 3),
        ("jaar", "kwartaal", 4),
        ("lezing", "lezingen", 1),
        ("werkdagen", "werkdag", 1),
        ("werkdagen", "dagen", None),
        ("weken", "werkdagen", None),
        ("maand", "weken", None),
        ("jaar", "dagen", None),
        ("mensen", "deelnemers", None),
        ("uur per week", "dagen", None),
    ],
)
def test_time_converts_and_nothing_else(from_, to, times):
    assert factor(from_, to) == times
    back = factor(to, from_)
    assert back is None if times is None else back == 1 / Fraction(times)


def test_percentages_are_known():
    assert all(
        is_percentage(unit) for unit in ("%", "procent", "% van de leden", "procentpunt", "‰")
    )
    assert not any(is_percentage(unit) for unit in (None, "", "mensen", "euro"))


def test_units_are_tidied():
    assert tidy_unit("Procent") == "%"
    assert tidy_unit("  nieuwe   leden ") == "nieuwe leden"
    assert tidy_unit("") is None
    assert tidy_unit(None) is None


@given(st.text(), st.text())
def test_any_two_texts_compare_both_ways(one, other):
    assert same_unit(one, other) == same_unit(other, one)
    factor(one, other)
