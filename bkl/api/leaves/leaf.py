"""The leaf: one workspace judged by itself, as a task that any process can do."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bkl.api.checking.judge import judge_year, unmet
from bkl.api.checking.settings import read_settings
from bkl.api.errors import Gebruiksfout, Onbruikbaar
from bkl.api.leaves.yearly import rows_of_year
from bkl.api.workspace.year import Year, choose_all, read_year
from bkl.diagnostics.finding import Finding
from bkl.portfolio.archives import opened
from bkl.portfolio.doubles import GETELD, ONBRUIKBAAR
from bkl.portfolio.errors import Portfoliofout
from bkl.portfolio.journal import Uitkomst, keep
from bkl.portfolio.rows import Row
from bkl.portfolio.snapshot import Momentopname, file_mark, mark_of, take, with_evidence
from bkl.portfolio.sources import Bronmap
from bkl.rules.engine.choice import ZONDER_RAPPORTEN
from bkl.source.inside import noted
from bkl.source.text.read import instead

if TYPE_CHECKING:
    from bkl.api.checking.settings import Settings
    from bkl.domein.dossier.gevraagd import Gevraagd


class Werk(NamedTuple):
    """One workspace to be judged.

    `journaal` is the folder in which the outcome is kept, `sleutel` what the outcome rests on
    besides the workspace, and `bekend` the content of which the outcome is known already, with
    the files that its data named as `bewijs`.
    """

    plaats: Bronmap
    journaal: Path
    sleutel: str
    bekend: str | None = None
    gevraagd: Gevraagd | None = None
    bewijs: tuple[str, ...] = ()


def judge_workspace(opdracht: Werk) -> Uitkomst:
    """Judge one workspace, and keep its rows in the journal.

    Never raises for what stands in it: then it is there as one that cannot be used. When the
    content is known already, nothing is judged and `rijen` is -1. Raises OSError when the
    journal cannot be written.
    """
    rows: list[Row] = []
    jaren: list[Row] = []
    naam, bewijs = opdracht.plaats.werkmap, opdracht.bewijs
    try:
        with opened(opdracht.plaats) as folder:
            began, taken = time.time_ns(), take(folder)
            inhoud = taken.digest(opdracht.sleutel, folder, bewijs)
            if inhoud == opdracht.bekend:
                merk = _mark(opdracht.plaats, taken, bewijs, began)
                return Uitkomst(naam, inhoud, merk, (), -1, bewijs)
            with instead(taken.bestanden), noted() as names:
                _judge(folder, opdracht, jaren, rows)
            bewijs = tuple(sorted(names))
            inhoud = taken.digest(opdracht.sleutel, folder, bewijs)
            jaren = [{**row, "inhoud": inhoud} for row in jaren]
            mark = _mark(opdracht.plaats, taken, bewijs, began)
    except (Portfoliofout, Gebruiksfout) as fout:
        inhoud, mark = "", None
        jaren, rows = [unusable(naam, f"{fout.message} {fout.cure}")], []
    except OSError as fout:
        from bkl.api.workspace.refusal import reason  # noqa: PLC0415

        inhoud, mark = "", None
        jaren, rows = [unusable(naam, f"Lezen lukt niet: {reason(fout)}.")], []
    except Exception as fout:  # noqa: BLE001 - one of ten thousand must not stop the others
        inhoud, mark = "", None
        told = f"Hier ging iets mis dat bkl niet had voorzien ({type(fout).__name__}: {fout})."
        jaren, rows = [unusable(naam, told[:500])], []
    # evidence that was young may have changed before it was hashed: it is judged once more
    known = inhoud if mark is not None or not bewijs else ""
    uitkomst = Uitkomst(naam, known, mark, tuple(jaren), len(rows), bewijs)
    keep(opdracht.journaal, uitkomst, rows)
    return uitkomst


def crashed(opdracht: Werk) -> Uitkomst:
    """Return the outcome of a workspace that ended the process which judged it."""
    told = "bkl stopte tijdens het lezen, misschien door te weinig geheugen."
    uitkomst = Uitkomst(
        opdracht.plaats.werkmap, "", None, (unusable(opdracht.plaats.werkmap, told),), 0
    )
    keep(opdracht.journaal, uitkomst, ())
    return uitkomst


def mark(place: Bronmap, bewijs: Iterable[str] = ()) -> str | None:
    """Return the mark of a workspace as it is now, None where it must be read to be known."""
    try:
        if place.soort != "map":
            return file_mark(place.pad)
        return with_evidence(mark_of(place.pad), place.pad, bewijs, time.time_ns())
    except OSError:
        return None


def _mark(place: Bronmap, taken: Momentopname, bewijs: Iterable[str], began: int) -> str | None:
    """Return the mark of what was read, of the moment at which it was."""
    if place.soort != "map":
        return file_mark(place.pad)
    return with_evidence(taken.merk, place.pad, bewijs, began)


def unusable(werkmap: str, melding: str, jaar: int | None = None, plaats: str = "") -> Row:
    """Return the row of a workspace of which nothing can be computed, with the reason."""
    return {
        "werkmap": werkmap,
        "jaar": jaar,
        "organisatie": None,
        "titel": None,
        "financier": None,
        "stand": ONBRUIKBAAR,
        "indicatoren": 0,
        "fouten": 1,
        "waarschuwingen": 0,
        "eisen": None,
        "melding": melding,
        "plaats": plaats or None,
        "kenmerk": None,
        "inhoud": None,
    }


def _judge(folder: Path, opdracht: Werk, jaren: list[Row], rows: list[Row]) -> None:
    """Judge every year; templates of the workspace are not looked at, let alone carried out."""
    settings, naam = read_settings(folder), opdracht.plaats.werkmap
    for jaargang in choose_all(folder):
        year = read_year(jaargang, folder)
        try:
            own = list(
                rows_of_year(year, naam, opdracht.gevraagd.definities if opdracht.gevraagd else {})
            )
        except Onbruikbaar as fout:
            first = fout.findings[0]
            told = f"{first.message} {first.cure}"
            jaren.append(unusable(naam, told, jaargang.jaar, _spot(first)))
            continue
        rows += own
        jaren.append({**_told(year, settings, opdracht), "indicatoren": len(own)})


def _told(year: Year, settings: Settings, opdracht: Werk) -> Row:
    dossier, _ = year.usable()
    plan = dossier.werkplan
    faults, warnings = 0, 0
    first: Finding | None = None
    for finding in judge_year(year, settings, ZONDER_RAPPORTEN, year.folder, counted=True):
        if finding.kind.severity == "fout":
            faults += 1 + finding.nog
            if first is None or finding.sort_key() < first.sort_key():
                first = finding
        else:
            warnings += 1 + finding.nog
    asked = list(_unmet(year, opdracht))
    shown = first or (asked[0] if asked else None)
    return {
        "werkmap": opdracht.plaats.werkmap,
        "jaar": dossier.jaar,
        "organisatie": plan.organisatie,
        "titel": plan.titel,
        "financier": plan.verantwoording.aan,
        "stand": GETELD,
        "fouten": faults,
        "waarschuwingen": warnings,
        "eisen": len(asked) if _is_asked(year, opdracht) else None,
        "melding": shown.message if shown else None,
        "plaats": _spot(shown) if shown else None,
        "kenmerk": year.digest,
    }


def _is_asked(year: Year, opdracht: Werk) -> bool:
    asked, dossier = opdracht.gevraagd, year.dossier
    return asked is not None and dossier is not None and asked.eisen.eisen == dossier.jaar


def _unmet(year: Year, opdracht: Werk) -> Iterator[Finding]:
    if opdracht.gevraagd is not None and _is_asked(year, opdracht):
        yield from unmet(year, opdracht.gevraagd)


def _spot(finding: Finding) -> str:
    line = finding.position.line if finding.position else 1
    return f"{finding.place.file}:{line}"
