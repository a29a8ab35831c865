"""Reading the parts of a figure, each with what the plan promised of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bkl.domein.dossier.entries import Pad
from bkl.domein.dossier.reading.reader import Lezer
from bkl.domein.dossier.uitsplitsing import Deelcijfer, Uitsplitsing, split
from bkl.domein.model.indicator import Dimensie
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.vocabulary.eenheid import same_unit


def read_uitsplitsing(
    lezer: Lezer,
    pad: Pad,
    declared: Mapping[str, Dimensie],
    told: Mapping[str, Mapping[str, str]],
    doelen: Mapping[tuple[str, str], Doel],
    geheel: Waarde | None,
    figure: Callable[[str], Waarde],
) -> tuple[Uitsplitsing, ...]:
    """Read the parts of one realisatie; `doelen` are what the plan promised of each part."""
    found = []
    for dimensie, given in told.items():
        plan = declared.get(dimensie) or Dimensie.model_construct(
            delen=(), doelen={}, overlap=False, personen=True
        )
        names = dict.fromkeys((*plan.delen, *plan.doelen, *given))
        delen = tuple(
            Deelcijfer(
                naam,
                doelen.get((dimensie, naam)),
                None
                if naam not in given
                else lezer.read((*pad, "uitsplitsing", dimensie, naam), given[naam], figure),
            )
            for naam in names
        )
        found.append(split(dimensie, plan, delen, _in_unit(geheel, delen)))
    return tuple(found)


def _in_unit(geheel: Waarde | None, delen: tuple[Deelcijfer, ...]) -> Waarde | None:
    """Return the whole when every part is counted in its unit: else nothing is to be added."""
    if geheel is None:
        return None
    units = {deel.waarde.eenheid for deel in delen if deel.waarde is not None}
    own = geheel.eenheid
    fits = all(unit is None or own is None or same_unit(unit, own) for unit in units)
    return geheel if fits else None
