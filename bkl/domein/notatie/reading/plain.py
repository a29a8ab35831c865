"""Words behind a number that can only be its unit: none is one that the grammar looks at."""

from __future__ import annotations

from bkl.domein.notatie.values import telwoord
from bkl.domein.notatie.values.lazy import words
from bkl.domein.notatie.vocabulary.qualifiers import LATER

MONTHS = words(
    "januari februari maart april mei juni juli augustus september oktober november december "
    "jan feb febr mrt apr jun jul aug sep sept okt nov dec"
)
"""Every way to write a month."""
AROUND = words(
    "gemiddeld gemiddelde waarvan waaronder inclusief incl. excl. incl excl exclusief binnen "
    "groep peildatum peiljaar datajaar keer jaar jaarlijks jaarlijkse jarigen jarige ouder jonger "
    "leeftijd namelijk zie"
)
"""Words of parts around a quantity that a plain reading would take for its unit."""
DIFFERENCE = words(
    "minder meer hoger lager extra erbij zoveel dan daling stijging groei toename afname"
)
"""Words behind a noun that make of a quantity a difference."""
_ANYWHERE = (
    LATER.needs
    | DIFFERENCE
    | words(
        "meer minder hoger lager langer korter groter kleiner na behalve uitgezonderd enkele "
        "tientallen honderden duizenden maal frequentie"
    )
)
_FIRST = MONTHS | words(
    "een en of e ste plusser plussers minner minners tot à á a naar plus dan maar niet geen ja "
    "nee procent pct punt punten honderd duizend miljoen miljard mln mld mio k m ton x paar "
    "aantal tiental honderdtal duizendtal miljoenen miljarden dozijn handvol handjevol boel "
    "derde kwart vierde vijfde zesde zevende achtste negende tiende gros groot klein beperkt "
    "flink behoorlijk meerderheid minderheid reeks serie scala helft tweede eerste laatste "
    "voldoende"
)
"""Words that mean something just behind a number."""
_OPENING = words("van voor bij op met in door die dat om als uit onder over de het")
"""Words that open a tail, which only a sign may have without a noun."""


def are_plain(parts: list[str], *, signed: bool) -> bool:
    """Tell whether the words behind a number, in lower case, are a unit and nothing else.

    `signed` tells that a sign stands between, such as `%`.
    """
    first = parts[0]
    if first in _FIRST or (not signed and first in _OPENING) or not _ANYWHERE.isdisjoint(parts):
        return False
    for word in parts:
        if not word.isalpha() or (word.endswith(telwoord.LAST_PARTS) and word != "een"):
            return False
    return True
