"""Een tekst die het verslag in gaat, is af.

Waarom: een `TODO` of `xxx` die blijft staan, komt in het verslag dat iedereen leest.

Fout:

    toelichting: TODO navragen bij de projectleider

Goed:

    toelichting: Twee medewerkers waren lang ziek.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.values.lazy import Lazy
from bkl.rules.engine.rule import Case

KIND = Kind("BKL406", "voorlopige_tekst", "waarschuwing")
_MARKS = (
    *("TODO", "TBD", "FIXME", "XXX", "xxx", "PM", "p.m.", "Lorem ipsum", "lorem ipsum"),
    *("Nog invullen", "nog invullen", "Nog aanvullen", "nog aanvullen"),
)
_DRAFT = Lazy(rf"(?<!\w)(?:{'|'.join(map(re.escape, _MARKS))})(?![\w-])")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per mark of unfinished work in a text; comments may hold them."""
    for file, source in case.texts.items():
        if not any(mark in source.text for mark in _MARKS):
            continue
        for found in _DRAFT.finditer(source.text):
            if source.in_scalar(found.start()):
                told = f"`{found[0]}` lijkt een tekst die nog niet af is.", "Maak de tekst af."
                yield source.finding(KIND, file, found.span(), told)
