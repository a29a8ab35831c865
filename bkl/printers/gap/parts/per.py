"""`--per`: counts by a key, adding up to the whole, and the sums that the plan allows."""

from __future__ import annotations

from bkl.api import GapResult
from bkl.domein.notatie.values.getal import write_number
from bkl.gap.groepen import Groeptelling, Som
from bkl.printers.gap.parts.bar import counts_bar
from bkl.printers.gap.parts.lines import counts
from bkl.printers.layout import wrap
from bkl.printers.screen import Screen, cells
from bkl.wording.figures import format_interval

_BAR = 12


def tallies(result: GapResult, screen: Screen) -> list[str]:
    """Return a block per group, and the whole with what was counted in more groups."""
    groepen = result.groepen or ()
    note = only_note(result)
    lines = [*wrap(note, screen.width), ""] if note else []
    for groep in groepen:
        lines += [*_groep(groep, screen), ""]
    lines += [screen.paint("Samen", "vet"), *counts(result.telling, screen, "    ")]
    if note := shared_note(result):
        lines += wrap(note, screen.width, "    ")
    return lines


def title_of(groep: Groeptelling) -> str:
    """Return `AD  Zelfredzaamheid × Jongeren`, or just the key when that is the name."""
    if groep.sleutel is None or groep.sleutel == groep.naam:
        return groep.naam
    return f"{groep.sleutel}  {groep.naam}"


def only_note(result: GapResult) -> str | None:
    """Say that `--status` left rows out of the counts, None when it was not asked for."""
    return f"Alleen geteld: {', '.join(result.status)}." if result.status else None


def named(result: GapResult) -> str:
    """Return what the groups are, in the words of the organisation: `levensgebied`."""
    words = result.dossier.werkplan.begrippen
    own = {"speerpunt": words.speerpunt, "thema": words.thema, "doelgroep": words.doelgroep}
    return own.get(str(result.indeling), str(result.indeling))


def shared_note(result: GapResult) -> str | None:
    """Say how many promises stand in more than one group, None when each stands in one."""
    groepen = result.groepen or ()
    n = sum(groep.telling.n for groep in groepen)
    more = n - result.telling.n
    if more <= 0:
        return None
    return (
        f"De groepen tellen samen {n}: {more} keer staat een toezegging ook in een andere groep. "
        f"In het geheel telt elke toezegging één keer (N = {result.telling.n})."
    )


def sum_text(som: Som) -> str:
    """Return `samen 40 tot 95 mensen (3 cijfers, unieke mensen)`."""
    numbers = format_interval(som.bereik, som.eenheid)
    facts = ["1 cijfer" if som.aantal == 1 else f"{som.aantal} cijfers"]
    if som.uniek:
        facts.append("dezelfde mensen kunnen vaker geteld zijn")
    if som.noemer is not None:
        facts.append(f"n = {write_number(som.noemer)}")
    if som.inbegrepen:
        facts.append(f"{som.inbegrepen} andere dragen hieraan bij en zitten erin")
    if som.ontbreekt:
        facts.append(f"van {som.ontbreekt} ontbreekt het cijfer")
    if som.definitie:
        facts.append(som.definitie)
    return f"samen {numbers} ({', '.join(facts)})"


def _groep(groep: Groeptelling, screen: Screen) -> list[str]:
    bar = counts_bar(groep.telling, _BAR, screen) if groep.telling.n else ""
    lines = wrap(title_of(groep), screen.width - _BAR - 2)
    first = lines[0] + " " * (screen.width - _BAR - cells(lines[0]))
    painted = [screen.paint(first, "vet") + bar, *(screen.paint(line, "vet") for line in lines[1:])]
    painted += counts(groep.telling, screen, "    ")
    for som in groep.sommen:
        painted += wrap(sum_text(som), screen.width, "    ", "      ")
    return painted
