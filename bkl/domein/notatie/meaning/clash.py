"""What a doel and a figure say otherwise: another norm, another scale, a share of others."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.reading.nouns import MEASURES
from bkl.domein.notatie.reading.parts import Gemeten, Looptijd
from bkl.domein.notatie.values.getal import scan_number
from bkl.domein.notatie.values.lazy import Lazy, words
from bkl.domein.notatie.vocabulary.eenheid import (
    factor,
    is_percentage,
    same_noun,
    same_unit,
)

_WORD = Lazy(r"[^\W_]+(?:[-'][^\W_]+)*")
_ONE = Fraction(1)
_MEASURED = MEASURES | {"€"}
_DONE_WORD = Lazy(r"(?:\w*ge\w+(?:d|t|en)|be\w+(?:d|t)|ver\w+d|zijn|werd(?:en)?|word\w*)$")
_BRACKETS = Lazy(r"[(\[][^()\[\]]*[)\]]")
_ABOUT = Lazy(r"(?:uit|over|in|van|voor|met|bij|aan|op|tegen|door|naar|binnen|rond)(?!\w)")
_PART_OF = Lazy(
    r"(?<!\w)(?:afgehandeld|ingediend|ondervraagd|gemeten|gebeld|nieuw|actie[fv]|betaald|uniek|jong"
    r"|oud|vrouwelijk|mannelijk|tevreden|toegekend|toegewezen|gegrond|kwetsba|afgerond|gestart)"
)
"""Adjectives that make a part of a population."""
_UNNAMED = words(
    "geval gevallen keer keren totaal maal malen aantal de het van alle gemeten onze alle al in"
)


_NOT_HELD = Lazy(
    r"(?<!\w)(?:afgelaste?|geannuleerde?|vervallen|uitgestelde?|geschrapte?|mislukte?|afgewezen"
    r"|geweigerde?|afgezegde?|afzeggen|annuleren|uitstellen|schrappen|verplaatste?|doorgeschoven|stopgezette?|afgeblazen|ingetrokken|toegezegde?"
    r"|aangevraagde?|afgemelde?|verloren|vermiste?|gesloten|ontbindende?|niet\s+(?:door(?:gegaan)?"
    r"|[a-zà-ÿ]*ge[a-zà-ÿ]+(?:d|t|en)|be[a-zà-ÿ]+(?:d|t)|ver[a-zà-ÿ]+(?:d|t)|tevreden|op\s+tijd))(?!\w)"
)
"""Words by which a figure counts what did not happen, or not as it should."""
_DENIED = words("niet geen nooit zonder")
_LETTER = Lazy(r"[^\W\d_]")
_DEGREE = words("zeer heel volledig geheel helemaal ruimschoots uitstekend")
_NORM = Lazy(r"binnen\s+(?:max\S*\s+|de\s+|een\s+)?(\S+)\s+(\S+)")


def clash(doel: Doel, waarde: Waarde) -> str | None:
    """Return what the two say otherwise about norm, scale, time or whom; None when nothing."""
    mine, other = doel.delen, waarde.delen
    reden = (
        _other_scale(mine.schaal, other.schaal, waarde.eenheid)
        or _other_time(doel, waarde)
        or _not_held(doel, waarde)
    )
    if reden is not None:
        return reden
    if _other_place(mine.staart, other.staart) or _other_matter(doel, waarde):
        return f"Het doel gaat over `{mine.staart}`, de realisatie over `{other.staart}`."
    if mine.voorwaarde and other.voorwaarde and _norm(mine.voorwaarde) != _norm(other.voorwaarde):
        return f"De norm is `{mine.voorwaarde}`, de realisatie noemt `{other.voorwaarde}`."
    if is_percentage(doel.eenheid) and is_percentage(waarde.eenheid):
        return _other_whole(doel, waarde)
    return None


def _other_time(doel: Doel, waarde: Waarde) -> str | None:
    mine, other = doel.delen.termijn, waarde.delen
    counted = other.andere_tijd == "langer" and not is_percentage(waarde.eenheid)
    if other.andere_tijd is None or counted or same_term(mine, other.termijn):
        return None
    told = other.termijn.tekst if other.termijn else ""
    return f"De realisatie gaat over `{told}`, niet over het jaar van het verslag."


def _other_scale(mine: Gemeten, other: Gemeten, eenheid: str | None) -> str | None:
    if mine is not None and eenheid is not None:
        return f"Het doel staat op een schaal, de realisatie telt `{eenheid}`."
    if isinstance(mine, tuple) and other != mine:
        return "Het doel staat op een schaal van woorden, de realisatie niet op dezelfde."
    if other is None or other == mine or {mine, other} == {None, "cijfer"}:
        return None
    return "De twee cijfers staan niet op dezelfde schaal."


def same_term(mine: Looptijd | None, other: Looptijd | None) -> bool:
    """Tell whether two phrases give themselves the same year or length of time."""
    if mine is None or other is None:
        return False
    if other.jaar is not None:
        return mine.jaar == other.jaar
    return mine.jaren == other.jaren


def _not_held(doel: Doel, waarde: Waarde) -> str | None:
    """Return that only one of the two counts what was cancelled, refused or not done."""
    counted, promised = (_stems(one.tekst) for one in (waarde, doel))
    for word in counted - promised:
        return f"De realisatie telt wat `{word}` is; het doel niet."
    if doel.delen.staart or waarde.delen.staart:
        mine, other = (
            set(_WORD.findall((d or "").lower())) for d in (doel.delen.staart, waarde.delen.staart)
        )
        if _DENIED & other and not _DENIED & mine:
            return f"De realisatie gaat over `{waarde.delen.staart}`; het doel niet."
        if any(f"on{word}" in other for word in mine) or any(f"on{word}" in mine for word in other):
            return "Doel en realisatie zeggen het tegendeel van elkaar."
    named = _LETTER.search(waarde.tekst) is not None
    if named and waarde.eenheid is not None and not is_percentage(waarde.eenheid):
        for word in _stems(doel.eenheid or "") - counted:
            return f"Het doel telt wat `{word}` is; de realisatie zegt dat niet."
    return None


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    found = _NOT_HELD.finditer(_BRACKETS.sub(" ", text.lower()))
    return frozenset(" ".join(one[0].split()).removesuffix("e") for one in found)


def _other_place(mine: str | None, other: str | None) -> bool:
    """Tell whether both say where or for whom, and nothing the same."""
    if not mine or not other or not (_ABOUT.match(mine.lower()) and _ABOUT.match(other.lower())):
        return False
    return not _share_word(mine, other)


def _other_matter(doel: Doel, waarde: Waarde) -> bool:
    """Tell whether two measures are of other things: `40 km fietspad`, `40 km riool`."""
    mine, other = doel.delen.staart, waarde.delen.staart
    if not mine or not other or (doel.eenheid or "").lower() not in _MEASURED:
        return False
    left, right = (_matter(part) for part in (mine, other))
    return bool(left and right) and not any(same_noun(a, b) for a in left for b in right)


def _matter(text: str) -> list[str]:
    found = (word for word in _WORD.findall(text.lower()) if len(word) > 3)
    return [word for word in found if not _DONE_WORD.match(word)]


def _norm(text: str) -> tuple[Fraction, str]:
    """Return a norm such that `binnen 2 weken` and `binnen 14 dagen` are the same."""
    found = _NORM.match(text.lower())
    number = scan_number(found[1], 0) if found else None
    if found is None or number is None:
        return _ONE, text.lower()
    unit = found[2].strip(".,")
    scale = factor(unit, "seconden")
    return (number[0] * scale, "s") if scale else (number[0], unit)


def _other_whole(doel: Doel, waarde: Waarde) -> str | None:
    """Return that the shares are of different wholes, None when they may be of the same."""
    promised, reached = (
        whole_of(doel.eenheid, None),
        whole_of(waarde.eenheid, waarde.delen.populatie),
    )
    if promised and reached and not _same_people(promised, reached):
        return f"Het doel is een deel van `{promised}`, de realisatie van `{reached}`."
    mine, other = doel.delen.staart, waarde.delen.staart
    if mine and other and (not _share_word(mine, other) or _degree(mine) != _degree(other)):
        return f"Het doel gaat over `{mine}`, de realisatie over `{other}`."
    return None


def _degree(text: str) -> bool:
    return not _DEGREE.isdisjoint(text.lower().split())


def whole_of(eenheid: str | None, populatie: str | None) -> str | None:
    """Return of whom or what a share is: `deelnemers`, None when that is left unsaid."""
    text = populatie or (eenheid or "").partition(" van ")[2]
    named = [word for word in text.lower().split() if word.strip(".,") not in _UNNAMED]
    return " ".join(named) or None


def _same_people(one: str, other: str) -> bool:
    if same_unit(one, other):
        return True
    a, b = one.split(), other.split()
    if not same_noun(a[-1], b[-1]) or (len(a) > 1 and len(b) > 1):
        return False
    return _PART_OF.search(" ".join((*a[:-1], *b[:-1]))) is None


def _share_word(one: str, other: str) -> bool:
    left = {word for word in _WORD.findall(one.lower()) if len(word) > 3}
    right = {word for word in _WORD.findall(other.lower()) if len(word) > 3}
    return not left or not right or bool(left & right)
