"""`portfolio`: many workspaces judged, kept as a dataset, and counted together."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bkl import __version__
from bkl.api.checking.requirements import read_requirements
from bkl.api.errors import Gebruiksfout
from bkl.api.leaves.leaf import Werk, crashed, judge_workspace, mark
from bkl.api.workspace.lock import locked
from bkl.api.workspace.refusal import reason
from bkl.diagnostics.suggestion import did_you_mean
from bkl.domein.dossier.gevraagd import Gevraagd
from bkl.portfolio.cluster import on_cluster
from bkl.portfolio.columns import VERSIE
from bkl.portfolio.counts import Overzicht, Verdeling, Vindplek
from bkl.portfolio.dataset import Bekend, Dataset
from bkl.portfolio.doubles import settle
from bkl.portfolio.engine import engine
from bkl.portfolio.errors import Portfoliofout
from bkl.portfolio.journal import Uitkomst
from bkl.portfolio.rollups import KEYS, look_up, meant, overview
from bkl.portfolio.rows import Row
from bkl.portfolio.running import in_pool, in_turn, processors
from bkl.portfolio.sources import Bronmap, find_sources

Voortgang = Callable[[int, int, str], None]
"""Called with how many are done, of how many, and what is being done."""
_NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
_FEW = 4
"""So few workspaces are judged faster without other processes."""


def _say_nothing(done: int, whole: int, words: str) -> None:
    """Take no notice of how far it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioRequest:
    """What is asked: workspaces, and how they are judged.

    `eisen` is a file with what a funder asks, `processen` how many judge at once (as many as
    there are processors without it), `cluster` the address of a cluster that judges instead.
    `opnieuw` judges everything again.
    """

    bronnen: Sequence[Path]
    dataset: Path
    eisen: Path | None = None
    processen: int | None = None
    cluster: str | None = None
    opnieuw: bool = False


@dataclass(frozen=True, slots=True)
class PortfolioUpdate:
    """What was done: how many were judged, stayed as they were, and went out of the dataset.

    `overgeslagen` are the places that were not looked at, each with the reason; `melding` tells
    of a dataset that was made anew.
    """

    beoordeeld: int
    ongewijzigd: int
    verdwenen: int
    overgeslagen: tuple[tuple[str, str], ...]
    melding: str | None


def update_portfolio(
    request: PortfolioRequest, progress: Voortgang = _say_nothing
) -> PortfolioUpdate:
    """Judge the workspaces that changed, and bring the dataset up to date with all of them.

    A run that is killed loses nothing that it judged: the next one goes on from there. Raises
    Gebruiksfout for wrong use and for a disk that is full, Onbruikbaar for eisen that cannot be
    read, and OSError for anything else that the system refuses.
    """
    gevraagd = read_requirements(request.eisen) if request.eisen else None
    dataset = Dataset(request.dataset.absolute())
    with _told():
        found = find_sources(request.bronnen, dataset.folder)
        told = dataset.prepare()
        with locked(dataset.folder), engine(dataset.spill) as connection:
            done = _judge(request, dataset, found.werkmappen, gevraagd, progress)
            years = _years(dataset.years(connection), found.werkmappen, done)
            known = _known(dataset, found.werkmappen, done)
            before = set(dataset.known())
            dataset.replace(
                connection,
                {name: one for name, one in done.items() if one.rijen >= 0},
                settle(years),
                known,
                lambda number, whole: progress(number, whole, "dataset bijwerken"),
            )
    judged = sum(one.rijen >= 0 for one in done.values())
    here = {one.werkmap for one in found.werkmappen}
    return PortfolioUpdate(judged, len(here) - judged, len(before - here), found.overgeslagen, told)


def _judge(
    request: PortfolioRequest,
    dataset: Dataset,
    places: Sequence[Bronmap],
    gevraagd: Gevraagd | None,
    progress: Voortgang,
) -> dict[str, Uitkomst]:
    """Return the outcome of each workspace that is not surely as it was."""
    sleutel = _sleutel(gevraagd)
    known = {} if request.opnieuw else dataset.known()
    here = {one.werkmap: one for one in places}
    finished = {
        name: one
        for name, one in dataset.finished().items()
        if name in here and not request.opnieuw
    }
    done: dict[str, Uitkomst] = {}
    tasks: list[Werk] = []
    for place in places:
        before, earlier = known.get(place.werkmap), finished.get(place.werkmap)
        if earlier is not None:
            done[place.werkmap] = earlier
            before = Bekend(str(place.pad), earlier.inhoud, earlier.merk, earlier.bewijs)
        same = before is not None and before.pad == str(place.pad)
        inhoud = before.inhoud if before is not None else None
        bewijs = tuple(before.bewijs) if before is not None else ()
        stamp = f"{sleutel} {mark(place, bewijs)}"
        if same and before is not None and before.merk == stamp:
            continue
        tasks.append(Werk(place, dataset.journal, sleutel, inhoud or None, gevraagd, bewijs))
    for number, one in enumerate(_run(request, tasks), start=1):
        merk = f"{sleutel} {one.merk}" if one.merk is not None else None
        fresh = one.rijen >= 0 or one.werkmap not in done
        done[one.werkmap] = (one if fresh else done[one.werkmap])._replace(merk=merk)
        progress(number, len(tasks), f"beoordelen: {one.werkmap}")
    return done


def _run(request: PortfolioRequest, tasks: Sequence[Werk]) -> Iterator[Uitkomst]:
    if request.cluster is not None:
        return on_cluster(judge_workspace, tasks, request.cluster, crashed)
    number = min(request.processen or processors(), len(tasks))
    if number <= 1 or (request.processen is None and len(tasks) <= _FEW):
        return in_turn(judge_workspace, tasks)
    return in_pool(judge_workspace, tasks, number, crashed)


def _sleutel(gevraagd: Gevraagd | None) -> str:
    """Return what every outcome rests on besides its workspace."""
    asked = ""
    if gevraagd is not None:
        words = {key: one.model_dump_json() for key, one in gevraagd.definities.items()}
        asked = f"{gevraagd.eisen.model_dump_json()} {sorted(words.items())}"
    return hashlib.sha256(f"{__version__} {VERSIE} {asked}".encode()).hexdigest()[:16]


def _years(
    before: Sequence[Row], places: Sequence[Bronmap], done: Mapping[str, Uitkomst]
) -> list[Row]:
    """Return the years of all workspaces: as they were, and of those that were judged anew."""
    here = {one.werkmap for one in places}
    fresh = {name for name, one in done.items() if one.rijen >= 0}
    stays = [_as_judged(row) for row in before if row["werkmap"] in here - fresh]
    return [*stays, *(row for name in sorted(fresh) for row in done[name].jaren)]


def _as_judged(row: Row) -> Row:
    """Return a year as its leaf told it, before it was held beside the others."""
    if row["stand"] in ("dubbel", "botst"):
        return {**row, "stand": "geteld", "melding": None}
    return row


def _known(
    dataset: Dataset, places: Sequence[Bronmap], done: Mapping[str, Uitkomst]
) -> dict[str, Bekend]:
    before, found = dataset.known(), {}
    for place in places:
        name = place.werkmap
        if name in done:
            one = done[name]
            found[name] = Bekend(str(place.pad), one.inhoud, one.merk, one.bewijs)
        elif name in before:
            found[name] = before[name]
    return found


def portfolio(
    dataset: Path, *, per: Verdeling = "jaar", jaar: int | None = None, cells: bool = False
) -> Overzicht:
    """Count a dataset; with `cells` also for a page with filters.

    Raises Gebruiksfout when there is none, or it is half finished.
    """
    with _told():
        made = _expect(dataset)
        with engine(made.spill) as connection:
            return overview(connection, made, per, jaar, cells=cells)


def portfolio_rows(dataset: Path, asked: Mapping[str, str]) -> list[Vindplek]:
    """Return the indicators behind a number, with the file and line of each.

    `asked` are values by key, `-` for what has none. Raises Gebruiksfout for an unknown key or
    value.
    """
    for key in asked:
        if key not in KEYS:
            cure = did_you_mean(key, KEYS) or f"Kies uit: {', '.join(KEYS)}."
            raise Gebruiksfout(f"`{key}` is niets om op te zoeken.", cure)
    with _told():
        made = _expect(dataset)
        with engine(made.spill) as connection:
            wanted: dict[str, str | None] = {}
            for key, value in asked.items():
                wanted[key] = None if value == "-" else meant(connection, made, key, value)
            return look_up(connection, made, wanted)


def _expect(folder: Path) -> Dataset:
    made = Dataset(folder.absolute())
    if not made.exists or not made.table.exists():
        raise Gebruiksfout(
            f"In `{folder}` staat nog geen dataset.",
            "Noem de mappen die u wilt tellen: `bkl portfolio MAP…`.",
        )
    if not made.whole:
        raise Gebruiksfout(
            f"De dataset in `{folder}` is niet af: het bijwerken is afgebroken.",
            "Geef de opdracht met de mappen opnieuw; wat al was beoordeeld, blijft.",
        )
    return made


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except Portfoliofout as fout:
        raise Gebruiksfout(fout.message, fout.cure) from fout
    except OSError as fout:
        if fout.errno not in _NO_ROOM:
            raise
        raise Gebruiksfout(
            f"De dataset opslaan lukt niet: {reason(fout)}.",
            "Maak ruimte en geef de opdracht opnieuw; wat al was beoordeeld, is bewaard.",
        ) from fout
