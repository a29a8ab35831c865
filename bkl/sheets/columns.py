"""The columns of a form: the one place that names them, for Excel and CSV alike."""

from __future__ import annotations

from typing import NamedTuple


class Kolom(NamedTuple):
    """One column: `naam` is how the code knows it, `kop` what people read above it.

    `breed` is its width in characters, 0 for a hidden one; `open` tells that people fill it in.
    `ook` are other heads by which a CSV file may call it. `hulp` is what a person reads who
    stands in a cell of it.
    """

    naam: str
    kop: str
    breed: int
    open: bool = False
    ook: tuple[str, ...] = ()
    hulp: str = ""


KOLOMMEN = (
    Kolom("code", "Code", 17, ook=("indicator", "id")),
    Kolom("toezegging", "Toezegging", 40, ook=("tekst",)),
    Kolom("doel", "Doel", 19),
    Kolom("periode", "Periode", 9),
    Kolom("gevraagd", "Gevraagd", 12),
    Kolom("laatste", "Laatste cijfer", 17),
    Kolom(
        "cijfer",
        "Invullen: cijfer",
        17,
        open=True,
        ook=("cijfer", "waarde", "realisatie", "cijfer of oordeel", "oordeel"),
        hulp="Typ het cijfer zoals u het zegt: 12, ca. 50, 450+ of 31 van 48. Weet u het nog niet, "
        "typ dan: nog niet bekend. Laat leeg wat hetzelfde blijft.",
    ),
    Kolom(
        "bron",
        "Invullen: bron",
        20,
        open=True,
        ook=("bron",),
        hulp="Waar komt het cijfer vandaan? Kies een bron uit de lijst of typ een andere. Achter "
        "een komma kan de plaats staan: Jaaroverzicht, blz. 4.",
    ),
    Kolom(
        "reden",
        "Invullen: reden",
        17,
        open=True,
        ook=("reden",),
        hulp="Liep het anders dan gepland? Kies de reden uit de lijst.",
    ),
    Kolom(
        "uitleg",
        "Invullen: toelichting",
        34,
        open=True,
        ook=("toelichting", "uitleg", "onderbouwing"),
        hulp="Leg in een paar zinnen uit waarom het anders liep, of waarop het oordeel rust.",
    ),
    Kolom("sleutel", "Sleutel", 0),
)
MARK = "bkl:"
"""How the cells of the hidden row begin that tells which column is which."""
LOCKED = ("toezegging", "doel", "laatste")
"""The columns that only show something, and in which people may write by mistake."""
OPEN = tuple(kolom.naam for kolom in KOLOMMEN if kolom.open)


def find_by_head(text: str) -> str | None:
    """Return the name of the column with this head, None when no column of a form has it."""
    low = " ".join(text.split()).casefold()
    for kolom in KOLOMMEN:
        if low == kolom.kop.casefold() or low in kolom.ook or low == kolom.naam:
            return kolom.naam
    return None


def find_by_mark(text: str) -> str | None:
    """Return the name of the column that a cell of the hidden row marks, None for another cell."""
    name = text.strip().removeprefix(MARK)
    known = {kolom.naam for kolom in KOLOMMEN}
    return name if text.strip().startswith(MARK) and name in known else None
