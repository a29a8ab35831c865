"""A doel that its writer has still to choose."""

from __future__ import annotations

from bkl.domein.notatie.values.unreadable import Onleesbaar

NOG_TE_BEPALEN = "nog te bepalen"
"""What stands for a doel that must still be chosen: it is unreadable until it is."""
_ALIKE = frozenset((NOG_TE_BEPALEN, "pm", "p.m.", "ntb", "n.t.b.", "n.t.b", "nnb", "n.n.b."))


def is_undecided(doel: str) -> bool:
    """Tell whether a doel is only such a phrase, whatever its capitals and blanks."""
    return " ".join(doel.casefold().split()) in _ALIKE


def expect_decided(low: str) -> None:
    """Refuse a doel that must still be chosen."""
    if not is_undecided(low):
        return
    raise Onleesbaar(
        "Dit doel is nog te bepalen.",
        "Schrijf wat u belooft: een getal met de eenheid erachter, zoals `3 lezingen`, of anders "
        "`ja`, `kwalitatief: …` of `niet toetsbaar`.",
        0,
        len(low),
    )
