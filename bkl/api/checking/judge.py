"""From one year as read to everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bkl.api.checking.catalogue import kinds
from bkl.api.checking.settings import Settings
from bkl.api.checking.surroundings import look_around
from bkl.api.workspace.year import Year, locate
from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.values.lazy import Lazy
from bkl.rules.engine.case import Bestandstekst, Case
from bkl.rules.engine.choice import RuleChoice, is_reading
from bkl.rules.engine.rule import rules_that_run, run_rules
from bkl.source.text.tree import Tree

if TYPE_CHECKING:
    from bkl.diagnostics.comment import Toestemming
    from bkl.domein.dossier.gevraagd import Gevraagd
    from bkl.domein.dossier.signed import Getekend

_MAYBE = Lazy(r"#[ \t]*bkl\b", re.I)


def judge_year(
    year: Year,
    settings: Settings,
    keuze: RuleChoice,
    workspace: Path | None = None,
    eisen: Gevraagd | None = None,
    *,
    counted: bool = False,
) -> Iterator[Finding]:
    """Yield what reading and the rules found, each at its line and column.

    Findings that a comment in the files lets pass are left out. `workspace` is None when
    only files were given: then nothing is said about reports and templates. `eisen` is what a
    funder asks of the year. With `counted` warnings have no line: who only counts them needs none.
    """
    keuze = replace(keuze, ernst=settings.ernst)
    yield from (finding for finding in settings.findings if keuze.wants(finding.kind))
    yield from locate(year, year.reading)
    case = _case_of(year, settings, keuze, workspace)
    if case is not None and eisen is not None:
        case = replace(case, eisen=eisen)
    found: list[Finding] = []
    if case is not None:
        broken = [finding.place.route for finding in year.reading]
        found = [_own_words(case, one) for one in run_rules(case, broken, keuze)]
    comments = _comments(year)
    if comments:
        ran = [rule.kind for rule in rules_that_run(case, keuze)] if case is not None else []
        yield from _allowed(year, list(_located(year, found)), ran, keuze, comments)
        return
    for finding in found:
        if counted and finding.kind.severity != "fout":
            yield finding
        else:
            yield from _located(year, [finding])


def _own_words(case: Case, finding: Finding) -> Finding:
    """Return the finding in the words that the organisation has for the parts of its plan."""
    words = case.dossier.werkplan.begrippen
    message, cure = words.in_eigen_woorden(finding.message), words.in_eigen_woorden(finding.cure)
    if (message, cure) == (finding.message, finding.cure):
        return finding
    return replace(finding, message=message, cure=cure)


def unmet(year: Year, eisen: Gevraagd) -> Iterator[Finding]:
    """Yield what a funder asks and the year lacks; no comment or setting in it lets that pass."""
    keuze = RuleChoice(select=("eisen",))
    case = _case_of(year, Settings(), keuze, None)
    if case is not None:
        yield from _located(year, run_rules(replace(case, eisen=eisen), (), keuze))


def _case_of(
    year: Year, settings: Settings, keuze: RuleChoice, workspace: Path | None
) -> Case | None:
    plan, verslag = year.werkplan, year.jaarverslag
    if year.dossier is None or plan is None:
        return None
    return Case(
        year.dossier,
        year.vergelijkingen,
        plan.name,
        verslag.name if verslag else "",
        {file.name: _text_of(file.tree) for file in year.loaded if file.tree is not None},
        year.digest,
        year.raw_digest,
        year.plan_digests if verslag and verslag.model and verslag.model.werkplan_hash else (),
        look_around(year, keuze, workspace) if workspace else None,
        year.bijstellingen.model if year.bijstellingen else None,
        year.bijstellingen.name if year.bijstellingen else "",
        frozenset(_unread(year)),
        *_signed(year, settings),
        keys=_keys(year),
    )


def _keys(year: Year) -> frozenset[str] | None:
    """Return every key in the files; None when one of them could not be read."""
    trees = [file.tree for file in (*year.loaded, *year.eerder.values())]
    known = [tree.keys() for tree in trees if tree is not None and tree.value is not None]
    return frozenset().union(*known) if len(known) == len(trees) else None


def _signed(year: Year, settings: Settings) -> tuple[tuple[Getekend, ...], str, bool]:
    """Return the signatures, the file they stand in, and whether two people must sign."""
    if year.akkoord is None:
        return (), "", False
    from bkl.api.workspace.signatures import signatures  # noqa: PLC0415 - few years are signed

    return tuple(signatures(year)), year.akkoord.name, settings.vier_ogen


def _unread(year: Year) -> Iterator[str]:
    """Yield the ids of the realisaties that reading reported a fault in."""
    for finding in year.reading:
        route = finding.place.route
        if len(route) > 1 and route[0] == "realisaties":
            yield str(route[1])


def _text_of(tree: Tree) -> Bestandstekst:
    source = tree.source
    return Bestandstekst(
        tree.text, lambda offset: tree.scalar_at(offset) is not None, source.position
    )


def _located(year: Year, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings at their line and column; those in other files know their place."""
    known = {file.name for file in year.loaded}
    for finding in findings:
        if finding.place.file in known:
            yield from locate(year, [finding])
        else:
            yield finding


def _comments(year: Year) -> list[Toestemming]:
    """Return the comments in the files that let a finding pass."""
    comments: list[Toestemming] = []
    for file in year.loaded:
        tree = file.tree
        if tree is not None and tree.value is not None and _MAYBE.search(tree.text):
            from bkl.source.text.comments import read_toestemmingen  # noqa: PLC0415 - rarely used

            comments += read_toestemmingen(tree)
    return comments


def _allowed(
    year: Year,
    found: list[Finding],
    ran: list[Kind],
    keuze: RuleChoice,
    comments: list[Toestemming],
) -> Iterator[Finding]:
    from bkl.rules.engine.allow import allow  # noqa: PLC0415 - only with comments

    trees = {file.name: file.tree for file in year.loaded if file.tree is not None}

    def lines(finding: Finding) -> Iterator[int]:
        """Yield the line of the finding, and those where its key and value begin."""
        if finding.position:
            yield finding.position.line
        tree = trees.get(finding.place.file)
        if tree is None:
            return
        if finding.place.route:
            yield tree.locate(finding.place.route, "key").line
            yield tree.locate(finding.place.route).line
        elif finding.position:
            start = tree.scalar_at(tree.source.offset_at(finding.position))
            if start is not None:
                yield tree.source.position(start, start + 1).line

    # with faults in reading some entries were left out, so that nothing can be called unused
    faults = any(is_reading(finding.kind) for finding in year.reading)
    yield from allow(found, comments, lines, kinds(), () if faults else ran, keuze)
