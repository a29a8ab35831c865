"""A short part of `make fuzz`, always the same; and files that are no files."""

import os
import random
import sys
from pathlib import Path

import pytest
import yaml

from bkl import api
from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Place, Position
from bkl.printers.check import text
from bkl.printers.screen import Screen, cells
from tests.fuzz.mutate import ALL, mutate
from tests.fuzz.parts import Real
from tests.fuzz.run import SLOWEST, check_case, run, write_case

REAL = Real()
FOUND = yaml.safe_load((Path(__file__).parent / "gevonden.yaml").read_text(encoding="utf-8"))


def test_a_short_run_has_no_faults():
    report = run(1, 150, REAL)
    assert not report.faults, "\n".join(f"{case}\n{why}" for case, why, _ in report.faults[:3])
    assert report.slowest < SLOWEST, report.slowest_case
    assert report.done == 150
    assert report.findings > 150, "mutations that break nothing prove nothing"


@pytest.mark.parametrize(("depth", "count"), [("gap", 60), ("render", 20)])
def test_what_check_calls_free_of_faults_works(depth, count):
    report = run(2, count, REAL, depth)
    assert not report.faults, "\n".join(f"{case}\n{why}" for case, why, _ in report.faults[:3])
    assert report.free > count // 20, "mutations that always make a fault prove nothing"


def test_every_mutation_changes_something_and_is_deterministic():
    rng = random.Random(7)
    files = REAL.pick(rng)
    for mutation in ALL:
        changed = {mutation(files["jaarverslag"], random.Random(seed)) for seed in range(20)}
        assert changed - {files["jaarverslag"]}, mutation
    assert mutate(files["werkplan"], random.Random(3)) == mutate(
        files["werkplan"], random.Random(3)
    )


def test_unmutated_pieces_are_sound(tmp_path):
    rng = random.Random(11)
    for _ in range(20):
        write_case(tmp_path, {k: v for k, v in REAL.pick(rng).items() if k != "bijstellingen"})
        reading = [f for f in api.check(tmp_path).findings if f.kind.code < "BKL100"]
        assert not reading


@pytest.mark.parametrize("case", FOUND, ids=lambda case: case["naam"])
def test_what_was_found_stays_mended(tmp_path, case):
    kinds = ("werkplan", "jaarverslag", "bijstellingen")
    write_case(tmp_path, {kind: case[kind].encode() for kind in kinds if kind in case})
    check_case(tmp_path, mend=True)
    found = [
        f"{f.place.file[5:].split('-')[0]} {f.position.line}:{f.position.column} {f.kind.code}"
        for f in api.check(tmp_path).findings
        if f.kind.code < "BKL050"
    ]
    assert found == case["verwacht"]


def test_a_line_as_long_as_a_file_is_looked_at_near_the_words_meant_only(monkeypatch):
    """Found as a case of three seconds: what was measured grew with the square of the line."""
    measured = []
    monkeypatch.setattr(text, "cells", lambda part: measured.append(len(part)) or cells(part))
    line, place = "é" * 10_000, Place("data/werkplan-2021.yaml")
    findings = tuple(
        Finding(Kind("BKL999", "x", "fout"), "Fout.", "Herstel.", place, position, line)
        for position in (Position(1, 1, 10_000), Position(1, 5_000, 9), Position(1, 10_000))
    )
    shown = text.show(api.CheckResult(findings, (place.file,)), Screen(80))
    assert sum(measured) < 10 * len(line)
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert shown.count("^") > 70 + 9


def folder_instead(path):
    path.mkdir()


def loop(path):
    path.symlink_to(path.name)


def dangling(path):
    path.symlink_to("nergens.yaml")


def device(path):
    path.symlink_to(os.devnull)


def pipe(path):
    os.mkfifo(path)


def unreadable(path):
    path.write_text("werkplan: 2021\n", encoding="utf-8")
    path.chmod(0)


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of Unix")
@pytest.mark.parametrize("kind", ["werkplan", "jaarverslag", "bijstellingen"])
@pytest.mark.parametrize("make", [folder_instead, loop, dangling, device, pipe, unreadable])
def test_what_is_no_readable_file_is_a_finding(tmp_path, make, kind):
    write_case(tmp_path, {k: v for k, v in REAL.pick(random.Random(1)).items() if k != "bkl"})
    path = tmp_path / "data" / f"{kind}-2021.yaml"
    path.unlink(missing_ok=True)
    make(path)
    check_case(tmp_path, mend=False)
    if make is unreadable and os.access(path, os.R_OK):
        return  # the administrator may read everything
    found = [f for f in api.check(tmp_path).findings if f.place.file.endswith(path.name)]
    assert found
    assert text.show(api.check(tmp_path), Screen())


def test_a_link_loop_for_the_folder(tmp_path):
    (tmp_path / "data").symlink_to("data")
    with pytest.raises(api.Gebruiksfout):
        api.check(tmp_path)
