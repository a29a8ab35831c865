"""Which figures are due, from whom, and for which period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from bkl.api.asking.todo import todo_of
from bkl.api.collecting.listed import facts_asked, money_asked
from bkl.api.collecting.question import Vraag
from bkl.api.collecting.stand import stand
from bkl.api.recording.beside import beside_of, is_followed
from bkl.api.recording.entry import is_qualitative
from bkl.domein.notatie.meaning.undecided import is_undecided

if TYPE_CHECKING:
    from bkl.api.asking.todo import Taak
    from bkl.api.workspace.year import Year
    from bkl.domein.dossier.dossier import Dossier
    from bkl.domein.dossier.entries import IndicatorEntry
    from bkl.domein.notatie.values.moment import Moment

_FILLED_IN = ("cijfer", "oordeel", "ja of nee", "leesbaar cijfer", "aantallen")
_BESIDE = ("bron", "reden", "toelichting", "onderbouwing")
_OF_A_MOMENT = "cijfer "

Vragen = dict[Vraag, tuple[str, ...]]
"""What is asked, with the words for what is missing, in the order of the plan."""


def due_in_year(year: Year, dossier: Dossier) -> Vragen:
    """Return what is still missing that a form can bring."""
    found: dict[Vraag, list[str]] = {}
    for taak in todo_of(year, dossier):
        if (vraag := _asked(taak)) is not None and _may_answer(dossier, taak.id):
            wat = "cijfer" if taak.wat.startswith(_OF_A_MOMENT) else taak.wat
            found.setdefault(vraag, []).append(wat)
    for vraag, wat in _beside(dossier):
        if not stand(dossier, vraag)["cijfer"]:
            found.setdefault(vraag, []).append(wat)
    promised = _in_plan_order(dossier, {vraag: tuple(wat) for vraag, wat in found.items()})
    return promised | _listed(dossier, all_of_it=False)


def due_in_period(year: Year, dossier: Dossier, moment: Moment) -> tuple[Vragen, list[str]]:
    """Return what is due in a period, and the codes that no figure of a period can be given of.

    A figure is due when the plan says how measurements make one figure (`tijd`) and there is
    none of the period yet, when a mijlpaal ends with it, and when the promise itself is due in
    it and still lacks something; its parts then too. How things stand and money are asked when
    they are missing, and also when the period does not end before the peildatum: what is known
    is then of an earlier day.
    """
    found: Vragen = {}
    unmeasured: list[str] = []
    open_still = due_in_year(year, dossier)
    beside: dict[str, list[tuple[Vraag, str]]] = {}
    for vraag, wat in _beside(dossier):
        beside.setdefault(vraag.id, []).append((vraag, wat))
    newer = moment.eind >= dossier.peildatum
    for id_, entry in dossier.indicatoren.items():
        of_year, of_period = Vraag(id_), Vraag(id_, moment.tekst)
        due = _is_due_in(year, id_, moment)
        if of_year in open_still and due:
            found[of_year] = open_still[of_year]
        elif not _may_answer(dossier, id_) or is_qualitative(entry):
            continue
        elif not _is_measured(entry, moment):
            unmeasured.append(id_)
        elif not stand(dossier, of_period)["cijfer"]:
            found[of_period] = ("cijfer",)
        for vraag, wat in beside.get(id_, ()):
            followed = is_followed(wat)
            if (followed and newer) or (vraag in open_still and (followed or due)):
                found[vraag] = (wat,)
    money = dict(money_asked(dossier, everything=newer))
    return found | {vraag: (wat or "stand",) for vraag, wat in money.items()}, unmeasured


def everything(dossier: Dossier) -> Vragen:
    """Return every promise, whether something is missing or not."""
    found: Vragen = {Vraag(id_): () for id_ in dossier.indicatoren if _may_answer(dossier, id_)}
    found.update((vraag, ()) for vraag, _ in _beside(dossier))
    return _in_plan_order(dossier, found) | _listed(dossier, all_of_it=True)


def _listed(dossier: Dossier, *, all_of_it: bool) -> Vragen:
    """Return what is asked of money and facts."""
    asked = (
        *money_asked(dossier, everything=all_of_it),
        *facts_asked(dossier, everything=all_of_it),
    )
    return {vraag: (wat,) if wat else () for vraag, wat in asked}


def _beside(dossier: Dossier) -> Iterator[tuple[Vraag, str]]:
    """Yield what is asked beside the figures, with the word for it."""
    for id_, entry in dossier.indicatoren.items():
        if _may_answer(dossier, id_):
            for name, plek in beside_of(dossier, entry):
                yield Vraag(id_, name), "deel" if len(plek) > 1 else plek[0]


def by_person(
    vragen: Vragen, names: Mapping[Vraag, tuple[str, ...]], wie: Sequence[str]
) -> Iterator[tuple[str, Vragen]]:
    """Yield what is asked per person or team, by name; of nobody last, with an empty name.

    With `wie` only of those. What more than one must give is asked of each of them.
    """
    chosen = {name.casefold() for name in wie}
    found: dict[str, Vragen] = {}
    for vraag, wat in vragen.items():
        for naam in names.get(vraag) or ("",):
            if not chosen or naam.casefold() in chosen:
                found.setdefault(naam, {})[vraag] = wat
    yield from sorted(found.items(), key=lambda one: (not one[0], one[0].casefold()))


def _asked(taak: Taak) -> Vraag | None:
    if taak.opdracht is not None:  # asked amount by amount, and part by part
        return None
    if taak.wat in (*_FILLED_IN, *_BESIDE):
        return Vraag(taak.id)
    if taak.wat.startswith(_OF_A_MOMENT):
        return Vraag(taak.id, taak.wat.removeprefix(_OF_A_MOMENT))
    return None


def _may_answer(dossier: Dossier, id_: str) -> bool:
    """Tell whether there is something to answer to: the doel can be read and is chosen."""
    entry = dossier.indicatoren[id_]
    doel = entry.indicator.doel
    return entry.leesbaar and not (doel is not None and entry.doel is None and is_undecided(doel))


def _is_due_in(year: Year, id_: str, moment: Moment) -> bool:
    day = year.vergelijkingen[id_].uiterlijk
    return day is not None and moment.begin <= day <= moment.eind


def _is_measured(entry: IndicatorEntry, moment: Moment) -> bool:
    ends = [mijlpaal.moment.eind for mijlpaal in entry.mijlpalen]
    return entry.indicator.tijd is not None or moment.eind in ends


def _in_plan_order(dossier: Dossier, vragen: Vragen) -> Vragen:
    order = {id_: number for number, id_ in enumerate(dossier.indicatoren)}
    return dict(sorted(vragen.items(), key=lambda one: order[one[0].id]))
