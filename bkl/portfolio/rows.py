"""From the verdicts of a year to rows of the dataset."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from bkl import __version__
from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.entries import IndicatorEntry, RealisatieEntry
from bkl.domein.dossier.measuring.amounts import can_be_negative
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.model.bronnen import brontekst
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.vocabulary.eenheid import is_percentage, same_unit
from bkl.domein.woorden import ONBESLIST
from bkl.portfolio.columns import VERSIE
from bkl.portfolio.exact import decimal, lower, upper
from bkl.wording.jsontext import JsonValue

if TYPE_CHECKING:
    from bkl.domein.model.definities import Definitie

Row = dict[str, JsonValue]
"""One row of the dataset: the columns by name, figures as decimal text."""
Spot = tuple[str, int] | None
"""A file seen from the workspace, and a line in it."""

_ADDED = (
    *("optelling", "opteleenheid", "bijdrage_bekend", "bijdrage_min", "bijdrage_min_open"),
    *("bijdrage_max", "belofte"),
)


class Provenance(NamedTuple):
    """Where rows come from: the workspace, and the mark of the data of the year."""

    werkmap: str
    kenmerk: str


class Plekken(NamedTuple):
    """What tells where a promise and an answer stand."""

    belofte: Callable[[IndicatorEntry], Spot]
    antwoord: Callable[[RealisatieEntry], Spot]


def rows_of(
    dossier: Dossier,
    vergelijkingen: Mapping[str, Vergelijking],
    herkomst: Provenance,
    plekken: Plekken,
    definities: Mapping[str, Definitie],
) -> Iterator[Row]:
    """Yield one row per indicator of the plan, each once, in the order of the plan.

    `definities` say which figures may be added up, besides those of which the plan says it.
    """
    werkplan = dossier.werkplan
    axes: dict[str, Row] = {}
    for number, one in enumerate(vergelijkingen.values(), start=1):
        entry = one.entry
        if entry.speerpunt not in axes:
            axes[entry.speerpunt] = _axes(dossier, entry.speerpunt)
        yield {
            "werkmap": herkomst.werkmap,
            "organisatie": werkplan.organisatie,
            "titel": werkplan.titel,
            "financier": werkplan.verantwoording.aan,
            "jaar": dossier.jaar,
            "geteld": True,
            "peildatum": dossier.peildatum.isoformat(),
            "nummer": number,
            "id": entry.id,
            "sectie": entry.sectie,
            "speerpunt": entry.speerpunt,
            **axes[entry.speerpunt],
            **_promise(entry),
            **_figures(one),
            **_verdict(one),
            **_added(one, definities),
            **_places(one, plekken),
            "kenmerk": herkomst.kenmerk,
            "bkl": __version__,
            "versie": VERSIE,
        }


def _axes(dossier: Dossier, sleutel: str) -> Row:
    werkplan, known = dossier.werkplan, dossier.speerpunt(sleutel)
    if known is None:
        return dict.fromkeys(("speerpunt_titel", "pad", "programma", "thema", "doelgroep"))
    thema, doelgroep = dossier.assen(sleutel)
    pad = dossier.nesting.keten(sleutel)
    above = ((code, dossier.speerpunt(code)) for code in pad)
    return {
        "pad": list(pad),
        "programma": " › ".join(werkplan.title_of(code, one[1]) for code, one in above if one),
        "speerpunt_titel": werkplan.title_of(sleutel, known[1]),
        "thema": werkplan.themas.get(thema, thema) if thema else None,
        "doelgroep": werkplan.doelgroepen.get(doelgroep, doelgroep) if doelgroep else None,
    }


def _promise(entry: IndicatorEntry) -> Row:
    indicator = entry.indicator
    return {
        "onderdeel": entry.onderdeel,
        "tekst": entry.onderdeel_tekst,
        "indicator": entry.tekst,
        "niveau": indicator.niveau,
        "invloed": indicator.invloed,
        "uitvoerder": ", ".join(entry.uitvoerders) or None,
        "labels": indicator.labels,
        "ook_bij": indicator.ook_bij,
        "definitie": indicator.gedeelde_definitie,
    }


def _figures(one: Vergelijking) -> Row:
    doel, bounds = one.doel, _Bounds()
    return {
        "eenheid": doel.eenheid if doel else one.entry.indicator.eenheid,
        "doel": one.doel_tekst,
        "doelsoort": doel.soort if doel else None,
        "richting": doel.richting if doel and doel.soort != "kwalitatief" else None,
        **bounds.of("doel", doel.bereik if doel else None),
        "drempel": decimal(doel.drempel) if doel else None,
        "nulmeting": decimal(doel.nulmeting) if doel else None,
        "realisatie": one.gegeven,
        **bounds.of("realisatie", one.waarde),
        **bounds.of("verschil", one.verschil),
        **bounds.of("tekort", one.tekort),
        **bounds.of("procent", one.procent),
        "afgerond": not bounds.exact,
    }


_BOUND_NAMES = {
    naam: (f"{naam}_min", f"{naam}_min_open", f"{naam}_max", f"{naam}_max_open")
    for naam in ("doel", "realisatie", "verschil", "tekort", "procent")
}
_UNKNOWN = (None, False, None, False)


class _Bounds:
    """Turns intervals into columns, and remembers whether all of them are exact."""

    def __init__(self) -> None:
        self.exact = True

    def of(self, naam: str, interval: Interval | None) -> Row:
        """Return the four columns of one interval."""
        names = _BOUND_NAMES[naam]
        if interval is None:
            return dict(zip(names, _UNKNOWN, strict=True))
        low = lower(interval)
        is_point = interval.low is interval.high and low.exact
        high = low if is_point else upper(interval)
        self.exact = self.exact and low.exact and high.exact
        return dict(zip(names, (low.tekst, low.open, high.tekst, high.open), strict=True))


def _verdict(one: Vergelijking) -> Row:
    told = one.realisatie.realisatie if one.realisatie else None
    reached = one.telt and one.oordeel == "gehaald"
    return {
        "uitvoering": one.uitvoering,
        "oordeel": one.oordeel,
        "tabelrij": one.regel,
        "vlaggen": one.vlaggen,
        "telt": one.telt,
        "ontwikkeling": one.entry.is_ontwikkeling,
        "gehaald": reached,
        "mogelijk": reached or (one.telt and one.oordeel in ONBESLIST),
        "reden": told.reden if told else None,
        "toelichting": told.toelichting if told else None,
        "bron": (brontekst(told.bron) or None) if told else None,
    }


def _added(one: Vergelijking, definities: Mapping[str, Definitie]) -> Row:
    """Return what an indicator adds to a total within its shared definition."""
    nothing: Row = dict.fromkeys(_ADDED)
    kind, doel = addition_of(one.entry, definities), one.doel
    if kind is None or doel is None:
        return nothing
    known = definities.get(one.entry.indicator.gedeelde_definitie or "")
    below = can_be_negative((doel.eenheid,), [one.waarde] if one.waarde is not None else [])
    figure = None if "ouder cijfer" in one.vlaggen else one.waarde
    low = lower(figure)
    promised = doel.drempel if doel.richting == "hoger" and kind == "som" else None
    return {
        "optelling": kind,
        "opteleenheid": known.eenheid if known is not None else doel.eenheid,
        "bijdrage_bekend": figure is not None,
        # of what is only counted nothing can be less than nought
        "bijdrage_min": low.tekst if low.tekst is not None or below else "0",
        "bijdrage_min_open": low.open,
        "bijdrage_max": upper(figure).tekst,
        "belofte": decimal(promised),
    }


def addition_of(entry: IndicatorEntry, definities: Mapping[str, Definitie]) -> str | None:
    """Return how a figure may be added to others with its shared definition; None for not.

    Who owns the definition says so, else the plan does with `optellen: ja` or `uniek: ja`.
    Shares, averages, marks and what is done or not are never added.
    """
    indicator, doel = entry.indicator, entry.doel
    naam = indicator.gedeelde_definitie
    if naam is None or doel is None or doel.eenheid is None or entry.is_ontwikkeling:
        return None
    averaged = doel.delen.gemiddelde or indicator.tijd == "gemiddelde" or doel.delen.schaal
    if averaged or doel.per is not None or is_percentage(doel.eenheid) or doel.soort == "gereed":
        return None
    known = definities.get(naam)
    if known is not None:
        if not same_unit(known.eenheid, doel.eenheid):
            return None
        return "uniek" if known.uniek else "som" if known.optellen else None
    return "uniek" if indicator.uniek else "som" if indicator.optellen else None


def _places(one: Vergelijking, plekken: Plekken) -> Row:
    promised = plekken.belofte(one.entry)
    told = plekken.antwoord(one.realisatie) if one.realisatie else None
    return {
        "plan_bestand": promised[0] if promised else None,
        "plan_regel": promised[1] if promised else None,
        "verslag_bestand": told[0] if told else None,
        "verslag_regel": told[1] if told else None,
    }
