"""Phrases of other organisations, read and judged: what differs from a careful colleague.

The phrases stand beside the project, not in it. `python -m tests.gap.measured` lists every row
that differs and the counts; the test of the same name holds the counts.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from tests.gap.measured_case import Judged, judge_case

HERE = Path(__file__).resolve().parents[2].parent / "shared" / "cases"
_ALT = re.compile(r"ALT\s+([^;]*)")
_SPAN = re.compile(r"([SA])=(?:([\[(])([-\d.]*),([-\d.]*)([\])])|\{(ja|nee)\})\s*([^;]*)")


class Span(NamedTuple):
    """An interval as the table gives it; `done` for ja or nee."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False
    unit: str = ""
    done: str = ""


@dataclass
class Row:
    """One row, with the other readings that can be defended."""

    id: str
    doel: str
    realisatie: str
    context: dict[str, str]
    doel_readable: str
    waarde_readable: str
    verdicts: frozenset[str]
    why: str
    bereiken: list[Span] = field(default_factory=list)
    waarden: list[Span] = field(default_factory=list)
    may_refuse_doel: bool = False
    may_read_doel: bool = False
    may_refuse_waarde: bool = False
    may_read_waarde: bool = False


@dataclass
class Outcome:
    """What bkl made of a row; None where the row asks nothing."""

    row: Row
    judged: Judged
    doel: bool | None
    waarde: bool | None
    verdict: bool | None

    @property
    def false_success(self) -> bool:
        return self.judged.verdict == "gehaald" and "gehaald" not in self.row.verdicts


def _number(text: str) -> Fraction | None:
    return Fraction(Decimal(text)) if text else None


def _span(row: dict[str, str], key: str) -> Span | None:
    low, high, unit = row[f"{key}_low"], row[f"{key}_high"], row[f"{key}_unit"]
    if not low and not high:
        return Span(done=unit) if unit in ("ja", "nee") else None
    return Span(
        _number(low), _number(high), row[f"{key}_low_open"] == "1",
        row[f"{key}_high_open"] == "1", unit,
    )  # fmt: skip


def read_context(text: str) -> dict[str, str]:
    parts = (part.partition("=") for part in text.split("; ") if part)
    return {key.strip(): value.strip() for key, _, value in parts}


def read_rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        for raw in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            line = {key: value or "" for key, value in raw.items()}
            row = Row(
                line["id"], line["doel"], line["realisatie"], read_context(line["context"]),
                line["leesbaar_doel"], line["leesbaar_realisatie"],
                frozenset(line["oordeel"].split("/")), line["waarom"],
            )  # fmt: skip
            if span := _span(line, "S"):
                row.bereiken.append(span)
            if span := _span(line, "A"):
                row.waarden.append(span)
            _read_alternatives(row)
            yield row


def _read_alternatives(row: Row) -> None:
    for alternative in _ALT.findall(row.why):
        row.may_refuse_doel |= "doel=nee" in alternative
        row.may_read_doel |= "doel=ja" in alternative or "doel=met_context" in alternative
        row.may_refuse_waarde |= "real=nee" in alternative
        row.may_read_waarde |= "real=ja" in alternative
        for which, opens, low, high, closes, done, unit in _SPAN.findall(alternative):
            words = unit.split()
            span = Span(
                _number(low), _number(high), opens == "(" and bool(low),
                closes == ")" and bool(high), words[0] if words else "", done,
            )  # fmt: skip
            (row.bereiken if which == "S" else row.waarden).append(span)


def measure(row: Row) -> Outcome:
    judged = judge_case(row.doel, row.realisatie, row.context)
    doel = _right_doel(row, judged)
    waarde = _right_waarde(row, judged) if row.realisatie else None
    verdict = None
    if row.realisatie:
        allowed = row.verdicts | ({"niet te bepalen"} if judged.asks else set())
        verdict = judged.verdict in allowed
        if not judged.doel_read and {"niet toetsbaar", "leeg"} & row.verdicts:
            verdict = True
    return Outcome(row, judged, doel, waarde, verdict)


def _right_doel(row: Row, judged: Judged) -> bool:
    if not judged.doel_read or (judged.asks and row.may_refuse_doel):
        return row.doel_readable == "nee" or row.may_refuse_doel
    if row.doel_readable == "nee" and not row.may_read_doel:
        return False
    return not row.bereiken or any(judged.promises(span) for span in row.bereiken)


def _right_waarde(row: Row, judged: Judged) -> bool:
    if not judged.waarde_read:
        return row.waarde_readable == "nee" or row.may_refuse_waarde
    if row.waarde_readable == "nee" and not row.may_read_waarde:
        return False
    return not row.waarden or any(judged.reached(span) for span in row.waarden)


class Counts(NamedTuple):
    """How many are right, of how many, in each of the things that are measured."""

    read: tuple[int, int]
    refused: tuple[int, int]
    waarden: tuple[int, int]
    verdicts: tuple[int, int]
    false_success: int

    def __str__(self) -> str:
        named = zip(("doel gelezen", "doel geweigerd", "realisatie", "oordeel"), self, strict=False)
        parts = [f"{name} {a}/{n} ({100 * a / max(n, 1):.1f} %)" for name, (a, n) in named]
        return ", ".join([*parts, f"vals gehaald {self.false_success}"])


def count(outcomes: list[Outcome]) -> Counts:
    def share(values: list[bool | None]) -> tuple[int, int]:
        known = [value for value in values if value is not None]
        return sum(known), len(known)

    must_refuse = [o.row.doel_readable == "nee" for o in outcomes]
    pairs = list(zip(outcomes, must_refuse, strict=True))
    return Counts(
        share([o.doel for o, refuse in pairs if not refuse]),
        share([o.doel for o, refuse in pairs if refuse]),
        share([o.waarde for o in outcomes]),
        share([o.verdict for o in outcomes]),
        sum(o.false_success for o in outcomes),
    )


def measure_phrases(path: Path = HERE / "zinnen-open.tsv") -> list[Outcome]:
    return [measure(row) for row in read_rows(path)]


class Pair(NamedTuple):
    """A pair that invites a false verdict, with the outcomes that are right."""

    doel: str
    realisatie: str
    context: dict[str, str]
    allowed: frozenset[str]
    judged: Judged

    @property
    def right(self) -> bool:
        refused = not (self.judged.doel_read and self.judged.waarde_read) or self.judged.asks
        return self.judged.verdict in self.allowed or (refused and "weigeren" in self.allowed)


def measure_pairs(path: Path = HERE / "vals-open.tsv") -> list[Pair]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = []
    for row in rows:
        doel, told, context = row["doel"], row["realisatie"], read_context(row["context"] or "")
        allowed = frozenset(row["toegestaan"].split("/"))
        found.append(Pair(doel, told, context, allowed, judge_case(doel, told, context)))
    return found


def show(line: object) -> None:
    sys.stdout.write(f"{line}\n")


def main() -> None:
    outcomes = measure_phrases()
    for o in outcomes:
        if o.doel is False or o.waarde is False or o.verdict is False:
            wrong = [n for n in ("doel", "waarde", "verdict") if getattr(o, n) is False]
            flag = " FALSE SUCCESS" if o.false_success else ""
            want = f"S={[tuple(map(_plain, s)) for s in o.row.bereiken]}"
            want += f" A={[tuple(map(_plain, s)) for s in o.row.waarden]}"
            show(f"{o.row.id} {'+'.join(wrong)}{flag}: {o.row.doel!r} / {o.row.realisatie!r}")
            show(f"    context {o.row.context} want {want} {sorted(o.row.verdicts)}")
            show(f"    {o.judged}")
    pairs = measure_pairs()
    for pair in pairs:
        if not pair.right:
            show(f"PAIR {pair.doel!r} / {pair.realisatie!r} {pair.context} {set(pair.allowed)}")
            show(f"    {pair.judged}")
    show(count(outcomes))
    show(f"paren {sum(p.right for p in pairs)}/{len(pairs)}")
    if "-v" in sys.argv:
        show(Counter(o.judged.verdict for o in outcomes if o.row.realisatie))


def _plain(value: object) -> object:
    return float(value) if isinstance(value, Fraction) else value


if __name__ == "__main__":
    main()
