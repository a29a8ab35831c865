"""Which kind of file a document is: by its first bytes, and only then by its name."""

from __future__ import annotations

from typing import Literal

from bkl.draft.errors import Documentfout

FileKind = Literal["docx", "odt", "pdf", "html", "tekst"]

_SAVE = "Open het in het programma waarin het is gemaakt en sla het op als .docx, .odt of .pdf."
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body")


def kind_of_file(head: bytes, suffix: str) -> FileKind:
    """Return the kind of a file for its first bytes and the end of its name.

    Raises Documentfout for a kind that is not read.
    """
    low = suffix.lower()
    if head.startswith(b"%PDF-") or b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_archive(head, low)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise Documentfout(
            "Dit is een oud Word-bestand (.doc), of het is beveiligd met een wachtwoord.",
            "Open het in Word en sla het op als .docx, zonder wachtwoord.",
        )
    if head.startswith(b"{\\rtf"):
        raise Documentfout("Dit is een RTF-bestand.", _SAVE)
    if low in (".docx", ".odt", ".pdf"):
        raise Documentfout(f"Dit bestand is geen {low[1:]}, of het is beschadigd.", _SAVE)
    if low in (".html", ".htm", ".xhtml") or head[:600].lower().lstrip(
        b"\xef\xbb\xbf \t\r\n"
    ).startswith(_HTML):
        return "html"
    if head.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")):
        raise Documentfout(
            "Dit is een beeld, geen tekst.",
            "Laat de tekst herkennen (OCR) en sla die op als .docx of .pdf.",
        )
    return "tekst"


def _kind_of_archive(head: bytes, low: str) -> FileKind:
    if b"opendocument.text" in head or low in (".odt", ".ott"):
        return "odt"
    if low in (".xlsx", ".pptx", ".ods", ".odp", ".zip"):
        raise Documentfout(
            "Dit is geen tekstdocument.", "Zet de tekst van het plan in een Word-document."
        )
    if low in (".pages", ".numbers", ".key") and b"[Content_Types]" not in head:
        raise Documentfout(
            "Dit is een bestand van Apple (Pages of Numbers).",
            "Kies in dat programma Exporteren naar Word, en geef het .docx-bestand.",
        )
    return "docx"
