"""Which richting goes with which form of a phrase."""

from __future__ import annotations

from bkl.domein.notatie.reading.quantity import Zin
from bkl.domein.notatie.values.unreadable import Onleesbaar
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
