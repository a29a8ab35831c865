"""In de bestanden staat geen burgerservicenummer.

Waarom: een BSN is een van de zwaarst beschermde gegevens. Het mag nooit in een verslag staan, en
ook niet in de geschiedenis van de bestanden. Herkend wordt elk getal van negen cijfers dat aan de
elfproef voldoet.

Fout:

    toelichting: Deelnemer 111222333 stopte in mei.

Goed:

    toelichting: Een deelnemer stopte in mei.
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.values.lazy import Lazy
from bkl.rules.engine.rule import Case
from bkl.rules.looking.digits import may_hold_nine_digits

KIND = Kind("BKL402", "burgerservicenummer", "fout")
# what must not stand before it is looked for behind the first digits: that is six times as fast
_NINE = Lazy(r"\d{4}(?<![\w.,-]\d{4})(?:\d{5}|\.\d{2}\.\d{3})(?![\w%]|[.,-]\d)")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per number that can be a BSN, also in comments."""
    for file, source in case.texts.items():
        if not may_hold_nine_digits(source.text):
            continue
        for found in _NINE.finditer(source.text):
            digits = [int(char) for char in found[0] if char != "."]
            total = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=True))
            if total % 11 == 0 and any(digits):
                told = (
                    "Dit getal kan een burgerservicenummer zijn.",
                    "Haal het weg. Is het iets anders, sta het dan toe met een opmerking.",
                )
                yield source.finding(KIND, file, found.span(), told)
