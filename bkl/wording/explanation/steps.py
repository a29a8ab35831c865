"""Uitleg: how a verdict came about, step by step, such that a reader can redo it by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from bkl.domein.dossier.entries import RealisatieEntry
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.model.bronnen import brontekst
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.meaning.waarde import Waarde, read_waarde
from bkl.domein.notatie.meaning.write import write_doel, write_quantity, write_waarde
from bkl.domein.notatie.reading.written import LEESMARGE
from bkl.domein.notatie.values.jaren import year_in_name
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.eenheid import factor
from bkl.domein.records import dataclass
from bkl.wording.explanation.formulas import (
    formulas_filled,
    getal,
    interval_notation,
    interval_words,
)
from bkl.wording.explanation.parts import parts_read
from bkl.wording.explanation.table import table_walked
from bkl.wording.verdicts import OUDER_CIJFER

_RICHTINGEN = {
    "hoger": "hoger is beter",
    "lager": "lager is beter",
    "binnen": "tussen de grenzen blijven",
    "precies": "precies dit getal",
}


_TIJDEN = {
    "som": "de metingen opgeteld (`tijd: som`); wat ontbreekt, telt niet als nul",
    "stand": "de laatste stand tot de peildatum (`tijd: stand`)",
    "cumulatief": "het laatste totaal tot de peildatum (`tijd: cumulatief`)",
    "gemiddelde": "de metingen gewogen naar hun geheel of gewicht (`tijd: gemiddelde`)",
}


@dataclass(frozen=True, slots=True)
class Stap:
    """One step: its title, and lines of (label, text)."""

    titel: str
    regels: tuple[tuple[str, str], ...]


def explain_steps(
    vergelijking: Vergelijking, jaar: int, peildatum: date, plan: str | None = None
) -> list[Stap]:
    """Return the steps: phrases, sets, decision table, formulas, sources.

    `plan` are the years of the plan as they stand in the names of files, where that is not `jaar`.
    """
    steps = [Stap("De zinnen, zoals gelezen", tuple(_phrases(vergelijking, peildatum)))]
    if sets := tuple(_sets(vergelijking)):
        steps.append(Stap("De verzamelingen", sets))
    steps.append(
        Stap(
            "De beslistabel: de eerste regel die past, beslist",
            tuple(table_walked(vergelijking, jaar, peildatum)),
        )
    )
    if filled := tuple(formulas_filled(vergelijking)):
        known = vergelijking.waarde is not None
        title = "De formules, ingevuld" if known else "De formules, nog zonder cijfer"
        steps.append(Stap(title, filled))
    steps.append(Stap("De bronnen", tuple(_sources(vergelijking, year_in_name(jaar), plan))))
    return steps


def _promised(vergelijking: Vergelijking, peildatum: date) -> Iterator[tuple[str, str]]:
    doel, tekst = vergelijking.doel, vergelijking.doel_tekst
    if vergelijking.oordeel == "onleesbaar" and doel is None:
        what = tekst or vergelijking.entry.onderdeel_tekst
        yield "beloofd", f"`{what}`; zie `bkl check` voor wat er niet te lezen is"
    elif doel is None or doel.bereik is None or tekst is None:
        wat = vergelijking.entry.tekst or vergelijking.entry.onderdeel_tekst
        wat = f"`{doel.tekst}`." if doel is not None and doel.toelichting else wat
        yield "beloofd", f"{wat} Er hoort geen cijfer bij: een mens oordeelt."
    else:
        richting = "" if doel.soort == "gereed" else f", {_RICHTINGEN[doel.richting]}"
        yield "beloofd", f"`{tekst}` → {write_doel(doel)} ({doel.soort}{richting})"
        yield from parts_read(doel.delen, doel.eenheid, vergelijking.entry.indicator.referentie)
        for part in vergelijking.entry.mijlpalen:
            for label, text in parts_read(part.doel.delen, part.doel.eenheid):
                yield label, f"{part.moment.tekst}: {text}"
        if vergelijking.maatstaf:
            yield "maatstaf", f"{vergelijking.maatstaf}, op de peildatum {peildatum:%d-%m-%Y}"
        if doel.nulmeting is not None:
            yield "nulmeting", f"b = {getal(doel.nulmeting)}"


def _phrases(vergelijking: Vergelijking, peildatum: date) -> Iterator[tuple[str, str]]:
    yield from _promised(vergelijking, peildatum)
    given = vergelijking.realisatie
    if given is None:
        yield "bereikt", "hierover zegt het verslag niets"
        return
    yield from _reached(vergelijking, given)
    for ander in given.tegenspraak:
        yield "elders", _read_as(ander)
        yield from parts_read(ander.delen, ander.eenheid)
    told = given.realisatie
    if told.oordeel:
        yield "oordeel", f"{told.oordeel}, van de schrijver"
    if told.onderbouwing:
        yield "onderbouwing", told.onderbouwing
    if told.niet_bereikt:
        yield "niet bereikt", told.niet_bereikt
    if vergelijking.uitvoering:
        yield "uitvoering", vergelijking.uitvoering


def _reached(vergelijking: Vergelijking, given: RealisatieEntry) -> Iterator[tuple[str, str]]:
    """Yield the figure, and the figures with a moment that it was made of."""
    told, tijd = given.realisatie, vergelijking.entry.indicator.tijd
    metingen = {moment: one.tekst for moment, one in told.metingen.items()}
    for label, dated in (("metingen", metingen), ("mijlpalen", told.mijlpalen)):
        if dated:
            yield label, "; ".join(f"{moment}: `{tekst}`" for moment, tekst in dated.items())
            yield from _parts_of_dated(vergelijking, dated)
    judged = vergelijking.gegeven
    if judged is not None and judged != given.tekst:
        yield "bereikt", f"{judged}: het cijfer bij deze mijlpaal"
    elif given.waarde is None:
        return
    elif told.realisatie is not None or told.teller is not None:
        yield "bereikt", _read_as(given.waarde)
        yield from parts_read(given.waarde.delen, given.waarde.eenheid)
    elif told.metingen:
        how = _how(vergelijking, given)
        yield "bereikt", f"{given.waarde.tekst}: {how}"
    else:
        yield "bereikt", _read_as(given.waarde)
    if given.sinds is not None and given.totaal is not None:
        yield f"sinds {given.sinds}", over_years(given.totaal, tijd)
    if "ouder cijfer" in vergelijking.vlaggen:
        yield "let op", OUDER_CIJFER


def _how(vergelijking: Vergelijking, given: RealisatieEntry) -> str:
    """Tell how metingen became one figure."""
    tijd = vergelijking.entry.indicator.tijd
    maat = given.reeks.maat if given.reeks is not None else None
    if maat is not None and tijd == "som":
        lager = given.reeks is not None and given.reeks.richting == "lager"
        ends = "van het gemiddelde tot het meeste" if lager else "van het minste tot het gemiddelde"
        return f"per {maat.soort}, {ends}; ontbreekt er een, dan kan het alles zijn"
    return _TIJDEN.get(tijd or "", "zo staat het in de meting")


def _parts_of_dated(
    vergelijking: Vergelijking, dated: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield the parts of each figure with a moment, named by that moment."""
    for moment, tekst in dated.items():
        try:
            waarde = read_waarde(tekst, eenheid=vergelijking.entry.eenheid)
        except Onleesbaar:
            # told with its place by `bkl check`
            continue
        for label, text in parts_read(waarde.delen, waarde.eenheid):
            yield label, f"{moment}: {text}"


def over_years(totaal: Waarde, tijd: str | None) -> str:
    """Say what the reports of one plan come to, and how."""
    how = "de verslagen van dit plan opgeteld; een jaar zonder cijfer telt niet als nul"
    if tijd is None:
        how = "het plan zegt niet of cijfers van jaren worden opgeteld (`tijd`): beide kan"
    return f"{totaal.tekst}: {how}"


def _read_as(waarde: Waarde) -> str:
    if waarde.interval is None:
        return f"`{waarde.tekst}`: er is geen cijfer"
    canonical = write_waarde(waarde)
    share = ""
    if waarde.teller is not None and waarde.noemer is not None:
        share = f" = 100 × {getal(waarde.teller)} / {getal(waarde.noemer)} %"
    return f"`{waarde.tekst}` → {canonical}{share} ({waarde.soort})"


def _sets(vergelijking: Vergelijking) -> Iterator[tuple[str, str]]:
    doel, waarde = vergelijking.doel, vergelijking.waarde
    if doel is None or doel.bereik is None:
        return
    if doel.soort == "gereed":
        yield "S", "{ja}: goed is `ja`, het is klaar"
        if waarde is not None:
            yield "A", "{ja}: het is klaar" if waarde.low else "{nee}: het is niet klaar"
        return
    named = write_quantity("", doel.eenheid, doel.per).strip()
    unit = f" ({named})" if named else ""
    yield "S", f"{interval_notation(doel.bereik)}{unit}: goed is {interval_words(doel.bereik)}"
    if doel.soort == "richtgetal" and doel.drempel is not None:
        yield "", _margin(doel)
    if doel.bovengrens is not None:
        yield "", f"boven {getal(doel.bovengrens)} heet het `boven bandbreedte`"
    if waarde is None:
        different = "het cijfer is niet met het doel te vergelijken"
        yield "A", different if vergelijking.rij == 8 else "er is geen cijfer om in te vullen"
        return
    given = vergelijking.realisatie
    yield "A", f"{interval_notation(waarde)}{unit}: bereikt is {interval_words(waarde)}"
    if converted := _converted(vergelijking):
        yield "", converted
    if given and given.tegenspraak:
        yield "", "A omvat alle cijfers die de bronnen hiervoor geven"
    if given and given.waarde and given.waarde.soort == "schatting":
        yield "", "een schatting reikt zo ver als de marge; aantallen zijn naar buiten afgerond"
    yield "", "bij [ en ] telt het getal zelf mee, bij ( en ) niet; ∞ is zonder grens"


def _converted(vergelijking: Vergelijking) -> str | None:
    """Say by what a figure in another unit was multiplied."""
    given = vergelijking.realisatie.waarde if vergelijking.realisatie else None
    own = vergelijking.doel.eenheid if vergelijking.doel else None
    if given is None or given.eenheid is None or own is None:
        return None
    scale = factor(given.eenheid, own)
    if scale is None or scale == 1:
        return None
    times = f"{scale.numerator}/{scale.denominator}" if scale < 1 else getal(scale)
    return f"omgerekend van {given.eenheid} naar {own}: × {times}"


def _margin(doel: Doel) -> str:
    marge = LEESMARGE if doel.marge is None else doel.marge
    return f"`ca.` reikt {getal(marge * 100)} % van {getal(doel.drempel or marge)}"


def _sources(vergelijking: Vergelijking, jaar: str, plan: str | None) -> Iterator[tuple[str, str]]:
    entry, given = vergelijking.entry, vergelijking.realisatie
    plan = plan or jaar
    yield "doel", f"werkplan-{plan}.yaml: {' › '.join(map(str, entry.pad))}"
    for change in vergelijking.bijstellingen:
        if change.telt and change.bijstelling is not None:
            akkoord = change.bijstelling.wijziging.akkoord
            yield "bijstelling", f"bijstellingen-{plan}.yaml: {change.naam}, {akkoord}"
    if given is None:
        return
    yield "realisatie", f"jaarverslag-{jaar}.yaml: {' › '.join(map(str, given.pad))}"
    for bron in given.realisatie.bron:
        yield "bron", bron.tekst
    for ander in given.realisatie.tegenspraak:
        yield "elders", f"{ander.realisatie} ({brontekst(ander.bron)})"
    for cijfer in given.realisatie.verwant:
        yield "telt niet", f"{cijfer.realisatie} ({brontekst(cijfer.bron)}): {cijfer.waarom}"
