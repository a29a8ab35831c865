"""Reading one year: which files, what stands in them, and what follows from them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bkl.api.errors import Gebruiksfout, Onbruikbaar
from bkl.api.workspace.before import year_before
from bkl.api.workspace.folder import Jaargang, covered_years, find_workspace, find_years
from bkl.api.workspace.misfits import no_werkplan, rival
from bkl.api.workspace.strays import Stray, find_strays
from bkl.diagnostics.finding import Finding
from bkl.domein.dossier.dossier import Dossier, build_dossier
from bkl.domein.dossier.reading.reader import Lezer
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.dossier.vorig_jaar import Vorige, figures_of
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.model.werkplan import Werkplan
from bkl.domein.records import dataclass
from bkl.gap.rows import compare
from bkl.source.load import Loaded, M, load, phrase_findings
from bkl.source.text.decode import normal
from bkl.source.text.read import instead

if TYPE_CHECKING:
    from bkl.diagnostics.position import Route
    from bkl.domein.model.akkoorden import Akkoorden
    from bkl.domein.model.bijstellingen import Bijstellingen

    Bestand = Loaded[Werkplan] | Loaded[Jaarverslag] | Loaded[Bijstellingen] | Loaded[Akkoorden]


@dataclass(slots=True)
class Year:
    """The files of one year as read. `dossier` is None when there is no readable werkplan.

    `reading` holds what reading found, `vergelijkingen` the verdicts by indicator id. `eerder`
    are the reports of earlier years of a plan of several years: what is wrong with those is told
    with their own year. `vorig` is the report of the year before, where a doel compares with it.
    """

    werkplan: Loaded[Werkplan] | None
    jaarverslag: Loaded[Jaarverslag] | None
    dossier: Dossier | None
    vergelijkingen: dict[str, Vergelijking]
    reading: list[Finding]
    bijstellingen: Loaded[Bijstellingen] | None = None
    akkoord: Loaded[Akkoorden] | None = None
    folder: Path | None = None
    jaar: int | None = None
    eerder: Mapping[int, Loaded[Jaarverslag]] = field(default_factory=dict)
    vorig: bytes | None = None

    @property
    def loaded(self) -> list[Bestand]:
        """The files that exist."""
        files = (self.werkplan, self.jaarverslag, self.bijstellingen, self.akkoord)
        return [file for file in files if file is not None]

    @property
    def digest(self) -> str:
        """SHA-256 of the data, in hexadecimal; it changes with every character of any file.

        Line ends and byte order marks are no characters: git and editors change them. Who agreed
        is no part of it.
        """
        data = [normal(file.data) for file in self.loaded if file is not self.akkoord]
        data += [normal(file.data) for file in self.eerder.values()]
        data += [normal(self.vorig)] if self.vorig is not None else []
        return hashlib.sha256(b"\0".join(data)).hexdigest()

    @property
    def raw_digest(self) -> str:
        """SHA-256 of the same files byte for byte, as version 0.1 told it in its reports."""
        data = [file.data for file in self.loaded if file is not self.akkoord]
        return hashlib.sha256(b"\0".join(data)).hexdigest()

    @property
    def plan_digests(self) -> tuple[str, ...]:
        """SHA-256 of the werkplan, in hexadecimal; and of the same text with other line ends.

        The first is the one that bkl tells. A program that hashes files may have met the
        others, on a system that ends lines otherwise or writes a mark in front.
        """
        if self.werkplan is None:
            return ()
        text = normal(self.werkplan.data)
        written = (text, text.replace(b"\n", b"\r\n"))
        marked = [mark + one for mark in (b"", b"\xef\xbb\xbf") for one in written]
        # version 0.1 hashed the bytes as they are, mixed line ends included
        return tuple(hashlib.sha256(one).hexdigest() for one in (*marked, self.werkplan.data))

    @property
    def fouten(self) -> int:
        """How many faults reading found: what they touch is marked, the rest is computed."""
        return sum(finding.kind.severity == "fout" for finding in self.reading)

    def usable(self) -> tuple[Dossier, dict[str, Vergelijking]]:
        """Return what can be computed with, in spite of faults in single entries.

        Raises Onbruikbaar when a file as a whole cannot be opened, decoded or understood.
        """
        whole = all(file.model is not None for file in self.loaded)
        if self.dossier is not None and whole:
            return self.dossier, self.vergelijkingen
        faults = [finding for finding in self.reading if finding.kind.severity == "fout"]
        raise Onbruikbaar(sorted(locate(self, faults), key=Finding.sort_key))


def workspace_of(folder: Path | None) -> Path:
    """Return the workspace around `folder` (the current one). Raises Gebruiksfout."""
    start = folder or Path.cwd()
    if not start.is_dir():
        raise Gebruiksfout(f"De map `{start}` bestaat niet.", "Controleer de naam na `-C`.")
    workspace = find_workspace(start)
    if workspace is None:
        raise Gebruiksfout(
            f"Hier en in de mappen erboven staat geen map `data` ({start.absolute()}).",
            "Ga naar de map van uw verslag, wijs die aan met `-C MAP`, of begin er een met "
            "`bkl init`.",
        )
    return workspace


def choose(workspace: Path, jaar: int | None) -> Jaargang:
    """Return the files of one year, the newest by default. Raises Gebruiksfout."""
    years = find_years(workspace)
    if not years:
        raise Gebruiksfout(
            f"In `{workspace / 'data'}` staat geen werkplan of jaarverslag.",
            _cure_for(find_strays(workspace)),
        )
    if jaar is None:
        return years[max(years)]
    if jaar not in years and (later := covered_years(workspace).get(jaar)) is not None:
        return later
    if jaar not in years:
        known = ", ".join(str(year) for year in years)
        strays = [one for one in find_strays(workspace) if one.jaar == jaar]
        cure = _cure_for(strays) if strays else f"Kies uit: {known}."
        raise Gebruiksfout(f"Er zijn geen bestanden van {jaar}.", cure)
    return years[jaar]


def _cure_for(strays: Sequence[Stray]) -> str:
    """Return what to do when nothing is read: name what stands there, where that is so."""
    told = [finding for one in strays if (finding := one.finding()).kind.severity == "fout"]
    if told:
        return " ".join(f"{finding.message} {finding.cure}" for finding in told[:3])
    return "Geef de bestanden namen als `werkplan-2021.yaml` en `jaarverslag-2021.yaml`."


def choose_all(workspace: Path) -> list[Jaargang]:
    """Return the files of every year, oldest first. Raises Gebruiksfout."""
    choose(workspace, None)
    return [files for _, files in sorted(find_years(workspace).items())]


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
    folder = workspace or _folder_of(jaargang)
    year = Year(plan, verslag, None, {}, [], folder=folder, jaar=jaargang.jaar)
    year.eerder = {
        jaar: load(path, name(path), Jaarverslag) for jaar, path in jaargang.eerder.items()
    }
    year.reading += (rival(jaargang, name(path)) for path in jaargang.ook)
    if jaargang.bijstellingen:
        from bkl.domein.model.bijstellingen import Bijstellingen  # noqa: PLC0415 - few years have them

        changes = jaargang.bijstellingen
        year.bijstellingen = load(changes, name(changes), Bijstellingen)
    if jaargang.akkoord:
        from bkl.domein.model.akkoorden import Akkoorden  # noqa: PLC0415 - few years have them

        year.akkoord = load(jaargang.akkoord, name(jaargang.akkoord), Akkoorden)
    for file in year.loaded:
        year.reading += file.findings
    if plan is None and year.loaded:
        year.reading.append(no_werkplan(jaargang, year.loaded[0].name))
    if plan is not None and plan.model is not None:
        _lay_out(year, plan.model)
    if workspace:
        year.reading += (s.finding() for s in find_strays(workspace) if s.jaar == jaargang.jaar)
    return year


def _folder_of(jaargang: Jaargang) -> Path | None:
    """Return the folder in which paths of evidence are found, for files named one by one."""
    path = jaargang.werkplan or jaargang.jaarverslag
    return path.absolute().parent.parent if path else None


def reread(year: Year, jaargang: Jaargang, workspace: Path, contents: Mapping[str, bytes]) -> Year:
    """Return the year as it would be read when its jaarverslag held other bytes.

    `contents` is by absolute path. The plan, which stays, is not read again.
    """
    path, before = jaargang.jaarverslag, year.jaarverslag
    if path is None or before is None or year.werkplan is None:
        raise ValueError("a year without a jaarverslag and a werkplan")
    with instead(contents):
        verslag = load(path, before.name, Jaarverslag)
    then = replace(year, jaarverslag=verslag, dossier=None, vergelijkingen={}, reading=[])
    for file in then.loaded:
        then.reading += file.findings
    if year.werkplan.model is not None:
        _lay_out(then, year.werkplan.model)
    return then


def _lay_out(year: Year, werkplan: Werkplan) -> None:
    """Read the phrases of all files and judge what they say."""
    verslag, changes = year.jaarverslag, year.bijstellingen
    dossier = build_dossier(
        werkplan,
        verslag.model if verslag else None,
        changes.model if changes else None,
        jaar=year.jaar,
        eerder={jaar: file.model for jaar, file in year.eerder.items() if file.model is not None},
        vorige=_last_year(year),
    )
    year.reading += _phrases(year.werkplan, dossier.lezer_werkplan)
    year.reading += _phrases(verslag, dossier.lezer_jaarverslag)
    year.reading += _phrases(changes, dossier.lezer_bijstellingen)
    if year.fouten:
        _mark_damage(year, dossier)
    year.dossier, year.vergelijkingen = dossier, compare(dossier)


def _last_year(year: Year) -> Vorige | None:
    """Return the figures of the year before, where a doel of this one compares with them."""
    before = year_before(year.werkplan.data if year.werkplan else b"", year.folder, year.jaar)
    read = read_year(before, year.folder) if before is not None else None
    if read is None or read.dossier is None or read.jaarverslag is None:
        return None
    year.vorig, name = read.jaarverslag.data, read.jaarverslag.name.rpartition("/")[2]
    return figures_of(read.dossier.indicatoren, read.dossier.realisaties, name)


def _mark_damage(year: Year, dossier: Dossier) -> None:
    """Mark what faults in reading touch, in each of the files."""
    from bkl.domein.dossier.damage import (  # noqa: PLC0415 - only where there are faults
        mark_changed,
        mark_promises,
        mark_results,
    )

    def routes(file: Bestand | None) -> list[Route]:
        if file is None:
            return []
        own = (f for f in year.reading if f.place.file == file.name)
        return [f.place.route for f in own if f.kind.severity == "fout"]

    mark_promises(dossier, routes(year.werkplan))
    mark_results(dossier, routes(year.jaarverslag))
    mark_changed(dossier, _ids_of(year.bijstellingen, routes(year.bijstellingen)))


def _ids_of(file: Bestand | None, routes: Iterable[Route]) -> Iterator[str]:
    """Yield the indicators of which a wijziging has a fault, as the file names them."""
    tree = file.tree if file is not None else None
    for route in routes:
        if tree is not None and len(route) > 1 and route[0] == "wijzigingen":
            named = tree.scalar(("wijzigingen", route[1], "indicator"))
            if named is not None:
                yield named.strip()


def _phrases(file: Loaded[M] | None, lezer: Lezer) -> Iterator[Finding]:
    if file is not None:
        yield from phrase_findings(file, lezer.fouten, lezer.zinnen)


def locate(year: Year, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings with line, column and excerpt, also of their related places."""
    files = {file.name: file for file in year.loaded}
    for finding in findings:
        file = files.get(finding.place.file)
        located = file.locate(finding) if file else finding
        for other in files.values():
            located = other.relate(located)
        yield located
