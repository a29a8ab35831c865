"""`bkl render --list` and `--check`: what there is, and whether it still fits the data."""

import pytest

from bkl import __version__, api
from bkl.api.rendering import overview
from bkl.api.rendering.matter import read_stof
from bkl.render.formats import md
from tests.render.matter import REPORTS
from tests.render.workspace import bkl, files, new_workspace, program

CONCEPT = 1
"""How a render ends: the data of the fixture have faults."""


@pytest.fixture
def folder(tmp_path):
    return new_workspace(tmp_path)


def make(folder, *rapporten, formats=("md", "html")):
    return [path for one in rapporten for path in api.render(one, folder, formats=formats)]


def change(folder, old="Proef", new="Proef 2", name="werkplan-2021.yaml"):
    path = folder / "data" / name
    text = path.read_text(encoding="utf-8")
    changed = text.replace(f"organisatie: {old}", f"organisatie: {new}") + "# anders\n"
    path.write_text(changed, encoding="utf-8")


def states(folder, *rapporten, **options):
    found = api.stale(rapporten, folder, **options)
    return {stand.path.name: stand.staat for stand in found}


def test_list_names_every_report_with_a_dutch_line():
    assert {info.naam for info in api.rapporten()} >= set(REPORTS)
    for info in api.rapporten():
        assert info.uitleg[0].isupper(), info
        assert info.uitleg.endswith("."), info
        assert " the " not in f" {info.uitleg} ", info
    assert {"md", "html"} <= {info.naam for info in api.formaten() if info.extra is None}


def test_list_says_what_a_format_still_needs(monkeypatch):
    monkeypatch.setattr(md, "PACKAGES", ("bestaat_echt_niet",), raising=False)
    monkeypatch.setattr(md, "EXTRA", "tekst", raising=False)
    assert overview.FormaatInfo("md", "tekst") in api.formaten()


def test_list_on_the_screen(tmp_path):
    code, out, err = bkl(tmp_path, "render", "--list")
    assert (code, err) == (0, "")
    assert out.startswith("Rapporten:\n  ")
    assert "\n\nFormaten:\n" in out
    without = bkl(tmp_path, "render")
    assert without == (2, out, "")


def test_nothing_stands_there(folder):
    assert states(folder) == {}
    assert bkl(folder, "render", "--check") == (
        0,
        "Er staan geen rapporten om te controleren.\n",
        "",
    )


def test_equal_reports_are_equal(folder):
    make(folder, *REPORTS)
    assert set(states(folder).values()) == {"gelijk"}
    before = files(folder)
    code, out, err = bkl(folder, "render", "--check")
    assert (code, out, err) == (0, "Alle 4 rapporten passen bij de gegevens.\n", "")
    assert files(folder) == before


@pytest.mark.parametrize("name", ["werkplan-2021.yaml", "jaarverslag-2021.yaml"])
def test_one_byte_of_data_makes_every_report_stale(folder, name):
    make(folder, *REPORTS)
    before = files(folder / "reports")
    change(folder, name=name)
    assert set(states(folder).values()) == {"verouderd"}
    code, out, _ = bkl(folder, "render", "--check")
    assert code == 1
    assert out.splitlines() == [
        "reports/jaarverslag-2021.html past niet meer bij de gegevens",
        "reports/jaarverslag-2021.md past niet meer bij de gegevens",
        "reports/werkplan-2021.html past niet meer bij de gegevens",
        "reports/werkplan-2021.md past niet meer bij de gegevens",
        "Voer uit:",
        "  bkl render jaarverslag --jaar 2021 --format html --format md",
        "  bkl render werkplan --jaar 2021 --format html --format md",
    ]
    assert files(folder / "reports") == before, "nothing is written"


def test_what_it_says_to_run_mends_it(folder):
    make(folder, "werkplan")
    change(folder)
    out = bkl(folder, "render", "--check")[1]
    for line in out.partition("Voer uit:\n")[2].splitlines():
        assert bkl(folder, *line.split()[1:])[0] == CONCEPT
    assert bkl(folder, "render", "--check")[0] == 0


def test_a_report_changed_by_hand_is_stale(folder):
    page, _ = sorted(make(folder, "werkplan"))
    page.write_bytes(page.read_bytes() + b" ")
    assert states(folder) == {"werkplan-2021.html": "verouderd", "werkplan-2021.md": "gelijk"}


def test_a_template_of_the_workspace_counts(folder):
    make(folder, "werkplan", formats=["md"])
    (folder / "templates").mkdir()
    (folder / "templates" / "_colofon.md.j2").write_text("## Anders\n", encoding="utf-8")
    assert states(folder) == {"werkplan-2021.md": "verouderd"}


def test_a_named_report_must_be_there(folder):
    make(folder, "werkplan", formats=["md"])
    wanted = {"jaarverslag-2021.html": "ontbreekt", "jaarverslag-2021.md": "ontbreekt"}
    assert states(folder, "jaarverslag") == wanted
    assert states(folder, "werkplan") == {"werkplan-2021.md": "gelijk"}
    assert states(folder, "werkplan", formats=["html"]) == {"werkplan-2021.html": "ontbreekt"}
    code, out, _ = bkl(folder, "render", "--check", "jaarverslag", "--format", "md")
    assert code == 1
    assert out.startswith("reports/jaarverslag-2021.md ontbreekt\n")


def test_a_report_of_which_the_data_are_gone_is_named(folder):
    make(folder, "werkplan", formats=["md"])
    (folder / "reports" / "werkplan-2019.md").write_bytes(b"oud")
    assert states(folder) == {"werkplan-2019.md": "onbekend", "werkplan-2021.md": "gelijk"}
    code, out, _ = bkl(folder, "render", "--check")
    assert code == 1
    assert "reports/werkplan-2019.md is niet te controleren. Er zijn geen bestanden" in out
    assert bkl(folder, "render", "--check", "--jaar", "2021")[0] == 0


def test_a_report_that_cannot_be_made_now_is_named(folder):
    make(folder, "jaarverslag", "werkplan", formats=["md"])
    (folder / "data" / "jaarverslag-2021.yaml").unlink()
    assert states(folder)["jaarverslag-2021.md"] == "onbekend"


def test_other_files_in_the_folder_are_left_alone(folder):
    make(folder, "werkplan", formats=["md"])
    for name in ("README.md", "werkplan-2021.md.bak", "verslag-2021.md", "werkplan-21.md"):
        (folder / "reports" / name).write_bytes(b"x")
    assert states(folder) == {"werkplan-2021.md": "gelijk"}


def test_another_folder(folder, tmp_path):
    api.render("werkplan", folder, formats=["md"], output=tmp_path / "uit")
    assert states(folder, output=tmp_path / "uit") == {"werkplan-2021.md": "gelijk"}
    change(folder)
    out = bkl(folder, "render", "--check", "--output", "uit")[1]
    assert out.endswith("--format md --output uit\n")


def test_wrong_use(folder):
    for args, message in (
        (["--check", "werkpln"], "Bedoelde u `werkplan`?"),
        (["--check", "--eject"], "`--check` en `--eject` gaan niet samen."),
        (["werkplan", "--force"], "`--force` hoort bij `--eject`."),
        (["werkplan", "--port", "1"], "`--port` hoort bij `--serve`."),
    ):
        code, out, err = bkl(folder, "render", *args)
        assert (code, out) == (2, "")
        assert message in " ".join(err.split())


def test_unreadable_data_end_the_check(folder):
    make(folder, "werkplan", formats=["md"])
    (folder / "data" / "werkplan-2021.yaml").write_text("werkplan: [", encoding="utf-8")
    code, _, err = bkl(folder, "render", "--check")
    assert code == 2
    assert "data/werkplan-2021.yaml:" in err


@pytest.mark.parametrize("rapport", REPORTS)
def test_the_colophon_names_version_and_digest(folder, rapport):
    digest = read_stof(folder).digest
    for path in make(folder, rapport):
        text = path.read_text(encoding="utf-8")
        assert f"bkl {__version__} " in text
        assert digest[:12] in text


def test_several_reports_at_once_and_open(folder):
    opened = folder / "geopend.txt"
    script = folder / "browser.sh"
    script.write_text(f'#!/bin/sh\necho "$1" >> {opened}\n', encoding="utf-8")
    script.chmod(0o755)
    args = ("render", *REPORTS, "--format", "md", "--format", "html", "--open")
    code, out, _ = program(folder, *args, BROWSER=f"{script} %s")
    assert code == CONCEPT
    assert len(out.split()) == 2 * len(REPORTS) + 1, "the reports, and the page over them"
    page = (folder / "reports" / f"{REPORTS[0]}-2021.html").as_uri()
    assert opened.read_text("utf-8").strip() == page
    code, _, err = bkl(folder, *args)
    assert code == CONCEPT
    assert err.startswith(f"Hier is geen browser te openen. Open zelf {page}\n")
