"""Small dossiers and workspaces, to be filled per case: the one builder that all tests share."""

from collections.abc import Mapping
from pathlib import Path

from bkl.domein.dossier.dossier import Dossier, build_dossier
from bkl.domein.model.bijstellingen import Bijstellingen
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.model.werkplan import Werkplan

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


def plan(
    speerpunten: Mapping[str, object], jaar: str = "2021", **more: object
) -> dict[str, object]:
    """Return a werkplan as it stands in the YAML."""
    return {"werkplan": jaar, "organisatie": "Voorbeeld", "speerpunten": speerpunten, **more}


def one(onderdeel: Mapping[str, object], code: str = "S") -> dict[str, object]:
    """Return the speerpunten of a plan that promises one thing: the onderdeel `S-R1`."""
    return {code: {"resultaten": {"R1": {"tekst": "Iets", **onderdeel}}}}


def report(
    realisaties: Mapping[str, object], peildatum: str = "31-12-2021", **more: object
) -> dict[str, object]:
    """Return a jaarverslag as it stands in the YAML; its year is that of the peildatum."""
    head = {"jaarverslag": peildatum[-4:], "peildatum": peildatum}
    return {**head, "realisaties": realisaties, **more}


def dossier(
    werkplan: Mapping[str, object],
    jaarverslag: Mapping[str, object] | None = None,
    bijstellingen: Mapping[str, object] | None = None,
    *,
    readable: bool = True,
) -> Dossier:
    """Read a dossier through the models; with `readable` every phrase in it must be."""
    made = build_dossier(
        Werkplan.model_validate(werkplan),
        None if jaarverslag is None else Jaarverslag.model_validate(jaarverslag),
        None if bijstellingen is None else Bijstellingen.model_validate(bijstellingen),
    )
    for lezer in (made.lezer_werkplan, made.lezer_jaarverslag, made.lezer_bijstellingen):
        assert not (readable and lezer.fouten), f"{lezer.fouten[0].pad}: {lezer.fouten[0].fout}"
    return made
