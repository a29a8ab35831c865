"""From bytes to text: UTF-8 only, and nothing that is no text."""

from __future__ import annotations

import re

from bkl.diagnostics.finding import Finding
from bkl.domein.notatie.values.lazy import Lazy
from bkl.source.kinds import GEEN_LEESBARE_TEKST, SAMENVOEGING_NIET_AF, TE_GROOT_OF_TE_DIEP
from bkl.source.limits import MAX_BYTES
from bkl.source.text.source_text import SourceText, Told

_SIGNATURES = (
    (b"PK\x03\x04", "een Word-, Excel- of zipbestand"),
    (b"\xd0\xcf\x11\xe0", "een oud Word- of Excelbestand"),
    (b"%PDF-", "een pdf"),
    (b"\x89PNG", "een plaatje"),
    (b"\xff\xd8\xff", "een foto"),
    (b"\x1f\x8b", "een ingepakt bestand"),
)
_UTF8_MARK = b"\xef\xbb\xbf"
_CONFLICT = Lazy(r"^[ \t]*(<{7}(?: .*)?|>{7}(?: .*)?)$", re.M)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UNREADABLE = r"[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_LINE_BREAKS = ("\x85", "\u2028", "\u2029")
_SAVE_AS_UTF8 = "Sla het bestand in uw teksteditor op als UTF-8."


def normal(data: bytes) -> bytes:
    """Return the bytes as they are compared and hashed: no byte order mark, line feeds only.

    git and editors change these on their own, and nothing that anyone wrote changes with them.
    """
    return data.removeprefix(_UTF8_MARK).replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def decode(name: str, data: bytes) -> tuple[SourceText, Finding | None]:
    """Return the text of `data`, and the finding that makes it unreadable, if any.

    A byte order mark is dropped and every line break becomes a line feed.
    """
    if len(data) > MAX_BYTES:
        source = SourceText(name, "")
        message = f"Het bestand is groter dan {MAX_BYTES // 1024**2} MB; zo veel leest bkl niet."
        cure = "Verdeel de inhoud over bestanden per jaar, of haal weg wat er niet in hoort."
        return source, source.finding(TE_GROOT_OF_TE_DIEP, (message, cure), (0, 1))
    if (foreign := _find_foreign(data)) is not None:
        source = SourceText(name, "")
        return source, source.finding(GEEN_LEESBARE_TEKST, foreign, (0, 1))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from after the mark that it dropped.
        at = error.start + (3 if data.startswith(_UTF8_MARK) else 0)
        return _not_utf8(name, data, at)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    source = SourceText(name, text)
    if "<<<<<<<" in text or ">>>>>>>" in text:
        conflict = _find_conflict(source)
        if conflict is not None:
            return source, conflict
    if any(mark in text for mark in ("\0", *_LINE_BREAKS)):
        return source, find_unreadable(source)
    return source, None


def _find_conflict(source: SourceText) -> Finding | None:
    found = _CONFLICT.search(source.text)
    if found is None:
        return None
    told = (
        "Hier staan twee versies onder elkaar: een samenvoeging in git is niet af.",
        "Kies wat moet blijven, en haal de regels met `<<<<<<<`, `=======` en `>>>>>>>` weg.",
    )
    return source.finding(SAMENVOEGING_NIET_AF, told, found.span(1))


def find_unreadable(source: SourceText) -> Finding | None:
    """Return a finding at the first character that YAML refuses or an editor hides."""
    found = re.search(_UNREADABLE, source.text)
    if found is None:
        return None
    code = f"U+{ord(found[0]):04X}"
    if found[0] in _LINE_BREAKS:
        message = f"Hier staat een onzichtbaar regeleinde ({code}), vaak meegekopieerd uit Word."
        cure = "Verwijder het teken en begin met Enter een nieuwe regel."
    elif found[0] == "\0":
        message = "Hier staat een nulteken: dit is geen gewone tekst, of een beschadigd bestand."
        cure = "Controleer of dit het goede bestand is, en sla het op als tekst in UTF-8."
    else:
        message = f"Hier staat een onzichtbaar teken ({code}) dat in een tekst niet hoort."
        cure = "Verwijder het teken, of typ de regel opnieuw."
    return source.finding(GEEN_LEESBARE_TEKST, (message, cure), found.span())


def _find_foreign(data: bytes) -> Told | None:
    for signature, soort in _SIGNATURES:
        if data.startswith(signature):
            message = f"Dit is {soort}, geen YAML-tekst."
            return message, "Geef een tekstbestand op dat eindigt op `.yaml`."
    head = data[:200]
    half = max(1, len(head) // 2)
    zeros = (head[0::2].count(0), head[1::2].count(0))
    if data.startswith(_UTF16_MARKS) or (min(zeros) == 0 and max(zeros) > half * 3 // 4):
        message = (
            "Dit bestand is opgeslagen als UTF-16 (in Windows ook wel Unicode), niet als UTF-8."
        )
        return message, _SAVE_AS_UTF8
    if sum(zeros) > half // 2:
        return "Dit is geen tekst maar een binair bestand.", "Geef een YAML-bestand op."
    return None


def _not_utf8(name: str, data: bytes, at: int) -> tuple[SourceText, Finding]:
    before = data[:at].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    rest = data[at:].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    source = SourceText(name, before + rest)
    guess = data[at : at + 1].decode("cp1252", "replace")
    known = f" (waarschijnlijk een {guess})" if guess.isprintable() and guess != "\ufffd" else ""
    message = f"Dit bestand is niet opgeslagen als UTF-8: dit teken is onleesbaar{known}."
    span = (len(before), len(before) + 1)
    return source, source.finding(GEEN_LEESBARE_TEKST, (message, _SAVE_AS_UTF8), span)
