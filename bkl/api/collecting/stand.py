"""How one figure stands in the jaarverslag now, per open column of a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bkl.api.recording.beside import figure_beside, find_beside, goal_beside
from bkl.api.recording.entry import in_order, is_qualitative
from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.model.bronnen import brontekst
from bkl.domein.model.jaarverslag import Gewogen, Realisatie
from bkl.domein.notatie.values.moment import Moment, read_moment
from bkl.sheets.key import mark_of


class Vraag(NamedTuple):
    """What a row of a form asks: the figure of an indicator, of the year or of a period.

    A `periode` may also name a figure beside it, such as `wijk: Noord` or `prognose`.
    """

    id: str
    periode: str = ""


def stand(dossier: Dossier, vraag: Vraag) -> dict[str, str]:
    """Return what is recorded, by open column; empty texts for what is not."""
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
    """Return the marks of what is recorded, by open column."""
    return {name: mark_of(text) for name, text in stand(dossier, vraag).items()}


def promise_mark(entry: IndicatorEntry) -> str:
    """Return the mark of what is promised: the definition of what must be counted or judged."""
    told = entry.indicator
    steps = [f"{when}: {what}" for when, what in told.mijlpalen.items()]
    steps += [f"{when}: {what}" for when, what in told.jaardoelen.items()]
    parts = (entry.onderdeel_tekst, told.tekst, told.doel, told.eenheid, told.definitie, *steps)
    return mark_of("\n".join(part or "" for part in parts))


def locked_texts(dossier: Dossier, vraag: Vraag) -> dict[str, str]:
    """Return what a form shows of a promise and its last figure, by the name of the column."""
    entry = dossier.indicatoren[vraag.id]
    text = entry.onderdeel_tekst
    if entry.naam and entry.indicator.tekst:
        text = f"{text} {entry.indicator.tekst}"
    elif entry.naam:
        text = f"{text} ({entry.tekst})"
    if (beside := find_beside(dossier, entry, vraag.periode)) is not None:
        told = dossier.realisaties.get(vraag.id)
        known = figure_beside(told.realisatie, beside[1]) if told else ""
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
