"""The door: what a command, a notebook or a test may ask of bkl. Nothing here prints.

Each name is imported when it is first used, so that a command pays only for itself.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bkl.api.asking.todo import TodoResult, todo
    from bkl.api.checking.catalogue import catalogue, find_regel
    from bkl.api.checking.check import CheckResult, check
    from bkl.api.checking.fix import FixResult, fix
    from bkl.api.collecting.forms import FormRequest, FormsResult, make_forms
    from bkl.api.collecting.taking import ImportRequest, ImportResult, import_forms
    from bkl.api.comparing import choices, gap
    from bkl.api.drafting.answers import AnswersResult, find_answers, save_answers
    from bkl.api.drafting.draft import (
        DraftRequest,
        DraftResult,
        lay_out_draft,
        read_draft,
        save_draft,
    )
    from bkl.api.drafting.review import DraftReview, DraftStep
    from bkl.api.errors import Gebruiksfout, Onbruikbaar, Onvolledig
    from bkl.api.leaves.export import ExportResult, export
    from bkl.api.leaves.portfolio import (
        PortfolioRequest,
        PortfolioUpdate,
        portfolio,
        portfolio_rows,
        update_portfolio,
    )
    from bkl.api.manual import Onderwerp, onderwerpen, pagina
    from bkl.api.recording.choices import funders_to_set, parts_to_set, progress_to_set
    from bkl.api.recording.entry import Invoer
    from bkl.api.recording.plan import Opname
    from bkl.api.recording.record import Voorstel, propose, record
    from bkl.api.rendering.edition import DOSSIER, Made
    from bkl.api.rendering.eject import Ejected, eject
    from bkl.api.rendering.overview import (
        FormaatInfo,
        RapportInfo,
        expect_reports,
        formaten,
        rapporten,
    )
    from bkl.api.rendering.render import render, render_all
    from bkl.api.rendering.shelve import shelve
    from bkl.api.rendering.stale import ReportState, stale
    from bkl.api.schemas.schema import json_schema, schema_names, write_schemas
    from bkl.api.signing.sign import SignRequest, SignResult, sign
    from bkl.api.starting.init import Begin, NewWorkspace, make_workspace, plan_workspace
    from bkl.api.starting.next import NextYear, make_next, plan_next, shown_next
    from bkl.gap.result import GapResult

_HOME = {
    "Onderwerp": "bkl.api.manual",
    "onderwerpen": "bkl.api.manual",
    "pagina": "bkl.api.manual",
    "FormRequest": "bkl.api.collecting.forms",
    "FormsResult": "bkl.api.collecting.forms",
    "make_forms": "bkl.api.collecting.forms",
    "ImportRequest": "bkl.api.collecting.taking",
    "ImportResult": "bkl.api.collecting.taking",
    "import_forms": "bkl.api.collecting.taking",
    "export": "bkl.api.leaves.export",
    "PortfolioRequest": "bkl.api.leaves.portfolio",
    "PortfolioUpdate": "bkl.api.leaves.portfolio",
    "portfolio": "bkl.api.leaves.portfolio",
    "portfolio_rows": "bkl.api.leaves.portfolio",
    "update_portfolio": "bkl.api.leaves.portfolio",
    "ExportResult": "bkl.api.leaves.export",
    "DOSSIER": "bkl.api.rendering.edition",
    "AnswersResult": "bkl.api.drafting.answers",
    "find_answers": "bkl.api.drafting.answers",
    "save_answers": "bkl.api.drafting.answers",
    "DraftRequest": "bkl.api.drafting.draft",
    "DraftResult": "bkl.api.drafting.draft",
    "DraftReview": "bkl.api.drafting.review",
    "DraftStep": "bkl.api.drafting.review",
    "lay_out_draft": "bkl.api.drafting.draft",
    "read_draft": "bkl.api.drafting.draft",
    "save_draft": "bkl.api.drafting.draft",
    "shown_next": "bkl.api.starting.next",
    "plan_next": "bkl.api.starting.next",
    "make_next": "bkl.api.starting.next",
    "NextYear": "bkl.api.starting.next",
    "sign": "bkl.api.signing.sign",
    "SignResult": "bkl.api.signing.sign",
    "SignRequest": "bkl.api.signing.sign",
    "todo": "bkl.api.asking.todo",
    "TodoResult": "bkl.api.asking.todo",
    "plan_workspace": "bkl.api.starting.init",
    "make_workspace": "bkl.api.starting.init",
    "NewWorkspace": "bkl.api.starting.init",
    "Begin": "bkl.api.starting.init",
    "funders_to_set": "bkl.api.recording.choices",
    "parts_to_set": "bkl.api.recording.choices",
    "progress_to_set": "bkl.api.recording.choices",
    "Invoer": "bkl.api.recording.entry",
    "Opname": "bkl.api.recording.plan",
    "Voorstel": "bkl.api.recording.record",
    "propose": "bkl.api.recording.record",
    "record": "bkl.api.recording.record",
    "CheckResult": "bkl.api.checking.check",
    "Ejected": "bkl.api.rendering.eject",
    "FixResult": "bkl.api.checking.fix",
    "FormaatInfo": "bkl.api.rendering.overview",
    "GapResult": "bkl.gap.result",
    "Gebruiksfout": "bkl.api.errors",
    "Onbruikbaar": "bkl.api.errors",
    "Onvolledig": "bkl.api.errors",
    "RapportInfo": "bkl.api.rendering.overview",
    "ReportState": "bkl.api.rendering.stale",
    "catalogue": "bkl.api.checking.catalogue",
    "check": "bkl.api.checking.check",
    "choices": "bkl.api.comparing",
    "eject": "bkl.api.rendering.eject",
    "expect_reports": "bkl.api.rendering.overview",
    "find_regel": "bkl.api.checking.catalogue",
    "fix": "bkl.api.checking.fix",
    "format_names": "bkl.render",
    "formaten": "bkl.api.rendering.overview",
    "gap": "bkl.api.comparing",
    "json_schema": "bkl.api.schemas.schema",
    "rapporten": "bkl.api.rendering.overview",
    "Made": "bkl.api.rendering.edition",
    "render": "bkl.api.rendering.render",
    "render_all": "bkl.api.rendering.render",
    "report_names": "bkl.render",
    "schema_names": "bkl.api.schemas.schema",
    "shelve": "bkl.api.rendering.shelve",
    "stale": "bkl.api.rendering.stale",
    "write_schemas": "bkl.api.schemas.schema",
}

__all__ = [
    "DOSSIER",
    "AnswersResult",
    "Begin",
    "CheckResult",
    "DraftRequest",
    "DraftResult",
    "DraftReview",
    "DraftStep",
    "Ejected",
    "ExportResult",
    "FixResult",
    "FormRequest",
    "FormaatInfo",
    "FormsResult",
    "GapResult",
    "Gebruiksfout",
    "ImportRequest",
    "ImportResult",
    "Invoer",
    "Made",
    "NewWorkspace",
    "NextYear",
    "Onbruikbaar",
    "Onderwerp",
    "Onvolledig",
    "Opname",
    "PortfolioRequest",
    "PortfolioUpdate",
    "RapportInfo",
    "ReportState",
    "SignRequest",
    "SignResult",
    "TodoResult",
    "Voorstel",
    "catalogue",
    "check",
    "choices",
    "eject",
    "expect_reports",
    "export",
    "find_answers",
    "find_regel",
    "fix",
    "format_names",
    "formaten",
    "funders_to_set",
    "gap",
    "import_forms",
    "json_schema",
    "lay_out_draft",
    "make_forms",
    "make_next",
    "make_workspace",
    "onderwerpen",
    "pagina",
    "parts_to_set",
    "plan_next",
    "plan_workspace",
    "portfolio",
    "portfolio_rows",
    "progress_to_set",
    "propose",
    "rapporten",
    "read_draft",
    "record",
    "render",
    "render_all",
    "report_names",
    "save_answers",
    "save_draft",
    "schema_names",
    "shelve",
    "shown_next",
    "sign",
    "stale",
    "todo",
    "update_portfolio",
    "write_schemas",
]


def __getattr__(name: str) -> object:
    """Import the module of `name` and return what it holds."""
    if name not in _HOME:
        raise AttributeError(f"module 'bkl.api' has no attribute {name!r}")
    found: object = getattr(import_module(_HOME[name]), name)
    globals()[name] = found
    return found
