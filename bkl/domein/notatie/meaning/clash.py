"""What a doel and a figure say otherwise: another norm, another scale, a share of others."""

from __future__ import annotations

from fractions import Fraction

from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.reading.parts import Schaal
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
_UNNAMED = words(
    "geval gevallen keer keren totaal maal malen aantal de het van alle gemeten onze alle al in"
)


_NORM = Lazy(r"binnen\s+(?:max\S*\s+|de\s+|een\s+)?(\S+)\s+(\S+)")


def clash(doel: Doel, waarde: Waarde) -> str | None:
    """Return what the two say otherwise about norm, scale or whom; None when nothing."""
    mine, other = doel.delen, waarde.delen
    if reden := _other_scale(mine.schaal, other.schaal, waarde.eenheid):
        return reden
    if mine.voorwaarde and other.voorwaarde and _norm(mine.voorwaarde) != _norm(other.voorwaarde):
        return f"De norm is `{mine.voorwaarde}`, de realisatie noemt `{other.voorwaarde}`."
    if is_percentage(doel.eenheid) and is_percentage(waarde.eenheid):
        return _other_whole(doel, waarde)
    return None


def _other_scale(mine: Schaal | None, other: Schaal | None, eenheid: str | None) -> str | None:
    if mine is not None and eenheid is not None:
        return f"Het doel staat op een schaal, de realisatie telt `{eenheid}`."
    if other is None or other == mine or {mine, other} == {None, "cijfer"}:
        return None
    return "De twee cijfers staan niet op dezelfde schaal."


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
    if not promised and not reached and mine and other and not _share_word(mine, other):
        return f"Het doel gaat over `{mine}`, de realisatie over `{other}`."
    return None


def whole_of(eenheid: str | None, populatie: str | None) -> str | None:
    """Return of whom or what a share is: `deelnemers`, None when that is left unsaid."""
    text = populatie or (eenheid or "").partition(" van ")[2]
    named = [word for word in text.lower().split() if word.strip(".,") not in _UNNAMED]
    return " ".join(named) or None


def _same_people(one: str, other: str) -> bool:
    if same_unit(one, other):
        return True
    a, b = one.split(), other.split()
    return same_noun(a[-1], b[-1]) and (len(a) == 1 or len(b) == 1)


def _share_word(one: str, other: str) -> bool:
    left = {word for word in _WORD.findall(one.lower()) if len(word) > 3}
    right = {word for word in _WORD.findall(other.lower()) if len(word) > 3}
    return not left or not right or bool(left & right)
