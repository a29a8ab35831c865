"""Recording: what is asked is written, what would be wrong is not, and nobody's work is lost."""

import os
import threading
from pathlib import Path

import pytest
import yaml

from bkl import api
from bkl.api.recording.entry import Invoer
from bkl.api.recording.plan import Opname
from bkl.api.workspace import save
from bkl.api.workspace.lock import locked
from tests.recording.workspace import NAME, PLAN, REPORT, new_workspace, report_of

CASES = yaml.safe_load((Path(__file__).parent / "vastleggen.yaml").read_text(encoding="utf-8"))


def one(id_, waarde=None, periode=None, jaar=None, **velden):
    return Opname((Invoer(id_, waarde, periode, velden),), jaar)


def yes(_):
    return True


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["naam"])
def test_cases(case, newline, tmp_path):
    before = REPORT.replace("\n", newline)
    folder = new_workspace(tmp_path, before)
    done = api.record(folder, Opname((Invoer(**case["zet"]),)), yes)
    after = report_of(folder)
    if "weigert" in case:
        (weigering,) = done.geweigerd
        assert case["weigert"] in f"{weigering.message} {weigering.cure}"
        assert weigering.cure
    if "fout" in case:
        assert [finding.kind.slug for finding in done.fouten] == case["fout"]
    if {"weigert", "fout", "zelfde"} & set(case):
        assert after == before, "nothing may be written"
        return
    assert not done.fouten
    for lines in case.get("wordt", ()):
        assert lines.replace("\n", newline) in after
    for lines in case.get("niet", ()):
        assert lines not in after
    (id_,) = {regel.id for regel in done.regels}
    if "oordeel" in case:
        assert done.na[id_].oordeel == case["oordeel"]
    kept = [line for line in before.split(newline) if line.lstrip().startswith("#")]
    assert [line for line in after.split(newline) if line.lstrip().startswith("#")] == kept
    assert api.check(folder).fouten == 0


def test_it_says_what_was_and_what_becomes(tmp_path):
    folder = new_workspace(tmp_path)
    shown = api.propose(folder, one("S-R1", "7 lezingen", reden="vraag hoger", toelichting="Ja."))
    assert [regel[1:4] for regel in shown.regels] == [
        ("realisatie", "6 lezingen", "7 lezingen"),
        ("reden", None, "vraag hoger"),
        ("toelichting", None, "Ja."),
    ]
    assert report_of(folder) == REPORT, "a proposal writes nothing"


def test_a_later_period_moves_the_peildatum_along(tmp_path):
    folder = new_workspace(tmp_path, REPORT.replace("31-12-2021", "01-01-2021"))
    done = api.record(folder, one("S-R1", "2 lezingen", "Q1"), yes)
    assert "peildatum: 31-03-2021" in report_of(folder)
    assert done.regels[-1][:4] == ("", "peildatum", "01-01-2021", "31-03-2021")


def test_a_period_is_found_under_the_name_that_it_has(tmp_path):
    report = REPORT.replace(
        "    bron: telling\n", "    metingen:\n      tweede kwartaal 2021: 1 lezing\n"
    )
    folder = new_workspace(tmp_path, report)
    api.record(folder, one("S-R1", "2 lezingen", "Q2"), yes)
    assert "      tweede kwartaal 2021: 2 lezingen\n" in report_of(folder)
    api.record(folder, one("S-R1", "3 lezingen", "Q1"), yes)
    at_first, at_second = (report_of(folder).index(q) for q in ("Q1 2021", "tweede kwartaal"))
    assert at_first < at_second


def test_a_fault_that_was_there_already_is_no_reason_to_refuse(tmp_path):
    folder = new_workspace(tmp_path, REPORT + "  S-R9: 3\n")
    assert api.check(folder).fouten == 1
    done = api.record(folder, one("S-R3", "3 bijeenkomsten"), yes)
    assert [f.kind.slug for f in done.fouten] == ["verschil_zonder_reden"]
    assert api.record(folder, one("S-R3", "nog niet bekend"), yes).changes


def test_a_new_source_is_described_at_once(tmp_path):
    folder = new_workspace(tmp_path)
    opname = Opname(
        (Invoer("S-R3", velden={"bron": "lijst, blad 1"}),), bronnen={"lijst": "Lijst van 2021"}
    )
    api.record(folder, opname, yes)
    assert "  lijst:\n    titel: Lijst van 2021\n" in report_of(folder)


def test_many_at_once_and_what_cannot_be_recorded_is_named(tmp_path):
    folder = new_workspace(tmp_path, REPORT.replace("S-R1:", "S-R1: &anker"))
    opname = Opname(
        (
            Invoer("S-R1", "6 lezingen", velden={"vervolg": "Ja."}),
            Invoer("S-R4.modules", "3 modules"),
            Invoer("S-R7", "3"),
        )
    )
    done = api.record(folder, opname, yes)
    assert [(w.invoer.id, w.message.partition(": ")[0]) for w in done.geweigerd] == [
        ("S-R7", "`S-R7` is geen indicator van het werkplan."),
        ("S-R1", f"data/{NAME}"),
    ]
    assert "`&anker`" in done.geweigerd[1].message
    assert "  S-R4.modules:\n    realisatie: 3 modules\n" in report_of(folder)


@pytest.mark.parametrize(
    ("day", "message"),
    [("31-02-2021", "De dag `31-02-2021` bestaat niet"), ("ooit", "`ooit` is geen peildatum")],
)
def test_a_peildatum_that_is_no_day(tmp_path, day, message):
    folder = new_workspace(tmp_path)
    opname = Opname((Invoer("S-R3", "4 bijeenkomsten"),), peildatum=day)
    with pytest.raises(api.Gebruiksfout, match=message):
        api.propose(folder, opname)


def test_what_is_not_promised_yet_gets_no_answer(tmp_path):
    folder = new_workspace(tmp_path, plan=PLAN.replace("4 bijeenkomsten", "Nog te  bepalen"))
    for invoer in (Invoer("S-R3", "5"), Invoer("S-R3", velden={"bron": "telling"})):
        (weigering,) = api.propose(folder, Opname((invoer,))).geweigerd
        assert "in 2021 is nog te bepalen" in weigering.message
        assert "`--jaar 2020`" in weigering.cure


def test_without_a_jaarverslag_it_says_how_to_begin_one(tmp_path):
    folder = new_workspace(tmp_path)
    (folder / "data" / NAME).unlink()
    with pytest.raises(api.Gebruiksfout, match="nog geen jaarverslag"):
        api.propose(folder, one("S-R3", "4 bijeenkomsten"))


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path):
    folder = new_workspace(tmp_path, REPORT + "  S-R2: *x\n")
    with pytest.raises(api.Onbruikbaar):
        api.record(folder, one("S-R3", "4 bijeenkomsten"), yes)


def test_who_says_no_keeps_the_file(tmp_path):
    folder = new_workspace(tmp_path)
    assert api.record(folder, one("S-R3", "nog niet bekend"), lambda _: False) is None
    assert report_of(folder) == REPORT


def test_what_an_editor_saves_while_one_is_asked_is_kept(tmp_path):
    folder = new_workspace(tmp_path)
    path = folder / "data" / NAME
    asked = []

    def agree(voorstel):
        asked.append(voorstel)
        path.write_text(REPORT.replace("# van ons", "# van de werkgroep"), encoding="utf-8")
        return True

    api.record(folder, one("S-R3", "nog niet bekend"), agree)
    assert len(asked) == 1, "another line: nothing new to ask"
    assert "# van de werkgroep" in report_of(folder)
    assert "S-R3: nog niet bekend" in report_of(folder)


def test_the_same_value_changed_meanwhile_is_asked_anew(tmp_path):
    folder = new_workspace(tmp_path)
    path = folder / "data" / NAME
    asked = []

    def agree(voorstel):
        asked.append(voorstel.regels)
        if len(asked) == 1:
            path.write_text(REPORT.replace("4 bijeen", "niet gemeten #"), encoding="utf-8")
        return len(asked) == 1

    assert api.record(folder, one("S-R3", "nog niet bekend"), agree) is None
    assert [regels[0].oud for regels in asked] == ["4 bijeenkomsten", "niet gemeten"]
    assert "niet gemeten #komsten" in report_of(folder)


def test_what_is_saved_just_before_the_replacing_is_kept(tmp_path, monkeypatch):
    """An editor knows no lock: the file is compared once more at the last moment."""
    folder = new_workspace(tmp_path)
    path = folder / "data" / NAME
    looked = []
    real = save.expect_unchanged

    def look(changes):
        looked.append(1)
        if len(looked) == 2:
            path.write_text(REPORT.replace("# geteld", "# herteld"), encoding="utf-8")
        real(changes)

    monkeypatch.setattr(save, "expect_unchanged", look)
    api.record(folder, one("S-R3", "nog niet bekend"), yes)
    assert "# herteld" in report_of(folder)
    assert "S-R3: nog niet bekend" in report_of(folder)


def test_another_waits_for_the_lock_and_loses_nothing(tmp_path):
    folder = new_workspace(tmp_path)
    ids = ["S-R3", "S-A1", "S-R4.modules", "S-R4.deelnemers"]
    done = []

    def work(id_):
        done.append(api.record(folder, one(id_, "nog niet bekend"), yes))

    workers = [threading.Thread(target=work, args=(id_,)) for id_ in ids]
    with locked(folder / "data"):
        for worker in workers:
            worker.start()
        workers[0].join(0.3)
        assert report_of(folder) == REPORT, "all wait"
    for worker in workers:
        worker.join(20)
    text = report_of(folder)
    assert len(done) == 4
    assert all(f"{id_}:" in text for id_ in ids)


@pytest.mark.skipif(os.name == "nt", reason="Windows vergrendelt een eigen bestand.")
def test_no_lock_file_is_left_behind(tmp_path):
    folder = new_workspace(tmp_path)
    api.record(folder, one("S-R3", "nog niet bekend"), yes)
    assert sorted(os.listdir(folder / "data")) == [NAME, "werkplan-2021.yaml"]
    assert sorted(os.listdir(folder)) == ["data"]


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_held_open_by_another_program_on_windows(tmp_path, monkeypatch, code):
    def held(*_):
        fault = PermissionError(13, "Access is denied", str(NAME))
        fault.winerror = code
        raise fault

    folder = new_workspace(tmp_path)
    monkeypatch.setattr(save, "write_atomic", held)
    with pytest.raises(api.Gebruiksfout, match="in gebruik bij een ander programma"):
        api.record(folder, one("S-R3", "nog niet bekend"), yes)
    assert report_of(folder) == REPORT
    assert sorted(os.listdir(folder / "data")) == [NAME, "werkplan-2021.yaml"]
