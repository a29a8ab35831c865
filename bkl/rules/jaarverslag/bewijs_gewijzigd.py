"""Een bestand dat als bewijs is genoemd, is nog hetzelfde als toen het werd vastgelegd.

Waarom: de `sha256` bij een bron legt vast welk bestand het was. Is het bestand daarna veranderd
of vervangen, dan bewijst het misschien iets anders.

Fout:

    # telling.xlsx is daarna opnieuw opgeslagen
    telling: {titel: Telling, bestand: bewijs/telling.xlsx, sha256: 5d41402a…}

Goed:

    # gecontroleerd, en de nieuwe vingerafdruk overgenomen
    telling: {titel: Telling, bestand: bewijs/telling.xlsx, sha256: 9b74c989…}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL241", "bewijs_gewijzigd", "fout")
REQUIRES = ("jaarverslag", "bewijs")
KEYS = ("sha256",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per file whose SHA-256 is another than the account says."""
    if case.werkmap is None:
        return
    for sleutel, bron in case.jaarverslag.bronnen.items():
        if bron.sha256 is None:
            continue
        place = case.in_jaarverslag(("bronnen", sleutel, "sha256"))
        if bron.bestand is None:
            yield Finding(
                KIND,
                f"Bij de bron `{sleutel}` staat een `sha256`, maar geen bestand.",
                "Zet `bestand:` erbij, of haal de `sha256` weg.",
                place,
            )
            continue
        found = case.werkmap.bewijs(bron.bestand)
        if found.sha256 is not None and found.sha256 != bron.sha256:
            yield Finding(
                KIND,
                f"Het bestand `{bron.bestand}` is veranderd sinds het als bewijs is vastgelegd.",
                "Zet het oude bestand terug. Klopt het nieuwe, controleer dan de cijfers die eruit "
                f"komen en schrijf `sha256: {found.sha256}`.",
                place,
            )
