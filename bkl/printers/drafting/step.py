"""One figure of a proposal, with the sentence around it."""

from __future__ import annotations

from bkl.api.drafting.review import DraftStep
from bkl.printers.layout import wrap
from bkl.printers.screen import Screen, harmless


def show_step(step: DraftStep, number: int, total: int, screen: Screen) -> str:
    """Return where it stands, its sentence, the figure, and what is unsure."""
    figure, promise = step.figure, step.promise
    where = ", ".join(filter(None, (step.part.titel, (figure or promise).spot.told())))
    code = f"{step.part.key}-{promise.code}"
    lines = [screen.paint(f"{number} van {total}  {code}", "vet")]
    lines += wrap(where, screen.width, "  ")
    sentence = harmless(figure.zin if figure is not None else promise.tekst)
    lines += wrap(sentence, screen.width, "  ")
    if figure is None:
        lines += wrap(
            "Er staat geen cijfer in. Is dit een toezegging, die een mens beoordeelt?",
            screen.width,
            "  ",
        )
        return screen.finish("\n".join(lines) + "\n")
    for jaar, doel in list(figure.jaardoelen.items())[:-1]:
        lines += wrap(doel, screen.width, f"  {jaar}  ", " " * 8)
    unit = f" ({figure.eenheid})" if figure.eenheid else ""
    lines += wrap(
        f"{figure.doel}{unit}", screen.width, f"  {screen.paint('doel', 'vet')}  ", " " * 8
    )
    for key, value in (("nulmeting", figure.nulmeting), ("richting", figure.richting)):
        if value:
            lines += wrap(value, screen.width, f"  {key}  ")
    for doubt in figure.nakijken:
        lines += wrap(f"nakijken: {doubt}", screen.width, "  ")
    return screen.finish("\n".join(lines) + "\n")
