"""Evidence: the files of a workspace that figures come from."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from pathlib import Path, PurePosixPath

from bkl.domein.dossier.evidence import Bewijsstuk

LARGEST = 256 * 1024**2
"""So many bytes one file of evidence has at most."""
_PART = 1024**2


def on_disk(folder: Path, path: PurePosixPath) -> PurePosixPath:
    """Return a path in a folder as the disk spells it: some keep accents apart from letters."""
    name = str(path)
    if not name.isascii() and not os.path.lexists(folder / path):
        for form in ("NFC", "NFD"):
            other = unicodedata.normalize(form, name)
            if os.path.lexists(folder / other):
                return PurePosixPath(other)
    return path


class Bewijskast:
    """The evidence of one workspace; each file is read once."""

    def __init__(self, workspace: Path | None) -> None:
        self._workspace = workspace
        self._known: dict[str, Bewijsstuk] = {}

    def look(self, bestand: str) -> Bewijsstuk:
        """Return what is known of a file, named from the workspace."""
        if bestand not in self._known:
            self._known[bestand] = self._look(bestand)
        return self._known[bestand]

    def path(self, bestand: str) -> Path | None:
        """Return where a file stands; None when it cannot be read."""
        if self._workspace is None or self.look(bestand).sha256 is None:
            return None
        return self._workspace / on_disk(self._workspace, PurePosixPath(bestand))

    def _look(self, bestand: str) -> Bewijsstuk:
        path = PurePosixPath(bestand)
        if self._workspace is not None:
            path = on_disk(self._workspace, path)
        outside = path.is_absolute() or ".." in path.parts or "\\" in bestand or ":" in bestand
        if self._workspace is None or outside:
            return Bewijsstuk(
                bestand,
                bezwaar=f"Het bestand `{bestand}` staat niet in deze map.",
                herstel="Zet het in de map van uw verslag en noem het van daaruit, zoals "
                "`bewijs/tellingen.xlsx`. Voor een webpagina is er `url:`.",
            )
        try:
            return self._read(bestand, self._workspace / path)
        except (OSError, RuntimeError, ValueError):
            return Bewijsstuk(
                bestand,
                bezwaar=f"Het bestand `{bestand}` is er niet, of niet te lezen.",
                herstel="Controleer de naam en de map, ook hoofdletters, of zet het er weer neer.",
            )

    def _read(self, bestand: str, path: Path) -> Bewijsstuk:
        found = path.resolve(strict=True)
        status = found.stat()
        if self._workspace is None or not found.is_relative_to(self._workspace.resolve()):
            return Bewijsstuk(
                bestand,
                bezwaar=f"Het bestand `{bestand}` leidt naar buiten deze map.",
                herstel="Zet het bestand zelf in de map.",
            )
        if not stat.S_ISREG(status.st_mode):
            return Bewijsstuk(
                bestand, bezwaar=f"`{bestand}` is geen bestand.", herstel="Noem een bestand."
            )
        if status.st_size > LARGEST:
            return Bewijsstuk(
                bestand,
                bezwaar=f"Het bestand `{bestand}` is groter dan {LARGEST // 1024**2} MB.",
                herstel="Zet er een kleiner bestand neer, met alleen wat het cijfer bewijst.",
            )
        digest = hashlib.sha256()
        with found.open("rb") as stream:
            while part := stream.read(_PART):
                digest.update(part)
        return Bewijsstuk(bestand, digest.hexdigest(), status.st_size)
