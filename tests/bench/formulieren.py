"""What forms cost: reading in 2.000 answers, beside `bkl check` of the same workspace."""

from __future__ import annotations

import importlib.util
import tempfile
from pathlib import Path

from tests.bench.generate import write_workspace
from tests.bench.measure import BKL, Report, in_turn, median, ratio

ROWS = 2_000


def measure(report: Report) -> None:
    """Measure in a folder that is thrown away; `--dry-run` does all but replacing the file."""
    if importlib.util.find_spec("xlsxwriter") is None:
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_workspace(folder, ROWS)
        form = _filled_in(folder)
        runs = in_turn(
            {
                "check": [*BKL, "-C", name, "check"],
                "import": [*BKL, "-C", name, "import", str(form), "--dry-run"],
                "form": [*BKL, "-C", name, "form", "--alles"],
            },
            rounds=5,
        )
    check = median(runs["check"])
    for command, budget in (("import", 3), ("form", 3)):
        mine = median(runs[command])
        note = f"{mine.seconds:.2f} s / {check.seconds:.2f} s, {mine.mib:.0f} MiB"
        report.row(f"{command} of {ROWS} rows / check", ratio(runs, command, "check"), budget, note)


def _filled_in(folder: Path) -> Path:
    """Return a form in which every row has a source and an explanation of its own."""
    import xlsxwriter  # noqa: PLC0415 - an extra

    path = folder / "ingevuld.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Formulier")
    sheet.write_row(0, 0, ["Code", "Bron", "Toelichting"])
    for number in range(ROWS):
        code = f"S{number // 100}-R{number}.aantal"
        sheet.write_row(number + 1, 0, [code, f"Telling, map {number}", f"Reden {number}."])
    book.close()
    return path
