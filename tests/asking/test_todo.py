"""todo: every open question once, at the right person, due on the right day."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from bkl import api
from bkl.printers.screen import Screen
from bkl.printers.todo import csv as csv_printer
from bkl.printers.todo import ics, markdown, table
from bkl.printers.todo import json as json_printer

ROOT = Path(__file__).parent.parent.parent
PLAN = """\
werkplan: 2021
organisatie: Voorbeeld
speerpunten:
  S:
    resultaten:
      R1: {tekst: Er zijn lezingen., doel: 6 lezingen, wie: team zuid, deadline: 30-06-2021}
      R2: De samenwerking is beter.
      R3: {tekst: "Er zijn =dagen; veel, en meer.", doel: 4 themadagen, wie: [team zuid, Noor]}
      R4:
        tekst: Er zijn modules.
        wie: Noor
        indicatoren: {modules: 3 modules, gereed: ja, dagen: {doel: 2 themadagen, wie: team zuid}}
      R5: {tekst: Er komen haltes., mijlpalen: {Q2 2021: 3 haltes, eind 2021: 6 haltes}}
      R6: {tekst: Klaar., doel: 2 themadagen}
"""
REPORT = """\
jaarverslag: 2021
peildatum: 31-12-2021
bronnen: {telling: {titel: Telling}}
realisaties:
  S-R1: {realisatie: 4 lezingen, bron: telling}
  S-R3: nog niet bekend
  S-R4.gereed: ja
  S-R6: {realisatie: 2 themadagen, bron: telling}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/werkplan-2021.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "data/jaarverslag-2021.yaml").write_text(REPORT, encoding="utf-8")
    return tmp_path


def short(result):
    return [(f"{t.uiterlijk:%d-%m}", t.id, t.wat, ", ".join(t.wie)) for t in result.taken]


def test_every_question_once_by_the_day_on_which_it_is_due(folder):
    assert short(api.todo(folder)) == [
        ("30-06", "S-R1", "reden", "team zuid"),
        ("30-06", "S-R1", "toelichting", "team zuid"),
        ("30-06", "S-R5", "cijfer Q2 2021", ""),
        ("31-12", "S-R2", "oordeel", ""),
        ("31-12", "S-R3", "cijfer", "team zuid, Noor"),
        ("31-12", "S-R4.modules", "cijfer", "Noor"),
        ("31-12", "S-R4.gereed", "bron", "Noor"),
        ("31-12", "S-R4.dagen", "cijfer", "team zuid"),
        ("31-12", "S-R5", "cijfer", ""),
    ]


def test_of_one_person_and_before_a_day(folder):
    noor = api.todo(folder, wie=["noor"])
    assert [t.id for t in noor.taken] == ["S-R3", "S-R4.modules", "S-R4.gereed"]
    assert [naam for naam, _ in noor.groepen()] == ["Noor"], "only who was asked for"
    june = api.todo(folder, voor=date(2021, 6, 30))
    assert {t.id for t in june.taken} == {"S-R1", "S-R5"}
    assert api.todo(folder, voor="Q2").taken == june.taken
    assert api.todo(folder, voor="week 25").taken == ()
    with pytest.raises(api.Gebruiksfout, match="nergens"):
        api.todo(folder, wie=["Piet"])
    with pytest.raises(api.Gebruiksfout, match="geen week 53"):
        api.todo(folder, voor="week 53")


def test_what_more_than_one_must_give_stands_with_each(folder):
    groepen = dict(api.todo(folder).groepen())
    assert list(groepen) == ["Noor", "team zuid", ""]
    assert "S-R3" in {t.id for t in groepen["Noor"]} & {t.id for t in groepen["team zuid"]}


def test_an_answer_takes_the_question_away(folder):
    before = len(api.todo(folder).taken)
    opname = api.Opname((api.Invoer("S-R3", "4 themadagen", velden={"bron": "telling"}),))
    assert api.record(folder, opname, lambda _: True).changes
    after = api.todo(folder)
    assert len(after.taken) == before - 1
    assert "S-R3" not in {t.id for t in after.taken}


def test_a_report_that_cannot_be_read_is_told_and_its_answers_are_not_asked_again(folder):
    (path,) = (folder / "data").glob("jaarverslag-*.yaml")
    path.write_text("jaarverslag: 2021\nrealisaties: {a: [\n", encoding="utf-8")
    with pytest.raises(api.Onbruikbaar) as fault:
        api.todo(folder)
    assert fault.value.findings[0].kind.slug == "leesfout"


def test_evidence_that_is_gone_is_asked_of_every_figure_that_rests_on_it(folder):
    path = folder / "data/jaarverslag-2021.yaml"
    named = REPORT.replace("{titel: Telling}", "{titel: Telling, bestand: bewijs/telling.csv}")
    path.write_text(named, encoding="utf-8")
    asked = {t.id for t in api.todo(folder).taken if t.wat == "bewijs"}
    assert asked == {"S-R1", "S-R6"}
    (folder / "bewijs").mkdir()
    (folder / "bewijs/telling.csv").write_text("lezingen;4\n", encoding="utf-8")
    assert "bewijs" not in {t.wat for t in api.todo(folder).taken}


def test_on_the_real_data_every_open_verdict_is_asked_for():
    result = api.todo(ROOT)
    rows = api.gap(ROOT).rijen
    open_ = {
        r.vergelijking.entry.id for r in rows if r.vergelijking.oordeel == "niet gerapporteerd"
    }
    assert open_ <= {t.id for t in result.taken}
    assert not {t.id for t in result.taken if not t.plaats.startswith("data/")}


def test_at_the_terminal(folder):
    shown = table.show(api.todo(folder), Screen(80))
    assert shown.startswith("Wat er nog ontbreekt over 2021\n\nNoor (3)\n  31-12-2021  S-R3")
    assert "  30-06-2021  S-R1          reden, toelichting (6 lezingen)\n" in shown
    assert "9 vragen over 7 toezeggingen van 2021." in shown
    assert max(map(len, shown.splitlines())) <= 80
    nothing = table.show(api.todo(folder, voor=date(2020, 1, 1)), Screen())
    assert nothing == "Er ontbreekt niets over 2021.\n"


def test_as_a_list_to_tick(folder):
    shown = markdown.show(api.todo(folder), Screen())
    assert "## Niemand genoemd" in shown
    assert (
        "- [ ] **S-R1** Er zijn lezingen (doel: 6 lezingen): reden, uiterlijk 30-06-2021." in shown
    )


def test_for_a_spreadsheet(folder):
    shown = csv_printer.show(api.todo(folder), Screen())
    assert shown.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(shown[1:]), delimiter=";"))
    assert rows[4]["wie"] == "team zuid, Noor"
    assert rows[4]["tekst"] == "Er zijn =dagen; veel, en meer."
    assert [row["id"] for row in rows] == [taak.id for taak in api.todo(folder).taken]


def test_for_programs(folder):
    told = json.loads(json_printer.show(api.todo(folder), Screen()))
    assert told["versie"] == 1
    assert told["taken"][0] == {
        "id": "S-R1",
        "tekst": "Er zijn lezingen.",
        "doel": "6 lezingen",
        "wat": "reden",
        "vraag": told["taken"][0]["vraag"],
        "wie": ["team zuid"],
        "uiterlijk": "2021-06-30",
        "plaats": "data/jaarverslag-2021.yaml:5",
        "opdracht": None,
    }


def test_for_a_calendar(folder):
    shown = ics.show(api.todo(folder), Screen())
    assert shown == ics.show(api.todo(folder), Screen())
    lines = shown.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert all(len(line.encode()) <= 75 for line in lines)
    whole = shown.replace("\r\n ", "")
    assert "SUMMARY:bkl 2021: 3 cijfers aanleveren (Noor)" in whole
    assert "DTSTART;VALUE=DATE:20210630\r\nDTEND;VALUE=DATE:20210701" in whole
    assert r"S-R1: reden\, toelichting" in whole
    assert len({line for line in lines if line.startswith("UID:")}) == shown.count("BEGIN:VEVENT")
