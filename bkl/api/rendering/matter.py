"""The matter for reports: one year, read and weighed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bkl.api.checking.settings import Settings, read_settings
from bkl.api.comparing import compare_rows
from bkl.api.workspace.folder import newest_of_plans
from bkl.api.workspace.year import Year, choose, read_year
from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verdicts import Telling, Vergelijking
from bkl.gap.result import GapResult
from bkl.gap.rows import build_rows
from bkl.render import of_whole_plan
from bkl.render.matter import Stof

if TYPE_CHECKING:
    from bkl.domein.dossier.signed import AkkoordStand, Getekend
    from bkl.gap.years import Reeks
    from bkl.render.rulebook import Regelblad


def read_stof(workspace: Path, jaar: int | None = None) -> Stof:
    """Return the matter of one year, the newest by default.

    Raises Gebruiksfout for a year that is not there, Onbruikbaar for files that cannot be read,
    `bkl.yaml` among them.
    """
    year = read_year(choose(workspace, jaar), workspace)
    dossier, vergelijkingen = year.usable()
    rijen = build_rows(dossier, vergelijkingen)

    settings = read_settings(workspace)
    signed, akkoorden = _signed(year, settings)

    @cache
    def series() -> Mapping[str, Reeks]:
        return _series(workspace, dossier, vergelijkingen)

    def result() -> GapResult:
        compared = compare_rows(workspace, dossier, vergelijkingen, rijen)
        return replace(compared, fouten=year.fouten, akkoorden=akkoorden)

    return Stof(
        dossier,
        rijen,
        vergelijkingen,
        Telling.of(rijen),
        year.digest,
        workspace,
        series,
        rule_pages,
        result,
        settings.style(),
        count_faults(year, workspace),
        signed,
        akkoorden,
    )


def stof_of(rapport: str, workspace: Path, stof: Stof) -> Stof:
    """Return the matter for a report, where that of one year is there already.

    A report on a plan of several years is one document, whichever year it was asked for: it is
    made of the newest year of that plan.
    """
    plan = stof.dossier.werkplan.werkplan
    if plan.lengte == 1 or not of_whole_plan(rapport):
        return stof
    newest = newest_of_plans(workspace).get(str(plan), stof.dossier.jaar)
    return stof if newest == stof.dossier.jaar else read_stof(workspace, newest)


def _signed(
    year: Year, settings: Settings
) -> tuple[Mapping[str, Sequence[Getekend]] | None, Mapping[str, AkkoordStand] | None]:
    """Return who signed what and how that stands; None where nobody did."""
    if year.akkoord is None:
        return None, None
    from bkl.api.workspace.signatures import signatures, stands_of  # noqa: PLC0415 - few sign
    from bkl.domein.dossier.signed import latest  # noqa: PLC0415

    found = signatures(year)
    return latest(found), stands_of(year, found, vier_ogen=settings.vier_ogen)


def count_faults(year: Year, workspace: Path) -> int:
    """Return how many faults `bkl check` finds in the data of a year."""
    from bkl.api.checking.judge import judge_year  # noqa: PLC0415 - it looks at reports itself
    from bkl.rules.engine.choice import FOUTEN_IN_GEGEVENS  # noqa: PLC0415

    # the reports themselves, and templates, are about to be looked at
    found = judge_year(year, read_settings(workspace), FOUTEN_IN_GEGEVENS, workspace)
    return len({finding for finding in found if finding.kind.severity == "fout"})


def rule_pages() -> tuple[Regelblad, ...]:
    """Return the manual page of every rule, by code."""
    from bkl.api.checking.catalogue import catalogue  # noqa: PLC0415 - all rules, for one report
    from bkl.render.rulebook import Regelblad  # noqa: PLC0415

    return tuple(
        Regelblad(
            regel.kind.code,
            regel.kind.slug,
            regel.kind.severity,
            regel.familie,
            regel.samenvatting,
            regel.uitleg,
        )
        for regel in catalogue()
    )


def _series(
    workspace: Path, dossier: Dossier, vergelijkingen: Mapping[str, Vergelijking]
) -> Mapping[str, Reeks]:
    from bkl.api.workspace.years import Boekenkast  # noqa: PLC0415 - for one report

    return Boekenkast(workspace, dossier, vergelijkingen).so_far(vergelijkingen)
