"""--select, --ignore and bkl.yaml: which rules run and how heavy they weigh."""

import pytest

from bkl import api
from bkl.api.checking.catalogue import expect_selectors
from bkl.api.checking.judge import judge_year
from bkl.api.checking.settings import read_settings
from bkl.api.workspace.year import choose, read_year
from bkl.diagnostics.finding import Kind
from bkl.rules.engine.choice import (
    FOUTEN_IN_GEGEVENS,
    ZONDER_RAPPORTEN,
    RuleChoice,
    is_reading,
)
from tests.build import PLAN, REPORT, write
from tests.rules.test_rules import CASES, write_workspace

UNEXPLAINED = REPORT % "    reden: niet vermeld"
VAGUE = PLAN.replace("6 lezingen", "ca. 6 lezingen")


def codes(folder, **options):
    return [f.kind.code for f in api.check(folder, **options).findings]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["BKL208", "BKL104"]),
        ({"select": ["BKL1"]}, ["BKL104"]),
        ({"select": ["BKL208"]}, ["BKL208"]),
        ({"select": ["bkl208"]}, ["BKL208"]),
        ({"select": ["reden_niet_vermeld"]}, ["BKL208"]),
        ({"select": ["reden-niet-vermeld"]}, ["BKL208"]),
        ({"select": ["werkplan", "jaarverslag"]}, ["BKL208", "BKL104"]),
        ({"select": ["werkplan,jaarverslag"]}, ["BKL208", "BKL104"]),
        ({"ignore": ["BKL2"]}, ["BKL104"]),
        ({"ignore": ["jaarverslag", "marge_niet_afgesproken"]}, []),
        ({"select": ["BKL2"], "ignore": ["BKL208"]}, []),
        ({"ignore": ["BKL0"]}, ["BKL208", "BKL104"]),
    ],
)
def test_selectors(tmp_path, options, expected):
    assert codes(write(tmp_path, UNEXPLAINED, VAGUE), **options) == expected


@pytest.mark.parametrize("options", [{"select": ["BKL1"]}, {"ignore": ["BKL0", "BKL2"]}])
def test_what_cannot_be_read_is_always_reported(tmp_path, options):
    folder = write(tmp_path, REPORT % "    rede: partner", VAGUE)
    assert "BKL010" in codes(folder, **options)


@pytest.mark.parametrize(
    ("selectors", "ignore", "message"),
    [
        (["reden_niet_vermelt"], False, "Bedoelde u `reden_niet_vermeld`"),
        (["BKL9"], False, "bkl check --list"),
        (["wekplan"], False, "Bedoelde u `werkplan`"),
        (["REDEN-NIET-VERMELT"], False, "Bedoelde u `reden_niet_vermeld`"),
        (["bkl280"], False, "Bedoelde u `BKL208`"),
        (["BKL010"], True, "dat zijn leesfouten"),
        (["onbekende_sleutel"], True, "dat zijn leesfouten"),
    ],
)
def test_unknown_selectors_are_wrong_use(selectors, ignore, message):
    with pytest.raises(api.Gebruiksfout, match=message):
        expect_selectors(selectors, ignore=ignore)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("regels: {BKL208: uit}", [("BKL104", "waarschuwing")]),
        ("regels:\n  reden_niet_vermeld: uit\n  BKL104: uit", []),
        ("regels: {' BKL208 ': uit}", [("BKL104", "waarschuwing")]),
        ("regels: {BKL208: fout}", [("BKL208", "fout"), ("BKL104", "waarschuwing")]),
        ("regels: {marge_niet_afgesproken: fout, bkl208: uit}", [("BKL104", "fout")]),
        ("# nog niets\n", [("BKL208", "waarschuwing"), ("BKL104", "waarschuwing")]),
        ("", [("BKL208", "waarschuwing"), ("BKL104", "waarschuwing")]),
    ],
)
def test_weights(tmp_path, settings, expected):
    folder = write(tmp_path, UNEXPLAINED, VAGUE, bkl_yaml=settings)
    found = api.check(folder).findings
    assert [(f.kind.code, f.kind.severity) for f in found] == expected


@pytest.mark.parametrize(
    ("settings", "place", "told"),
    [
        ("regels:\n  BKL280: uit", "2:3 BKL052", "Er is geen regel `BKL280`. Bedoelde u `BKL208`?"),
        ("regels:\n  BKL9: uit", "2:3 BKL052", "Er is geen regel `BKL9`. `bkl check --list` toont"),
        ("regels: {reden_niet_vermelt: uit}", "1:10 BKL052", "Bedoelde u `reden_niet_vermeld`?"),
        ("regels: {BKL010: uit}", "1:10 BKL054", "`BKL010` is een leesfout"),
        ("regels: {BKL208: foud}", "1:18 BKL013", "Kies uit: `uit`, `waarschuwing`, `fout`."),
        ("regls: {}", "1:1 BKL010", "Bedoelde u `regels`?"),
        ("- BKL208", "1:1 BKL003", "Begin het met `regels:`."),
        ("regels: [", "1:10 BKL001", ""),
    ],
)
def test_faults_in_bkl_yaml_have_their_place(tmp_path, settings, place, told):
    folder = write(tmp_path, UNEXPLAINED, VAGUE, bkl_yaml=settings)
    (found, *_) = [f for f in api.check(folder).findings if f.place.file == "bkl.yaml"]
    assert f"{found.position.line}:{found.position.column} {found.kind.code}" == place
    assert told in f"{found.message} {found.cure}"


def test_a_folder_for_bkl_yaml_is_a_finding(tmp_path):
    folder = write(tmp_path, UNEXPLAINED)
    (folder / "bkl.yaml").mkdir()
    assert "BKL017" in codes(folder)


def test_settings_count_for_a_file_that_is_named_too(tmp_path):
    folder = write(tmp_path, UNEXPLAINED, bkl_yaml="regels: {BKL208: uit}")
    assert codes(None, files=[folder / "data" / "jaarverslag-2021.yaml"]) == []


def test_the_file_is_counted(tmp_path):
    folder = write(tmp_path, UNEXPLAINED, bkl_yaml="regels: {BKL208: uit}")
    assert "bkl.yaml" in api.check(folder).files


UNREAD = Kind("BKL010", "onbekende_sleutel", "fout")
HOUSE = Kind("BKL050", "toestemming_onleesbaar", "fout")
RULE = Kind("BKL208", "reden_niet_vermeld", "waarschuwing")


@pytest.mark.parametrize(
    ("keuze", "kind", "wanted"),
    [
        (RuleChoice(), RULE, True),
        (RuleChoice(select=("BKL",)), RULE, True),
        (RuleChoice(select=("bkl20",)), RULE, True),
        (RuleChoice(select=("BKL2080",)), RULE, False),
        (RuleChoice(select=("tekst",)), RULE, False),
        (RuleChoice(select=("tekst", "jaarverslag")), RULE, True),
        (RuleChoice(ignore=("Reden-Niet-Vermeld",)), RULE, False),
        (RuleChoice(select=("BKL208",), ignore=("BKL2",)), RULE, False),
        (RuleChoice(ernst={"BKL208": "uit"}), RULE, False),
        (RuleChoice(ernst={"BKL208": "fout"}), RULE, True),
        (
            RuleChoice(select=("BKL2",), ignore=("BKL0", "lezen"), ernst={"BKL010": "uit"}),
            UNREAD,
            True,
        ),
        (RuleChoice(ignore=("BKL05",)), HOUSE, False),
        (RuleChoice(ignore=("lezen",)), HOUSE, False),
    ],
)
def test_what_is_chosen(keuze, kind, wanted):
    assert keuze.wants(kind) is wanted


@pytest.mark.parametrize(
    ("weight", "severity"),
    [("fout", "fout"), ("waarschuwing", "waarschuwing"), ("uit", "waarschuwing")],
)
def test_how_heavy_a_rule_weighs(weight, severity):
    weighed = RuleChoice(ernst={"BKL208": weight}).weighed(RULE)
    assert (weighed.code, weighed.slug, weighed.severity) == ("BKL208", RULE.slug, severity)
    assert (weighed is RULE) == (severity == RULE.severity)
    lighter = RuleChoice(ernst={"BKL050": "waarschuwing"}).weighed(HOUSE)
    assert lighter.severity == "waarschuwing"
    assert RuleChoice().weighed(RULE) is RULE


def test_only_what_keeps_a_file_from_being_read_counts_as_reading():
    assert is_reading(Kind("BKL049", "laatste_leesfout", "fout"))
    assert not is_reading(HOUSE)


def faults(folder, jaar, keuze):
    found = judge_year(
        read_year(choose(folder, jaar), folder), read_settings(folder), keuze, folder
    )
    return {one for one in found if one.kind.severity == "fout"}


def test_who_asks_for_faults_alone_finds_them_all(tmp_path):
    """A report counts them without running the rules that only warn."""
    counts = []
    for number, (slug, case) in enumerate(one.values for one in CASES):
        folder = write_workspace(tmp_path / str(number), case)
        if number % 3 == 0 and not (folder / "bkl.yaml").exists():  # a warning that weighs more
            (folder / "bkl.yaml").write_text(f"regels: {{{slug}: fout}}\n", "utf-8")
        alone = faults(folder, case.get("jaar"), FOUTEN_IN_GEGEVENS)
        assert alone == faults(folder, case.get("jaar"), ZONDER_RAPPORTEN), case["naam"]
        counts.append(len(alone))
    assert sum(counts) > 100
