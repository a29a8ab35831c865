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
    """Write data/werkplan-2021.yaml and data/jaarverslag-2021.yaml; return the two paths."""
    plan = ["werkplan: 2021", "organisatie: Voorbeeld", "afspraken: {marge: 10%}", "speerpunten:"]
    report = [
        "jaarverslag: 2021",
        "peildatum: 31-12-2021",
        "bronnen: {telling: {titel: Telling}}",
        "realisaties:",
    ]
    for number in range(indicatoren):
        if number % 100 == 0:
            plan += [f"  S{number // 100}:", "    ambitie: Het gaat beter.", "    resultaten:"]
        plan_lines, report_lines = indicator_lines(number)
        plan += plan_lines
        report += report_lines
    (folder / "data").mkdir(parents=True)
    paths = [folder / "data" / f"{kind}-2021.yaml" for kind in ("werkplan", "jaarverslag")]
    for path, lines in zip(paths, (plan, report), strict=True):
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return paths
