"""What a template can call: footnotes and charts. Plain data goes in, Markdown comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import cast

from bkl.render.jinja.plain import Plain, Record, Stamped
from bkl.render.text.escape import Md, escape_markdown
from bkl.render.text.stamp import Stamp

Helper = (
    Callable[[Sequence[Record]], Md]
    | Callable[[Record], Md]
    | Callable[[], object]
    | Callable[[Stamped | None], Md]
)
"""A function that templates can call."""


def make_helpers() -> Mapping[str, Helper]:
    """Return the functions for one filling of one template; its footnotes begin at 1.

    - `noot(bronnen)` refers to the places in sources, as `[^1][^2]`; the same place keeps its
      number
    - `bereikt(regel)` is the figure as given with its notes, and each other figure that a source
      gives for it: `18 modules[^1] of 11 modules[^2]`; nothing where no figure is given
    - `noten()` are all places that were referred to: records with `nummer`, `titel`, `plaats`
      and `toelichting`
    - `grafiek(g)` is the place of a chart, nothing without one
    - `leeswijzer()` is the place of the words that explain bars, where there are bars above it
    """
    numbers: dict[tuple[Plain, ...], int] = {}
    places: dict[int, Record] = {}

    def noot(bronnen: Sequence[Record]) -> Md:
        return _refer(bronnen, numbers, places)

    def bereikt(regel: Record) -> Md:
        return Md(
            " of ".join(
                escape_markdown(tekst) + _refer(bronnen, numbers, places)
                for tekst, bronnen in _given(regel)
            )
        )

    def noten() -> tuple[Record, ...]:
        return tuple(places.values())

    return {
        "noot": noot,
        "noten": noten,
        "bereikt": bereikt,
        "grafiek": grafiek,
        "leeswijzer": leeswijzer,
    }


def _given(regel: Record) -> Iterator[tuple[str, Sequence[Record]]]:
    """Yield the figure that is given with its sources, then each other one for the same."""
    if regel["bereikt"] is None:
        return
    others = cast("Sequence[Record]", regel["tegenspraak"])
    for tekst, bronnen in (
        (regel["bereikt"], regel["bron"]),
        *((een["tekst"], een["bron"]) for een in others),
    ):
        yield str(tekst), cast("Sequence[Record]", bronnen)


def _refer(
    bronnen: Sequence[Record], numbers: dict[tuple[Plain, ...], int], places: dict[int, Record]
) -> Md:
    """Return the signs of footnotes, and keep what each number stands for."""
    found = []
    for bron in bronnen:
        key = tuple(bron[name] for name in ("titel", "plaats", "toelichting"))
        number = numbers.setdefault(key, len(numbers) + 1)
        places.setdefault(number, Record({"nummer": number, **bron}))
        found.append(number)
    return Md("".join(f"[^{number}]" for number in dict.fromkeys(found)))


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
