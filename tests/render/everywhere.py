"""One set of files in which a text stands at every place where a writer can type.

Each place has a speerpunt of its own, so that none gets in another's way, and each text ends
with a mark of its own, by which it is found again in a report.
"""

import functools
from dataclasses import dataclass, replace
from functools import cache

from pydantic import ValidationError

from bkl.api.rendering.matter import rule_pages
from bkl.domein.dossier.dossier import build_dossier
from bkl.domein.dossier.verdicts import Telling
from bkl.gap.rows import build_rows, compare
from bkl.render.matter import Stof
from tests.render.fields import BASE, FILES, document, owner, places

# what makes a text into a phrase that can be read after all
BEFORE = ("", "3 ", "kwalitatief: ")
PROSE = ("verhaal", "omschrijving", "tekst")
_LETTERS = "bcdfghjkmn"


@dataclass(frozen=True)
class Spot:
    """A text at one place; `mark` is what it ends with."""

    name: str
    route: tuple
    as_key: bool
    before: str
    text: str
    mark: str

    @property
    def field(self):
        """The field's model and name."""
        named = [step for step in self.route if isinstance(step, str)]
        return owner(self.name, self.route), named[-1]

    @property
    def prose(self):
        """Whether the writer may use Markdown here."""
        return self.route[-1] in PROSE and (
            "hoofdstukken" in self.route or self.route[-1] != "tekst"
        )

    @property
    def accepted(self):
        """Whether bkl takes this text here; else it is a finding."""
        return models_of(replace(self, mark=_mark(0)).files()) is not None

    def files(self):
        """Return the smallest files with this text in them."""
        whole = f"{self.before}{self.text} {self.mark}"
        return document(self.name, self.route, whole, as_key=self.as_key)


def free_fields():
    """Yield (name, route, as_key) once for each field of each model that holds text."""
    seen = set()
    for name, route, kind in places():
        which = owner(name, route), route[-1] if isinstance(route[-1], str) else route[-2:], kind
        if kind in (str, "key") and which not in seen:
            seen.add(which)
            yield name, route, kind == "key"


@cache
def spots(payloads, prose):
    """Return every place that takes a text, each with all payloads together or some of them.

    The payloads take turns at the front. `prose` are the payloads for texts in Markdown.
    """
    found = []
    for number, (name, route, as_key) in enumerate(free_fields()):
        spot = Spot(name, route, as_key, "", "", "")
        chosen = prose if spot.prose else payloads
        turn = number % len(chosen)
        chosen = chosen[turn:] + chosen[:turn]
        taken = [replace(spot, text=" ".join(chosen))]
        if not taken[0].accepted:
            tried = [[replace(spot, before=b, text=one) for one in chosen] for b in BEFORE]
            taken = [one for tries in tried for one in _first(tries)]
        found += [replace(one, mark=_mark(len(found) + i)) for i, one in enumerate(taken)]
    return tuple(found)


def _first(tries, most=3):
    return [one for one in tries if one.accepted][:most]


def stof_with(spots, text=None):
    """Return the matter with every text at its place; `text` stands in for all of them."""
    files = {}
    for number, together in enumerate(_shelves(spots)):
        chosen = together if text is None else [replace(one, text=text) for one in together]
        one = functools.reduce(_joined, (spot.files() for spot in chosen))
        # the first keeps the code that thema and doelgroep give
        files = _joined(files, _renamed(one, f"P{number}") if number else one)
    models = models_of(files)
    assert models is not None, "apart they can be read, and together not"
    assert not [spot for spot in spots if spot.mark not in str(files)], "lost in joining"
    dossier = build_dossier(*models)
    vergelijkingen = compare(dossier)
    rijen = build_rows(dossier, vergelijkingen)
    telling, regels = Telling.of(rijen), rule_pages()[:3]
    return Stof(dossier, rijen, vergelijkingen, telling, "0" * 64, regels=lambda: regels)


@cache
def _shelves(spots):
    """Return the spots by speerpunt: in each as many as do not get in each other's way."""
    shelves = []
    for spot in spots:
        for shelf, files, marks in shelves:
            joined = _joined(files[0], spot.files())
            if models_of(joined) and all(mark in str(joined) for mark in (*marks, spot.mark)):
                shelf.append(spot)
                files[0] = joined
                marks.append(spot.mark)
                break
        else:
            shelves.append(([spot], [spot.files()], [spot.mark]))
    return [shelf for shelf, _, _ in shelves]


def models_of(files):
    """Return the models of the files, None when they are refused."""
    try:
        models = [
            FILES[kind].model_validate(files[kind]) if kind in files else None for kind in FILES
        ]
        dossier = build_dossier(*models)
    except ValidationError:
        return None
    lezers = (dossier.lezer_werkplan, dossier.lezer_jaarverslag, dossier.lezer_bijstellingen)
    return None if any(lezer.fouten for lezer in lezers) else models


def _mark(number):
    """Return a word of letters alone: a digit would be a figure."""
    return "q" + "".join(_LETTERS[int(digit)] for digit in f"{number:03}") + "q"


def _renamed(value, code):
    """Return the files with another code for the speerpunt."""
    if isinstance(value, dict):
        chapters = value.get("hoofdstukken", {})
        own = {"hoofdstukken": {f"{key} {code}": one for key, one in chapters.items()}}
        value = value | own if chapters else value
        facts = value.get("feiten", {})
        named = {"feiten": {f"{key}{code.lower()}": one for key, one in facts.items()}}
        value = value | named if facts else value
        return {_code(key, code): _renamed(one, code) for key, one in value.items()}
    if isinstance(value, list):
        return [_renamed(one, code) for one in value]
    return _code(value, code)


def _code(text, code):
    return code + text[2:] if text == "AD" or text.startswith(("AD-R1", "AD-A1")) else text


def _joined(one, other, base=BASE):
    """Return two files as one; where they differ, what differs from the base stays."""
    if isinstance(one, dict) and isinstance(other, dict):
        base = base if isinstance(base, dict) else {}
        return one | {
            key: _joined(one[key], value, base.get(key)) if key in one else value
            for key, value in other.items()
        }
    if base in (one, other):
        return other if one == base else one
    return one + other if isinstance(one, list) and isinstance(other, list) else other
