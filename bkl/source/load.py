"""From a file to a model with findings: YAML, then Pydantic, then the phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from bkl.diagnostics.finding import Finding, Related
from bkl.diagnostics.position import Place, Position, Route
from bkl.domein.dossier.dossier import Leesfout
from bkl.domein.model.fields import Model
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.records import dataclass
from bkl.source.kinds import (
    ONLEESBARE_HOEVEELHEID,
    ONZICHTBAAR_TEKEN,
)
from bkl.source.parsing.yaml_tree import Tree, read_tree
from bkl.source.pitfalls.invisible import find_invisible, name_of, reason_of
from bkl.source.pitfalls.private import private_findings
from bkl.source.pitfalls.traps import find_trap
from bkl.source.text.read import read_bytes

M = TypeVar("M", bound=Model)

_MAYBE_TRAP = Lazy(r"[\w.:~=+-]*", re.ASCII)


@dataclass(slots=True)
class Loaded(Generic[M]):
    """One file as read. `model` is None when too little of it could be understood.

    With faults in single entries `model` holds the rest, so that everything else is
    checked in the same run; `broken` are the routes that were left out.
    """

    name: str
    model: M | None = None
    tree: Tree | None = None
    data: bytes = b""
    findings: list[Finding] = field(default_factory=list)
    broken: list[Route] = field(default_factory=list)

    def locate(self, finding: Finding) -> Finding:
        """Return the finding with line, column and excerpt filled in."""
        position = finding.position or self._position(finding.place)
        related = tuple(self._relate(other) for other in finding.related)
        edits = tuple(
            edit if edit.position else edit._replace(position=self._position(edit.place))
            for edit in finding.edits
        )
        excerpt, cut = self._excerpt(position)
        return replace(
            finding,
            position=position,
            excerpt=excerpt,
            cut=cut,
            related=related,
            edits=edits,
        )

    def _relate(self, other: Related) -> Related:
        if other.place.file != self.name:
            return other
        position = other.position or self._position(other.place)
        excerpt, cut = self._excerpt(position)
        return other._replace(position=position, excerpt=excerpt, cut=cut)

    def relate(self, finding: Finding) -> Finding:
        """Return the finding with its related places in this file filled in."""
        return replace(finding, related=tuple(self._relate(other) for other in finding.related))

    def _position(self, place: Place) -> Position:
        if self.tree is None:
            return Position(1, 1)
        span = place.span
        if span is not None and (raw := self.tree.scalar(place.route)):
            # models strip what they read: their first character may stand further on
            ahead = len(raw) - len(raw.lstrip())
            span = (span[0] + ahead, span[1] + ahead)
        return self.tree.locate(place.route, place.part, span)

    def _excerpt(self, position: Position) -> tuple[str, int]:
        return self.tree.source.excerpt(position) if self.tree else ("", 0)


def load(path: Path, name: str, model: type[M]) -> Loaded[M]:
    """Read one file. Never raises for what stands in it: faults become findings."""
    data = read_bytes(path, name)
    if isinstance(data, Finding):
        return Loaded(name, findings=[data])
    tree = read_tree(name, data)
    loaded: Loaded[M] = Loaded(name, tree=tree, data=data, findings=list(tree.findings))
    if not isinstance(tree.value, dict):
        return loaded
    try:
        loaded.model = model.model_validate(tree.value)
    except ValidationError as error:
        from bkl.source.models.rest import read_rest  # noqa: PLC0415 - few files have faults

        rest = read_rest(name, model, tree.value, error)
        loaded.model = rest.model
        loaded.findings += rest.findings
        loaded.broken += rest.broken
    told = {finding.place.route for finding in loaded.findings}
    loaded.findings += private_findings(tree, told)
    return loaded


def phrase_findings(
    loaded: Loaded[M], faults: Iterable[Leesfout], phrases: Iterable[tuple[Route, str]]
) -> Iterator[Finding]:
    """Yield a finding per phrase that YAML readers disagree on or that is unreadable.

    `phrases` are all quantity phrases with the routes to their scalars. A scalar that is both
    ambiguous and unreadable is reported once, as ambiguous: that cure mends both.
    """
    tree = loaded.tree
    if tree is None:
        return
    ambiguous = {
        one.place.route
        for one in loaded.findings
        if one.kind is ONZICHTBAAR_TEKEN and one.place.part == "value"
    }
    for route, tekst in phrases:
        if route in ambiguous or route[:-1] in ambiguous:  # a short form has a route further on
            ambiguous.add(route)
            continue
        if (sign := find_invisible(tekst)) is not None:
            ambiguous.add(route)
            place = Place(loaded.name, route, span=sign.span())
            message = f"In dit cijfer staat {name_of(sign[0])}, {reason_of(sign[0])}."
            yield Finding(ONZICHTBAAR_TEKEN, message, "Typ het cijfer opnieuw.", place)
            continue
        if not _MAYBE_TRAP.fullmatch(tekst):
            continue
        if trap := find_trap(tree, route):
            ambiguous.add(route)
            yield trap
    for leesfout in faults:
        if leesfout.pad in ambiguous:
            continue
        from bkl.source.pitfalls.cures import mend_point  # noqa: PLC0415 - few have faults

        fout = leesfout.fout
        place = Place(loaded.name, leesfout.pad, span=(fout.start, fout.end))
        edits = mend_point(tree, place, (tree.scalar(leesfout.pad) or "").strip(), fout.herstel)
        yield Finding(ONLEESBARE_HOEVEELHEID, fout.reden, fout.herstel, place, edits=edits)
