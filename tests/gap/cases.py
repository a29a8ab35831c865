"""One indicator with its realisatie and changes, through the models."""

from bkl.domein.dossier.dossier import build_dossier
from bkl.domein.model.bijstellingen import Bijstellingen
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.model.werkplan import Werkplan
from bkl.domein.notatie.getal import plain
from bkl.gap.rows import compare

INDICATOR = (
    *(
        "doel",
        "richting",
        "nulmeting",
        "eenheid",
        "deadline",
        "mijlpalen",
        "jaardoelen",
        "tijd",
        "norm",
    ),
    *("norm", "invloed", "niveau", "meetmoment", "uniek"),
)


def dossier_of(case):
    jaar = case.get("jaar", "2021")
    onderdeel = {"tekst": "Iets", **{key: case[key] for key in INDICATOR if key in case}}
    plan = {"werkplan": jaar, "organisatie": "Voorbeeld"}
    plan["speerpunten"] = {"S": {"resultaten": {"R1": onderdeel}}}
    verslag = {"jaarverslag": jaar, "peildatum": case.get("peildatum", f"31-12-{jaar}")}
    if "realisatie" in case:
        verslag["realisaties"] = {"S-R1": case["realisatie"]}
    changes = None
    if "wijzigingen" in case:
        changed = [
            {"indicator": "S-R1", "reden": "overmacht", **one} for one in case["wijzigingen"]
        ]
        changes = Bijstellingen.model_validate({"bijstellingen": jaar, "wijzigingen": changed})
    return build_dossier(
        Werkplan.model_validate(plan), Jaarverslag.model_validate(verslag), changes
    )


def judged(case):
    dossier = dossier_of(case)
    for lezer in (dossier.lezer_werkplan, dossier.lezer_jaarverslag, dossier.lezer_bijstellingen):
        assert not lezer.fouten, f"{lezer.fouten[0].pad}: {lezer.fouten[0].fout}"
    return compare(dossier)["S-R1"]


def ends(interval):
    if interval is None:
        return "null"
    return ["null" if end is None else plain(end) for end in (interval.low, interval.high)]
