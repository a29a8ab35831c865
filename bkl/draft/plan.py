"""What is proposed: the parts of a werkplan, their promises and figures, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bkl.domein.notatie.values.jaren import Planjaren
from bkl.domein.woorden import Richting
from bkl.draft.blocks import Spot

Chapter = Literal["speerpunten", "uitgangspunten", "projecten", "bedrijfsvoering"]
CHAPTERS: tuple[Chapter, ...] = ("speerpunten", "uitgangspunten", "projecten", "bedrijfsvoering")


@dataclass(slots=True)
class ProposedFigure:
    """One figure: `doel` and `eenheid` are literal pieces of `zin`, or of a cell of a table.

    `jaardoelen` are those of each year, where a table gives them; `doel` is then that of the
    last. `nakijken` says what a reader must look at; a figure that is not read as a doel stands
    in `los` of its promise instead.
    """

    naam: str
    doel: str
    zin: str
    spot: Spot
    tekst: str | None = None
    eenheid: str | None = None
    jaardoelen: dict[int, str] = field(default_factory=dict)
    nulmeting: str | None = None
    richting: Richting | None = None
    nakijken: tuple[str, ...] = ()


@dataclass(slots=True)
class ProposedPromise:
    """A resultaat or activiteit in the words of the document; `los` are notes for the reader.

    `in_woorden` tells that it stands in running text and has no figure: people judge it.
    """

    code: str
    tekst: str
    spot: Spot
    figures: list[ProposedFigure] = field(default_factory=list)
    los: list[str] = field(default_factory=list)
    in_woorden: bool = False


@dataclass(slots=True)
class ProposedPart:
    """A speerpunt, programme or factsheet; `kop` is its heading as written."""

    key: str
    titel: str
    spot: Spot
    chapter: Chapter = "speerpunten"
    thema: str | None = None
    doelgroep: str | None = None
    ambitie: list[str] = field(default_factory=list)
    omschrijving: list[str] = field(default_factory=list)
    resultaten: list[ProposedPromise] = field(default_factory=list)
    activiteiten: list[ProposedPromise] = field(default_factory=list)
    monitoring: list[str] = field(default_factory=list)
    partijen: list[str] = field(default_factory=list)
    regie: list[str] = field(default_factory=list)

    @property
    def promises(self) -> list[ProposedPromise]:
        """Its resultaten and activiteiten."""
        return [*self.resultaten, *self.activiteiten]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something with a figure that got no place: where it stands, and why it was left out."""

    kop: str
    spot: Spot
    text: str
    why: str


@dataclass(slots=True)
class DraftPlan:
    """A whole proposal; `zonder` counts per heading the paragraphs that promise nothing."""

    jaren: Planjaren
    organisatie: str
    titel: str
    parts: list[ProposedPart]
    left: list[LeftOut]
    themas: dict[str, str] = field(default_factory=dict)
    doelgroepen: dict[str, str] = field(default_factory=dict)
    begrippen: dict[str, str] = field(default_factory=dict)
    nakijken: list[str] = field(default_factory=list)
    zonder: dict[str, int] = field(default_factory=dict)

    @property
    def jaar(self) -> int:
        """The first year of the plan: that of the first report."""
        return self.jaren.eerste

    @property
    def promises(self) -> list[ProposedPromise]:
        """All promises, in order."""
        return [one for part in self.parts for one in part.promises]

    @property
    def figures(self) -> list[ProposedFigure]:
        """All figures, in order."""
        return [one for promise in self.promises for one in promise.figures]

    @property
    def doubtful(self) -> int:
        """How many remarks ask a reader to look."""
        return (
            len(self.nakijken)
            + sum(len(one.los) for one in self.promises)
            + sum(len(one.nakijken) for one in self.figures)
        )
