"""What a portfolio costs: `python -m tests.bench.portfolio FOLDER` with workspaces in it.

Processor time, not the clock: of judging against the floor of parsing with positions and one
validation, of a run in which one in a hundred changed, and of counting ten million rows.
"""

import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

from bkl import api
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.model.werkplan import Werkplan
from bkl.portfolio.columns import INDICATOREN
from bkl.portfolio.dataset import Dataset
from bkl.portfolio.engine import engine
from bkl.portfolio.rollups import overview
from bkl.source.parsing.yaml_tree import read_tree

YEARS = 3


def processor() -> float:
    """Return the processor seconds of this process and those it waited for."""
    own, others = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def peak() -> float:
    """Return the largest memory of one process so far, in MB."""
    found = (
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return max(found) / 1024


def floor(paths: list[Path]) -> float:
    """Return the processor seconds of parsing and validating each file once."""
    start = processor()
    for path in paths:
        for kind, model in (("werkplan", Werkplan), ("jaarverslag", Jaarverslag)):
            for file in sorted((path / "data").glob(f"{kind}-*.yaml")):
                tree = read_tree(file.name, file.read_bytes())
                try:
                    model.model_validate(tree.value)
                except ValueError:
                    continue
    return processor() - start


def judge(folder: Path, paths: list[Path], **options: object) -> tuple[float, float]:
    """Return processor and clock seconds of bringing a dataset up to date."""
    start, clock = processor(), time.monotonic()
    request = api.PortfolioRequest(bronnen=paths, dataset=folder, **options)
    done = api.update_portfolio(request)
    sys.stdout.write(f"  {done.beoordeeld} judged, {done.ongewijzigd} as they were\n")
    return processor() - start, time.monotonic() - clock


def touch(paths: list[Path]) -> None:
    """Change one figure in each."""
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
        start, clock = processor(), time.monotonic()
        with engine(large.spill) as connection:
            overview(connection, large, verdeling, None)
        sys.stdout.write(
            f"  per {verdeling}: {processor() - start:.1f} s processor, "
            f"{time.monotonic() - clock:.1f} s, peak {peak():.0f} MB\n"
        )
    shutil.rmtree(large.folder)


def main() -> None:
    source = Path(sys.argv[1])
    sizes = [int(one) for one in sys.argv[2].split(",")]
    rows = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    every = sorted(path.parent for path in source.rglob("data") if path.is_dir())
    with tempfile.TemporaryDirectory(prefix="bkl-bench-") as temporary:
        for size in sizes:
            paths, folder = every[:size], Path(temporary, f"uit-{size}")
            low = floor(paths[: min(size, 200)]) / min(size, 200)
            one = judge(folder, paths, processen=1)[0] / size
            sys.stdout.write(
                f"{size}: {1000 * one / YEARS:.1f} ms processor per workspace and year, floor "
                f"{1000 * low / YEARS:.1f} ms, {one / low:.2f} times; peak {peak():.0f} MB\n"
            )
            two = judge(Path(temporary, f"twee-{size}"), paths, processen=2)
            sys.stdout.write(f"  pool of 2: {two[0]:.1f} s processor, {two[1]:.1f} s clock\n")
            time.sleep(3)
            judge(folder, paths, processen=1)  # times of files are old enough to be trusted now
            touch(paths[: max(1, size // 100)])
            warm = judge(folder, paths, processen=1)
            sys.stdout.write(
                f"  one in a hundred changed: {warm[0]:.2f} s processor, {warm[1]:.2f} s\n"
            )
        if rows:
            roll_up(Path(temporary, f"uit-{sizes[-1]}"), rows)


if __name__ == "__main__":
    main()
