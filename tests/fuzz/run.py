"""One mutation after another through `bkl check`, in this process."""

import os
import random
import tempfile
import time
import traceback
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Literal

from bkl import api
from bkl.api import CheckResult
from bkl.printers.check import text
from bkl.printers.screen import Screen
from tests.fuzz.mutate import mutate, rename
from tests.fuzz.parts import Real

Depth = Literal["check", "gap", "render"]
"""How far a case is worked with: only judged, also compared and shown, also made a document."""
RENAMED = 0.03
"""How often a file gets another name."""
SLOWEST = 5.0
"""Seconds of processor time that one small case may take, far above what any takes."""


@dataclass
class Report:
    """What came of a run.

    `faults` holds the cases that failed, with why; `free` counts those that check found no
    fault in.
    """

    done: int = 0
    findings: int = 0
    free: int = 0
    slowest: float = 0.0
    slowest_case: str = ""
    faults: list[tuple[str, str, dict[str, bytes]]] = field(default_factory=list)


def write_case(folder: Path, files: dict[str, bytes]) -> None:
    """Write what stands under a kind, or under a name with a dot, and nothing else."""
    data = folder / "data"
    data.mkdir(exist_ok=True)
    for path in (*data.iterdir(), folder / "bkl.yaml"):
        path.unlink(missing_ok=True)
    for kind, content in files.items():
        name = kind if "." in kind else f"{kind}-2021.yaml"
        path = folder / "bkl.yaml" if kind == "bkl" else data / name
        path.write_bytes(content)


def check_case(folder: Path, *, mend: bool) -> CheckResult:
    """Check what stands in the folder; raises AssertionError when an answer is no good."""
    result = api.check(folder)
    for finding in result.findings:
        assert finding.message, finding
        assert finding.cure, finding
        assert finding.place.file, finding
        position = finding.position
        assert position is not None, finding
        assert position.line >= 1, finding
        assert position.column >= 1, finding
        assert position.length >= 1, finding
        assert 1 <= position.column - finding.cut <= len(finding.excerpt) + 1, finding
    shown = text.show(result, Screen(80))
    assert "\x1b" not in shown
    if mend:
        before = {path: path.read_bytes() for path in (folder / "data").iterdir()}
        fixed = api.fix(folder, write=False)
        assert fixed.result.fouten <= result.fouten
        assert {path: path.read_bytes() for path in before} == before
    return result


def work_with(folder: Path, result: CheckResult, depth: Depth) -> None:
    """Let the other commands work with what `check` judged, as far as `depth` says.

    What is free of faults works in every case; what is not, works or says why it does not.
    """
    try:
        found = api.gap(folder)
        if depth != "check":
            for fmt in ("table", "json", "csv", "markdown"):
                assert import_module(f"bkl.printers.gap.{fmt}").show(found, Screen(80))
        if depth == "render":
            # where no account of the year stands, only the plan can be made
            told = found.dossier.jaarverslag is not None
            for rapport in ("jaarverslag", "afwijkingen") if told else ("werkplan",):
                api.render(rapport, folder, formats=("md", "html", "json"), output=folder / "uit")
    except (api.Onbruikbaar, api.Gebruiksfout) as fault:
        if not result.fouten:
            raise AssertionError("check calls this free of faults") from fault


def run(seed: int, count: int, real: Real, depth: Depth = "check") -> Report:
    """Try `count` mutations; the same seed gives the same ones."""
    rng, report = random.Random(seed), Report()
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if os.access(shared, os.W_OK) else None) as name:
        folder = Path(name)
        for number in range(count):
            files, how = _broken(real.pick(rng), rng)
            write_case(folder, files)
            case = f"seed {seed}, nr {number}: {how}"
            start = time.process_time()
            try:
                result = check_case(folder, mend=number % 20 == 0)
                report.findings += len(result.findings)
                report.free += not result.fouten
                work_with(folder, result, depth)
            except api.Gebruiksfout as fault:
                if not (fault.message and fault.cure):
                    report.faults.append((case, traceback.format_exc(), files))
            except Exception:  # noqa: BLE001 - any at all is what we are looking for
                report.faults.append((case, traceback.format_exc(), files))
            seconds = time.process_time() - start
            report.done += 1
            if seconds > report.slowest:
                report.slowest, report.slowest_case = seconds, case
    return report


def _broken(files: dict[str, bytes], rng: random.Random) -> tuple[dict[str, bytes], str]:
    """Return the files with one of them mutated, now and then under another name."""
    kind = rng.choice(sorted(files))
    files[kind], how = mutate(files[kind], rng)
    told = f"{kind} {'+'.join(how)}"
    if rng.random() > RENAMED:
        return files, told
    files, name = rename(files, rng)
    return files, f"{told}, renamed to {name}"
