"""Going over a proposal figure by figure; every answer is kept at once, so that one can stop."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Literal, cast, get_args

from bkl.api.drafting.draft import DraftRequest
from bkl.api.errors import Gebruiksfout
from bkl.api.workspace.write import write_atomic
from bkl.domein.notatie.changes.surroundings import Omgeving
from bkl.domein.notatie.meaning.doel import read_doel
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.draft.plan import DraftPlan, LeftOut, ProposedFigure, ProposedPart, ProposedPromise

DraftChoice = Literal["overnemen", "veranderen", "overslaan"]
CHOICES: tuple[DraftChoice, ...] = get_args(DraftChoice)
_LARGEST = 16 * 1024**2


@dataclass(frozen=True, slots=True)
class DraftStep:
    """One figure to look at, with its promise and part; `key` is what its answer is kept under.

    Without a figure it is a promise in words: is it one at all?
    """

    key: str
    part: ProposedPart
    promise: ProposedPromise
    figure: ProposedFigure | None


class DraftReview:
    """The figures of a proposal and what a reader said of each.

    Answers stand in `bkl-draft-<jaar>.json` in the folder of the proposal until it is saved, and
    count only for the same document.
    """

    def __init__(self, request: DraftRequest, plan: DraftPlan) -> None:
        """Read the answers that are kept; raises Gebruiksfout for a file that is no such thing."""
        is_file = request.output.suffix.lower() in (".yaml", ".yml")
        folder = request.output.parent if is_file else request.output
        self.plan, self.path = plan, folder / f"bkl-draft-{plan.jaren.in_naam}.json"
        self.digest = hashlib.sha256(request.document.read_bytes()).hexdigest()
        self.steps = _steps(plan)
        self.answers = self._kept()

    @property
    def open(self) -> list[DraftStep]:
        """The figures without an answer, in the order of the document."""
        return [step for step in self.steps if step.key not in self.answers]

    def decide(self, step: DraftStep, choice: DraftChoice, doel: str = "") -> None:
        """Keep an answer; with `veranderen` the figure becomes `doel`.

        Raises Gebruiksfout when that is not to be read as a doel, OSError for the disk.
        """
        if choice == "veranderen":
            if step.figure is None:
                raise Gebruiksfout("Deze toezegging heeft geen cijfer.", "Neem haar over, of niet.")
            self._expect_readable(step.figure, doel)
        self.answers[step.key] = [choice, doel]
        kept = {"document": self.digest, "antwoorden": self.answers}
        text = json.dumps(kept, ensure_ascii=False, indent=1) + "\n"
        write_atomic(self.path, text.encode())

    def apply(self) -> None:
        """Bring the answers into the plan: what is skipped goes, what is changed changes.

        Of a figure with a target for each year, that of the last year changes.
        """
        for step in self.steps:
            choice, doel = self.answers.get(step.key, ["", ""])
            if not choice:
                continue
            if step.figure is None:
                self._judge(step, choice)
            elif choice == "overslaan":
                step.promise.figures.remove(step.figure)
            else:
                step.figure.nakijken = ()
                if choice == "veranderen":
                    _change(step.figure, doel)

    def _judge(self, step: DraftStep, choice: str) -> None:
        """Keep a promise in words as one, or put it with what got no place."""
        promise = step.promise
        if choice != "overslaan":
            promise.in_woorden, promise.los = False, []
            return
        for promises in (step.part.resultaten, step.part.activiteiten):
            if promise in promises:
                promises.remove(promise)
        left = LeftOut(step.part.titel, promise.spot, promise.tekst, "overgeslagen met `--stap`")
        self.plan.left.append(left)

    def close(self) -> None:
        """Remove the answers: they stand in the plan now."""
        self.path.unlink(missing_ok=True)

    def _kept(self) -> dict[str, list[str]]:
        try:
            with self.path.open("rb") as file:
                data = file.read(_LARGEST)
        except FileNotFoundError:
            return {}
        try:
            kept = cast("dict[str, object]", json.loads(data))
            answers = cast("dict[str, list[str]]", kept["antwoorden"])
            sound = all(one[0] in CHOICES and isinstance(one[1], str) for one in answers.values())
        except (ValueError, KeyError, TypeError, IndexError, AttributeError):
            sound, kept, answers = False, {}, {}
        if not sound:
            raise Gebruiksfout(
                f"`{self.path}` is beschadigd.", "Verwijder dat bestand en begin opnieuw."
            )
        return answers if kept.get("document") == self.digest else {}

    def _expect_readable(self, figure: ProposedFigure, doel: str) -> None:
        om = Omgeving(None, figure.eenheid, None, figure.nulmeting, jaar=self.plan.jaar)
        try:
            read_doel(doel, omgeving=om)
        except Onleesbaar as fout:
            raise Gebruiksfout(fout.reden, fout.herstel) from None


def _change(figure: ProposedFigure, doel: str) -> None:
    figure.doel, figure.richting = doel, None
    if figure.jaardoelen:
        figure.jaardoelen[max(figure.jaardoelen)] = doel
    if _own_unit(doel):
        figure.eenheid = None


def _own_unit(doel: str) -> bool:
    return read_doel(doel).eenheid is not None


def _steps(plan: DraftPlan) -> list[DraftStep]:
    return [
        _step(part, promise, figure)
        for part in plan.parts
        for promise in part.promises
        for figure in _to_look_at(promise)
    ]


def _to_look_at(promise: ProposedPromise) -> list[ProposedFigure | None]:
    none: list[ProposedFigure | None] = [None] if promise.in_woorden else []
    return [*promise.figures] or none


def _step(part: ProposedPart, promise: ProposedPromise, figure: ProposedFigure | None) -> DraftStep:
    what = " in woorden" if figure is None else f".{figure.naam} {figure.doel}"
    return DraftStep(f"{part.key}-{promise.code}{what}", part, promise, figure)
