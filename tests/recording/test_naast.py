"""Recording beside figures of promises: parts, money and facts, and no other byte."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from bkl import api
from bkl.api.recording.entry import Invoer
from bkl.api.recording.plan import Opname
from bkl.cli import app
from bkl.domein.dossier.geld import read_bedrag
from tests.recording.workspace import new_workspace, report_of

CASES = yaml.safe_load((Path(__file__).parent / "naast.yaml").read_text(encoding="utf-8"))
PLAN = """\
werkplan: 2021
organisatie: Voorbeeld
speerpunten:
  P:
    titel: Meedoen
    geld: {begroot: € 400, dekking: {Rijk: € 250, gemeente: € 150}}
    resultaten:
      R1:
        tekst: Er komen cursisten.
        doel: 60 cursisten
        uitsplitsing: {wijk: [Noord, Zuid], leeftijd: [tot 27, vanaf 27]}
      R2: {tekst: Er komt een loket., doel: 1 loket}
  Q:
    titel: Groen
    geld: {begroot: € 1.200}
    resultaten: {R1: {tekst: Er komen bomen., doel: 10 bomen}}
"""
REPORT = """\
jaarverslag: 2021
peildatum: 31-12-2021
bronnen:
  telling: {titel: Telling}
realisaties:
  P-R1:
    realisatie: 60 cursisten
    bron: telling
    uitsplitsing:
      wijk: {Noord: 30, Zuid: 20}   # geteld
  P-R2: {realisatie: 1 loket, bron: telling}
  Q-R1: {realisatie: 10 bomen, bron: telling}
geld:
  # nog niet compleet
  P: {besteed: € 400}
feiten:
  website: {tekst: Bezoek aan de website., cijfer: 12.400 bezoekers, bron: telling}
"""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["naam"])
def test_cases(case, tmp_path):
    folder = new_workspace(tmp_path, REPORT, PLAN)
    done = api.record(folder, asked(case), lambda _: True)
    after = report_of(folder)
    if "weigert" in case:
        (weigering,) = done.geweigerd
        assert case["weigert"] in f"{weigering.message} {weigering.cure}"
    if "fout" in case:
        assert [finding.kind.slug for finding in done.fouten] == case["fout"]
    if {"weigert", "fout", "zelfde"} & set(case):
        assert after == REPORT, "nothing may be written"
        return
    assert (done.fouten, done.geweigerd) == ((), ())
    for lines in case["wordt"]:
        assert lines in after
    kept = {line for line in REPORT.splitlines() if "#" in line} - set(after.splitlines())
    assert {line.partition("#")[2] for line in kept} <= {" geteld"}
    assert api.check(folder).fouten == 0


def asked(case):
    return Opname(
        tuple(Invoer(**{**one, "plek": tuple(one.get("plek", ()))}) for one in case["zet"])
    )


@settings(max_examples=10)
@given(st.integers(0, 10**11), st.booleans())
def test_any_amount_of_cents_is_recorded_as_it_is(tmp_path_factory, cents, thousands):
    plan = PLAN.replace("speerpunten:", "bedragen: x € 1.000\nspeerpunten:") if thousands else PLAN
    folder = new_workspace(tmp_path_factory.mktemp("geld"), REPORT, plan)
    whole, rest = divmod(cents, 10**5 if thousands else 100)
    text = f"{whole:,}".replace(",", ".") + f",{rest:0{5 if thousands else 2}}"
    opname = Opname((Invoer("Q", text, plek=("besteed",), lijst="geld"),))
    done = api.record(folder, opname, lambda _: True)
    assert not done.fouten
    told = yaml.load(report_of(folder), Loader=yaml.BaseLoader)["geld"]["Q"]["besteed"]
    assert told == text
    assert read_bedrag(told, duizendtallen=thousands) * 100 == cents


TYPED = [
    (["P-R1", "31", "--deel", "wijk=Noord"], 0, "uitsplitsing wijk Noord  30 → 31"),
    (["P", "--besteed", "€ 410", "--dekking", "Rijk=€ 260", "--dekking", "gemeente=€ 150"], 0,
     "telt als      besteed € 410, verschil +€ 10"),
    (["P", "--bijgesteld", "€ 410,50"], 0, "besteed € 400, verschil −€ 10,50"),
    (["prijzen", "3 prijzen", "--feit", "Prijzen.", "--bron", "telling"], 0,
     "feit prijzen  Prijzen."),
    (["P-R1", "--prognose", "60-70 cursisten"], 0, "prognose      60-70 cursisten (nieuw)"),
    (["P", "12", "--besteed", "€ 4"], 2, "Zet een bedrag achter `--besteed`"),
    (["P", "--besteed", "€ 4", "--wie", "Noor"], 2, "Bij geld past `--wie` niet"),
    (["P", "--dekking", "Rijk"], 2, "zoals `--dekking Rijk=€ 250.000`"),
    (["P", "--besteed", "€ 4", "--deel", "Noord"], 2, "Doe het in twee keer"),
]  # fmt: skip


@pytest.mark.parametrize(("args", "code", "said"), TYPED, ids=[" ".join(row[0]) for row in TYPED])
def test_as_people_type_it(args, code, said, tmp_path):
    folder = new_workspace(tmp_path, REPORT, PLAN)
    done = CliRunner().invoke(app, ["-C", str(folder), "set", *args, "--dry-run"])
    shown = done.output if code == 0 else " ".join(done.output.split())
    assert (done.exit_code, said in shown) == (code, True), done.output
    assert report_of(tmp_path) == REPORT


def test_what_can_be_completed(tmp_path):
    folder = new_workspace(tmp_path, REPORT, PLAN)
    assert api.parts_to_set(folder, "p-r1")[:3] == ["wijk=Noord", "wijk=Zuid", "wijk=onbekend"]
    assert api.funders_to_set(folder, "p") == ["Rijk=", "gemeente="]
    assert (api.parts_to_set(folder, "P"), api.funders_to_set(folder, "Z")) == ([], [])


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["P-R1", "--deel", "wijk=N"], ["wijk=Noord"]),
        (["p-r1", "--deel", "LEEF"], ["LEEFtijd=tot 27", "LEEFtijd=vanaf 27", "LEEFtijd=onbekend"]),
        (["P", "--dekking", ""], ["Rijk=", "gemeente="]),
        (["P-R1", "--voortgang", "r"], ["risico"]),
        (["Z", "--deel", ""], []),
    ],
)
def test_tab_completes_what_stands_beside(words, offered, tmp_path):
    folder = new_workspace(tmp_path, REPORT, PLAN)
    line = ["bkl", "-C", str(folder), "set", *words]
    env = {
        **os.environ,
        "_BKL_COMPLETE": "complete_bash",
        "COMP_WORDS": " ".join(line),
        "COMP_CWORD": str(len(line) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-m", "bkl"], env=env, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.stdout.strip().split("\n"), done.stderr) == (offered or [""], "")
