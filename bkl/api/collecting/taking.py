"""`import`: what people filled in is recorded in the jaarverslag, after somebody agreed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bkl.api.collecting.answered import Answered, Intake
from bkl.api.collecting.files import find_forms, read_forms
from bkl.api.collecting.intake import take_in
from bkl.api.errors import Gebruiksfout
from bkl.api.recording.entry import GELD
from bkl.api.recording.plan import Opname
from bkl.api.recording.record import Voorstel, record
from bkl.api.workspace.folder import Jaargang
from bkl.api.workspace.year import Year, choose, read_year, workspace_of
from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Route
from bkl.sheets.answers import Bezwaar, Gelezen


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """Which forms, of which year (None: that of the forms), and the day of the account."""

    paths: Sequence[Path]
    jaar: int | None = None
    peildatum: str | None = None


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What forms bring. `gelezen` are the files that could be read, `bezwaren` what could not.

    `rijen` are the answers that can be recorded and `gelijk` counts those that stand there
    already. `voorstel` is what recording them changes; `opgeslagen` tells that it was done.
    `ouder` are the forms that were made from another version of the plan, `raad` are cures for
    more of `bezwaren` at once.
    """

    jaar: int
    gelezen: tuple[Gelezen, ...]
    bezwaren: tuple[Bezwaar, ...]
    rijen: tuple[Answered, ...] = ()
    gelijk: int = 0
    bronnen: dict[str, str] = field(default_factory=dict)
    voorstel: Voorstel | None = None
    opgeslagen: bool = False
    ouder: tuple[str, ...] = ()
    raad: tuple[str, ...] = ()

    @property
    def zwaar(self) -> tuple[Bezwaar, ...]:
        """What could not be taken over."""
        return tuple(one for one in self.bezwaren if not one.licht)


def _say_nothing(_: int, __: int, ___: str) -> None:
    """Take no notice of how far it is."""


class _ReadAgainError(Exception):
    """The jaarverslag changed between reading it and planning the change."""


def import_forms(
    folder: Path | None,
    asked: ImportRequest,
    agree: Callable[[ImportResult], bool],
    *,
    progress: Callable[[int, int, str], None] = _say_nothing,
) -> ImportResult | None:
    """Record what forms bring; return what was done, None when it was not agreed to.

    `progress` is called before each step, with its number, how many there are, and what is
    done. `agree` sees the result beforehand and says whether it may; it is not asked when there is
    nothing to change. Rows that contradict each other or the jaarverslag, that cannot be read
    or that would make a fault are left out and told. Raises Gebruiksfout for paths that are
    not there, Onbruikbaar when the files of the year cannot be read.
    """
    workspace = workspace_of(folder)
    paths = find_forms(asked.paths)
    read = list(read_forms(paths, progress))
    progress(len(paths) + 1, len(paths) + 1, "vergelijken met het jaarverslag")
    gelezen = tuple(found for _, found, _ in read if found is not None)
    bezwaren = [bezwaar for _, _, own in read for bezwaar in own]
    while True:
        year = read_year(_chosen(workspace, asked, gelezen), workspace)
        dossier, _ = year.usable()
        intake = take_in(dossier, (one for file in gelezen for one in file.antwoorden))
        result = ImportResult(
            dossier.jaar,
            gelezen,
            (*bezwaren, *intake.bezwaren),
            tuple(intake.rijen),
            intake.gelijk,
            intake.bronnen,
            ouder=_older(year, gelezen),
        )
        try:
            return _record(folder, asked, result, year, agree)
        except _ReadAgainError:
            continue


def _chosen(workspace: Path, asked: ImportRequest, gelezen: Iterable[Gelezen]) -> Jaargang:
    """Return the files of the year that is asked, else of the first form that tells its year.

    Raises Gebruiksfout where they are not there.
    """
    told = (
        (file.bestand, one.sleutel.jaar)
        for file in gelezen
        for one in file.antwoorden
        if one.sleutel is not None
    )
    bestand, jaar = next(told, ("", None)) if asked.jaar is None else ("", asked.jaar)
    try:
        return choose(workspace, jaar)
    except Gebruiksfout as fault:
        if not bestand:
            raise
        raise Gebruiksfout(
            f"`{bestand}` gaat over {jaar}. {fault.message}",
            f"Ga naar de map van {jaar}, of maak met `bkl form` een formulier over het jaar dat u "
            "hier hebt.",
        ) from fault


def _older(year: Year, gelezen: Iterable[Gelezen]) -> tuple[str, ...]:
    known = year.plan_digests
    return tuple(file.bestand for file in gelezen if file.kenmerk and file.kenmerk not in known)


def _record(
    folder: Path | None,
    asked: ImportRequest,
    result: ImportResult,
    year: Year,
    agree: Callable[[ImportResult], bool],
) -> ImportResult | None:
    """Record the rows; those that would make a fault are left out, and the rest tried again."""
    shown = result
    before = year.jaarverslag.data if year.jaarverslag else b""

    def agreed(voorstel: Voorstel) -> bool:
        nonlocal shown
        if voorstel.changes[0].before != before:
            raise _ReadAgainError
        shown = _told(result, voorstel)
        return agree(shown)

    while result.rijen:
        opname = Opname(
            [rij.invoer for rij in result.rijen], result.jaar, _used(result), asked.peildatum
        )
        done = record(folder, opname, agreed)
        if done is None:
            return None
        if not done.fouten:
            return replace(_told(result, done), opgeslagen=bool(done.changes))
        left = _without(result, done.fouten)
        if len(left.rijen) == len(result.rijen):
            return _told(result, done)
        result = replace(left, raad=tuple(dict.fromkeys((*result.raad, *done.raad))))
    return result


def _told(result: ImportResult, voorstel: Voorstel) -> ImportResult:
    rows = {id(rij.invoer): rij for rij in result.rijen}
    refused = tuple(
        Bezwaar(rows[id(one.invoer)].plekken[0], one.message, one.cure)
        for one in voorstel.geweigerd
    )
    return replace(result, voorstel=voorstel, bezwaren=(*result.bezwaren, *refused))


def _used(result: ImportResult) -> dict[str, str]:
    """Return the new sources to which an answer refers."""
    texts = [rij.invoer.velden.get("bron", "") for rij in result.rijen]
    keys = {text.partition(",")[0].strip() for text in texts if isinstance(text, str)}
    return {key: titel for key, titel in result.bronnen.items() if key in keys}


def _without(result: ImportResult, fouten: Sequence[Finding]) -> ImportResult:
    """Return the result without the rows that would make these faults; each is told."""
    by_id: dict[Route, list[Answered]] = {}
    for rij in result.rijen:
        by_id.setdefault((rij.invoer.lijst, rij.invoer.id), []).append(rij)
    told: dict[Bezwaar, None] = {}
    wrong: set[int] = set()
    for fout in fouten:
        route = fout.place.route
        own = by_id.get(route[:2]) or _in_sum(result.rijen, route)
        if not own:
            continue
        chosen = [rij for rij in own if _is_at(rij.invoer.plek, route[2:])] or own
        wrong.update(map(id, chosen))
        key = _missing_key(fout) or (str(route[2]) if len(route) > 2 else "realisatie")
        for rij in chosen:
            told[Bezwaar(rij.cell(key), fout.message, fout.cure)] = None
    kept = tuple(rij for rij in result.rijen if id(rij) not in wrong)
    return replace(result, rijen=kept, bezwaren=(*result.bezwaren, *told))


def _in_sum(rijen: Iterable[Answered], route: Route) -> list[Answered]:
    """Return the amounts that may be in a sum of others; nothing for another fault."""
    amounts = [rij for rij in rijen if rij.invoer.lijst == GELD and rij.invoer.plek]
    return amounts if route[:1] == (GELD,) else []


def _is_at(plek: tuple[str, ...], route: Route) -> bool:
    """Tell whether a fault is about a figure beside that of the promise: of a part, or expected."""
    near = min(len(plek), len(route))
    return bool(plek) and near > len(plek) - 2 and near > 0 and route[:near] == plek[:near]


_ASKS = {
    "verschil_zonder_reden": "reden",
    "verschil_zonder_toelichting": "toelichting",
    "oordeel_zonder_onderbouwing": "onderbouwing",
    "cijfer_zonder_bron": "bron",
}
"""Which key of a realisatie a fault misses."""


def _missing_key(fout: Finding) -> str | None:
    return next((_ASKS[kind.slug] for kind in fout.kinds if kind.slug in _ASKS), None)


__all__ = ["Bezwaar", "ImportRequest", "ImportResult", "Intake", "import_forms"]
