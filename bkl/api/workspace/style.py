"""The house style of a workspace, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Place
from bkl.domein.notatie.vocabulary.colour import AA, contrast, is_legible, nearest_legible, tint
from bkl.render.look import read_look
from bkl.render.pictures import PictureFault, read_picture
from bkl.render.style import read_typeface
from bkl.source.kinds import BEELD_ONBRUIKBAAR, CONTRAST_TE_LAAG

if TYPE_CHECKING:
    from bkl.domein.model.instellingen import Huisstijl

_FILES = {
    "logo": read_picture,
    "omslagfoto": read_picture,
    "lettertype": read_typeface,
    "word": read_look,
}


def check_style(workspace: Path, file: str, huisstijl: Huisstijl) -> Iterator[Finding]:
    """Yield a finding per file that cannot be used and per colour that cannot be read."""
    for name, read in _FILES.items():
        given: str | None = getattr(huisstijl, name)
        try:
            if given is not None:
                read(workspace, given)
        except PictureFault as fault:
            place = Place(file, ("huisstijl", name))
            yield Finding(BEELD_ONBRUIKBAAR, fault.message, fault.cure, place)
    for name in type(huisstijl.kleuren).model_fields:
        colour: str | None = getattr(huisstijl.kleuren, name)
        if colour is not None and not is_legible(colour):
            yield _unreadable(file, name, colour)


def _unreadable(file: str, name: str, colour: str) -> Finding:
    worst = min(contrast(colour, "#ffffff"), contrast(colour, tint(colour, 90)))
    return Finding(
        CONTRAST_TE_LAAG,
        f"`{colour}` is slecht te lezen: het contrast is {_told(worst)} op 1, "
        f"en moet minstens {_told(AA)} op 1 zijn.",
        f'Neem "{nearest_legible(colour)}", de dichtstbijzijnde kleur die wel kan.',
        Place(file, ("huisstijl", "kleuren", name)),
    )


def _told(ratio: float) -> str:
    # downward: a colour that just fails must not seem to pass
    return f"{int(ratio * 10) / 10}".replace(".", ",")
