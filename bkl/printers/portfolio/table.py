"""The portfolio for people: counts with a bar, totals, and what needs attention."""

from __future__ import annotations

from bkl.domein.dossier.verdicts import Telling
from bkl.portfolio.counts import Overzicht, Tellingen, Totaal, Werkmapjaar
from bkl.printers.gap.parts.bar import counts_bar, tint_of
from bkl.printers.layout import Piece, flow, pad, wrap
from bkl.printers.screen import Screen, cells, harmless
from bkl.wording.portfolio import promised_text, total_text
from bkl.wording.verdicts import gehaald_tekst, symbool

_BAR = 16
_MOST = 20
NIEMAND = {
    "jaar": "zonder jaar",
    "organisatie": "zonder naam",
    "thema": "zonder thema",
    "programma": "zonder programma",
    "financier": "niet gezegd aan wie",
    "definitie": "zonder gedeelde definitie",
}


def show(result: Overzicht, screen: Screen) -> str:
    """Return the whole portfolio; long lists are cut, and say so."""
    lines = [screen.paint(head_of(result), "vet"), *_counts(result.alle, screen)]
    if result.groepen:
        lines += ["", *_groups(result, screen)]
    if result.totalen:
        lines += ["", screen.paint("Samen, binnen één definitie", "vet")]
        for totaal in result.totalen[:_MOST]:
            lines += wrap(total_line(totaal), screen.width, "  ", "    ")
        lines += _cut(len(result.totalen), screen)
    lines += _attention(result, screen)
    return screen.finish("\n".join(line.rstrip() for line in lines) + "\n")


def head_of(result: Overzicht) -> str:
    """Return how many workspaces and years there are."""
    standen = result.standen
    folders, years = standen.get("werkmappen", 0), standen.get("geteld", 0)
    told = "1 werkmap" if folders == 1 else f"{_number(folders)} werkmappen"
    return f"{told}, {'1 jaar' if years == 1 else f'{_number(years)} jaren'} geteld"


def _counts(one: Tellingen, screen: Screen) -> list[str]:
    pieces: list[Piece] = [(reached(one), ("vet",))]
    for oordeel, number in telling_of(one).aantallen.items():
        if number:
            sign = symbool(oordeel, ascii_only=not screen.unicode)
            pieces.append((f"{sign} {_number(number)} {oordeel}", (tint_of(oordeel),)))
    if one.buiten:
        pieces.append((f"{_number(one.buiten)} niet van toepassing", ("zacht",)))
    if one.ontwikkelingen:
        pieces.append((f"daarnaast {_number(one.ontwikkelingen)} ontwikkelingen", ("zacht",)))
    return flow(pieces, screen, "  ")


def telling_of(one: Tellingen) -> Telling:
    """Return the counts as one plan has them."""
    found = Telling.of(())
    return Telling({o: one.aantallen[o] for o in found.aantallen}, one.buiten, 0)


def name_of(result: Overzicht, sleutel: str | None) -> str:
    """Return what a group is called."""
    return NIEMAND[result.verdeling] if sleutel is None else sleutel


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _groups(result: Overzicht, screen: Screen) -> list[str]:
    shown = result.groepen[:_MOST]
    names = [harmless(name_of(result, one.sleutel)) for one in shown]
    room = screen.width - _BAR - 2
    lines = [screen.paint(f"Per {result.verdeling}", "vet")]
    numbers = [reached(one) for one in shown]
    column = max(map(cells, numbers), default=0)
    wide = min(max(map(cells, names), default=0), room - column - 4)
    for name, number, one in zip(names, numbers, shown, strict=True):
        bar = counts_bar(telling_of(one), _BAR, screen)
        if wide < max(map(cells, names)) and wide < 12:
            lines += [*wrap(name, screen.width, "  "), f"    {bar} {number}"]
            continue
        first, *more = wrap(name, wide + 2, "  ")
        lines.append(f"{pad(first, wide + 2)}  {bar}  {number}")
        lines += more
    return lines + _cut(len(result.groepen), screen)


def reached(one: Tellingen) -> str:
    """Return `2.707 van 5.400 gehaald, 1.092 zonder antwoord`."""
    return gehaald_tekst(telling_of(one)) if one.n else "niets om te tellen"


def total_line(one: Totaal) -> str:
    """Return `prov:lessen@2, 2021: ten minste 40 lessen; beloofd 55 (3 organisaties)`."""
    found = total_text(one.laagste, one.hoogste, one.eenheid, laagste_open=one.laagste_open)
    if one.zonder_cijfer == one.indicatoren:
        found = "nog geen cijfer"
    promised = promised_text(one.belofte, one.zonder_belofte)
    facts = [f"{_number(one.organisaties)} organisatie{'' if one.organisaties == 1 else 's'}"]
    if one.optelling == "uniek":
        facts.append("dezelfde mensen kunnen vaker geteld zijn")
    if one.zonder_cijfer:
        facts.append(
            f"bij {_number(one.zonder_cijfer)} van {_number(one.indicatoren)} ontbreekt het cijfer"
        )
    said = f"; beloofd {promised}" if promised else ""
    return f"{one.definitie}, {one.jaar}: {found}{said} ({', '.join(facts)})"


def _attention(result: Overzicht, screen: Screen) -> list[str]:
    if result.eisen is not None:
        asked, met = result.eisen
        lines = ["", f"Aan alle eisen voldoen {_number(met)} van {_number(asked)}."]
    else:
        lines = []
    if not result.aandacht:
        return lines
    lines += ["", screen.paint(f"Kijk na: {_number(len(result.aandacht))}", "vet")]
    for one in result.aandacht[:_MOST]:
        lines += wrap(attention_line(one), screen.width, "  ", "    ")
    return lines + _cut(len(result.aandacht), screen)


def attention_line(one: Werkmapjaar) -> str:
    """Return which workspace, what is the matter, and where."""
    jaar = f" {one.jaar}" if one.jaar is not None else ""
    told = {"onbruikbaar": "telt niet mee", "botst": "telt niet mee", "dubbel": "telt al"}
    facts = [told[one.stand]] if one.stand in told else []
    if one.fouten and one.stand == "geteld":
        facts.append("1 fout" if one.fouten == 1 else f"{_number(one.fouten)} fouten")
    if one.eisen:
        facts.append("1 eis niet" if one.eisen == 1 else f"{_number(one.eisen)} eisen niet")
    place = f" {one.werkmap}/{one.plaats}" if one.plaats else ""
    return f"{one.werkmap}{jaar}: {', '.join(facts)}.{place} {one.melding or ''}"


def _cut(number: int, screen: Screen) -> list[str]:
    more = number - _MOST
    if more <= 0:
        return []
    return wrap(
        f"… en nog {_number(more)}; alles staat in `--format csv`, json of html.",
        screen.width,
        "  ",
    )
