"""The parts of a phrase beside its quantity, each as it was read."""

from __future__ import annotations

from collections.abc import Iterator

from bkl.domein.model.indicator import Referentie
from bkl.domein.notatie.reading.parts import Delen, Schaal, Woordschaal
from bkl.domein.notatie.values.getal import write_number

_SCHALEN = {
    "cijfer": "een rapportcijfer",
    "nps": "een NPS",
    "index": "een index",
    "rang": "een plaats op een ranglijst; lager is beter, tenzij `richting` iets anders zegt",
}


def parts_read(
    delen: Delen, eenheid: str | None, referentie: Referentie | None = None
) -> Iterator[tuple[str, str]]:
    """Yield (label, text) for every part: what it is taken for, and whether it counts.

    `referentie` is the other figure that the plan names; it is shown, with its value, where
    the phrase compares itself with it.
    """
    if delen.gemiddelde:
        yield "soort", "een gemiddelde: dat wordt nooit opgeteld"
    if delen.schaal is not None:
        yield "schaal", _scale(delen.schaal)
    yield from _of_whom(delen, eenheid)
    if delen.voorwaarde is not None:
        yield "norm", f"`{delen.voorwaarde}` hoort bij wat er wordt geteld, niet bij het getal"
    if delen.termijn is not None:
        until = "" if delen.dag is None else f", tot en met {delen.dag:%d-%m-%Y}"
        yield "termijn", f"`{delen.termijn.tekst}`{until}"
    elif delen.dag is not None:
        yield "dag", f"{delen.dag:%d-%m-%Y}"
    if delen.referentie is not None and referentie is not None:
        where = "; ".join(referentie.bron)
        yield "referentie", f"{referentie.wat}: {referentie.waarde} ({where})"
    elif delen.referentie is not None:
        yield "referentie", delen.referentie
    if delen.relatief is not None:
        yield "berekend", f"`{delen.relatief}` is uitgerekend vanaf het cijfer dat ernaast staat"
    for noot in delen.noten:
        yield "noot", f"`{noot}`: blijft staan en telt niet mee"


def _scale(schaal: Schaal | Woordschaal) -> str:
    if isinstance(schaal, tuple):
        numbered = " < ".join(f"{word} ({n})" for n, word in enumerate(schaal, start=1))
        return f"van het plan zelf, van laag naar hoog: {numbered}"
    return _SCHALEN[schaal]


def _of_whom(delen: Delen, eenheid: str | None) -> Iterator[tuple[str, str]]:
    """Yield whose share it is, how many those are, and what stands behind the noun."""
    whom = delen.populatie
    if whom is None and (eenheid or "").startswith(("% van ", "‰ van ")):
        whom = (eenheid or "")[2:].removeprefix("van ").removeprefix("de ")
    if whom is not None:
        yield "van wie", whom
    if delen.geheel is not None:
        yield "geheel", f"{write_number(delen.geheel)} {eenheid or ''}".rstrip()
    if delen.staart is not None:
        yield "erbij", f"`{delen.staart}`, achter het getal"
