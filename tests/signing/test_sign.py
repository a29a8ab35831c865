"""sign: what was agreed to is bound to its content; every later change of it is told."""

import os
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest
import yaml

from bkl import api
from bkl.api.workspace.folder import find_years
from bkl.api.workspace.signatures import content_hash
from bkl.api.workspace.year import read_year
from bkl.printers.gap.table import show as show_gap
from bkl.printers.screen import Screen

ROOT = Path(__file__).parent.parent.parent
DAY = date(2022, 2, 1)
PLAN = """\
werkplan: 2021
organisatie: Voorbeeld
afspraken: {marge: 10%}
speerpunten:
  S:
    resultaten:
      R1: {tekst: Er zijn lezingen., doel: ca. 6 lezingen, definitie: Ook digitaal., wie: noord}
      R2: De samenwerking is beter.
      R3:
        tekst: Er zijn dagen.
        indicatoren: {dagen: 4 themadagen, mensen: {doel: 40 mensen}}
"""
REPORT = """\
jaarverslag: 2021
peildatum: 31-12-2021
bronnen:
  telling: {titel: Telling}
  verslag: {titel: Verslag}
realisaties:
  S-R1: {realisatie: 6 lezingen, bron: "telling, blad 1", vervolg: Volgend jaar weer.}
  S-R2:
    oordeel: gehaald
    onderbouwing: Er zijn drie afspraken.
    bron: verslag
  S-R3.dagen: {realisatie: 4 themadagen, bron: telling, wie: Noor}
"""
CHANGES = """\
bijstellingen: 2021
wijzigingen:
  - {indicator: S-R1, datum: 01-06-2021, doel: 5 lezingen, reden: overmacht}
"""
AKKOORD = "data/akkoord-2021.yaml"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "data").mkdir()
    put(tmp_path, "werkplan", PLAN)
    put(tmp_path, "jaarverslag", REPORT)
    return tmp_path


def put(folder, kind, text):
    (folder / "data" / f"{kind}-2021.yaml").write_bytes(text.encode())


def sign(folder, wie="Jo", selectie=None, rol=None):
    asked = api.SignRequest(wie, rol, DAY, selectie)
    return api.sign(folder, asked, lambda _: True)


def told(folder, *slugs):
    wanted = slugs or ("gewijzigd_na_akkoord",)
    return [f.message for f in api.check(folder).findings if f.kind.slug in wanted]


def test_a_signature_names_who_when_and_what_it_was(folder):
    done = sign(folder, "Jo: de Vries", "S-R1", "controller")
    assert done.nu == (("S-R1", "Er zijn lezingen.", "6 lezingen"),)
    text = (folder / AKKOORD).read_text(encoding="utf-8")
    one = yaml.load(text, Loader=yaml.BaseLoader)["akkoorden"]
    assert len(one) == 1
    assert one[0] | {"kenmerk": ""} == {
        "indicator": "S-R1", "wie": "Jo: de Vries", "rol": "controller",
        "datum": "01-02-2022", "kenmerk": "",
    }  # fmt: skip
    assert len(one[0]["kenmerk"]) == 32
    assert not api.check(folder).fouten
    assert not told(folder)


def test_what_has_no_answer_is_not_signed_and_nothing_twice(folder):
    done = sign(folder)
    assert [id_ for id_, *_ in done.nu] == ["S-R1", "S-R2", "S-R3.dagen"]
    assert done.zonder == ("S-R3.mensen",)
    again = sign(folder, "jo")
    assert (again.nu, again.changes) == ((), ())
    assert again.al == ("S-R1", "S-R2", "S-R3.dagen")


def test_it_is_only_added_to_a_line_each_so_that_git_merges_it(folder):
    sign(folder, "Jo", "S-R1")
    before = (folder / AKKOORD).read_bytes()
    (folder / AKKOORD).write_bytes(before.rstrip(b"\n") + b"   # gezien\r\n")
    before = (folder / AKKOORD).read_bytes()
    sign(folder, "An", "S-R2")
    after = (folder / AKKOORD).read_bytes()
    assert after.startswith(before.rstrip(b"\r\n"))
    assert after.count(b"- {indicator:") == 2
    assert not told(folder)


PLANTED = [
    ("werkplan", "Er zijn lezingen.", "Er zijn veel lezingen.", "S-R1"),
    ("werkplan", "ca. 6 lezingen", "ca. 5 lezingen", "S-R1"),
    ("werkplan", "ca. 6", "ongeveer 6", "S-R1"),
    ("werkplan", "Ook digitaal.", "Alleen digitaal.", "S-R1"),
    ("werkplan", ", definitie: Ook digitaal.", "", "S-R1"),
    ("werkplan", "marge: 10%", "marge: 20%", "S-R1 S-R2 S-R3.dagen"),
    ("werkplan", "definitie:", "richting: hoger, definitie:", "S-R1"),
    ("werkplan", "De samenwerking is beter.", "De samenwerking is veel beter.", "S-R2"),
    ("werkplan", "dagen: 4 themadagen", "dagen: 3 themadagen", "S-R3.dagen"),
    ("werkplan", "tekst: Er zijn dagen.", "tekst: Er zijn middagen.", "S-R3.dagen"),
    ("jaarverslag", "6 lezingen", "7 lezingen", "S-R1"),
    ("jaarverslag", "6 lezingen", "zes lezingen", "S-R1"),
    ("jaarverslag", "Volgend jaar weer.", "Volgend jaar niet.", "S-R1"),
    ("jaarverslag", "blad 1", "blad 2", "S-R1"),
    ("jaarverslag", "titel: Telling", "titel: Andere telling", "S-R1 S-R3.dagen"),
    ("jaarverslag", "oordeel: gehaald", "oordeel: niet gehaald", "S-R2"),
    ("jaarverslag", "drie afspraken", "vier afspraken", "S-R2"),
    ("jaarverslag", "bron: verslag", "bron: telling", "S-R2"),
    ("jaarverslag", ", vervolg: Volgend jaar weer.}", ", reden: planning}", "S-R1"),
    ("bijstellingen", "", CHANGES, "S-R1"),
]


@pytest.mark.parametrize(("kind", "was", "wordt", "ids"), PLANTED)
def test_every_change_after_akkoord_is_told(folder, kind, was, wordt, ids):
    sign(folder)
    text = {"werkplan": PLAN, "jaarverslag": REPORT, "bijstellingen": ""}[kind]
    assert was in text
    put(folder, kind, text.replace(was, wordt, 1) if was else wordt)
    assert [message.split()[0] for message in told(folder)] == ids.split()
    assert all("na het akkoord van Jo (01-02-2022)" in message for message in told(folder))


LAYOUT = [
    ("werkplan", lambda text: text.replace("\n", "\r\n")),
    ("werkplan", lambda text: "\ufeff# gelezen\n" + text),
    ("werkplan", lambda text: text.replace("dagen: 4 themadagen", 'dagen: {doel: "4 themadagen"}')),
    ("werkplan", lambda text: text.replace("R2: De", "R2:\n        tekst: De")),
    ("werkplan", lambda text: text.replace("wie: noord", "wie: [zuid, oost]")),
    ("jaarverslag", lambda text: text.replace("Er zijn drie", ">-\n      Er zijn\n      drie")),
    ("jaarverslag", lambda text: text.replace("wie: Noor", "wie: Piet")),
    ("jaarverslag", lambda text: text.replace("31-12-2021", "30-12-2021")),
    ("jaarverslag", lambda text: text + "  S-R3.mensen: 40 mensen\n"),
]


@pytest.mark.parametrize(("kind", "change"), LAYOUT)
def test_layout_other_promises_and_who_did_it_are_no_change(folder, kind, change):
    sign(folder)
    put(folder, kind, change({"werkplan": PLAN, "jaarverslag": REPORT}[kind]))
    assert not told(folder)


def test_a_change_that_is_taken_back_or_signed_anew_is_fine(folder):
    sign(folder)
    put(folder, "jaarverslag", REPORT.replace("6 lezingen", "7 lezingen"))
    assert len(told(folder)) == 1
    put(folder, "jaarverslag", REPORT)
    assert not told(folder)
    put(folder, "jaarverslag", REPORT.replace("6 lezingen", "7 lezingen"))
    sign(folder)
    assert not told(folder)


def test_what_is_taken_out_after_akkoord_is_told(folder):
    sign(folder)
    put(folder, "jaarverslag", REPORT.replace("  S-R3.dagen", "# S-R3.dagen"))
    assert [message.split()[0] for message in told(folder)] == ["S-R3.dagen"]


def test_a_file_that_is_evidence_is_part_of_it(folder):
    (folder / "bewijs").mkdir()
    evidence = folder / "bewijs/telling.csv"
    evidence.write_bytes(b"6")
    year = read_year(find_years(folder)[2021], folder)
    year.jaarverslag.tree.value["bronnen"]["telling"]["bestand"] = "bewijs/telling.csv"

    def now():
        return content_hash(year, "S-R1")

    first = now()
    assert first == now()
    evidence.write_bytes(b"7")
    assert now() != first, "another file"
    evidence.write_bytes(b"6")
    assert now() == first
    evidence.unlink()
    assert now() != first, "no file"
    year.jaarverslag.tree.value["bronnen"]["telling"]["bestand"] = "../../etc/hostname"
    assert now() not in (first,), "outside the workspace nothing is read"


def test_an_akkoord_of_nothing(folder):
    sign(folder)
    put(folder, "werkplan", PLAN.replace("R2: De", "R4: De"))
    found = [f for f in api.check(folder).findings if f.kind.slug == "akkoord_zonder_indicator"]
    assert [f.message for f in found] == ["`S-R2` is geen indicator van het werkplan."]
    assert found[0].place.file == AKKOORD


def test_with_four_eyes_two_others_must_sign(folder):
    (folder / "bkl.yaml").write_text("akkoord: {vier_ogen: ja}\n", encoding="utf-8")
    asked = ("akkoord_van_een",)
    sign(folder, "Jo")
    assert [m.split()[0] for m in told(folder, *asked)] == ["S-R1", "S-R2", "S-R3.dagen"]
    sign(folder, "Noor")
    assert [m.split()[0] for m in told(folder, *asked)] == ["S-R3.dagen"], "she gave the figure"
    sign(folder, "An", "S-R3")
    assert not told(folder, *asked)
    sign(folder, "jo")
    (folder / "bkl.yaml").unlink()
    assert not told(folder, *asked)


def test_todo_and_gap_show_it(folder):
    assert "Akkoord" not in show_gap(api.gap(folder), Screen())
    assert not [t for t in api.todo(folder).taken if "akkoord" in t.wat]
    sign(folder, "Jo", "S-R1")
    put(folder, "jaarverslag", REPORT.replace("6 lezingen", "7 lezingen"))
    sign(folder, "Jo", "S-R2")
    shown = show_gap(api.gap(folder), Screen())
    assert "Akkoord: 1 van 4\nGewijzigd na akkoord: S-R1\n" in shown
    assert {(t.id, t.wat) for t in api.todo(folder).taken if "akkoord" in t.wat} == {
        ("S-R1", "akkoord opnieuw"),
        ("S-R3.dagen", "akkoord"),
    }


def test_signing_does_not_make_a_report_stale(folder):
    api.render("jaarverslag", folder, formats=["md"])
    sign(folder)
    assert [one.staat for one in api.stale((), folder)] == ["gelijk"]


def test_what_holds_a_fault_is_not_signed(folder):
    put(folder, "jaarverslag", REPORT.replace("6 lezingen", "2 lezingen"))
    done = sign(folder, selectie="S-R1")
    assert {f.kind.slug for f in done.fouten} >= {"verschil_zonder_reden"}
    assert not (folder / AKKOORD).exists()
    assert sign(folder, selectie="S-R2").changes, "a fault elsewhere is no reason"


def test_who_says_no_signs_nothing(folder):
    assert api.sign(folder, api.SignRequest("Jo", datum=DAY), lambda _: False) is None
    assert not (folder / AKKOORD).exists()


def test_nobody_signs_what_he_did_not_see(folder):
    seen = []

    def agree(result):
        seen.append({id_: figure for id_, _, figure in result.nu}["S-R1"])
        put(folder, "jaarverslag", REPORT.replace("6 lezingen", "7 lezingen"))
        return True

    api.sign(folder, api.SignRequest("Jo", datum=DAY), agree)
    assert seen == ["6 lezingen", "7 lezingen"]
    assert not told(folder)


def test_two_at_once_both_stand(folder):
    people = ["Jo", "An", "Bo"]
    workers = [threading.Thread(target=sign, args=(folder, who)) for who in people]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(30)
    text = yaml.load((folder / AKKOORD).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert sorted({one["wie"] for one in text["akkoorden"]}) == sorted(people)
    assert len(text["akkoorden"]) == 9


def test_no_false_alarm_on_the_real_data(tmp_path):
    (tmp_path / "data").mkdir()
    for path in (ROOT / "data").iterdir():
        (tmp_path / "data" / path.name).write_bytes(path.read_bytes())
    done = api.sign(tmp_path, api.SignRequest("Jo", datum=DAY), lambda _: True)
    assert len(done.nu) > 50
    assert not told(tmp_path)
    assert api.check(tmp_path).fouten == 0


def test_as_people_type_it(folder):
    def bkl(*args):
        done = subprocess.run(
            [sys.executable, "-m", "bkl", "-C", str(folder), *args],
            capture_output=True, encoding="utf-8", check=False, env={**os.environ, "COLUMNS": "80"},
        )  # fmt: skip
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout, done.stderr

    assert bkl("sign")[0] == 2
    code, out, err = bkl("sign", "S-R1", "--wie", "Jo")
    assert code == 1
    assert "S-R1  6 lezingen" in out
    assert "--yes" in err
    assert not (folder / AKKOORD).exists()
    code, out, _ = bkl("sign", "S-R1", "--wie", "Jo", "--datum", "1-2-2022", "--yes")
    assert (code, out.splitlines()[-1]) == (0, f"1 akkoord opgeslagen in {AKKOORD}.")
    assert "datum: 01-02-2022" in (folder / AKKOORD).read_text(encoding="utf-8")
    assert bkl("sign", "X", "--wie", "Jo", "--yes")[0] == 2
    (folder / AKKOORD).write_text("akkoord: 2021\nakkoorden: nee\n", encoding="utf-8")
    assert bkl("sign", "S-R1", "--wie", "Jo", "--yes")[0] == 2


def test_git_merges_what_two_people_signed(folder):
    text = (ROOT / "bkl/api/starting/files/samen/gitattributes").read_text(encoding="utf-8")
    (folder / ".gitattributes").write_text(text, encoding="utf-8")

    def git(*args):
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        subprocess.run(["git", *who, *args], cwd=folder, check=True, capture_output=True)

    sign(folder, "Begin", "S-R1")
    git("init", "--quiet", "--initial-branch=main")
    git("add", "-A")
    git("commit", "-qm", "begin")
    git("checkout", "-qb", "zij")
    sign(folder, "Zij")
    git("commit", "-qam", "zij")
    git("checkout", "-q", "main")
    sign(folder, "Wij")
    git("commit", "-qam", "wij")
    git("merge", "-q", "zij")
    found = yaml.load((folder / AKKOORD).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert [one["wie"] for one in found["akkoorden"]].count("Zij") == 3
    assert [one["wie"] for one in found["akkoorden"]].count("Wij") == 3
    assert api.check(folder).fouten == 0
