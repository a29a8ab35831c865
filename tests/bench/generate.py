"""Make a workspace with any number of indicatoren, in the variety of the real data."""

from pathlib import Path

GOALS = (
    ("minimaal {n} bijeenkomsten", "{n} bijeenkomsten"),
    ("{n} lezingen", "{m} lezingen"),
    ("ca. {n} deelnemers", "meer dan {n} deelnemers"),
    ("{n}-{m} contactmomenten", "{m} contactmomenten"),
    ("binnen {n} dagen", "< {n} dagen"),
    ("{n} scholen", "bijna {n} scholen"),
    ("van {m} naar {n} klachten", "{n} klachten"),
)

PLAN = """\
werkplan: 2021
organisatie: Voorbeeld
afspraken: {marge: 10%}
speerpunten:
"""
REPORT = """\
jaarverslag: 2021
peildatum: 31-12-2021
bronnen: {telling: {titel: Telling}}
realisaties:
"""


def indicator_lines(number: int) -> tuple[list[str], list[str]]:
    n, m = 10 + number % 900, 20 + number % 900
    goal, result = (part.format(n=n, m=m) for part in GOALS[number % len(GOALS)])
    plan = [
        f"      R{number}:",
        f"        tekst: Resultaat {number} staat aan het eind van het jaar.",
        "        indicatoren:",
        f"          aantal: {goal}",
    ]
    report = [
        f"  S{number // 100}-R{number}.aantal:",
        f"    realisatie: {result}",
        "    uitvoering: uitgevoerd",
        f"    bron: telling, blad {number}",
        "    reden: overmacht",
        "    toelichting: Door corona.",
    ]
    return plan, report


def write_workspace(folder: Path, indicatoren: int) -> list[Path]:
    """Write data/werkplan-2021.yaml and data/jaarverslag-2021.yaml; return the two paths.

    Line by line: a process is charged for what the one that starts it held in memory.
    """
    (folder / "data").mkdir(parents=True)
    paths = [folder / "data" / f"{kind}-2021.yaml" for kind in ("werkplan", "jaarverslag")]
    with (
        paths[0].open("w", encoding="utf-8") as plan,
        paths[1].open("w", encoding="utf-8") as report,
    ):
        plan.write(PLAN)
        report.write(REPORT)
        for number in range(indicatoren):
            if number % 100 == 0:
                plan.write(f"  S{number // 100}:\n    ambitie: Het gaat beter.\n    resultaten:\n")
            for file, lines in zip((plan, report), indicator_lines(number), strict=True):
                file.writelines(f"{line}\n" for line in lines)
    return paths
