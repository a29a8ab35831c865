"""The words that name the parts of a plan, as organisations write them."""

from __future__ import annotations

import re
from typing import Literal

Role = Literal[
    "ambitie",
    "resultaten",
    "activiteiten",
    "doelgroep",
    "omschrijving",
    "monitoring",
    "partijen",
    "regie",
    "deadline",
    "geld",
    "stand",
    "indicator",
    "streefwaarde",
    "basis",
]
"""What stands below a heading or behind a label; the last three belong to one measure."""
LISTS: tuple[Role, ...] = ("resultaten", "activiteiten")
MEASURES: tuple[Role, ...] = ("indicator", "streefwaarde", "basis")

_WORDS: dict[Role, str] = {
    "ambitie": "ambitie|ambities|onze ambitie|beoogd effect|beoogde effecten|maatschappelijk effect"
    "|maatschappelijke effecten|gewenst effect|hoofddoel|algemeen doel|algemene doelstelling"
    "|waar gaan we voor|wat willen we bereiken|wat willen wij bereiken|impact|outcome|missie"
    "|strategisch doel|strategische doelstelling|goal|objective|doelstelling|doel|het doel"
    "|stip op de horizon|wat is het doel|inzet|opgave|our goal|purpose|ambition",
    "resultaten": "resultaten|resultaat|beoogde resultaten|beoogd resultaat|beoogde uitkomsten"
    "|concrete resultaten|verwachte resultaten|gewenste resultaten|te behalen resultaten"
    "|resultaatafspraken|prestaties|prestatieafspraken|output|outputs|opbrengsten|opbrengst"
    "|deliverables|key results|doelen|doelstellingen|onze doelen|concrete doelen|subdoelen"
    "|subdoelstellingen|kpi's|indicatoren|prestatie-indicatoren|streefwaarden"
    "|streefcijfers|targets|mijlpalen|milestones|wat leveren we op|wat is het resultaat"
    "|wanneer zijn we tevreden|wat is er klaar|results|meetbare doelen|smart-doelen"
    "|wat hebben we eind van het jaar bereikt|wat staat er aan het eind van het jaar"
    "|doelen voor dit jaar|wat levert het op|gewenste situatie|beoogde situatie|wenselijke situatie"
    "|streefbeeld|succescriteria|succesindicatoren|wanneer is het geslaagd|gewenste opbrengst",
    "activiteiten": "activiteiten|activiteit|acties|actie|actiepunten|aanpak|onze aanpak"
    "|werkzaamheden|maatregelen|maatregel|inspanningen|inspanning|wat gaan we doen"
    "|wat gaan we daarvoor doen|wat gaan wij daarvoor doen|wat doen we daarvoor|wat doen we"
    "|wat gaan wij doen|hoe gaan we dat doen|hoe doen we dat|activities|actions|actieplan"
    "|uitvoering|ondersteunende activiteiten|concrete acties|plan van aanpak|initiatieven",
    "doelgroep": "doelgroep|doelgroepen|voor wie|voor wie is het|target group|bereik",
    "omschrijving": "omschrijving|algemene omschrijving|beschrijving|toelichting|aanleiding"
    "|achtergrond|context|inhoud|waarom|situatie|huidige situatie|probleem|wat is het"
    "|korte omschrijving|samenvatting|motivatie|onderbouwing|probleemstelling",
    "monitoring": "monitoring|monitoring en evaluatie|evaluatie|meten|meting|meetmethode"
    "|hoe meten wij|verantwoording|hoe volgen we het|bron|wijze van meten",
    "partijen": "betrokken partijen|partijen|partners|samenwerkingspartners|samenwerking met"
    "|betrokkenen|met wie|wie doen mee|stakeholders",
    "regie": "regie|verantwoordelijk|verantwoordelijke|trekker|trekkers|eigenaar|projectleider"
    "|uitvoerder|wie|coördinatie|contactpersoon|owner|opdrachtgever|portefeuillehouder",
    "deadline": "planning|wanneer|deadline|tijdpad|looptijd|gereed|start|einde|termijn",
    "geld": "begroting|kosten|budget|financiën|financiering|dekking|middelen|lasten|baten"
    "|wat mag het kosten|wat kost het|inzet uren|uren|bekostiging|subsidie|investering"
    "|financieel kader|personeel en middelen|formatie|geld|financiële kengetallen|wat kost dat"
    "|inkomsten en uitgaven|financiële middelen",
    "stand": "status|stand van zaken|voortgang|realisatie|terugblik|samenvatting evaluatie"
    "|resultaten vorig jaar|uitgangssituatie|terugblik op vorig jaar",
    "indicator": "indicator|prestatie-indicator|kpi|meetpunt|hoe meten we dat|waaraan meten we dat",
    "streefwaarde": "streefwaarde|target|streefcijfer|norm|doelwaarde|te behalen|streefgetal",
    "basis": "nulmeting|startwaarde|huidige waarde|baseline|uitgangswaarde|beginstand",
}
ROLES: dict[str, Role] = {word: role for role, words in _WORDS.items() for word in words.split("|")}
_AROUND = re.compile(
    r"^(?:de|het|onze|ons|beoogde|concrete|gewenste|belangrijkste)\s+|\s*\([^()]*\)$"
)
_YEAR = re.compile(
    r"\s+(?:in\s+|voor\s+|eind\s+)?(?:het jaar\s+)?(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?$"
)
_INLINE = re.compile(r"(?P<label>[A-ZÀ-Ý][^:.!?]{1,48})[:?]\s+(?=\S)")
_LED = re.compile(
    r"(?P<word>ondersteunende activiteiten|beoogde resultaten|resultaten|activiteiten|doelen|acties"
    r"|indicatoren)\s+\S"
)

KINDS: dict[str, tuple[str, str]] = {
    "programmalijn": ("programmalijn", "programmalijnen"),
    "programma": ("programma", "programma's"),
    "thema": ("thema", "thema's"),
    "speerpunt": ("speerpunt", "speerpunten"),
    "pijler": ("pijler", "pijlers"),
    "project": ("project", "projecten"),
    "opgave": ("opgave", "opgaven"),
    "doel": ("doel", "doelen"),
    "doelstelling": ("doelstelling", "doelstellingen"),
    "hoofddoel": ("hoofddoel", "hoofddoelen"),
    "ambitie": ("ambitie", "ambities"),
    "prioriteit": ("prioriteit", "prioriteiten"),
    "lijn": ("lijn", "lijnen"),
    "actielijn": ("actielijn", "actielijnen"),
    "spoor": ("spoor", "sporen"),
    "domein": ("domein", "domeinen"),
    "focus": ("focus", "focuspunten"),
    "goal": ("doel", "doelen"),
    "objective": ("doel", "doelen"),
    "track": ("spoor", "sporen"),
    "pillar": ("pijler", "pijlers"),
    "factsheet": ("factsheet", "factsheets"),
    "beleidsveld": ("beleidsveld", "beleidsvelden"),
    "taakveld": ("taakveld", "taakvelden"),
    "werkveld": ("werkveld", "werkvelden"),
    "cluster": ("cluster", "clusters"),
    "onderdeel": ("onderdeel", "onderdelen"),
    "verbeterpunt": ("verbeterpunt", "verbeterpunten"),
    "ontwikkelpunt": ("ontwikkelpunt", "ontwikkelpunten"),
    "ontwikkeldoel": ("ontwikkeldoel", "ontwikkeldoelen"),
    "aandachtspunt": ("aandachtspunt", "aandachtspunten"),
    "kernthema": ("kernthema", "kernthema's"),
    "deelprogramma": ("deelprogramma", "deelprogramma's"),
    "strategie": ("strategie", "strategieën"),
    "projectkaart": ("project", "projecten"),
    "strategic goal": ("doel", "doelen"),
    "workstream": ("werklijn", "werklijnen"),
    "werklijn": ("werklijn", "werklijnen"),
}
"""Words that name a part of a plan, with what people call one and several of them."""
_ANY_KIND = "|".join(sorted(KINDS, key=len, reverse=True))
_KIND = re.compile(
    rf"(?P<kind>(?i:{_ANY_KIND}))"
    r"(?:\s+(?P<code>[A-Z]{1,3}\d{0,2}|\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}))?"
    r"\s*[:.–—-]?\s+(?P<rest>\S.*)$"
)
_ALONE = re.compile(rf"(?P<kind>(?i:{_ANY_KIND}))\s+(?P<code>[A-Z]|\d{{1,2}}|[IVX]{{1,4}})$")


def role_of(text: str) -> Role | None:
    """Return what a heading or label says that stands below it; None for any other heading."""
    low = " ".join(text.lower().replace("’", "'").split()).rstrip(" :?.–-")
    low = _YEAR.sub("", low)
    if low in ROLES:
        return ROLES[low]
    short = _AROUND.sub("", low).strip()
    if short in ROLES:
        return ROLES[short]
    if text.rstrip().endswith(":") and (found := _LED.match(low)) and len(low) < 80:
        return ROLES[found["word"]]
    return None


_LIKE_WORDS: dict[Role, str] = {
    "geld": r"kost|budget|geld|euro|financ|begrot|middelen|dekking|subsidie|bekostig",
    "monitoring": r"meten|monitor|evalua|volgen",
    "partijen": r"met wie|partner|samenwerk|betrokken|wie doe|stakeholder",
    "doelgroep": r"voor wie|doelgroep|target group|bereik\b",
    "regie": r"\bwie\b|verantwoordelijk|trekker|eigenaar|contact|portefeuille|projectleider|owner",
    "deadline": r"planning|looptijd|periode|tijd|startdatum|einddatum|deadline|fasering"
    r"|wanneer (?:doen|start|begin|gaan|is het klaar|klaar)",
    "stand": r"stand van zaken|vorig jaar|terugblik|waar staan|huidig",
    "resultaten": r"geslaagd|gewenst|tevreden|succes|resultaat|oplever|opbrengst|bereikt|meetbaar"
    r"|indicator|kpi|merken|zien we|output|result|deliverable|target|prestatie|effect|concreet",
    "activiteiten": r"doen|activiteit|actie|aanpak|stappen|maatregel|inzet|uitvoer|activit|action"
    r"|\bhoe\b",
    "ambitie": r"bereiken|willen|doel|ambitie|streven|specifiek|goal|objective|purpose|visie|droom",
    "omschrijving": r"waarom|aanleiding|waarover|wat houdt|toelicht|acceptabel|realistisch|risico"
    r"|relevant",
}
_LIKE = {role: re.compile(pattern) for role, pattern in _LIKE_WORDS.items()}
"""Words in a label or a question that tell what stands below it, the surest first."""


def role_like(text: str) -> Role | None:
    """Return what a label of a form or a question says that follows, by a word in it."""
    known = role_of(text)
    if known is not None or len(text) > 60:
        return known
    low = text.lower().replace("’", "'")
    return next((role for role, pattern in _LIKE.items() if pattern.search(low)), None)


def split_label(text: str) -> tuple[Role, str] | None:
    """Return (what it is, the words) of `Ambitie: wij willen …`; None without a known label."""
    found = _INLINE.match(text)
    role = role_of(found["label"]) if found else None
    return (role, text[found.end() :]) if found and role else None


_NUMBERED = re.compile(
    r"(?P<word>doelstelling|subdoel|doel|resultaat|prestatie|activiteit|actie|maatregel|inspanning"
    r"|key result|result|activity|action|mijlpaal|kr)"
    r"\s*(?P<mark>[A-Za-z]?\d{1,2}(?:\.\d{1,2})*[a-z]?|[A-Za-z])\s*[:.–—)-]\s*(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_DOES = ("activiteit", "actie", "maatregel", "inspanning", "activity", "action")


def label_of(text: str) -> str | None:
    """Return the label of `Gewenste situatie: …`, whatever it is called; None without one."""
    found = _INLINE.match(text)
    return found["label"].lower() if found else None


def split_repeated(text: str) -> tuple[Role, str] | None:
    """Return what `split_label` does, for a label that comes back in the document."""
    found = _INLINE.match(text)
    role = role_like(found["label"]) if found and len(found["label"].split()) < 5 else None
    return (role, text[found.end() :]) if found and role else None


def numbered_promise(text: str) -> tuple[Role, str, str] | None:
    """Return (role, mark, words) of `Resultaat 2: …` or `Actie A – …`; None for other text."""
    found = _NUMBERED.match(text)
    if found is None:
        return None
    role: Role = "activiteiten" if found["word"].lower() in _DOES else "resultaten"
    return role, found["mark"], found["rest"]


_NAMED_BY = ("programmalijn", "programma", "project", "thema", "pijler", "speerpunt", "opgave")
"""Words that make what follows a name, without a colon too: `Programma Jeugd`."""


def kind_of(title: str) -> tuple[str, str, str] | None:
    """Return (kind, code, words) of a heading such as `Programma 2: Jeugd`; None for another."""
    found = _KIND.match(title) or _ALONE.match(title)
    if found is None or title[:1].islower():
        return None
    parts = found.groupdict()
    code, rest = parts.get("code") or "", (parts.get("rest") or "").strip()
    marked = code or title[len(found["kind"]) :].lstrip()[:1] in (":", "–", "—", "-")
    kind = found["kind"].lower()
    named = kind in _NAMED_BY and rest[:1].isupper() and len(rest.split()) <= 6
    return (kind, code, rest) if marked or named else None
