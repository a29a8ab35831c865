"""`bkl draft` as a user meets it: shows, asks, writes a workspace, replaces nothing."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bkl import api
from bkl.domein.notatie.values.jaren import Planjaren

TODAY = date(2026, 11, 27)
PLAN = Path(__file__).parent / "stijlen/lijsten.txt"


def bkl(folder, *args):
    done = subprocess.run(
        [sys.executable, "-m", "bkl", *map(str, args)],
        capture_output=True, encoding="utf-8", check=False, cwd=folder, timeout=60,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def test_from_a_document_to_a_report(tmp_path):
    code, shown, _ = bkl(tmp_path, "draft", PLAN, "--output", "map", "--yes")
    assert code == 0
    assert "Minimaal 40 buurtbewoners" in shown
    assert "2 onderdelen met 6 resultaten en 7 activiteiten; 12 doelen" in shown
    assert bkl(tmp_path, "-C", "map", "check")[0] == 0
    assert bkl(tmp_path, "-C", "map", "render", "werkplan", "--format", "md")[0] == 0
    made = (tmp_path / "map/reports/werkplan-2024.md").read_text("utf-8")
    assert "Minimaal 40 buurtbewoners" in made


def request(document, output, **options):
    return api.DraftRequest(Path(document), Path(output), **options)


def made(document, output, **options):
    asked = request(document, output, **options)
    result = api.lay_out_draft(asked, api.read_draft(asked, TODAY), TODAY)
    api.save_draft(result)
    return result


def test_nothing_is_written_without_consent(tmp_path):
    assert bkl(tmp_path, "draft", PLAN)[0] == 1
    assert list(tmp_path.iterdir()) == []


def test_a_plan_that_is_there_stays_unless_it_may_go(tmp_path):
    (tmp_path / "data").mkdir()
    plan = tmp_path / "data/werkplan-2024.yaml"
    plan.write_text("van mij\n")
    with pytest.raises(api.Gebruiksfout, match="staat er al"):
        made(PLAN, tmp_path)
    assert plan.read_text() == "van mij\n"
    made(PLAN, tmp_path, vervang=True)
    assert "Minimaal 40" in plan.read_text("utf-8")


def test_one_file_by_its_name(tmp_path):
    made(PLAN, tmp_path / "plan.yaml", jaren=Planjaren(2030, 2030))
    assert [path.name for path in tmp_path.iterdir()] == ["plan.yaml"]
    assert "werkplan: 2030" in (tmp_path / "plan.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("leeg.txt", b"", "leeg"),
        ("oud.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "oud Word-bestand"),
        ("stuk.docx", b"PK\x03\x04" + bytes(600), "beschadigd"),
        ("stuk.pdf", b"%PDF-1.4\nniets", "pdf"),
        ("beeld.png", b"\x89PNG\r\n\x1a\n" + bytes(600), "beeld"),
        ("ruis.txt", bytes(600), "geen leesbare tekst"),
        ("tekst.rtf", b"{\\rtf1 Werkplan}", "RTF"),
        ("nep.docx", b"gewone tekst", "geen docx"),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path, name, data, told):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(api.Gebruiksfout) as refused:
        api.read_draft(request(tmp_path / name, tmp_path), TODAY)
    assert told in refused.value.message
    assert refused.value.cure


@pytest.mark.parametrize(("name", "told"), [("weg.docx", "bestaat niet"), (".", "map")])
def test_what_is_no_document(tmp_path, name, told):
    with pytest.raises(api.Gebruiksfout, match=told):
        api.read_draft(request(tmp_path / name, tmp_path), TODAY)
