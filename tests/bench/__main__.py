"""Run with `make bench`: prints each figure as a ratio with its budget; exit 1 above a budget."""

from __future__ import annotations

import argparse

from tests.bench import documenten, formulieren, groei, invoer, portfolio, start
from tests.bench.measure import Report

PARTS = {
    "start": start.measure,
    "groei": groei.measure,
    "invoer": invoer.measure,
    "documenten": documenten.measure,
    "formulieren": formulieren.measure,
    "portfolio": portfolio.measure,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--deel", choices=PARTS, action="append", help="measure only this part")
    report = Report()
    for part in parser.parse_args().deel or PARTS:
        PARTS[part](report)
    return int(report.broken)


if __name__ == "__main__":
    raise SystemExit(main())
