"""In de cel die als bewijs is genoemd, staat het cijfer.

Waarom: een cijfer dat iemand overtypt, kan later in het rekenblad zijn veranderd, of de cel kan
zijn verschoven. Dan wijst het verslag naar bewijs dat iets anders zegt.

Fout:

    # in cel B7 staat 451
    AD-R3:
      realisatie: 541 lezers
      bron: {naam: telling, bestand: bewijs/telling.xlsx, cel: Blad1!B7}

Goed:

    AD-R3:
      realisatie: 451 lezers
      bron: {naam: telling, bestand: bewijs/telling.xlsx, cel: Blad1!B7}
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Route
from bkl.domein.model.bronnen import Bronplaats
from bkl.domein.notatie.meaning.waarde import Waarde, read_waarde
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.rules.engine.rule import Case

KIND = Kind("BKL242", "bewijs_cel_verschilt", "waarschuwing")
REQUIRES = ("jaarverslag", "bewijs")
KEYS = ("cel",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per cell that does not say the figure beside it."""
    for route, bron, figure in _figures(case):
        described = case.jaarverslag.bronnen.get(bron.sleutel)
        bestand = bron.bestand or (described.bestand if described else None)
        if case.werkmap is None or bron.cel is None or bestand is None:
            continue
        if case.werkmap.bewijs(bestand).bezwaar is not None:
            continue  # another rule says that the file is not there
        found = case.werkmap.cel(bestand, bron.cel)
        place = case.in_jaarverslag((*route, "cel"))
        if found.bezwaar is not None:
            yield Finding(KIND, *found.bezwaar, place)
        elif not found.tekst:
            cure = "Noem de cel waarin het cijfer staat."
            yield Finding(KIND, f"Cel `{bron.cel}` van `{bestand}` is leeg.", cure, place)
        elif not _says(found.tekst, figure):
            yield Finding(
                KIND,
                f"In cel `{bron.cel}` van `{bestand}` staat `{found.tekst}`; hier staat "
                f"`{figure.tekst}`.",
                "Controleer welk van de twee klopt, of noem de goede cel.",
                place,
            )


def _figures(case: Case) -> Iterator[tuple[Route, Bronplaats, Waarde]]:
    """Yield (route, reference, figure) of every figure that was written as one phrase."""
    for given in case.dossier.realisaties.values():
        told = given.realisatie
        if told.realisatie is not None and given.waarde is not None:
            for number, bron in enumerate(told.bron):
                yield (*given.pad, "bron", number), bron, given.waarde
        if len(given.tegenspraak) == len(told.tegenspraak):
            pairs = zip(told.tegenspraak, given.tegenspraak, strict=True)
            for which, (ander, waarde) in enumerate(pairs):
                for number, bron in enumerate(ander.bron):
                    yield (*given.pad, "tegenspraak", which, "bron", number), bron, waarde


def _says(cell: str, figure: Waarde) -> bool:
    """Tell whether a cell bears a figure out: all that the cell can mean lies within it.

    A bare share such as 0,62 is 62 %: sheets often keep per cents so.
    """
    if cell.casefold() == figure.tekst.casefold():
        return True
    try:
        read = read_waarde(cell, eenheid=figure.eenheid)
        bare = read_waarde(cell)
    except Onleesbaar:
        return False
    if figure.interval is None or read.interval is None:
        return read.geen_cijfer is not None and read.geen_cijfer == figure.geen_cijfer
    scales = [Fraction(1), Fraction(100)] if "%" in (figure.eenheid or "") else [Fraction(1)]
    return any(
        _within(read.interval, figure.interval, scale)
        for scale in scales
        if scale == 1 or bare.eenheid is None
    )


def _within(cell: Interval, figure: Interval, scale: Fraction) -> bool:
    if cell.low is None or cell.high is None or cell.low != cell.high:
        return cell == figure
    return cell.low * scale in figure
