"""Figures beside the figure of a promise: those of its parts, and what is expected of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from bkl.api.errors import Gebruiksfout
from bkl.domein.dossier.uitsplitsing import ONBEKEND
from bkl.domein.model.jaarverslag import Realisatie
from bkl.domein.woorden import fold

if TYPE_CHECKING:
    from bkl.domein.dossier.dossier import Dossier
    from bkl.domein.dossier.entries import IndicatorEntry

Plek = tuple[str, ...]
"""The route below a realisatie: `("uitsplitsing", "wijk", "Noord")`, or `("prognose",)`."""
_FOLLOWED = ("voortgang", "prognose")
_SPLIT = "uitsplitsing"
_NO_NAME = ("|", "\n")


def beside_of(dossier: Dossier, entry: IndicatorEntry) -> Iterator[tuple[str, Plek]]:
    """Yield what is asked beside a figure, as people call it: `wijk: Noord`, `prognose`.

    Progress is asked where the plan has words of its own for it, or the report tells of it.
    """
    for dimensie, told in entry.indicator.uitsplitsing.items():
        for deel in dict.fromkeys((*told.delen, *told.doelen)):
            name = f"{dimensie}: {deel}"
            if not any(sign in name for sign in _NO_NAME):
                yield name, (_SPLIT, dimensie, deel)
    if follows(dossier) and entry.doel is not None and entry.doel.soort != "kwalitatief":
        yield from ((name, (name,)) for name in _FOLLOWED)


def is_followed(name: str) -> bool:
    """Tell whether it is about how something stands now: progress, or what is expected."""
    return name in _FOLLOWED


def follows(dossier: Dossier) -> bool:
    """Tell whether this year tells of how things stand, beside verdicts."""
    return dossier.volgt or "voortgangswoorden" in dossier.werkplan.model_fields_set


def find_beside(dossier: Dossier, entry: IndicatorEntry, text: str) -> tuple[str, Plek] | None:
    """Return what is asked by its name, None for a moment or nothing.

    Raises Gebruiksfout for the name of a part that the plan does not have.
    """
    low = fold(" ".join(text.split()))
    for name, plek in beside_of(dossier, entry):
        if fold(" ".join(name.split())) == low:
            return name, plek
    if low in _FOLLOWED:
        return low, (low,)
    head, colon, rest = low.partition(":")
    dimensies = {fold(one): one for one in entry.indicator.uitsplitsing}
    if colon and (dimensie := dimensies.get(head.strip())) is not None:
        overlap = entry.indicator.uitsplitsing[dimensie].overlap
        if rest.strip() == ONBEKEND and not overlap:
            return f"{dimensie}: {ONBEKEND}", (_SPLIT, dimensie, ONBEKEND)
        raise Gebruiksfout(
            f"`{text}` is geen deel waarnaar {entry.id} in het werkplan is uitgesplitst.",
            "Neem het deel precies over, of maak een nieuw formulier.",
        )
    return None


def find_part(entry: IndicatorEntry, text: str) -> Plek:
    """Return the part that `wijk=Noord`, `wijk: Noord` or a bare `Noord` means.

    Raises Gebruiksfout where the plan splits this figure otherwise, or more than one part fits.
    """
    low = fold(" ".join(text.replace("=", ":", 1).split()))
    head, colon, rest = (one.strip() for one in low.partition(":"))
    fits = [
        (_SPLIT, dimensie, deel)
        for dimensie, deel in parts_of(entry)
        if (fold(deel) == low or (colon and (fold(dimensie), fold(deel)) == (head, rest)))
    ]
    if len(fits) == 1:
        return fits[0]
    listed = [f"`{dimensie}={deel}`" for dimensie, deel in parts_of(entry)]
    if not listed:
        raise Gebruiksfout(
            f"Het werkplan splitst {entry.id} niet uit.", "Geef het cijfer zonder `--deel`."
        )
    several = f"`{text}` staat in meer uitsplitsingen van {entry.id}."
    unknown = f"`{text}` is geen deel waarnaar {entry.id} in het werkplan is uitgesplitst."
    raise Gebruiksfout(several if fits else unknown, f"Kies uit: {', '.join(listed)}.")


def parts_of(entry: IndicatorEntry) -> Iterator[tuple[str, str]]:
    """Yield each dimension and part; ONBEKEND too, unless people may be in more than one."""
    for dimensie, told in entry.indicator.uitsplitsing.items():
        unknown = () if told.overlap else (ONBEKEND,)
        yield from ((dimensie, deel) for deel in dict.fromkeys((*told.delen, *told.doelen)))
        yield from ((dimensie, deel) for deel in unknown if deel not in told.delen)


def figure_beside(told: Realisatie, plek: Plek) -> str:
    """Return what is recorded there, an empty text for nothing."""
    if plek[0] == _SPLIT:
        return told.uitsplitsing.get(plek[1], {}).get(plek[2], "")
    return (told.voortgang if plek[0] == "voortgang" else told.prognose) or ""


def goal_beside(entry: IndicatorEntry, plek: Plek) -> str:
    """Return what the plan says of it: the doel of a part, the doel itself for what is expected."""
    if plek[0] != _SPLIT:
        return entry.indicator.doel or ""
    doelen: Mapping[str, str] = entry.indicator.uitsplitsing[plek[1]].doelen
    return doelen.get(plek[2], "")
