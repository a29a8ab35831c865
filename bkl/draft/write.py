"""The proposal as the YAML of a werkplan: sentences as they are, places and doubts as comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from bkl.draft.blocks import Spot
from bkl.draft.plan import CHAPTERS, DraftPlan, ProposedFigure, ProposedPart, ProposedPromise
from bkl.source.edits.scalars import write_scalar

_WIDTH = 100
_OURS = re.compile(r"#+(?=\s*bkl(?!\w))", re.IGNORECASE)
"""What would make a comment one that bkl itself obeys."""
_MOST_LEFT = 200


def write_plan(plan: DraftPlan, source: str) -> str:
    """Return the file; `source` is the name of the document."""
    return "\n".join(_lines(plan, source)) + "\n"


def _lines(plan: DraftPlan, source: str) -> Iterator[str]:
    yield "# yaml-language-server: $schema=../schemas/werkplan.schema.json"
    yield f"# Een voorstel, gemaakt uit {comment(source)}. De zinnen zijn die van het document."
    yield "# Kijk na wat achter `nakijken` staat, en haal die opmerkingen daarna weg."
    yield f"werkplan: {plan.jaren}"
    yield _value("organisatie", plan.organisatie, 0)
    yield _value("titel", plan.titel, 0)
    for doubt in plan.nakijken:
        yield f"# nakijken: {comment(doubt)}"
    yield from _mapping("begrippen", plan.begrippen)
    yield from _mapping("themas", plan.themas)
    yield from _mapping("doelgroepen", plan.doelgroepen)
    for chapter in CHAPTERS:
        parts = [part for part in plan.parts if part.chapter == chapter]
        if parts:
            yield f"{chapter}:"
        for part in parts:
            yield from _part(part)
    yield from _left(plan)


def _mapping(key: str, values: Mapping[str, str]) -> Iterator[str]:
    if values:
        yield f"{key}:"
        for name, text in values.items():
            yield _value(name, text, 2)


def _part(part: ProposedPart) -> Iterator[str]:
    yield from _place(part.spot, 2)
    yield f"  {part.key}:"
    yield _value("titel", part.titel, 4)
    if part.thema:
        yield _value("thema", part.thema, 4)
    for key, text in (
        ("doelgroep", part.doelgroep or ""),
        ("ambitie", " ".join(part.ambitie)),
        ("omschrijving", "\n\n".join(part.omschrijving)),
    ):
        if text:
            yield _value(key, text, 4)
    yield from _promises("resultaten", part.resultaten)
    yield from _promises("activiteiten", part.activiteiten)
    if part.monitoring:
        yield _value("monitoring", "\n\n".join(part.monitoring), 4)
    if part.partijen:
        yield "    partijen:"
        for text in part.partijen:
            yield f"      - {write_scalar(text.rstrip(' ;,'), indent=6)}"
    if part.regie:
        yield _value("regie", " ".join(part.regie), 4)


def _promises(key: str, promises: Sequence[ProposedPromise]) -> Iterator[str]:
    if promises:
        yield f"    {key}:"
    for promise in promises:
        yield from _promise(promise)


def _promise(promise: ProposedPromise) -> Iterator[str]:
    yield from _place(promise.spot, 6)
    for note in promise.los:
        yield f"      # nakijken: {comment(note)}"
    if not promise.figures:
        yield _value(promise.code, promise.tekst, 6)
        return
    if len(promise.figures) == 1:
        yield from _doubts(promise.figures[0], 6)
    yield f"      {promise.code}:"
    yield _value("tekst", promise.tekst, 8)
    if len(promise.figures) == 1:
        yield from _figure(promise.figures[0], 8, alone=True)
        return
    yield "        indicatoren:"
    for figure in promise.figures:
        yield from _doubts(figure, 10)
        yield f"          {figure.naam}:"
        yield from _figure(figure, 12, alone=False)


def _figure(figure: ProposedFigure, indent: int, *, alone: bool) -> Iterator[str]:
    if not alone:
        yield _value("tekst", figure.tekst or figure.zin, indent)
    if figure.jaardoelen:
        yield f"{' ' * indent}jaardoelen:"
        for jaar, doel in figure.jaardoelen.items():
            yield _value(str(jaar), doel, indent + 2)
    else:
        yield _value("doel", figure.doel, indent)
    for key, value in (
        ("eenheid", figure.eenheid),
        ("nulmeting", figure.nulmeting),
        ("richting", figure.richting),
    ):
        if value:
            yield _value(key, value, indent)


def _doubts(figure: ProposedFigure, indent: int) -> Iterator[str]:
    for doubt in figure.nakijken:
        yield f"{' ' * indent}# nakijken: `{comment(figure.doel)}` {comment(doubt)}"


def _place(spot: Spot, indent: int) -> Iterator[str]:
    if told := spot.told():
        yield f"{' ' * indent}# {told}"


def _left(plan: DraftPlan) -> Iterator[str]:
    """List at the end what found no place, so that nothing is lost without a word."""
    if plan.left:
        yield ""
        yield "# Cijfers die niet zijn geplaatst:"
        for one in plan.left[:_MOST_LEFT]:
            where = ", ".join(filter(None, (one.kop[:80], one.spot.told())))
            yield f"# - {comment(where)}: {comment(one.text)} ({comment(one.why)})"
        if len(plan.left) > _MOST_LEFT:
            yield f"# … en nog {len(plan.left) - _MOST_LEFT}"
    if plan.zonder:
        yield ""
        yield "# Tekst waarin geen toezegging is herkend (alinea's per kop):"
        listed = [f"{comment(kop)} ({count})" for kop, count in plan.zonder.items()]
        yield from (f"# {line}" for line in _wrapped(listed))


def _wrapped(words: Sequence[str]) -> Iterator[str]:
    line = ""
    for word in words:
        if line and len(line) + len(word) > _WIDTH:
            yield line + ";"
            line = word
        else:
            line = f"{line}; {word}" if line else word
    if line:
        yield line


def _value(key: str, text: str, indent: int) -> str:
    return f"{' ' * indent}{key}: {write_scalar(text, indent=indent)}"


def comment(text: str) -> str:
    """Return a text for behind `#`: on one line, and never a comment that bkl itself obeys."""
    line = _OURS.sub(" ", " ".join(text.split()))
    return line if len(line) <= 300 else f"{line[:297]}…"
