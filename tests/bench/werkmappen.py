"""Make many workspaces: organisations that answer to one funder, 150 indicators, three years.

Each is different and the same every time: everything follows from its number. The words are
made of parts, the phrases are of every kind that people write, and one organisation in a
hundred makes a mistake.
"""

import random
import sys
from pathlib import Path

THEMAS = {"W": "Wonen", "Z": "Zorg en welzijn", "J": "Jeugd", "S": "Sport", "C": "Cultuur"}
WIE = ("bewoners", "ouderen", "jongeren", "mantelzorgers", "vrijwilligers", "gezinnen", "scholen")
DOEN = ("ontmoeten elkaar", "krijgen advies", "leren iets nieuws", "doen mee", "vinden de weg")
WAAR = ("in de wijk", "in het buurthuis", "op school", "thuis", "op de club", "in het dorp")
WAAROM = (
    "omdat wie elkaar kent, elkaar ook helpt",
    "zodat vragen klein blijven en op tijd worden gesteld",
    "want niet iedereen vindt zelf de weg naar wat er is",
    "en dat doen wij samen met andere organisaties in de buurt",
)
DOELEN = (
    ("minimaal {n} bijeenkomsten", "{r} bijeenkomsten", None),
    ("{n} lessen", "{r} lessen", "prov:lessen@2"),
    ("ca. {n} deelnemers", "meer dan {r} deelnemers", "prov:deelnemers@1"),
    ("{n}-{m} contactmomenten", "{r} contactmomenten", None),
    ("binnen {k} dagen", "< {k} dagen", None),
    ("{n} scholen", "bijna {r} scholen", None),
    ("van {m} naar {n} meldingen", "{r} meldingen", None),
    ("80% van de deelnemers", "31 van 48", None),
    ("ja", "ja", None),
    (None, None, None),
)
DEFINITIES = """\
definities: prov
van: de Provincie
begrippen:
  lessen@2: {tekst: Een les van minstens een uur., eenheid: lessen, optellen: ja}
  deelnemers@1: {tekst: Wie minstens één keer meedeed., eenheid: deelnemers, uniek: ja}
"""
EISEN = """\
eisen: 2026
van: de Provincie
definities: definities.yaml
indicatoren: {prov:lessen@2: {}}
velden: [bron]
"""


def zin(draw: random.Random) -> str:
    return f"{draw.choice(WIE).capitalize()} {draw.choice(DOEN)} {draw.choice(WAAR)}"


def tekst(draw: random.Random, sentences: int) -> str:
    return " ".join(f"{zin(draw)}, {draw.choice(WAAROM)}." for _ in range(sentences))


def write_years(folder: Path, number: int, indicatoren: int = 150, jaren=(2024, 2025, 2026)):
    """Write the workspace of organisation `number`."""
    data = folder / "data"
    data.mkdir(parents=True)
    for jaar in jaren:
        draw = random.Random(number * 10_000 + jaar)
        plan, verslag = _year(draw, number, indicatoren, jaar)
        (data / f"werkplan-{jaar}.yaml").write_text(plan, encoding="utf-8")
        (data / f"jaarverslag-{jaar}.yaml").write_text(verslag, encoding="utf-8")


def _year(draw: random.Random, number: int, indicatoren: int, jaar: int) -> tuple[str, str]:
    plan = [
        f"werkplan: {jaar}",
        f"organisatie: Stichting Samen {number}",
        "verantwoording: {aan: de Provincie}",
        "afspraken: {marge: 10%}",
        f"themas: {{{', '.join(f'{key}: {name}' for key, name in THEMAS.items())}}}",
        "speerpunten:",
    ]
    verslag = [
        f"jaarverslag: {jaar}",
        f"peildatum: 31-12-{jaar}",
        "bronnen: {telling: {titel: Telling van de organisatie}}",
        "realisaties:",
    ]
    per = -(-indicatoren // len(THEMAS))
    for thema in THEMAS:
        plan += [f"  {thema}:", "    ambitie: >-", f"      {tekst(draw, 3)}", "    resultaten:"]
        for place in range(1, per + 1):
            _indicator(draw, f"{thema}-R{place}", plan, verslag)
    verslag.append("speerpunten:")
    for thema in THEMAS:
        verslag += [f"  {thema}:", "    verhaal: >-", f"      {tekst(draw, 6)}"]
    if number % 100 == 7:
        verslag[2] = "bronen: {telling: {titel: Telling}}"
    return "\n".join(plan) + "\n", "\n".join(verslag) + "\n"


def _indicator(draw: random.Random, code: str, plan: list[str], verslag: list[str]) -> None:
    doel, gegeven, definitie = draw.choice(DOELEN)
    n = draw.randrange(4, 400)
    figures = {"n": n, "m": n + draw.randrange(5, 60), "k": draw.randrange(5, 40)}
    reached = max(0, n + draw.randrange(-n // 2, n // 2 + 1))
    plan += [f"      {code.partition('-')[2]}:", f"        tekst: {tekst(draw, 1)}"]
    if doel is not None:
        plan.append(f"        doel: {doel.format(**figures)}")
    if definitie is not None:
        plan.append(f"        definitie: {definitie}")
    if draw.random() < 0.12:
        return  # nobody answered
    verslag.append(f"  {code}:")
    if gegeven is None:
        verslag += ["    oordeel: gehaald", f"    onderbouwing: {tekst(draw, 1)}"]
    else:
        said = "nog niet bekend" if draw.random() < 0.05 else gegeven
        verslag.append(f"    realisatie: {said.format(r=reached, **figures)}")
    verslag += [f"    bron: telling, blad {draw.randrange(1, 60)}"]
    verslag += ["    reden: vraag lager", f"    toelichting: {tekst(draw, 1)}"]


def write_many(folder: Path, number: int, **options: object) -> None:
    """Write so many workspaces, in folders of a thousand, and what the funder asks."""
    for one in range(number):
        write_years(folder / f"{one // 1000:02}" / f"org-{one:05}", one, **options)


def main() -> None:
    folder, number = Path(sys.argv[1]), int(sys.argv[2])
    write_many(folder, number)
    (folder / "definities.yaml").write_text(DEFINITIES, encoding="utf-8")
    (folder / "eisen.yaml").write_text(EISEN, encoding="utf-8")


if __name__ == "__main__":
    main()
