"""Signs without a meaning of their own: each font draws its own thing, and no document shows them.

They come along from Word, where a bullet or a tick may be one of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Place, Route
from bkl.source.kinds import ONZICHTBAAR_TEKEN
from bkl.source.pitfalls.invisible import PRIVATE, find_private, may_hold_private, name_of
from bkl.source.text.tree import PlainValue, Tree

_CURE = "Haal het teken weg, of typ het gewone teken dat u bedoelt (•, →, ✓)."


def private_findings(tree: Tree, told: Collection[Route]) -> Iterator[Finding]:
    """Yield a finding per key and per text with such a sign, at the first of them.

    What stands at the routes in `told` has a finding already.
    """
    whole = tree.source.text  # within double quotes YAML may write one as \uE000
    if not (may_hold_private(whole) or "\\u" in whole or "\\U" in whole):
        return
    for route, text, is_key in _texts(tree.value):
        if route in told or (sign := find_private(text)) is None:
            continue
        where = "sleutel" if is_key else "tekst"
        number = len(re.findall(f"[{PRIVATE}]", text)) - 1
        more = f" (en nog {number} van deze soort)" if number else ""
        message = f"In deze {where} staat {name_of(sign[0])}{more}; in een rapport valt dat weg."
        if is_key:
            yield Finding(ONZICHTBAAR_TEKEN, message, _CURE, Place(tree.name, route, "key"))
        else:
            place = Place(tree.name, route, span=sign.span())
            yield Finding(ONZICHTBAAR_TEKEN, message, _CURE, place)


def _texts(value: PlainValue | None) -> Iterator[tuple[Route, str, bool]]:
    """Yield every text in a value with its route, and whether it is a key; in reading order."""
    waiting: list[tuple[Route, PlainValue | None, bool]] = [((), value, False)]
    while waiting:
        route, one, is_key = waiting.pop()
        if isinstance(one, str):
            yield route, one, is_key
        elif isinstance(one, dict):
            for key, child in reversed(one.items()):
                waiting.append(((*route, key), child, False))
                waiting.append(((*route, key), key, True))
        elif isinstance(one, list):
            numbers = reversed(range(len(one)))
            waiting += [((*route, number), one[number], False) for number in numbers]
