"""Several years side by side: each is read at most once, and only when something asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bkl.api.errors import Gebruiksfout, Onbruikbaar
from bkl.api.workspace.folder import covered_years
from bkl.api.workspace.year import read_year
from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.gap.years import Jaren, Reeks, Vervolg, follow, predecessors, successors


class Boekenkast:
    """The years of a workspace beside the one that was asked for.

    `own` is the year already read. Years without a werkplan are not there.
    """

    def __init__(
        self, workspace: Path, own: Dossier, vergelijkingen: Mapping[str, Vergelijking]
    ) -> None:
        self._workspace = workspace
        self._jaar = own.jaar
        self._files = {
            jaar: files for jaar, files in covered_years(workspace).items() if files.werkplan
        }
        self._read: dict[int, tuple[Dossier, Mapping[str, Vergelijking]]] = {
            own.jaar: (own, vergelijkingen)
        }

    def series(self, shown: Iterable[str], vanaf: int) -> dict[str, Reeks]:
        """Return the series of each indicator from `vanaf` on; raises Gebruiksfout, Onbruikbaar."""
        if vanaf > self._jaar:
            raise Gebruiksfout(
                f"`--vanaf {vanaf}` ligt na het jaar {self._jaar}.",
                f"Kies een jaar tot en met {self._jaar}, of een later jaar met `--jaar`.",
            )
        jaren = self._years(jaar for jaar in self._files if vanaf <= jaar <= self._jaar)
        return {id_: follow(jaren, id_) for id_ in shown}

    def so_far(self, shown: Iterable[str]) -> dict[str, Reeks]:
        """Return the series of each indicator through all years that can be read."""
        jaren = self._readable(jaar for jaar in self._files if jaar <= self._jaar)
        return {id_: follow(jaren, id_) for id_ in shown}

    def holds(self, jaren: Iterable[int]) -> bool:
        """Tell whether a plan covers any of these years."""
        return any(jaar in self._files for jaar in jaren)

    def successors(self, shown: Iterable[Vergelijking]) -> dict[str, Vervolg]:
        """Return where each postponed promise went."""
        moved = [one for one in shown if one.jaar is not None]
        return successors(self._readable({one.jaar for one in moved if one.jaar}), moved)

    def predecessors(self, shown: Iterable[Vergelijking]) -> dict[str, Vervolg]:
        """Return where each promise that continues an earlier one came from."""
        continued = [one for one in shown if one.entry.indicator.vervolg_van]
        if not continued:
            return {}
        earlier = self._readable(jaar for jaar in self._files if jaar < self._jaar)
        return predecessors(earlier, self._jaar, continued)

    def _years(self, wanted: Iterable[int]) -> Jaren:
        return {jaar: self._year(jaar) for jaar in sorted(wanted)}

    def _readable(self, wanted: Iterable[int]) -> Jaren:
        """Return those of the years that can be read: a fault there is no fault here."""
        return dict(self._try(jaar for jaar in sorted(wanted) if jaar in self._files))

    def _try(
        self, wanted: Iterable[int]
    ) -> Iterator[tuple[int, tuple[Dossier, Mapping[str, Vergelijking]]]]:
        for jaar in wanted:
            try:
                yield jaar, self._year(jaar)
            except Onbruikbaar:
                continue

    def _year(self, jaar: int) -> tuple[Dossier, Mapping[str, Vergelijking]]:
        if jaar not in self._read:
            self._read[jaar] = read_year(self._files[jaar], self._workspace).usable()
        return self._read[jaar]
