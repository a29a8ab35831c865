"""`check`: everything that is wrong with the data, at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from bkl.api.checking.catalogue import expect_selectors
from bkl.api.checking.judge import judge_year
from bkl.api.checking.settings import read_settings
from bkl.api.errors import Gebruiksfout
from bkl.api.workspace.folder import find_years, partner, read_name
from bkl.api.workspace.strays import find_strays
from bkl.api.workspace.year import Year, choose, choose_all, name_of, read_year, workspace_of
from bkl.diagnostics.finding import Finding
from bkl.domein.records import dataclass
from bkl.rules.engine.choice import RuleChoice
from bkl.source.kinds import GEEN_LEESBARE_TEKST, ONLEESBAAR_BESTAND
from bkl.source.text.read import is_held

if TYPE_CHECKING:
    from bkl.domein.dossier.gevraagd import Gevraagd

_UNOPENED = (ONLEESBAAR_BESTAND, GEEN_LEESBARE_TEKST)


MOST = 1000
"""So many faults of one kind are listed of one file; who mends those, sees the others."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Everything that `check` found, sorted; `files` are the files that were looked at."""

    findings: tuple[Finding, ...]
    files: tuple[str, ...]

    @property
    def fouten(self) -> int:
        """Number of findings of severity `fout`."""
        return sum(1 + one.nog for one in self.findings if one.kind.severity == "fout")

    @property
    def onleesbaar(self) -> bool:
        """Whether a file could not be opened or decoded, so that nothing was looked at there."""
        return any(finding.kind in _UNOPENED for finding in self.findings)

    @property
    def waarschuwingen(self) -> int:
        """Number of findings of severity `waarschuwing`."""
        return sum(1 + one.nog for one in self.findings if one.kind.severity != "fout")


class CheckOptions(TypedDict, total=False):
    """What to look at: just these `files`, one year (the newest without `jaar`), or `every` year.

    `select` and `ignore` name rules by code, beginning of a code, slug or family. `eisen` is a
    file with what a funder asks; its year is then the one that is meant.
    """

    files: Sequence[Path]
    jaar: int | None
    every: bool
    select: Sequence[str]
    ignore: Sequence[str]
    eisen: Path | None


def check(folder: Path | None = None, **options: Unpack[CheckOptions]) -> CheckResult:
    """Check the data of the workspace around `folder` (the current one).

    What could not be read is always reported. Raises Gebruiksfout when there is no workspace,
    year, file or rule of that name, Onbruikbaar for a file of eisen that cannot be read.
    """
    files = options.get("files", ())
    eisen, jaar = _asked(options.get("eisen"), options.get("jaar"))
    keuze = RuleChoice(
        expect_selectors(options.get("select", ())),
        expect_selectors(options.get("ignore", ()), ignore=True),
    )
    findings: list[Finding] = []
    names: list[str] = []
    if not files:
        workspace = workspace_of(folder)
        settings = read_settings(workspace)
        every = options.get("every")
        for jaargang in choose_all(workspace) if every else [choose(workspace, jaar)]:
            year = read_year(jaargang, workspace)
            findings += judge_year(year, settings, keuze, workspace, eisen)
            names += [file.name for file in year.loaded]
        # what belongs to a year that is looked at is told with it
        findings += _strays(workspace)
        if settings.file:
            names.append(settings.file.name)
    for path in _expand(files):
        name = name_of(path)
        names.append(name)
        found = judge_year(_read_file(path), read_settings(_around(path)), keuze, eisen=eisen)
        findings += [finding for finding in found if finding.place.file == name]
    return CheckResult(tuple(_listed(sorted(set(findings), key=Finding.sort_key))), tuple(names))


def _asked(path: Path | None, jaar: int | None) -> tuple[Gevraagd | None, int | None]:
    """Return what a funder asks, and the year to look at."""
    if path is None:
        return None, jaar
    from bkl.api.checking.requirements import read_requirements  # noqa: PLC0415 - few have them

    eisen = read_requirements(path)
    if jaar is not None and jaar != eisen.eisen.eisen:
        raise Gebruiksfout(
            f"De eisen in `{path}` gaan over {eisen.eisen.eisen}, niet over {jaar}.",
            "Laat `--jaar` weg, of neem de eisen van dat jaar.",
        )
    return eisen, eisen.eisen.eisen


def _listed(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield at most `MOST` findings of one kind in one file, the last of which counts the others.

    What mends itself is always listed.
    """
    often: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        often[finding.place.file, finding.kind.code] += not finding.edits
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        known = finding.place.file, finding.kind.code
        seen[known] += not finding.edits
        left = often[known] - MOST
        if finding.edits or seen[known] < MOST or left <= 0:
            yield finding
        elif seen[known] == MOST:
            more = f"{finding.message} Zo zijn er in dit bestand nog {left}."
            yield replace(finding, message=more, nog=left)


def _expand(files: Sequence[Path]) -> Iterator[Path]:
    """Yield the files, and for a folder those of each year in it. Raises Gebruiksfout."""
    for path in files:
        if not path.is_dir():
            yield path
            continue
        folder = path / "data" if (path / "data").is_dir() else path
        named = [one for one in sorted(folder.iterdir()) if read_name(one.name)]
        if not named:
            raise Gebruiksfout(
                f"In de map `{path}` staat geen werkplan of jaarverslag.",
                "Geef een map met bestanden als `werkplan-2021.yaml`.",
            )
        yield from named


def _strays(workspace: Path) -> Iterator[Finding]:
    """Yield a finding per file that no year reads."""
    years = find_years(workspace)
    for stray in find_strays(workspace):
        if stray.jaar not in years:
            yield stray.finding()


def _around(path: Path) -> Path | None:
    """Return the workspace in whose `data/` a file stands, None when it stands elsewhere."""
    parent = path.absolute().parent
    return parent.parent if parent.name == "data" else None


def _read_file(path: Path) -> Year:
    if not path.exists() and not is_held(path):
        raise Gebruiksfout(f"Het bestand `{path}` bestaat niet.", "Controleer de naam.")
    try:
        return read_year(partner(path), None)
    except ValueError:
        raise Gebruiksfout(
            f"Uit de naam `{path.name}` blijkt niet wat voor bestand dit is.",
            "Noem het `werkplan-2021.yaml` of `jaarverslag-2021.yaml`, met het goede jaar.",
        ) from None
