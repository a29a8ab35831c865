"""The commands as people type them: what is printed where, and the exit code."""

import io
import json
import re
import shutil
import sys

import pytest
from typer.testing import CliRunner

from bkl import __version__, api
from bkl.cli import app
from bkl.cli.common.options import modules
from bkl.cli.common.progress import Progress, made_lines
from tests.printers.goldens import FIXTURE

COMMANDS = ["check", "gap", "render"]
ENGLISH = re.compile(
    r"\b(usage|options?:|commands?:|arguments?:|show this|exit\.|error|default|missing|invalid|"
    r"did you mean|try|for help|unexpected|such|required)\b",
    re.IGNORECASE,
)


@pytest.fixture
def run(monkeypatch):
    """Run bkl in the fixture; return (exit code, stdout, stderr)."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def run(*args, folder=FIXTURE):
        monkeypatch.chdir(folder)
        done = CliRunner().invoke(app, args, prog_name="bkl")
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.stdout, done.stderr

    return run


@pytest.fixture
def clean(tmp_path):
    """Return a workspace without a single finding."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "werkplan-2021.yaml").write_text(
        "werkplan: 2021\norganisatie: Proef\nthemas:\n  A: Meedoen\nspeerpunten:\n  A:\n"
        "    ambitie: Iets.\n    resultaten:\n      R1:\n        tekst: Iets.\n"
        "        doel: 3 dingen\n",
        encoding="utf-8",
    )
    return tmp_path


@pytest.mark.parametrize("args", [[], *([name] for name in COMMANDS)])
def test_help_is_dutch_and_complete(run, args):
    code, out, err = run(*args, "--help")
    assert (code, err) == (0, "")
    assert out.startswith("Gebruik: bkl " + " ".join(args))
    for part in ("Opties:", "--help", "Voorbeelden:\n  bkl "):
        assert part in out
    assert not ENGLISH.search(out.replace("--strict", "")), ENGLISH.search(out)
    assert all(len(line) <= 80 for line in out.splitlines())


def test_help_names_every_command_and_option(run):
    out = run("--help")[1]
    for name in (*COMMANDS, "-C MAP", "--version", "--install-completion", "--show-completion"):
        assert name in out
    for command, options in (
        ("check", ("--format", "--strict", "--jaar", "[BESTAND…]", *modules("printers/check"))),
        ("gap", ("--format", "--status", "--jaar", "[SELECTIE]", *modules("printers/gap"))),
        ("render", ("--format", "--output", "--jaar", "RAPPORT", "jaarverslag")),
    ):
        out = run(command, "--help")[1]
        assert all(option in out for option in options)


def test_nothing_to_do_shows_the_help(run):
    code, out, _ = run()
    assert code == 2
    assert out == run("--help")[1]


def test_version(run):
    assert run("--version") == (0, f"bkl {__version__}\n", "")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["gpa"], "Er is geen opdracht `gpa`. → Bedoelde u `gap`?"),
        (["zzz"], "Er is geen opdracht `zzz`. → Zie `bkl --help`."),
        (["gap", "--frmat", "x"], "Er is geen optie `--frmat`. → Bedoelde u `--format`?"),
        (["gap", "-x"], "Er is geen optie `-x`. → Zie `bkl gap --help`."),
        (["gap", "-C", "x"], "Er is geen optie `-C`. → Zet `-C` vóór de opdracht: `bkl -C … gap`."),
        (["gap", "--jaar"], "Na `--jaar` hoort een waarde. → Zie `bkl gap --help`."),
        (["check", "--strict=1"], "Na `--strict` hoort geen waarde. → Zie `bkl check --help`."),
        (["gap", "a", "b"], "Dit is te veel: `b`. → Zie `bkl gap --help`."),
        (["render", "--list", "--check"], "`--list` en `--check` gaan niet samen."),
        (["check", "--all", "--jaar", "2021"], "`--all` gaat niet samen met `--jaar` of"),
        (["check", "--all", "a.yaml"], "`--all` gaat niet samen met `--jaar` of bestanden."),
        (["gap", "--jaar", "20x1"], "`20x1` is geen jaartal."),
        (["gap", "--jaar", "²³²³"], "`²³²³` is geen jaartal."),
        (["gap", "--format", "tabel"], "`tabel` is geen formaat. Bedoelde u `table`?"),
        (["check", "--format", "x"], "`x` is geen formaat. Kies uit: concise, github, json"),
        (["render", "jaarverslag", "--format", "htm"], "Bedoelde u `html`?"),
        (["gap", "--status", "niet-gehald"], "Bedoelde u `niet gehaald`?"),
        (["-C", "/bestaat/niet", "gap"], "De map `/bestaat/niet` bestaat niet."),
        (["gap", "ZZ"], "`ZZ` is geen speerpunt, thema, doelgroep, onderdeel of indicator."),
        (["gap", "--jaar", "1999"], "Er zijn geen bestanden van 1999. → Kies uit: 2021."),
        (["check", "nee.yaml"], "Het bestand `nee.yaml` bestaat niet."),
        (["render", "jaarverslg"], "Er is geen rapport `jaarverslg`."),
        (["gap", "\x1b[31m"], "`␛[31m` is geen speerpunt"),
        (["gap", ""], "`` is geen speerpunt"),
    ],
)
def test_wrong_use_is_explained(run, args, message):
    code, out, err = run(*args)
    assert (code, out) == (2, "")
    assert err.startswith("fout  ")
    said = " ".join(err.split())
    assert message in said
    assert not ENGLISH.search(said), said


def test_nowhere_near_a_workspace(run, tmp_path):
    for command in ("check", "gap"):
        code, _, err = run(command, folder=tmp_path)
        assert code == 2
        assert "geen map `data`" in err


def test_check_exits_by_severity(run, clean):
    assert run("check")[0] == 1
    assert run("check", folder=clean) == (0, "Geen fouten in 1 bestand.\n", "")
    plan = clean / "data" / "werkplan-2021.yaml"
    plan.write_text(plan.read_text("utf-8").replace("3 dingen", "ca. 30 dingen"), encoding="utf-8")
    code, out, _ = run("check", folder=clean)
    assert (code, "waarschuwing" in out) == (0, True)
    assert run("check", "--strict", folder=clean)[0] == 1


def test_check_formats(run):
    code, out, _ = run("check", "--format", "json")
    assert code == 1
    assert json.loads(out)["fouten"] == 1
    said = run("check", "--format", "GitHub")[1]
    # from the top of the repository, where this folder is in one
    assert re.match(r"::warning file=(tests/printers/fixture/)?data/", said)


def test_unreadable_yaml_is_a_finding_for_check_and_no_use_for_gap(run, clean):
    plan = clean / "data" / "werkplan-2021.yaml"
    plan.write_text('werkplan: "2021\n', encoding="utf-8")
    code, out, _ = run("check", folder=clean)
    assert (code, "fout BKL0" in out) == (1, True)
    for command in (["gap"], ["render", "jaarverslag"]):
        code, out, err = run(*command, folder=clean)
        assert (code, out) == (2, "")
        assert "data/werkplan-2021.yaml:1" in err
        assert "De bestanden zijn zo niet te gebruiken." in err


def test_c_means_as_if_there(run, tmp_path, clean):
    here = run("gap", "--format", "json")
    assert run("-C", str(FIXTURE), "gap", "--format", "json", folder=tmp_path) == here
    file = "data/werkplan-2021.yaml"
    assert run("-C", str(clean), "check", file, folder=tmp_path / "data")[0] == 0


def test_gap_selects_and_filters(run):
    read = json.loads(run("gap", "bd-r4", "--format", "json")[1])
    assert len(read["indicatoren"]) == 3
    args = ("--status", "niet-gehaald", "--status", "Vervallen")
    read = json.loads(run("gap", *args, "--format", "json")[1])
    assert {row["oordeel"] for row in read["indicatoren"]} == {"niet gehaald", "vervallen"}


def test_render_names_what_it_wrote(run, tmp_path):
    shutil.copytree(FIXTURE / "data", tmp_path / "data")
    code, out, _ = run("render", "jaarverslag", "--format", "md", folder=tmp_path)
    # the data of the fixture have one fault: the report is there, as a concept
    assert (code, out) == (1, "reports/jaarverslag-2021.md\n")
    assert (tmp_path / out.strip()).is_file()
    args = ("-C", str(tmp_path), "render", "jaarverslag", "--format", "md", "--output", "uit")
    assert run(*args, folder=tmp_path / "data")[1] == "../uit/jaarverslag-2021.md\n"
    assert (tmp_path / "uit" / "jaarverslag-2021.md").is_file()


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied", "x.yaml"), OSError()])
def test_what_the_system_refuses_is_said_in_dutch(run, monkeypatch, error):
    def refuse(*_, **__):
        raise error

    monkeypatch.setattr(api, "gap", refuse)
    code, _, err = run("gap")
    assert code == 2
    assert f"Lezen of opslaan lukt niet{' bij `x.yaml`' if error.filename else ''}: " in err
    assert not ENGLISH.search(err)
    assert "denied" not in err
    assert "→" in err


@pytest.mark.parametrize("how", [KeyboardInterrupt, EOFError])
def test_interruption_is_quiet(run, monkeypatch, how):
    def interrupt(*_, **__):
        raise how

    monkeypatch.setattr(api, "gap", interrupt)
    code, out, err = run("gap")
    assert (code, out, err.strip()) == (130, "", "")


def test_render_all_makes_what_can_be_made(run, clean):
    shutil.copytree(FIXTURE / "data", clean / "vol" / "data")
    code, out, _ = run("render", "all", "--format", "md", folder=clean / "vol")
    assert code == 1
    assert out.split() == [f"reports/{name}-2021.md" for name in modules("render/views")]
    code, out, err = run("render", "all", "--format", "md", folder=clean)
    assert code == 2
    assert out.split() == [
        f"reports/{name}-2021.md" for name in ("factsheets", "regels", "werkplan")
    ]
    assert err.count("Er is geen jaarverslag over 2021.") == 1


def test_on_a_terminal_each_report_has_its_size_and_time(monkeypatch, tmp_path):
    paths = [tmp_path / "a.md", tmp_path / "lang.html"]
    for path, size in zip(paths, (999, 1_234_001), strict=True):
        path.write_bytes(b"x" * size)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    seconds = {"md": 0.04, "html": 12.34}
    assert made_lines(paths, seconds) == "a.md\nlang.html\n"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert made_lines(paths, seconds) == (
        "a.md           1 kB   0,0 s\nlang.html  1.235 kB  12,3 s\n"
    )


def test_who_waits_sees_which_step_of_how_many(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr("sys.stderr", Terminal())
    monkeypatch.setattr("bkl.cli.common.progress.PATIENCE", 0)
    monkeypatch.setenv("TERM", "xterm")
    with Progress(3) as progress:
        tell = progress.of("jaarverslag")
        tell("md")
        tell("pdf")
        progress.rest()
        shown = sys.stderr.getvalue()
    assert "jaarverslag: pdf maken" in shown
    assert "2/3" in shown


def test_nobody_is_told_in_a_file(monkeypatch):
    monkeypatch.setattr("sys.stderr", io.StringIO())
    monkeypatch.setattr("bkl.cli.common.progress.PATIENCE", 0)
    with Progress(1) as progress:
        progress.of("jaarverslag")("md")
        assert sys.stderr.getvalue() == ""
