"""Overloads: inputs that repeat one thing n times, each of which once cost n squared or more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

PLAN = "werkplan: 2021\norganisatie: Voorbeeld\nspeerpunten:\n"
REPORT = (
    "jaarverslag: 2021\npeildatum: 31-12-2021\n"
    "bronnen:\n  telling: {titel: Telling}\nrealisaties:\n"
)
CHECK = ("check",)
HTML = ("render", "jaarverslag", "--format", "html", "--quiet")
MARKDOWN = ("render", "jaarverslag", "--format", "md", "--quiet")

Texts = tuple[str, str]
"""A werkplan and its jaarverslag."""


class Overload(NamedTuple):
    """An input that grows with n, and what is done with it."""

    make: Callable[[int], Texts]
    sizes: tuple[int, ...]
    command: tuple[str, ...] = CHECK


def onderdelen(n: int, doel: str = "3 lezingen", extra: str = "") -> str:
    """Return the speerpunt S with n resultaten."""
    head = "  S:\n    ambitie: Beter.\n    resultaten:\n"
    return head + "".join(
        f"      R{number}:\n        tekst: Resultaat {number}.\n        doel: {doel}\n{extra}"
        for number in range(n)
    )


def answers(n: int, tekst: str = "", realisatie: str = "3 lezingen", bron: str = "telling") -> str:
    return "".join(
        f"  S-R{number}:\n    realisatie: {realisatie}\n    bron: {bron}, blad {number}\n"
        + (f"    toelichting: {tekst.format(number=number)}\n" if tekst else "")
        for number in range(n)
    )


def prose(part: str, key: str = "toelichting") -> Callable[[int], Texts]:
    """Return a maker of one text that repeats `part`, at one of the places for texts."""

    def make(n: int) -> Texts:
        text = (part * (n // len(part))).strip()
        plan, report = PLAN + onderdelen(1), REPORT + answers(1)
        if key == "toelichting":
            return plan, f"{report}    toelichting: >-\n      {text}\n"
        if key == "verhaal":
            return plan, f"{report}speerpunten:\n  S:\n    verhaal: |\n      {text}\n"
        return f"{plan}      R9:\n        tekst: >-\n          {text}\n", report

    return make


def chapter(*lines: str, joined: str = "\n") -> Callable[[int], Texts]:
    """Return a maker of one chapter of n signs, of repeated lines."""

    def make(n: int) -> Texts:
        repeated = [lines[number % len(lines)] for number in range(n // len(lines[0]))]
        text = joined.join(part.format(number=number) for number, part in enumerate(repeated))
        inner = "".join(f"      {line}\n" for line in text.split("\n"))
        chapters = f"hoofdstukken:\n  een:\n    titel: Een\n    tekst: |\n{inner}"
        return PLAN + onderdelen(1), REPORT + answers(1) + chapters

    return make


def widths(key: str) -> Callable[[int], Texts]:
    """Return a maker of one value of n signs that take more than one byte."""

    def make(n: int) -> Texts:
        wide = "ë" * n
        plan, report = PLAN + onderdelen(1), REPORT
        if key in ("deadline", "eenheid"):
            plan += f"        {key}: {wide}\n"
        return plan, report + answers(1, bron=wide if key == "bron" else "telling")

    return make


def unknown_ids(n: int) -> Texts:
    strange = "".join(f"  S-X{number}: 3 lezingen\n" for number in range(n))
    return PLAN + onderdelen(n), REPORT + answers(n) + strange


def unknown_names(n: int) -> Texts:
    text = "".join(f"        Zie {{{{ S-X{number}.realisatie }}}}.\n" for number in range(n))
    report = f"{REPORT}{answers(n)}speerpunten:\n  S:\n    verhaal: |\n{text}"
    return PLAN + onderdelen(n), report


def unknown_sources(n: int) -> Texts:
    sources = "".join(f"  bron-{number}: {{titel: Bron {number}}}\n" for number in range(n))
    report = REPORT.replace("realisaties:", f"{sources}realisaties:")
    told = "".join(
        f"  S-R{number}:\n    realisatie: 3 lezingen\n    bron: bran-{number}\n"
        for number in range(n)
    )
    return PLAN + onderdelen(n), report + told


def figures_of_others(n: int) -> Texts:
    text = "        7 lezingen.\n" * n
    return (
        PLAN + onderdelen(n),
        f"{REPORT}{answers(n)}speerpunten:\n  S:\n    verhaal: |\n{text}",
    )


def comments(n: int) -> Texts:
    return PLAN + onderdelen(1), REPORT + answers(1) + "# bkl: sta iets toe\n" * n


def cut_texts(n: int) -> Texts:
    return PLAN + onderdelen(n), REPORT + answers(n, "plek #1")


def lost(n: int) -> Texts:
    promises = "".join(
        f"      R{number}: {{teks: Van alles, doel: 3 lezingen}}\n" for number in range(n)
    )
    return PLAN + onderdelen(1).partition("      R0")[0] + promises, REPORT


def unreadable(n: int) -> Texts:
    plan = onderdelen(n).replace("doel: 3 lezingen", "doel: veel lezingen")
    return PLAN + plan, REPORT + answers(n, "Door corona.", "een hoop")


def one_line(n: int) -> Texts:
    told = ", ".join(f"S-X{number}: 1" for number in range(n))
    return PLAN + onderdelen(1), f"{REPORT.rstrip()} {{{told}}}\n"


def indicators(n: int) -> Texts:
    return PLAN + onderdelen(n), REPORT + answers(n, "Door corona.", "1 lezing")


def shared(n: int) -> Texts:
    plan = "".join(
        f"      R{number}:\n        tekst: Resultaat {number}.\n        doel: 3 lezingen\n"
        f"        ook_bij: [T-R{number}]\n"
        for number in range(n)
    )
    other = "".join(f"      R{number}: Ook resultaat {number}.\n" for number in range(n))
    head = "    ambitie: Beter.\n    resultaten:\n"
    return (
        f"{PLAN}  S:\n{head}{plan}  T:\n{head}{other}",
        REPORT + answers(n, "Door corona.", "1 lezing"),
    )


OVERLOADS: dict[str, Overload] = {
    **{
        f"{part!r} in a {key}": Overload(prose(part, key), (20_000, 80_000))
        for part, key in (
            ("1 ", "toelichting"),
            ("1 ", "verhaal"),
            ("1 ", "tekst"),
            ("van 1 ", "toelichting"),
            ("een half ", "toelichting"),
            ("duizend ", "toelichting"),
        )
    },
    "lines of a citizen number": Overload(chapter("111222333 a"), (44_000, 176_000)),
    **{
        f"ë in a {key}": Overload(widths(key), (40_000, 160_000))
        for key in ("deadline", "eenheid", "bron")
    },
    "unknown ids": Overload(unknown_ids, (1_000, 4_000)),
    "unknown {{ names }}": Overload(unknown_names, (1_000, 4_000)),
    "unknown bronnen": Overload(unknown_sources, (1_000, 4_000)),
    "figures of others in a text": Overload(figures_of_others, (4_000, 16_000)),
    "# bkl: comments": Overload(comments, (4_000, 16_000)),
    "texts cut by a comment": Overload(cut_texts, (4_000, 16_000)),
    "promises of which a key is unknown": Overload(lost, (2_000, 8_000)),
    "figures that cannot be read": Overload(unreadable, (2_000, 8_000)),
    "faults on one line": Overload(one_line, (8_000, 32_000)),
    "markdown [^": Overload(chapter("[^", joined=""), (16_000, 64_000), HTML),
    "markdown lines of [a": Overload(chapter("[a"), (40_000, 160_000), HTML),
    "markdown headings": Overload(chapter("## kop"), (60_000, 240_000), HTML),
    "indicators": Overload(indicators, (2_000, 8_000), MARKDOWN),
    "indicators that serve two": Overload(shared, (2_000, 8_000), MARKDOWN),
}


def write_overload(folder: Path, overload: Overload, n: int) -> None:
    """Write data/werkplan-2021.yaml and data/jaarverslag-2021.yaml."""
    (folder / "data").mkdir(parents=True)
    for kind, text in zip(("werkplan", "jaarverslag"), overload.make(n), strict=True):
        (folder / "data" / f"{kind}-2021.yaml").write_text(text, encoding="utf-8")
