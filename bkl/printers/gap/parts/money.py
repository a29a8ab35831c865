"""Money and facts on a terminal: beside the verdicts, and never part of them."""

from __future__ import annotations

from collections.abc import Iterator

from bkl.api import GapResult
from bkl.domein.dossier.feiten import Gelezenfeit
from bkl.domein.dossier.geld import Geldpost
from bkl.domein.notatie.values.euro import euro, more_or_less
from bkl.printers.gap.parts.lines import labelled
from bkl.printers.screen import Screen, harmless


def of_part(code: str, result: GapResult, screen: Screen, indent: str) -> list[str]:
    """Return the money and the facts of one part of the plan."""
    dossier = result.dossier
    lines: list[str] = []
    for post in dossier.geld.posten if dossier.geld else ():
        if post.code == code:
            lines += labelled("geld", _amounts(post), screen, indent)
    own = (one for one in dossier.feiten if _at(one.feit.bij, code))
    return lines + _facts(own, screen, indent)


def _at(bij: str | None, code: str) -> bool:
    """Tell whether something stands with a part of the plan, or with a promise of it."""
    return bij is not None and (bij == code or bij.startswith(f"{code}-"))


def of_whole(result: GapResult, screen: Screen) -> list[str]:
    """Return the money of everything together, and the facts of no part."""
    dossier = result.dossier
    lines: list[str] = []
    if dossier.geld is not None and (told := _amounts(dossier.geld.totaal)):
        lines += labelled("geld", told, screen, "")
    lines += _facts((one for one in dossier.feiten if one.feit.bij is None), screen, "")
    return [*lines, ""] if lines else []


def _facts(feiten: Iterator[Gelezenfeit], screen: Screen, indent: str) -> list[str]:
    lines: list[str] = []
    for one in feiten:
        text = one.feit.tekst.rstrip(".")
        told = f"{text}: {one.feit.cijfer}" if one.feit.cijfer else one.feit.tekst
        told = f"{harmless(told)} (niet toegezegd, telt niet mee)"
        lines += labelled("feit", told, screen, indent)
    return lines


def _amounts(post: Geldpost) -> str:
    told = []
    if post.begroot is not None:
        told.append(f"begroot {euro(post.begroot)}")
    elif post.plan is not None:
        told.append(f"begroot {euro(post.plan)} voor het hele plan")
    if post.bijgesteld is not None and post.norm is not None:
        told.append(f"bijgesteld {euro(post.norm)}")
    if post.besteed is not None:
        told.append(f"besteed {euro(post.besteed)}")
    if post.verschil is not None:
        told.append(f"verschil {more_or_less(post.verschil)}")
    if post.verslag is not None and post.verslag.toelichting is not None:
        told.append(harmless(post.verslag.toelichting))
    return " · ".join(told)
