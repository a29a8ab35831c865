"""What people want less of: a figure about it that says no direction could be read both ways."""

from __future__ import annotations

from functools import lru_cache

from bkl.domein.notatie.values.lazy import words
from bkl.domein.notatie.vocabulary.eenheid import EURO, is_duration

_WORDS = words(
    "uitval wachttijd wachttijden wachtlijst wachtlijsten doorlooptijd doorlooptijden leegstand "
    "incident incidenten misdrijf misdrijven diefstal diefstallen bezwaar bezwaren eenzaamheid "
    "bezwaarschrift bezwaarschriften doden verkeersdoden overtreding overtredingen recidive fouten "
    "fout verlies verliezen vertraging vertragingen criminaliteit vandalisme overgewicht rokers "
    "roker rookt faillissement faillissementen annulering annuleringen no-shows no-show hinder "
    "verspilling crisismelding crisismeldingen reistijd responstijd aanrijtijd opkomsttijd co2 "
    "zwerfafval restafval emissie emissies lekkage lekkages huisuitzetting huisuitzettingen "
    "uithuisplaatsing uithuisplaatsingen noodopvang schoolverlaters schoolverlater kosten lasten "
    "stikstof fraude agressie pesten hitte drop-out drop-outs"
)
_ENDS = tuple(
    sorted(
        words(
            "verzuim uitval klacht klachten schuld schulden inbraak inbraken overlast ongeval "
            "ongevallen slachtoffer slachtoffers slachtofferschap geweld afwijzing afwijzingen "
            "storing storingen werkloosheid armoede uitstoot achterstand achterstanden tekort "
            "tekorten delict delicten hinder kosten lasten ziekmelding ziekmeldingen"
        )
    )
)
_STARTS = ("voortijdig", "dakloz", "dakloos", "thuisloz", "wanbetal", "onveilig", "uitvalpercent")
_CONTAINS = ("verzuim", "uitval", "slachtoffer", "inbraa")


@lru_cache(maxsize=1024)
def wants_less(text: str) -> bool:
    """Tell whether a text is about something that people want less of."""
    for raw in text.lower().split():
        word = raw.strip(".,;:()'\"?!")
        if word in _WORDS or word.endswith(_ENDS) or word.startswith(_STARTS):
            return True
        if any(part in word for part in _CONTAINS):
            return True
    return False


def asks_direction(eenheid: str | None, tail: str | None, about: str) -> bool:
    """Tell whether a bare figure in this unit, about this, needs a `richting`.

    Money and durations can be a cost or an effort; and less of some things is better. `tail`
    is what stands behind the unit, `about` the indicator's own words, a line each.
    """
    if eenheid is None:
        return bool(about) and any(wants_less(_subject(line)) for line in about.split("\n"))
    if eenheid.startswith((EURO, "euro", "Euro")) or is_duration(eenheid) or wants_less(eenheid):
        return True
    if eenheid[:1] not in "%‰p":
        return False
    return wants_less(tail or "") or any(wants_less(_subject(line)) for line in about.split("\n"))


def rests_on_words(eenheid: str | None, tail: str | None, about: str) -> bool:
    """Tell whether a doel in this unit may be another one with other words about it."""
    if eenheid is None:
        return True
    return asks_direction(eenheid, tail, about) and not asks_direction(eenheid, tail, "")


def _subject(line: str) -> str:
    """Return the first words of a text, up to a preposition: what it is about."""
    found: list[str] = []
    for word in line.lower().replace("-", " ").split():
        if word in _FILLERS:
            continue
        if word in _PREPOSITIONS:
            break
        found.append(word)
    return " ".join(found)


_FILLERS = words("aantal het de percentage % gemiddeld gemiddelde totaal van een aandeel hoogte")
_PREPOSITIONS = words("over tegen rond rondom voor met aan bij in op door naar om te die dat als")
