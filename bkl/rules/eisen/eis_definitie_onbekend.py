"""Een gedeelde definitie bestaat, in precies die versie.

Waarom: een andere versie telt iets anders. Cijfers van twee versies worden nooit opgeteld.

Fout:

    definitie: prov:ontmoeting@2

Goed:

    definitie: prov:ontmoetingen@2
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.suggestion import Names
from bkl.rules.engine.rule import Case

KIND = Kind("BKL603", "eis_definitie_onbekend", "fout")
REQUIRES = ("eisen",)
_WORDS = 3
"""More words than this are a sentence, no name."""


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per reference to a definition that its owner does not have.

    A text that is nearly such a name is told too: as a text it would count for nothing.
    """
    known = case.gevraagd.namen
    owners = {naam.partition(":")[0] for naam in known}
    names = Names(known)
    for entry in case.dossier.indicatoren.values():
        text = entry.indicator.definitie
        if text is None or text in known:
            continue
        owner = text.partition(":")[0].strip().casefold()
        if owner not in owners or len(text.split()) > _WORDS:
            continue
        versions = [n for n in known if n.partition("@")[0] == text.partition("@")[0]]
        told = " en ".join(f"`{one}`" for one in versions)
        cure = f"Er is wel {told}. Ga na wat daarin anders is, en neem die alleen als u dat telt."
        yield Finding(
            KIND,
            f"Er is geen definitie `{text}`.",
            cure if versions else names.ask(text) or f"Kies uit: {names.some()}.",
            case.in_werkplan((*entry.pad, "definitie")),
        )
