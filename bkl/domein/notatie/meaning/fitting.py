"""What a doel may be: a figure that can be a target, with a richting that its form allows."""

from __future__ import annotations

from bkl.domein.notatie.changes.surroundings import Omgeving
from bkl.domein.notatie.reading.parts import Zin
from bkl.domein.notatie.reading.written import expect_no_year
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.products import is_product
from bkl.domein.notatie.vocabulary.qualifiers import Vorm
from bkl.domein.woorden import Richting

RICHTINGEN: dict[Vorm, tuple[Richting, ...]] = {
    "getal": ("hoger", "lager", "binnen", "precies"),
    "aandeel": ("hoger", "lager", "binnen", "precies"),
    "minimum": ("hoger",),
    "ruim": ("hoger",),
    "boven": ("hoger",),
    "maximum": ("lager",),
    "onder": ("lager",),
    "precies": ("precies", "binnen"),
    "ongeveer": ("hoger", "lager", "binnen"),
    "bijna": ("hoger", "lager", "binnen"),
    "band": ("hoger", "lager", "binnen"),
    "handhaven": ("hoger", "lager", "binnen", "precies"),
}
"""Which richtingen go with a form; the first is meant when none is given."""


def fitting(zin: Zin) -> tuple[Richting, ...]:
    """Return the richtingen that go with a phrase, the usual one first."""
    if zin.delen.schaal == "rang" and zin.vorm == "getal":
        return ("lager", "hoger", "binnen", "precies")
    return RICHTINGEN[zin.vorm]


def expect_richting(low: str, given: Richting | None, fitting: tuple[Richting, ...]) -> Richting:
    """Return the richting that is meant; refuse one that the phrase contradicts."""
    if given is None:
        return fitting[0]
    if given not in fitting:
        reden = f"De zin `{low}` en `richting: {given}` spreken elkaar tegen."
        raise Onleesbaar(reden, "Laat `richting` weg of pas de zin aan.", 0, len(low))
    return given


def expect_figure(zin: Zin, low: str, first: str, om: Omgeving) -> Zin:
    """Refuse what is no target although a number stands in it."""
    if zin.vorm == "orde":
        cure = "Schrijf vanaf hoeveel het is gehaald."
        raise Onleesbaar("Dit doel noemt geen getal.", cure, 0, len(low))
    if zin.eenheid is None:
        if zin.per is None and om.eenheid is None:
            expect_no_year(low, zin.getal)
        return zin
    if first == "een" and zin.getal == 1 and zin.vorm == "getal" and not is_product(zin.eenheid):
        from bkl.domein.notatie.vocabulary.refusals import refuse_article  # noqa: PLC0415 - rare

        refuse_article(zin.eenheid, len(low))
    if first in ("nul", "0") and zin.getal == 0 and zin.vorm == "getal" and om.richting is None:
        return zin._replace(vorm="maximum")
    return zin
