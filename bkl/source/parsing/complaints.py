"""The findings of the walker: what is lawful YAML but not in bkl's files."""

from __future__ import annotations

import re

from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Route
from bkl.domein.notatie.values.lazy import Lazy
from bkl.source import kinds as m
from bkl.source.limits import MAX_DEPTH, MAX_FINDINGS
from bkl.source.text.source_text import SourceText, Span
from bkl.source.text.tree import PlainValue

CONTROL = Lazy(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
FIGURE = Lazy(r"[>|][+-]?\d")
_FIRST_WORD = Lazy(r"\S+")
_MARKS = {"&": "een anker", "!": "een soortaanduiding"}
_BEGIN = "Begin het met `werkplan: 2021` of `jaarverslag: 2021`, met het juiste jaar."

_YEAR_FILE = Lazy(
    r"(?:^|/)(werkplan|jaarverslag|bijstellingen|akkoord)-(\d{4})\.ya?ml$", re.IGNORECASE
)


class UnreadableError(Exception):
    """Reading stops at `finding`."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding


def empty_file(source: SourceText) -> Finding:
    """Nothing, or only comments."""
    return source.finding(m.LEEG_BESTAND, ("Dit bestand is leeg.", _begin(source)), (0, 1))


def _begin(source: SourceText) -> str:
    """Return how the file must begin, by the name that it has."""
    found = _YEAR_FILE.search(source.name)
    return f"Begin het met `{found[1]}: {found[2]}`." if found else _BEGIN


def no_mapping(source: SourceText, root: PlainValue, start: int) -> Finding:
    """The top of the file is a list, a text or nothing."""
    if root == "":
        return empty_file(source)
    what = "een lijst" if isinstance(root, list) else "een losse tekst"
    cure = _begin(source)
    if isinstance(root, str) and re.match(r"[\w-]+:\S", root):
        key, _, rest = root.split()[0].partition(":")
        cure = f"Zet een spatie na de dubbele punt: `{key}: {rest}`."
    elif isinstance(root, list):
        cure += " Laat de streepjes weg."
    return source.finding(
        m.GEEN_SLEUTELS_EN_WAARDEN,
        (f"Het bestand bevat {what}; verwacht zijn regels met `sleutel: waarde`.", cure),
        (start, source.line_end(start)),
    )


def second_document(source: SourceText, start: int) -> Finding:
    """A second `---`."""
    return source.finding(
        m.ANKER_OF_ALIAS,
        (
            "Hier begint een tweede document in hetzelfde bestand; bkl leest er één per bestand.",
            "Haal de regel `---` weg, of zet wat volgt in een eigen bestand.",
        ),
        (start, start + 3),
    )


def too_deep(source: SourceText, start: int) -> Finding:
    """More levels than any plan needs."""
    return source.finding(
        m.TE_GROOT_OF_TE_DIEP,
        (
            f"Hier zijn meer dan {MAX_DEPTH} niveaus in elkaar genest; zo diep leest bkl niet.",
            "Controleer de haakjes en de inspringing.",
        ),
        (start, start + 1),
    )


def too_many(source: SourceText, last: Finding) -> Finding:
    """Hopeless: mostly a file that is something else."""
    at = source.offset_at(last.position) if last.position else 0
    return source.finding(
        m.TE_GROOT_OF_TE_DIEP,
        (
            f"Dit bestand heeft {MAX_FINDINGS} leesfouten of meer; de rest is niet gelezen.",
            "Verbeter eerst de fouten hierboven en draai `bkl check` opnieuw.",
        ),
        (at, at + 1),
    )


def anchor_or_tag(source: SourceText, start: int, route: Route) -> Finding:
    """`&name` or `!kind` before a value."""
    found = _FIRST_WORD.match(source.text, start)
    word = found[0] if found else ""
    return source.finding(
        m.ANKER_OF_ALIAS,
        (
            f"`{word}` leest YAML als {_MARKS.get(word[:1], 'een anker')}; bkl gebruikt die niet.",
            f"Haal `{word}` weg, of zet de hele tekst tussen aanhalingstekens.",
        ),
        (start, start + len(word)),
        route,
    )


def alias(source: SourceText, span: Span, route: Route) -> Finding:
    """`*name` instead of a value."""
    word = source.text[slice(*span)]
    return source.finding(
        m.ANKER_OF_ALIAS,
        (
            f"`{word}` leest YAML als een verwijzing naar een anker; bkl gebruikt die niet.",
            "Schrijf de waarde voluit, of zet de hele tekst tussen aanhalingstekens.",
        ),
        span,
        route,
    )


def merge_key(source: SourceText, start: int, route: Route) -> Finding:
    """`<<: *name`."""
    return source.finding(
        m.ANKER_OF_ALIAS,
        (
            "`<<` voegt elders in YAML een ander blok in; bkl gebruikt dat niet.",
            "Schrijf de sleutels hier voluit.",
        ),
        (start, start + 2),
        route,
        "key",
    )


def duplicate_key(source: SourceText, route: Route, again: Span, first: Span) -> Finding:
    """A key that this mapping has already."""
    earlier = source.related("hier eerder gebruikt", first, route, "key")
    line = earlier.position.line if earlier.position else 1
    return source.finding(
        m.DUBBELE_SLEUTEL,
        (
            f"De sleutel `{route[-1]}` staat hier nog een keer; de eerste staat op regel {line}.",
            "Voeg de twee samen, of geef deze een andere naam. Nu telt alleen de eerste.",
        ),
        again,
        route,
        "key",
        (earlier,),
    )


def empty_key(source: SourceText, start: int, route: Route) -> Finding:
    """A colon with nothing before it."""
    return source.finding(
        m.VERKEERDE_SOORT_WAARDE,
        (
            "Voor deze dubbele punt ontbreekt een sleutel.",
            "Zet er een sleutel voor, of haal de regel weg.",
        ),
        (start, start + 1),
        route,
        "key",
    )


def collection_as_key(source: SourceText, start: int, route: Route) -> Finding:
    """A list or mapping where a key should stand."""
    return source.finding(
        m.VERKEERDE_SOORT_WAARDE,
        (
            "Hier hoort een sleutel te staan, maar er staat een lijst of een blok tussen haakjes.",
            "Schrijf een gewoon woord als sleutel, of zet de hele tekst tussen aanhalingstekens.",
        ),
        (start, source.line_end(start)),
        route,
    )


def escaped_control(source: SourceText, char: str, start: int, end: int, route: Route) -> Finding:
    """A control character that was smuggled in by an escape."""
    return source.finding(
        m.GEEN_LEESBARE_TEKST,
        (
            f"Een code met `\\` maakt in deze tekst een onzichtbaar teken (U+{ord(char):04X}).",
            "Haal die code weg; schrijf `\\\\` als u een schuine streep bedoelt.",
        ),
        (start, end),
        route,
    )


def figure_as_block(source: SourceText, start: int, route: Route) -> Finding:
    """`doel: >3`, which YAML takes for the start of an empty text block."""
    end = source.line_end(start)
    text = source.text[start:end]
    return source.finding(
        m.LEESFOUT,
        (
            f"`{text}` leest YAML als het begin van een leeg tekstblok, niet als een getal.",
            f'Schrijf het in woorden (`meer dan 3`), of zet er aanhalingstekens om: `"{text}"`.',
        ),
        (start, end),
        route,
    )
