"""Thema's and doelgroepen of a matrix: codes of two letters that the document explains."""

from __future__ import annotations

import re

from bkl.draft.plan import DraftPlan
from bkl.draft.structure.outline import DocSection

_NAMED = re.compile(r"(?P<letter>[A-Z])[.:)]\s+(?P<name>[^:(–]{3,80}?)(?:\s*\([^)]*\))?\s*(?::|$)")


def add_axes(plan: DraftPlan, root: DocSection) -> None:
    """Give the plan its axes when the codes of its parts spell them."""
    codes = [part.key for part in plan.parts if part.chapter == "speerpunten"]
    if len(codes) < 2 or not all(re.fullmatch(r"[A-Z]{2}", code) for code in codes):
        return
    first, second = ({code[place] for code in codes} for place in (0, 1))
    if first & second or len(first) * len(second) < len(codes):
        return
    names = _names(root)
    if not (first | second) <= set(names):
        return
    plan.themas = {letter: names[letter] for letter in sorted(first)}
    plan.doelgroepen = {letter: names[letter] for letter in sorted(second)}


def _names(root: DocSection) -> dict[str, str]:
    """Return what each letter stands for: as a table says it, else as a list does."""
    found: dict[str, str] = {}
    listed: dict[str, str] = {}
    for section in root.walk():
        for block in section.blocks:
            for cell in block.cells:
                if named := _NAMED.fullmatch(cell.strip()):
                    found.setdefault(named["letter"], named["name"].strip())
            if block.kind == "punt" and re.fullmatch(r"[A-Z]", block.mark):
                listed.setdefault(block.mark, block.text.split(":")[0].split("(")[0].strip()[:80])
    return {**listed, **found}
