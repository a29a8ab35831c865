"""Reading the promises of a werkplan: phrases become doelen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from bkl.domein.dossier.entries import NO_JAARDOELEN, Pad
from bkl.domein.dossier.reader import Lezer
from bkl.domein.model.indicator import Indicator
from bkl.domein.notatie.doel import Doel, read_doel

if TYPE_CHECKING:
    from bkl.domein.dossier.steps import Mijlpaal


class Beloften(NamedTuple):
    """What one indicator promises, read; `doel` is where it must end."""

    doel: Doel | None
    leesbaar: bool
    mijlpalen: tuple[Mijlpaal, ...] = ()
    jaardoelen: Mapping[int, Doel] = NO_JAARDOELEN


def read_beloften(lezer: Lezer, pad: Pad, indicator: Indicator, marge: Fraction | None) -> Beloften:
    """Read every phrase of an indicator."""
    doel: Doel | None = None
    if indicator.doel is not None:
        # a doel written short (`lezingen: zes lezingen`) has no key of its own: the place
        # resolves to the indicator itself, whose value is that text
        doel = lezer.read((*pad, "doel"), indicator.doel, reader_of(indicator, None, marge))
        if indicator.nulmeting is not None:
            lezer.zinnen.append(((*pad, "nulmeting"), indicator.nulmeting))
        if doel is None:
            return Beloften(None, False)
    if not indicator.mijlpalen and not indicator.jaardoelen:
        return Beloften(doel, True)
    from bkl.domein.dossier.read_steps import read_path  # noqa: PLC0415 - start-up: few plans need it

    return read_path(lezer, pad, indicator, doel, marge)


def reader_of(
    indicator: Indicator, example: Doel | None, marge: Fraction | None
) -> Callable[[str], Doel]:
    """Return what reads a doel; what the phrase leaves unsaid is as in `example`."""
    eenheid, richting = indicator.eenheid, indicator.richting
    if example is not None:
        eenheid = eenheid or example.eenheid
        if richting is None and example.soort != "gereed":
            richting = example.richting
    return partial(
        read_doel,
        richting=richting,
        eenheid=eenheid,
        marge=marge,
        nulmeting=indicator.nulmeting,
    )
