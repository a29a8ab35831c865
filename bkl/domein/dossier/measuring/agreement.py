"""What figures of several moments must have in common before they make one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from bkl.domein.dossier.measuring.averages import Meting
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.eenheid import is_percentage, same_unit

_TOTAL = Lazy(
    r"(?<!\w)(?:cumulatief|cumulatieve|jaartotaal|jaarcijfer|lopend\s+totaal|totaal\s+(?:19|20)\d\d"
    r"|tot\s+nu\s+toe|tot\s+dusver|t/m|tot\s+en\s+met|(?:sinds|vanaf)\s+(?:1\s+)?jan\w*|per\s+jaar"
    r"|(?:hele|heel|dit)\s+jaar|ytd)(?!\w)"
)
"""What tells that a figure holds those of earlier periods too."""


def are_shares(metingen: Iterable[Meting]) -> bool:
    """Tell whether figures are shares or ratios, which nobody adds."""
    return any(is_percentage(m.waarde.eenheid) or m.waarde.per is not None for m in metingen)


def expect_apart(metingen: Sequence[Meting]) -> None:
    """Refuse periods that overlap: something would count twice."""
    for before, meting in pairwise(metingen):
        if meting.moment.begin <= before.moment.eind and meting.moment.is_periode:
            raise Onleesbaar(
                f"De periode `{meting.moment.tekst}` overlapt een andere meting; "
                "dan telt iets dubbel.",
                "Geef elke periode één keer.",
                0,
                0,
            )


def expect_no_total(metingen: Sequence[Meting]) -> None:
    """Refuse, among figures that are added, one that says that it holds the earlier ones."""
    for meting in metingen[1:]:
        if found := _TOTAL.search(meting.waarde.tekst.lower()):
            raise Onleesbaar(
                f"`{meting.waarde.tekst}` is door `{found[0]}` een totaal over meer perioden; dan "
                "telt iets dubbel.",
                f"Geef alleen wat er in `{meting.moment.tekst}` bij kwam.",
                0,
                0,
            )


def expect_one_unit(metingen: Iterable[Meting]) -> None:
    """Refuse figures in different units."""
    unit: str | None = None
    for meting in metingen:
        own = meting.waarde.eenheid
        if unit is not None and own is not None and not same_unit(unit, own):
            raise Onleesbaar(
                f"`{meting.waarde.tekst}` heeft een andere eenheid dan de metingen ervoor.",
                "Schrijf alle metingen in dezelfde eenheid.",
                0,
                0,
            )
        unit = unit or own
