"""A small workspace, to be filled per case."""

from pathlib import Path

PLAN = """\
werkplan: 2021
organisatie: Voorbeeld
speerpunten:
  S:
    resultaten:
      R1: {tekst: Er zijn lezingen., doel: 6 lezingen}
"""
REPORT = """\
jaarverslag: 2021
peildatum: 31-12-2021
realisaties:
  S-R1:
    realisatie: 1 lezing
%s
    bron: telling
    toelichting: De zaal was vaak bezet.
bronnen: {telling: {titel: Telling}}
"""


def write(folder: Path, report: str = "", plan: str = PLAN, **more: str) -> Path:
    """Write data/ (and other files, by their name with `_` for the dot) and return the folder."""
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "werkplan-2021.yaml").write_text(plan, encoding="utf-8")
    if report:
        (folder / "data" / "jaarverslag-2021.yaml").write_text(report, encoding="utf-8")
    for name, text in more.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder
