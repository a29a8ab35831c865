"""Where something stands, what is said of it and what must stand there, in terms of SARIF."""

from __future__ import annotations

import re
from pathlib import PurePath, PureWindowsPath
from urllib.parse import quote

from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Edit, Position
from bkl.wording.jsontext import JsonValue

ROOT = "%SRCROOT%"
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def message_text(text: str) -> str:
    """Return the text so that it is read as it stands: no placeholder and no link in it."""
    return _LINK.sub(r"\\[", text.replace("{", "{{").replace("}", "}}"))


def region(position: Position) -> dict[str, JsonValue]:
    """Return a stretch of one line; the end column is the first one after it."""
    return {
        "startLine": position.line,
        "startColumn": position.column,
        "endLine": position.line,
        "endColumn": position.column + position.length,
    }


def address(name: str) -> dict[str, JsonValue]:
    """Return where a file is: below the root, or elsewhere when its name says so."""
    if name.startswith("/") or PureWindowsPath(name).is_absolute():
        path = name.replace("\\", "/")
        return {"uri": f"file://{'' if path.startswith('/') else '/'}{_quoted(path)}"}
    uri = _quoted(name)
    return {"uri": uri} if ".." in PurePath(name).parts else {"uri": uri, "uriBaseId": ROOT}


def _quoted(path: str) -> str:
    return quote(path, errors="surrogateescape")


def fix(finding: Finding) -> dict[str, JsonValue] | None:
    """Return the certain cure of a finding, None when it has none or one that cannot be placed."""
    replacements = [_replacement(edit) for edit in finding.edits]
    if not replacements or None in replacements:
        return None
    change: dict[str, JsonValue] = {
        "artifactLocation": address(finding.place.file),
        "replacements": list(replacements),
    }
    return {"description": {"text": message_text(finding.cure)}, "artifactChanges": [change]}


def _replacement(edit: Edit) -> dict[str, JsonValue] | None:
    """Return one replacement; the quotes around a scalar stay."""
    position = edit.position
    if position is None:
        return None
    quotes = (position.length - len(edit.old)) / 2
    if quotes not in (0, 1):
        return None
    within = Position(position.line, position.column + int(quotes), len(edit.old))
    return {"deletedRegion": region(within), "insertedContent": {"text": edit.new}}
