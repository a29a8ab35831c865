"""What a portfolio costs, in processor time and not by the clock.

With `make bench`: judging a workspace in a warm process against the floor, which is parsing with
positions and one validation of the same files, and how that grows. By itself, with workspaces
that `python -m tests.bench.werkmappen FOLDER NUMBER` made:

    python -m tests.bench.portfolio FOLDER 100,1000,10000 [ROWS]

runs the program itself on so many of them, again with one in a hundred changed, and counts so
many rows (a dataset repeated) in every way that there is.
"""

import ctypes
import gc
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from bkl.api.leaves.leaf import Werk, judge_workspace
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.model.werkplan import Werkplan
from bkl.portfolio.columns import INDICATOREN
from bkl.portfolio.dataset import Dataset
from bkl.portfolio.engine import engine
from bkl.portfolio.rollups import overview
from bkl.portfolio.sources import Bronmap
from bkl.source.parsing.yaml_tree import read_tree
from tests.bench.measure import Report, power
from tests.bench.werkmappen import write_many

YEARS = 3
_SUBREAPER = 36


class Cost(NamedTuple):
    """What a program cost with all processes that it began; `peak` is that of the largest, MB."""

    processor: float
    clock: float
    peak: float


def judged(paths: list[Path], journal: Path) -> tuple[float, float]:
    """Return processor seconds of judging each workspace, and of the floor of the same files."""
    leaf = floor = 0.0
    for path in paths:
        start = time.process_time()
        judge_workspace(Werk(Bronmap(path.name, path, "map"), journal, ""))
        between = time.process_time()
        leaf += between - start
        for kind, model in (("werkplan", Werkplan), ("jaarverslag", Jaarverslag)):
            for file in sorted((path / "data").glob(f"{kind}-*.yaml")):
                tree = read_tree(file.name, file.read_bytes())
                try:
                    model.model_validate(tree.value)
                except ValueError:
                    continue
        floor += time.process_time() - between
    return leaf, floor


def measure(report: Report) -> None:
    """Measure with a hundred workspaces, as a process of the pool does."""
    gc.set_threshold(100_000)
    with tempfile.TemporaryDirectory(prefix="bkl-bench-") as temporary:
        folder, journal = Path(temporary, "orgs"), Path(temporary, "klaar")
        journal.mkdir()
        write_many(folder, 110)
        paths = sorted((folder / "00").iterdir())
        judged(paths[:10], journal)  # what is read for the first time is imported and compiled
        low, high = paths[10:35], paths[10:]
        costs = [judged(some, journal) for some in (low, high)]
        leaf, floor = costs[-1]
        each = 1000 * leaf / len(high) / YEARS
        report.row("portfolio: judging / parse + one validation", leaf / floor, 8, f"{each:.0f} ms")
        slope = power([leaf for leaf, _ in costs], [len(low), len(high)])
        report.row("portfolio: growth 25 to 100 workspaces", slope, 1.1)


def program(*args: object) -> Cost:
    """Run bkl, and wait for every process that it began."""
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([sys.executable, "-m", "bkl", *map(str, args)], stdout=-3, check=False)
    try:
        while True:
            os.wait()  # processes of a pool outlive the program by a moment, and are ours then
    except ChildProcessError:
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(spent, time.monotonic() - start, after.ru_maxrss / 1024)


def touch(paths: list[Path]) -> None:
    """Change one reference to a page in each."""
    for path in paths:
        file = sorted((path / "data").glob("jaarverslag-*"))[-1]
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("bron: telling, blad", "bron: telling, bladzijde", 1), "utf-8")


def roll_up(folder: Path, rows: int) -> None:
    """Count so many rows, made of those of a dataset, in every way that there is."""
    dataset, large = Dataset(folder), Dataset(folder.with_name("groot"))
    large.prepare()
    shutil.copy(dataset.table, large.table)
    columns = ", ".join(
        f"{one.naam} || '-' || k AS {one.naam}"
        if one.naam in ("werkmap", "organisatie")
        else one.naam
        for one in INDICATOREN
    )
    with engine(large.spill) as connection:
        (own,) = connection.execute(f"SELECT count(*) FROM {dataset.indicators()}").fetchone()
        times = -(-rows // own)
        for k in range(times):
            query = f"SELECT {columns.replace(' k ', f' {k} ')} FROM {dataset.indicators()}"
            connection.execute(
                f"COPY ({query}) TO '{large.parts}/{k:04}.parquet' (COMPRESSION zstd)"
            )
    size = sum(path.stat().st_size for path in large.parts.iterdir()) / 2**20
    sys.stdout.write(f"  {own * times} rows, {size:.0f} MB\n")
    for verdeling in ("jaar", "organisatie", "thema", "financier", "definitie"):
        cost = program("portfolio", "--dataset", large.folder, "--per", verdeling)
        sys.stdout.write(f"  per {verdeling}: {_told(cost)}\n")
    shutil.rmtree(large.folder)


def counted(folder: Path, per: str) -> None:
    """Count a dataset in this process, to know what the counting alone costs."""
    start = time.process_time()
    dataset = Dataset(folder)
    with engine(dataset.spill) as connection:
        overview(connection, dataset, per, None)
    sys.stdout.write(f"  counting alone: {time.process_time() - start:.1f} s\n")


def _told(cost: Cost) -> str:
    return f"{cost.processor:.2f} s processor, {cost.clock:.1f} s, peak {cost.peak:.0f} MB"


def main() -> None:
    source = Path(sys.argv[1])
    sizes = [int(one) for one in sys.argv[2].split(",")]
    rows = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    every = sorted(path.parent for path in source.rglob("data") if path.is_dir())
    costs = []
    with tempfile.TemporaryDirectory(prefix="bkl-bench-") as temporary:
        for size in sizes:
            paths, folder = every[:size], Path(temporary, f"uit-{size}")
            places = Path(temporary, f"lijst-{size}.txt")
            places.write_text("".join(f"{path.resolve()}\n" for path in paths), encoding="utf-8")
            cold = program("portfolio", places, "--dataset", folder)
            costs.append(cold.processor)
            each = 1000 * cold.processor / size / YEARS
            sys.stdout.write(f"{size}: {_told(cold)}; {each:.1f} ms a workspace and year\n")
            touch(paths[: max(1, size // 100)])
            time.sleep(3)  # a change so young that it may have been another is read again
            program("portfolio", places, "--dataset", folder)
            touch(paths[size // 100 : 2 * (size // 100) or 1])
            warm = program("portfolio", places, "--dataset", folder)
            sys.stdout.write(f"  one in a hundred changed: {_told(warm)}\n")
        if len(sizes) > 1:
            sys.stdout.write(f"growth {power(costs, sizes):.2f}\n")
        if rows:
            roll_up(folder, rows)
            counted(folder, "jaar")


if __name__ == "__main__":
    main()
