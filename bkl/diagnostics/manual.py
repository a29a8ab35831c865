"""The manual pages of kinds that no rule module explains: one Markdown file beside the kinds."""

from __future__ import annotations

import re
from pathlib import Path


def read_manual(path: Path) -> dict[str, str]:
    """Return the page under each heading `## BKL001` by that code."""
    _, *parts = re.split(r"^## (BKL\d{3})\n\n", path.read_text(encoding="utf-8"), flags=re.M)
    return {code: f"{text.rstrip()}\n" for code, text in zip(parts[::2], parts[1::2], strict=True)}
