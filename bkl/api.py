"""The door: what a command, a notebook or a test may ask of bkl. Nothing here prints."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Route
from bkl.diagnostics.suggestion import did_you_mean
from bkl.domein.dossier import Dossier, build_dossier
from bkl.domein.jaarverslag import Jaarverslag
from bkl.domein.vergelijking import Rij, Telling, Vergelijking
from bkl.domein.werkplan import Werkplan
from bkl.domein.woorden import Oordeel
from bkl.gap.rows import build_rows, compare, select, selections
from bkl.source.load import Loaded, load, phrase_findings
from bkl.source.workspace import Jaargang, find_workspace, find_years, partner


class Gebruiksfout(Exception):
    """Wrong use: `message` says what is wrong, `cure` what to do, both in Dutch (exit 2)."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(f"{message} {cure}")
        self.message, self.cure = message, cure


class Onbruikbaar(Exception):
    """The files cannot be read well enough to compute with; `findings` says why (exit 2)."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"{len(findings)} leesfouten")
        self.findings = tuple(findings)


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


@dataclass(frozen=True, slots=True)
class GapResult:
    """The selected rows with their counts. `alle` counts the whole plan."""

    dossier: Dossier
    selectie: str | None
    rijen: list[Rij]
    telling: Telling
    alle: Telling


@dataclass(slots=True)
class _Year:
    """The files of one year as read, with everything that follows from them."""

    werkplan: Loaded[Werkplan] | None
    jaarverslag: Loaded[Jaarverslag] | None
    dossier: Dossier | None
    vergelijkingen: dict[str, Vergelijking]
    reading: list[Finding]

    @property
    def loaded(self) -> list[Loaded[Werkplan] | Loaded[Jaarverslag]]:
        return [file for file in (self.werkplan, self.jaarverslag) if file is not None]


def check(
    folder: Path | None = None, *, files: Sequence[Path] = (), jaar: int | None = None
) -> CheckResult:
    """Check the data of one year (the newest), or just the given files.

    Raises Gebruiksfout when there is no workspace, year or file of that name.
    """
    findings: list[Finding] = []
    names: list[str] = []
    if not files:
        workspace = _workspace(folder)
        year = _read_year(_choose(workspace, jaar), workspace)
        findings += _everything(year)
        names += [file.name for file in year.loaded]
    for path in files:
        name = path.as_posix()
        names.append(name)
        findings += [f for f in _everything(_read_file(path)) if f.place.file == name]
    return CheckResult(tuple(sorted(set(findings), key=Finding.sort_key)), tuple(names))


def gap(
    folder: Path | None = None,
    *,
    jaar: int | None = None,
    selectie: str | None = None,
    status: Sequence[Oordeel] = (),
) -> GapResult:
    """Compare what was promised with what was reached.

    `selectie` is a speerpunt, thema, doelgroep, onderdeel or indicator; `status` keeps only
    rows with those verdicts. Raises Gebruiksfout for an unknown selection (with a
    suggestion), Onbruikbaar when the files cannot be read.
    """
    workspace = _workspace(folder)
    dossier, vergelijkingen, _ = _usable(_read_year(_choose(workspace, jaar), workspace))
    alle = build_rows(dossier, vergelijkingen)
    rijen = select(dossier, alle, selectie)
    if rijen is None and selectie is not None:
        known = selections(dossier, alle)
        folded = {name.casefold(): name for name in known}
        selectie = folded.get(selectie.casefold(), selectie)
        rijen = select(dossier, alle, selectie)
    if rijen is None:
        raise Gebruiksfout(
            f"`{selectie}` is geen speerpunt, thema, doelgroep, onderdeel of indicator.",
            did_you_mean(selectie or "", known) or f"Kies bijvoorbeeld uit: {', '.join(known[:12])}.",
        )
    if status:
        rijen = [rij for rij in rijen if rij.vergelijking.oordeel in status]
    return GapResult(dossier, selectie, rijen, Telling.of(rijen), Telling.of(alle))


def choices(folder: Path | None = None) -> list[str]:
    """Return every selection that `gap` understands; empty when nothing can be read."""
    try:
        workspace = _workspace(folder)
        dossier, vergelijkingen, _ = _usable(_read_year(_choose(workspace, None), workspace))
    except (Gebruiksfout, Onbruikbaar):
        return []
    return selections(dossier, build_rows(dossier, vergelijkingen))


def _workspace(folder: Path | None) -> Path:
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


def _choose(workspace: Path, jaar: int | None) -> Jaargang:
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


def _read_file(path: Path) -> _Year:
    if not path.exists():
        raise Gebruiksfout(f"Het bestand `{path}` bestaat niet.", "Controleer de naam.")
    try:
        return _read_year(partner(path), None)
    except ValueError:
        raise Gebruiksfout(
            f"Uit de naam `{path.name}` blijkt niet wat voor bestand dit is.",
            "Noem het `werkplan-2021.yaml` of `jaarverslag-2021.yaml`, met het goede jaar.",
        ) from None


def _read_year(jaargang: Jaargang, workspace: Path | None) -> _Year:
    """Read the files of one year; names in findings are relative to the workspace."""

    def name(path: Path) -> str:
        return (path.relative_to(workspace) if workspace else path).as_posix()

    plan = verslag = None
    if jaargang.werkplan:
        plan = load(jaargang.werkplan, name(jaargang.werkplan), Werkplan)
    if jaargang.jaarverslag:
        verslag = load(jaargang.jaarverslag, name(jaargang.jaarverslag), Jaarverslag)
    year = _Year(plan, verslag, None, {}, [])
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
    from bkl.diagnostics.position import Place  # noqa: PLC0415
    from bkl.source.meldingen import WERKPLAN_ONTBREEKT  # noqa: PLC0415

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


def _everything(year: _Year) -> Iterator[Finding]:
    """Yield what reading and the rules found, each at its line and column."""
    from bkl.rules._rule import Case, run_rules  # noqa: PLC0415 - gap and render need no rules

    findings: Iterable[Finding] = year.reading
    if year.dossier is not None and year.werkplan is not None:
        name = year.jaarverslag.name if year.jaarverslag else ""
        case = Case(year.dossier, year.vergelijkingen, year.werkplan.name, name)
        broken = [finding.place.route for finding in year.reading]
        findings = [*findings, *run_rules(case, broken)]
    return _located(year, findings)


def _located(year: _Year, findings: Iterable[Finding]) -> Iterator[Finding]:
    files = {file.name: file for file in year.loaded}
    for finding in findings:
        located = files[finding.place.file].locate(finding)
        for other in files.values():
            located = other.relate(located)
        yield located


def _usable(year: _Year) -> tuple[Dossier, dict[str, Vergelijking], str]:
    """Return what can be computed with; raises Onbruikbaar when reading found faults."""
    faults = [finding for finding in year.reading if finding.kind.severity == "fout"]
    if faults or year.dossier is None:
        raise Onbruikbaar(sorted(_located(year, faults), key=Finding.sort_key))
    digest = hashlib.sha256(b"\0".join(file.data for file in year.loaded)).hexdigest()
    return year.dossier, year.vergelijkingen, digest
