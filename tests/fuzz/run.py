"""One mutation after another through `bkl check`, in this process."""

import os
import random
import tempfile
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bkl import api
from bkl.printers.check import text
from bkl.printers.screen import Screen
from tests.fuzz.mutate import mutate
from tests.fuzz.parts import Real

SLOWEST = 5.0
"""Seconds that one small case may take, far above what any takes."""


@dataclass
class Report:
    """What came of a run. `faults` holds the cases that failed, with why."""

    done: int = 0
    findings: int = 0
    slowest: float = 0.0
    slowest_case: str = ""
    faults: list[tuple[str, str, dict[str, bytes]]] = field(default_factory=list)


def write_case(folder: Path, files: dict[str, bytes]) -> None:
    data = folder / "data"
    data.mkdir(exist_ok=True)
    for kind in ("werkplan", "jaarverslag", "bijstellingen"):
        path = data / f"{kind}-2021.yaml"
        if kind in files:
            path.write_bytes(files[kind])
        else:
            path.unlink(missing_ok=True)
    settings = folder / "bkl.yaml"
    if "bkl" in files:
        settings.write_bytes(files["bkl"])
    else:
        settings.unlink(missing_ok=True)


def check_case(folder: Path, *, mend: bool) -> int:
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
        assert position.column <= len(finding.excerpt) + 1, finding
    shown = text.show(result, Screen(80))
    assert "\x1b" not in shown
    if mend:
        before = {path: path.read_bytes() for path in (folder / "data").iterdir()}
        fixed = api.fix(folder, write=False)
        assert fixed.result.fouten <= result.fouten
        assert {path: path.read_bytes() for path in before} == before
    with suppress(api.Onbruikbaar, api.Gebruiksfout):
        api.gap(folder)
    return len(result.findings)


def run(seed: int, count: int, real: Real) -> Report:
    """Try `count` mutations; the same seed gives the same ones."""
    rng, report = random.Random(seed), Report()
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if os.access(shared, os.W_OK) else None) as name:
        folder = Path(name)
        for number in range(count):
            files = real.pick(rng)
            kind = rng.choice(sorted(files))
            files[kind], how = mutate(files[kind], rng)
            write_case(folder, files)
            case = f"seed {seed}, nr {number}: {kind} {'+'.join(how)}"
            start = time.perf_counter()
            try:
                report.findings += check_case(folder, mend=number % 20 == 0)
            except Exception:  # noqa: BLE001 - any at all is what we are looking for
                report.faults.append((case, traceback.format_exc(), files))
            seconds = time.perf_counter() - start
            report.done += 1
            if seconds > report.slowest:
                report.slowest, report.slowest_case = seconds, case
    return report
