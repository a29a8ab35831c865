"""What a template can call: footnotes and charts. Plain data goes in, Markdown comes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bkl.render.jinja.plain import Plain, Record, Stamped
from bkl.render.text.escape import Md
from bkl.render.text.stamp import Stamp

Helper = Callable[[Sequence[Record]], Md] | Callable[[], object] | Callable[[Stamped | None], Md]
"""A function that templates can call."""


def make_helpers() -> Mapping[str, Helper]:
    """Return the functions for one filling of one template; its footnotes begin at 1.

    - `noot(bronnen)` refers to the places in sources, as `[^1][^2]`; the same place keeps its
      number
    - `noten()` are all places that were referred to: records with `nummer`, `titel`, `plaats`
      and `toelichting`
    - `grafiek(g)` is the place of a chart, nothing without one
    - `leeswijzer()` is the place of the words that explain bars, where there are bars above it
    """
    numbers: dict[tuple[Plain, ...], int] = {}
    places: dict[int, Record] = {}

    def noot(bronnen: Sequence[Record]) -> Md:
        found = []
        for bron in bronnen:
            key = tuple(bron[name] for name in ("titel", "plaats", "toelichting"))
            number = numbers.setdefault(key, len(numbers) + 1)
            places.setdefault(number, Record({"nummer": number, **bron}))
            found.append(number)
        return Md("".join(f"[^{number}]" for number in dict.fromkeys(found)))

    def noten() -> tuple[Record, ...]:
        return tuple(places.values())

    return {"noot": noot, "noten": noten, "grafiek": grafiek, "leeswijzer": leeswijzer}


def grafiek(value: Stamped | None) -> Md:
    """Return the sign of a chart; raises TypeError for what is no chart of bkl's own."""
    if value is None:
        return Md("")
    if not isinstance(value, Stamped):
        raise TypeError("een grafiek komt uit de gegevens van het rapport")
    return Stamp("g", [value.nr], "")


def leeswijzer() -> Md:
    """Return the sign of the words that explain the bars."""
    return Stamp("l", [], "")
