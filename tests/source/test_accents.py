"""An accent apart from its letter (NFD, as some programs save) is the same letter, everywhere."""

import json
from unicodedata import normalize

import pytest

from bkl import api
from bkl.printers.gap import json as gap_json
from bkl.printers.screen import Screen
from bkl.source.parsing.yaml_tree import read_tree
from tests.build import write
from tests.render.workspace import bkl

PLAN = """\
werkplan: 2021
organisatie: Café Één
doelgroepen: {D: Cliënten}
themas: {A: Financiën}
fasen: [Oriëntatie, Uitvoering]
speerpunten:
  AD:
    resultaten:
      R1:
        tekst: Eén dag voor cliënten.
        indicatoren:
          cafés: {doel: 3 cafés, wie: Zoë}
          ideeën: minimaal 40 ideeën
"""
VERSLAG = """\
jaarverslag: 2021
organisatie: Café Één
peildatum: 31-12-2021
bronnen:
  enquete: {titel: Enquête onder cliënten, bestand: bewijs/enquête.csv}
speerpunten:
  AD: {fase: Oriëntatie, verhaal: 'Er waren {{ AD-R1.cafés }} en ![een café](bewijs/café.png)'}
realisaties:
  AD-R1.cafés:
    realisatie: 2 cafés
    bron: enquete, blad één
    reden: financiën
    toelichting: Eén café sloot.
  AD-R1.ideeën: {realisatie: veertig ideeën, bron: enquete}
"""
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060"
    "000000050001a5f645400000000049454e44ae426082"
)
FORMS = [("NFC", "NFC", "NFC"), ("NFC", "NFD", "NFC"), ("NFD", "NFC", "NFC"), ("NFD", "NFD", "NFC")]


def workspace(folder, plan, verslag, disk):
    """Write the two files with their accents in these forms, and what they name on the disk."""
    write(folder, normalize(verslag, VERSLAG), normalize(plan, PLAN))
    (folder / "bewijs").mkdir()
    (folder / "bewijs" / normalize(disk, "enquête.csv")).write_text("x\n2\n", encoding="utf-8")
    (folder / "bewijs" / normalize(disk, "café.png")).write_bytes(PNG)
    return folder


@pytest.mark.parametrize(("plan", "verslag", "disk"), [*FORMS, ("NFC", "NFC", "NFD")])
def test_the_form_of_an_accent_changes_nothing(plan, verslag, disk, tmp_path):
    found = api.check(workspace(tmp_path, plan, verslag, disk)).findings
    assert [(one.kind.slug, one.message) for one in found] == []
    told = json.loads(gap_json.show(api.gap(tmp_path), Screen(80)))
    verdicts = {one["id"]: (one["oordeel"], one["reden"]) for one in told["indicatoren"]}
    assert verdicts == {
        "AD-R1.cafés": ("deels gehaald", "financiën"),
        "AD-R1.ideeën": ("gehaald", None),
    }


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_on_the_command_line_too(form, tmp_path):
    workspace(tmp_path, "NFC", "NFC", "NFC")
    code, out, _ = bkl(tmp_path, "gap", normalize(form, "AD-R1.ideeën"))
    assert code == 0
    assert "AD-R1.ideeën" in out


def test_an_accent_that_is_written_with_a_code_is_in_its_letter_too():
    text = 'a: "caf\\u0065\\u0301"'
    assert read_tree("x.yaml", text.encode()).value == {"a": "caf\u00e9"}


def test_a_name_in_both_forms_is_one_name_twice(tmp_path):
    twice = VERSLAG + normalize("NFD", "  AD-R1.ideeën: {realisatie: 50 ideeën, bron: enquete}\n")
    workspace(tmp_path, "NFC", "NFC", "NFC")
    write(tmp_path, twice, PLAN)
    slugs = [one.kind.slug for one in api.check(tmp_path).findings]
    assert "dubbele_sleutel" in slugs
