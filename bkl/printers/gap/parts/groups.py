"""A comparison laid out as its document is: per speerpunt, with a title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bkl.api import GapResult
from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verdicts import Rij, Telling
from bkl.domein.model.werkplan import Speerpunt
from bkl.domein.records import dataclass
from bkl.gap.rows import branches


@dataclass(frozen=True, slots=True)
class Section:
    """One speerpunt (or uitgangspunt, or project) with its rows that are shown.

    `gekozen` are those of the selection before `--status` left some out: the counts are of
    these, so that what is not shown still counts: they are of its whole branch, with what stands
    under it. `diepte` is how many of those that are shown it stands under.
    """

    sectie: str
    sleutel: str
    titel: str
    speerpunt: Speerpunt
    rijen: list[Rij]
    gekozen: list[Rij]
    diepte: int = 0

    @property
    def telling(self) -> Telling:
        """The counts of the selection."""
        return Telling.of(self.gekozen)

    @property
    def onderdelen(self) -> Iterator[tuple[str, list[Rij]]]:
        """The rows per onderdeel, in document order."""
        found: dict[str, list[Rij]] = {}
        for rij in self.rijen:
            found.setdefault(rij.onderdeel, []).append(rij)
        yield from found.items()


def groups(result: GapResult) -> list[Section]:
    """Return the speerpunten that have selected rows, each behind what it stands under."""
    found, nesting = _by_speerpunt(result.rijen), result.dossier.nesting
    if not nesting.ouders:
        chosen = _by_speerpunt(result.gekozen)
        return [_groep(result.dossier, key, rijen, chosen[key]) for key, rijen in found.items()]
    whole = branches(result.dossier, result.gekozen)
    shown: dict[str, int] = {}
    for key in found:
        chain = nesting.keten(key)
        if result.selectie in chain:
            chain = chain[chain.index(result.selectie) :]
        elif result.selectie is not None:
            chain = (key,)
        for depth, code in enumerate(chain):
            shown.setdefault(code, depth)
    return [
        _groep(result.dossier, key, found.get(key, []), whole[key], depth)
        for key, depth in shown.items()
    ]


def shown_note(result: GapResult) -> str | None:
    """Say that `--status` left rows out, None when it was not asked for."""
    if not result.status:
        return None
    shown, chosen = Telling.of(result.rijen), Telling.of(result.gekozen)
    return (
        f"Getoond: alleen {', '.join(result.status)} "
        f"({_indicators(shown)} van de {_indicators(chosen)} toezeggingen). "
        "De tellingen gaan over alle."
    )


def _indicators(telling: Telling) -> int:
    return telling.n + telling.n_ontwikkelingen + telling.buiten


def _by_speerpunt(rijen: Sequence[Rij]) -> dict[str, list[Rij]]:
    found: dict[str, list[Rij]] = {}
    for rij in rijen:
        found.setdefault(rij.speerpunt, []).append(rij)
    return found


def _groep(
    dossier: Dossier, sleutel: str, rijen: list[Rij], gekozen: list[Rij], diepte: int = 0
) -> Section:
    known = dossier.speerpunt(sleutel)
    if known is None:
        raise LookupError(f"a row of {sleutel}, which is not in the plan")
    sectie, speerpunt = known
    titel = dossier.werkplan.title_of(sleutel, speerpunt)
    return Section(sectie, sleutel, titel, speerpunt, rijen, gekozen, diepte)
