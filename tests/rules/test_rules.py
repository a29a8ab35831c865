"""Every rule against its cases: `tests/rules/<slug>.yaml` is the specification of that rule.

A case has whole files (`werkplan`, `jaarverslag`, `bijstellingen`), or only what stands behind
`R1: ` in a small plan (`belofte`, at 6:11) and behind `S-R1: ` in a small report (`antwoord`, at
5:9). `erbij` holds other files, `jaar` the year to check when that is not the newest. `verwacht`
holds the findings of this rule, each as line:column and the start of its message; `aangewezen`,
where it matters, the words that each of them underlines, `hersteld` what --fix makes of what, and
`leesfouten` how many phrases of the case cannot be read. `eisen` stands behind what every funder
asks (`van: de Provincie`), with the definitions below.
"""

import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest
import yaml

from bkl import api
from bkl.diagnostics.finding import Finding
from bkl.domein.model.fields import Model
from bkl.rules.engine import index
from bkl.rules.engine import rule as engine
from bkl.rules.engine.index import FAMILIES, Requirement
from bkl.rules.engine.rule import _rule_of, all_rules, listed_rules
from tests import build, walls

HERE = Path(__file__).parent
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['naam']}")
    for path in sorted(HERE.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


PLAN = """\
werkplan: 2021
organisatie: Voorbeeld
speerpunten:
  S:
    resultaten:
      R1: """
BELOFTE = "{tekst: Lezingen., doel: 6 lezingen}"
REPORT = """\
jaarverslag: 2021
peildatum: 31-12-2021
bronnen: {telling: {titel: Telling}}
realisaties:
  S-R1: """


EISEN = """\
eisen: 2021
van: de Provincie
definities: definities.yaml
"""
DEFINITIES = """\
definities: prov
van: de Provincie
begrippen:
  lessen@1: {tekst: Elke les., eenheid: lessen}
  lessen@2: {tekst: Een les van een uur., eenheid: lessen}
  deelnemers@1: {tekst: Wie meedoet., eenheid: mensen, uniek: ja}
"""


def write_workspace(folder: Path, case: dict[str, str]) -> Path:
    (folder / "data").mkdir(parents=True)
    texts = {
        kind: case[kind] for kind in ("werkplan", "jaarverslag", "bijstellingen") if kind in case
    }
    if "werkplan" not in texts:
        texts["werkplan"] = PLAN + case.get("belofte", BELOFTE) + "\n"
    if "antwoord" in case:
        texts["jaarverslag"] = REPORT + case["antwoord"] + "\n"
    for kind, text in texts.items():
        (folder / "data" / f"{kind}-2021.yaml").write_text(text, encoding="utf-8")
    if "eisen" in case:
        (folder / "eisen.yaml").write_text(EISEN + case["eisen"], encoding="utf-8")
        (folder / "definities.yaml").write_text(DEFINITIES, encoding="utf-8")
    for name, text in case.get("erbij", {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def described(finding: Finding) -> str:
    position = finding.position
    related = "".join(
        f" ({r.position.line}:{r.position.column} {r.message})" for r in finding.related
    )
    return f"{position.line}:{position.column} {finding.message} → {finding.cure}{related}"


def underlined(folder: Path, finding: Finding) -> str:
    at = finding.position
    line = (folder / finding.place.file).read_text(encoding="utf-8").splitlines()[at.line - 1]
    return line[at.column - 1 : at.column - 1 + at.length]


@pytest.mark.parametrize(("slug", "case"), CASES)
def test_case(slug, case, tmp_path):
    folder = write_workspace(tmp_path, case)
    eisen = folder / "eisen.yaml" if "eisen" in case else None
    found = api.check(folder, jaar=case.get("jaar"), eisen=eisen).findings
    reading = [f for f in found if f.kind.code < "BKL100"]
    assert len(reading) == case.get("leesfouten", 0), [described(f) for f in reading]
    own = [finding for finding in found if finding.kind.slug == slug]
    got = [described(finding) for finding in own]
    expected = case["verwacht"]
    assert len(got) == len(expected), got
    for text, start in zip(got, expected, strict=True):
        assert text.startswith(start), text
    if "aangewezen" in case:
        assert [underlined(tmp_path, finding) for finding in own] == case["aangewezen"]
    if "hersteld" in case:
        edits = [[f"{edit.old} → {edit.new}" for edit in finding.edits] for finding in own]
        assert edits == case["hersteld"]


def test_every_rule_has_cases_that_fire_and_cases_that_do_not():
    slugs = {rule.kind.slug for rule in all_rules()}
    silent = {slug for slug, case in (c.values for c in CASES) if not case["verwacht"]}
    firing = {slug for slug, case in (c.values for c in CASES) if case["verwacht"]}
    assert slugs == silent == firing


def test_codes_and_slugs_are_unique_and_in_their_family():
    rules = all_rules()
    codes = [rule.kind.code for rule in rules]
    assert codes == sorted(set(codes))
    assert len({rule.kind.slug for rule in rules}) == len(rules)
    hundreds = {family: str(number) for number, family in enumerate(FAMILIES, start=1)}
    for rule in rules:
        family = rule.check.__module__.split(".")[2]
        assert rule.kind.code[3] == hundreds[family], rule.kind
        assert rule.check.__module__.endswith(f".{rule.kind.slug}")


def test_every_rule_has_a_manual_page():
    for rule in all_rules():
        for part in ("Waarom:", "Fout:", "Goed:"):
            assert part in rule.uitleg, rule.kind


@pytest.mark.parametrize("without", ["KIND", "check", "__doc__"])
def test_a_module_that_is_no_rule_is_refused(monkeypatch, without):
    module = ModuleType("bkl.rules.tekst.geen_regel", "Een regel.")
    module.KIND, module.check = all_rules()[0].kind, all_rules()[0].check
    monkeypatch.setitem(sys.modules, module.__name__, module)
    assert _rule_of(module.__name__).kind is module.KIND
    setattr(module, without, None)
    with pytest.raises(TypeError, match="is no rule"):
        _rule_of(module.__name__)


def test_a_rule_is_known_by_what_it_needs_and_nowhere_by_its_name():
    modules = {
        name: text for name, text in walls.house().items() if name.startswith("bkl.api.checking")
    }
    for rule in all_rules():
        assert not [name for name, text in modules.items() if f'"{rule.kind.slug}"' in text]
        assert set(rule.requires) <= set(get_args(Requirement)), rule.kind


def _import_all_models():
    for name in walls.house():
        if name.startswith("bkl.domein.model."):
            import_module(name)


def _all_keys(model):
    yield from (field.alias or name for name, field in model.model_fields.items())
    for one in model.__subclasses__():
        yield from _all_keys(one)


def test_what_a_rule_looks_at_is_a_key_of_the_files():
    _import_all_models()
    known = set(_all_keys(Model))
    for rule in all_rules():
        assert set(rule.keys) <= known, rule.kind


@pytest.mark.parametrize("described", ["titel: Telling", f"titel: Telling, sha256: {'a' * 64}"])
def test_a_rule_is_imported_only_where_it_can_find_something(tmp_path, described):
    folder = build.write(
        tmp_path, build.REPORT.replace("%s\n", "").replace("titel: Telling", described)
    )
    module = "bkl.rules.jaarverslag.bewijs_gewijzigd"
    code = (
        "import sys; from pathlib import Path; from bkl import api\n"
        f"api.check(Path({str(folder)!r})); print({module!r} in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str("sha256" in described)]


def test_the_files_are_the_registry_whatever_the_index_says(monkeypatch):
    usual = listed_rules()
    stale = index.Listed("tekst", replace(usual[0].kind, slug="weggehaald"))
    monkeypatch.setattr(engine, "read_index", lambda: [stale, *usual[1:]])
    assert engine.listed_rules.__wrapped__() == usual
