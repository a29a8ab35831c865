"""Reading one year: which files, what stands in them, and what follows from them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bkl.api.errors import Gebruiksfout, Onbruikbaar
from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Place, Route
from bkl.domein.dossier import Dossier, build_dossier
from bkl.domein.jaarverslag import Jaarverslag
from bkl.domein.vergelijking import Vergelijking
from bkl.domein.werkplan import Werkplan
from bkl.gap.rows import compare
from bkl.source.load import Loaded, load, phrase_findings
from bkl.source.meldingen import WERKPLAN_ONTBREEKT
from bkl.source.workspace import Jaargang, find_workspace, find_years


@dataclass(slots=True)
class Year:
    """The files of one year as read. `dossier` is None when there is no readable werkplan.

    `reading` holds what reading found, `vergelijkingen` the verdicts by indicator id.
    """

    werkplan: Loaded[Werkplan] | None
    jaarverslag: Loaded[Jaarverslag] | None
    dossier: Dossier | None
    vergelijkingen: dict[str, Vergelijking]
    reading: list[Finding]

    @property
    def loaded(self) -> list[Loaded[Werkplan] | Loaded[Jaarverslag]]:
        """The files that exist."""
        return [file for file in (self.werkplan, self.jaarverslag) if file is not None]

    @property
    def digest(self) -> str:
        """SHA-256 of the data, in hexadecimal; it changes with every byte of either file."""
        return hashlib.sha256(b"\0".join(file.data for file in self.loaded)).hexdigest()

    def usable(self) -> tuple[Dossier, dict[str, Vergelijking]]:
        """Return what can be computed with; raises Onbruikbaar when reading found faults."""
        faults = [finding for finding in self.reading if finding.kind.severity == "fout"]
        if faults or self.dossier is None:
            raise Onbruikbaar(sorted(locate(self, faults), key=Finding.sort_key))
        return self.dossier, self.vergelijkingen


def workspace_of(folder: Path | None) -> Path:
    """Return the workspace around `folder` (the current one). Raises Gebruiksfout."""
    start = folder or Path.cwd()
    if not start.is_dir():
        raise Gebruiksfout(f"De map `{start}` bestaat niet.", "Controleer de naam na `-C`.")
    workspace = find_workspace(start)
    if workspace is None:
        raise Gebruiksfout(
            f"Hier en in de mappen erboven staat geen map `data` ({start.absolute()}).",
            "Ga naar de map van uw verslag, of wijs die aan met `-C MAP`.",
        )
    return workspace


def choose(workspace: Path, jaar: int | None) -> Jaargang:
    """Return the files of one year, the newest by default. Raises Gebruiksfout."""
    years = find_years(workspace)
    if not years:
        raise Gebruiksfout(
            f"In `{workspace / 'data'}` staat geen werkplan of jaarverslag.",
            "Geef de bestanden namen als `werkplan-2021.yaml` en `jaarverslag-2021.yaml`.",
        )
    if jaar is None:
        return years[max(years)]
    if jaar not in years:
        known = ", ".join(str(year) for year in years)
        raise Gebruiksfout(f"Er zijn geen bestanden van {jaar}.", f"Kies uit: {known}.")
    return years[jaar]


def name_of(path: Path) -> str:
    """Return how a file is named in findings when it was named on the command line."""
    return path.as_posix()


def read_year(jaargang: Jaargang, workspace: Path | None) -> Year:
    """Read the files of one year; names in findings are relative to the workspace."""

    def name(path: Path) -> str:
        return name_of(path.relative_to(workspace) if workspace else path)

    plan = verslag = None
    if jaargang.werkplan:
        plan = load(jaargang.werkplan, name(jaargang.werkplan), Werkplan)
    if jaargang.jaarverslag:
        verslag = load(jaargang.jaarverslag, name(jaargang.jaarverslag), Jaarverslag)
    year = Year(plan, verslag, None, {}, [])
    for file in year.loaded:
        year.reading += file.findings
    if plan is None and verslag is not None:
        year.reading.append(_no_werkplan(jaargang, verslag.name))
    if plan is not None and plan.model is not None:
        year.dossier = build_dossier(plan.model, verslag.model if verslag else None)
        year.vergelijkingen = compare(year.dossier)
        year.reading += _phrases(year.dossier, plan, verslag)
    return year


def _no_werkplan(jaargang: Jaargang, file: str) -> Finding:
    return Finding(
        WERKPLAN_ONTBREEKT,
        f"Bij dit jaarverslag ontbreekt het werkplan van {jaargang.jaar}.",
        f"Zet `werkplan-{jaargang.jaar}.yaml` in dezelfde map.",
        Place(file, ("jaarverslag",)),
    )


def _phrases(
    dossier: Dossier, plan: Loaded[Werkplan], verslag: Loaded[Jaarverslag] | None
) -> Iterator[Finding]:
    goals: list[tuple[Route, str]] = [
        ((*entry.pad, key), tekst)
        for entry in dossier.indicatoren.values()
        for key, tekst in (("doel", entry.indicator.doel), ("nulmeting", entry.indicator.nulmeting))
        if tekst is not None
    ]
    yield from phrase_findings(plan, dossier.leesfouten_werkplan, goals)
    if verslag is None:
        return
    results: list[tuple[Route, str]] = []
    for given in dossier.realisaties.values():
        if given.realisatie.realisatie is not None:
            results.append(((*given.pad, "realisatie"), given.realisatie.realisatie))
        for nummer, ander in enumerate(given.realisatie.tegenspraak):
            route = (*given.pad, "tegenspraak", nummer, "realisatie")
            results.append((route, ander.realisatie))
    yield from phrase_findings(verslag, dossier.leesfouten_jaarverslag, results)


def locate(year: Year, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings with line, column and excerpt, also of their related places."""
    files = {file.name: file for file in year.loaded}
    for finding in findings:
        located = files[finding.place.file].locate(finding)
        for other in files.values():
            located = other.relate(located)
        yield located
