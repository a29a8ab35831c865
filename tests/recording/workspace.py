"""A small workspace in which figures are recorded."""

from pathlib import Path

PLAN = """\
werkplan: 2021
organisatie: Voorbeeld
speerpunten:
  S:
    resultaten:
      R1: {tekst: Er zijn lezingen., doel: 6 lezingen, tijd: som}
      R2: De samenwerking is beter.
      R3: {tekst: Er zijn bijeenkomsten., doel: 4 bijeenkomsten}
      R4:
        tekst: Er zijn modules en deelnemers.
        indicatoren: {modules: 3 modules, deelnemers: 40 deelnemers}
      R5: {tekst: Er komen haltes., mijlpalen: {Q2 2021: 3 haltes, eind 2021: 6 haltes}}
    activiteiten:
      A1: {tekst: Er komt een cursus., doel: 2 cursussen, ook_bij: [S-A2]}
      A2: Dezelfde cursus.
"""
REPORT = """\
# Het verslag
jaarverslag: 2021
peildatum: 31-12-2021
bronnen:
  telling: {titel: Telling}   # van ons
realisaties:
  S-R1:
    realisatie: 6 lezingen  # geteld
    bron: telling

  # nog nagaan
  S-R3: 4 bijeenkomsten
"""
NAME = "jaarverslag-2021.yaml"


def new_workspace(folder: Path, report: str = REPORT, plan: str = PLAN) -> Path:
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "werkplan-2021.yaml").write_text(plan, encoding="utf-8")
    (folder / "data" / NAME).write_bytes(report.encode())
    return folder


def report_of(folder: Path) -> str:
    return (folder / "data" / NAME).read_bytes().decode()
