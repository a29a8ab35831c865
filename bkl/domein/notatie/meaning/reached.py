"""What a realisatie may not say: what is planned, foreseen or conditional has not been reached."""

from __future__ import annotations

import re

from bkl.domein.notatie.values.lazy import Lazy, words, words_in
from bkl.domein.notatie.values.unreadable import Onleesbaar

_PLANNED = Lazy(
    r"(?<![\w-])(?:(?:in|vooruit)?gepland\w*|verwacht(?:e|en|ing|ingen)?|prognoses?|geprognosticeerd\w*"
    r"|streven|streeft?|streefden?|beoogden|verwachtte[n]?|hoopten?|nog(?=\s+\d)|streefwaarde|beoogde?|voorziene?|begrote?|begroting|geraamde?|raming|ambitie"
    r"|planning|voorgenomen|gewenste?|gehoopte?|hopen|target|doelstelling|taakstelling|toezegging(?:en)?"
    r"|volgend(?:e)?\s+(?:jaar|maand|kwartaal|seizoen)|binnenkort|in\s+voorbereiding|in\s+aanvraag|in\s+concept"
    r"|nog\s+te\s+[a-zà-ÿ]+|te\s+(?:houden|organiseren|realiseren|gaan|verwachten)"
    r"|(?:moet(?:en)?|vinden?|volg(?:t|en)|worden|wordt|komen|komt)\s+nog|zullen|zal)(?!\w)"
)
_AS_PLANNED = Lazy(
    r"(?:van\s+(?:de|het|onze|alle|ons)\s+(?:\S+\s+)?|(?<!\w)(?:dan|zoals|als|conform|volgens|ondanks"
    r"|niet|buiten|boven|onder)\s+(?:de\s+|het\s+|onze\s+|eigen\s+)?(?:was\s+|waren\s+|vooraf\s+)?)$"
)
_COUNT = Lazy(r"\d\s+(?:[a-zà-ÿ]+e\s+)?$")
"""A number just before the word, which is then what is counted: `31 toezeggingen`."""
_AHEAD = Lazy(
    r"(?<!\w)(?:willen|wil|zullen|zal|gaan|gaat|komen|komt|moeten|moet|mogen|kunnen)(?!\w)(?=[^\d]*\d)"
)
_HABIT = Lazy(
    r"(?<!\w)(?:gemiddelde?|(?:dage|weke|maande|jaar)lijks|per|elke|iedere|nu|inmiddels)(?!\w)"
)
_UNSURE = Lazy(
    r"(?<!\w)(?:mits|indien|tenzij|onder\s+voorbehoud|misschien|wellicht|waarschijnlijk|vermoedelijk"
    r"|hopelijk|mogelijk(?!\s+gemaakt)|als\s+(?:er|het|we|wij|de)(?!\w))(?!\w)"
)
UNREACHED = words(
    "ingepland vooruitgepland verwacht verwachte verwachten verwachting verwachtingen streven "
    "streef streeft streefde streefden beoogd beoogde beoogden verwachtte verwachtten hoopten "
    "hoopte hoopt nog streefwaarde voorzien voorziene begroot begrote begroting geraamd "
    "geraamde raming ambitie planning voorgenomen gewenst gewenste gehoopt gehoopte hopen "
    "target doelstelling taakstelling toezegging toezeggingen volgend volgende binnenkort "
    "voorbereiding aanvraag concept te zullen zal willen wil gaan gaat komen komt moeten moet "
    "mogen kunnen mits indien tenzij voorbehoud misschien wellicht waarschijnlijk vermoedelijk "
    "hopelijk mogelijk als tekort"
)
"""The words by which a figure may say that it is not reached; see also `gepland`, `prognos`."""
_LACK = Lazy(r"(?<!\w)(?:te\s+(?:weinig|veel|kort)|tekort|te\s+gaan)(?!\w)")
_BRACKETS = Lazy(r"[(\[][^()\[\]]*[)\]]")
_OWN_FIGURE = Lazy(r"[^\d]*[^\W\d][^\d]*\d")


def expect_reached(low: str) -> None:
    """Refuse a figure that was planned, is foreseen, depends on something or is what lacks.

    In brackets a figure of its own is a note (`9 lezingen (gepland: 12)`); a word alone says
    something of the figure before it (`12 lezingen (gepland)`).
    """
    if UNREACHED.isdisjoint(words_in(low)) and "gepland" not in low and "prognos" not in low:
        return
    if "(" in low or "[" in low:
        low = _BRACKETS.sub(_without_own_figure, low)
    first = re.search(r"\d", low)
    for found in _PLANNED.finditer(low):
        single = " " not in found[0] and found[0].endswith(("en", "es"))
        counted = single and _COUNT.search(low, 0, found.start())
        if not counted and not _AS_PLANNED.search(low, 0, found.start()):
            _refuse_planned(found)
    lead = low[: first.end()] if first else ""
    if (ahead := _AHEAD.search(lead)) and not _HABIT.search(lead):
        _refuse_planned(ahead)
    if found_unsure := _UNSURE.search(low):
        raise Onleesbaar(
            f"`{found_unsure[0]}` maakt onzeker of dit is bereikt.",
            "Schrijf wat er zeker is bereikt, of `nog niet bekend`.",
            *found_unsure.span(),
        )
    if (lack := _LACK.search(low)) and not (lack[0] == "tekort" and ("€" in low or "euro" in low)):
        raise Onleesbaar(
            f"`{lack[0]}` zegt hoeveel er ontbreekt of over is, niet hoeveel er is bereikt.",
            "Schrijf hoeveel er zijn bereikt.",
            *lack.span(),
        )


def _without_own_figure(found: re.Match[str]) -> str:
    return " " * len(found[0]) if _OWN_FIGURE.match(found[0]) else found[0]


def _refuse_planned(found: re.Match[str]) -> None:
    raise Onleesbaar(
        f"`{found[0]}` zegt wat er nog komt of was bedoeld, niet wat er is bereikt.",
        "Schrijf alleen wat er is bereikt, of `nog niet bekend`.",
        *found.span(),
    )
