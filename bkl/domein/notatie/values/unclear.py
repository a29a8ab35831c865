"""Moments whose days are not certain, and what to write instead of each."""

from __future__ import annotations

import re

from bkl.domein.notatie.values.unreadable import Onleesbaar

NO_MOMENT = "is geen moment waarvan de dag vaststaat."
"""How a refusal ends that knows nothing more of a text."""
_CURE = "Schrijf het als `31-12-2023`, `1 juli 2023`, `week 10 2023`, `Q1 2023` of `eind 2023`."
_DAYS = "Schrijf de eerste en de laatste dag, zoals `20-11-2023 t/m 2-2-2024`."
_CURES = (
    # three months in one country and in one school, four in another
    (r"trimester", "Schrijf de maanden, zoals `januari t/m april 2023`, of anders `Q1 2023`."),
    # how many of them a school has, and when they begin, each school decides
    (r"(?<!\w)(?:les)?(?:periode|blok)(?!\w)", _DAYS),
    (r"seizoen|voorjaar|najaar|lente|zomer|herfst|winter|vakantie", _DAYS),
    # in a calendar year it may be that of the school
    (r"semester", "Schrijf `1e halfjaar 2023`, of een semester met het schooljaar (`2023/2024`)."),
    (r"schooljaar \d{4}$", "Schrijf een schooljaar als `2023/2024`."),
)


def unclear(low: str, other: str = _CURE) -> str:
    """Return what to write instead of a moment in small letters; `other` where nothing is known."""
    return next((cure for pattern, cure in _CURES if re.search(pattern, low)), other)


def refuse(tekst: str, reden: str, herstel: str = _CURE) -> Onleesbaar:
    """Return the refusal of a whole text."""
    return Onleesbaar(reden, herstel, 0, len(tekst))
