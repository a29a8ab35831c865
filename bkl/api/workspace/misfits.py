"""Files of a year that do not fit together: no plan, or two that are about the same."""

from __future__ import annotations

from pathlib import Path

from bkl.api.workspace.folder import Jaargang
from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Place, Position
from bkl.domein.notatie.values.jaren import year_in_name
from bkl.source.kinds import BESTAND_NIET_GELEZEN, TWEE_BESTANDEN, WERKPLAN_ONTBREEKT


def no_werkplan(jaargang: Jaargang, file: str) -> Finding:
    """Return what to say of a report, or of changes, without a plan."""
    what = "dit jaarverslag" if jaargang.jaarverslag else "deze bijstellingen"
    return Finding(
        WERKPLAN_ONTBREEKT,
        f"Bij {what} ontbreekt het werkplan van {jaargang.jaar}.",
        f"Zet `werkplan-{year_in_name(jaargang.jaar)}.yaml` in dezelfde map.",
        Place(file, ("jaarverslag",)),
    )


def rival(jaargang: Jaargang, name: str) -> Finding:
    """Return what to say of a file that is about the same years as one that is read."""
    if jaargang.werkplan is not None and Path(name).name.startswith("bijstellingen"):
        meant = f"{jaargang.werkplan.stem.replace('werkplan', 'bijstellingen')}.yaml"
        return Finding(
            BESTAND_NIET_GELEZEN,
            f"`{name}` wordt niet gelezen: het plan van {jaargang.jaar} is "
            f"`{jaargang.werkplan.name}`.",
            f"Zet deze wijzigingen in `{meant}`.",
            Place(name),
            Position(1, 1),
        )
    read = jaargang.werkplan if Path(name).name.startswith("werkplan") else jaargang.jaarverslag
    return Finding(
        TWEE_BESTANDEN,
        f"`{name}` gaat over {jaargang.jaar}, en `{read.name if read else ''}` ook; alleen dat "
        "laatste wordt gelezen.",
        "Houd er één over, of geef een van beide andere jaren.",
        Place(name),
        Position(1, 1),
    )
