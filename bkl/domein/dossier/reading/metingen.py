"""Reading figures that have a moment: mijlpalen as they were reached, and metingen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from bkl.domein.dossier.entries import NIET_GEMETEN, Gemeten, IndicatorEntry, Pad, Periode
from bkl.domein.dossier.measuring.averages import Meting
from bkl.domein.dossier.measuring.metingen import Measurements, standen_of
from bkl.domein.dossier.reading.reader import Lezer
from bkl.domein.model.jaarverslag import Gewogen, Realisatie
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.values.getal import read_number
from bkl.domein.notatie.values.jaren import last_day
from bkl.domein.notatie.values.moment import read_moment
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.rates import rate_of
from bkl.domein.records import NamedTuple

Metingen = tuple[Meting, ...]


class Metinglezer(NamedTuple):
    """Reads the moments of one realisatie; `entry` is None for an unknown indicator."""

    lezer: Lezer
    pad: Pad
    entry: IndicatorEntry | None
    figure: Callable[[str], Waarde]
    periode: Periode

    def read(self, told: Realisatie) -> Gemeten:
        """Return the figure of the day that the doel is about, and the others.

        What ends after the peildatum counts nowhere: a rule tells of it.
        """
        mijlpalen = self._list("mijlpalen", told.mijlpalen)
        metingen = self._metingen(told)
        tijd = self.entry.indicator.tijd if self.entry else None
        if tijd is None and len(metingen) > 1:
            maat = rate_of(self.entry.doel.eenheid) if self.entry and self.entry.doel else None
            cure = (
                f"`tijd: som`: dan telt bkl per {maat.soort}."
                if maat is not None
                else ("`tijd: som`, `tijd: stand`, `tijd: cumulatief` of `tijd: gemiddelde`.")
            )
            self.lezer.refuse(
                (*self.pad, "metingen"),
                f"Bij {self.pad[-1]} zegt het werkplan niet hoe metingen samen één cijfer zijn.",
                f"Zet in het werkplan {cure}",
            )
            return NIET_GEMETEN
        try:
            return self._combine(metingen, mijlpalen)
        except Onleesbaar as fout:
            self.lezer.refuse((*self.pad, "metingen"), fout.reden, fout.herstel)
            return NIET_GEMETEN

    def _combine(self, metingen: Metingen, mijlpalen: Metingen) -> Gemeten:
        indicator = self.entry.indicator if self.entry else None
        tijd = indicator.tijd if indicator else None
        uniek = bool(indicator and indicator.uniek)
        eind, year = self.periode.eind, self.periode.begin
        doel = self.entry.doel if self.entry else None
        maat = rate_of(doel.eenheid) if doel is not None and metingen else None
        richting = doel.richting if doel is not None and not doel.delen.vraagt_richting else None
        own = Measurements(tijd, metingen, year, uniek, self._many(), maat, richting)
        # a week over the turn of the year is no earlier year
        earlier = (m.moment.begin for m in metingen if m.moment.eind < year)
        whole = replace(own, begin=min((year, *earlier)))
        reeks = whole if self._is_long() else own
        if not metingen:
            # what stood at a moment on the way is a running total of what is added
            reeks = Measurements("cumulatief" if tijd == "som" else "stand", mijlpalen, year)
            if tijd == "cumulatief":
                reeks = replace(reeks, tijd=tijd)
        cijfer = reeks.at(self.entry.peildag(eind) if self.entry else eind)
        has_own = self.entry is not None and self.entry.jaardoelen and tijd == "som"
        dated = [*(standen_of(reeks) if metingen else ()), *_with_figure(mijlpalen)]
        dated.sort(key=lambda meting: meting.moment.eind)
        totaal = whole.at(eind).waarde if has_own and metingen else None
        return Gemeten(cijfer.waarde, tuple(dated), totaal, cijfer.oud, reeks)

    def _many(self) -> str | None:
        """Return how the doel writes its unit, where it is of more than one."""
        doel = self.entry.doel if self.entry else None
        return doel.eenheid if doel is not None and doel.drempel != 1 else None

    def _metingen(self, told: Realisatie) -> Metingen:
        read = self._list("metingen", told.metingen)
        if all(one.gewicht is None for one in told.metingen.values()):
            return read
        weighed = []
        for meting in read:
            tekst = told.metingen[meting.moment.tekst].gewicht
            gewicht = None
            if tekst is not None:
                place = (*self.pad, "metingen", meting.moment.tekst, "gewicht")
                gewicht = self.lezer.read(place, tekst, read_number)
            weighed.append(meting._replace(gewicht=gewicht))
        return tuple(weighed)

    def _list(self, key: str, told: Mapping[str, str | Gewogen]) -> Metingen:
        found = []
        for tekst, given in told.items():
            place: Pad = (*self.pad, key, tekst)
            phrase = given.realisatie if isinstance(given, Gewogen) else given
            if isinstance(given, Gewogen) and given.gewicht is not None:
                # written short it has no key of its own: the place is that of its moment
                place = (*place, "realisatie")
            waarde = self.lezer.read(place, phrase, self.figure)
            moment = read_moment(tekst)
            if waarde is not None and moment.eind <= self.periode.peildatum:
                found.append(Meting(moment, waarde))
        return tuple(sorted(found, key=lambda meting: (meting.moment.eind, meting.moment.begin)))

    def _is_long(self) -> bool:
        """Tell whether the doel is reached over several years, without a doel for each."""
        entry = self.entry
        if entry is None or entry.jaardoelen:
            return False
        deadline = entry.deadline
        further = deadline is not None and deadline > last_day(self.periode.jaar)
        return bool(entry.mijlpalen) or further


def _with_figure(metingen: Iterable[Meting]) -> Metingen:
    return tuple(meting for meting in metingen if meting.waarde.interval is not None)
