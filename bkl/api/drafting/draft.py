"""`draft`: a werkplan proposed from a plan document, with a workspace around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bkl.api.errors import Gebruiksfout
from bkl.api.starting.init import Begin, files_around
from bkl.api.workspace.save import Change, save
from bkl.domein.notatie.values.jaren import Planjaren
from bkl.draft.blocks import Block
from bkl.draft.draft import draft_plan
from bkl.draft.errors import Documentfout
from bkl.draft.plan import DraftPlan
from bkl.draft.reading.read import read_document
from bkl.draft.write import write_plan

_YAML = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class DraftRequest:
    """What is asked: a document, and where the proposal goes.

    `output` is a folder that becomes a workspace, or a YAML file of its own; None means the
    folder of the workspace. `jaren` and `organisatie` win from what the document says. With
    `vervang` a plan that is there may be replaced, after consent.
    """

    document: Path
    output: Path
    jaren: Planjaren | None = None
    organisatie: str | None = None
    vervang: bool = False


@dataclass(frozen=True, slots=True)
class DraftResult:
    """The proposal and the files that it would make; `blijft` are files that are there already."""

    plan: DraftPlan
    source: str
    folder: Path
    file: str
    changes: tuple[Change, ...]
    blijft: tuple[str, ...]


def read_draft(request: DraftRequest, today: date) -> DraftPlan:
    """Read a document and return what it proposes; writes nothing.

    Raises Gebruiksfout when the document cannot be read, OSError when it cannot be opened.
    """
    path = request.document
    _expect_document(path)
    try:
        return draft_plan(
            path, jaren=request.jaren, organisatie=request.organisatie, today=today.year
        )
    except Documentfout as fout:
        raise _useless(path, fout) from None


def read_blocks(path: Path) -> list[Block]:
    """Return the blocks of any document. Raises Gebruiksfout, or OSError for the file."""
    _expect_document(path)
    try:
        return read_document(path)
    except Documentfout as fout:
        raise _useless(path, fout) from None


def _expect_document(path: Path) -> None:
    if path.is_dir():
        raise Gebruiksfout(f"`{path}` is een map.", "Geef een document.")
    if not path.exists():
        raise Gebruiksfout(f"Het bestand `{path}` bestaat niet.", "Controleer de naam.")


def _useless(path: Path, fout: Documentfout) -> Gebruiksfout:
    return Gebruiksfout(f"`{path.name}` is niet te gebruiken. {fout.message}", fout.cure)


def lay_out_draft(request: DraftRequest, plan: DraftPlan, today: date) -> DraftResult:
    """Return the files that a proposal makes; raises Gebruiksfout where a plan stands already."""
    text = write_plan(plan, request.document.name).encode()
    output = request.output
    if output.suffix.lower() in _YAML:
        change = _change(output.name, output, text, request)
        return DraftResult(plan, request.document.name, output.parent, output.name, (change,), ())
    if output.exists() and not output.is_dir():
        raise Gebruiksfout(f"`{output}` is geen map.", "Kies een map, of een naam op .yaml.")
    name = f"data/werkplan-{plan.jaren.in_naam}.yaml"
    there = next(
        (output / f"{name[:-5]}{end}" for end in _YAML if (output / f"{name[:-5]}{end}").exists()),
        None,
    )
    changes = [_change(name, there or output / name, text, request)]
    kept: list[str] = []
    example = next((one for one in _codes(plan)), "CODE")
    for other, content in files_around(Begin("lijst", plan.organisatie, plan.jaar), today, example):
        path = output / other
        if path.exists() or path.is_symlink():
            kept.append(other)
        else:
            changes.append(Change(other, path, None, content.encode()))
    return DraftResult(plan, request.document.name, output, name, tuple(changes), tuple(kept))


def save_draft(result: DraftResult) -> None:
    """Write the files, the plan last; never half a file. Raises Gebruiksfout or OSError."""
    result.folder.mkdir(parents=True, exist_ok=True)
    for change in result.changes:
        change.path.parent.mkdir(parents=True, exist_ok=True)
    save(sorted(result.changes, key=lambda change: change.file == result.file))


def _codes(plan: DraftPlan) -> list[str]:
    return [
        f"{part.key}-{promise.code}"
        + (f".{promise.figures[0].naam}" if len(promise.figures) > 1 else "")
        for part in plan.parts
        for promise in part.promises
        if promise.figures
    ]


def _change(name: str, path: Path, text: bytes, request: DraftRequest) -> Change:
    if not path.exists() and not path.is_symlink():
        return Change(name, path, None, text)
    if not request.vervang:
        raise Gebruiksfout(
            f"`{path}` staat er al.",
            "Kies een andere plaats met `--output`, of gebruik `--vervang` als het weg mag.",
        )
    return Change(name, path, path.read_bytes(), text)
