"""Een rapport hoort bij de gegevens zoals ze nu zijn.

Waarom: in het colofon van elk rapport staat het kenmerk van de gegevens waaruit het is gemaakt. Is
er daarna iets veranderd, dan leest men andere cijfers dan er in de gegevens staan.

Fout:

    # na het maken van reports/jaarverslag-2021.md is dit veranderd:
    realisatie: 2 lezingen

Goed:

    # bkl render jaarverslag
    realisatie: 2 lezingen
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Place
from bkl.rules.engine.rule import Case

KIND = Kind("BKL501", "rapport_verouderd", "waarschuwing")
REQUIRES = ("rapporten",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per report that was made from other data than there are now."""
    for rapport in case.werkmap.rapporten if case.werkmap else ():
        if not any(one.startswith(rapport.kenmerk) for one in (case.digest, case.raw_digest)):
            yield Finding(
                KIND,
                f"`{rapport.file}` is gemaakt uit andere gegevens dan er nu staan.",
                f"Maak het rapport opnieuw met `bkl render {rapport.wat}`.",
                Place(rapport.file),
                rapport.position,
                rapport.excerpt,
            )
