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
from bkl.draft.plan import DraftPlan, ProposedFigure, ProposedPart, ProposedPromise

DraftChoice = Literal["overnemen", "veranderen", "overslaan"]
CHOICES: tuple[DraftChoice, ...] = get_args(DraftChoice)
_LARGEST = 16 * 1024**2


@dataclass(frozen=True, slots=True)
class DraftStep:
    """One figure to look at, with its promise and part; `key` is what its answer is kept under."""

    key: str
    part: ProposedPart
    promise: ProposedPromise
    figure: ProposedFigure


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
            self._expect_readable(step, doel)
        self.answers[step.key] = [choice, doel]
        kept = {"document": self.digest, "antwoorden": self.answers}
        text = json.dumps(kept, ensure_ascii=False, indent=1) + "\n"
        write_atomic(self.path, text.encode())

    def apply(self) -> None:
        """Bring the answers into the plan: what is skipped goes, what is changed changes."""
        for step in self.steps:
            choice, doel = self.answers.get(step.key, ["", ""])
            if choice == "overslaan":
                step.promise.figures.remove(step.figure)
            elif choice == "veranderen":
                step.figure.doel, step.figure.richting = doel, None
                if _own_unit(doel):
                    step.figure.eenheid = None
            if choice:
                step.figure.nakijken = ()

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

    def _expect_readable(self, step: DraftStep, doel: str) -> None:
        om = Omgeving(None, step.figure.eenheid, None, step.figure.nulmeting, jaar=self.plan.jaar)
        try:
            read_doel(doel, omgeving=om)
        except Onleesbaar as fout:
            raise Gebruiksfout(fout.reden, fout.herstel) from None


def _own_unit(doel: str) -> bool:
    return read_doel(doel).eenheid is not None


def _steps(plan: DraftPlan) -> list[DraftStep]:
    return [
        DraftStep(f"{part.key}-{promise.code}.{figure.naam} {figure.doel}", part, promise, figure)
        for part in plan.parts
        for promise in part.promises
        for figure in promise.figures
    ]
