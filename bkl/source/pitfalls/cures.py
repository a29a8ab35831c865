"""Cures that are certain: the edits that go with what reading found."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Edit, Place, Route
from bkl.diagnostics.suggestion import certain, slip
from bkl.domein.notatie.values.lazy import Lazy
from bkl.source.text.tree import PlainValue, Tree

_POINT = Lazy(r"-?\d+\.\d+")
_OTHER_WORDS = {"naam": "titel"}
"""What people write for a key; at the top of a file `naam` may be that of the organisation."""
_CHOICE = Lazy(r"'((?:[^'\\]|\\.)*)'")


def mend_key(finding: Finding, value: PlainValue, keys: Iterable[str]) -> Finding:
    """Add the edit for an unknown key that can only be a slip for one key not yet used there."""
    *parents, word = finding.place.route
    holder: object = value
    for step in parents:
        holder = _step(holder, step)
    if not isinstance(word, str) or not isinstance(holder, dict):
        return finding
    meant = meant_key(word, [key for key in keys if key not in holder])
    twice = [other for other in holder if meant and meant_key(str(other), [meant])]
    if meant is None or len(twice) > 1:
        return finding
    return replace(finding, edits=(Edit(finding.place, word, meant),))


def meant_key(word: str, keys: Collection[str]) -> str | None:
    """Return the key that `word` can only mean here: a slip, or another word for it."""
    other = _OTHER_WORDS.get(word.casefold().strip())
    if other is not None and other in keys and "organisatie" not in keys:
        return other
    return slip(word, keys)


def mend_choice(place: Place, given: object, expected: object) -> tuple[Edit, ...]:
    """Return the edit for a word that can only be a slip for one of a closed list."""
    if not isinstance(given, str) or place.part == "key":
        return ()
    meant = certain(given, _CHOICE.findall(str(expected)))
    return (Edit(place, given, meant),) if meant else ()


def mend_point(tree: Tree, place: Place, tekst: str, cure: str) -> tuple[Edit, ...]:
    """Return the edit for `3.4` that must be `3,4`, where the cure says just that.

    `place` is the scalar with the span of the number in it. Between braces a comma would end
    the value, so that the whole text gets quotes.
    """
    if place.span is None:
        return ()
    start, end = place.span
    old = tekst[start:end]
    new = old.replace(".", ",")
    if not _POINT.fullmatch(old) or f"`{new}`" not in cure:
        return ()
    if in_flow(tree, place.route) and tree.style(place.route) == "plain":
        whole = f'"{tekst[:start]}{new}{tekst[end:]}"'
        return (Edit(Place(place.file, place.route), tekst, whole),)
    return (Edit(place, old, new),)


def mend_trap(tree: Tree, route: Route, text: str, cure: str) -> tuple[Edit, ...]:
    """Return the edit for a figure that other YAML readers take for another number."""
    place = Place(tree.name, route)
    if f'`"{text}"`' in cure:
        return (Edit(place, text, f'"{text}"'),)
    return mend_point(tree, place._replace(span=(0, len(text))), text, cure)


def in_flow(tree: Tree, route: Route) -> bool:
    """Tell whether a value stands between braces or brackets."""
    steps = range(len(route))
    return any(tree.style(route[:end]) == "flow-collection" for end in steps)


def _step(value: object, step: str | int) -> object:
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        return value[step]
    return None
