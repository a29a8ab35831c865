"""Within a plan of several years: the next year asks for a report, and the plan stays."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bkl.api.errors import Gebruiksfout
from bkl.api.starting.init import empty_report
from bkl.api.workspace.folder import Jaargang
from bkl.api.workspace.save import Change
from bkl.api.workspace.year import read_year
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.notatie.values.jaren import year_in_name


def year_within(years: Mapping[int, Jaargang], newest: int, jaar: int | None) -> Jaargang | None:
    """Return the year that a plan of several years still waits for a report of; None for none.

    Without `jaar` that is the newest year, or the one after it where that was reported.
    """
    wanted = jaar
    if wanted is None:
        wanted = newest if years[newest].jaarverslag is None else newest + 1
    found = years.get(wanted)
    if found is None or found.werkplan is None:
        return None
    if jaar is None and found.werkplan != years[newest].werkplan:
        return None
    shared = [one for one in years.values() if one.werkplan == found.werkplan]
    return found if len(shared) > 1 else None


def report_within(
    workspace: Path, years: Mapping[int, Jaargang], found: Jaargang
) -> tuple[Change, bool]:
    """Return the empty report of a year, and whether it will be the newest.

    Raises Gebruiksfout where there is one already, Onbruikbaar for a plan that cannot be read.
    """
    if found.jaarverslag is not None:
        raise Gebruiksfout(
            f"Er is al een verslag van {found.jaar}.", "Vul dat aan, of noem een ander jaar."
        )
    dossier, verdicts = read_year(found, workspace).usable()
    text = empty_report(dossier.werkplan.organisatie, found.jaar, example_of(verdicts))
    path = workspace / "data" / f"jaarverslag-{year_in_name(found.jaar)}.yaml"
    reported = [year for year, files in years.items() if files.jaarverslag is not None]
    return new_file(workspace, path, text.encode()), found.jaar > max(reported, default=0)


def example_of(verdicts: Mapping[str, Vergelijking]) -> str:
    """Return a promise with a figure, for the example in an empty report; any where none has."""
    with_doel = (id_ for id_, one in verdicts.items() if one.entry.doel)
    return next(with_doel, next(iter(verdicts), ""))


def new_file(workspace: Path, path: Path, data: bytes = b"") -> Change:
    """Return a file to make, as it is called from the workspace."""
    return Change(path.relative_to(workspace).as_posix(), path, None, data)
