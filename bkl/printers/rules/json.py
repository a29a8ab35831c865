"""The rules for programs: a list of objects, whose keys are only ever added to."""

from __future__ import annotations

from collections.abc import Sequence

from bkl.api.checking.catalogue import RulePage
from bkl.printers.screen import Screen
from bkl.wording.jsontext import dump


def show(regels: Sequence[RulePage], screen: Screen) -> str:
    """Return one JSON list; `uitleg` is the whole manual page as text."""
    return dump(
        [
            {
                "code": regel.kind.code,
                "naam": regel.kind.slug,
                "ernst": regel.kind.severity,
                "familie": regel.familie,
                "samenvatting": regel.samenvatting,
                "uitleg": regel.uitleg,
            }
            for regel in regels
        ]
    )
