"""The last look: a figure that would be a fault in a werkplan becomes a note for the reader."""

from __future__ import annotations

from bkl.domein.notatie.changes.surroundings import Omgeving
from bkl.domein.notatie.meaning.doel import read_doel
from bkl.domein.notatie.values.jaren import Planjaren
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.draft.phrases.doelen import within
from bkl.draft.phrases.names import name_for
from bkl.draft.plan import DraftPlan, ProposedFigure, ProposedPromise


def settle(plan: DraftPlan) -> None:
    """Take out what does not read as a doel in its place, and say why at its promise."""
    for promise in plan.promises:
        kept: list[ProposedFigure] = []
        for figure in promise.figures:
            why = _objection(figure, promise, plan.jaren)
            if why is None:
                figure.naam = name_for(figure.naam, figure.naam, [one.naam for one in kept])
                kept.append(figure)
            else:
                promise.los.append(f"`{figure.doel}`: {why}")
        promise.figures = kept


def _objection(figure: ProposedFigure, promise: ProposedPromise, jaren: Planjaren) -> str | None:
    """Return why a figure cannot stand in the plan as it is, None when it can."""
    about = "\n".join(filter(None, (figure.tekst or figure.zin, promise.tekst)))
    om = within(jaren)._replace(
        richting=figure.richting,
        eenheid=figure.eenheid,
        nulmeting=figure.nulmeting,
        over=about,
    )
    try:
        doel = read_doel(figure.doel, omgeving=om)
    except Onleesbaar as fout:
        if figure.nulmeting is not None:
            figure.nulmeting = None
            return _objection(figure, promise, jaren)
        return f"{fout.reden} {fout.herstel}"
    if doel.delen.vraagt_richting:
        return "is meer beter, of minder? Schrijf het erbij met `richting`."
    return next(filter(None, (_unreadable(one, om) for one in figure.jaardoelen.values())), None)


def _unreadable(phrase: str, om: Omgeving) -> str | None:
    try:
        read_doel(phrase, omgeving=om)
    except Onleesbaar as fout:
        return f"{fout.reden} {fout.herstel}"
    return None
