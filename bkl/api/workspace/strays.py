"""Files that were meant for bkl but have a name that it does not read: none goes unnoticed."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from bkl.api.workspace.folder import KINDS, read_name
from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Place, Position
from bkl.domein.notatie.values.jaren import Planjaren, read_planjaren
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.records import dataclass
from bkl.source.kinds import BESTAND_NIET_GELEZEN, BESTAND_ONGEBRUIKT, TWEE_BESTANDEN

SETTINGS = "bkl.yaml"
_KNOWN = (*KINDS, "akkoord")
_NAMELESS = "Uit de naam blijkt niet wat voor bestand het is."
_ELSEWHERE = "Zet het buiten de map `data`, of neem over wat erin staat."
_YAML = Lazy(r"\.ya?ml\b|\.ya?ml$", re.I)
_PLAIN = Lazy(r"[^.]*\.?(?:txt|json)?", re.I)
_PASSED = Lazy(r"^[.#~]|[~#]$|\.(?:swp|swo|tmp|bak|orig|rej|old|lock|part|crdownload)$", re.I)
_YEAR = Lazy(r"(?<!\d)(\d{4}|\d{2})(?!\d)")
_WORD = Lazy(r"[a-zà-ÿ]+")
_SPAN = Lazy(r"(?<!\d)(\d{4})\D{1,3}(\d{4}|\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Stray:
    """A file that is not read. `name` is seen from the workspace.

    `meant` is the name that it should have, where that is clear; `there` says that a file of
    that name stands beside it, and `twin` that the two names differ only in how they are written.
    `long` is a report on several years.
    """

    name: str
    meant: str | None = None
    jaar: int | None = None
    there: bool = False
    twin: bool = False
    long: bool = False

    def finding(self) -> Finding:
        """Return what to say about it."""
        file, message = self.name.rpartition("/")[2], f"`{self.name}` wordt niet gelezen."
        kind = BESTAND_NIET_GELEZEN
        if self.long:
            cure = f"Een verslag gaat over één jaar: maak er een per jaar, zoals `{self.meant}`."
        elif self.twin:
            kind = TWEE_BESTANDEN
            message = f"`{file}` en `{self.meant}` zijn hetzelfde bestand in twee schrijfwijzen."
            cure = f"Houd alleen `{self.meant}` over, met alles wat erin hoort."
        elif self.meant and not self.there:
            cure = f"Noem het `{self.meant}`."
        else:
            kind = BESTAND_ONGEBRUIKT
            other = f"Wel gelezen wordt `{self.meant}`." if self.meant else _NAMELESS
            message, cure = f"{message} {other}", _ELSEWHERE
        return Finding(kind, message, cure, Place(self.name), Position(1, 1))


def find_strays(workspace: Path) -> list[Stray]:
    """Return the files of people that bkl does not read, in `data/`, below and beside it."""
    data = workspace / "data"
    names = _files(data)
    strays = [*_in_data(names), *_settings(workspace, names)]
    for folder, prefix in [(workspace, ""), *_below(data)]:
        for name in _files(folder):
            if (read := read_name(name)) and not {name, _other(name)} & set(names):
                meant = f"data/{read.soort}-{read.jaren.in_naam}.yaml"
                strays.append(Stray(f"{prefix}{name}", meant, read.jaren.eerste))
    return strays


def _in_data(names: list[str]) -> Iterator[Stray]:
    for name in names:
        read = read_name(name)
        if read and read.soort in ("jaarverslag", "akkoord") and _is_long(read.jaren):
            yield Stray(f"data/{name}", f"{read.soort}-{read.jaren.eerste}.yaml", long=True)
        elif read:
            if name.endswith(".yml") and f"{name[:-4]}.yaml" in names:
                meant = f"{name[:-4]}.yaml"
                yield Stray(f"data/{name}", meant, read.jaren.eerste, there=True, twin=True)
        elif not _PASSED.search(name):
            stray = _guess(name, names)
            if stray.meant or _YAML.search(name):
                yield stray


def _guess(name: str, names: list[str]) -> Stray:
    """Return what a name was meant to be: a kind and a year, however they are written."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    full = f"data/{name}"
    if not (_YAML.search(plain) or _PLAIN.fullmatch(plain)):
        return Stray(full)
    found = [_kind(word) for word in _WORD.findall(plain.partition(".")[0])]
    kind = next((one for one in found if one), None)
    if kind is None:
        return Stray(full, f"../{SETTINGS}" if plain.startswith("bkl.y") else None)
    span = _SPAN.search(plain)
    year = span or _YEAR.search(plain)
    if year is None:
        return Stray(full)
    jaar = int(year[1]) if len(year[1]) == 4 else 2000 + int(year[1])
    meant = f"{kind}-{jaar}.yaml"
    if span is not None:
        jaren = read_planjaren(f"{jaar}-{span[2]}")
        meant = f"{kind}-{jaren.in_naam}.yaml" if jaren else meant
    there = meant in names or _other(meant) in names
    # the same letters and figures, written otherwise: capitals, signs, full-width figures
    twin = there and re.sub(r"[\W_]", "", plain) in (f"{kind}{jaar}yaml", f"{kind}{jaar}yml")
    return Stray(full, meant, jaar, there=there, twin=twin)


def _is_long(jaren: Planjaren) -> bool:
    """Tell whether a name is about more than a year or a school year."""
    return jaren.lengte > 2


def _kind(word: str) -> str | None:
    if word in _KNOWN:
        return word
    from bkl.diagnostics.suggestion import nearest  # noqa: PLC0415 - few files have such a name

    found = nearest(word, _KNOWN)
    return found if found and abs(len(found) - len(word)) <= 2 and len(word) > 5 else None


def _settings(workspace: Path, names: list[str]) -> Iterator[Stray]:
    beside = _files(workspace)
    there = SETTINGS in beside
    for name in beside:
        low = name.casefold()
        if name in (SETTINGS, "bkl.yml") or not re.fullmatch(r"\.?bkl\.ya?ml(?:\.txt)?", low):
            continue
        yield Stray(name, SETTINGS, there=there, twin=there)
    if there and "bkl.yml" in beside:
        yield Stray("bkl.yml", SETTINGS, there=True, twin=True)


def _below(data: Path) -> Iterator[tuple[Path, str]]:
    for entry in sorted(os.scandir(data), key=lambda one: one.name):
        if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
            yield Path(entry.path), f"data/{entry.name}/"


def _files(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if not _is_folder(entry))
    except OSError:
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _other(name: str) -> str:
    stem, _, end = name.rpartition(".")
    return f"{stem}.{'yml' if end == 'yaml' else 'yaml'}"
