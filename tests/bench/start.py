"""How soon a command answers: start-up beside an empty program."""

from __future__ import annotations

import sys

from tests.bench.measure import BKL, HERE, Report, in_turn, median, ratio

NOOP = [sys.executable, str(HERE / "noop.py")]


def measure(report: Report) -> None:
    runs = in_turn(
        {
            "noop --help": [*NOOP, "--help"],
            "bkl --help": [*BKL, "--help"],
            "bkl --version": [*BKL, "--version"],
            "noop": [*NOOP, "een"],
            "bkl gap AD": [*BKL, "gap", "AD"],
            "bkl check": [*BKL, "check"],
            "bkl set": [*BKL, "set", "BD-R4.lezingen", "2 lezingen", "--dry-run"],
        },
        rounds=11,
    )
    for name, base, budget in (
        ("bkl --help", "noop --help", 0.7),
        ("bkl --version", "noop --help", 0.7),
        ("bkl gap AD", "noop", 1.6),
        ("bkl check", "noop", 1.6),
        ("bkl set", "noop", 2.0),
    ):
        mine, theirs = median(runs[name]), median(runs[base])
        note = f"{1000 * mine.seconds:.0f} ms / {1000 * theirs.seconds:.0f} ms"
        report.row(f"{name} / {base}", ratio(runs, name, base), budget, note)
