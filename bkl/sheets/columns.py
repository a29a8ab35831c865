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
    Kolom("periode", "Periode", 9, ook=("welk bedrag",)),
    Kolom("gevraagd", "Gevraagd", 12),
    Kolom("laatste", "Laatste cijfer", 17),
    Kolom(
        "cijfer",
        "Invullen: cijfer",
        17,
        open=True,
        ook=("cijfer", "waarde", "realisatie", "cijfer of oordeel", "oordeel", "bedrag"),
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
        ook=("toelichting", "uitleg", "onderbouwing", "omschrijving"),
        hulp="Leg in een paar zinnen uit waarom het anders liep, of waarop het oordeel rust.",
    ),
    Kolom("sleutel", "Sleutel", 0),
)
_BY_NAME = {kolom.naam: kolom for kolom in KOLOMMEN}
GELDKOLOMMEN = (
    Kolom("code", "Code", 10),
    Kolom("toezegging", "Onderdeel", 30),
    Kolom("periode", "Welk bedrag", 18),
    Kolom("doel", "Begroot", 14),
    Kolom("gevraagd", "Gevraagd", 14),
    Kolom("laatste", "Nu in het verslag", 14),
    Kolom(
        "cijfer",
        "Invullen: bedrag",
        17,
        open=True,
        hulp="Typ het bedrag precies, met centen achter een komma: 41.250 of 1.204,37. Niets "
        "uitgegeven? Typ dan 0. Laat leeg wat u niet weet.",
    ),
    _BY_NAME["bron"],
    _BY_NAME["reden"]._replace(hulp="Werd het een ander bedrag dan begroot? Kies de reden."),
    _BY_NAME["uitleg"]._replace(
        hulp="Leg in een paar zinnen uit waarom het een ander bedrag werd. Eén keer per onderdeel "
        "is genoeg."
    ),
    _BY_NAME["sleutel"],
)
"""Those of the sheet about money: a row per amount."""
FEITKOLOMMEN = (
    Kolom("code", "Naam", 17),
    Kolom("doel", "Hoort bij", 22),
    Kolom("toezegging", "Nu in het verslag", 34),
    Kolom("laatste", "Cijfer in het verslag", 18),
    _BY_NAME["uitleg"]._replace(
        kop="Invullen: omschrijving",
        hulp="Wat is er geteld, of wat gebeurde er? In één zin, zonder het cijfer.",
    ),
    _BY_NAME["cijfer"]._replace(
        hulp="Typ het cijfer zoals u het zegt: 12.400 bezoekers of ca. 50. Het telt niet mee bij "
        "de toezeggingen."
    ),
    _BY_NAME["bron"],
    _BY_NAME["sleutel"],
)
"""Those of the sheet about facts: figures that nobody promised."""
BLADEN = {"Formulier": KOLOMMEN, "Geld": GELDKOLOMMEN, "Feiten": FEITKOLOMMEN}
"""The sheets of a form, each with its columns."""
FEIT = "feit"
"""What stands in the column of periods for a fact."""
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
