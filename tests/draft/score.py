"""How well a proposal does: its structure and its target phrases against what they should be.

A hit is a phrase at the same onderdeel that means the same: after reading, the same set of
acceptable values in the same unit. Each expected phrase can be hit once.
"""

from dataclasses import dataclass, field

from bkl.domein.notatie.changes.surroundings import Omgeving
from bkl.domein.notatie.meaning.doel import read_doel
from bkl.domein.notatie.vocabulary.eenheid import same_unit, unit_words


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
            Phrase(one.doel, one.eenheid, one.nulmeting, one.richting) for one in promise.figures
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
            for place in (where, *(also or {}).get(where, ())):
                match = next(
                    (one for one in left.get(place, ()) if same(phrase, one, jaar, alike)), None
                )
                if match is not None:
                    break
            if match is None:
                result.wrong.append((where, phrase.doel))
                continue
            result.hits += 1
            if place == where:
                left[place].remove(match)
    result.missed = [(where, one.doel) for where, rest in left.items() for one in rest]
    return result


def same(one, other, jaar, alike):
    a, b = one.read(jaar), other.read(jaar)
    if {a.soort, b.soort} == {"gereed", "minimum"}:
        # `een handreiking` and `ja` ask the same: that there is one
        return (a if a.soort == "minimum" else b).drempel == 1
    units = (a.eenheid or "", b.eenheid or "")
    return a.bereik == b.bereik and (units[0] == units[1] or alike(*units))


def alike_in_own_words(a, b):
    """Tell whether two units count the same when one was written in other words: the same noun."""
    if same_unit(a, b):
        return True
    heads = [
        set(unit_words(unit.replace("/", " ").replace("inloopspr", "inloopspr"))) for unit in (a, b)
    ]
    return bool(heads[0] & heads[1] - {"en", "of", "nieuwe"})
