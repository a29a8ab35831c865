"""Answers that contradict each other, or what the jaarverslag came to say meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bkl.api.collecting.answered import Intake, same, short
from bkl.api.collecting.question import Vraag
from bkl.sheets.answers import Antwoord
from bkl.sheets.columns import OPEN

_NAMES = {"cijfer": "het cijfer", "bron": "de bron", "reden": "de reden", "uitleg": "de uitleg"}


def told_twice(found: Mapping[Vraag, Sequence[Antwoord]], intake: Intake) -> set[Vraag]:
    """Tell where forms contradict each other; return what is not recorded for that.

    The figure is that of a period; source, reason and explanation are those of the promise.
    """
    refused: set[Vraag] = set()
    by_id: dict[tuple[str, str], list[tuple[Vraag, Antwoord]]] = {}
    for vraag, own in found.items():
        about = by_id.setdefault((vraag.lijst, vraag.id), [])
        about.extend((vraag, antwoord) for antwoord in own)
    for told in by_id.values():
        for name in OPEN:
            groups: dict[str, list[tuple[Vraag, Antwoord]]] = {}
            for vraag, antwoord in told:
                if name in antwoord.velden:
                    groups.setdefault(vraag.periode if name == "cijfer" else "", []).append(
                        (vraag, antwoord)
                    )
            for group in groups.values():
                texts = {same(antwoord.velden[name]) for _, antwoord in group}
                if len(texts) > 1:
                    refused |= {vraag for vraag, _ in group}
                    _contradiction(intake, name, group)
    return refused


def _contradiction(intake: Intake, name: str, group: Sequence[tuple[Vraag, Antwoord]]) -> None:
    first, *others = group
    code = first[0].id
    told = first[1].velden[name]
    for _, antwoord in others:
        other = antwoord.velden[name]
        if same(other) != same(told):
            intake.refuse(
                antwoord.cellen[name],
                f"Bij `{code}` is {_NAMES[name]} hier `{short(other)}`, en in "
                f"{first[1].cellen[name]} `{short(told)}`.",
                "Vraag na wat klopt, en verander een van beide.",
            )


def unchanged_since(
    vraag: Vraag,
    own: Sequence[Antwoord],
    stands: tuple[Mapping[str, str], Mapping[str, str]],
    velden: Mapping[str, str],
    intake: Intake,
) -> bool:
    """Tell whether the jaarverslag still says what it said when the form was made.

    Only where the form says something else now: the same text twice is no conflict. `stands` are
    what the jaarverslag says, and the marks of it.
    """
    fine, (now, known) = True, stands
    for antwoord in own:
        for name in antwoord.velden if antwoord.sleutel else ():
            before = antwoord.sleutel.stand[name] if antwoord.sleutel else ""
            if before == known[name] or same(velden[name]) == same(now[name]):
                continue
            fine = False
            told = f"`{short(now[name])}`" if now[name] else "niets meer"
            intake.refuse(
                antwoord.cellen[name],
                f"Bij `{vraag.id}` is {_NAMES[name]} in het jaarverslag veranderd sinds dit "
                f"formulier is gemaakt: daar staat nu {told}, hier `{short(velden[name])}`.",
                "Vraag na wat klopt. Leg het vast met `bkl set`, of maak een nieuw formulier.",
            )
    return fine
