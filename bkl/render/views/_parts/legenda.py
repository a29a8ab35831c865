"""Legenda: how to read the phrases, the verdicts and the remarks beside them."""

from __future__ import annotations

from dataclasses import dataclass

from bkl.domein.notatie.reading.phrase import LEESMARGE
from bkl.domein.notatie.values.getal import write_number, write_rounded
from bkl.render.matter import Stof
from bkl.render.text.marks import Merk
from bkl.wording.figures import symbool
from bkl.wording.verdicts import BETEKENIS


@dataclass(frozen=True, slots=True)
class Legenda:
    """How to read a report.

    `marge` is how far `ca.` reaches, as `10 %`; `vanaf` is what then suffices for `ca. 100`.
    `afgesproken` tells whether the plan itself says so.
    """

    oordelen: tuple[tuple[Merk, str], ...]
    marge: str
    vanaf: str
    afgesproken: bool


def build_legenda(stof: Stof) -> Legenda:
    """Return the legend; it explains every verdict, also those that do not occur."""
    agreed = stof.dossier.werkplan.marge
    marge = LEESMARGE if agreed is None else agreed
    digits = 0 if (marge * 100).denominator == 1 else 1
    return Legenda(
        tuple(
            (Merk(symbool(oordeel), oordeel, oordeel), uitleg)
            for oordeel, uitleg in BETEKENIS.items()
        ),
        f"{write_rounded(marge * 100, digits)} %",
        write_number(100 * (1 - marge)),
        agreed is not None,
    )
