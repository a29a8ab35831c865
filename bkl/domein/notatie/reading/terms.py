"""Terms: by when or over how long, beside a quantity; and the norm of `85% binnen 8 weken`."""

from __future__ import annotations

import re
from fractions import Fraction

from bkl.domein.notatie.reading.parts import Looptijd
from bkl.domein.notatie.reading.peel import Peel
from bkl.domein.notatie.reading.plain import MONTHS
from bkl.domein.notatie.values.getal import scan_number
from bkl.domein.notatie.values.lazy import Lazy, words
from bkl.domein.notatie.values.unreadable import Onleesbaar

MAAND = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|jan\.?|feb\.?|febr\.?|mrt\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|okt\.?|nov\.?|dec\.?)(?!\w)"
)
JAARTAL = r"(?:199\d|20(?:0[1-9]|[1-9]\d))(?![\d%‰]|[.,]\d|\s*%)"
_LEAD = (
    r"uiterlijk|vóór|voor|per|in|eind|einde|begin|medio|halverwege|ultimo|tot\s+en\s+met|tot|t/m"
    r"|vanaf|sinds|over|op|na|het\s+jaar|de\s+loop\s+van|het|de|najaar|voorjaar|zomer|nog"
    r"|dit\s+jaar|ieder\s+jaar|ongeveer|rond"
)
_PART = (
    rf"(?:(?:\d{{1,2}}|half)\s+)?{MAAND}\s+|q[1-4]\s+|week\s+\d{{1,2}}\s+(?:van\s+)?"
    r"|(?:[1-4]e|eerste|tweede|derde|vierde|laatste)\s+(?:kwartaal|halfjaar|helft)\s+(?:van\s+)?"
)
_NOUN_NEXT = (
    r"(?!\s+(?!(?:hebben|worden|zijn|moeten|willen|kunnen|gaan|zullen|krijgen|minstens|hoogstens"
    r"|wekelijks|jaarlijks|maandelijks|organiseren|realiseren|bereiken|bieden|begeleiden"
    r"|ondersteunen|precies|groeien|gestegen|stijgen|dalen|toenemen|afnemen|komen|houden|tussen|doen|nemen|volgen|plus|starten)(?!\w))[a-zà-ÿ]{3,}(?:en|s)(?!\w)"
    r"(?!\s+(?:wij|we|er|de|het|onze|zij|ze)(?!\w)))"
)
_YEAR = Lazy(rf"(?<!\w)(?:(?:{_LEAD})\s+)+(?:{_PART})?({JAARTAL})(?![-–]\d){_NOUN_NEXT}")
_DAY = Lazy(
    rf"(?<!\w)(?:per|op|vóór|voor|sinds|vanaf|na|eind|begin|t/m|tot\s+en\s+met)\s+(?:(?:\d{{1,2}}|half)\s+)?{MAAND}(?!\s*(?:19|20)\d\d)",
    needs=MONTHS,
)
_YEAR_END = Lazy(rf"(?<!\s),?\s+((?:{_PART})?(?<!dan )(?<!\d )({JAARTAL}))\s*$")
_HALF_MONTH = Lazy(rf"(?<!\w)half(?:\s+{MAAND})?$")
"""Before a year this is a day, not half of something: `half november 2022`."""
_YEARS = Lazy(
    rf"(?:(?<!\w)(?:tussen|van|in|periode|jaren|voor|over|de)\s+)*{JAARTAL}"
    rf"\s*(?:[-–/]|t/m|tot en met|tot|en)\s*(?:{JAARTAL}|\d\d(?![\d-])){_NOUN_NEXT}"
)
_LENGTH = Lazy(
    r"(?<!\w)(?:in|over|binnen|gedurende|verspreid\s+over|voor)\s+(?:de\s+)?(?:komende\s+|een\s+)?"
    r"(?=(?P<getal>\S+(?:\s+half|\s+halve)?)\s+(?P<maat>jaar|jaren|maanden|maand|weken)"
    r"(?P<tijd>\s+tijd)?(?!\w))",
    needs=words("jaar jaren maanden maand weken"),
)
_PER_YEAR = Lazy(
    r"(?<!\w)(?:per\s+(?:kalender)?jaar|jaarlijkse?|dit\s+jaar|elk\s+jaar|ieder\s+jaar|per\s+jaar)"
    r"(?![\w-])|(?<=\w)\s?/\s?(?:jaar|jr\.?)(?!\w)",
    needs=words("jaar kalenderjaar jaarlijks jaarlijkse jr"),
)
_TIMES = Lazy(r"(?<!\w)(?:keer|maal|\d*\s?[x×]|frequentie)(?!\w)")
_DURATION = (
    r"(?:sec(?:onden?|\.)?|min(?:uten|uut|\.)?|uur|uren|(?:werk|kalender)?dag(?:en)?|etmalen|etmaal"
    r"|weken|week|maand(?:en)?|jaar)(?!\w)"
)
_NORM = Lazy(
    r"(?<!\w)binnen\s+(?:max(?:imaal|\.)?\s+|de\s+|een\s+)?"
    rf"(?:\d[\d.,]*|[a-zà-ÿ]+)\s+{_DURATION}.*$",
    re.DOTALL,
    words("binnen"),
)
_BY_MARK = Lazy(
    r"(?<!\w)(?:geeft|geven|gaf|gaven|heeft|hebben|had|hadden|met|scoort|scoren|waardeert|waarderen"
    r"|beoordeelt|beoordelen|krijgt|krijgen|haalt|halen|behaalt|behalen)\s+(?:(?!\d)\S+\s+){0,6}?"
    r"(?:een|cijfer|score|van|met|minimaal|minstens|minste)\s+(?:(?:10|\d)(?:,\d+)?|(?:ruim\s+)?voldoende|goed)(?:\s+of\s+(?:hoger|meer|lager|minder))?(?=\s*(?:$|[.,]|voor|op|aan|over))(?:(?!\d).)*$",
    needs=words(
        "geeft geven gaf gaven heeft hebben had hadden met scoort scoren waardeert waarderen "
        "beoordeelt beoordelen krijgt krijgen haalt halen behaalt behalen"
    ),
)
"""A mark by which a share is counted: `80% geeft een 7 of hoger`."""
_SHARE = Lazy(
    r"%|(?<!\w)(?:procent|helft|driekwart|derde|kwart)(?!\w)|(?<!\w)op\s+de\s|van\s+de\s+\d"
)
_JAREN = {"jaar": Fraction(1), "jaren": Fraction(1), "maanden": Fraction(1, 12)}
_JAREN |= {"maand": Fraction(1, 12), "weken": Fraction(1, 52)}


def take_norm(peel: Peel) -> None:
    """Take out the norm that belongs to the definition of a share: `85% binnen 8 weken`."""
    found = None if _NORM.needs.isdisjoint(peel.words) else _NORM.search(peel.low)
    if found is None and not _BY_MARK.needs.isdisjoint(peel.words):
        found = _BY_MARK.search(peel.low)
    if found and _SHARE.search(peel.low, 0, found.start()):
        peel.put(voorwaarde=peel.cut(*found.span()).rstrip(" ."))


def take_terms(peel: Peel) -> None:
    """Take out years, months and lengths that say by when; a quantity must be left."""
    if peel.year:
        _take_years(peel)
    if peel.month and (found := _DAY.search(peel.low)) and peel.delen.termijn is None:
        peel.put(termijn=Looptijd(peel.cut(*found.span())))
    if not _LENGTH.needs.isdisjoint(peel.words):
        for found in list(_LENGTH.finditer(peel.low)):
            _take_length(peel, found)
    if not _PER_YEAR.needs.isdisjoint(peel.words) and (found := _PER_YEAR.search(peel.low)):
        _take_per_year(peel, found)


def _take_years(peel: Peel) -> None:
    if found := _YEARS.search(peel.low):
        peel.put(termijn=Looptijd(peel.cut(*found.span()), _last_year(found[0])))
    for pattern in (_YEAR, _YEAR_END):
        for found in list(pattern.finditer(peel.low)):
            before = peel.low[: found.start()].rstrip()
            if pattern is _YEAR_END and (
                _HALF_MONTH.search(before) or not peel.has_figure(0, found.start())
            ):
                continue
            year = int(found[0].rstrip()[-4:])
            peel.put(termijn=Looptijd(peel.cut(*found.span()).strip(" ,"), year))


def _take_length(peel: Peel, found: re.Match[str]) -> None:
    end = found.end("tijd") if found["tijd"] else found.end("maat")
    around = peel.has_figure(0, found.start()) or peel.has_figure(end)
    try:
        number = scan_number(peel.low, found.start("getal"))
    except Onleesbaar:
        return
    if number is None or number[1] != found.end("getal") or not around:
        return
    jaren = number[0] * _JAREN[found["maat"]]
    peel.put(termijn=Looptijd(peel.cut(found.start(), end), None, jaren))


def _take_per_year(peel: Peel, found: re.Match[str]) -> None:
    behind, before = peel.low[found.end() :], peel.low[: found.start()]
    if _TIMES.search(peel.low) or not (peel.has_figure(0, found.start()) or behind.strip()):
        return
    if before.strip(" ,") and behind.strip(" ,.") and "per" in found[0]:
        # `per jaar` in the middle belongs to what stands behind it
        return
    if not peel.has_figure(0, found.start()) and not peel.has_figure(found.end()):
        return
    tekst = peel.cut(*found.span())
    if tekst.lstrip().startswith("/"):
        tekst = "per jaar"
    if peel.delen.termijn is None:
        peel.put(termijn=Looptijd(tekst, None, Fraction(1), per_jaar=True))


def _last_year(text: str) -> int:
    years = re.findall(r"(?:19|20)\d\d", text)
    tail = re.search(r"(?<!\d)(\d\d)$", text)
    return int(years[0][:2] + tail[1]) if tail else int(years[-1])
