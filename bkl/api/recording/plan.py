"""The plan of what must come to stand in a jaarverslag, and which values that changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from bkl.api.errors import Gebruiksfout
from bkl.api.recording.entry import Invoer, fields_of, find_entry, in_order, read_period
from bkl.api.workspace.year import Year
from bkl.domein.model.bronnen import Bron
from bkl.domein.model.jaarverslag import Jaarverslag, Realisatie
from bkl.source.edits.merge import merge
from bkl.source.edits.wanted import EditRefusedError, Shape

if TYPE_CHECKING:
    from datetime import date

    from bkl.diagnostics.position import Route
    from bkl.domein.dossier.entries import IndicatorEntry
    from bkl.source.edits.wanted import Wanted


class Voorstelregel(NamedTuple):
    """One value that changes: `sleutel` is `realisatie` or `metingen.Q2 2021`, old and new."""

    id: str
    sleutel: str
    oud: str | None
    nieuw: str | None


class Weigering(NamedTuple):
    """What cannot be recorded, and why, in Dutch."""

    invoer: Invoer
    message: str
    cure: str


@dataclass(frozen=True, slots=True)
class Opname:
    """Everything to record in one go, in the jaarverslag of one year (None: the newest).

    `bronnen` are new sources, key -> titel; one that is there already keeps its own.
    `peildatum` moves the day of the account; a later period moves it along by itself.
    """

    invoeren: Sequence[Invoer]
    jaar: int | None = None
    bronnen: Mapping[str, str] = field(default_factory=dict)
    peildatum: str | None = None


class Plan:
    """What must come to stand in the jaarverslag, and which values that changes."""

    def __init__(self, year: Year, opname: Opname) -> None:
        assert year.dossier and year.jaarverslag and year.jaarverslag.tree  # noqa: PT018, S101
        self.dossier, self.file = year.dossier, year.jaarverslag
        self.tree, self.opname = year.jaarverslag.tree, opname
        self.told = self._mapping(())
        self.wanted: dict[str, dict[str, Wanted]] = {}
        self.geweigerd: list[Weigering] = []
        self.peildatum: date | None = None
        self.source_of: dict[str, Invoer] = {}
        for invoer in opname.invoeren:
            self._add(invoer)

    def bytes_after(self) -> bytes:
        """Return the file with everything in it that can be recorded."""
        while True:
            try:
                return self._merge(self.wanted)
            except EditRefusedError as fault:
                self._refuse(fault)

    @property
    def regels(self) -> list[Voorstelregel]:
        """Every value that changes, in the order of what was asked."""
        usual = list(Realisatie.model_fields)
        found = [
            Voorstelregel(id_, ".".join(route), old, new)
            for id_, fields in self.wanted.items()
            for route, old, new in sorted(
                _differences(self._entry(id_), fields), key=lambda one: usual.index(one[0][0])
            )
        ]
        found += [
            Voorstelregel("", ".".join(route), old, new)
            for route, old, new in _differences(self.told, self._top())
        ]
        return found

    def _merge(self, wanted: Mapping[str, Mapping[str, Wanted]]) -> bytes:
        whole: dict[str, Wanted] = dict(self._top())
        if wanted:
            usual = list(Realisatie.model_fields)
            whole["realisaties"] = {
                id_: {key: fields[key] for key in usual if key in fields}
                for id_, fields in wanted.items()
            }
        return merge(self.tree, self.file.data, whole, Shape(self._order, _short))

    def _top(self) -> dict[str, Wanted]:
        """Return what changes outside the realisaties."""
        top: dict[str, Wanted] = {}
        known = self._mapping(("bronnen",))
        new = {key: {"titel": titel} for key, titel in self.opname.bronnen.items()}
        if new := {key: value for key, value in new.items() if key not in known}:
            top["bronnen"] = new
        if self.opname.peildatum is not None:
            self.peildatum = read_period(self.opname.peildatum, self.dossier.jaar, "peildatum").eind
        if self.peildatum is not None and self.peildatum != self.dossier.peildatum:
            top["peildatum"] = f"{self.peildatum:%d-%m-%Y}"
        return top

    def _add(self, invoer: Invoer) -> None:
        try:
            entry = find_entry(self.dossier, invoer.id)
            told = {**self._entry(entry.id), **_plain(self.wanted.get(entry.id, {}))}
            fields = fields_of(entry, invoer, told, self.dossier.jaar)
        except Gebruiksfout as fault:
            self.geweigerd.append(Weigering(invoer, fault.message, fault.cure))
            return
        fields = {k: value for k, value in fields.items() if value is not None or k in told}
        if not fields:
            return
        self.source_of[entry.id] = invoer
        self._move_along(entry, invoer)
        there = self.wanted.setdefault(entry.id, {})
        for key, value in fields.items():
            there[key] = _with(there.get(key), value)

    def _move_along(self, entry: IndicatorEntry, invoer: Invoer) -> None:
        """Let the day of the account follow a period that ends later."""
        if invoer.periode is None:
            return
        end = read_period(invoer.periode, self.dossier.jaar).eind
        if end > max(self.peildatum or end.min, self.dossier.peildatum):
            self.peildatum = end

    def _refuse(self, fault: EditRefusedError) -> None:
        """Leave out the entries that the file has no safe place for; raise when it is none."""
        told = Gebruiksfout(f"{self.file.name}: {fault.message}", fault.cure)
        for id_, fields in list(self.wanted.items()):
            try:
                self._merge({id_: fields})
            except EditRefusedError as own:
                message = f"{self.file.name}: {own.message}"
                self.geweigerd.append(Weigering(self.source_of[id_], message, own.cure))
                del self.wanted[id_]
        if not self.geweigerd:
            raise told

    def _entry(self, id_: str) -> dict[str, object]:
        told = self._mapping(("realisaties",)).get(id_)
        if isinstance(told, dict):
            return dict(told)
        return {"realisatie": told} if told else {}

    def _mapping(self, route: Route) -> Mapping[str, object]:
        node = self.tree.node(route)
        return node.value if node is not None and isinstance(node.value, dict) else {}

    def _order(self, route: Route) -> Sequence[str]:
        if not route:
            return list(Jaarverslag.model_fields)
        if route == ("realisaties",):
            return list(self.dossier.indicatoren)
        if route[0] == "bronnen":
            return list(Bron.model_fields) if len(route) == 2 else ()
        if len(route) == 2:
            return list(Realisatie.model_fields)
        there = self._entry(str(route[1])).get(str(route[2]))
        new = self.wanted.get(str(route[1]), {}).get(str(route[2]))
        keys = [
            *(there if isinstance(there, dict) else ()),
            *(new if isinstance(new, dict) else ()),
        ]
        return in_order(dict.fromkeys(keys))


def _with(old: Wanted, new: Wanted) -> Wanted:
    """Return what must stand somewhere once more is asked for there: keys are added to keys."""
    if not isinstance(old, Mapping) or not isinstance(new, Mapping):
        return new
    return {**old, **{key: _with(old.get(key), value) for key, value in new.items()}}


def _short(route: Route) -> str | None:
    return "realisatie" if len(route) == 2 and route[0] == "realisaties" else None


def _plain(fields: Mapping[str, Wanted]) -> dict[str, object]:
    return {key: value for key, value in fields.items() if value is not None}


def _differences(
    old: Mapping[str, object], new: Mapping[str, Wanted]
) -> list[tuple[tuple[str, ...], str | None, str | None]]:
    """Return (route, old, new) of every text that changes."""
    found: list[tuple[tuple[str, ...], str | None, str | None]] = []
    for key, value in new.items():
        before = old.get(key)
        if isinstance(value, Mapping):
            inside = before if isinstance(before, dict) else {}
            found += [((key, *route), a, b) for route, a, b in _differences(inside, value)]
        elif _shown(before) != _shown(value):
            found.append(((key,), _shown(before), _shown(value)))
    return found


def _shown(value: object) -> str | None:
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value))
    return str(value) if value else None
