"""Evidence: the files of a workspace that figures come from."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bkl.domein.dossier.evidence import Bewijsstuk
from bkl.source.inside import NotInsideError, Why, find_inside

LARGEST = 256 * 1024**2
"""So many bytes one file of evidence has at most."""
_PART = 1024**2


_SAID: dict[Why, tuple[str, str]] = {
    "elders": (
        "Het bestand `{}` staat niet in deze map.",
        (
            "Zet het in de map van uw verslag en noem het van daaruit, zoals "
            "`bewijs/tellingen.xlsx`. Voor een webpagina is er `url:`."
        ),
    ),
    "naar buiten": (
        "Het bestand `{}` leidt naar buiten deze map.",
        "Zet het bestand zelf in de map.",
    ),
    "geen bestand": ("`{}` is geen bestand.", "Noem een bestand."),
    "te groot": (
        f"Het bestand `{{}}` is groter dan {LARGEST // 1024**2} MB.",
        "Zet er een kleiner bestand neer, met alleen wat het cijfer bewijst.",
    ),
}
_GONE = (
    "Het bestand `{}` is er niet, of niet te lezen.",
    "Controleer de naam en de map, ook hoofdletters, of zet het er weer neer.",
)


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
        try:
            return find_inside(self._workspace, bestand, LARGEST)
        except (NotInsideError, OSError, RuntimeError, ValueError):
            return None  # gone since it was looked at

    def _look(self, bestand: str) -> Bewijsstuk:
        try:
            if self._workspace is None or ":" in bestand:  # a drive, or an address
                raise NotInsideError("elders")
            path = find_inside(self._workspace, bestand, LARGEST)
            size, digest = 0, hashlib.sha256()
            with path.open("rb") as stream:
                while part := stream.read(_PART):
                    size += len(part)
                    digest.update(part)
        except NotInsideError as fault:
            message, cure = _SAID[fault.why]
        except (OSError, RuntimeError, ValueError):
            message, cure = _GONE
        else:
            return Bewijsstuk(bestand, digest.hexdigest(), size)
        return Bewijsstuk(bestand, bezwaar=message.format(bestand), herstel=cure)
