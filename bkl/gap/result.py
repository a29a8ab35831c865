"""The outcome of a comparison: the selected rows with their counts and what goes with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verdicts import Rij, Telling
from bkl.domein.records import dataclass
from bkl.domein.woorden import Indeling, Oordeel

if TYPE_CHECKING:
    from bkl.domein.dossier.signed import AkkoordStand
    from bkl.gap.groepen import Groeptelling
    from bkl.gap.periods.table import Periodetabel
    from bkl.gap.samenstelling import Samenstelling
    from bkl.gap.years import Reeks, Vervolg


@dataclass(frozen=True, slots=True)
class GapResult:
    """The selected rows with their counts. `alle` counts the whole plan.

    With `status` only rows with those verdicts are shown; `gekozen` are then all rows of the
    selection, by which headings count.

    By indicator id: `reeksen` are the years before (None when not asked for), `vervolgen`
    where postponed promises went and `herkomsten` where continued ones came from. By
    onderdeel id: `samenstellingen`. `groepen` are the rows by `indeling`, None when not
    asked for. `akkoorden` says how the akkoord on an indicator stands, None where nobody
    signed anything. `fouten` is how many faults reading found. `uitleg` asks for the way in which
    each verdict came about. `openbaar` tells that it is for everybody: small parts are hidden.
    `perioden` are the rows by week, month, quarter or year, None when not asked for.
    """

    dossier: Dossier
    selectie: str | None
    rijen: list[Rij]
    telling: Telling
    alle: Telling
    samenstellingen: Mapping[str, Samenstelling] = field(default_factory=dict)
    vervolgen: Mapping[str, Vervolg] = field(default_factory=dict)
    herkomsten: Mapping[str, Vervolg] = field(default_factory=dict)
    reeksen: Mapping[str, Reeks] | None = None
    indeling: Indeling | None = None
    groepen: Sequence[Groeptelling] | None = None
    uitleg: bool = False
    status: Sequence[Oordeel] = ()
    gekozen: Sequence[Rij] = ()
    akkoorden: Mapping[str, AkkoordStand] | None = None
    fouten: int = 0
    openbaar: bool = False
    perioden: Periodetabel | None = None
