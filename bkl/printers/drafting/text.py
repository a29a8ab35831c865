"""What a document proposes: per part its promises and figures, what to look at, what was left."""

from __future__ import annotations

from collections.abc import Iterator

from bkl.api.drafting.draft import DraftResult
from bkl.draft.plan import DraftPlan, ProposedPart, ProposedPromise
from bkl.printers.layout import pad, shorten, wrap
from bkl.printers.screen import Screen, cells

_MOST_LEFT = 12


def show(result: DraftResult, screen: Screen) -> str:
    """Return the proposal, and which files it makes."""
    plan = result.plan
    lines = [screen.paint(f"{plan.titel}, {plan.organisatie} ({plan.jaren})", "vet"), ""]
    for part in plan.parts:
        lines += [*_part(part, screen), ""]
    lines += [*_left(plan, screen), *_counts(plan, screen), ""]
    where = str(result.folder)
    lines += wrap(f"In {where} komen:", screen.width)
    for change in result.changes:
        what = " (vervangt wat er staat)" if change.before is not None else ""
        lines.append(f"  {change.file}{what}")
    for name in result.blijft:
        lines.append(f"  {name} staat er al en blijft zoals het is")
    return screen.finish("\n".join([*lines, ""]))


def _part(part: ProposedPart, screen: Screen) -> Iterator[str]:
    yield from wrap(part.titel, screen.width, screen.paint(pad(part.key, 6), "vet"), " " * 6)
    count = f"{len(part.resultaten)} resultaten, {len(part.activiteiten)} activiteiten"
    yield f"      {screen.paint(count, 'zacht')}"
    for promise in part.promises:
        if promise.figures or promise.los:
            yield from _promise(promise, screen)


def _promise(promise: ProposedPromise, screen: Screen) -> Iterator[str]:
    lead = pad(f"  {promise.code}", 10)
    room = max(20, screen.width - cells(lead))
    yield lead + screen.paint(shorten(" ".join(promise.tekst.split()), room), "zacht")
    for figure in promise.figures:
        unit = f" ({figure.eenheid})" if figure.eenheid else ""
        yield from wrap(f"{figure.doel}{unit}", screen.width, " " * 10 + "doel  ", " " * 16)
        for doubt in figure.nakijken:
            yield from wrap(f"nakijken: {doubt}", screen.width, " " * 16)
    for note in promise.los:
        yield from wrap(f"nakijken: {note}", screen.width, " " * 10, " " * 12)


def _left(plan: DraftPlan, screen: Screen) -> Iterator[str]:
    if not plan.left:
        return
    yield screen.paint("Cijfers die niet zijn geplaatst", "vet")
    for one in plan.left[:_MOST_LEFT]:
        yield from wrap(f"{one.text} ({one.why})", screen.width, "  - ", "    ")
    if len(plan.left) > _MOST_LEFT:
        yield f"  … en nog {len(plan.left) - _MOST_LEFT}; alle staan onderaan in het bestand"
    yield ""


def _counts(plan: DraftPlan, screen: Screen) -> Iterator[str]:
    results = sum(len(part.resultaten) for part in plan.parts)
    told = (
        f"{_many(len(plan.parts), 'onderdeel', 'onderdelen')} met "
        f"{_many(results, 'resultaat', 'resultaten')} en "
        f"{_many(len(plan.promises) - results, 'activiteit', 'activiteiten')}; "
        f"{_many(len(plan.figures), 'doel', 'doelen')}, {plan.doubtful} om na te kijken"
    )
    yield from wrap(f"{told}.", screen.width)


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"
