"""`init`: a workspace in a folder that has none, with a short plan to replace by one's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from bkl.api.errors import Gebruiksfout
from bkl.api.schemas.schema import FOLDER, json_schema, schema_names
from bkl.api.workspace.save import Change, save
from bkl.domein.notatie.values.jaren import first_day, last_day, year_in_name
from bkl.source.edits.scalars import write_scalar

Soort = Literal["matrix", "programmas", "lijst"]
SOORTEN: tuple[Soort, ...] = get_args(Soort)

_HERE = Path(__file__).parent / "files"
_TOGETHER = {
    "jaarverslag.yaml": "data/jaarverslag-@JAAR@.yaml",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "settings.json": ".vscode/settings.json",
    "extensions.json": ".vscode/extensions.json",
    "pre-commit.yaml": ".pre-commit-config.yaml",
    "workflow.yaml": ".github/workflows/bkl.yaml",
}
_EXAMPLE: dict[Soort, str] = {"matrix": "AD-R2", "programmas": "P1-R2", "lijst": "P-A2"}
"""The code of the promise that each plan shows a figure of."""


@dataclass(frozen=True, slots=True)
class Begin:
    """What the workspace is about: how the plan is laid out, whose it is, and its year."""

    soort: Soort
    organisatie: str
    jaar: int

    @property
    def voorbeeld(self) -> str:
        """The code of a promise with a figure in the plan that is made."""
        return _EXAMPLE[self.soort]


@dataclass(frozen=True, slots=True)
class NewWorkspace:
    """The files to make, and the names of those that are there already and stay as they are."""

    folder: Path
    changes: tuple[Change, ...]
    blijft: tuple[str, ...]


def plan_workspace(folder: Path, begin: Begin, today: date) -> NewWorkspace:
    """Return which files a workspace in `folder` gets; writes nothing.

    `today` decides the peildatum: the last day of a year that is over, else the first. Raises
    Gebruiksfout where there is a plan or report already.
    """
    if folder.exists() and not folder.is_dir():
        raise Gebruiksfout(f"`{folder}` is geen map.", "Kies een andere naam.")
    data = folder / "data"
    there = sorted(path.name for path in data.glob("*.y*ml")) if data.is_dir() else []
    if there:
        raise Gebruiksfout(
            f"In `{data}` staan al gegevens: {', '.join(there)}.",
            "Kies een andere map. Een volgend jaar begint u met `bkl next`.",
        )
    changes: list[Change] = []
    kept: list[str] = []
    for name, text in _files(begin, today):
        path = folder / name
        if path.exists() or path.is_symlink():
            kept.append(name)
        else:
            changes.append(Change(name, path, None, text.encode()))
    return NewWorkspace(folder, tuple(changes), tuple(kept))


def files_around(begin: Begin, today: date, code: str) -> Iterator[tuple[str, str]]:
    """Yield the files of a workspace beside its plan: a report without answers, settings, schemas.

    `code` is a promise with a figure, for the example in the report.
    """
    end = last_day(begin.jaar)
    day = f"{end if end < today else first_day(begin.jaar):%d-%m-%Y}"
    words = _words(begin.organisatie, begin.jaar, code) | {"@PEILDATUM@": day}
    for name, target in _TOGETHER.items():
        named = {"@JAAR@": year_in_name(begin.jaar)}
        yield _put(target, named), _filled(f"samen/{name}", words)
    for name in schema_names():
        yield f"{FOLDER}/{name}.schema.json", json_schema(name)


def make_workspace(werkmap: NewWorkspace) -> None:
    """Write the files; the plan last but one, so that a workspace that is there is whole.

    Raises Gebruiksfout when one came to stand there meanwhile, OSError when the disk refuses.
    """
    (werkmap.folder / "data").mkdir(parents=True, exist_ok=True)
    save(sorted(werkmap.changes, key=lambda change: change.file.startswith("data/")))


def empty_report(organisatie: str, jaar: int, code: str) -> str:
    """Return a jaarverslag without answers; `code` is an indicator, for the example in it."""
    words = _words(organisatie, jaar, code) | {"@PEILDATUM@": f"{first_day(jaar):%d-%m-%Y}"}
    return _filled("samen/jaarverslag.yaml", words)


def _words(organisatie: str, jaar: int, code: str) -> dict[str, str]:
    name = write_scalar(organisatie, flow=True)
    return {"@JAAR@": str(jaar), "@ORGANISATIE@": name, "@CODE@": code}


def _files(begin: Begin, today: date) -> Iterator[tuple[str, str]]:
    words = _words(begin.organisatie, begin.jaar, begin.voorbeeld)
    yield f"data/werkplan-{begin.jaar}.yaml", _filled(f"{begin.soort}/werkplan.yaml", words)
    yield from files_around(begin, today, begin.voorbeeld)


def _filled(name: str, words: dict[str, str]) -> str:
    return _put((_HERE / name).read_text(encoding="utf-8"), words)


def _put(text: str, words: dict[str, str]) -> str:
    for word, value in words.items():
        text = text.replace(word, value)
    return text
