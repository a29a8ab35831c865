"""What rules look at: one year, its verdicts, and what stands around the data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Part, Place, Position
from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.evidence import Bewijsstuk
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.records import NamedTuple, dataclass

if TYPE_CHECKING:
    from bkl.domein.dossier.gevraagd import Gevraagd
    from bkl.domein.dossier.signed import Getekend
    from bkl.domein.model.bijstellingen import Bijstellingen

Told = tuple[str, str]
"""The message and the cure."""


class Bestandstekst(NamedTuple):
    """The text of a file.

    `in_scalar` tells whether a character of it is no comment, `position` gives the place of a
    stretch of characters.
    """

    text: str
    in_scalar: Callable[[int], bool]
    position: Callable[[int, int], Position]

    def finding(self, kind: Kind, file: str, span: tuple[int, int], told: Told) -> Finding:
        """Return a finding at characters of the text, which stand on one line."""
        return Finding(kind, *told, Place(file), self.position(*span))


class Rapport(NamedTuple):
    """A report that was made earlier: the mark of the data it was made from, and where it says so.

    `kenmerk` is the beginning of a SHA-256 in hexadecimal, `wat` what `bkl render` makes it of.
    """

    file: str
    kenmerk: str
    position: Position
    excerpt: str
    wat: str


class Sjabloonmelding(NamedTuple):
    """A template of the workspace that does not work; line 0 means the whole file."""

    file: str
    line: int
    message: str
    cure: str


def _fine(_: str) -> None:
    """Say that nothing is wrong."""


class Celinhoud(NamedTuple):
    """What a cell of a file says, as a Dutch phrase; or what is wrong with it."""

    tekst: str = ""
    bezwaar: Told | None = None


def _no_cell(bestand: str, cel: str) -> Celinhoud:
    """Say that no cell was looked at."""
    return Celinhoud("", (f"{bestand}: {cel} is niet gelezen.", "Controleer het in een werkmap."))


def _nowhere(bestand: str) -> Bewijsstuk:
    """Say that no file was looked at."""
    return Bewijsstuk(bestand)


@dataclass(frozen=True, slots=True)
class Werkmap:
    """What stands beside the files of this year.

    `rapporten` are reports of this year that were made earlier, `sjablonen` says what is wrong
    in templates. `kwijt` holds the promises that were moved to a year whose plan does not
    have them, with that year; `beeld` says what is wrong with the picture at an address in a
    text, None when it can be shown; `herkomstloos` the indicators that continue something which
    no earlier plan has; `bewijs` gives what is known of a file that is named as evidence, and
    `cel` what a cell of such a file says.
    """

    rapporten: tuple[Rapport, ...] = ()
    sjablonen: tuple[Sjabloonmelding, ...] = ()
    kwijt: Mapping[str, int] = field(default_factory=dict)
    herkomstloos: frozenset[str] = frozenset()
    beeld: Callable[[str], Told | None] = _fine
    bewijs: Callable[[str], Bewijsstuk] = _nowhere
    cel: Callable[[str, str], Celinhoud] = _no_cell


@dataclass(frozen=True, slots=True)
class Case:
    """What rules look at: the dossier, its verdicts, and the names of the two files.

    `texts` holds the text of each file by name, `digest` the SHA-256 of all data,
    `raw_digest` that of its bytes with their own line ends, as version 0.1 told it, and
    `werkplan_digests` those of the werkplan alone, if they are asked for. `werkmap` is None
    when only files were given.
    `akkoorden` are the signatures; with `vier_ogen` each must come from two people.
    `onleesbaar` are the ids of realisaties of which something could not be read. `eisen` is what
    a funder asks of this year, where that is to be looked at. `keys` are all keys in the files,
    None where nobody looked: then no rule is passed over.
    """

    dossier: Dossier
    vergelijkingen: dict[str, Vergelijking]
    werkplan_file: str
    jaarverslag_file: str
    texts: Mapping[str, Bestandstekst] = field(default_factory=dict)
    digest: str = ""
    raw_digest: str = ""
    werkplan_digests: tuple[str, ...] = ()
    werkmap: Werkmap | None = None
    bijstellingen: Bijstellingen | None = None
    bijstellingen_file: str = ""
    onleesbaar: frozenset[str] = frozenset()
    akkoorden: tuple[Getekend, ...] = ()
    akkoord_file: str = ""
    vier_ogen: bool = False
    eisen: Gevraagd | None = None
    keys: frozenset[str] | None = None

    @property
    def gevraagd(self) -> Gevraagd:
        """What a funder asks; raises LookupError when nobody does (a rule must require it)."""
        if self.eisen is None:
            raise LookupError("no eisen: the rule lacks REQUIRES")
        return self.eisen

    @property
    def jaarverslag(self) -> Jaarverslag:
        """The jaarverslag; raises LookupError when there is none (a rule must require it)."""
        if self.dossier.jaarverslag is None:
            raise LookupError("no jaarverslag: the rule lacks REQUIRES")
        return self.dossier.jaarverslag

    def in_werkplan(
        self,
        route: Iterable[str | int],
        part: Part = "value",
        span: tuple[int, int] | None = None,
    ) -> Place:
        """Return a place in the werkplan file."""
        return Place(self.werkplan_file, tuple(route), part, span)

    def in_jaarverslag(
        self,
        route: Iterable[str | int],
        part: Part = "value",
        span: tuple[int, int] | None = None,
    ) -> Place:
        """Return a place in the jaarverslag file."""
        return Place(self.jaarverslag_file, tuple(route), part, span)
