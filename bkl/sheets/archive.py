"""The parts of an Excel file, within bounds: the file comes from anybody."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from bkl.sheets.grid import Unreadable

MOST_UNPACKED = 60 * 2**20
"""Bytes that its parts may have together, unpacked: an honest form stays far below."""
MOST_PARTS = 2_000
_READ = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/(?:workbook|sharedStrings|styles)\.xml"
    r"|xl/_rels/workbook\.xml\.rels|xl/worksheets/[^/]+\.xml"
)
"""The parts that are read. Macros, pictures and links to other files never are."""
_OLD = b"\xd0\xcf\x11\xe0"
_AS_XLSX = "Sla het op als Excel-werkmap (.xlsx) of als CSV, en geef de opdracht opnieuw."


def read_parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook by name; raises Unreadable for anything else."""
    if data[:4] == _OLD:
        raise Unreadable("Dit bestand is beveiligd of van een oude versie van Excel.", _AS_XLSX)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _unpack(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as fault:
        raise Unreadable("Dit is geen Excel-bestand, of het is beschadigd.", _AS_XLSX) from fault
    except (NotImplementedError, RuntimeError) as fault:  # packed otherwise, or with a password
        raise Unreadable("Dit bestand is anders ingepakt dan Excel doet.", _AS_XLSX) from fault
    if "xl/workbook.xml" not in parts:
        raise Unreadable("Dit is geen Excel-bestand.", _AS_XLSX)
    return parts


def _unpack(archive: zipfile.ZipFile) -> dict[str, bytes]:
    infos = archive.infolist()
    if len(infos) > MOST_PARTS:
        raise _too_large()
    left, parts = MOST_UNPACKED, {}
    for info in infos:
        if not _READ.fullmatch(info.filename):
            continue
        with archive.open(info) as part:
            read = part.read(left + 1)
        left -= len(read)
        if left < 0:
            raise _too_large()
        parts[info.filename] = read
    return parts


def _too_large() -> Unreadable:
    return Unreadable(
        "Dit bestand is uitgepakt veel te groot voor een formulier.",
        "Kopieer de rijen die u wilt inlezen naar een nieuw formulier.",
    )


def pack_again(parts: dict[str, bytes]) -> io.BytesIO:
    """Return a file with just these parts, unpacked: what is not in it cannot do harm."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    target.seek(0)
    return target
