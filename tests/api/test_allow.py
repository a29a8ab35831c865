"""Comments that let a finding pass: the table is the grammar."""

from pathlib import Path

import pytest
import yaml

from bkl import api
from tests.build import PLAN, REPORT, write

CASES = yaml.safe_load((Path(__file__).parent / "toestaan.yaml").read_text(encoding="utf-8"))


def found(folder, **options):
    findings = api.check(folder, **options).findings
    return [f"{f.position.line}:{f.position.column} {f.kind.code}" for f in findings]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["naam"])
def test_grammar(case, tmp_path):
    assert found(write(tmp_path, REPORT % case["tekst"])) == case["verwacht"]


def test_messages_say_what_is_wrong_and_what_to_do(tmp_path):
    text = "    reden: capaciteit # bkl: sta reden_niet_vermelt en BKL010 en BKL204 toe: de brief"
    findings = api.check(write(tmp_path, REPORT % text)).findings
    assert [(f.message, f.cure) for f in findings] == [
        ("Er is geen regel `reden_niet_vermelt`.", "Bedoelde u `reden_niet_vermeld`?"),
        (
            "`BKL010` is een leesfout; die is niet toe te staan.",
            "Verbeter de regel zelf en haal de opmerking weg.",
        ),
        (
            "Hier is geen melding `BKL204` meer om toe te staan.",
            "Haal de opmerking weg, of zet die bij de regel waar het om gaat.",
        ),
    ]
    assert all(f.excerpt == text for f in findings)


@pytest.mark.parametrize(
    "options", [{"select": ["BKL1"]}, {"ignore": ["BKL208"]}, {"ignore": ["jaarverslag"]}]
)
def test_a_comment_about_a_rule_that_did_not_run_is_not_called_unused(tmp_path, options):
    text = "    reden: capaciteit  # bkl: sta BKL208 toe: de brief is weg"
    assert found(write(tmp_path, REPORT % text), **options) == []


def test_what_is_not_asked_for_is_not_said_of_a_comment(tmp_path):
    folder = write(tmp_path, REPORT % "    reden: capaciteit  # bkl: sta BKL280 toe: volgt nog")
    assert found(folder) == ["6:35 BKL052"]
    assert found(folder, ignore=["BKL052"]) == []


def test_nothing_is_called_unused_while_a_part_is_unreadable(tmp_path):
    text = "    rede: niet vermeld  # bkl: sta BKL208 toe: de brief is weg"
    assert found(write(tmp_path, REPORT % text)) == ["6:5 BKL010"]


def test_in_an_unreadable_file_comments_do_nothing(tmp_path):
    text = "    reden: 'niet  # bkl: negeer BKL208"
    assert {code for _, code in map(str.split, found(write(tmp_path, REPORT % text)))} == {"BKL001"}


def test_the_werkplan_too(tmp_path):
    plan = PLAN.replace("6 lezingen}", "ca. 6 lezingen} # bkl: sta BKL104 toe: volgt nog")
    assert found(write(tmp_path, plan=plan)) == []


def test_both_files_keep_their_own_comments(tmp_path):
    """Line 6 of one file says nothing about line 6 of the other."""
    plan = PLAN.replace("6 lezingen}", "6 lezingen} # bkl: sta BKL208 toe: volgt nog")
    expected = ["6:12 BKL208", "6:67 BKL053"]
    assert found(write(tmp_path, REPORT % "    reden: niet vermeld", plan)) == expected


def test_a_comment_for_what_another_finding_now_says_too_is_not_called_unused(tmp_path):
    """Without reden and toelichting one finding (BKL203) speaks for both rules."""
    untold = REPORT.replace("    toelichting: De zaal was vaak bezet.\n", "")
    text = "    # een aantal uit de telling"
    report = (untold % text).replace("S-R1:", "S-R1:  # bkl: sta BKL203 en BKL204 toe: weg")
    assert found(write(tmp_path, report)) == []
    alone = report.replace("BKL203 en ", "")
    assert found(write(tmp_path, alone)) == ["4:3 BKL203"]
