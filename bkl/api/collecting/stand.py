"""How one figure stands in the jaarverslag now, per open column of a form."""

from __future__ import annotations

from collections.abc import Mapping

from bkl.api.collecting.listed import listed_mark, locked_listed, stand_listed
from bkl.api.collecting.question import Vraag
from bkl.api.recording.beside import figure_beside, find_beside, goal_beside
from bkl.api.recording.entry import REALISATIES, in_order, is_qualitative
from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.model.bronnen import brontekst
from bkl.domein.model.jaarverslag import Gewogen, Realisatie
from bkl.domein.notatie.values.moment import Moment, read_moment
from bkl.sheets.key import mark_of

_PART = 3
"""So long is the route of a part below its realisatie."""
_HIDDEN = "verborgen"
"""What a form shows of a figure that is too small to be told: forms go to anybody."""


def stand(dossier: Dossier, vraag: Vraag) -> dict[str, str]:
    """Return what is recorded, by open column; empty texts for what is not."""
    if vraag.lijst != REALISATIES:
        return stand_listed(dossier, vraag)
    given = dossier.realisaties.get(vraag.id)
    told = given.realisatie if given else Realisatie.model_construct()
    judged = is_qualitative(dossier.indicatoren[vraag.id])
    beside = find_beside(dossier, dossier.indicatoren[vraag.id], vraag.periode)
    return {
        "cijfer": figure_beside(told, beside[1]) if beside else _figure(told, vraag.periode),
        "bron": brontekst(told.bron),
        "reden": told.reden or "",
        "uitleg": (told.onderbouwing if judged else told.toelichting) or "",
    }


def marks(dossier: Dossier, vraag: Vraag) -> dict[str, str]:
    """Return the marks of what is recorded, by open column.

    Of a figure that is too small to be told the mark is that of no figure: from its own mark a
    small number could be found out.
    """
    told = stand(dossier, vraag)
    if is_hidden(dossier, vraag):
        told["cijfer"] = _HIDDEN
    return {name: mark_of(text) for name, text in told.items()}


def is_hidden(dossier: Dossier, vraag: Vraag) -> bool:
    """Tell whether a question is about a part that a public report hides."""
    given = dossier.realisaties.get(vraag.id)
    if vraag.lijst != REALISATIES or given is None:
        return False
    found = find_beside(dossier, dossier.indicatoren[vraag.id], vraag.periode)
    dimensie, deel = found[1][1:] if found and len(found[1]) == _PART else ("", "")
    return any(one.dimensie == dimensie and deel in one.verborgen for one in given.uitsplitsing)


def promise_mark(dossier: Dossier, vraag: Vraag) -> str:
    """Return the mark of what is promised: the definition of what must be counted or judged."""
    if vraag.lijst != REALISATIES:
        return listed_mark(dossier, vraag)
    entry = dossier.indicatoren[vraag.id]
    told = entry.indicator
    steps = [f"{when}: {what}" for when, what in told.mijlpalen.items()]
    steps += [f"{when}: {what}" for when, what in told.jaardoelen.items()]
    parts = (entry.onderdeel_tekst, told.tekst, told.doel, told.eenheid, told.definitie, *steps)
    return mark_of("\n".join(part or "" for part in parts))


def locked_texts(dossier: Dossier, vraag: Vraag) -> dict[str, str]:
    """Return what a form shows of a promise and its last figure, by the name of the column."""
    if vraag.lijst != REALISATIES:
        return locked_listed(dossier, vraag)
    entry = dossier.indicatoren[vraag.id]
    text = entry.onderdeel_tekst
    if entry.naam and entry.indicator.tekst:
        text = f"{text} {entry.indicator.tekst}"
    elif entry.naam:
        text = f"{text} ({entry.tekst})"
    if (beside := find_beside(dossier, entry, vraag.periode)) is not None:
        told = dossier.realisaties.get(vraag.id)
        known = figure_beside(told.realisatie, beside[1]) if told else ""
        known = _HIDDEN if is_hidden(dossier, vraag) else known
        doel = goal_beside(entry, beside[1])
        return {"toezegging": text, "doel": doel, "laatste": known or "nog geen"}
    return {
        "toezegging": text,
        "doel": _doel(entry),
        "laatste": latest_figure(dossier, vraag.id) or "nog geen",
    }


def _doel(entry: IndicatorEntry) -> str:
    indicator = entry.indicator
    steps = [f"{when}: {what}" for when, what in indicator.mijlpalen.items()]
    steps += [f"{when}: {what}" for when, what in indicator.jaardoelen.items()]
    told = "; ".join([*([indicator.doel] if indicator.doel else []), *steps])
    return told or "een oordeel"


def latest_figure(dossier: Dossier, id_: str) -> str:
    """Return the last figure or verdict that is recorded, with its moment; empty without one."""
    given = dossier.realisaties.get(id_)
    if given is None:
        return ""
    told = given.realisatie
    if own := told.realisatie or told.oordeel:
        return own
    dated: Mapping[str, str | Gewogen] = {**told.mijlpalen, **told.metingen}
    if not dated:
        return f"{told.teller} van {told.noemer}" if told.teller else ""
    last = in_order(dated)[-1]
    return f"{_text(dated[last])} ({last})"


def _figure(told: Realisatie, periode: str) -> str:
    if not periode:
        return told.realisatie or told.oordeel or ""
    wanted = read_moment(periode)
    dated: Mapping[str, str | Gewogen] = {**told.mijlpalen, **told.metingen}
    for when, figure in dated.items():
        if _same(read_moment(when), wanted):
            return _text(figure)
    return ""


def _text(figure: str | Gewogen) -> str:
    return figure if isinstance(figure, str) else figure.tekst


def _same(one: Moment, other: Moment) -> bool:
    return (one.begin, one.eind) == (other.begin, other.eind)
