"""Run with `make fuzz`: mutations on two workers; exit 1 when one of them fails.

100.000 go through check alone, 20.000 also through gap with all its printers, 5.000 also
through render: what check calls free of faults, the others must be able to work with.
"""

import argparse
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

from tests.fuzz.parts import Real
from tests.fuzz.run import SLOWEST, Depth, Report, run

BATCH = 1000


COUNTS: dict[Depth, int] = {"check": 100_000, "gap": 20_000, "render": 5_000}


def batch(seed: int, depth: Depth) -> tuple[Report, float]:
    report = run(seed, BATCH, Real(), depth)
    return report, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--diepte", choices=COUNTS, action="append", help="only this depth")
    parser.add_argument("--aantal", type=int, help="so many, instead of the usual number")
    parser.add_argument("--zaad", type=int, default=2021)
    parser.add_argument("--bewaar", type=Path, help="folder for the cases that fail")
    asked = parser.parse_args()
    depths: list[Depth] = asked.diepte or list(COUNTS)
    return max(search(depth, asked) for depth in depths)


def search(depth: Depth, asked: argparse.Namespace) -> int:
    """Try as many as asked, tell what came of it, and return the exit code."""
    seeds = range(asked.zaad, asked.zaad + max(1, (asked.aantal or COUNTS[depth]) // BATCH))
    total, peak, start = Report(), 0.0, time.perf_counter()
    with ProcessPoolExecutor(2) as pool:
        for report, mib in pool.map(batch, seeds, repeat(depth)):
            total.done += report.done
            total.free += report.free
            total.findings += report.findings
            total.faults += report.faults
            peak = max(peak, mib)
            if report.slowest > total.slowest:
                total.slowest, total.slowest_case = report.slowest, report.slowest_case
    seconds = time.perf_counter() - start
    for number, (case, why, files) in enumerate(total.faults[:20]):
        print(f"{case}\n{why}")
        if asked.bewaar:
            asked.bewaar.mkdir(parents=True, exist_ok=True)
            for kind, data in files.items():
                (asked.bewaar / f"{depth}-{number}-{kind}.yaml").write_bytes(data)
    print(f"{depth}: {total.done} mutaties in {seconds:.0f} s, {total.findings} meldingen")
    print(f"{total.free} vrij van fouten, en daarmee was verder te werken")
    print(f"{len(total.faults)} fouten van bkl zelf (traceback, of melding zonder plaats)")
    print(f"traagste geval {1000 * total.slowest:.0f} ms ({total.slowest_case})")
    print(f"meeste geheugen {peak:.0f} MiB")
    return int(bool(total.faults) or total.slowest > SLOWEST)


if __name__ == "__main__":
    sys.exit(main())
