"""Counting by a key: every group adds up, sums stay honest, nothing counts twice in the whole."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from bkl import api
from bkl.domein.woorden import INDELINGEN
from bkl.gap.groepen import add_up
from bkl.gap.samenstelling import combine
from bkl.printers.gap import json as as_json
from bkl.printers.gap import markdown, table
from bkl.printers.screen import Screen
from tests.gap.goldens import assert_golden

HERE = Path(__file__).parent
PLAN = """
werkplan: 2021
organisatie: Stichting Proef
themas: {A: Meedoen, B: Rondkomen}
doelgroepen: {D: Volwassenen, E: Jongeren}
speerpunten:
  AD:
    resultaten:
      R1:
        tekst: Bijeenkomsten.
        indicatoren:
          noord:
            doel: 6 bijeenkomsten
            optellen: ja
            labels: dorp
            uitvoerder: Impuls
            ook_bij: [BE-A1]
          zuid: {doel: 6 bijeenkomsten, optellen: ja, labels: [dorp, nieuw], niveau: prestatie}
          west: {doel: 6 bijeenkomsten, optellen: ja, definitie: Ook online.}
  BE:
    resultaten:
      R1: {tekst: Het aandeel daalt., doel: "van 3,4% naar 2,5%", invloed: maatschappelijk}
      R2: {tekst: Een cursus., doel: 2 cursussen, invloed: gedeeld}
    activiteiten:
      A1: Meedenken.
"""
VERSLAG = """
jaarverslag: 2021
peildatum: 31-12-2021
bronnen: {telling: {titel: Telling}}
realisaties:
  AD-R1.noord: {realisatie: 6 bijeenkomsten, bron: telling}
  AD-R1.zuid: {realisatie: 3+ bijeenkomsten, bron: telling}
  AD-R1.west: {realisatie: 2 bijeenkomsten, bron: telling}
  BE-R1: {realisatie: "2,4%", bron: telling}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("groepen")
    (folder / "data").mkdir()
    (folder / "data" / "werkplan-2021.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "data" / "jaarverslag-2021.yaml").write_text(VERSLAG, encoding="utf-8")
    return folder


@pytest.mark.parametrize("indeling", INDELINGEN)
def test_groups_hold_every_row_and_the_whole_counts_each_once(folder, indeling):
    result = api.gap(folder, per=indeling)
    entries = {rij.vergelijking.entry.id for rij in result.rijen}
    telling = result.telling
    assert telling.n == sum(telling.aantallen.values())
    assert telling.n + telling.n_ontwikkelingen + telling.buiten == len(entries) == 5
    for groep in result.groepen:
        assert groep.telling.n == sum(groep.telling.aantallen.values())
    assert sum(groep.telling.n for groep in result.groepen) >= telling.n


def test_what_serves_two_groups_counts_in_both_and_once_in_the_whole(folder):
    result = api.gap(folder, per="thema")
    assert {groep.sleutel: groep.telling.n for groep in result.groepen} == {"A": 3, "B": 2}
    assert result.telling.n == 4
    shown = table.show(result, Screen(width=80))
    assert "De groepen tellen samen 5: 1 keer staat een toezegging ook in een andere" in shown
    assert_golden(HERE, "per-thema.txt", shown)
    assert_golden(HERE, "per-thema.md", markdown.show(result, Screen()))


def test_a_label_can_hold_what_another_label_holds_too(folder):
    groepen = {groep.sleutel: groep.telling.n for groep in api.gap(folder, per="label").groepen}
    assert groepen == {"dorp": 2, "nieuw": 1, None: 2}


GROEPEN = """
werkplan: 2021
organisatie: Stichting Proef
begrippen: {speerpunt: programmalijn, thema: pijler, doelgroep: publiek}
themas: {A: Meedoen, B: Rondkomen, C: Gezond}
doelgroepen: {D: Volwassenen, E: Jongeren}
speerpunten:
  BE: {resultaten: {R1: {tekst: Een., doel: 1 les, niveau: prestatie, labels: [nieuw, nieuw]}}}
  AD:
    titel: Samen
    portefeuillehouder: wethouder
    resultaten:
      R1: {tekst: Twee., doel: 2 lessen, invloed: gedeeld, uitvoerder: Impuls, labels: BE}
  AE: {thema: Z, doelgroep: Q, resultaten: {R1: {tekst: Drie., doel: 3 lessen}}}
uitgangspunten:
  P: {resultaten: {R1: {tekst: Vier., doel: 4 lessen}}}
"""
NAMEN = {
    "speerpunt": [("BE", "Rondkomen × Jongeren"), ("AD", "Samen"), ("AE", "AE"), ("P", "P")],
    "thema": [("A", "Meedoen"), ("B", "Rondkomen"), ("Z", "Z"), (None, "zonder pijler")],
    "doelgroep": [("D", "Volwassenen"), ("E", "Jongeren"), ("Q", "Q"), (None, "zonder publiek")],
    "label": [("nieuw", "nieuw"), ("BE", "BE"), (None, "zonder label")],
    "niveau": [("prestatie", "prestatie"), (None, "zonder niveau")],
    "invloed": [("gedeeld", "gedeeld"), (None, "zonder invloed")],
    "uitvoerder": [("Impuls", "Impuls"), (None, "zonder uitvoerder")],
    "portefeuillehouder": [("wethouder", "wethouder"), (None, "zonder portefeuillehouder")],
}


@pytest.mark.parametrize("indeling", INDELINGEN)
def test_groups_stand_in_the_order_of_the_plan_with_their_names(tmp_path, indeling):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "werkplan-2021.yaml").write_text(GROEPEN, encoding="utf-8")
    groepen = api.gap(tmp_path, per=indeling).groepen
    assert [(groep.sleutel, groep.naam) for groep in groepen] == NAMEN[indeling]
    assert sum(groep.telling.n for groep in groepen) == 4


def test_figures_add_up_only_with_one_unit_and_one_definition(folder):
    result = api.gap(folder, selectie="AD")
    (som,) = add_up(result.dossier, result.rijen)
    assert (som.eenheid, som.aantal, som.ontbreekt) == ("bijeenkomsten", 2, 0)
    assert (som.bereik.low, som.bereik.high) == (Fraction(9), None)


def test_a_development_is_shown_but_never_counted_as_reached(folder):
    result = api.gap(folder, selectie="BE")
    assert result.telling.aantallen["gehaald"] == 1  # the shared one of AD
    assert result.telling.ontwikkelingen["gehaald"] == 1
    shown = table.show(result, Screen(width=80))
    assert "ontwikkeling: streefwaarde bereikt" in shown
    assert "✓ BE-R1" not in shown
    facts = json.loads(as_json.show(result, Screen()))
    (fact,) = [one for one in facts["indicatoren"] if one["id"] == "BE-R1"]
    assert (fact["invloed"], fact["ontwikkeling"]) == ("maatschappelijk", True)
    assert facts["samenvatting"]["ontwikkelingen"]["N"] == 1


@pytest.mark.parametrize(
    ("delen", "geheel"),
    [
        (["gehaald", "gehaald"], "gehaald"),
        (["gehaald", "niet gehaald"], "deels gehaald"),
        (["niet te bepalen", "niet gehaald"], "niet gehaald"),
        (["niet te bepalen", "deels gehaald"], "deels gehaald"),
        (["gehaald", "niet te bepalen"], "niet te bepalen"),
        (["gehaald", "niet gerapporteerd"], "niet te bepalen"),
        (["niet gerapporteerd", "niet gerapporteerd"], "niet gerapporteerd"),
        (["gehaald", "niet van toepassing"], "gehaald"),
        (["niet van toepassing"], "niet van toepassing"),
        (["vervallen", "gehaald"], "deels gehaald"),
        (["uitgesteld", "uitgesteld"], "uitgesteld"),
        (["vervallen", "niet gerapporteerd"], "niet gehaald"),
        (["gehaald", "nog niet te beoordelen"], "nog niet te beoordelen"),
        (["nog niet te beoordelen", "niet gerapporteerd"], "niet te bepalen"),
    ],
)
def test_a_certain_miss_wins_else_what_is_unknown(delen, geheel):
    assert combine(delen) == geheel
    assert combine(reversed(delen)) == geheel


def test_a_development_is_no_part_of_what_was_reached_together(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "werkplan-2021.yaml").write_text(
        """werkplan: 2021
organisatie: X
speerpunten:
  S:
    resultaten:
      R1:
        tekst: Samen.
        samengesteld: ja
        indicatoren:
          eigen: {doel: 6 lezingen}
          regio: {doel: minimaal 10%, definitie: Van allen., invloed: maatschappelijk}
      R2:
        tekst: Alleen de regio.
        samengesteld: ja
        indicatoren:
          regio: {doel: minimaal 10%, definitie: Van allen., invloed: maatschappelijk}
""",
        encoding="utf-8",
    )
    (tmp_path / "data" / "jaarverslag-2021.yaml").write_text(
        """jaarverslag: 2021
peildatum: 31-12-2021
bronnen: {telling: {titel: T}}
realisaties:
  S-R1.eigen: {realisatie: 5 lezingen, bron: telling}
  S-R1.regio: {realisatie: "11%", bron: telling}
  S-R2.regio: {realisatie: "11%", bron: telling}
""",
        encoding="utf-8",
    )
    wholes = api.gap(tmp_path).samenstellingen
    assert [(one.id, one.oordeel, len(one.delen)) for one in wholes.values()] == [
        ("S-R1", "deels gehaald", 1)
    ]


def test_money_adds_up_with_two_decimals(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "werkplan-2021.yaml").write_text(
        """werkplan: 2021
organisatie: X
speerpunten:
  S:
    resultaten:
      R1: {tekst: Een., doel: € 100, optellen: ja}
      R2: {tekst: Twee., doel: € 200, optellen: ja}
""",
        encoding="utf-8",
    )
    (tmp_path / "data" / "jaarverslag-2021.yaml").write_text(
        """jaarverslag: 2021
peildatum: 31-12-2021
realisaties: {S-R1: "€ 90,50", S-R2: € 210}
""",
        encoding="utf-8",
    )
    shown = table.show(api.gap(tmp_path, per="speerpunt"), Screen(width=80))
    assert "samen € 300,50 (2 cijfers)" in shown
