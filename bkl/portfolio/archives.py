"""Workspaces in a zip or in a bundle of git: unpacked within bounds, and never carried out."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from bkl.portfolio.errors import Portfoliofout
from bkl.portfolio.sources import Bronmap

MOST_BYTES = 256 * 1024 * 1024
MOST_FILES = 20_000
_PART = 1024 * 1024
_ASIDE = ("templates", "reports", ".git")
"""Folders that no verdict rests on: they are not unpacked."""
_PATIENCE = 60


@contextmanager
def opened(place: Bronmap) -> Iterator[Path]:
    """Give the folder of a workspace; one from an archive is gone afterwards.

    Raises Portfoliofout for an archive that is damaged, too large, or reaches outside itself.
    """
    if place.soort == "map":
        yield place.pad
        return
    with tempfile.TemporaryDirectory(prefix="bkl-") as temporary:
        folder = Path(temporary, "werkmap")
        folder.mkdir()
        if place.soort == "zip":
            _unzip(place.pad, folder)
        else:
            _unbundle(place.pad, folder, Path(temporary))
        yield _workspace_in(folder)


def _workspace_in(folder: Path) -> Path:
    """Return the one folder with `data/`: the top, or the only folder in it."""
    inside = [folder, *(one for one in sorted(folder.iterdir()) if one.is_dir())]
    found = [one for one in inside if (one / "data").is_dir()]
    if len(found) != 1:
        told = "geen map `data`" if not found else "meer dan één werkmap"
        raise Portfoliofout(f"Hierin staat {told}.", "Pak elke werkmap apart in.")
    return found[0]


class _Room:
    """How much may still be unpacked."""

    def __init__(self) -> None:
        self.files, self.bytes = MOST_FILES, MOST_BYTES

    def copy(self, source: IO[bytes], target: Path) -> None:
        """Copy one file; what a header says of its size is not believed."""
        self.files -= 1
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            while part := source.read(_PART):
                self.bytes -= len(part)
                self.expect()
                file.write(part)
        self.expect()

    def expect(self) -> None:
        """Raise Portfoliofout when it was more than fits."""
        if self.bytes < 0 or self.files < 0:
            most = f"{MOST_FILES:,}".replace(",", ".")
            raise Portfoliofout(
                f"Uitgepakt is dit meer dan {MOST_BYTES // 1024**2} MB of {most} bestanden.",
                "Pak alleen de werkmap in, zonder andere bestanden.",
            )


def _unzip(path: Path, folder: Path) -> None:
    room = _Room()
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                if stat.S_ISLNK(member.external_attr >> 16):
                    raise _outside(member.filename, "een koppeling")
                target = _target(member.filename, folder)
                if target is None or member.is_dir():
                    continue
                with archive.open(member) as source:
                    room.copy(source, target)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        secret = isinstance(error, RuntimeError) and not isinstance(error, NotImplementedError)
        told = "heeft een wachtwoord" if secret else "is beschadigd"
        cure = (
            "Vraag een nieuw bestand, zonder wachtwoord." if secret else "Vraag een nieuw bestand."
        )
        raise Portfoliofout(f"Dit zip-bestand {told}.", cure) from error
    except FileExistsError as error:
        told = "In dit zip-bestand staan twee bestanden met één naam."
        raise Portfoliofout(told, "Vraag een nieuw bestand.") from error


def _target(name: str, folder: Path) -> Path | None:
    """Return where a member goes, None for what is left packed; raises Portfoliofout."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]:
        raise _outside(name, "een pad")
    return None if any(one in _ASIDE for one in parts[:2]) else folder.joinpath(*parts)


def _outside(name: str, what: str) -> Portfoliofout:
    shown = name if len(name) <= 80 else f"{name[:79]}…"
    return Portfoliofout(
        f"`{shown}` is {what} naar buiten de werkmap; er is niets uitgepakt.",
        "Vraag een nieuw bestand, met alleen de werkmap.",
    )


def _unbundle(path: Path, folder: Path, temporary: Path) -> None:
    git = shutil.which("git")
    if git is None:
        raise Portfoliofout(
            "Voor een bundle van git ontbreekt het programma `git`.", "Installeer git."
        )
    bare = temporary / "bundel.git"
    _run(git, "clone", "--quiet", "--bare", str(path), str(bare))
    heads = _run(git, "-C", str(bare), "for-each-ref", "--format=%(refname)", "refs/heads")
    head = _run(git, "-C", str(bare), "symbolic-ref", "--quiet", "HEAD", fail=False).strip()
    names = heads.split()
    if not names:
        raise Portfoliofout(
            "In deze bundle staat geen branch.", "Maak hem met `git bundle create`."
        )
    chosen = head if head in names else names[0]
    _extract(git, bare, chosen, folder)


def _environment() -> dict[str, str]:
    own = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_TERMINAL_PROMPT": "0"}
    return {**os.environ, **own}


def _run(git: str, *args: str, fail: bool = True) -> str:
    command = [git, "-c", "core.hooksPath=/dev/null", *args]
    try:
        done = subprocess.run(  # noqa: S603 - git itself, on a file
            command, capture_output=True, text=True, check=False, timeout=_PATIENCE,
            env=_environment(),
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise Portfoliofout("Deze bundle is te groot.", "Vraag een zip van de werkmap.") from error
    if done.returncode and fail:
        cure = "Vraag een nieuwe: `git bundle create verslag.bundle HEAD`."
        raise Portfoliofout("Deze bundle van git is niet te lezen.", cure)
    return done.stdout


def _extract(git: str, bare: Path, head: str, folder: Path) -> None:
    room = _Room()
    command = [git, "-C", str(bare), "archive", "--format=tar", head]
    with subprocess.Popen(  # noqa: S603 - git itself, on what was just cloned
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
    ) as process:
        try:
            if process.stdout is None:
                raise Portfoliofout("Deze bundle van git is niet te lezen.", "Vraag een nieuwe.")
            with tarfile.open(fileobj=process.stdout, mode="r|") as archive:
                for member in archive:
                    if member.issym() or member.islnk():
                        raise _outside(member.name, "een koppeling")
                    target = _target(member.name, folder)
                    source = archive.extractfile(member) if member.isreg() and target else None
                    if source is not None and target is not None:
                        room.copy(source, target)
        except tarfile.TarError as error:
            raise Portfoliofout(
                "Deze bundle van git is niet te lezen.", "Vraag een nieuwe."
            ) from error
        finally:
            process.kill()
