"""Recording, the same for `set` and `import`: plan, look what comes of it, ask, and save.

`propose` says what would change and writes nothing; `record` carries it out. Whoever saves in
between is noticed: then everything is planned anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from bkl.api.checking.judge import judge_year
from bkl.api.checking.settings import read_settings
from bkl.api.errors import Gebruiksfout, Onbruikbaar
from bkl.api.recording.advice import advice
from bkl.api.recording.plan import Opname, Plan, Voorstelregel, Weigering
from bkl.api.workspace.folder import Jaargang
from bkl.api.workspace.lock import locked
from bkl.api.workspace.save import Change, expect_unchanged, save
from bkl.api.workspace.write import Intussenveranderd
from bkl.api.workspace.year import Year, choose, read_year, reread, workspace_of
from bkl.diagnostics.finding import Finding
from bkl.domein.notatie.values.jaren import last_day, year_in_name
from bkl.domein.records import dataclass
from bkl.rules.engine.choice import ALLES, is_reading

if TYPE_CHECKING:
    from bkl.domein.dossier.dossier import Dossier
    from bkl.domein.dossier.verdicts import Vergelijking


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What recording would do. `fouten` are faults that it would make: then it is not done.

    `vragen` are the other findings on what is recorded, `elders` the new faults that a later
    peildatum brings to light at other entries. `voor` and `na` are the verdicts by indicator;
    `raad` are cures for `fouten` that recording itself offers; `dossier` is the year as it would
    become.
    """

    jaar: int
    changes: tuple[Change, ...]
    regels: tuple[Voorstelregel, ...]
    geweigerd: tuple[Weigering, ...] = ()
    fouten: tuple[Finding, ...] = ()
    vragen: tuple[Finding, ...] = ()
    elders: tuple[Finding, ...] = ()
    voor: Mapping[str, Vergelijking] = field(default_factory=dict)
    na: Mapping[str, Vergelijking] = field(default_factory=dict)
    raad: tuple[str, ...] = ()
    dossier: Dossier | None = None

    @property
    def folder(self) -> Path:
        """The folder whose lock is held while saving."""
        return self.changes[0].path.parent


def propose(folder: Path | None, opname: Opname) -> Voorstel:
    """Return what recording would change and bring about; writes nothing.

    Raises Gebruiksfout when there is nothing to write in, Onbruikbaar when a file cannot be
    read. What cannot be recorded of single entries is in `geweigerd`.
    """
    workspace = workspace_of(folder)
    jaargang = choose(workspace, opname.jaar)
    year = read_year(jaargang, workspace)
    path, verslag = jaargang.jaarverslag, year.jaarverslag
    if path is None or verslag is None:
        raise Gebruiksfout(
            f"Er is nog geen jaarverslag van {jaargang.jaar}.",
            f"Maak `data/jaarverslag-{year_in_name(jaargang.jaar)}.yaml`, met "
            f"`jaarverslag: {jaargang.jaar}` en "
            f"`peildatum: {last_day(jaargang.jaar):%d-%m-%Y}`.",
        )
    if year.dossier is None or verslag.tree is None or not isinstance(verslag.tree.value, dict):
        year.usable()
        raise Onbruikbaar(())
    plan = Plan(year, opname)
    after = plan.bytes_after()
    if after == verslag.data:
        return Voorstel(jaargang.jaar, (), (), tuple(plan.geweigerd), voor=year.vergelijkingen)
    change = Change(verslag.name, path, verslag.data, after)
    return _look(year, jaargang, workspace, plan, change)


def _look(year: Year, jaargang: Jaargang, workspace: Path, plan: Plan, change: Change) -> Voorstel:
    """Check the data as they would become."""
    settings = read_settings(workspace)
    then = reread(year, jaargang, workspace, {os.path.abspath(change.path): change.after})
    found = list(judge_year(then, settings, ALLES))
    touched = set(plan.wanted)
    about = [one for one in found if one.place.route[:2] in touched]
    fouten = [one for one in found if one.kind.severity == "fout"]
    if fouten:
        known = {_sameness(one) for one in judge_year(year, settings, ALLES)}
        fouten = [one for one in fouten if _sameness(one) not in known]
    moved = plan.peildatum is not None
    elders = [one for one in fouten if moved and not is_reading(one.kind) and one not in about]
    own = tuple(one for one in fouten if one not in elders)
    return Voorstel(
        jaargang.jaar,
        (change,),
        tuple(plan.regels),
        tuple(plan.geweigerd),
        own,
        tuple(one for one in about if one.kind.severity != "fout"),
        tuple(elders),
        year.vergelijkingen,
        then.vergelijkingen,
        tuple(advice(plan.opname, plan.dossier, own)),
        then.dossier,
    )


def _sameness(finding: Finding) -> tuple[object, ...]:
    return finding.kind.code, finding.place.file, finding.place.route, finding.message


def record(
    folder: Path | None, opname: Opname, agree: Callable[[Voorstel], bool]
) -> Voorstel | None:
    """Record everything, or nothing; return what was saved, None when it was not agreed to.

    `agree` sees what would change and says whether it may; it is asked again when somebody
    else changed the same values meanwhile. It is never asked about faults: with `fouten`, or
    without anything to change, the proposal comes back unsaved.
    """
    shown = propose(folder, opname)
    while True:
        if shown.fouten or not shown.changes:
            return shown
        if not agree(shown):
            return None
        with locked(shown.folder):
            try:
                expect_unchanged(shown.changes)
                now = shown
            except Intussenveranderd:
                now = propose(folder, opname)
            same = now.regels == shown.regels and now.geweigerd == shown.geweigerd
            if same and now.changes and not now.fouten:
                try:
                    save(now.changes)
                except Intussenveranderd:
                    continue
                return now
        shown = now
