"""Run with `make fuzz`: 100.000 mutations on two workers; exit 1 when one of them fails."""

import argparse
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.fuzz.parts import Real
from tests.fuzz.run import SLOWEST, Report, run

BATCH = 1000


def batch(seed: int) -> tuple[Report, float]:
    report = run(seed, BATCH, Real())
    return report, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--aantal", type=int, default=100_000)
    parser.add_argument("--zaad", type=int, default=2021)
    parser.add_argument("--bewaar", type=Path, help="folder for the cases that fail")
    asked = parser.parse_args()
    seeds = range(asked.zaad, asked.zaad + max(1, asked.aantal // BATCH))
    total, peak, start = Report(), 0.0, time.perf_counter()
    with ProcessPoolExecutor(2) as pool:
        for report, mib in pool.map(batch, seeds):
            total.done += report.done
            total.findings += report.findings
            total.faults += report.faults
            peak = max(peak, mib)
            if report.slowest > total.slowest:
                total.slowest, total.slowest_case = report.slowest, report.slowest_case
    seconds = time.perf_counter() - start
    for number, (case, why, files) in enumerate(total.faults[:20]):
        print(f"{case}\n{why}")
        if asked.bewaar:
            for kind, data in files.items():
                asked.bewaar.mkdir(parents=True, exist_ok=True)
                (asked.bewaar / f"{number}-{kind}.yaml").write_bytes(data)
    print(f"{total.done} mutaties in {seconds:.0f} s, {total.findings} meldingen")
    print(f"{len(total.faults)} fouten van bkl zelf (traceback, of melding zonder plaats)")
    print(f"traagste geval {1000 * total.slowest:.0f} ms ({total.slowest_case})")
    print(f"meeste geheugen {peak:.0f} MiB")
    return int(bool(total.faults) or total.slowest > SLOWEST)


if __name__ == "__main__":
    sys.exit(main())
