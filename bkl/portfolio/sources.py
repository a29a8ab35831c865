"""Where workspaces are found: folders, archives, bundles of git, and lists of those."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from bkl.portfolio.errors import Portfoliofout

Soort = Literal["map", "zip", "bundel"]
_ENDS: dict[str, Soort] = {".zip": "zip", ".bundle": "bundel"}
_DEPTH = 8
"""Folders deeper than this below the one that was given are not looked in."""
_LIST = (".txt", ".lst")


class Bronmap(NamedTuple):
    """One workspace: `werkmap` is its name here, which no other has; `pad` is absolute."""

    werkmap: str
    pad: Path
    soort: Soort


class Gevonden(NamedTuple):
    """The workspaces in the order of their names, and what was passed over, with the reason."""

    werkmappen: tuple[Bronmap, ...]
    overgeslagen: tuple[tuple[str, str], ...]


def find_sources(given: Sequence[Path], aside: Path | None = None) -> Gevonden:
    """Find every workspace in what was given, each place once.

    Links to folders are not followed: they may lead round, or out. `aside` is the folder of
    the dataset itself. Raises Portfoliofout for a path that is not there, or holds nothing.
    """
    passed: list[tuple[str, str]] = []
    found: dict[Path, tuple[str, str, Soort]] = {}
    for name, path in _listed(given):
        if not path.exists():
            raise Portfoliofout(f"`{path}` bestaat niet.", "Controleer de naam.")
        before = len(found)
        for below, place, soort in _inside(path, passed, aside):
            real = Path(os.path.realpath(place))
            if real in found:
                passed.append((f"{name}/{below}" if below else name, "die staat er al bij"))
            found.setdefault(real, (below or path.absolute().name, f"{name}/{below}", soort))
        if len(found) == before and not passed:
            raise Portfoliofout(
                f"In `{path}` staat geen werkmap.",
                "Een werkmap is een map met een map `data`, of een zip of bundle daarvan.",
            )
    return Gevonden(tuple(sorted(_named(found))), tuple(passed))


def _named(found: dict[Path, tuple[str, str, Soort]]) -> Iterator[Bronmap]:
    """Yield each with its short name, or with its whole one where two have the same."""
    often = Counter(short for short, _, _ in found.values())
    for path, (short, whole, soort) in found.items():
        name = short if often[short] == 1 else whole.strip("/")
        # bytes of a name that are no UTF-8 are told by number: a dataset holds Unicode only
        told = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        yield Bronmap(told, path, soort)


def _listed(given: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Yield each path with how it was written, also those in a list; raises Portfoliofout."""
    for path in given:
        if path.suffix not in _LIST or not path.is_file():
            yield path.as_posix(), path
            continue
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError as error:
            cure = "Sla de lijst op als tekst in UTF-8, met één map per regel."
            raise Portfoliofout(f"`{path}` is geen leesbare lijst.", cure) from error
        for line in lines:
            name = line.strip()
            if name and not name.startswith("#"):
                yield name, path.parent / name


def _inside(
    path: Path, passed: list[tuple[str, str]], aside: Path | None
) -> Iterator[tuple[str, Path, Soort]]:
    """Yield (name below `path`, place, sort) of every workspace in a folder or file."""
    if path.is_file():
        soort = _ENDS.get(path.suffix.casefold())
        if soort is None:
            raise Portfoliofout(
                f"`{path}` is geen map, zip, bundle of lijst.",
                "Een lijst heet `lijst.txt` en heeft één map per regel.",
            )
        yield "", path, soort
        return
    yield from _folder(path, "", passed, aside, 0)


def _folder(
    path: Path, below: str, passed: list[tuple[str, str]], aside: Path | None, depth: int
) -> Iterator[tuple[str, Path, Soort]]:
    if (path / "data").is_dir():
        yield below, path, "map"
        return
    if depth > _DEPTH:
        passed.append((below, f"die ligt dieper dan {_DEPTH} mappen"))
        return
    try:
        entries = sorted(os.scandir(path), key=lambda one: one.name)
    except OSError:
        passed.append((below or path.as_posix(), "die map is niet te lezen"))
        return
    for entry in entries:
        name = f"{below}/{entry.name}" if below else entry.name
        if entry.name.startswith(".") or (aside is not None and Path(entry.path) == aside):
            continue
        if entry.is_symlink():
            if Path(entry.path).is_dir() or not Path(entry.path).exists():
                passed.append((name, "een koppeling naar een map wordt niet gevolgd"))
            continue
        if entry.is_dir():
            yield from _folder(Path(entry.path), name, passed, aside, depth + 1)
        elif soort := _ENDS.get(Path(entry.name).suffix.casefold()):
            yield name, Path(entry.path), soort
