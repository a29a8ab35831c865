"""Een cijfer in een tekst is hetzelfde cijfer als in de gegevens.

Waarom: een lezer die `vijf lezingen` leest en in de tabel `1 lezing` ziet, gelooft geen van beide.
Zo'n verschil ontstaat als een cijfer later wordt verbeterd. Met een verwijzing gebeurt dat niet.

Fout:

    BD-R4.lezingen: {realisatie: 1 lezing}
    verhaal: We hielden vijf lezingen.

Goed:

    verhaal: We hielden {{ BD-R4.lezingen }}.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Route
from bkl.domein.dossier.entries import RealisatieEntry
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.rules.engine.rule import Case
from bkl.rules.looking.figures import Figures
from bkl.rules.looking.texts import Getal, numbers, stories

KIND = Kind("BKL403", "cijfer_in_tekst_verschilt", "waarschuwing")
REQUIRES = ("jaarverslag",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per figure in a text that the data of its indicator contradict."""
    by_speerpunt: dict[str, list[Vergelijking]] = {}
    for one in case.vergelijkingen.values():
        if one.entry.id in case.onleesbaar:
            continue
        if one.entry.doel is not None:
            others = (code.split("-")[0] for code in one.entry.indicator.ook_bij)
            for code in {one.entry.speerpunt, *others}:
                by_speerpunt.setdefault(code, []).append(one)
    everything = [one for found in by_speerpunt.values() for one in found]

    @cache
    def figures(speerpunt: str | None) -> Figures | None:
        about = by_speerpunt.get(speerpunt) if speerpunt else everything
        return None if about is None else Figures(about)

    for story in stories(case.jaarverslag):
        about = partial(figures, story.speerpunt)
        yield from _contradictions(case, story.route, story.text, about)
    for one in everything:
        if one.realisatie is not None:
            yield from _explanations(case, one, one.realisatie)


def _explanations(case: Case, one: Vergelijking, given: RealisatieEntry) -> Iterator[Finding]:
    told = given.realisatie
    for key, text in (("toelichting", told.toelichting), ("onderbouwing", told.onderbouwing)):
        if text:
            about = partial(Figures, [one])
            yield from _contradictions(case, (*given.pad, key), text, about)


def _contradictions(
    case: Case, route: Route, text: str, about: Callable[[], Figures | None]
) -> Iterator[Finding]:
    found = list(numbers(text, case.jaarverslag.jaarverslag))
    figures = about() if found else None
    if figures is None:
        return
    for number in found:
        for unit, end in number.units:
            same = figures.alike(unit)
            if same is not None:
                if not same.fits(number):
                    yield _finding(case, route, text, number, end, same.first)
                break


def _finding(
    case: Case, route: Route, text: str, number: Getal, end: int, one: Vergelijking
) -> Finding:
    id_, words = one.entry.id, " ".join(text[number.start : end].split())
    given = one.realisatie.tekst if one.realisatie else None
    cure = "Zet het cijfer bij de realisatie, of haal het uit de tekst."
    if given is not None:
        cure = f"Maak ze gelijk, of verwijs naar het cijfer met `{{{{ {id_} }}}}`."
    there = f"staat `{given}`" if given is not None else "is geen cijfer gerapporteerd"
    place = case.in_jaarverslag(route, span=(number.start, end))
    return Finding(KIND, f"De tekst noemt `{words}`, maar bij {id_} {there}.", cure, place)
