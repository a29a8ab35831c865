"""Een verwijzing in een tekst wijst naar een indicator.

Waarom: `{{ BD-R4.lezingen }}` wordt in het verslag vervangen door het cijfer. Bestaat de code niet,
dan blijft de verwijzing zo staan.

Fout:

    verhaal: We hielden {{ BD-R4.lezing }}.

Goed:

    verhaal: We hielden {{ BD-R4.lezingen }} van de {{ BD-R4.lezingen.doel }}.
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Edit
from bkl.diagnostics.suggestion import Names
from bkl.domein.dossier.verwijzing import find_verwijzingen, resolve
from bkl.rules.engine.rule import Case
from bkl.rules.looking.texts import stories

KIND = Kind("BKL404", "onbekende_verwijzing", "fout")
REQUIRES = ("jaarverslag",)
_FORM = "Schrijf `{{ BD-R4.lezingen }}` voor het cijfer, of `{{ BD-R4.lezingen.doel }}`."


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per reference that names no indicator, or that is not closed."""
    known = case.dossier.indicatoren
    names = Names([*known, *(f"{id_}.doel" for id_ in known)])
    for story in stories(case.jaarverslag):
        for found in find_verwijzingen(story.text):
            place = case.in_jaarverslag(story.route, span=(found.start, found.end))
            if not found.code:
                what = "geen code" if found.code == "" else "geen `}}`"
                yield Finding(KIND, f"Bij deze `{{{{` staat {what}.", _FORM, place)
            elif resolve(case.dossier, found.code) is None:
                meant = names.certain(found.code)
                old = story.text[found.start : found.end]
                yield Finding(
                    KIND,
                    f"`{found.code}` is geen indicator van het werkplan.",
                    names.ask(found.code) or _FORM,
                    place,
                    edits=(Edit(place, old, f"{{{{ {meant} }}}}"),) if meant else (),
                )
