"""Whether a figure compares with a doel: in what unit, of whom, and by which norm.

Two figures compare when they count the same noun, measure in units that convert exactly, or
are shares of one whole. What a figure leaves unsaid it takes over from the doel only where
that cannot change its meaning; whatever it says otherwise makes it another figure.
"""

from __future__ import annotations

from fractions import Fraction

from bkl.domein.notatie.meaning.certain import doubt
from bkl.domein.notatie.meaning.clash import clash, same_term
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.meaning.passing import WHOLE, Passing, other_noun
from bkl.domein.notatie.meaning.shares import part_of, ratio, shares
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.values.lazy import Lazy, words
from bkl.domein.notatie.vocabulary.eenheid import (
    EURO,
    PROCENT,
    days_in,
    factor,
    is_duration,
    is_percentage,
    same_noun,
    same_unit,
    takes_over,
    unit_words,
)
from bkl.domein.notatie.vocabulary.products import counts_products

_RESTRICTING = words(
    "unieke uniek nieuwe nieuw actieve actief betaalde betaald onbetaalde onbetaald extra"
)
_PER = Lazy(r"(?<!\s)\s+per\s+(?:kalender)?jaar$|\s*/\s*jaar$")
_EACH = Lazy(r"(?<!\w)(?:elke?|iedere?|per|alle)(?!\w)")
_WORD = Lazy(r"[^\W_]+(?:[-'][^\W_]+)*")
_ABOUT = {
    PROCENT: Lazy(r"%|procent|percentage|aandeel|graad"),
    EURO: Lazy(r"€|euro|kosten|bedrag|budget|omzet|opbrengst|lasten|subsidie|saldo"),
}
_PIECES = words("keer x maal stuks stuk")
"""Words that count without saying what."""


def comparable(doel: Doel, waarde: Waarde) -> Passing:
    """Bring a figure into the unit of its doel, or say why it is another figure."""
    interval = waarde.interval
    if interval is None:
        return Passing(None)
    if "gereed" in (doel.soort, waarde.soort):
        return _done(doel, waarde, interval)
    reden = clash(doel, waarde)
    if reden is not None:
        return Passing(None, None, reden)
    if waarde.delen.gemiddelde != doel.delen.gemiddelde and _per_item(doel, waarde):
        return Passing(WHOLE, "Een gemiddelde zegt niet wat er elke keer was.")
    passing = _certain(doel, waarde, _quantities(doel, waarde, interval))
    longer = waarde.delen.andere_tijd == "langer" and not is_percentage(waarde.eenheid)
    if longer and passing.interval and not same_term(doel.delen.termijn, waarde.delen.termijn):
        return _of_part(passing.interval)
    return passing


def _certain(doel: Doel, waarde: Waarde, passing: Passing) -> Passing:
    """Return a figure that would reach its doel as unknown where its words leave that open."""
    if passing.interval is None or doel.bereik is None or not passing.interval.within(doel.bereik):
        return passing
    word = doubt(doel, waarde)
    if word is None:
        return passing
    vraag = f"Bij `{word}` is niet zeker dat dit in het jaar door u is bereikt."
    return Passing(WHOLE, vraag, None, word)


def _of_part(interval: Interval) -> Passing:
    """Return what a year can hold of a figure over a longer time: at most all of it."""
    vraag = "Dit cijfer gaat over meer dan het jaar; hoeveel was het in het jaar zelf?"
    if interval.low is not None and interval.low < 0:
        return Passing(WHOLE, vraag)
    return Passing(Interval(None, interval.high, False, interval.high_open), vraag)


def _quantities(doel: Doel, waarde: Waarde, interval: Interval) -> Passing:
    if doel.eenheid is None and doel.per is None:
        return _bare_doel(doel, waarde, interval)
    if waarde.eenheid is None and waarde.per is None:
        return _bare_waarde(doel, interval)
    if doel.per is not None or waarde.per is not None:
        return ratio(doel, waarde, interval)
    if waarde.teller is not None and not is_percentage(doel.eenheid):
        return part_of(doel, waarde)
    return _in_unit(doel, waarde, interval)


def taken_over(doel: Doel | None, eenheid: str | None) -> str | None:
    """Return the unit of a bare figure: the one that the indicator names, or that of its doel."""
    if eenheid is not None or doel is None or doel.eenheid is None:
        return eenheid
    return doel.eenheid if doel.per is None and takes_over(_without_year(doel.eenheid)) else None


def _done(doel: Doel, waarde: Waarde, interval: Interval) -> Passing:
    if doel.soort == waarde.soort:
        due, day = doel.delen.dag, waarde.delen.dag
        if due is not None and day is not None and day > due:
            told = f"Dit was klaar op {day:%d-%m-%Y}, na de dag van het doel ({due:%d-%m-%Y})."
            return Passing(Interval.exactly(Fraction(0)), told)
        return Passing(interval)
    one = doel.soort == "minimum" and doel.drempel == 1
    if one and waarde.soort == "gereed" and takes_over(doel.eenheid or "x"):
        # `een plan van aanpak` is one, and done is one
        return Passing(interval)
    return Passing(None, None, "Het ene is een aantal, het andere zegt of iets klaar is.")


def _per_item(doel: Doel, waarde: Waarde) -> bool:
    """Tell whether one of the two is `per les` and only one an average."""
    if doel.delen.staart and _EACH.search(doel.delen.staart.lower()):
        return waarde.delen.gemiddelde
    mine, other = _item_of(doel.eenheid), _item_of(waarde.eenheid)
    return (mine is not None or other is not None) and waarde.delen.gemiddelde


def _item_of(eenheid: str | None) -> str | None:
    head, _, item = _without_year(eenheid or "").partition(" per ")
    return item if item and takes_over(head) else None


def _bare_doel(doel: Doel, waarde: Waarde, interval: Interval) -> Passing:
    """A doel without a unit: only what the indicator's own text names compares with it."""
    unit, over = waarde.eenheid, doel.delen.over
    if unit is None and waarde.per is None:
        return Passing(interval)
    if waarde.per is None and unit is not None and _is_about(unit, over):
        if waarde.teller is None:
            return Passing(interval)
        if PROCENT in over or "percentage" in over.lower():
            return Passing(interval)
    named = unit or "een verhouding"
    return Passing(None, None, f"Het doel noemt geen eenheid; de realisatie telt `{named}`.")


def _is_about(unit: str, over: str) -> bool:
    low = over.lower()
    if pattern := _ABOUT.get(unit[:1]):
        return pattern.search(low) is not None
    head = unit_words(unit.partition(" per ")[0])
    if is_duration(unit):
        return any(word in low for word in head)
    nouns = _WORD.findall(low)
    return bool(head) and any(same_noun(head[-1], noun) for noun in nouns)


def _bare_waarde(doel: Doel, interval: Interval) -> Passing:
    """A figure without a unit takes that of the doel over where it can mean nothing else."""
    unit = _without_year(doel.eenheid or "")
    if unit.lower().startswith("extra "):
        return Passing(None, None, "Er staat niet of dit cijfer ook alleen telt wat erbij kwam.")
    if doel.per is None and takes_over(unit):
        return Passing(interval)
    named = doel.eenheid or "een verhouding"
    return Passing(None, None, f"De realisatie noemt geen eenheid; het doel telt `{named}`.")


def _in_unit(doel: Doel, waarde: Waarde, interval: Interval) -> Passing:
    exact = factor(waarde.eenheid or "", doel.eenheid or "")
    if exact is not None and not is_percentage(doel.eenheid):
        return Passing(interval if exact == 1 else interval.scaled(exact), _tails(doel, waarde))
    promised, reached = _without_year(doel.eenheid or ""), _without_year(waarde.eenheid or "")
    if is_percentage(promised) or is_percentage(reached):
        return shares(doel, waarde, interval)
    scale = factor(reached, promised)
    if scale is not None:
        return Passing(interval if scale == 1 else interval.scaled(scale), _tails(doel, waarde))
    if reached in _PIECES and counts_products(promised):
        return Passing(interval, f"Is dat elke keer één van `{promised}`?")
    by_days = _by_days(promised, reached, interval)
    if by_days is not None:
        return Passing(by_days)
    return _nouns(doel, waarde, interval)


def _without_year(unit: str) -> str:
    """Return a unit without `per jaar`: in a plan of one year that says nothing more."""
    return _PER.sub("", unit)


def _by_days(promised: str, reached: str, interval: Interval) -> Interval | None:
    """Convert between months or years and days or weeks, as far as a month has days."""
    mine, other = days_in(promised), days_in(reached)
    if (mine is None) == (other is None):
        return None
    if mine is None and other is not None:
        scale = factor("dagen", promised)
        ends = (Fraction(other[0]), Fraction(other[1]))
    elif mine is not None:
        scale = factor(reached, "dagen")
        ends = (Fraction(1, mine[1]), Fraction(1, mine[0]))
    if scale is None or (interval.low is not None and interval.low < 0):
        return None
    low = None if interval.low is None else interval.low * scale * ends[0]
    high = None if interval.high is None else interval.high * scale * ends[1]
    return Interval(low, high, interval.low_open, interval.high_open)


def _tails(doel: Doel, waarde: Waarde) -> str | None:
    """Return what to ask when the words behind the noun differ."""
    mine, other = doel.delen.staart, waarde.delen.staart
    if mine and mine != other:
        return f"Het doel gaat over `{doel.eenheid} {mine}`; telt de realisatie dezelfde?"
    return None


def _nouns(doel: Doel, waarde: Waarde, interval: Interval) -> Passing:
    """Compare noun groups of which the adjectives differ."""
    differs = Passing(None, None, other_noun(doel, waarde))
    (mine, my_item), (other, item) = (_split_item(one.eenheid or "") for one in (doel, waarde))
    if my_item and item and not same_unit(my_item, item):
        return differs
    if bool(my_item) != bool(item) and not (doel.delen.gemiddelde and waarde.delen.gemiddelde):
        return differs
    a, b = (part.lower().replace("-", " ").split() for part in (mine, other))
    if not a or not b or not same_noun(a[-1], b[-1]):
        return differs
    joined = any(len(part) > 1 and part[-2] in ("of", "en") for part in (a, b))
    if joined or any(map(is_duration, {*a[:-1]} ^ {*b[:-1]})):
        return differs
    if not _RESTRICTING.isdisjoint(set(a[:-1]) - set(b[:-1])):
        return differs
    only = set(b[:-1]) - set(a[:-1])
    if not _RESTRICTING.isdisjoint(only):
        interval = Interval(interval.low, None, interval.low_open)
    return Passing(
        interval,
        f"Het doel telt `{doel.eenheid}`, de realisatie `{waarde.eenheid}`; is dat hetzelfde?",
    )


def _split_item(unit: str) -> tuple[str, str]:
    head, _, item = _without_year(unit).partition(" per ")
    return head, item
