"""De reden past bij wat er gebeurde.

Waarom: minder vraag verklaart niet dat er méér werd bereikt. Een reden die de verkeerde kant op
wijst, is meestal een vergissing bij het kiezen.

Fout:

    doel: 6 lezingen
    realisatie: 9 lezingen
    reden: vraag lager

Goed:

    realisatie: 9 lezingen
    reden: vraag hoger
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL214", "reden_spreekt_tegen", "waarschuwing")
REQUIRES = ("jaarverslag",)
KEYS = ("reden",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per reden that explains the opposite of what happened."""
    for vergelijking in case.vergelijkingen.values():
        given, doel = vergelijking.realisatie, vergelijking.doel
        if given is None or doel is None or doel.richting != "hoger":
            continue
        reden = given.realisatie.reden
        more = vergelijking.oordeel == "gehaald" and vergelijking.wijkt_af
        less = vergelijking.oordeel in ("niet gehaald", "deels gehaald")
        if (reden == "vraag lager" and more) or (reden == "vraag hoger" and less):
            what = "meer" if more else "minder"
            yield Finding(
                KIND,
                f"Van {vergelijking.entry.id} werd {what} bereikt dan beloofd, maar de reden is "
                f"`{reden}`.",
                "Kies de reden die dit verschil verklaart.",
                case.in_jaarverslag((*given.pad, "reden")),
            )
