"""What stands around a figure and makes it no target: a look back, a budget, a size, an example."""

from __future__ import annotations

import re

from bkl.domein.notatie.values.jaren import Planjaren

LATER = "is van een later jaar"
WEAK = ("staat in een voorbeeld", "staat tussen haakjes in een zin", LATER)
"""Doubts so strong that the figure is only told to the reader."""

_OWN_PARTS = (
    r"(?:thema's|themas|speerpunten|pijlers|programmalijnen|programma's|doelstellingen|doelen"
    r"|uitgangspunten|hoofdstukken|paragrafen|hoofdlijnen|ambities|kernwaarden|prioriteiten|opgaven"
    r"|aandachtsgebieden|aandachtgebieden|werkvelden|actielijnen|sporen|domeinen|rollen|categorieën"
    r"|onderdelen|fasen|fases|stappen|vragen|criteria|niveaus|kernopgaven|doelgroepen|kerntaken"
    r"|taakvelden|beleidsvelden|invalshoeken|principes|manieren|redenen|leefdomeinen|levensgebieden"
    r"|dimensies|elementen|pilaren|bouwstenen|soorten|varianten|typen|kernwoorden|resultaatgebieden)"
)
_OWN = re.compile(rf"\s*(?:\w+\s+){{0,2}}{_OWN_PARTS}(?!\w)")
_MANY = re.compile(r"\d{3}|1[3-9]$|[2-9]\d$")
"""More than a document has parts."""
_GROUP_SIZE = re.compile(
    r"(?:groepen|groepjes|teams|klassen|subgroepen|groepsgrootte|groepsomvang|tweetallen|koppels)"
    r"\s+(?:van|met|is|:)?\s*(?:ca\.|circa|ongeveer|maximaal|max\.|minimaal|tussen(?:\s+de)?)?\s*$"
    r"|(?<!\w)(?:elk|elke|ieder|iedere|telkens|steeds)\s+(?:voor|met|van)\s+(?:\w+\s+)?$"
    r"|(?<!\w)(?:van|met|voor)\s+(?:elk|ieder|telkens|steeds)\s+(?:\w+\s+)?$"
    r"|(?:per\s+(?:groep|keer|bijeenkomst|sessie|training|les|cursus|workshop|tafel)\s+(?:\w+\s+)?)$"
)
_GROUP_AFTER = re.compile(
    r"\s*(?:\w+\s+)?per\s+(?:groep|klas|keer|bijeenkomst|sessie|training|cursus|workshop|tafel|team)(?!\w)"
)
_MADE_OF = re.compile(
    r"(?<!\w)(?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf)\s+(?:\w+e\s+)?[a-zà-ÿ-]+(?:en|s|'s)\s+van\s+(?:ca\.\s+)?$"
)
_PIECES = re.compile(
    r"\s*(?:lessen|les|bijeenkomsten|sessies|avonden|ochtenden|middagen|modules|workshops|gesprekken)(?!\w)"
)
"""What a course or a series consists of: `10 cursussen van 6 lessen`."""
_CAPACITY = re.compile(
    r"(?:max\.|max|maximaal|hoogstens)\s+\S+\s+(?:gasten|personen|deelnemers|mensen|plaatsen|plekken"
    r"|leerlingen|kinderen|jongeren|bezoekers|cursisten)"
)
_LASTS = re.compile(
    r"\s*(?:-|–)?\s*(?:min\.|minuten|uur|uren|dagdelen|dagdeel|dagen|dag|weken|week|maanden|maand"
    r"|jaren|jaar)(?!\w)(?!\s+per\s+(?:week|maand|jaar))"
)
_LIMIT = re.compile(
    r"(?:binnen|maximaal|max\.|hoogstens|hooguit|minder dan|korter dan|langer dan|niet langer dan"
    r"|uiterlijk binnen|gemiddeld|minimaal|ten minste|tenminste|minstens|meer dan|onder)"
    r"\s+(?:de\s+|een\s+)?$"
)
_LIMITING = ("binnen", "max", "hoog", "min", "korter", "langer", "onder")
_PAST = re.compile(
    r"(?<!\w)(?:was|waren|werd|werden|had|hadden|maakten|maakte|namen|nam|deden|deed|kregen|kreeg"
    r"|bereikten|bereikte|telde|telden|bezochten|bezocht|zakte|zakten|steeg|stegen|daalde|daalden"
    r"|bleek|bleken|organiseerden|organiseerde|hielden|hield|kwamen|kwam|vonden|vond|gingen|ging"
    r"|volgden|volgde|ontvingen|ontving|groeide|groeiden|bedroeg|bedroegen|ondersteunden|scoorde"
    r"|scoorden|gaven|gaf|liet|lieten|ontwikkeld(?:en|e)|begeleidden|trainden|realiseerden|hielpen|plantten"
    r"|werkten|sloten|reached|had|was|were|served|trained)(?!\w)"
)
_BACK = re.compile(
    r"(?<!\w)(?:vorig\s+jaar|afgelopen\s+jaren?|afgelopen|momenteel|op\s+dit\s+moment|thans|inmiddels"
    r"|eerder|huidige|voorgaande\s+jaren|het\s+afgelopen\s+jaar|tot\s+nu\s+toe|sinds\s+de\s+start"
    r"|last\s+year|in\s+the\s+past|al\s+jaren|onderzoek\s+laat\s+zien|blijkt|uit\s+(?:cijfers|onderzoek)|volgens\s+(?:het|de)\s+(?:cbs|rivm|ggd)"
    r"|in\s+nederland|landelijk|gemiddeld\s+in\s+nederland|ruim\s+\w+\s+mensen\s+in)(?!\w)"
)
_NOW = re.compile(
    r"(?<!\w)(?:heeft|hebben|telt|tellen|zijn\s+er|werken|werkt|zijn|is)\s+(?:\w+\s+){0,2}?"
    r"(?:nu|al|momenteel|inmiddels)(?!\w)"
    r"|^(?:nu|momenteel|op\s+dit\s+moment|inmiddels)(?!\w)"
)
_HAS = re.compile(
    r"\s*(?:de|het|onze|ons|dit|deze)\s+[^\W\d_]+\s+(?:heeft|telt|hebben|tellen|biedt)\s+$"
)
"""A clause of its own that says what is there: `…; de zaal heeft 180 stoelen`."""
_AHEAD = re.compile(
    r"(?<!\w)(?:willen?|wil|gaan|gaat|zullen|zal|moet|moeten|streven|streef|streeft|streeftn|beogen|beoogt|ambitie"
    r"|doel|doelstelling|minimaal|minstens|ten\s+minste|tenminste|eind|per\s+eind|uiterlijk|voor\s+het"
    r"|komend|komende|dit\s+jaar|jaarlijks|ieder\s+jaar|elk\s+jaar|per\s+jaar|we\s+realiseren"
    r"|organiseren|organiseert|realiseren|bereiken|bereikt|ondersteunen|begeleiden|toerusten|werven"
    r"|uitvoeren|ontwikkelen|houden|verzorgen|bieden|geven|toenemen|uitbreiden|groeien|verhogen"
    r"|verlagen|terugbrengen|terug\s+te\s+brengen|verdubbelen|target|aim|we\s+will|increase|reach"
    r"|resultaat|resultaten|stijgt|daalt|hebben\s+\w+\s+\w+\s+(?:gedaan|gekregen)|worden)(?!\w)"
)
_PERFECT = re.compile(
    r"(?<!\w)(?:hebben|heeft|zijn|is)\s+(?:we|wij|er|ons|onze|de|het|in|al|ook|reeds|inmiddels|\w+)(?:\s+\S+){0,12}?"
    r"\s+(?:ge\w{3,}(?:d|t|en)|be\w{3,}(?:d|t|en)|ver\w{3,}(?:d|t|en)|ont\w{3,}(?:d|t|en)|\w+ge\w{3,}(?:d|t|en))(?!\w)"
)
_STATE = re.compile(
    r"(?<!\w)(?:telt|tellen|kent|kennen|bestaat\s+(?:al\s+)?(?:uit|sinds)|bestaan\s+uit|beschikt|beschikken|wonen|woont"
    r"|leven|leeft|werkt\s+in|zijn\s+aangesloten|is\s+aangesloten)(?!\w)"
    r"|(?<!\w)(?:wij|we)\s+hebben\s+\d"
)
_THEN = re.compile(r"\((20\d\d)\s*[:=]\s*$")
"""What a figure in brackets was in a year: `lager dan 4,5% (2024: 5,1%)`."""
_GOAL = re.compile(
    r"(?<!\w)(?:willen|wil|zullen|zal|streven|streeft|beogen|beoogt|ambitie|doel|doelstelling|minimaal|minstens|ten\s+minste"
    r"|tenminste|eind|uiterlijk|komend|komende|dit\s+jaar|gaan\s+we|gaan\s+wij|aim|target|will|bereiken|realiseren"
    r"|organiseren|begeleiden|moet|moeten)(?!\w)"
)
_SHARE = re.compile(r"(?<!\w)(?:één|een|\d+|twee|drie)\s+op\s+de\s+")
_MONEY = re.compile(
    r"(?<!\w)(?:begroting|begroot|budget|kosten|subsidie|subsidies|bijdrage|financiering|lasten|baten"
    r"|dekking|bedrag|tarief|tarieven|uurtarief|investering|reserve|euro|€)(?!\w)"
)
_RAISED = re.compile(
    r"(?<!\w)(?:werven|geworven|opbrengst|opbrengsten|inkomsten|omzet|donaties|fondsenwerving|ophalen"
    r"|opgehaald|bespar\w*|schuld\w*|uitkering\w*)(?!\w)"
)
_EXAMPLE = re.compile(
    r"(?<!\w)(?:bijvoorbeeld|bijv\.|zoals|o\.a\.|onder andere|denk aan|naar aanleiding van"
    r"|in vervolg op|eerdere|eerder|voorbeeld(?:en)? (?:zijn|hiervan))[^.;]*$"
)
_RELATIVE = re.compile(
    r"(?<!\w)(?:met|toename\s+van|stijging\s+van|groei\s+van|daling\s+van|afname\s+van|reductie\s+van"
    r"|vermindering\s+van|verhoging\s+van|verlaging\s+van|increase\s+of|reduction\s+of)"
    r"\s+(?:minimaal\s+|ten\s+minste\s+|ca\.\s+|circa\s+|minstens\s+|tenminste\s+)?$"
)
_DOWN = re.compile(
    r"(?<!\w)(?:terugbrengen|terug\s+te\s+brengen|teruggebracht|verlagen|verlaagd|verminderen|verminderd"
    r"|dalen|daalt|gedaald|afnemen|afgenomen|afneemt|terugdringen|teruggedrongen|reduceren|beperken|daling"
    r"|verkorten|verkort|reduce|decrease|terugloopt)(?!\w)"
)
_UP = re.compile(
    r"(?<!\w)(?:uitbreiden|uit\s+te\s+breiden|breiden|uitgebreid|verhogen|verhoogd|toenemen|toegenomen|toeneemt|groeien"
    r"|gegroeid|groeit|stijgen|stijgt|gestegen|verdubbelen|verdubbeld|vergroten|vergroot|opschalen|doorgroeien|verruimen|verruimd|verruimt|uitbreiding|verlengen|verlengd|increase|grow)(?!\w)"
)
BRACKETS = re.compile(r"\([^()]*\)")
_YEARS = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
_TO = re.compile(r"(?<!\w)(?:naar|tot)\s+(?:minimaal\s+|ten\s+minste\s+|minstens\s+|maximaal\s+)?$")


def reason_against(
    low: str, spot: tuple[int, int, int], jaren: Planjaren | None, *, listed: bool
) -> str | None:
    """Return why a figure is surely no target (Dutch, for the list of what was left), else None.

    `low` is the sentence in lower case; `spot` is where the phrase begins, where its number ends
    and where it ends itself. A sentence that is `listed` among promises may tell in the past
    tense what will have been reached.
    """
    begin, number_end, end = spot
    before, behind = low[:begin], low[number_end:]
    if _OWN.match(behind) and not _MANY.search(low[begin:number_end]):
        return "telt onderdelen van het document zelf"
    sized = (
        _GROUP_SIZE.search(before) or _GROUP_AFTER.match(low[end:]) or _GROUP_AFTER.match(behind)
    )
    if sized or (before.endswith("(") and _CAPACITY.match(low[begin:end])):
        return "is een groepsgrootte"
    if (made := _MADE_OF.search(before) and _PIECES.match(behind)) or before.endswith(" per "):
        return "zegt hoe groot elk ervan is" if made else "is een noemer"
    if _LASTS.match(behind) and not _is_limit(low, begin, number_end):
        return "is een duur"
    if _money_of_budget(low, begin, end):
        return "is geld van de begroting"
    back = _looks_back(low, (begin, number_end), jaren, listed=listed)
    return "gaat over vroeger of nu" if back else None


def doubt_about(low: str, begin: int, *, listed: bool) -> str | None:
    """Return what makes it unsure that a figure is a target (Dutch), else None."""
    before = low[:begin]
    if _EXAMPLE.search(before[-120:]):
        return WEAK[0]
    opened = before.rfind("(")
    if opened > before.rfind(")") and before[opened + 1 :].strip():
        return WEAK[1]
    clause = low[_clause_start(low, begin) :]
    if not listed and _PAST.search(clause):
        return "staat in de verleden tijd"
    if re.search(r"(?<!\w)(?:de|deze|die|alle|onze)\s+$", before) and not before.endswith("alle "):
        return "`de` telt hier misschien iets dat er al is"
    return None


def is_goal(sentence: str) -> bool:
    """Tell whether a sentence has a word that says what must be: `minimaal`, `eind`, `willen`."""
    return _GOAL.search(sentence.lower()) is not None


def is_fact(low: str) -> bool:
    """Tell whether a sentence of running text says how things are, and promises nothing."""
    if _GOAL.search(low):
        return False
    return bool(
        _PERFECT.search(low)
        or _STATE.search(low)
        or _PAST.search(low)
        or _SHARE.search(low)
        or _NOW.search(low)
        or _BACK.search(low)
    )


def is_relative(low: str, begin: int) -> bool:
    """Tell whether a figure says by how much something changes, not what it becomes."""
    before = low[:begin]
    return (
        _RELATIVE.search(before) is not None and (_UP.search(low) or _DOWN.search(low)) is not None
    )


def direction_of(low: str, begin: int) -> str | None:
    """Return `hoger` or `lager` for a figure to which a verb of change leads, else None."""
    before = low[:begin]
    if not _TO.search(before) and not _TO.search(low[max(0, begin - 1) : begin]):
        return None
    down, up = _DOWN.search(low), _UP.search(low)
    if down and not up:
        return "lager"
    return "hoger" if up and not down else None


def _is_limit(low: str, begin: int, number_end: int) -> bool:
    phrase_lead = re.match(r"[^\d]*", low[begin:number_end])
    words = phrase_lead[0] if phrase_lead else ""
    if any(word in words for word in _LIMITING):
        return True
    return bool(_LIMIT.search(low[:begin])) and "gedurende" not in low[:begin][-20:]


def _money_of_budget(low: str, begin: int, end: int) -> bool:
    phrase = low[begin:end]
    if "€" not in phrase and "euro" not in phrase:
        return False
    return not _RAISED.search(low)


def _looks_back(low: str, spot: tuple[int, int], jaren: Planjaren | None, *, listed: bool) -> bool:
    begin, number_end = spot
    # what stands in brackets elsewhere is about another figure: `1.500 vragen (2022: 1.210)`
    low = BRACKETS.sub(
        lambda found: found[0] if found.start() < begin < found.end() else " " * len(found[0]), low
    )
    start = _clause_start(low, begin)
    clause = low[start:]
    if (told := _THEN.search(low[:begin])) and jaren and int(told[1]) < jaren.eerste:
        return True
    if start and low[start - 1] == ";" and _HAS.fullmatch(low[start:begin]):
        return True
    if _AHEAD.search(clause):
        return False
    if listed:
        years = [int(found) for found in _YEARS.findall(low[number_end:] + " " + low[:begin])]
        earlier = jaren is not None and bool(years) and max(years) < jaren.eerste
        return earlier or bool(_BACK.search(clause))
    return bool(_PAST.search(clause) or _BACK.search(clause))


def _clause_start(low: str, begin: int) -> int:
    return max(low.rfind(sign, 0, begin) for sign in (";", ": ", "(")) + 1
