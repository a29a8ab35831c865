"""How well a proposal does: its structure and its target phrases against what they should be.

A hit is a phrase at the same onderdeel that means the same: after reading, the same set of
acceptable values in the same unit. Each expected phrase can be hit once.
"""

from dataclasses import dataclass, field

from bkl.domein.notatie.changes.surroundings import Omgeving
from bkl.domein.notatie.meaning.doel import read_doel
from bkl.domein.notatie.vocabulary.eenheid import same_unit


@dataclass
class Score:
    hits: int = 0
    missed: list = field(default_factory=list)
    wrong: list = field(default_factory=list)

    @property
    def precision(self):
        return self.hits / (self.hits + len(self.wrong)) if self.hits + len(self.wrong) else 1.0

    @property
    def recall(self):
        return self.hits / (self.hits + len(self.missed)) if self.hits + len(self.missed) else 1.0

    def told(self):
        return (
            f"{self.hits} raak, {len(self.missed)} gemist, {len(self.wrong)} fout; "
            f"precision {self.precision:.3f}, recall {self.recall:.3f}"
        )


@dataclass(frozen=True)
class Phrase:
    """A phrase with what stands beside it in the plan."""

    doel: str
    eenheid: str | None = None
    nulmeting: str | None = None
    richting: str | None = None

    def read(self, jaar):
        om = Omgeving(self.richting, self.eenheid, None, self.nulmeting, jaar=jaar)
        return read_doel(self.doel, omgeving=om)


def proposed(plan):
    """Return {onderdeel: [Phrase]} of a proposal."""
    return {
        f"{part.key}-{promise.code}": [
            Phrase(doel, one.eenheid, one.nulmeting, one.richting)
            for one in promise.figures
            for doel in (one.jaardoelen.values() or [one.doel])
        ]
        for part in plan.parts
        for promise in part.promises
    }


def structure(plan):
    return {part.key: [one.code for one in part.promises] for part in plan.parts}


def score(found, expected, jaar, also=None, alike=same_unit):
    """Compare phrases per onderdeel; `also` names other onderdelen where a phrase may stand."""
    result = Score()
    left = {where: list(phrases) for where, phrases in expected.items()}
    for where, phrases in found.items():
        for phrase in phrases:
            match = _match(phrase, left.get(where, ()), jaar, alike)
            if match is not None:
                left[where].remove(match)
            elif not any(
                _match(phrase, expected.get(other, ()), jaar, alike)
                for other in (also or {}).get(where, ())
            ):
                result.wrong.append((where, phrase.doel))
                continue
            result.hits += 1
    result.missed = [(where, one.doel) for where, rest in left.items() for one in rest]
    return result


def _match(phrase, phrases, jaar, alike):
    return next((one for one in phrases if same(phrase, one, jaar, alike)), None)


def same(one, other, jaar, alike):
    a, b = one.read(jaar), other.read(jaar)
    if {a.soort, b.soort} == {"gereed", "minimum"}:
        # `een handreiking` and `ja` ask the same: that there is one
        return (a if a.soort == "minimum" else b).drempel == 1
    units = (a.eenheid or "", b.eenheid or "")
    return a.bereik == b.bereik and (units[0] == units[1] or alike(*units))


REWORDED = {("deelnemers", "ouderen"), ("inloopsprekuren", "inloopspreekuren")}
"""Nouns of a source document for which our own data have another word or spelling."""


def alike_in_own_words(a, b):
    """Tell whether two units count the same when one was written in other words: the same noun."""
    if same_unit(a, b):
        return True
    left, right = (unit.replace("/", " ").split() for unit in (a.lower(), b.lower()))
    if any((one, other) in REWORDED for one in left for other in right):
        return True
    nouns = [
        (one, other)
        for one in left
        for other in right
        if min(len(one), len(other)) > 5 and (one.endswith(other) or other.endswith(one))
    ]
    return bool(nouns)
