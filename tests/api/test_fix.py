"""--fix: what is certain is mended, and no other byte changes."""

from pathlib import Path

import pytest
import yaml

from bkl import api
from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Edit, Place, Position
from bkl.printers.fix.text import show
from bkl.printers.screen import Screen
from bkl.source.edits.apply import apply_edits
from tests.build import PLAN, REPORT, write

CASES = yaml.safe_load((Path(__file__).parent / "herstel.yaml").read_text(encoding="utf-8"))
TOP = "werkplan: 2021\norganisatie: Voorbeeld\nspeerpunten:\n  S:\n    resultaten:\n      R1: "
REPORT_TOP = (
    "jaarverslag: 2021\npeildatum: 31-12-2021\nbronnen: {telling: {titel: Telling}}\nrealisaties:\n"
)


def written(folder):
    return {path.name: path.read_bytes() for path in (folder / "data").iterdir()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["naam"])
def test_cases(case, tmp_path):
    top, name = (TOP, "werkplan") if "plan" in case else (REPORT_TOP, "jaarverslag")
    before = case.get("plan") or case["verslag"]
    plan = top + before + "\n" if name == "werkplan" else PLAN
    report = top + before + "\n" if name == "jaarverslag" else ""
    folder = write(tmp_path, report, plan)
    done = api.fix(folder)
    text = (folder / "data" / f"{name}-2021.yaml").read_text(encoding="utf-8")
    assert text == top + case["wordt"] + "\n"
    assert [f.kind.code for f in done.mended] == case["hersteld"]
    assert not any(finding.edits for finding in done.result.findings)
    assert not api.fix(folder).mended, "a second time there is nothing to do"


@pytest.mark.parametrize(
    ("extra", "after"), [("", "titel: Wonen"), (", titel: Werk", "naam: Wonen")]
)
def test_naam_is_titel_unless_there_is_one(tmp_path, extra, after):
    plan = PLAN.replace("  S:\n", f"  T: {{naam: Wonen{extra}, ambitie: Rust.}}\n  S:\n")
    assert plan != PLAN
    path = write(tmp_path, plan=plan) / "data" / "werkplan-2021.yaml"
    api.fix(tmp_path)
    assert path.read_text(encoding="utf-8") == plan.replace("naam: Wonen", after)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_other_byte_stays(tmp_path, mark, newline):
    plan = f"# Dubbel é   \n{TOP}{{tekst: 'Gé', deol: 6.5 uur}}  # ja?\n\n\n".replace("\n", newline)
    path = write(tmp_path) / "data" / "werkplan-2021.yaml"
    path.write_bytes(mark + plan.encode())
    assert len(api.fix(tmp_path).mended) == 2
    expected = plan.replace("deol: 6.5 uur", 'doel: "6,5 uur"')
    assert path.read_bytes() == mark + expected.encode()


def test_a_fault_on_the_first_line_of_a_file_with_a_mark(tmp_path):
    path = write(tmp_path) / "data" / "werkplan-2021.yaml"
    path.write_bytes(
        b"\xef\xbb\xbf"
        + PLAN.replace("werkplan: 2021\n", "")
        .replace("organisatie", "werkplan: 2021\norganisatie")
        .replace("werkplan:", "wrkplan:")
        .encode()
    )
    assert [f.kind.code for f in api.fix(tmp_path).mended] == ["BKL010"]
    assert path.read_bytes().startswith(b"\xef\xbb\xbfwerkplan: 2021\n")


def test_diff_writes_nothing(tmp_path):
    folder = write(tmp_path, plan=PLAN.replace("doel", "deol"))
    before = written(folder)
    done = api.fix(folder, write=False)
    assert written(folder) == before
    shown = show(done, Screen())
    assert "-      R1: {tekst: Er zijn lezingen., deol: 6 lezingen}" in shown
    assert "+      R1: {tekst: Er zijn lezingen., doel: 6 lezingen}" in shown
    assert "Zeker te herstellen: 1 fout." in shown
    assert done.result.fouten == 0, "what remains is told as it would be afterwards"


def test_it_says_what_was_mended_and_what_remains(tmp_path):
    report = (REPORT % "    reden: niet vermeld").replace("toelichting", "toelichtng")
    done = api.fix(write(tmp_path, report))
    assert "Hersteld: 1 fout." in show(done, Screen())
    assert "8:5 BKL010 `toelichtng` wordt `toelichting`" in show(done, Screen())
    assert [f.kind.code for f in done.result.findings] == ["BKL208"]
    assert show(api.fix(tmp_path), Screen()) == "Er is niets dat zeker te herstellen is.\n"


def test_only_the_named_file_changes(tmp_path):
    folder = write(
        tmp_path, (REPORT % "").replace("toelichting", "toelichtng"), PLAN.replace("doel", "deol")
    )
    before = written(folder)
    api.fix(files=[folder / "data" / "jaarverslag-2021.yaml"])
    after = written(folder)
    assert after["werkplan-2021.yaml"] == before["werkplan-2021.yaml"]
    assert after["jaarverslag-2021.yaml"] != before["jaarverslag-2021.yaml"]


def test_what_is_not_chosen_or_is_allowed_is_not_mended(tmp_path):
    report = (REPORT % "    reden: partner").replace("bron: telling\n", "bron: Telling\n")
    folder = write(tmp_path, report)
    assert not api.fix(folder, select=["BKL1"], write=False).mended
    assert not api.fix(folder, ignore=["BKL202"], write=False).mended
    assert [f.kind.code for f in api.fix(folder, write=False).mended] == ["BKL202"]


def edited(text: bytes, *edits: tuple[int, int, str, str]) -> bytes:
    findings = [
        Finding(Kind("BKL999", "x", "fout"), "", "", Place("f"), edits=(
            Edit(Place("f"), old, new, Position(line, column, len(old))),))
        for line, column, old, new in edits
    ]  # fmt: skip
    return apply_edits(text, findings)[0]


def test_an_edit_that_expects_something_else_is_left_out():
    assert edited(b"a: b\n", (1, 4, "c", "d")) == b"a: b\n"
    assert edited(b"a: b\n", (9, 1, "b", "d")) == b"a: b\n"


def test_edits_that_overlap_are_not_both_made():
    assert edited(b"a: bcd\n", (1, 4, "bc", "x"), (1, 5, "cd", "y")) == b"a: xd\n"
    assert edited(b"a: bcd\n", (1, 4, "b", "x"), (1, 5, "cd", "yz")) == b"a: xyz\n"


def test_a_link_stays_a_link(tmp_path):
    folder = write(tmp_path, plan=PLAN.replace("doel", "deol"))
    path = folder / "data" / "werkplan-2021.yaml"
    path.rename(folder / "echt.yaml")
    path.symlink_to(folder / "echt.yaml")
    api.fix(folder)
    assert path.is_symlink()
    assert "doel: 6" in (folder / "echt.yaml").read_text(encoding="utf-8")
