"""Running commands in turn, and printing what they cost as ratios with their budgets."""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
# compiled modules are kept, as on a user's machine: without them every start compiles 200 files,
# and a ratio says how many files there are instead of what they cost
KEPT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
BKL = [str(Path(sys.executable).with_name("bkl"))]


@dataclass(frozen=True)
class Run:
    """One process: wall-clock seconds, peak memory in MiB, and seconds of processor time."""

    seconds: float
    mib: float
    cpu: float


def run(command: list[str]) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=KEPT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
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


def power(costs: Sequence[float], sizes: Sequence[int]) -> float:
    """Return the slope of log(cost) over log(n): 1 when twice the data cost twice as much.

    `costs` are those above the cost of a single indicator, one per size.
    """
    return math.log(costs[-1] / costs[0]) / math.log(sizes[-1] / sizes[0])
