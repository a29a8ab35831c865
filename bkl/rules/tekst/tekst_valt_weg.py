"""Een tekst loopt door tot het einde van de regel.

Waarom: na een spatie begint `#` in YAML een opmerking. Wat erachter staat, komt zonder melding
niet in het verslag. Een echte opmerking heeft een spatie na het `#`.

Fout:

    toelichting: Onze podcast kwam op plek #1 van Limburg.

Goed:

    toelichting: "Onze podcast kwam op plek #1 van Limburg."
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.values.lazy import Lazy
from bkl.rules.engine.rule import Case

KIND = Kind("BKL407", "tekst_valt_weg", "waarschuwing")
_LOST = Lazy(r"#(?<=[ \t]#)(?!bkl\b)(\w\S*).*")
_BEFORE = Lazy(r"[\w.,;!?)%€][ \t]+$")
_WIDEST = 400
_CURE = (
    "Zet de hele tekst tussen aanhalingstekens, of zet een spatie achter een `#` van een opmerking."
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per comment that looks like the end of the text before it."""
    for file, source in case.texts.items():
        for found in _LOST.finditer(source.text):
            start = found.start()
            before = _BEFORE.search(source.text, max(0, start - _WIDEST), start)
            if before and source.in_scalar(before.start()) and not source.in_scalar(start):
                told = f"`#{found[1]}` en wat erachter staat, valt weg: YAML leest een opmerking."
                yield source.finding(KIND, file, found.span(), (told, _CURE))
