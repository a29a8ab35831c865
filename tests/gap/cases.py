"""One indicator with its realisatie and changes, through the models."""

from bkl.domein.notatie.values.getal import plain
from bkl.gap.rows import compare
from tests import build

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
    *("invloed", "niveau", "meetmoment", "uniek", "schaal"),
)


def dossier_of(case, *, readable=False):
    jaar = case.get("jaar", "2021")
    onderdeel = {key: case[key] for key in INDICATOR if key in case}
    told = {"S-R1": case["realisatie"]} if "realisatie" in case else {}
    verslag = build.report(told, case.get("peildatum", f"31-12-{jaar}"), jaarverslag=jaar)
    changes = None
    if "wijzigingen" in case:
        changed = [
            {"indicator": "S-R1", "reden": "overmacht", **one} for one in case["wijzigingen"]
        ]
        changes = {"bijstellingen": jaar, "wijzigingen": changed}
    return build.dossier(
        build.plan(build.one(onderdeel), jaar), verslag, changes, readable=readable
    )


def judged(case):
    return compare(dossier_of(case, readable=True))["S-R1"]


def ends(interval):
    if interval is None:
        return "null"
    return ["null" if end is None else plain(end) for end in (interval.low, interval.high)]
