"""Feiten: figures that nobody promised, read; no verdict knows of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from bkl.domein.dossier.reading.reader import Lezer
from bkl.domein.model.feiten import Feit
from bkl.domein.notatie.meaning.waarde import Waarde, read_waarde
from bkl.domein.records import NamedTuple

if TYPE_CHECKING:
    from bkl.domein.model.werkplan import Werkplan


class Gelezenfeit(NamedTuple):
    """A fact with its figure read; `waarde` is None when it has none, or an unreadable one."""

    naam: str
    feit: Feit
    waarde: Waarde | None


def read_feiten(
    told: Mapping[str, Feit], werkplan: Werkplan, lezer: Lezer
) -> tuple[Gelezenfeit, ...]:
    """Return the facts of a report, in its order."""
    reader = partial(read_waarde, marge=werkplan.marge, duizendtallen=werkplan.bedragen is not None)
    return tuple(
        Gelezenfeit(
            naam,
            feit,
            None if feit.cijfer is None
            else lezer.read(("feiten", naam, "cijfer"), feit.cijfer, reader),
        )
        for naam, feit in told.items()
    )  # fmt: skip
