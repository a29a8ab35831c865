"""Sentences of running text that promise something without a figure: `er komt een meldpunt`.

Only what will be there or be done is one, said by who does it or with a moment to come. What an
organisation is, thinks, hopes or always does is none.
"""

from __future__ import annotations

import re

from bkl.draft.phrases.context import is_fact

_WE = r"(?:we|wij|de\s+gemeente|het\s+college|de\s+stichting|de\s+vereniging|onze\s+[a-z]+)"
_DOES = (
    r"(?:openen|opent|starten|start|stellen|stelt|richten|richt|zetten|zet|voeren|voert|ontwikkelen|ontwikkelt"
    r"|maken|maakt|organiseren|organiseert|lanceren|lanceert|stappen|stapt|sluiten|sluit|leiden|leidt"
    r"|publiceren|publiceert|schrijven|schrijft|bouwen|bouwt|breiden|breidt|houden|houdt|introduceren"
    r"|introduceert|werven|werft|trainen|traint|onderzoeken|onderzoekt|evalueren|evalueert|vernieuwen"
    r"|vernieuwt|zoeken|zoekt|bieden|biedt|geven|geeft|verbouwen|verbouwt|leggen|legt|plaatsen|plaatst"
    r"|leveren|levert|brengen|brengt|vervangen|vervangt|realiseren|realiseert|actualiseren|actualiseert)"
)
_WE_DO = re.compile(rf"(?<!\w)(?:{_WE}\s+{_DOES}|{_DOES}\s+{_WE})(?!\w)")
_WE_WILL = re.compile(rf"(?<!\w)(?:gaat?n?\s+{_WE}|{_WE}\s+gaat?n?)(?!\w)")
_COMES = re.compile(r"(?<!\w)(?:er\s+komt|er\s+komen|komt\s+er|komen\s+er)(?!\w)")
_DONE = (
    r"(?:vastgesteld|opgeleverd|ingericht|ingevoerd|geopend|gestart|afgerond|gereed|klaar|ontwikkeld"
    r"|opgezet|uitgevoerd|geëvalueerd|vernieuwd|aangepast|gepubliceerd|uitgebreid|geplaatst|beschikbaar"
    r"|gelanceerd|gebouwd|verbouwd|vervangen|aangelegd|gerealiseerd|geactualiseerd|operationeel)"
)
_WILL_BE = re.compile(
    rf"(?<!\w)(?:wordt|worden|is|zijn|staat|ligt)\s(?:[^.;]{{0,120}}\s)?{_DONE}(?!\w)"
)
_WHEN = re.compile(
    r"(?<!\w)(?:(?:in|voor|vóór|na)\s+(?:het|de)\s+(?:\w+\s+)?(?:voorjaar|najaar|zomer|winter|herfst|lente"
    r"|kwartaal|helft|zomervakantie|kerstvakantie)|eind|begin|medio|uiterlijk|dit\s+jaar|komend\s+(?:school)?jaar"
    r"|volgend\s+(?:school)?jaar|(?:in|voor|vóór|per|vanaf)\s+(?:\d{1,2}\s+)?(?:januari|februari|maart|april|mei"
    r"|juni|juli|augustus|september|oktober|november|december)|(?:in|per)\s+(?:q[1-4]|20\d\d))(?!\w)"
)
_ALWAYS = re.compile(
    r"(?<!\w)(?:sinds|al\s+jaren|altijd|vaak|soms|meestal|zoals\s+altijd|ook\s+nu|nog\s+steeds|blijven|graag|hopen|misschien"
    r"|mogelijk|eventueel|wellicht|overwegen|geen|niet|beschrijft|beschrijven|leest|lezen|ziet|tenzij|indien)(?!\w)"
)
_LOOKS = re.compile(
    r"(?<!\w)(?:naar\s+\w+\s+toe|uit\s+van|ervan\s+uit|rekening\s+mee|keuzes?|deel\s+uit|verder\s+met|plan|document|hoofdstuk|paragraaf|bijlage)(?!\w)"
)


def names_a_moment(text: str) -> bool:
    """Tell whether a text says when: a season, a month, a quarter, a year."""
    return _WHEN.search(text.lower()) is not None


def promises_surely(sentence: str) -> bool:
    """Tell whether a sentence promises something and says when, or that it will be there."""
    low = sentence.lower()
    sure = _COMES.search(low) or _WHEN.search(low)
    return sure is not None and promises_something(sentence)


def promises_something(sentence: str) -> bool:
    """Tell whether a sentence without a figure says what will be made or done."""
    low = sentence.lower()
    if low.endswith(("?", ":")) or _ALWAYS.search(low) or _LOOKS.search(low):
        return False
    if _COMES.search(low) or _WE_WILL.search(low):
        return True
    when = _WHEN.search(low) is not None
    if when and _WILL_BE.search(low):
        return True
    return not is_fact(low) and _WE_DO.search(low) is not None
