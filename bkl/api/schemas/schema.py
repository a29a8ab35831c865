"""`schema`: JSON Schemas for editors and other programs, made from the models themselves."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from bkl.api.errors import Gebruiksfout
from bkl.api.schemas.findings import check_schema
from bkl.api.schemas.models import schema_of
from bkl.api.schemas.types import Schema
from bkl.api.workspace.write import write_made
from bkl.api.workspace.year import workspace_of
from bkl.diagnostics.suggestion import did_you_mean
from bkl.domein.model.akkoorden import Akkoorden
from bkl.domein.model.bijstellingen import Bijstellingen
from bkl.domein.model.definities import Definities
from bkl.domein.model.eisen import Eisen
from bkl.domein.model.fields import Model
from bkl.domein.model.instellingen import Instellingen
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.model.werkplan import Werkplan

DOCUMENTS: dict[str, type[Model]] = {
    "werkplan": Werkplan,
    "jaarverslag": Jaarverslag,
    "bijstellingen": Bijstellingen,
    "akkoord": Akkoorden,
    "instellingen": Instellingen,
    "eisen": Eisen,
    "definities": Definities,
}
"""The files that people write, by the name of their schema."""

FOLDER = "schemas"
_OUTCOME = "check"


def schema_names() -> list[str]:
    """Return the names of the schemas: the files, and the outcome of `bkl check`."""
    return [*DOCUMENTS, _OUTCOME]


def json_schema(naam: str) -> str:
    """Return a JSON Schema as text. Raises Gebruiksfout for an unknown name."""
    made = json.dumps(_made(naam), ensure_ascii=False, indent=2)
    return f"{made}\n"


def write_schemas(
    folder: Path | None = None, *, namen: Sequence[str] = (), output: Path | None = None
) -> list[Path]:
    """Write `<naam>.schema.json` for each name, all by default, and return the paths.

    The folder is `output`, else `schemas/` of the workspace. Raises Gebruiksfout for an
    unknown name, and when the folder cannot be written in.
    """
    texts = {naam: json_schema(naam) for naam in namen or schema_names()}
    target = output or workspace_of(folder) / FOLDER
    paths = []
    for naam, text in texts.items():
        path = target / f"{naam}.schema.json"
        write_made(path, text.encode())
        paths.append(path)
    return paths


def _made(naam: str) -> Schema:
    if naam == _OUTCOME:
        return check_schema()
    if naam in DOCUMENTS:
        return schema_of(DOCUMENTS[naam])
    raise Gebruiksfout(
        f"Er is geen schema `{naam}`.",
        did_you_mean(naam, schema_names()) or f"Kies uit: {', '.join(schema_names())}.",
    )
