"""What documents cost: one, a large one, and one on paper."""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from pathlib import Path

from tests.bench.generate import write_workspace
from tests.bench.measure import BKL, HERE, ROOT, Report, Run, in_turn, median, power, ratio, run

SIZES = (1_000, 10_000)
JAARVERSLAG = ["render", "jaarverslag", "--quiet"]
WEB = ["--format", "md", "--format", "html"]
PDF = ["--format", "pdf"]


def measure(report: Report) -> None:
    """Measure in a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        _web(report, Path(folder))
        _large(report, Path(folder))
        if importlib.util.find_spec("weasyprint"):
            _paper(report, Path(folder))


def _web(report: Report, folder: Path) -> None:
    """The real jaarverslag beside a process that does no more than fill and parse as much."""
    made = _make(ROOT, folder / "echt", *WEB)
    pages = str(made["md"])
    runs = in_turn(
        {
            "plain": [sys.executable, str(HERE / "page.py"), pages, str(folder / "page.html")],
            "bkl": _command(ROOT, folder / "echt", *WEB),
        },
        rounds=9,
    )
    mine, plain = median(runs["bkl"]), median(runs["plain"])
    note = f"{mine.seconds:.2f} s / {plain.seconds:.2f} s, {mine.mib:.0f} MiB"
    report.row("jaarverslag md+html / a page of equal size", ratio(runs, "bkl", "plain"), 2.8, note)


def _large(report: Report, folder: Path) -> None:
    """10 speerpunten with 1.000 indicatoren, and 100 with 10.000."""
    found: list[Run] = []
    for size in (1, *SIZES):
        write_workspace(folder / str(size), size)
        command = _command(folder / str(size), folder / f"uit-{size}", *WEB)
        found.append(median([run(command) for _ in range(3)]))
    empty, small, large = found
    note = f"{large.cpu:.1f} s / {small.cpu:.1f} s"
    report.row("render 10000 / 1000: processor time", large.cpu / small.cpu, 11, note)
    added = large.mib - empty.mib, small.mib - empty.mib
    note = f"{added[0]:.0f} MiB / {added[1]:.0f} MiB"
    report.row("render 10000 / 1000: added memory", added[0] / added[1], 11, note)
    cpu = power([done.cpu - empty.cpu for done in (small, large)], SIZES)
    report.row("render: processor time grows as n to the power", cpu, 1.15)


def _paper(report: Report, folder: Path) -> None:
    """The real jaarverslag as PDF, beside WeasyPrint with as many plain pages."""
    made = _make(ROOT, folder / "papier", *PDF)
    count = _pages(made["pdf"])
    runs = in_turn(
        {
            "plain": [sys.executable, str(HERE / "paper.py"), str(count), str(folder / "a.pdf")],
            "bkl": _command(ROOT, folder / "papier", *PDF),
        },
        rounds=3,
    )
    mine, plain = median(runs["bkl"]), median(runs["plain"])
    note = f"{count} pages: {mine.seconds / count:.3f} s / {plain.seconds / count:.3f} s per page"
    report.row("pdf / as many plain pages", ratio(runs, "bkl", "plain"), 7, note)


def _pages(path: Path) -> int:
    import pikepdf  # noqa: PLC0415 - comes with the extra

    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def _command(workspace: Path, output: Path, *options: str) -> list[str]:
    return [*BKL, "-C", str(workspace), *JAARVERSLAG, *options, "--output", str(output)]


def _make(workspace: Path, output: Path, *options: str) -> dict[str, Path]:
    """Make the documents once and return them by format."""
    run(_command(workspace, output, *options))
    return {path.suffix[1:]: path for path in output.iterdir()}
