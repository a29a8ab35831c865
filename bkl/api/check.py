"""`check`: everything that is wrong with the data of one year, at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bkl.api.errors import Gebruiksfout
from bkl.api.year import Year, choose, locate, name_of, read_year, workspace_of
from bkl.diagnostics.finding import Finding
from bkl.rules._rule import Case, run_rules
from bkl.source.workspace import partner


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Everything that `check` found, sorted; `files` are the files that were looked at."""

    findings: tuple[Finding, ...]
    files: tuple[str, ...]

    @property
    def fouten(self) -> int:
        """Number of findings of severity `fout`."""
        return sum(finding.kind.severity == "fout" for finding in self.findings)

    @property
    def waarschuwingen(self) -> int:
        """Number of findings of severity `waarschuwing`."""
        return len(self.findings) - self.fouten


def check(
    folder: Path | None = None, *, files: Sequence[Path] = (), jaar: int | None = None
) -> CheckResult:
    """Check the data of one year (the newest), or just the given files.

    Raises Gebruiksfout when there is no workspace, year or file of that name.
    """
    findings: list[Finding] = []
    names: list[str] = []
    if not files:
        workspace = workspace_of(folder)
        year = read_year(choose(workspace, jaar), workspace)
        findings += _everything(year)
        names += [file.name for file in year.loaded]
    for path in files:
        name = name_of(path)
        names.append(name)
        findings += [f for f in _everything(_read_file(path)) if f.place.file == name]
    return CheckResult(tuple(sorted(set(findings), key=Finding.sort_key)), tuple(names))


def _read_file(path: Path) -> Year:
    if not path.exists():
        raise Gebruiksfout(f"Het bestand `{path}` bestaat niet.", "Controleer de naam.")
    try:
        return read_year(partner(path), None)
    except ValueError:
        raise Gebruiksfout(
            f"Uit de naam `{path.name}` blijkt niet wat voor bestand dit is.",
            "Noem het `werkplan-2021.yaml` of `jaarverslag-2021.yaml`, met het goede jaar.",
        ) from None


def _everything(year: Year) -> Iterator[Finding]:
    """Yield what reading and the rules found, each at its line and column."""
    findings: Iterable[Finding] = year.reading
    if year.dossier is not None and year.werkplan is not None:
        name = year.jaarverslag.name if year.jaarverslag else ""
        case = Case(year.dossier, year.vergelijkingen, year.werkplan.name, name)
        broken = [finding.place.route for finding in year.reading]
        findings = [*findings, *run_rules(case, broken)]
    return locate(year, findings)
