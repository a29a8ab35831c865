"""`next`: the plan of next year from this one, with its texts but without its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bkl.api.errors import Gebruiksfout, Onbruikbaar
from bkl.api.recording.lists import budget_of
from bkl.api.starting.init import empty_report
from bkl.api.starting.within import example_of, new_file, report_within, year_within
from bkl.api.workspace.folder import Jaargang, covered_years
from bkl.api.workspace.save import Change, save
from bkl.api.workspace.year import Year, choose, read_year, workspace_of
from bkl.diagnostics.position import Route
from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.dossier.geld import TOTAAL
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.model.indicator import Indicator, Onderdeel
from bkl.domein.notatie.meaning.undecided import NOG_TE_BEPALEN
from bkl.source.edits.cuts import Cut, make_cuts
from bkl.source.edits.merge import merge
from bkl.source.edits.wanted import EditRefusedError, Shape, Wanted
from bkl.source.parsing.yaml_tree import read_tree

_COMMENT = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^"'#]|(?<!\s)#)*?(?<=\s)#[ \t]*""")
"""What stands between a value and the words of the comment behind it, on one line."""


@dataclass(frozen=True, slots=True)
class NextYear:
    """The files to make for `jaar`, from those of `van`.

    `leeg` are the indicators whose doel must be chosen anew, `vervolg` those that were
    postponed, `nulmeting` those that begin at what was reached; `geld` are the parts whose budget
    must be chosen anew; `blijft` files that are there;
    `is_nieuwste` tells that commands without a year will then mean this one. `plan` names the plan
    of several years that goes on: then there is only a report to make.
    """

    van: int
    jaar: int
    changes: tuple[Change, ...]
    leeg: tuple[str, ...]
    vervolg: tuple[str, ...]
    nulmeting: tuple[str, ...]
    geld: tuple[str, ...]
    blijft: tuple[str, ...]
    is_nieuwste: bool
    plan: str | None = None


def plan_next(folder: Path | None = None, *, jaar: int | None = None) -> NextYear:
    """Return what the files of a new year would be; writes nothing.

    `jaar` is the new year, by default the one after the newest. While a plan of several years
    goes on it gets a report, and stays as it is. Raises Gebruiksfout when the year has a plan (or
    report) already or no plan before it, Onbruikbaar when that cannot be read.
    """
    workspace = workspace_of(folder)
    newest = choose(workspace, None).jaar
    years = covered_years(workspace)
    if (within := year_within(years, newest, jaar)) is not None:
        return _only_a_report(workspace, years, within)
    planned = [one for one, files in years.items() if files.werkplan is not None]
    new = max(planned, default=0) + 1 if jaar is None else jaar
    if new in planned:
        raise Gebruiksfout(
            f"Er is al een werkplan van {new}.", "Verander dat, of noem een ander jaar."
        )
    before = [one for one in planned if one < new]
    if not before:
        raise Gebruiksfout(f"Er is geen werkplan van voor {new}.", "Begin er een met `bkl init`.")
    year = read_year(choose(workspace, max(before)), workspace)
    dossier, verdicts = year.usable()
    steps = [_Step(one, new) for one in verdicts.values()]
    data = workspace / "data"
    plan = new_file(workspace, data / f"werkplan-{new}.yaml", _plan_bytes(year, steps, new))
    text = empty_report(dossier.werkplan.organisatie, new, example_of(verdicts))
    report = new_file(workspace, data / f"jaarverslag-{new}.yaml", text.encode())
    there_already = new in years and years[new].jaarverslag is not None
    return NextYear(
        dossier.jaar,
        new,
        (plan,) if there_already else (plan, report),
        tuple(step.id for step in steps if step.leeg),
        tuple(step.id for step in steps if step.vervolg),
        tuple(step.id for step in steps if step.nulmeting is not None),
        tuple(code for code, _, _ in _budgets(dossier)),
        (report.file,) if there_already else (),
        new >= max(years),
    )


def _only_a_report(workspace: Path, years: Mapping[int, Jaargang], within: Jaargang) -> NextYear:
    report, newest = report_within(workspace, years, within)
    plan = new_file(workspace, within.werkplan).file if within.werkplan else None
    return NextYear(within.jaar, within.jaar, (report,), (), (), (), (), (), newest, plan)


def make_next(planned: NextYear) -> None:
    """Write the files. Raises Gebruiksfout when one came to stand there meanwhile."""
    save(planned.changes)


class _Step:
    """What becomes of one indicator in the new plan."""

    def __init__(self, one: Vergelijking, new: int) -> None:
        self.entry, self.id = one.entry, one.entry.id
        indicator = one.entry.indicator
        self.vervolg = one.realisatie is not None and (
            one.realisatie.realisatie.uitvoering == "uitgesteld" and one.jaar in (new, None)
        )
        own = indicator.doel is not None and not indicator.doel.startswith("kwalitatief")
        self.leeg = (
            (own or bool(indicator.mijlpalen)) and not _reaches(one.entry, new) and not self.vervolg
        )
        self.nulmeting = _baseline(one) if self.leeg else None

    def wanted(self) -> dict[str, Wanted]:
        """Return the keys to change."""
        indicator = self.entry.indicator
        fields: dict[str, Wanted] = {}
        if self.vervolg:
            fields["vervolg_van"] = self.id
        if not self.leeg:
            return fields
        if indicator.doel is not None:
            fields["doel"] = NOG_TE_BEPALEN
        if indicator.deadline is not None:
            fields["deadline"] = None
        if indicator.mijlpalen:
            fields |= {"mijlpalen": None, "doel": NOG_TE_BEPALEN}
        if self.nulmeting is not None:
            fields["nulmeting"] = self.nulmeting
        split: dict[str, Wanted] = {
            name: {"doelen": dict.fromkeys(told.doelen, NOG_TE_BEPALEN)}
            for name, told in indicator.uitsplitsing.items()
            if told.doelen
        }
        return fields | ({"uitsplitsing": split} if split else {})


def _reaches(entry: IndicatorEntry, new: int) -> bool:
    """Tell whether what was promised already reaches into the new year."""
    deadline = entry.deadline
    return deadline is not None and deadline >= date(new, 1, 1)


def _baseline(one: Vergelijking) -> str | None:
    """Return what was reached, where the doel was a change from a baseline and it is certain."""
    given, doel = one.realisatie, one.entry.doel
    had = one.entry.indicator.nulmeting is not None or (doel and doel.soort == "verandering")
    if not had or given is None or given.waarde is None or given.tegenspraak:
        return None
    interval = given.waarde.interval
    exact = interval is not None and interval.low is not None and interval.low == interval.high
    return given.realisatie.realisatie if exact else None


def _budgets(dossier: Dossier) -> Iterator[tuple[str, Route, dict[str, Wanted]]]:
    """Yield what may cost money: its code, its place, and the amounts to take away there."""
    geld = dossier.geld
    for post in (geld.totaal, *geld.posten) if geld is not None else ():
        plan = budget_of(dossier, post.code)
        if plan is None:
            continue
        told = {"begroot": plan.begroot, "per_jaar": plan.per_jaar, "dekking": plan.dekking}
        gone: dict[str, Wanted] = {name: None for name, amount in told.items() if amount}
        if gone:
            where = post.pad if plan.wie else post.pad[:-1]
            yield post.code, where, gone if plan.wie else {str(post.pad[-1]): None}


def _plan_bytes(year: Year, steps: Sequence[_Step], new: int) -> bytes:
    file = year.werkplan
    if file is None or file.tree is None or year.dossier is None:
        raise Onbruikbaar(())
    van = year.dossier.jaar
    whole: dict[str, Wanted] = {"werkplan": str(new)}
    titel = year.dossier.werkplan.titel
    if titel is not None and str(van) in titel:
        whole["titel"] = titel.replace(str(van), str(new))
    for step in steps:
        if fields := step.wanted():
            _put(whole, step.entry.pad, fields)
    for _, route, gone in _budgets(year.dossier):
        _put(whole, route, gone)
    try:
        after = merge(file.tree, file.data, whole, Shape(_order, _short))
    except EditRefusedError as fault:
        raise Gebruiksfout(
            f"{file.name}: {fault.message}",
            f"{fault.cure} Of kopieer het bestand en maak het nieuwe plan zelf.",
        ) from fault
    after = _with_comments(after, steps, van)
    return _with_new_head(after, van, new)


def _put(whole: dict[str, Wanted], route: Route, fields: dict[str, Wanted]) -> None:
    """Put fields at a route into nested mappings."""
    inner = whole
    for step in map(str, route):
        there = inner.setdefault(step, {})
        if not isinstance(there, dict):
            raise TypeError(route)
        inner = there
    inner.update(fields)


def _with_comments(data: bytes, steps: Sequence[_Step], van: int) -> bytes:
    """Say behind each doel that was taken away what it was, before a comment that stands there."""
    tree = read_tree("werkplan", data)
    told: dict[int, list[str]] = {}
    places: dict[int, tuple[int, int] | None] = {}  # by the end of the line
    for step in steps:
        doel = step.entry.indicator.doel
        node = tree.node((*step.entry.pad, "doel")) or tree.node(step.entry.pad)
        if not step.leeg or doel is None or node is None:
            continue
        end = tree.source.line_end(node.end)
        told.setdefault(end, []).append(" ".join(doel.split()))
        places.setdefault(end, _comment(tree.text, node.end, end))
        if places[end] is None and "#" in tree.text[node.end : end]:
            del places[end]
    fresh = [
        Cut(end, end, f"  # {van}: {'; '.join(told[end])}")
        for end, place in places.items()
        if place is None
    ]
    beside = [
        Cut(*place, f"# {van}: {'; '.join(told[end])}; ")
        for end, place in places.items()
        if place is not None
    ]
    for cuts in (fresh + beside, fresh):
        made = make_cuts(tree.source, data, cuts)
        if read_tree("werkplan", made).value == tree.value:
            return made
    return data


def _comment(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the sign of a comment between two places stands, with the blanks behind it."""
    found = _COMMENT.match(text, start, end)
    return (text.rindex("#", start, found.end()), found.end()) if found else None


def _with_new_head(data: bytes, van: int, new: int) -> bytes:
    """Name the new year in the comments above the first key."""
    lines = data.splitlines(keepends=True)
    head = 0
    while head < len(lines) and lines[head].lstrip(b"\xef\xbb\xbf ").startswith(b"#"):
        lines[head] = lines[head].replace(str(van).encode(), str(new).encode())
        head += 1
    return b"".join(lines)


def _short(route: Route) -> str | None:
    if len(route) == 4:
        return "tekst"
    return "doel" if len(route) == 6 and route[4] == "indicatoren" else None


def _order(route: Route) -> Sequence[str]:
    if len(route) == 4:
        return list(Onderdeel.model_fields)
    return list(Indicator.model_fields) if len(route) == 6 else ()


def shown_next(planned: NextYear) -> Iterator[str]:
    """Yield in Dutch what is made, a line each."""
    if planned.plan is not None:
        yield f"Het plan in {planned.plan} loopt door in {planned.jaar} en blijft zoals het is."
        yield f"Voor {planned.jaar} komt er een leeg verslag:"
        yield from (f"  {change.file}" for change in planned.changes)
        return
    yield f"Uit het werkplan van {planned.van} komen voor {planned.jaar}:"
    for change in planned.changes:
        yield f"  {change.file}"
    for name in planned.blijft:
        yield f"  {name} staat er al en blijft zoals het is"
    money = tuple("het hele plan" if code == TOTAAL else code for code in planned.geld)
    for ids, what in (
        (planned.leeg, f"zonder doel (`{NOG_TE_BEPALEN}`); kies het voor {planned.jaar}"),
        (planned.vervolg, "uitgesteld, met hetzelfde doel en `vervolg_van`"),
        (planned.nulmeting, "met de stand van nu als nulmeting"),
        (money, f"zonder begroting; zet die voor {planned.jaar} bij `geld`"),
    ):
        if ids:
            more = f" en nog {len(ids) - 6}" if len(ids) > 6 else ""
            yield f"  {len(ids)} {what}: {', '.join(ids[:6])}{more}"
