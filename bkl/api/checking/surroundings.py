"""What stands beside the data: reports made earlier, and templates of the workspace itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bkl.api.checking.cells import Cells
from bkl.api.workspace.folder import newest_of_plans
from bkl.api.workspace.reports import told_of
from bkl.api.workspace.year import Year
from bkl.diagnostics.position import Position
from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.render.errors import Sjabloonfout
from bkl.render.jinja.folders import own_folder
from bkl.rules.engine.case import Rapport, Sjabloonmelding, Werkmap
from bkl.rules.engine.choice import RuleChoice
from bkl.rules.engine.rule import listed_rules
from bkl.source.evidence import Bewijskast

if TYPE_CHECKING:
    from bkl.render.jinja.sources import Sources
    from bkl.render.pictures import Pictures

_KENMERK = re.compile(rb"kenmerk (?:`|<code>)([0-9a-f]{8,64})(?:`|</code>)")
_READ = (".md", ".html")
_LARGEST = 64 * 1024 * 1024


def look_around(year: Year, keuze: RuleChoice, workspace: Path) -> Werkmap:
    """Return what the chosen rules ask for, by what each of them requires, and nothing more."""
    needs = {need for rule in listed_rules() if keuze.wants(rule.kind) for need in rule.requires}
    rapporten = tuple(_reports(workspace, year)) if "rapporten" in needs else ()
    sjablonen = tuple(_templates(workspace, year)) if "sjablonen" in needs else ()
    beeld, kast = _looker(workspace), Bewijskast(workspace)
    bewijs, cel = kast.look, Cells(kast).look
    if "andere jaren" not in needs or not year.dossier:
        return Werkmap(rapporten, sjablonen, beeld=beeld, bewijs=bewijs, cel=cel)
    kwijt, herkomstloos = _other_years(workspace, year.dossier, year.vergelijkingen)
    return Werkmap(rapporten, sjablonen, kwijt, herkomstloos, beeld, bewijs, cel)


def _looker(workspace: Path) -> Callable[[str], tuple[str, str] | None]:
    """Return what says what is wrong with a picture of the workspace."""

    @cache
    def pictures() -> Pictures:
        from bkl.render.pictures import Pictures  # noqa: PLC0415 - few texts have a picture

        return Pictures(workspace)

    def look(address: str) -> tuple[str, str] | None:
        from bkl.render.pictures import PictureFault  # noqa: PLC0415

        if address.startswith("data:image/"):
            return None
        found = pictures().look(address)
        return (found.message, found.cure) if isinstance(found, PictureFault) else None

    return look


def _other_years(
    workspace: Path, dossier: Dossier, vergelijkingen: Mapping[str, Vergelijking]
) -> tuple[dict[str, int], frozenset[str]]:
    """Return which promises another year should hold but does not."""
    moved = {one.jaar for one in vergelijkingen.values() if one.jaar is not None}
    continues = any(one.entry.indicator.vervolg_van for one in vergelijkingen.values())
    if not moved and not continues:
        return {}, frozenset()
    from bkl.api.workspace.years import Boekenkast  # noqa: PLC0415 - reads other years, where needed

    kast = Boekenkast(workspace, dossier, vergelijkingen)
    after = kast.successors(vergelijkingen.values()) if kast.holds(moved) else {}
    before = kast.predecessors(vergelijkingen.values())
    return (
        {id_: one.jaar for id_, one in after.items() if one.bekend and one.gevonden is None},
        frozenset(id_ for id_, one in before.items() if one.bekend and one.gevonden is None),
    )


def _reports(workspace: Path, year: Year) -> Iterator[Rapport]:
    for path, made in _standing(workspace, year):
        try:
            if not path.is_file() or path.stat().st_size > _LARGEST:
                continue
            data = path.read_bytes()
        except OSError:
            continue
        # the colophon stands at the end, and stories may hold the same word
        found = _KENMERK.match(data, max(data.rfind(b"kenmerk"), 0))
        if found:
            at, kenmerk = found.start(1), found[1].decode()
            first, end = data.rfind(b"\n", 0, at) + 1, data.find(b"\n", at)
            line = data[first : end if end >= 0 else None].decode(errors="replace")
            column = len(data[first:at].decode(errors="replace")) + 1
            position = Position(data.count(b"\n", 0, at) + 1, column, len(kenmerk))
            yield Rapport(path.relative_to(workspace).as_posix(), kenmerk, position, line, made)


def _standing(workspace: Path, year: Year) -> Iterator[tuple[Path, str]]:
    """Yield the reports on a year, each with what `bkl render` makes it of.

    One on a plan of several years belongs to the newest of those.
    """
    folder, dossier = workspace / "reports", year.dossier
    if dossier is None or not folder.is_dir():
        return
    plan, jaar = dossier.werkplan.werkplan, dossier.jaar
    newest = newest_of_plans(workspace) if plan.lengte > 1 else {}
    try:
        names = sorted(path.name for path in folder.iterdir() if path.suffix in _READ)
    except OSError:
        return
    for name in names:
        wat, jaren = told_of(name, newest) or ("", "")
        whole = plan.lengte > 1 and jaren == str(plan)
        if newest.get(jaren) == jaar if whole else jaren == str(jaar):
            yield folder / name, wat


def _templates(workspace: Path, year: Year) -> Iterator[Sjabloonmelding]:
    if own_folder(workspace) is None:
        return
    from bkl.api.checking.tried import keep, key_of, recall  # noqa: PLC0415 - few have their own
    from bkl.render.jinja.sources import read_sources  # noqa: PLC0415

    sources = read_sources(workspace)
    faults = any(finding.kind.severity == "fout" for finding in year.reading)
    key = key_of(dict(sources.own), dict(sources.shipped), year.digest, str(faults))
    found = sources.faults or recall(key)
    if found is None:
        found = _try(workspace, year, sources, fill=not faults)
        if not any(fout.spent for fout in found):
            keep(key, found)
    for fout in found:
        name = (Path("templates") / fout.file).as_posix()
        yield Sjabloonmelding(name, fout.line, fout.said[:1].upper() + fout.said[1:], fout.cure)


def _try(workspace: Path, year: Year, sources: Sources, *, fill: bool) -> list[Sjabloonfout]:
    # Jinja, and what reports are made of, only for templates of its own that were changed
    from bkl.domein.dossier.verdicts import Telling  # noqa: PLC0415
    from bkl.gap.rows import build_rows  # noqa: PLC0415
    from bkl.render.matter import Stof  # noqa: PLC0415
    from bkl.render.trial import try_templates  # noqa: PLC0415

    stof = None
    if year.dossier is not None and fill:
        rijen = build_rows(year.dossier, year.vergelijkingen)
        telling = Telling.of(rijen)
        stof = Stof(year.dossier, rijen, year.vergelijkingen, telling, year.digest, workspace)
    return list(try_templates(sources, stof))
