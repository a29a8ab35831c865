"""Files that are a zip of XML (Word, LibreOffice), opened without trusting what they say."""

from __future__ import annotations

import io
import re
import zipfile

from bkl.draft.errors import Documentfout

MOST_PART = 64 * 1024**2
"""So many bytes one part of a document may hold when unpacked."""
MOST_TOGETHER = 400 * 1024**2
MOST_PARTS = 5_000
_MOST_RATIO = 400
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_CURE = "Open het in uw tekstverwerker en sla het opnieuw op als .docx of .odt."


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Return the zip; raises Documentfout when it is none, or would unpack to too much."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError) as fault:
        raise Documentfout("Dit bestand is beschadigd: het is niet te openen.", _CURE) from fault
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_TOGETHER:
        raise Documentfout(
            "Dit bestand bevat uitgepakt te veel; zo veel leest bkl niet.",
            "Haal grote beelden en bijlagen eruit en sla het opnieuw op.",
        )
    for part in parts:
        swollen = part.file_size > 10 * 1024**2 and part.file_size > _MOST_RATIO * max(
            1, part.compress_size
        )
        if part.filename.endswith((".xml", ".rels")) and (part.file_size > MOST_PART or swollen):
            raise Documentfout(
                "Dit bestand zwelt bij het uitpakken verdacht op en wordt niet gelezen.", _CURE
            )
    return archive


def read_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return one part of XML; raises Documentfout when it is not there or could do harm."""
    try:
        with archive.open(name) as part:
            data = part.read(MOST_PART + 1)
    except KeyError as fault:
        raise Documentfout("Dit bestand mist zijn tekst.", _CURE) from fault
    except (
        zipfile.BadZipFile,
        ValueError,
        OSError,
        EOFError,
        RuntimeError,
        NotImplementedError,
    ) as fault:
        raise Documentfout(
            "Dit bestand is beschadigd of beveiligd met een wachtwoord.", _CURE
        ) from fault
    except Exception as fault:
        raise Documentfout("Dit bestand is beschadigd.", _CURE) from fault
    if len(data) > MOST_PART:
        raise Documentfout("Dit bestand is uitgepakt te groot.", _CURE)
    expect_harmless(data)
    return data


def expect_harmless(xml: bytes) -> None:
    """Refuse XML that declares a document type: no office program writes one, an attacker does."""
    head = xml[:4]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00", b"<\x00")):
        raise Documentfout("Dit bestand bevat XML in een vreemde codering.", _CURE)
    if _DOCTYPE.search(xml):
        raise Documentfout("Dit bestand bevat verwijzingen die er niet in horen.", _CURE)
