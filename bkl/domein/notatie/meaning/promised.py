"""The phrase of a doel taken apart: a quantity, or a change that still has to be computed."""

from __future__ import annotations

from bkl.domein.notatie.changes.change import Verhouding
from bkl.domein.notatie.changes.change_words import WOORDEN
from bkl.domein.notatie.changes.nulmeting import in_unit, read_base
from bkl.domein.notatie.changes.relative import read_relative
from bkl.domein.notatie.changes.surroundings import Omgeving
from bkl.domein.notatie.meaning.fitting import expect_figure
from bkl.domein.notatie.meaning.short import read_short
from bkl.domein.notatie.reading.never import expect_no_age
from bkl.domein.notatie.reading.parts import Zin
from bkl.domein.notatie.reading.phrase import read_zin
from bkl.domein.notatie.values.lazy import Lazy, words_in
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.qualifiers import NIETS

_GEEN = Lazy(r"geen\s+(?:enkele?\s+)?(?=[^\W\d])(?!honderd|duizend|miljoen|miljard|ml[nd])")


_TOWARDS = Lazy(r"[^\d€]*(?<!\w)naar\s[^\d]*\d")


_ANDERS = ", of anders `ja`, `kwalitatief: …` of `niet toetsbaar`"


def read_promise(text: str, low: str, om: Omgeving) -> Zin | Verhouding:
    """Read what a doel promises. Raises Onleesbaar when that is not certain."""
    words = low.split()
    if not WOORDEN.isdisjoint(words) or _has_marked(low, words):
        namen = [naam for naam, _ in om.referenties]
        changed = read_relative(text, low, namen, _ANDERS)
        if changed is not None and not (
            isinstance(changed, Verhouding) and changed.tekst == "extra" and om.nulmeting is None
        ):
            return changed
    if "naar" in words and om.richting is None and _TOWARDS.match(low):
        return _towards(read_zin(text, low, _ANDERS), om, len(low))
    if low.startswith("geen"):
        return _read_none(text, low)
    if om.eenheid is None and "+" in low:
        expect_no_age(low)
    return expect_figure(read_zin(text, low, _ANDERS), low, words[0], om)


def _read_none(text: str, low: str) -> Zin:
    """Read `geen klachten`, a maximum of nought; the number takes the place of the word."""
    found = _GEEN.match(low)
    if found is None:
        return expect_figure(read_zin(text, low, _ANDERS), low, "geen", Omgeving())
    if not NIETS.match(low):
        end = found.end()
        short = read_short(f"0 {text[end:]}", f"0 {low[end:]}")
        nought = "0".ljust(end)
        zin = short or read_zin(nought + text[end:], nought + low[end:], _ANDERS)
        if zin.vorm == "getal":
            return zin._replace(vorm="maximum")
    cure = "Schrijf `niet toetsbaar`, of wat u belooft."
    raise Onleesbaar("Hier staat geen doel.", cure, 0, len(low))


def _towards(zin: Zin, om: Omgeving, end: int) -> Zin:
    """Return `brengen naar 10%` with the direction in which the nulmeting lies, or ask for it."""
    if zin.vorm != "getal":
        return zin
    if om.nulmeting is None:
        return zin._replace(delen=zin.delen._replace(vraagt_richting=True))
    base = in_unit(
        read_base(om.nulmeting, "nulmeting", end), om.nulmeting, zin.eenheid, zin.per, end
    )
    return zin._replace(vorm="maximum" if base > zin.getal else "minimum")


def _has_marked(low: str, words: list[str]) -> bool:
    """Tell whether a word of change stands beside a mark: `daling.`, `≥ gemiddelde`."""
    if low[0] in ">≥<≤":
        return any(word.isalpha() for word in words)
    return not WOORDEN.isdisjoint(words_in(low))
