"""Reading the results of a jaarverslag: phrases become figures, figures become one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from bkl.domein.dossier.entries import (
    NIET_GEMETEN,
    Gemeten,
    IndicatorEntry,
    Pad,
    Periode,
    RealisatieEntry,
)
from bkl.domein.dossier.reading.reader import Lezer
from bkl.domein.model.jaarverslag import Realisatie
from bkl.domein.model.werkplan import Werkplan
from bkl.domein.notatie.meaning.comparison import taken_over
from bkl.domein.notatie.meaning.waarde import Waarde, read_waarde
from bkl.domein.notatie.values.getal import read_number, write_number
from bkl.domein.notatie.values.unreadable import Onleesbaar

if TYPE_CHECKING:
    from bkl.domein.dossier.uitsplitsing import Uitsplitsing


def read_realisatie(
    lezer: Lezer,
    pad: Pad,
    told: Realisatie,
    entry: IndicatorEntry | None,
    werkplan: Werkplan,
    periode: Periode,
) -> RealisatieEntry:
    """Read every phrase of one realisatie and settle which figure stands at the peildatum.

    `pad` is the route to it, which ends in the id of the indicator; `entry` is None when the
    plan has none of that id.
    """
    before = len(lezer.fouten)
    reading = _Lezing(lezer, pad, told, _figure_of(entry, werkplan, periode.jaar))
    waarde = reading.typed()
    others = reading.tegenspraak()
    if told.teller is not None and told.noemer is not None:
        waarde = reading.share(waarde, others)
    gemeten = reading.measured(entry, periode)
    if entry is not None and entry.indicator.tijd == "som" and _contradict(waarde, gemeten.nu):
        others += (gemeten.nu,) if gemeten.nu else ()
    met_moment = waarde is None and gemeten.nu is not None
    waarde = waarde or gemeten.nu
    return RealisatieEntry(
        str(pad[-1]),
        told,
        reading.corrected(waarde) if told.correcties else waarde,
        tuple(others),
        len(lezer.fouten) == before,
        pad,
        *(gemeten.standen, gemeten.totaal, met_moment),
        *(gemeten.oud if met_moment else None, gemeten.reeks),
        uitsplitsing=reading.parts(entry, waarde) if told.uitsplitsing else (),
        prognose=reading.expected(),
    )


def _figure_of(
    entry: IndicatorEntry | None, werkplan: Werkplan, jaar: int
) -> Callable[[str], Waarde]:
    """Return what reads a figure of an indicator, with what the plan says beside it."""
    if entry is not None and isinstance(entry.indicator.schaal, tuple):
        from bkl.domein.notatie.meaning.ordered import read_on_scale  # noqa: PLC0415 - few have one

        return partial(read_on_scale, schaal=entry.indicator.schaal)
    return partial(
        read_waarde,
        eenheid=taken_over(entry.doel, entry.indicator.eenheid) if entry else None,
        marge=werkplan.marge,
        duizendtallen=werkplan.bedragen is not None,
        jaar=jaar,
    )


class _Lezing:
    """One realisatie being read; `figure` reads a phrase of it."""

    __slots__ = ("figure", "lezer", "pad", "told")

    def __init__(
        self, lezer: Lezer, pad: Pad, told: Realisatie, figure: Callable[[str], Waarde]
    ) -> None:
        self.lezer, self.pad, self.told, self.figure = lezer, pad, told, figure

    def typed(self) -> Waarde | None:
        """Return the figure as written."""
        if self.told.realisatie is None:
            return None
        return self.lezer.read((*self.pad, "realisatie"), self.told.realisatie, self.figure)

    def tegenspraak(self) -> list[Waarde]:
        """Return the figures that sources give otherwise."""
        found = [
            self.lezer.read(
                (*self.pad, "tegenspraak", nummer, "realisatie"), ander.realisatie, self.figure
            )
            for nummer, ander in enumerate(self.told.tegenspraak)
        ]
        return [waarde for waarde in found if waarde is not None]

    def share(self, typed: Waarde | None, others: list[Waarde]) -> Waarde | None:
        """Return the share of teller and noemer; a typed percentage that differs contradicts."""
        teller = self.lezer.read((*self.pad, "teller"), self.told.teller or "", read_number)
        noemer = self.lezer.read((*self.pad, "noemer"), self.told.noemer or "", read_number)
        if teller is None or noemer is None:
            return typed
        phrase = f"{write_number(teller)} van {write_number(noemer)}"
        try:
            share = read_waarde(phrase)
        except Onleesbaar as fout:
            self.lezer.refuse((*self.pad, "noemer"), fout.reden, fout.herstel)
            return typed
        if typed is None or typed.interval is None:
            return share
        if not _is_rounded(typed, share):
            others.append(typed)
            return share
        return replace(share, tekst=f"{typed.tekst} ({phrase})")

    def measured(self, entry: IndicatorEntry | None, periode: Periode) -> Gemeten:
        """Return what the figures with a moment come to."""
        if not self.told.metingen and not self.told.mijlpalen:
            return NIET_GEMETEN
        from bkl.domein.dossier.reading.metingen import Metinglezer  # noqa: PLC0415 - start-up

        return Metinglezer(self.lezer, self.pad, entry, self.figure, periode).read(self.told)

    def expected(self) -> Waarde | None:
        """Return what the writer expects at the end."""
        if self.told.prognose is None:
            return None
        return self.lezer.read((*self.pad, "prognose"), self.told.prognose, self.figure)

    def parts(
        self, entry: IndicatorEntry | None, waarde: Waarde | None
    ) -> tuple[Uitsplitsing, ...]:
        """Return the figure by its parts."""
        from bkl.domein.dossier.reading.parts import read_uitsplitsing  # noqa: PLC0415 - start-up

        declared = entry.indicator.uitsplitsing if entry else {}
        doelen = entry.deeldoelen if entry else {}
        return read_uitsplitsing(
            self.lezer, self.pad, declared, self.told.uitsplitsing, doelen, waarde, self.figure
        )

    def corrected(self, waarde: Waarde | None) -> Waarde | None:
        """Read the corrections; without a figure of its own the last one gives it."""
        last = None
        for nummer, correctie in enumerate(self.told.correcties):
            place = (*self.pad, "correcties", nummer)
            self.lezer.read((*place, "was"), correctie.was, self.figure)
            last = self.lezer.read((*place, "wordt"), correctie.wordt, self.figure)
        return last if waarde is None else waarde


def _is_rounded(typed: Waarde, share: Waarde) -> bool:
    """Tell whether a typed percentage is the share, as far as its decimals say."""
    if typed.interval is None or share.interval is None or share.interval.low is None:
        return True
    if share.interval.within(typed.interval):
        return True
    value = typed.interval.low
    if value is None or value != typed.interval.high:
        return False
    digits = next((d for d in range(6) if (value * 10**d).denominator == 1), 6)
    return abs(share.interval.low - value) * 2 <= Fraction(1, 10**digits)


def _contradict(typed: Waarde | None, summed: Waarde | None) -> bool:
    """Tell whether a typed total cannot be what the periods add up to."""
    one = typed.interval if typed is not None else None
    other = summed.interval if summed is not None else None
    return one is not None and other is not None and not other.overlaps(one)
