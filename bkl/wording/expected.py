"""How something stands in the course of a year, as its writer says: beside the verdict."""

from __future__ import annotations

from collections.abc import Iterator

from bkl.domein.dossier.verdicts import Toets, Vergelijking
from bkl.gap.weighing import weigh_all, weighed

PROGRESS = "voortgang"
"""How a row is called that tells of it."""


def progress_told(vergelijking: Vergelijking) -> Iterator[tuple[str, str]]:
    """Yield what the writer says of the progress and expects; it never changes the verdict."""
    given = vergelijking.realisatie
    if given is None:
        return
    told = [given.realisatie.voortgang] if given.realisatie.voortgang else []
    if given.prognose is not None:
        toets = judge_expected(vergelijking)
        then = f" (het oordeel zou dan zijn: {toets.oordeel})" if toets is not None else ""
        told.append(f"verwacht: {given.prognose.tekst}{then}")
    if told:
        yield PROGRESS, "; ".join(told)


def judge_expected(vergelijking: Vergelijking) -> Toets | None:
    """Return what the verdict would be at the expected figure, against the doel that counts.

    None without a figure to expect, or a doel to hold it against; and where the figures of
    several years are added, since nobody knows of how many years an expectation is.
    """
    given, doel = vergelijking.realisatie, vergelijking.doel
    if given is not None and given.sinds is not None:
        return None
    if given is None or given.prognose is None or given.prognose.interval is None:
        return None
    if doel is None or doel.bereik is None:
        return None
    return weighed(doel, weigh_all(doel, (given.prognose,)), given.prognose.tekst)
