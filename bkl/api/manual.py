"""The manual: its pages and chapters by topic, as `bkl help` shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from bkl.api.errors import Gebruiksfout
from bkl.diagnostics.suggestion import did_you_mean

CHAPTERS = {
    "begin": "In vijf minuten",
    "jaar": "Een jaar met bkl",
    "werkplan": "Het werkplan",
    "jaarverslag": "Het jaarverslag",
    "bewijs": "Bewijs bij een cijfer",
    "cijfers": "Cijfers schrijven",
    "oordelen": "Hoe bkl oordeelt",
    "check": "Nakijken met `bkl check`",
    "gap": "Vergelijken met `bkl gap`",
    "render": "Rapporten maken met `bkl render`",
    "huisstijl": "Huisstijl en beelden",
    "problemen": "Als het niet lukt",
}
"""The chapters of the handleiding that are a topic of their own, by name."""
_WHOLE = "handleiding"
_OTHERS = ("architectuur", "regels")
"""Pages that are no topic: for those who work on bkl, or shown per rule already."""
_HEADING = re.compile(r"^(#{1,3}) (.+)$", re.M)


@dataclass(frozen=True, slots=True)
class Onderwerp:
    """One topic: its name, and what it is about in one line."""

    naam: str
    titel: str


def onderwerpen() -> list[Onderwerp]:
    """Return every topic: the chapters of the handleiding, then the other pages by name."""
    pages = [
        Onderwerp(path.stem, _plain(_title(path)))
        for path in sorted(manual_folder().glob("*.md"))
        if path.stem not in (*_OTHERS, _WHOLE)
    ]
    chapters = [Onderwerp(naam, _plain(titel)) for naam, titel in CHAPTERS.items()]
    return [Onderwerp(_WHOLE, "Alles over bkl"), *chapters, *pages]


def pagina(naam: str) -> str:
    """Return the Markdown of a topic; raises Gebruiksfout for one that is not there."""
    wanted = naam.strip().casefold().replace(" ", "-")
    known = [one.naam for one in onderwerpen()]
    if wanted not in known:
        raise Gebruiksfout(
            f"Over `{naam}` is er geen bladzijde.",
            did_you_mean(wanted, known) or f"Kies uit: {', '.join(known)}.",
        )
    if wanted in CHAPTERS:
        return _chapter(CHAPTERS[wanted])
    return (manual_folder() / f"{wanted}.md").read_text(encoding="utf-8")


def manual_folder() -> Path:
    """Return where the pages stand: beside the package in a checkout, else inside it."""
    package = Path(__file__).resolve().parents[1]
    checkout, packaged = package.parent / "docs", package / "docs"
    return checkout if (checkout / f"{_WHOLE}.md").is_file() else packaged


def _chapter(titel: str) -> str:
    text = (manual_folder() / f"{_WHOLE}.md").read_text(encoding="utf-8")
    found = list(_HEADING.finditer(text))
    at = next(number for number, one in enumerate(found) if one[2] == titel)
    level = len(found[at][1])
    ends = (one.start() for one in found[at + 1 :] if len(one[1]) <= level)
    return text[found[at].start() : next(ends, len(text))].rstrip() + "\n"


def _title(path: Path) -> str:
    with path.open(encoding="utf-8") as stream:
        return stream.readline().lstrip("# ").strip()


def _plain(titel: str) -> str:
    return titel.replace("`", "")
