"""A whole year by commands alone: from an empty folder to a signed PDF and next year's plan.

In between a form goes through LibreOffice, where that is installed.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from pypdf import PdfReader

from tests.sheets.workbooks import fill

OFFICE = shutil.which("soffice")
ANSWERS = {
    ("P-A3.deelnemers", "cijfer"): "55 deelnemers",
    ("P-A3.deelnemers", "bron"): "Eigen telling 2025",
    ("P-A3.deelnemers", "reden"): "vraag lager",
    ("P-A3.deelnemers", "uitleg"): "Er meldden zich minder mensen aan.",
    ("P-A4", "cijfer"): "ja",
    ("P-A4", "bron"): "Eigen telling 2025",
}
SIGNED = "ondertekening: {status: vastgesteld, datum: 01-02-2026}\n"


class Person:
    """Somebody who types commands in a folder; every one must end well."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def types(self, *args: str, code: int = 0) -> str:
        """Return what the command says."""
        done = subprocess.run(
            [sys.executable, "-m", "bkl", *args], cwd=self.folder, capture_output=True,
            encoding="utf-8", check=False, env={**os.environ, "NO_COLOR": "1"},
        )  # fmt: skip
        assert done.returncode == code, (args, done.stdout, done.stderr)
        return done.stdout


def through_office(form: Path, folder: Path) -> Path:
    """Return the form as LibreOffice saves it; the form itself where there is no LibreOffice."""
    if OFFICE is None:
        return form
    profile = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
    subprocess.run(
        [OFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", folder, form],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return folder / form.name


def test_a_year_from_an_empty_folder_to_a_signed_pdf(tmp_path):
    person = Person(tmp_path)
    person.types("init", "huis", "--soort", "lijst", "--organisatie", "Huis", "--jaar", "2025",
                 "--yes")  # fmt: skip
    person.folder = tmp_path / "huis"
    person.types("check")
    telling = ("--bron", "telling")
    person.types("set", "P-A2", "5 bijeenkomsten", *telling, "--brontitel", "Eigen telling 2025",
                 "--yes")  # fmt: skip
    person.types("set", "P-A3.trainingen", "4 trainingen", *telling, "--reden", "capaciteit",
                 "--toelichting", "De trainer was ziek.", "--yes")  # fmt: skip
    assert "3 vragen" in person.types("todo")

    person.types("form")
    (form,) = (person.folder / "formulieren").glob("*.xlsx")
    filled = through_office(fill(form, ANSWERS), tmp_path)
    said = person.types("import", str(filled), "--yes")
    assert "vraag lager (nieuw)" in said
    person.types("set", "P-A1", "gehaald", *telling, "--onderbouwing", "Drie verenigingen.",
                 "--yes")  # fmt: skip
    assert "Er ontbreekt niets over 2025." in person.types("todo")

    verslag = person.folder / "data" / "jaarverslag-2025.yaml"
    with verslag.open("a", encoding="utf-8") as stream:
        stream.write(SIGNED)
    person.types("sign", "P-A2", "--wie", "directeur", "--yes")
    person.types("render", "jaarverslag", "--format", "pdf")
    assert "concept, 4 nog zonder akkoord" in title_page(person.folder)
    person.types("sign", "--wie", "directeur", "--yes")
    person.types("check", "--ignore", "rapporten")
    person.types("render", "jaarverslag", "--format", "pdf")
    assert "vastgesteld op 1 februari 2026" in title_page(person.folder)

    # a change afterwards: asked for again, and a concept once more
    person.types("set", "P-A2", "6 bijeenkomsten", "--toelichting", "Er was meer vraag.",
                 "--reden", "vraag hoger", "--yes")  # fmt: skip
    assert "akkoord opnieuw" in person.types("todo")
    person.types("render", "jaarverslag", "--format", "pdf")
    assert "concept, 1 nog zonder akkoord" in title_page(person.folder)
    person.types("next", "--yes")
    assert (person.folder / "data" / "werkplan-2026.yaml").is_file()


def title_page(folder: Path) -> str:
    pages = PdfReader(folder / "reports" / "jaarverslag-2025.pdf").pages
    return " ".join(pages[0].extract_text().split())
