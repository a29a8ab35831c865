"""In de bestanden staan geen e-mailadressen en telefoonnummers van mensen.

Waarom: het verslag is openbaar, en de bestanden blijven in de geschiedenis staan. Een adres of
nummer van een deelnemer hoort er niet in, ook niet als opmerking. Een algemeen adres, zoals
`info@…`, mag.

Fout:

    onderbouwing: Aanmelden kon via j.jansen@voorbeeld.nl of 06-12345678.

Goed:

    onderbouwing: Aanmelden kon via info@voorbeeld.nl.
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.values.lazy import Lazy
from bkl.rules.engine.rule import Case
from bkl.rules.looking.digits import may_hold_nine_digits

KIND = Kind("BKL401", "persoonsgegevens", "waarschuwing")
_AT = Lazy(r"@[\w-]+\.[\w-]")
_MAIL = Lazy(r"(?<![\w.+-])([\w.+-]{1,64})@[\w-]+(?:\.[\w-]+)+")
_BOXES = (
    "info contact secretariaat administratie post mail algemeen redactie communicatie bestuur "
    "aanmelden inschrijven support helpdesk klantenservice noreply no-reply"
)
_GENERAL = frozenset(_BOXES.split())
# its first sign comes first, and what must not stand before that second: six times as fast
_PHONE = Lazy(
    r"[+(0](?<![\w.,:/-].)(?:(?:(?<=\+)|(?<=0)0)31[ -]?(?:\(0\))?|(?<=\()0|(?<=0))"
    r"[1-9](?:[ ().-]{0,3}\d){8}(?![\w-])"
)
_DATE = Lazy(r"\d-\d{1,2}-(?:19|20)\d\d(?!\d)")
_CURE = "Haal het weg, of noem alleen een algemeen adres van de organisatie."


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per e-mail address or phone number, also in comments."""
    for file, source in case.texts.items():
        if _AT.search(source.text):
            for found in _MAIL.finditer(source.text):
                if found[1].casefold() not in _GENERAL:
                    told = f"`{found[0]}` is een e-mailadres van een persoon.", _CURE
                    yield source.finding(KIND, file, found.span(), told)
        if not may_hold_nine_digits(source.text):
            continue
        for found in _PHONE.finditer(source.text):
            if not _DATE.search(found[0]):
                told = f"`{found[0]}` lijkt een telefoonnummer.", _CURE
                yield source.finding(KIND, file, found.span(), told)
