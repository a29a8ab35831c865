"""How time and memory of check and gap grow with the number of indicatoren."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bench.generate import write_workspace
from tests.bench.measure import BKL, HERE, Report, Run, in_turn, median, power, ratio, run

SIZES = (1_000, 10_000, 100_000)
ROUNDS = {1_000: 7, 10_000: 5, 100_000: 2}


def measure(report: Report) -> None:
    """Measure in a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        _measure(report, Path(folder))


def _measure(report: Report, folder: Path) -> None:
    """Time and memory of check and gap beside reading the files alone, at growing sizes."""
    runs: dict[str, list[Run]] = {}
    for size in SIZES:
        paths = write_workspace(folder / str(size), size)
        at = ["-C", str(folder / str(size))]
        runs |= in_turn(
            {
                f"floor {size}": [sys.executable, str(HERE / "floor.py"), *map(str, paths)],
                f"check {size}": [*BKL, *at, "check"],
                f"gap {size}": [*BKL, *at, "gap", "--format", "json"],
            },
            ROUNDS[size],
        )
    for size in SIZES:
        for what in ("check", "gap"):
            mine, floor = median(runs[f"{what} {size}"]), median(runs[f"floor {size}"])
            budget = 1.5 if (what, size) == ("check", 10_000) else None
            note = f"{mine.seconds:.2f} s / {floor.seconds:.2f} s, {mine.mib:.0f} MiB"
            value = ratio(runs, f"{what} {size}", f"floor {size}")
            report.row(f"{what} {size:>6} / floor", value, budget, note)
    write_workspace(folder / "1", 1)
    for what, extra in (("check", []), ("gap", ["--format", "json"])):
        empty = median([run([*BKL, "-C", str(folder / "1"), what, *extra]) for _ in range(5)])
        found = [median(runs[f"{what} {size}"]) for size in SIZES]
        time_up, memory_up = found[1].cpu / found[0].cpu, found[1].mib - empty.mib
        report.row(f"{what} 10000 / 1000: processor time", time_up, 11)
        report.row(f"{what} 10000 / 1000: added memory", memory_up / (found[0].mib - empty.mib), 11)
        cpu = power([done.cpu - empty.cpu for done in found], SIZES)
        report.row(f"{what}: processor time grows as n to the power", cpu, 1.15)
        # up to 1.000 indicators fit in what Python holds already: the slope starts beyond those
        memory = power([done.mib - empty.mib for done in found[1:]], SIZES[1:])
        report.row(f"{what}: memory grows as n to the power", memory, 1.15)
