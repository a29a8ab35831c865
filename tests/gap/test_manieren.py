"""Every way to promise beside every way to give a figure, whole and with a part missing."""

from copy import deepcopy
from importlib import import_module
from itertools import combinations, product
from pathlib import Path

import pytest
import yaml

from bkl import api
from bkl.gap.rows import compare
from bkl.gap.samenstelling import compositions
from bkl.printers.screen import Screen
from tests import build

TABLE = yaml.load((Path(__file__).parent / "manieren.yaml").read_text("utf-8"), yaml.BaseLoader)
BELOFTEN, GEGEVEN = TABLE["beloften"], TABLE["gegeven"]
DELEN = ("heel", "half")
BESIDE = ("wijziging", "naast")
KINDS = [(way, part) for way in GEGEVEN for part in DELEN]


def sections(id_, belofte, told, **more):
    """Return an onderdeel, its realisaties by id and its changes, as they stand in the files."""
    belofte, told = deepcopy((belofte, told))  # YAML writes what is shared as an anchor
    indicator = {"tijd": "stand", **{key: belofte[key] for key in belofte if key not in BESIDE}}
    indicator |= more
    onderdeel, at, realisaties = {"tekst": "Iets", **indicator}, id_, {}
    if naast := belofte.get("naast"):
        parts = {"a": indicator, "b": {"doel": naast["doel"]}}
        onderdeel, at = {"tekst": "Iets", "samengesteld": "ja", "indicatoren": parts}, f"{id_}.a"
        realisaties |= {f"{id_}.b": naast["realisatie"]} if "realisatie" in naast else {}
    changed = [belofte["wijziging"]] if "wijziging" in belofte else []
    wijzigingen = [{"indicator": at, "reden": "overmacht", **one} for one in changed]
    return onderdeel, realisaties | {at: told}, wijzigingen


def files(speerpunten, realisaties, wijzigingen, peildatum="31-12-2021"):
    return {
        "werkplan": {"werkplan": "2021", "organisatie": "Voorbeeld", "speerpunten": speerpunten},
        "jaarverslag": {
            "jaarverslag": "2021",
            "peildatum": peildatum,
            "bronnen": {"b": {"titel": "Telling"}},
            "realisaties": realisaties,
        },
        "bijstellingen": {"bijstellingen": "2021", "wijzigingen": wijzigingen},
    }


def dossier_of(belofte, told, peildatum="31-12-2021", **more):
    onderdeel, realisaties, wijzigingen = sections("S-R1", belofte, told, **more)
    made = files({"S": {"resultaten": {"R1": onderdeel}}}, realisaties, wijzigingen, peildatum)
    return build.dossier(*made.values())


def outcome(belofte, deel, way, part):
    """Return the verdict with its row; of an onderdeel with parts, the verdict on the whole."""
    dossier = dossier_of(BELOFTEN[belofte][deel], GEGEVEN[way][part])
    found = compare(dossier)
    if dossier.samengesteld:
        whole = compositions(dossier, found)["S-R1"]
        return [whole.oordeel, str(whole.delen[0].rij)]
    return [found["S-R1"].oordeel, str(found["S-R1"].rij)]


def test_the_table_holds_every_combination_once():
    promised = [f"{belofte}, {deel}" for belofte, deel in product(BELOFTEN, DELEN)]
    assert list(TABLE["uitkomst"]) == promised
    for row in TABLE["uitkomst"].values():
        assert list(row) == list(GEGEVEN)
        assert all(list(cell) == list(DELEN) for cell in row.values())


@pytest.mark.parametrize(("belofte", "deel"), list(product(BELOFTEN, DELEN)))
def test_verdict(belofte, deel):
    expected = TABLE["uitkomst"][f"{belofte}, {deel}"]
    found = {way: {part: outcome(belofte, deel, way, part) for part in DELEN} for way in GEGEVEN}
    assert found == expected


def decided(belofte, told, peildatum="31-12-2021"):
    found = compare(dossier_of(belofte, told, peildatum))
    return found.get("S-R1") or found["S-R1.a"]


DAYS = ("31-03-2021", "30-06-2021", "31-12-2021")
UNMOVED = [BELOFTEN[name][part] for name, part in product(BELOFTEN, DELEN)]


@pytest.mark.parametrize("belofte", UNMOVED)
def test_two_ways_together_give_a_verdict_on_any_day(belofte):
    told = [GEGEVEN[way][part] for way, part in KINDS]
    pairs = [{**one, **other} for one, other in combinations(told, 2)]
    for given, peildatum, tijd in product(pairs, DAYS, ("stand", "som")):
        dossier = dossier_of(belofte, given, peildatum, tijd=tijd)
        for vergelijking in compare(dossier).values():
            assert 1 <= vergelijking.rij <= 13
            assert (vergelijking.regel in ("8a", "10")) == (vergelijking.nodig is not None)


@pytest.mark.parametrize("belofte", UNMOVED)
def test_no_verdict_is_certain_beside_a_figure_elsewhere_that_would_turn_it(belofte):
    """Whatever way the figure was given: with `tegenspraak` on the other side, nobody knows."""
    for way, part in KINDS:
        told = GEGEVEN[way][part]
        if way == "tegenspraak" or decided(belofte, told).oordeel != "gehaald":
            continue
        other = {**told, "tegenspraak": [{"realisatie": "40%", "bron": "b"}]}
        assert decided(belofte, other).oordeel == "niet te bepalen", (way, part)


@pytest.mark.parametrize("belofte", UNMOVED)
def test_no_figure_of_another_definition_is_compared(belofte):
    for way, part in KINDS:
        told = {**GEGEVEN[way][part], "andere_definitie": "Alleen de ochtend."}
        found = decided(belofte, told)
        assert found.rij < 9, (way, part)
        assert all(one.toets.rij < 9 for one in found.mijlpalen), (way, part)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """One plan with a speerpunt per way to promise, and in it every way to give a figure."""
    speerpunten, realisaties, wijzigingen = {}, {}, []
    for code, (name, deel) in zip("ABCDEFGHIJ", product(BELOFTEN, DELEN), strict=True):
        parts = {}
        for number, (way, part) in enumerate(KINDS):
            id_ = f"{code}-R{number}"
            made = sections(id_, BELOFTEN[name][deel], GEGEVEN[way][part])
            parts[f"R{number}"] = made[0]
            realisaties |= made[1]
            wijzigingen += made[2]
        speerpunten[code] = {"ambitie": f"{name}, {deel}", "resultaten": parts}
    folder = tmp_path_factory.mktemp("manieren")
    (folder / "data").mkdir()
    for kind, content in files(speerpunten, realisaties, wijzigingen).items():
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        (folder / "data" / f"{kind}-2021.yaml").write_text(text, encoding="utf-8")
    return folder


def test_every_combination_is_shown_in_every_way(workspace):
    whole = api.gap(workspace)
    assert whole.telling.n == len(UNMOVED) * len(KINDS) + 2 * len(KINDS)
    for chosen in ({}, {"selectie": "C"}, {"per": "niveau"}, {"vanaf": 2020}):
        result = api.gap(workspace, **chosen)
        for fmt in ("table", "json", "csv", "markdown"):
            assert import_module(f"bkl.printers.gap.{fmt}").show(result, Screen(80))
    for code in "ABCDEFGHIJ":
        explained = api.gap(workspace, selectie=code, explain=True)
        assert import_module("bkl.printers.gap.table").show(explained, Screen(80))


@pytest.mark.parametrize("rapport", api.report_names())
def test_every_combination_is_in_every_report(workspace, tmp_path, rapport):
    for path in api.render(rapport, workspace, formats=("md", "html", "json"), output=tmp_path):
        assert path.stat().st_size > 500, path
