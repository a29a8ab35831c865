"""The plan of what must come to stand in a jaarverslag, and which values that changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING, get_args

from bkl.api.errors import Gebruiksfout
from bkl.api.recording.beside import find_part
from bkl.api.recording.entry import (
    REALISATIES,
    Invoer,
    Lijst,
    fields_of,
    find_entry,
    in_order,
    read_period,
)
from bkl.api.recording.lists import fields_of_list, keys_of, meant, order_in
from bkl.api.workspace.year import Year
from bkl.domein.model.bronnen import Bron
from bkl.domein.model.jaarverslag import Jaarverslag, Realisatie
from bkl.domein.records import NamedTuple, dataclass
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
    lijst: Lijst = REALISATIES


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


Plaats = tuple[Lijst, str]
"""In which list of the jaarverslag, and under which name."""


class Plan:
    """What must come to stand in the jaarverslag, and which values that changes."""

    def __init__(self, year: Year, opname: Opname) -> None:
        assert year.dossier and year.jaarverslag and year.jaarverslag.tree  # noqa: PT018, S101
        self.dossier, self.file = year.dossier, year.jaarverslag
        self.tree, self.opname = year.jaarverslag.tree, opname
        self.told = self._mapping(())
        self.wanted: dict[Plaats, dict[str, Wanted]] = {}
        self.geweigerd: list[Weigering] = []
        self.peildatum: date | None = None
        self.source_of: dict[Plaats, Invoer] = {}
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
        found = [
            Voorstelregel(plaats[1], ".".join(route), old, new, plaats[0])
            for plaats, fields in self.wanted.items()
            for route, old, new in sorted(
                _differences(self._entry(plaats), fields),
                key=lambda one: _keys(plaats[0]).index(one[0][0]),
            )
        ]
        found += [
            Voorstelregel("", ".".join(route), old, new)
            for route, old, new in _differences(self.told, self._top())
        ]
        return found

    def _merge(self, wanted: Mapping[Plaats, Mapping[str, Wanted]]) -> bytes:
        whole: dict[str, Wanted] = dict(self._top())
        lists: dict[str, dict[str, Wanted]] = {}
        for (lijst, name), fields in wanted.items():
            usual = [key for key in _keys(lijst) if key in fields]
            lists.setdefault(lijst, {})[name] = {key: fields[key] for key in usual}
        whole |= lists
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
            plaats, fields = self._fields(invoer)
        except Gebruiksfout as fault:
            self.geweigerd.append(Weigering(invoer, fault.message, fault.cure))
            return
        told = {**self._entry(plaats), **_plain(self.wanted.get(plaats, {}))}
        fields = {k: value for k, value in fields.items() if value is not None or k in told}
        if not fields:
            return
        self.source_of[plaats] = invoer
        self._move_along(invoer)
        there = self.wanted.setdefault(plaats, {})
        for key, value in fields.items():
            there[key] = _with(there.get(key), value)

    def _fields(self, invoer: Invoer) -> tuple[Plaats, dict[str, Wanted]]:
        """Return where something is recorded, and which keys; raises Gebruiksfout."""
        invoer = meant(self.dossier, invoer)
        if invoer.lijst != REALISATIES:
            added = (name for lijst, name in self.wanted if lijst == invoer.lijst)
            there = {**self._mapping((invoer.lijst,)), **dict.fromkeys(added)}
            name, fields = fields_of_list(self.dossier, invoer, there)
            return (invoer.lijst, name), fields
        entry = find_entry(self.dossier, invoer.id)
        if invoer.deel is not None:
            invoer = _of_part(entry, invoer)
        plaats = (REALISATIES, entry.id)
        told = {**self._entry(plaats), **_plain(self.wanted.get(plaats, {}))}
        return plaats, fields_of(entry, invoer, told, self.dossier.jaar)

    def _move_along(self, invoer: Invoer) -> None:
        """Let the day of the account follow a period that ends later."""
        if invoer.periode is None:
            return
        end = read_period(invoer.periode, self.dossier.jaar).eind
        if end > max(self.peildatum or end.min, self.dossier.peildatum):
            self.peildatum = end

    def _refuse(self, fault: EditRefusedError) -> None:
        """Leave out the entries that the file has no safe place for; raise when it is none."""
        told = Gebruiksfout(f"{self.file.name}: {fault.message}", fault.cure)
        for plaats, fields in list(self.wanted.items()):
            try:
                self._merge({plaats: fields})
            except EditRefusedError as own:
                message = f"{self.file.name}: {own.message}"
                self.geweigerd.append(Weigering(self.source_of[plaats], message, own.cure))
                del self.wanted[plaats]
        if not self.geweigerd:
            raise told

    def _entry(self, plaats: Plaats) -> dict[str, object]:
        lijst, name = plaats
        told = self._mapping((lijst,)).get(name)
        if isinstance(told, dict):
            return dict(told)
        return {"realisatie": told} if told else {}

    def _mapping(self, route: Route) -> Mapping[str, object]:
        node = self.tree.node(route)
        return node.value if node is not None and isinstance(node.value, dict) else {}

    def _order(self, route: Route) -> Sequence[str]:
        if not route:
            return list(Jaarverslag.model_fields)
        first = route[0]
        if first == "bronnen":
            return list(Bron.model_fields) if len(route) == 2 else ()
        if first not in _LISTS:
            return ()
        lijst = _LISTS[str(first)]
        if len(route) == 1:
            return order_in(self.dossier, lijst)
        if len(route) == 2:
            return _keys(lijst)
        plaats = (lijst, str(route[1]))
        there = self._entry(plaats).get(str(route[2]))
        new = self.wanted.get(plaats, {}).get(str(route[2]))
        keys = dict.fromkeys(
            [*(there if isinstance(there, dict) else ()), *(new if isinstance(new, dict) else ())]
        )
        return in_order(keys) if lijst == REALISATIES else list(keys)


_LISTS: dict[str, Lijst] = {one: one for one in get_args(Lijst)}


def _keys(lijst: Lijst) -> Sequence[str]:
    return list(Realisatie.model_fields) if lijst == REALISATIES else keys_of(lijst)


def _of_part(entry: IndicatorEntry, invoer: Invoer) -> Invoer:
    if invoer.periode is not None:
        raise Gebruiksfout("Een deel heeft geen eigen metingen.", "Laat `--periode` weg.")
    if invoer.waarde is None:
        raise Gebruiksfout("Bij `--deel` hoort een cijfer.", "Zet het achter de code.")
    return replace(invoer, plek=find_part(entry, invoer.deel or ""), deel=None)


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
