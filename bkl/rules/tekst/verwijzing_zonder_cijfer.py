"""Een verwijzing in een tekst levert een cijfer op.

Waarom: is er bij de indicator geen cijfer, dan staat er midden in een zin `niet gerapporteerd`.

Fout:

    verhaal: We steunden {{ BD-R2 }}.    # bij BD-R2 staat geen realisatie

Goed:

    verhaal: Hoeveel initiatieven we steunden, weten we niet.
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.dossier.verwijzing import find_verwijzingen, resolve
from bkl.rules.engine.rule import Case
from bkl.rules.looking.texts import stories

KIND = Kind("BKL405", "verwijzing_zonder_cijfer", "fout")
REQUIRES = ("jaarverslag",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per reference to a figure that is not there."""
    for story in stories(case.jaarverslag):
        for found in find_verwijzingen(story.text):
            meant = resolve(case.dossier, found.code) if found.code else None
            if meant is not None and meant.tekst is None:
                what = "geen doel met een cijfer" if meant.wat == "doel" else "geen cijfer"
                yield Finding(
                    KIND,
                    f"Bij {meant.entry.id} staat {what}.",
                    "Zet het cijfer erbij, of schrijf de zin zonder verwijzing.",
                    case.in_jaarverslag(story.route, span=(found.start, found.end)),
                )
