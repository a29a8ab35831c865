"""The comparison for people: the whole plan as a matrix, or a selection verdict by verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bkl.api import GapResult
from bkl.domein.dossier.verdicts import Rij, Telling
from bkl.printers.gap.parts.aside import aside
from bkl.printers.gap.parts.bar import tint_of
from bkl.printers.gap.parts.block import Columns, block, heading
from bkl.printers.gap.parts.factsheet import factsheet
from bkl.printers.gap.parts.groups import Section, groups, shown_note
from bkl.printers.gap.parts.levels import level, whole_lines
from bkl.printers.gap.parts.lines import counts
from bkl.printers.gap.parts.money import of_part
from bkl.printers.layout import shorten, wrap
from bkl.printers.screen import Screen, cells
from bkl.wording.figures import symbool

if TYPE_CHECKING:
    from bkl.domein.dossier.signed import AkkoordStand

ASIDE = "      "
_AMBITIE_LINES = 3
_AKKOORDEN: tuple[tuple[AkkoordStand, str], ...] = (
    ("gewijzigd", "Gewijzigd na akkoord"),
    ("een van twee", "Nog een akkoord nodig"),
)


def show(result: GapResult, screen: Screen) -> str:
    """Return the matrix when nothing was selected, else the selected speerpunten in full."""
    if result.uitleg:
        from bkl.printers.gap.parts.steps import uitleg  # noqa: PLC0415 - start-up

        lines = uitleg(result, screen)
        return screen.finish("\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n")
    if result.perioden is not None:
        from bkl.printers.gap.parts.periods import period_lines  # noqa: PLC0415

        shown = period_lines(result, result.perioden, screen)
        return screen.finish("\n".join(line.rstrip() for line in shown) + "\n")
    if result.groepen is not None:
        from bkl.printers.gap.parts.per import tallies  # noqa: PLC0415

        return screen.finish("\n".join(line.rstrip() for line in tallies(result, screen)) + "\n")
    found = groups(result)
    whole = result.selectie is None and result.telling == result.alle and result.reeksen is None
    lines = _overview(result, found, screen) if whole else _details(result, found, screen)
    lines += _signed(result, screen)
    return screen.finish("\n".join(line.rstrip() for line in lines) + "\n")


def _signed(result: GapResult, screen: Screen) -> list[str]:
    """Return how many of what is shown were agreed to, where anything was."""
    stands = result.akkoorden
    if stands is None:
        return []
    shown = dict.fromkeys(rij.vergelijking.entry.id for rij in result.rijen)
    agreed = sum(stands.get(id_) == "akkoord" for id_ in shown)
    lines = ["", f"Akkoord: {agreed} van {len(shown)}"]
    for stand, told in _AKKOORDEN:
        ids = [id_ for id_ in shown if stands.get(id_) == stand]
        if ids:
            lines += wrap(f"{told}: {', '.join(ids)}", screen.width, "", "  ")
    return lines


def _overview(result: GapResult, found: list[Section], screen: Screen) -> list[str]:
    from bkl.printers.gap.parts.overview import overview  # noqa: PLC0415 - not with a selection

    return overview(result, found, screen)


def _details(result: GapResult, found: list[Section], screen: Screen) -> list[str]:
    if not found:
        return ["Geen indicator past bij deze keuze."]
    everything = len({(rij.speerpunt, rij.onderdeel) for rij in result.rijen}) == 1
    note = shown_note(result)
    lines = [*wrap(note, screen.width), ""] if note else []
    for groep in found:
        lines += [*_title(groep, result, screen), ""]
        if groep.rijen:
            lines += _groep(
                groep, result, screen, everything=everything and result.selectie is not None
            )
    if sum(not groep.diepte for groep in found) > 1:
        lines += [screen.paint("Samen", "vet"), *counts(Telling.of(result.gekozen), screen, "  ")]
    return lines


def _title(groep: Section, result: GapResult, screen: Screen) -> list[str]:
    jaar = str(result.dossier.jaar)
    lines = wrap(groep.titel, screen.width - 6, f"{groep.sleutel}  ")
    first = lines[0] + " " * (screen.width - cells(lines[0]) - len(jaar)) + jaar
    lines = [screen.paint(line, "vet") for line in (first, *lines[1:])]
    if result.dossier.gelaagd:
        lines += level(groep, result, screen, "    ")
    if groep.speerpunt.ambitie:
        ambitie = wrap(groep.speerpunt.ambitie, screen.width - 2, "    ")
        if len(ambitie) > _AMBITIE_LINES:
            last = ambitie[_AMBITIE_LINES - 1] + " " + ambitie[_AMBITIE_LINES].strip()
            ambitie = [*ambitie[: _AMBITIE_LINES - 1], shorten(last, screen.width - 2)]
        lines += ambitie
    if _has_factsheet(groep, result):
        lines += factsheet(groep, result, screen, "    ")
    if result.dossier.geld is not None or result.dossier.feiten:
        lines += of_part(groep.sleutel, result, screen, "    ")
    return [*lines, *counts(groep.telling, screen, "    ")]


def _groep(groep: Section, result: GapResult, screen: Screen, *, everything: bool) -> list[str]:
    columns = Columns.of(groep.rijen)
    lines = [] if everything else heading(columns, screen)
    for onderdeel, rijen in groep.onderdelen:
        lines += wrap(rijen[0].tekst, screen.width, f"{screen.paint(onderdeel, 'vet')}  ")
        whole = f"{groep.sleutel}-{onderdeel}"
        if result.dossier.gelaagd and all(rij.id != whole for rij in rijen):
            lines += whole_lines(whole, result, screen, "    ")
        lines += _together(whole, result, screen)
        for rij in rijen:
            lines += block(rij, screen, columns, everything=everything)
            lines += _aside(rij, result, screen, everything=everything)
        lines.append("")
    return lines


def _aside(rij: Rij, result: GapResult, screen: Screen, *, everything: bool) -> list[str]:
    """Return what stands beside a verdict; most have nothing, and load nothing for it."""
    vergelijking = rij.vergelijking
    indicator = vergelijking.entry.indicator
    given = vergelijking.realisatie
    more = [
        *(everything, result.reeksen, result.vervolgen, result.herkomsten, indicator.invloed),
        *(vergelijking.mijlpalen, vergelijking.bijstellingen, vergelijking.maatstaf),
        *(vergelijking.entry.is_ontwikkeling, given and given.realisatie.correcties),
        result.dossier.gelaagd,
        given and (given.uitsplitsing or given.prognose or given.realisatie.voortgang),
    ]
    if not any(more):
        return []
    return aside(rij, result, screen, ASIDE, everything=everything)


def _has_factsheet(groep: Section, result: GapResult) -> bool:
    verslag, speerpunt = result.dossier.jaarverslag, groep.speerpunt
    told = verslag.speerpunten.get(groep.sleutel) if verslag else None
    fields = (speerpunt.omschrijving, speerpunt.monitoring, speerpunt.partijen, speerpunt.regie)
    return bool((told and told.fase) or any(fields) or speerpunt.doelgroep)


def _together(id_: str, result: GapResult, screen: Screen) -> list[str]:
    """Return the verdict on an onderdeel whose parts must all be reached."""
    whole = result.samenstellingen.get(id_)
    if whole is None:
        return []
    sign = symbool(whole.oordeel, ascii_only=not screen.unicode)
    tint = tint_of(whole.oordeel)
    words = screen.paint(f"{sign} {whole.oordeel}", tint, "vet")
    return [f"    samen {words}: {whole.gehaald} van {len(whole.delen)} delen gehaald"]
