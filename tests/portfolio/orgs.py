"""Small workspaces of organisations, as a portfolio finds them."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

PLAN = """\
werkplan: {jaar}
organisatie: {naam}
verantwoording: {{aan: de Provincie}}
themas: {{W: Wonen, Z: Zorg}}
speerpunten:
  {thema}:
    resultaten:
"""
REPORT = """\
jaarverslag: {jaar}
peildatum: 31-12-{jaar}
bronnen: {{telling: {{titel: Telling}}}}
realisaties:
"""
DEFINITIES = """\
definities: prov
van: de Provincie
begrippen:
  lessen@1: {tekst: Elke les., eenheid: lessen, optellen: ja}
  lessen@2: {tekst: Een les van een uur., eenheid: lessen, optellen: ja}
  mensen@1: {tekst: Wie meedoet., eenheid: mensen, uniek: ja}
  saldo@1: {tekst: Wat overblijft., eenheid: €, optellen: ja}
  cijfer@1: {tekst: Een rapportcijfer., eenheid: punten}
"""
EISEN = """\
eisen: 2021
van: de Provincie
definities: definities.yaml
"""


class Belofte(NamedTuple):
    """A promise: its doel, its answer (None: silence), and its shared definition.

    With `overlap` it is told by parts as well, in which the same people may stand (or not).
    """

    doel: str
    antwoord: str | None = None
    definitie: str | None = None
    overlap: bool | None = None


PARTS = "{Noord: 30 mensen, Zuid: 25 mensen}"
LES = Belofte("6 lessen", "6 lessen", "prov:lessen@2")


WHY = "reden: partner, toelichting: Het liep anders."


def org(
    folder: Path,
    naam: str,
    beloften: Sequence[Belofte] = (LES,),
    jaar: int = 2021,
    thema: str = "W",
) -> Path:
    """Write a workspace `folder/naam` with promises R1, R2 … and return it."""
    plan, verslag = PLAN.format(jaar=jaar, naam=naam, thema=thema), REPORT.format(jaar=jaar)
    for number, one in enumerate(beloften, start=1):
        shared = f", definitie: {one.definitie}" if one.definitie else ""
        if one.overlap is not None:
            said = "ja" if one.overlap else "nee"
            shared += f", uitsplitsing: {{wijk: {{delen: [Noord, Zuid], overlap: {said}}}}}"
        plan += f"      R{number}: {{tekst: Belofte {number}, doel: '{one.doel}'{shared}}}\n"
        if one.antwoord is not None:
            parts = "" if one.overlap is None else f", uitsplitsing: {{wijk: {PARTS}}}"
            told = f"{{realisatie: '{one.antwoord}', bron: telling, {WHY}{parts}}}"
            verslag += f"  {thema}-R{number}: {told}\n"
    if not any(one.antwoord is not None for one in beloften):
        verslag = verslag.replace("realisaties:\n", "")
    data = folder / naam / "data"
    data.mkdir(parents=True, exist_ok=True)
    (data / f"werkplan-{jaar}.yaml").write_text(plan, encoding="utf-8")
    (data / f"jaarverslag-{jaar}.yaml").write_text(verslag, encoding="utf-8")
    return folder / naam


def asked(folder: Path, more: str = "") -> Path:
    """Write what the Province asks, with its definitions, and return the file."""
    folder.mkdir(exist_ok=True)
    (folder / "definities.yaml").write_text(DEFINITIES, encoding="utf-8")
    (folder / "eisen.yaml").write_text(EISEN + more, encoding="utf-8")
    return folder / "eisen.yaml"
