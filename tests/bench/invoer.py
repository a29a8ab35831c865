"""How processor time grows with what is repeated: overloads that once cost n squared or more."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.bench.measure import BKL, Report, Run, median, power, run
from tests.bench.overloads import OVERLOADS, Overload, write_overload

BUDGET = 1.1
_LEAST = 0.1
"""Seconds: what costs less above an empty workspace cannot be told from noise."""
ROUNDS = 3


def measure(report: Report) -> None:
    """Measure each input in processes of its own, in folders that are thrown away."""
    empty: dict[tuple[str, ...], float] = {}
    for name, overload in OVERLOADS.items():
        command = overload.command
        if command not in empty:
            empty[command] = _median(overload, 1).cpu
        found = [_median(overload, size) for size in overload.sizes]
        costs = [max(_LEAST, one.cpu - empty[command]) for one in found]
        small, large = found
        note = f"n = {overload.sizes[1]}: {large.cpu:.2f} s / {small.cpu:.2f} s, "
        note += f"{large.mib:.0f} MiB / {small.mib:.0f} MiB"
        report.row(f"{name}: grows as n to the power", power(costs, overload.sizes), BUDGET, note)


def _median(overload: Overload, size: int) -> Run:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_overload(folder, overload, size)
        command = [*BKL, "-C", name, *overload.command]
        if overload.command[0] == "render":
            command += ["--output", str(folder / "uit")]
        return median([run(command) for _ in range(ROUNDS)])
