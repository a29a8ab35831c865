"""Every case once more in a crowd: other indicatoren, of every sort, change nothing in it.

What a rule says of a plan with the crowd is what it says of the case plus what it says of the
crowd. That shows that a rule looks at every entry, stops at none, and survives what it does not
expect: no doel, no figure, an unreadable phrase, a code that does not exist.
"""

import re
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from bkl import api
from tests.rules.test_rules import BELOFTE, CASES, PLAN, REPORT, write_workspace

WHOLE = {
    "bron_niet_gebruikt",
    "bron_ouder_dan_jaar",
    "onbekende_as",
    "rapport_verouderd",
    "sjabloon_werkt_niet",
    "werkplan_gewijzigd",
}
"""Rules about the files as a whole, about axes that the crowd lacks, or about its source."""

PROMISES = """\
  {code}:
    ambitie: Een ambitie.
    resultaten:
      R1: Zonder cijfer bij {code}.
      R2: {{tekst: Klaar bij {code}., doel: ja}}
      R3: {{tekst: Onbepaald bij {code}., doel: niet toetsbaar}}
      R4: {{tekst: Oordeel bij {code}., doel: 'kwalitatief: het is beter'}}
      R5: {{tekst: Onleesbaar bij {code}., doel: heel veel dingen, richting: hoger, uniek: ja}}
      R6: {{tekst: Aandeel bij {code}., doel: 70% van de trajecten}}
      R7: {{tekst: Verandering bij {code}., doel: van 4 naar 6 haltes}}
      R8:
        tekst: Meer cijfers bij {code}.
        indicatoren:
          een: 3 boeken
          twee: {{doel: maximaal 10 dagen, nulmeting: 12 dagen}}
          drie: {{tekst: Alleen tekst bij {code}.}}
      R9: {{tekst: Met een deadline bij {code}., doel: 5 tests, deadline: 01-07-2021}}
      R10: {{tekst: Getal zonder eenheid bij {code}., doel: '5'}}
      R11: {{tekst: Mijlpalen bij {code}., mijlpalen: {{Q1 2021: 6 bomen, eind 2021: 8 bomen}}}}
      R12: {{tekst: Jaren {code}., doel: 3 huizen, jaardoelen: {{2021: 1 huis, 2022: 3 huizen}}}}
      R13: {{tekst: Nul bij {code}., doel: geen fouten}}
    activiteiten:
      A1: {{tekst: Band bij {code}., doel: 3-5 markten, richting: binnen}}
      A2: {{tekst: Niemand antwoordt bij {code}., doel: 9 vragen}}
"""
ANSWERS = """\
  {code}-R1: {{oordeel: gehaald, onderbouwing: Dat bleek., bron: telling}}
  {code}-R2: {{realisatie: nee, bron: telling, reden: planning, toelichting: Het duurde langer.}}
  {code}-R3: {{uitvoering: loopt}}
  {code}-R4: {{toelichting: Er is iets gebeurd.}}
  {code}-R5: {{realisatie: 3 dingen, bron: telling, uitvoering: uitgevoerd}}
  {code}-R6: {{teller: '31', noemer: '48', bron: telling, reden: raming, toelichting: Zwaar werk.}}
  {code}-R7: {{realisatie: 3 haltes, bron: telling, reden: partner, toelichting: Het kon niet.}}
  {code}-R8.een: {{realisatie: niet gemeten, reden: meetwijze, toelichting: Er was geen telling.}}
  {code}-R8.twee: {{verwant: [{{realisatie: 3 weken, bron: telling, waarom: Iets anders.}}]}}
  {code}-R8.drie:
    {{onderbouwing: Zo ging het., oordeel: gehaald, bron: telling}}
  {code}-R9: {{realisatie: heel veel tests, tegenspraak: [{{realisatie: 3 tests, bron: telling}}]}}
  {code}-R10:
    {{realisatie: '6', tegenspraak: [{{realisatie: erg veel, bron: telling}}], bron: telling}}
  {code}-R11: {{mijlpalen: {{Q1 2021: 6 bomen, eind 2021: 8 bomen}}, bron: telling}}
  {code}-R12: {{realisatie: ca. 1 huis, bron: telling}}
  {code}-R13: {{realisatie: geen fouten, bron: telling, uitvoering: uitgevoerd}}
  {code}-A1: 4 markten
  {code}-R99: 1 ding
"""


def insert(text: str, key: str, block: str, after: str) -> str:
    """Put `block` first under `key`, and `after` last under it; the text as it is without it."""
    found = re.search(rf"^{key}:\n((?:[ #].*\n|\n)*)", text, re.M)
    if not found:
        return text
    return f"{text[: found.start(1)]}{block}{found[1]}{after}{text[found.end(1) :]}"


def crowded(case: dict[str, object]) -> dict[str, object]:
    plan = str(case.get("werkplan") or PLAN + str(case.get("belofte", BELOFTE)) + "\n")
    before, after = (PROMISES.format(code=code) for code in ("VOOR", "NA"))
    crowd = {**case, "werkplan": insert(plan, "speerpunten", before, after)}
    report = case.get("jaarverslag")
    if "antwoord" in case:
        report = REPORT + str(case["antwoord"]) + "\n"
    if report:
        before, after = (ANSWERS.format(code=code) for code in ("VOOR", "NA"))
        crowd["jaarverslag"] = insert(str(report), "realisaties", before, after)
    crowd.pop("antwoord", None)
    return crowd


def told(folder, case, slug) -> Counter[str]:
    found = api.check(write_workspace(folder, case), jaar=case.get("jaar")).findings
    return Counter(finding.message for finding in found if finding.kind.slug == slug)


@cache
def alone(kinds: tuple[str, ...]) -> dict[str, Counter[str]]:
    """Return what each rule says of the crowd itself, without any case in it."""
    case: dict[str, object] = {"werkplan": f"{PLAN.partition('  S:')[0]}"}
    if "jaarverslag" in kinds:
        case["jaarverslag"] = REPORT.partition("  S-R1:")[0]
    with tempfile.TemporaryDirectory() as name:
        found = api.check(write_workspace(Path(name), crowded(case))).findings
    rules: dict[str, Counter[str]] = {}
    for finding in found:
        rules.setdefault(finding.kind.slug, Counter())[finding.message] += 1
    return rules


@pytest.mark.parametrize(("slug", "case"), [c for c in CASES if c.values[0] not in WHOLE])
def test_a_crowd_changes_nothing(slug, case, tmp_path):
    crowd = crowded(case)
    own = told(tmp_path / "own", case, slug)
    both = told(tmp_path / "both", crowd, slug)
    has_report = "VOOR-R1" in str(crowd.get("jaarverslag"))
    kinds = ("werkplan", "jaarverslag") if has_report else ("werkplan",)
    if "VOOR" not in str(crowd["werkplan"]) or (crowd.get("jaarverslag") and not has_report):
        pytest.skip("written in one line: no room for a crowd")
    assert both - own == alone(kinds).get(slug, Counter()) - own
    assert not own - both
