"""Many workspaces together: each is judged once, counted once, and never lost."""

import json
import os
import shutil
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from python_calamine import CalamineWorkbook
from typer.testing import CliRunner

from bkl import api
from bkl.api.leaves import leaf
from bkl.cli import app
from bkl.portfolio.dataset import Dataset
from tests.portfolio.orgs import LES, WHY, Belofte, asked, org

RUN = CliRunner()
OLD = 1_600_000_000


@pytest.fixture
def orgs(tmp_path):
    return written(tmp_path / "orgs")


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Three organisations with what is asked of them, in a dataset that a test only reads."""
    folder = tmp_path_factory.mktemp("telling")
    update(folder, written(folder / "orgs"), eisen=asked(folder / "eis"))
    return folder


def written(folder):
    org(folder, "noord", [LES, Belofte("10 lessen", "meer dan 4 lessen", "prov:lessen@2")])
    org(folder, "west", [LES, Belofte("4 lessen", None, "prov:lessen@2")], thema="Z")
    org(folder, "zuid", [Belofte("6 lessen", "7 lessen", "prov:lessen@1"), Belofte("ja", "nee")])
    return folder


def update(tmp_path, *sources, **options):
    options = {"processen": 1, "dataset": tmp_path / "uit", **options}
    return api.update_portfolio(api.PortfolioRequest(bronnen=list(sources), **options))


def counted(tmp_path, **options):
    return api.portfolio(tmp_path / "uit", **options)


def bytes_of(folder):
    paths = [path for path in sorted(folder.rglob("*.parquet")) if ".bkl" not in path.parts]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def standing(tmp_path):
    return {one.werkmap: one.stand for one in counted(tmp_path).aandacht}


def run(tmp_path, *args):
    done = RUN.invoke(app, ["-C", str(tmp_path), "portfolio", "--dataset", "uit", *args])
    return done.exit_code, " ".join(done.output.split())


def test_counts_add_up_to_n_and_say_what_is_certain(told):
    alle = counted(told).alle
    assert alle.n == sum(alle.aantallen.values()) == 6
    assert (alle.gehaald, alle.mogelijk) == (3, 5)
    assert alle.werkmappen == 3
    themas = counted(told, per="thema").groepen
    assert [(one.sleutel, one.n) for one in themas] == [("Wonen", 4), ("Zorg", 2)]
    for verdeling in ("jaar", "organisatie", "financier", "definitie", "thema"):
        groepen = counted(told, per=verdeling).groepen
        assert sum(one.n for one in groepen) == 6, verdeling
    assert counted(told, jaar=1999).alle.n == 0


def test_only_what_is_the_same_is_added_and_silence_makes_it_at_least(told):
    totalen = {one.definitie: one for one in counted(told).totalen}
    two, one = totalen["prov:lessen@2"], totalen["prov:lessen@1"]
    assert (two.laagste, two.laagste_open, two.hoogste) == (Decimal(16), True, None)
    assert (two.belofte, two.indicatoren, two.zonder_cijfer) == (Decimal(26), 4, 1)
    assert (one.laagste, one.hoogste) == (Decimal(7), Decimal(7)), "another version is another"


def test_without_permission_nothing_is_added(tmp_path, orgs):
    update(tmp_path, orgs)
    assert counted(tmp_path).totalen == ()


def test_people_may_be_counted_twice_and_money_may_be_lost(tmp_path):
    folder = tmp_path / "orgs"
    org(folder, "a", [Belofte("30 mensen", "40 mensen", "prov:mensen@1")])
    org(folder, "b", [Belofte("30 mensen", "25 mensen", "prov:mensen@1")])
    org(folder, "c", [Belofte("minimaal € 10", "€ 5", "prov:saldo@1")])
    org(folder, "d", [Belofte("minimaal € 10", None, "prov:saldo@1")])
    org(folder, "e", [Belofte("een 7", "een 8", "prov:cijfer@1")])
    update(tmp_path, folder, eisen=asked(tmp_path / "eis"))
    totalen = {one.definitie: one for one in counted(tmp_path).totalen}
    assert set(totalen) == {"prov:mensen@1", "prov:saldo@1"}, "a mark is never added"
    people, money = totalen["prov:mensen@1"], totalen["prov:saldo@1"]
    assert (people.laagste, people.hoogste) == (Decimal(40), Decimal(65))
    assert (money.laagste, money.hoogste) == (None, None), "what is silent may be a loss"


def test_each_number_leads_to_a_file_and_a_line(told):
    rows = api.portfolio_rows(told / "uit", {"oordeel": "niet-gerapporteerd"})
    (row,) = rows
    assert row.plaats == "west/data/werkplan-2021.yaml:9"
    line = (told / "orgs" / row.plaats.partition(":")[0]).read_text("utf-8").splitlines()[8]
    assert line.strip().startswith("R2:")
    for key, number in (("wonen", 4), ("Zorg", 2)):
        assert len(api.portfolio_rows(told / "uit", {"thema": key})) == number
    assert len(api.portfolio_rows(told / "uit", {"definitie": "-"})) == 1
    for wrong, says in (({"tema": "x"}, "thema"), ({"thema": "Wonne"}, "Bedoelde u `Wonen`")):
        with pytest.raises(api.Gebruiksfout, match=says):
            api.portfolio_rows(told / "uit", wrong)


def test_only_what_changed_is_judged_again(tmp_path, orgs):
    first = update(tmp_path, orgs)
    assert (first.beoordeeld, first.ongewijzigd) == (3, 0)
    before = bytes_of(tmp_path / "uit")
    again = update(tmp_path, orgs)
    assert (again.beoordeeld, again.ongewijzigd) == (0, 3)
    assert bytes_of(tmp_path / "uit") == before
    plan = orgs / "west" / "data" / "jaarverslag-2021.yaml"
    plan.write_text(plan.read_text("utf-8").replace("6 lessen", "5 lessen"), encoding="utf-8")
    third = update(tmp_path, orgs)
    assert (third.beoordeeld, third.ongewijzigd) == (1, 2)
    assert counted(tmp_path).alle.gehaald == 2
    assert update(tmp_path, orgs, opnieuw=True).beoordeeld == 3
    other = update(tmp_path / "anders", orgs, dataset=tmp_path / "anders")
    assert other.beoordeeld == 3
    assert bytes_of(tmp_path / "anders") == bytes_of(tmp_path / "uit"), "no history in the bytes"


def test_a_change_that_keeps_size_and_time_is_seen_when_young(tmp_path, orgs):
    path = orgs / "west" / "data" / "jaarverslag-2021.yaml"
    update(tmp_path, orgs)
    path.write_text(path.read_text("utf-8").replace("6 lessen", "5 lessen"), encoding="utf-8")
    assert update(tmp_path, orgs).beoordeeld == 1


def test_what_is_old_and_unchanged_is_not_even_read(tmp_path, orgs, monkeypatch):
    monkeypatch.setattr("bkl.portfolio.snapshot._JUST", 0)
    update(tmp_path, orgs)
    monkeypatch.setattr("bkl.api.leaves.portfolio.judge_workspace", None)
    assert update(tmp_path, orgs).ongewijzigd == 3


def test_what_is_no_longer_named_goes_out(tmp_path, orgs):
    update(tmp_path, orgs)
    gone = update(tmp_path, orgs / "noord", orgs / "zuid")
    assert gone.verdwenen == 1
    assert counted(tmp_path).alle.werkmappen == 2


def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path, orgs):
    def stop(done, whole, words):
        if done == 2:
            raise KeyboardInterrupt

    request = api.PortfolioRequest(bronnen=[orgs], dataset=tmp_path / "uit", processen=1)
    with pytest.raises(KeyboardInterrupt):
        api.update_portfolio(request, stop)
    with pytest.raises(api.Gebruiksfout, match="nog geen dataset"):
        counted(tmp_path)
    seen = []
    done = api.update_portfolio(request, lambda number, whole, words: seen.append(words))
    assert done.beoordeeld == 3, "two of which the first run judged"
    update(tmp_path, orgs, dataset=tmp_path / "anders")
    assert bytes_of(tmp_path / "anders") == bytes_of(tmp_path / "uit")


def test_a_change_of_the_dataset_that_was_cut_off_is_told_and_mended(tmp_path, orgs, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    update(tmp_path, orgs)
    org(orgs, "oost")
    with monkeypatch.context() as patch:
        patch.setattr(Dataset, "_finish", fail)
        code, output = run(tmp_path, "orgs")
    assert code == 2
    assert "de schijf is vol" in output
    code, output = run(tmp_path)
    assert (code, "is niet af" in output) == (2, True)
    assert update(tmp_path, orgs).beoordeeld == 1, "what was judged was kept"
    update(tmp_path, orgs, dataset=tmp_path / "anders")
    assert bytes_of(tmp_path / "anders") == bytes_of(tmp_path / "uit")


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process")
def test_a_full_disk_is_told_and_loses_nothing(tmp_path, orgs):
    code = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000));"
        "from bkl.cli import main; main()"
    )
    # -B: compiled modules would be cut off as well, for every program after this one
    command = [sys.executable, "-B", "-c", code, "portfolio", "orgs", "--dataset", "uit"]
    # what measures coverage could not write its own file either
    calm = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE")}
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False, env=calm
    )
    assert done.returncode == 2, done.stderr
    assert "het bestand wordt te groot" in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert update(tmp_path, orgs).beoordeeld == 3
    assert counted(tmp_path).alle.n == 6


def test_a_dataset_of_an_older_version_is_made_anew_and_a_newer_is_left(tmp_path, orgs):
    update(tmp_path, orgs)
    before, version = bytes_of(tmp_path / "uit"), tmp_path / "uit" / "versie.json"
    told = json.loads(version.read_text("utf-8"))
    version.write_text(json.dumps({**told, "versie": 0}), encoding="utf-8")
    done = update(tmp_path, orgs)
    assert done.beoordeeld == 3
    assert "oudere versie" in done.melding
    assert bytes_of(tmp_path / "uit") == before
    version.write_text(json.dumps({**told, "versie": 99}), encoding="utf-8")
    with pytest.raises(api.Gebruiksfout, match="nieuwere versie"):
        update(tmp_path, orgs)


def test_a_folder_with_other_things_is_no_dataset(tmp_path, orgs):
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "vakantie.txt").write_text("x", encoding="utf-8")
    with pytest.raises(api.Gebruiksfout, match="niet leeg"):
        update(tmp_path, orgs)


def test_two_workspaces_with_one_name_are_two(tmp_path):
    org(tmp_path / "een", "verslag")
    path = org(tmp_path / "twee", "verslag") / "data" / "werkplan-2021.yaml"
    path.write_text(
        path.read_text("utf-8").replace("organisatie: verslag", "organisatie: B"), "utf-8"
    )
    update(tmp_path, tmp_path / "een" / "verslag", tmp_path / "twee" / "verslag")
    assert counted(tmp_path).alle.n == 2
    names = {one.plaats.split("/data")[0] for one in api.portfolio_rows(tmp_path / "uit", {})}
    assert len(names) == 2


def test_one_plan_twice_counts_once(tmp_path, orgs):
    shutil.copytree(orgs / "zuid", orgs / "zuid-kopie")
    update(tmp_path, orgs)
    assert standing(tmp_path)["zuid-kopie"] == "dubbel"
    assert counted(tmp_path).alle.n == 6


def test_two_versions_of_one_plan_count_for_nothing_until_one_goes(tmp_path, orgs):
    shutil.copytree(orgs / "zuid", orgs / "zuid-2")
    path = orgs / "zuid-2" / "data" / "jaarverslag-2021.yaml"
    path.write_text(path.read_text("utf-8").replace("7 lessen", "1 les"), encoding="utf-8")
    update(tmp_path, orgs)
    assert standing(tmp_path) == {"zuid": "botst", "zuid-2": "botst"}
    assert counted(tmp_path).alle.n == 4, "nobody knows which of the two is right"
    shutil.rmtree(orgs / "zuid-2")
    again = update(tmp_path, orgs)
    assert (again.beoordeeld, counted(tmp_path).alle.n) == (0, 6)


def test_the_same_place_twice_is_one(tmp_path, orgs):
    done = update(tmp_path, orgs, orgs / "zuid")
    assert [why for _, why in done.overgeslagen] == ["die staat er al bij"]
    assert counted(tmp_path).alle.n == 6


def test_a_workspace_with_faults_is_listed_and_never_dropped(tmp_path, orgs):
    bad = orgs / "west" / "data" / "werkplan-2021.yaml"
    bad.write_text("werkplan: [2021", encoding="utf-8")
    half = orgs / "zuid" / "data" / "jaarverslag-2021.yaml"
    half.write_text(half.read_text("utf-8").replace("7 lessen", "een hoop"), encoding="utf-8")
    (orgs / "leeg" / "data").mkdir(parents=True)
    update(tmp_path, orgs)
    result = counted(tmp_path)
    assert standing(tmp_path) == {"west": "onbruikbaar", "leeg": "onbruikbaar", "zuid": "geteld"}
    assert result.alle.aantallen["onleesbaar"] == 1
    west = next(one for one in result.aandacht if one.werkmap == "west")
    assert west.plaats == "data/werkplan-2021.yaml:1"
    assert run(tmp_path)[0] == 1


def test_templates_of_a_workspace_are_never_looked_at(tmp_path, orgs):
    own = orgs / "zuid" / "templates"
    own.mkdir()
    (own / "jaarverslag.md.j2").write_text("{% for a in range(10**9) %}{% endfor %}", "utf-8")
    start = time.monotonic()
    update(tmp_path, orgs)
    assert time.monotonic() - start < 20
    assert standing(tmp_path) == {}


def test_links_are_not_followed_out_or_round(tmp_path, orgs):
    secret = tmp_path / "geheim.yaml"
    secret.write_text("werkplan: 2021\nwachtwoord: x\n", encoding="utf-8")
    plan = orgs / "west" / "data" / "werkplan-2021.yaml"
    plan.unlink()
    plan.symlink_to(secret)
    (orgs / "rond").symlink_to(orgs, target_is_directory=True)
    done = update(tmp_path, orgs)
    assert done.overgeslagen == (("rond", "een koppeling naar een map wordt niet gevolgd"),)
    assert standing(tmp_path) == {"west": "onbruikbaar"}
    assert "wachtwoord" not in str(counted(tmp_path).aandacht)


def test_a_file_that_keeps_changing_is_told(tmp_path, orgs, monkeypatch):
    stamps = iter(range(10**6))
    monkeypatch.setattr("bkl.portfolio.snapshot._stamp", lambda path: (0, next(stamps), 0, 0))
    update(tmp_path, orgs / "zuid")
    (one,) = counted(tmp_path).aandacht
    assert "verandert terwijl" in one.melding


def test_a_fault_nobody_foresaw_stops_only_its_own(tmp_path, orgs, monkeypatch):
    whole = leaf.rows_of_year

    def fail(year, werkmap, definities):
        if werkmap == "west":
            raise RecursionError("te diep")
        return whole(year, werkmap, definities)

    monkeypatch.setattr(leaf, "rows_of_year", fail)
    update(tmp_path, orgs)
    assert standing(tmp_path) == {"west": "onbruikbaar"}
    assert counted(tmp_path).alle.n == 4


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names there are Unicode")
def test_a_name_that_is_no_unicode_is_told_by_number(tmp_path, orgs):
    place = os.fsencode(str(orgs)) + b"/caf\xe9"
    shutil.copytree(os.fsencode(str(orgs / "west")), place)
    Path(os.fsdecode(place), "data", "werkplan-2021.yaml").write_text("nee", encoding="utf-8")
    update(tmp_path, orgs)
    assert standing(tmp_path) == {r"caf\xe9": "onbruikbaar"}
    assert counted(tmp_path).alle.n == 6
    assert update(tmp_path, orgs).beoordeeld == 0


def test_a_list_names_the_places(tmp_path, orgs):
    path = tmp_path / "lijst.txt"
    path.write_text("# de eerste\norgs/noord\n\norgs/west\n", encoding="utf-8")
    update(tmp_path, path)
    assert counted(tmp_path).alle.n == 4
    path.write_text("orgs/nergens\n", encoding="utf-8")
    with pytest.raises(api.Gebruiksfout, match="bestaat niet"):
        update(tmp_path, path)


def test_a_pool_gives_the_same_bytes(tmp_path, orgs):
    update(tmp_path, orgs)
    update(tmp_path, orgs, dataset=tmp_path / "samen", processen=2)
    assert bytes_of(tmp_path / "samen") == bytes_of(tmp_path / "uit")


def test_the_day_of_a_funder(tmp_path, orgs):
    """It writes what it asks, hands it out, one fails, mends, and is added up."""
    eisen = asked(tmp_path / "eis", "indicatoren: {prov:lessen@2: {}}\nvelden: [bron]\n")
    failing = {
        one.name: [f.kind.slug for f in api.check(one, eisen=eisen, select=["eisen"]).findings]
        for one in sorted(orgs.iterdir())
    }
    assert failing == {
        "noord": [],
        "west": ["eis_te_weinig_antwoord"],
        "zuid": ["eis_indicator_ontbreekt"],
    }
    update(tmp_path, orgs, eisen=eisen)
    assert counted(tmp_path).eisen == (3, 1)
    zuid = orgs / "zuid" / "data" / "werkplan-2021.yaml"
    zuid.write_text(zuid.read_text("utf-8").replace("lessen@1", "lessen@2"), encoding="utf-8")
    west = orgs / "west" / "data" / "jaarverslag-2021.yaml"
    answered = f"  Z-R2: {{realisatie: 4 lessen, bron: telling, {WHY}}}\n"
    west.write_text(west.read_text("utf-8") + answered, encoding="utf-8")
    assert all(not api.check(one, eisen=eisen).fouten for one in (zuid.parents[1], west.parents[1]))
    assert update(tmp_path, orgs, eisen=eisen).beoordeeld == 2
    result = counted(tmp_path)
    assert result.eisen == (3, 3)
    (total,) = result.totalen
    assert (total.laagste, total.laagste_open) == (Decimal(27), True)
    output = run(tmp_path)[1]
    assert "Aan alle eisen voldoen 3 van 3." in output
    assert "meer dan 27 lessen; beloofd 32" in output


@pytest.mark.parametrize("fmt", ["table", "markdown", "csv", "json"])
def test_every_format_tells_the_same(tmp_path, told, fmt):
    target = tmp_path / f"uit.{fmt}"
    code, _ = run(told, "--format", fmt, "--output", str(target), "--per", "thema")
    text = target.read_text("utf-8-sig")
    assert code == 0
    assert "Wonen" in text
    if fmt == "json":
        found = json.loads(text)
        assert found["alle"]["telling"]["N"] == 6
        assert found["totalen"][1]["bereik"] == ["16", None]
    if fmt == "csv":
        assert text.splitlines()[-1].startswith('"samen";"3";"6";"3";"5"')


def test_a_workbook_has_a_sheet_for_each(tmp_path, told):
    target = str(tmp_path / "p.xlsx")
    assert "`--output bestand.xlsx`" in run(told, "--format", "xlsx")[1]
    assert run(told, "--format", "xlsx", "--output", target, "--per", "thema")[0] == 0
    book = CalamineWorkbook.from_path(target)
    assert book.sheet_names == ["Tellingen", "Samen", "Kijk na"]
    counts, totals, _ = (book.get_sheet_by_name(one).to_python() for one in book.sheet_names)
    assert [row[:5] for row in counts[1:]] == [
        ["Wonen", 2, 4, 2, 3],
        ["Zorg", 1, 2, 1, 2],
        ["samen", 3, 6, 3, 5],
    ]
    assert totals[2][:5] == ["prov:lessen@2", "2021", "meer dan 16 lessen", 16, ""]


@pytest.mark.parametrize("fmt", ["table", "csv", "json"])
def test_what_is_behind_a_number_in_every_format(told, fmt):
    code, output = run(told, "--waar", "thema=zorg", "--format", fmt)
    assert code == 0
    assert "west/data/jaarverslag-2021.yaml:5" in output


def test_wrong_use_is_told(tmp_path, orgs):
    assert run(tmp_path)[0] == 2
    for args in (
        ["nergens"],
        ["--per", "weer"],
        ["--waar", "thema"],
        ["--waar", "a=b", "--format", "markdown"],
    ):
        code, output = run(tmp_path, *args)
        assert code == 2, args
        assert "Traceback" not in output
    (tmp_path / "leeg").mkdir()
    assert "geen werkmap" in run(tmp_path, "leeg")[1]


def test_other_programs_read_the_dataset(told):
    """The example queries of the page run, and say what bkl says."""
    page = (Path(__file__).parents[2] / "docs" / "portfolio.md").read_text(encoding="utf-8")
    queries = [part.split("```")[0] for part in page.split("```sql\n")[1:]]
    assert len(queries) == 3
    here = os.getcwd()
    os.chdir(told / "uit")
    try:
        with duckdb.connect() as connection:
            per, totals, places = (connection.execute(one).fetchall() for one in queries)
    finally:
        os.chdir(here)
    result = counted(told, per="thema")
    assert [row[:4] for row in per] == [
        (one.sleutel, one.n, one.gehaald, one.mogelijk) for one in result.groepen
    ]
    assert [row[3:5] for row in totals] == [(one.laagste, one.hoogste) for one in result.totalen]
    assert places[0][0].startswith("west/data/")
