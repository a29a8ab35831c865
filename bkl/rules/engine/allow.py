"""Letting findings pass where a comment allows it, and judging those comments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from bkl.diagnostics.comment import Toestemming
from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Place, Position
from bkl.rules.engine.choice import RuleChoice, find_kind, is_reading, suggest
from bkl.rules.engine.kinds import (
    LEESFOUT_TOEGESTAAN,
    ONBEKENDE_REGEL,
    TOESTEMMING_ONGEBRUIKT,
    TOESTEMMING_ONLEESBAAR,
    TOESTEMMING_ZONDER_REDEN,
)

Lines = Callable[[Finding], Iterable[int]]
"""On which lines a comment may stand for, to let this finding pass."""


def allow(
    findings: Iterable[Finding],
    comments: Sequence[Toestemming],
    lines: Lines,
    known: Sequence[Kind],
    ran: Iterable[Kind],
    keuze: RuleChoice,
) -> Iterator[Finding]:
    """Yield the findings that no comment lets pass, and those about the comments themselves.

    `known` are all kinds there are, `ran` those that were looked for: a comment about
    another kind cannot be called unused.
    """
    used: set[tuple[int, str]] = set()
    codes = {kind.code for kind in ran}
    by_line: dict[tuple[str, int], list[tuple[int, str]]] = {}
    for number, comment in enumerate(comments):
        for name, _ in comment.namen if comment.reden else ():
            kind = find_kind(name, known)
            if kind is not None:
                place = (comment.file, comment.line)
                by_line.setdefault(place, []).append((number, kind.code))
    for finding in findings:
        file, code = finding.place.file, finding.kind.code
        here = [
            pair
            for line in (set(lines(finding)) if by_line else ())
            for pair in by_line.get((file, line), ())
        ]
        passes = [pair for pair in here if pair[1] == code]
        used.update(passes)
        used.update(pair for pair in here if pair[1] in {kind.code for kind in finding.dekt})
        if not passes:
            yield finding
    for number, comment in enumerate(comments):
        for found in _judge(comment, number, used, known, codes):
            if keuze.wants(found.kind):
                yield found


def _judge(
    comment: Toestemming,
    number: int,
    used: set[tuple[int, str]],
    known: Sequence[Kind],
    ran: set[str],
) -> Iterator[Finding]:
    if not comment.namen:
        message = "Deze opmerking voor bkl is niet te lezen."
        cure = "Schrijf `# bkl: sta reden_niet_vermeld toe: uw reden`, met de naam van de regel."
        yield _finding(TOESTEMMING_ONLEESBAAR, message, cure, comment, comment.position)
        return
    if comment.reden is None:
        message = "Bij deze toestemming staat geen reden."
        cure = "Zet achter `toe` een dubbele punt en in een paar woorden waarom dit mag."
        yield _finding(TOESTEMMING_ZONDER_REDEN, message, cure, comment, comment.position)
    for name, position in comment.namen:
        kind = find_kind(name, known)
        if kind is None:
            message = f"Er is geen regel `{name}`."
            yield _finding(ONBEKENDE_REGEL, message, suggest(name, known), comment, position)
        elif is_reading(kind):
            message = f"`{name}` is een leesfout; die is niet toe te staan."
            cure = "Verbeter de regel zelf en haal de opmerking weg."
            yield _finding(LEESFOUT_TOEGESTAAN, message, cure, comment, position)
        elif comment.reden and kind.code in ran and (number, kind.code) not in used:
            message = f"Hier is geen melding `{name}` meer om toe te staan."
            cure = "Haal de opmerking weg, of zet die bij de regel waar het om gaat."
            yield _finding(TOESTEMMING_ONGEBRUIKT, message, cure, comment, position)


def _finding(
    kind: Kind, message: str, cure: str, comment: Toestemming, position: Position
) -> Finding:
    return Finding(kind, message, cure, Place(comment.file), position, comment.excerpt, comment.cut)
