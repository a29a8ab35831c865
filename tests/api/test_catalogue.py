"""The rules as people see them: --list, --explain and docs/regels.md."""

import json
import os
import re
from pathlib import Path

import pytest

from bkl import api
from bkl.printers.rules import json as as_json
from bkl.printers.rules import markdown, page, text
from bkl.printers.screen import Screen, cells
from bkl.rules.engine import kinds as house
from bkl.rules.engine.index import INDEX
from bkl.rules.engine.rule import all_rules, as_listed

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs" / "regels.md"


def test_docs_are_what_the_rules_say():
    shown = markdown.show(api.catalogue(), Screen())
    if os.environ.get("BKL_GOLDEN"):
        DOCS.write_text(shown, encoding="utf-8")
    assert DOCS.read_text(encoding="utf-8") == shown, "run `make golden`"


def test_the_index_holds_what_the_rules_say():
    shown = "".join(as_listed(rule).line for rule in all_rules())
    if os.environ.get("BKL_GOLDEN"):
        INDEX.write_text(shown, encoding="utf-8")
    assert INDEX.read_text(encoding="utf-8") == shown, "run `make catalogue`"


def test_every_rule_is_in_the_list_and_in_the_docs():
    shown = text.show(api.catalogue(), Screen(160))
    docs = DOCS.read_text(encoding="utf-8")
    for regel in api.catalogue():
        assert re.search(rf"{regel.kind.code}  {regel.kind.slug} +{regel.kind.severity}", shown)
        assert f'<a id="{regel.kind.code.lower()}">' in docs
    assert {rule.kind for rule in all_rules()} <= {regel.kind for regel in api.catalogue()}


def test_codes_are_unique_and_each_family_has_its_hundred():
    codes = [regel.kind.code for regel in api.catalogue()]
    assert codes == sorted(set(codes))
    assert len({regel.kind.slug for regel in api.catalogue()}) == len(codes)
    assert all("BKL050" <= kind.code < "BKL060" for kind in house.KINDS)
    assert list(house.manual()) == [kind.code for kind in house.KINDS]


@pytest.mark.parametrize("regel", api.catalogue(), ids=lambda regel: regel.kind.slug)
def test_every_page_has_its_parts_and_fits(regel):
    for part in ("Waarom:", "Fout:", "Goed:"):
        assert part in regel.uitleg
    assert 10 < len(regel.samenvatting) < 100
    assert all(len(line) <= 100 for line in regel.uitleg.splitlines())
    for width in (40, 80, 160):
        shown = page.show(regel, Screen(width)).splitlines()
        assert all(cells(line) <= width for line in shown if not line.startswith("    "))


@pytest.mark.parametrize("width", [40, 80, 160])
def test_the_list_fits(width):
    for line in text.show(api.catalogue(), Screen(width)).splitlines():
        assert cells(line) <= width or line.startswith("  BKL")


@pytest.mark.parametrize(
    "name", ["BKL203", "bkl203", "verschil_zonder_reden", "verschil-zonder-reden"]
)
def test_a_rule_is_found_by_code_or_name(name):
    assert api.find_regel(name).kind.code == "BKL203"


@pytest.mark.parametrize(
    ("name", "cure"), [("verschil_zonder_redn", "Bedoelde u"), ("BKL999", "bkl check --list")]
)
def test_an_unknown_rule_is_wrong_use(name, cure):
    with pytest.raises(api.Gebruiksfout, match=cure):
        api.find_regel(name)


def test_how_to_allow_stands_on_the_page_of_what_can_be_allowed():
    assert "sta reden_niet_vermeld toe" in page.show(api.find_regel("BKL208"), Screen())
    assert "niet toe te staan" in page.show(api.find_regel("BKL010"), Screen())
    assert "sta toestemming" not in page.show(api.find_regel("BKL053"), Screen())


def test_json_holds_everything():
    rules = json.loads(as_json.show(api.catalogue(), Screen()))
    assert [rule["code"] for rule in rules] == [regel.kind.code for regel in api.catalogue()]
    assert set(rules[0]) == {"code", "naam", "ernst", "familie", "samenvatting", "uitleg"}


def test_no_page_uses_words_of_the_trade():
    """What people read is plain Dutch."""
    for regel in api.catalogue():
        for word in ("default", "string", "parser", "warning", "error", "input", "output"):
            assert not re.search(rf"\b{word}\b", regel.uitleg, re.I), (regel.kind, word)
