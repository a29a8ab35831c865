"""`draft --verslag`: passages of a report beside the promises that have no answer yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bkl.api.drafting.draft import read_blocks
from bkl.api.starting.init import empty_report
from bkl.api.workspace.save import Change, save
from bkl.api.workspace.year import choose, read_year, workspace_of
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.model.werkplan import Werkplan
from bkl.draft.answers import Passage, Question, find_passages
from bkl.draft.write import comment

_BEGIN = "# --- bkl draft: wat misschien antwoord geeft, uit {} ---"
_END = "# --- einde van wat misschien antwoord geeft, uit {} ---"


@dataclass(frozen=True, slots=True)
class AnswersResult:
    """The passages per promise without an answer, and the change to the jaarverslag.

    `vragen` are the promises that were asked about, `doelen` what each of them promises.
    """

    jaar: int
    source: str
    vragen: tuple[Question, ...]
    doelen: Mapping[str, str]
    passages: Mapping[str, Sequence[Passage]]
    changes: tuple[Change, ...]


def find_answers(folder: Path | None, report: Path, *, jaar: int | None = None) -> AnswersResult:
    """Return what a report says that may answer open promises; writes nothing.

    Only what is *niet gerapporteerd* is asked about, and what is found becomes a comment: never
    a realisatie. Raises Gebruiksfout, Onbruikbaar, or OSError for the files.
    """
    workspace = workspace_of(folder)
    jaargang = choose(workspace, jaar)
    year = read_year(jaargang, workspace)
    dossier, verdicts = year.usable()
    asked = {id_: one for id_, one in verdicts.items() if one.realisatie is None}
    questions = tuple(_question(id_, one, _titles(dossier.werkplan)) for id_, one in asked.items())
    passages = find_passages(questions, read_blocks(report))
    doelen = {id_: one.entry.indicator.doel or "" for id_, one in asked.items()}
    path = jaargang.jaarverslag or workspace / f"data/jaarverslag-{dossier.jaar}.yaml"
    before = path.read_bytes() if jaargang.jaarverslag else None
    start = before
    if start is None:
        start = empty_report(
            dossier.werkplan.organisatie, dossier.jaar, next(iter(verdicts), "")
        ).encode()
    lines = list(_comments(report.name, questions, doelen, passages))
    after = _with_comments(start, report.name, lines)
    name = path.relative_to(workspace).as_posix()
    changes = (Change(name, path, before, after),) if lines and after != before else ()
    return AnswersResult(dossier.jaar, report.name, questions, doelen, passages, changes)


def save_answers(result: AnswersResult) -> None:
    """Write the comments. Raises Gebruiksfout when the file was changed meanwhile, or OSError."""
    save(result.changes)


def _titles(plan: Werkplan) -> dict[str, str]:
    chapters = (plan.speerpunten, plan.uitgangspunten, plan.projecten, plan.bedrijfsvoering)
    return {key: plan.title_of(key, one) for chapter in chapters for key, one in chapter.items()}


def _question(id_: str, one: Vergelijking, titles: Mapping[str, str]) -> Question:
    entry = one.entry
    text = f"{entry.onderdeel_tekst} {entry.indicator.tekst or ''}"
    unit = one.doel.eenheid if one.doel is not None else None
    return Question(id_, text, unit or "", titles.get(entry.speerpunt, ""))


def _comments(
    source: str,
    questions: Sequence[Question],
    doelen: Mapping[str, str],
    passages: Mapping[str, Sequence[Passage]],
) -> Iterator[str]:
    if not any(passages.values()):
        return
    yield _BEGIN.format(comment(source))
    yield "# Een lezer beslist of het over hetzelfde gaat; leg een cijfer vast met `bkl set`."
    for question in questions:
        if not passages[question.id]:
            continue
        doel = f" ({comment(doelen[question.id])})" if doelen[question.id] else ""
        yield f"# {question.id}{doel} is niet gerapporteerd"
        for one in passages[question.id]:
            where = ", ".join(filter(None, (one.spot.told(), comment(one.kop))))
            yield f"#   {where}: {comment(one.text)}" if where else f"#   {comment(one.text)}"
    yield _END.format(comment(source))


def _with_comments(data: bytes, source: str, lines: Sequence[str]) -> bytes:
    """Return the file with the comments at its end, in the place of earlier ones of this source."""
    newline = b"\r\n" if b"\r\n" in data else b"\n"
    block = newline.join(line.encode() for line in lines) + newline
    begin, end = (sign.format(comment(source)).encode() for sign in (_BEGIN, _END))
    start = data.find(begin)
    stop = data.find(end, start)
    if 0 <= start < stop:
        rest = data[stop + len(end) :].removeprefix(newline)
        return data[:start] + block + rest
    gap = b"" if data.endswith(b"\n") else newline
    return data + gap + newline + block
