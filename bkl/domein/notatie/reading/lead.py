"""The words before a quantity in a sentence: which of them leave its meaning alone."""

from __future__ import annotations

from bkl.domein.notatie.values.lazy import Lazy, words
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.qualifiers import LATER
from bkl.domein.notatie.vocabulary.reached_words import MEASURED
from bkl.domein.notatie.vocabulary.refusals import refuse_relative

_BLOCKERS = Lazy(
    r"(?<!\w)(?:niet|geen|zonder|nooit|nauwelijks|noch|amper|tenzij|of|zie|idem|evenveel|zoveel"
    r"|meer|minder|hoger|lager|eerste|laatste|volgende|elke|iedere|ieder|elk|bijvoorbeeld|zoals"
    r"|vrijwel|nagenoeg|praktisch|zowat|haast|zo\s+goed\s+als|per\s+(?!saldo)[a-zà-ÿ]+|vaker|groter|kleiner|beter|slechter|sinds|begroot|gemeten|oorspronkelijk"
    r"|(?<!er\s)(?:was|waren)|vorige?|voorgaande?|afgelopen|eerder|destijds|voorheen|landelijk|elders|mediaan|modus|hoogste|laagste)(?!\w)"
)
_OPENERS = words(
    "komen komt willen kunnen zullen moeten mogen ontvangen helpen trainen spreken bezoeken "
    "verwelkomen vinden vindt starten werven "
    "aan bij in met naar om op over per te tussen uit van via voor door tijdens rond is zijn "
    "wordt worden bedraagt bedroeg bedragen werd werden kwam kwamen hebben heeft had hadden "
    "krijgt krijgen kregen staat staan stond blijft blijven ligt lag zitten telt tellen doet "
    "doen deden nemen namen volgen volgden gaan ging gingen bereikt bereiken bereikten "
    "organiseren organiseerden houden hielden realiseren geven gaven bieden boden begeleiden "
    "begeleidden ondersteunen ondersteunden maken maakten leveren plaatsen zetten scoren "
    "scoort scoorde haalt halen haalden verwacht verwachten streven we wij ze zij er de het "
    "deze die dit dat onze ons alle hun totaal slechts nog al inmiddels samen gezamenlijk ook "
    "wel reeds jaarlijks maandelijks gemiddeld gemiddelde daarvan moment heden daarna "
    "vervolgens namelijk jaar maand week participatie steeg daalde groeide stegen daalden "
    "groeiden nam waaraan waarbij hiervan minstens tenminste openen geopend gehouden "
    "betrokken "
)
_REACHED = Lazy(
    r"(?<!\w)(?:gestegen|gedaald|toegenomen|afgenomen|gegroeid|opgelopen|teruggebracht|uitgebreid"
    r"|verhoogd|verlaagd|verminderd|steeg|daalde|groeide)(?!\w)"
)
_CHANGED = Lazy(
    r"(?<!\w)(?:toename|afname|daling|stijging|groei|vermindering|verhoging|verlaging|krimp|reductie"
    r"|toegenomen|afgenomen|gedaald|gestegen|gegroeid|verminderd|verhoogd|verlaagd|extra)"
    r"(?:\s+\w+)?(?:\s+(?:van|met|is|was|bedraagt|bedroeg|tot\s+wel))?\s*$"
    r"(?<!naar )(?<!tot )(?<!op )"
)
_PLURAL = Lazy(r"[a-zà-ÿ-]{2,}(?:en|s|eren|ers|'s|ën)$")
_MEASURE_UNIT = Lazy(
    r"\s*(?:%|‰|€|euro|procent|fte|ha|hectare|km|m2|m²|uur|uren|minuten|minuut|dagen|werkdagen"
    r"|kalenderdagen|weken|maanden|jaar|seconden|pj|tj|gwh|mwh|kwh|mton|kton|ton|kg|keer)(?!\w)"
)


_DECIMAL = Lazy(r"\d[.,]\d")


def expect_lead(low: str, at: tuple[int, int], end: int, teken: str | None) -> None:
    """Refuse words before a quantity that may change what it means, or make it a label.

    `at` is where the quantity begins, with and without its qualifier; `end` is behind its
    number.
    """
    start, lead = at[0], low[: at[0]]
    if blocker := _BLOCKERS.search(lead) or LATER.search(lead):
        raise Onleesbaar(
            f"Het woord `{blocker[0]}` vóór het getal maakt onzeker wat er bedoeld is.",
            "Schrijf alleen de hoeveelheid, zoals `minimaal 3 lezingen`.",
            *blocker.span(),
        )
    if not (given := lead.replace("(", " ").replace('"', " ").split()):
        return
    last = given[-1].strip(",.'\"")
    _expect_no_change(low, lead, last, start, end)
    if last in _OPENERS or (last != "€" and lead.rstrip().endswith((":", ",", "–", "="))):
        return
    if at[0] != at[1] or teken is not None or MEASURED.search(last) or last == "tot":
        return
    if _MEASURE_UNIT.match(low, end) or _DECIMAL.search(low, start, end):
        return
    noun = low[end:].split()
    if noun and _has_plural(noun) and not _is_label(last):
        return
    place = lead.rstrip()
    raise Onleesbaar(
        f"`{given[-1]}` staat vlak vóór het getal; dat kan een nummer zijn, geen aantal.",
        "Schrijf eerst het getal, dan de eenheid, zoals `3 lezingen`.",
        max(0, len(place) - len(given[-1])),
        max(end, len(place)),
    )


def _expect_no_change(low: str, lead: str, last: str, start: int, end: int) -> None:
    """Refuse `toename van 5` and `tot 5`, which are no quantity by themselves."""
    if found := _CHANGED.search(lead):
        refuse_relative(found.start(), end)
    if last == "tot" and not _REACHED.search(lead):
        number = low[start:end].strip()
        raise Onleesbaar(
            "`tot` zegt niet of het getal zelf meetelt.",
            f"Schrijf `maximaal {number}` als {number} meetelt, en anders `minder dan {number}`.",
            len(lead.rstrip()) - 3,
            end,
        )


def _has_plural(noun: list[str]) -> bool:
    for word in noun[:3]:
        bare = word.strip(",.()'\"")
        if _PLURAL.search(bare):
            return True
        if not bare.endswith("e"):
            return False
    return False


def _is_label(last: str) -> bool:
    """Tell whether `last` and the number may form a name: `wijk 3`, `team 4`; no verb does."""
    return not last.endswith(("t", "n", "d", "de", "te"))
