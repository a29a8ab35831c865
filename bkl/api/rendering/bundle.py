"""The dossier of a report in one file: the report, the data, and the evidence that they name."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from bkl.api.errors import Gebruiksfout
from bkl.api.workspace.folder import Jaargang
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.rules.looking.sources import files
from bkl.source.evidence import Bewijskast

MOST = 512 * 1024**2
"""So many bytes the evidence of one dossier has at most, together."""
_DAY = (1980, 1, 1, 0, 0, 0)
_SUMS = "SHA256SUMS"


def bundle(
    workspace: Path, jaargang: Jaargang, verslag: Jaarverslag | None, made: Mapping[str, bytes]
) -> bytes:
    """Return a zip with reports by name, the files of the year and every file of evidence.

    `SHA256SUMS` has a line for each, as `sha256sum --check` reads it. A file that is not there
    is left out: the report says so. The same contents give the same bytes. Raises Gebruiksfout
    when the evidence is too large together.
    """
    parts = dict(made) | dict(_data(workspace, jaargang))
    total = 0
    for name, data in _evidence(workspace, verslag):
        total += len(data)
        if total > MOST:
            raise Gebruiksfout(
                f"De bewijsstukken zijn samen groter dan {MOST // 1024**2} MB.",
                "Maak het rapport zonder `--zip` en geef de bestanden apart.",
            )
        parts.setdefault(name, data)
    sums = "".join(f"{hashlib.sha256(parts[name]).hexdigest()}  {name}\n" for name in sorted(parts))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in sorted({**parts, _SUMS: sums.encode()}.items()):
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(info, data)
    return target.getvalue()


def _data(workspace: Path, jaargang: Jaargang) -> Iterator[tuple[str, bytes]]:
    named = (jaargang.werkplan, jaargang.jaarverslag, jaargang.bijstellingen, jaargang.akkoord)
    for path in (*named, *jaargang.eerder.values(), workspace / "bkl.yaml"):
        if path is not None and path.is_file():
            yield path.relative_to(workspace).as_posix(), path.read_bytes()


def _evidence(workspace: Path, verslag: Jaarverslag | None) -> Iterator[tuple[str, bytes]]:
    kast = Bewijskast(workspace)
    names = dict.fromkeys(name for _, name in files(verslag)) if verslag else {}
    for name in names:
        path = kast.path(name)
        if path is not None:
            yield name, path.read_bytes()
