"""Wat er gebeurde, past bij het cijfer en het oordeel.

Waarom: wat is vervallen of niet gestart, kan niet gehaald zijn. Een van de twee regels klopt niet,
en de lezer weet niet welke.

Fout:

    realisatie: 6 lezingen
    uitvoering: niet gestart

Goed:

    realisatie: 6 lezingen
    uitvoering: uitgevoerd
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.dossier.dossier import IndicatorEntry, RealisatieEntry
from bkl.domein.notatie.values.interval import Interval
from bkl.rules.engine.rule import Case

KIND = Kind("BKL213", "uitvoering_spreekt_tegen", "fout")
REQUIRES = ("jaarverslag",)
KEYS = ("uitvoering",)

_UNDONE = ("vervallen", "niet gestart", "uitgesteld")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per uitvoering that the figure or the typed verdict contradicts."""
    for id_, given in case.dossier.realisaties.items():
        told, entry = given.realisatie, case.dossier.indicatoren.get(id_)
        if told.uitvoering in _UNDONE and told.oordeel == "gehaald":
            what = "het oordeel is `gehaald`"
        elif told.uitvoering in _UNDONE and _reached(entry, given):
            what = f"met `{given.tekst}` is het doel gehaald"
        elif told.uitvoering == "niet gestart" and _something(given):
            what = f"er is wel `{given.tekst}` bereikt"
        elif told.uitvoering == "uitgevoerd" and _nothing(entry, given):
            what = f"er is `{given.tekst}` bereikt"
        else:
            continue
        yield Finding(
            KIND,
            f"Bij {id_} staat `uitvoering: {told.uitvoering}`, maar {what}.",
            "Pas de uitvoering aan, of het cijfer of oordeel.",
            case.in_jaarverslag((*given.pad, "uitvoering")),
        )


def _reached(entry: IndicatorEntry | None, given: RealisatieEntry) -> bool:
    """Tell whether something was done that meets the doel; nothing done may meet a maximum."""
    interval = _interval(given)
    if entry is None or entry.doel is None or entry.doel.bereik is None or interval is None:
        return False
    return _something(given) and interval.within(entry.doel.bereik)


def _nothing(entry: IndicatorEntry | None, given: RealisatieEntry) -> bool:
    interval = _interval(given)
    more = entry is not None and entry.doel is not None and entry.doel.richting == "hoger"
    return more and interval is not None and interval.low == interval.high == 0


def _something(given: RealisatieEntry) -> bool:
    """Tell whether certainly something was reached."""
    interval = _interval(given)
    return interval is not None and interval.low is not None and interval.low > 0


def _interval(given: RealisatieEntry) -> Interval | None:
    return given.waarde.interval if given.waarde else None
