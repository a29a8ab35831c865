"""Several formats of one report in one go: the same bytes, and made from the same Markdown."""

import pytest

from bkl.render import Rapportfout, Uitgave, document, render_report
from tests.render.matter import ALLE, fixture_stof
from tests.render.test_pdf import LACKING, Missing, lack
from tests.render.workspace import bkl, calm_workspace

FORMATS = ("html", "md", "docx", "json", "html")


@pytest.mark.parametrize("rapport", ALLE)
def test_a_format_does_not_depend_on_those_before_it(rapport):
    uitgave = Uitgave(rapport, fixture_stof())
    for fmt in FORMATS:
        assert uitgave.render(fmt) == render_report(rapport, fmt, fixture_stof()), fmt


def test_what_formats_share_is_made_once(monkeypatch):
    made = []
    real = document.build_document
    monkeypatch.setattr(document, "build_document", lambda *args: made.append(args) or real(*args))
    uitgave = Uitgave("dashboard", fixture_stof())
    for fmt in FORMATS:
        uitgave.render(fmt)
    assert len(made) == 1


@pytest.mark.parametrize(("rapport", "fmt"), [("weg", "md"), ("werkplan", "weg")])
def test_unknown_names_are_refused(rapport, fmt):
    with pytest.raises(Rapportfout, match="`weg`"):
        Uitgave(rapport, fixture_stof()).render(fmt)


def test_each_missing_part_is_followed_by_its_own_cure(monkeypatch, tmp_path):
    folder = calm_workspace(tmp_path / "w")
    lack(monkeypatch, LACKING["weasyprint"][0])
    lack(monkeypatch, Missing("docx", ModuleNotFoundError(name="docx")))
    code, _, err = bkl(folder, "render", "werkplan", "dashboard", "--format", "all")
    assert code == 2
    said = [" ".join(part.split()) for part in err.split("fout ")[1:]]
    assert said == [
        f"Voor een {kind} ontbreekt het onderdeel `{part}`. → Voer dit uit: pip install {extra}"
        for kind, part, extra in (
            ("Word-document", "docx", '"pyphen>=0.17" "python-docx>=1.2" "resvg_py>=0.5"'),
            ("pdf", "weasyprint", '"font-source-sans-pro>=0.0.1" "pikepdf>=10" "weasyprint>=70"'),
        )
    ]
