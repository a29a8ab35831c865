"""Run with `make bench`: prints each figure as a ratio with its budget; exit 1 above a budget."""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.generate import write_workspace

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
BKL = [str(Path(sys.executable).with_name("bkl"))]
NOOP = [sys.executable, str(HERE / "noop.py")]
SIZES = (1_000, 10_000, 100_000)
ROUNDS = {1_000: 7, 10_000: 5, 100_000: 2}


@dataclass(frozen=True)
class Run:
    """One process: wall-clock seconds, peak memory in MiB, and seconds of processor time."""

    seconds: float
    mib: float
    cpu: float


def run(command: list[str]) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{command} ended with {process.returncode}")
    return Run(seconds, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)


def in_turn(commands: dict[str, list[str]], rounds: int) -> dict[str, list[Run]]:
    """Run the commands A B C A B C …, after one uncounted round."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            done = run(command)
            if number:
                runs[name].append(done)
    return runs


def ratio(runs: dict[str, list[Run]], name: str, base: str) -> float:
    """Median of the ratios pair by pair, so that a slow moment hits both sides."""
    return statistics.median(
        a.seconds / b.seconds for a, b in zip(runs[name], runs[base], strict=True)
    )


def median(runs: list[Run]) -> Run:
    return Run(
        statistics.median(r.seconds for r in runs),
        statistics.median(r.mib for r in runs),
        statistics.median(r.cpu for r in runs),
    )


class Report:
    """Prints rows and remembers whether a budget was broken."""

    def __init__(self) -> None:
        self.broken = False

    def row(self, what: str, value: float, budget: float | None, note: str = "") -> None:
        limit = "" if budget is None else f"  budget {budget:g}"
        over = budget is not None and value > budget
        self.broken |= over
        print(f"{what:<52}{value:7.2f} ×{limit}{'  TE TRAAG' if over else ''}  {note}")


def start_up(report: Report) -> None:
    runs = in_turn(
        {
            "noop --help": [*NOOP, "--help"],
            "bkl --help": [*BKL, "--help"],
            "noop": [*NOOP, "een"],
            "bkl gap AD": [*BKL, "gap", "AD"],
            "bkl check": [*BKL, "check"],
        },
        rounds=11,
    )
    for name, base, budget in (
        ("bkl --help", "noop --help", 1.3),
        ("bkl gap AD", "noop", 2.0),
        ("bkl check", "noop", 2.0),
    ):
        mine, theirs = median(runs[name]), median(runs[base])
        note = f"{1000 * mine.seconds:.0f} ms / {1000 * theirs.seconds:.0f} ms"
        report.row(f"{name} / {base}", ratio(runs, name, base), budget, note)


def growth(report: Report, folder: Path) -> None:
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
        cpu = _power([done.cpu - empty.cpu for done in found], SIZES)
        report.row(f"{what}: processor time grows as n to the power", cpu, 1.15)
        # up to 1.000 indicators fit in what Python holds already: the slope starts beyond those
        memory = _power([done.mib - empty.mib for done in found[1:]], SIZES[1:])
        report.row(f"{what}: memory grows as n to the power", memory, 1.15)


def _power(costs: Sequence[float], sizes: Sequence[int]) -> float:
    """Return the slope of log(cost) over log(n): 1 when twice the data cost twice as much.

    `costs` are those above the cost of a single indicator, one per size.
    """
    return math.log(costs[-1] / costs[0]) / math.log(sizes[-1] / sizes[0])


def main() -> int:
    report = Report()
    start_up(report)
    with tempfile.TemporaryDirectory() as folder:
        growth(report, Path(folder))
    return int(report.broken)


if __name__ == "__main__":
    raise SystemExit(main())
