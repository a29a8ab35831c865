"""A report on a part of the plan: the speerpunten that somebody asks for."""

from __future__ import annotations

from dataclasses import replace

from bkl.api.comparing import expect_selection
from bkl.api.errors import Gebruiksfout
from bkl.gap.rows import select
from bkl.render import report_names, takes_part
from bkl.render.matter import Stof


def narrow(rapport: str, stof: Stof, deel: str | None) -> tuple[Stof, str]:
    """Return the matter of a part of the plan, and the part as the plan writes it; all without.

    Raises Gebruiksfout for a part that is not there, and for a report that is only made whole.
    """
    if not deel:
        return stof, ""
    if not takes_part(rapport):
        able = ", ".join(f"`{name}`" for name in report_names() if takes_part(name))
        raise Gebruiksfout(
            f"`{rapport}` is er alleen voor het hele plan, niet voor `{deel}`.",
            f"Voor een deel van het plan is er {able}.",
        )
    found = expect_selection(deel, stof.dossier, stof.rijen) or ""
    chosen = select(stof.dossier, stof.rijen, found) or []
    return replace(stof, keuze=frozenset(rij.speerpunt for rij in chosen)), found
