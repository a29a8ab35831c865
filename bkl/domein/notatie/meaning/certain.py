"""Whether the words around a figure leave it certain that all of it was reached.

A figure is certain when every word about it is known to be harmless: it is said by `wij`, its
participle is one of what was done, its noun is the one of the doel. Anything else may be what
was ordered, meant, or reached by others; `gehaald` then waits for the writer.
"""

from __future__ import annotations

from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.reading.plain import DIFFERENCE
from bkl.domein.notatie.values import telwoord
from bkl.domein.notatie.values.lazy import Lazy, words
from bkl.domein.notatie.vocabulary import or_so
from bkl.domein.notatie.vocabulary.eenheid import is_count, is_percentage, same_noun
from bkl.domein.notatie.vocabulary.products import is_product
from bkl.domein.notatie.vocabulary.rates import periods_in
from bkl.domein.notatie.vocabulary.reached_words import (
    AS_MEANT,
    COUNTED,
    DONE,
    GREW,
    LEAD,
    OPENS,
    OTHERS,
    OWN,
    PARTS,
    TOWARDS,
    names_measure,
)

_MEANT = Lazy(AS_MEANT)
_PARTICIPLE = Lazy(
    r"(?:[a-zé]*ge[a-zé]{2,}[dt]|(?:af|weg|mis|terug|aan|uit|in|op|toe|voor|mee|over|onder|bij|door)ge[a-zé]{3,}en|(?:voor|aan|uit|in|toe|op|af)?(?:be|ver|ont|her)[a-zé]{3,}[dt])$"
)
_NOUN = (
    *("heid", "teit", "beleid", "gebied", "bericht", "verband", "bestand", "gezicht", "gerecht"),
    *("besluit", "verbod", "gewicht", "gedicht", "gevecht", "geluid", "geweld", "bezit", "bewind"),
    *("gezond", "gebied", "verkeer", "vergunning", "verstand", "gemeenschap", "overheid", "gebed"),
)
"""How nouns end that have the shape of a participle."""
_WORD = Lazy(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_DIGIT = Lazy(r"\d")
_SOME = Lazy(r"(?<!\w)een\s+\d")
"""`een` before a figure in digits: about so many, but for a mark (`een 8`)."""
_SOME_PERIODS = Lazy(
    r"(?<!\w)(?:q[1-4]|\w*kwartaal|\w*kwartalen|halfjaar|half\s+jaar|helft|weken|maanden|t/m|tot|vanaf"
    r"|sinds|behalve|uitgezonderd|buiten|zomer\w*|winter\w*|voorjaar|najaar|herfst|lente|seizoen"
    r"|vakanties?|na$|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober"
    r"|november|december)(?!\w)"
)
"""What tells of only some of the periods of a year."""
_PART_YEAR = Lazy(
    r"(?:(?:t/m|tot\s+en\s+met|tot|vóór|voor|eind|begin)\s+(?:(?:\d+|half)\s+)?(?!dec)"
    r"|(?:sinds|vanaf|na)\s+(?:(?:\d+|half)\s+)?(?!jan))[a-z].*"
)
_OF_WHICH = words("nog niet moeten ons wij")
"""Words by which a note says that only a part was reached, or by us: `waarvan 4 door ons`."""
_BEGUN = words("begonnen gestart opgestart")
"""Participles by which a rapport is not there yet, though a course of steps is."""
_ARRIVED = words("kwam kwamen komt komen staat staan stond uit ligt lag bleef")
"""Verbs behind which `op` gives where a figure ended; `rekenen op` does not."""


def doubt(doel: Doel, waarde: Waarde) -> str | None:
    """Return the word that leaves a figure uncertain, None when there is none."""
    low = waarde.tekst.lower()
    if _is_of_periods(doel, low):
        return "per"
    if " " not in low.strip():
        return None
    if waarde.nominaal is not None and (again := or_so.turned(low, low)):
        low = again[1]
    promised = frozenset(_WORD.findall(doel.tekst.lower()))
    return (
        _in_lead(_lead_of(low), promised, counted=is_count(waarde.eenheid))
        or _towards(_lead_of(low), waarde)
        or _in_unit(waarde.eenheid or "", promised)
        or _in_part(doel, waarde, promised)
        or _in_tail(doel, waarde, promised)
        or _in_notes(waarde.delen.noten)
        or _in_periods(doel, waarde)
    )


def _is_of_periods(doel: Doel, low: str) -> bool:
    """Tell whether one side alone says of which periods it is, and no unit holds that."""
    promised, reached = periods_in(doel.tekst.lower()), periods_in(low)
    if promised and _holds_no_rate(doel.eenheid) and not promised <= reached:
        return True
    return _is_capped(doel) and not reached <= promised and "keer" not in low


def _holds_no_rate(unit: str | None) -> bool:
    return is_percentage(unit) == (" per " in f" {unit or ''} ")


def _lead_of(low: str) -> list[str]:
    """Return the words before the number."""
    spots = [found.start() for found in (_DIGIT.search(low), telwoord.find_word(low, 0)) if found]
    return _WORD.findall(low[: min(spots)]) if spots else []


def _in_lead(lead: list[str], promised: frozenset[str], *, counted: bool) -> str | None:
    own = not OWN.isdisjoint(lead)
    for place, word in enumerate(lead):
        if word in OWN and (verb := _unknown_verb(lead, place)) is not None:
            return verb
        if word in LEAD or word in DONE or word in promised:
            continue
        if word in OTHERS or not (own or names_measure(word) or _is_promised(word, promised)):
            return word
    if lead[-1:] == ["afgerond"] or "vanaf" in lead[:-1] or " ".join(lead[-3:]) == "in plaats van":
        return " ".join(lead)
    if lead[-1:] == ["op"] and counted and _ARRIVED.isdisjoint(lead):
        return f"{lead[-2]} op" if len(lead) > 1 else "op"
    if lead[-1:] == ["voor"] and "voor" not in promised:
        return "voor"
    return None


def _towards(lead: list[str], waarde: Waarde) -> str | None:
    """Return what makes of a figure one that was only neared: `naar de 40`, `een 40 leden`."""
    delen = waarde.delen
    if not lead or delen.termijn is not None:
        return None
    if grew := GREW.search(" ".join(lead)):
        return grew[0]
    if waarde.nominaal is not None:
        return None
    if delen.schaal is None and _SOME.search(waarde.tekst.lower()):
        return "een"
    found = TOWARDS.search(" ".join(lead))
    return found[0].strip() if found else None


def _unknown_verb(lead: list[str], place: int) -> str | None:
    """Return what `wij` did where that is not known to be done: `wij bestelden`."""
    near = [*lead[place + 1 : place + 2], *lead[max(place - 1, 0) : place]]
    known = [word for word in near if word in LEAD or word in DONE]
    return None if known or not near else near[0]


def _is_promised(word: str, promised: frozenset[str]) -> bool:
    return any(same_noun(word, other) for other in promised)


def _in_unit(unit: str, promised: frozenset[str]) -> str | None:
    """Return what makes another thing of the noun: `bestelde bijeenkomsten`, `oud-leden`."""
    parts = unit.lower().split()
    for word in parts:
        if word in promised or word.endswith("ende"):
            continue
        if PARTS.match(word) or word in OTHERS:
            return word
        if word.endswith(("de", "te")) and _is_participle(word[:-1]) and word[:-1] not in DONE:
            return word
    return None


def _in_part(doel: Doel, waarde: Waarde, promised: frozenset[str]) -> str | None:
    """Return what makes a part of things of which there may not be too many."""
    if not _is_capped(doel) or not is_count(waarde.eenheid):
        return None
    group = (waarde.eenheid or "").lower().partition(" per ")[0].split()
    return next((word for word in group[:-1] if not _is_promised(word, promised)), None)


def _is_capped(doel: Doel) -> bool:
    return doel.bereik is not None and doel.bereik.high is not None


def _in_tail(doel: Doel, waarde: Waarde, promised: frozenset[str]) -> str | None:
    tail = list(_WORD.findall(_MEANT.sub(" ", (waarde.delen.staart or "").lower())))
    if not tail or not is_count(waarde.eenheid):
        return next((word for word in tail if word in OTHERS and word not in promised), None)
    capped = _is_capped(doel)
    known = COUNTED if capped else DONE
    if (last := _unfinished(waarde, tail, promised)) is not None:
        return last
    first = tail[0]
    if first in DIFFERENCE or not (
        first in promised or first in OPENS or first in LEAD or first in known
    ):
        return first
    for word in tail:
        if word in promised or word in OPENS:
            continue
        if word in OTHERS or (_is_participle(word) and word not in known):
            return word
        if capped and tail[0] in OPENS:
            # a part of what may not be too many
            return word
    return None


def _unfinished(waarde: Waarde, tail: list[str], promised: frozenset[str]) -> str | None:
    """Return what tells that a thing was begun, that so many came, or that none was measured."""
    if tail[-1] == "bij":
        return "erbij"
    if "gemeten" in tail and waarde.tekst.lower().startswith("geen"):
        return "gemeten"
    if "in uitvoering" in (waarde.delen.staart or "").lower():
        return "in uitvoering"
    begun = _BEGUN.intersection(tail) if is_product(waarde.eenheid or "") else frozenset()
    return next(iter(sorted(begun - promised)), None)


def _in_notes(noten: tuple[str, ...]) -> str | None:
    """Return what a note says against the figure before it; a figure of its own is apart."""
    for noot in noten:
        low = _MEANT.sub(" ", noot.lower())
        bare = not _DIGIT.search(low)
        for word in _WORD.findall(low):
            if bare and (word in OTHERS or word in ("nog", "deels", "niet", "gedeeltelijk")):
                return word
            if low.startswith(("waarvan", "waaronder")) and word in (
                "nog",
                "niet",
                "moeten",
                "ons",
                "wij",
            ):
                return word
    return None


def _in_periods(doel: Doel, waarde: Waarde) -> str | None:
    """Return what makes of so many per period one of some of them: `per kwartaal tot juli`."""
    if not periods_in(waarde.tekst.lower()):
        return _until(waarde) if _is_capped(doel) and is_count(waarde.eenheid) else None
    delen = waarde.delen
    told = (delen.staart, delen.termijn and delen.termijn.tekst, *delen.noten)
    found = (_SOME_PERIODS.search(text.lower()) for text in told if text)
    return next((one[0] for one in found if one), None)


def _until(waarde: Waarde) -> str | None:
    """Return what ends a count within the year, of things of which there may not be too many."""
    termijn = waarde.delen.termijn
    found = _PART_YEAR.match(termijn.tekst.strip().lower()) if termijn is not None else None
    return found[0] if found else None


def _is_participle(word: str) -> bool:
    return _PARTICIPLE.match(word) is not None and not word.endswith(_NOUN)
