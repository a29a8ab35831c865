"""Changes without an end of their own: `daling met 25%`, `verdubbeling`, `5 klachten minder`.

They become a figure only beside the nulmeting or another named figure; without one they are
refused. A figure behind `naar` or `tot` is where the change must end, and is absolute.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from bkl.domein.notatie.changes import change_words
from bkl.domein.notatie.changes.change import Kant, Verhouding
from bkl.domein.notatie.changes.difference import read_difference
from bkl.domein.notatie.reading import never, terms
from bkl.domein.notatie.reading.figure import read_figure
from bkl.domein.notatie.reading.notes import take_notes
from bkl.domein.notatie.reading.parts import Delen, Zin
from bkl.domein.notatie.reading.peel import Peel, has_figure
from bkl.domein.notatie.reading.phrase import read_around
from bkl.domein.notatie.values.lazy import Lazy, words_in
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary import qualifiers as woord
from bkl.domein.notatie.vocabulary import refusals
from bkl.domein.notatie.vocabulary.qualifiers import Vorm


class _Signs(NamedTuple):
    """The words of a phrase that make it a change."""

    factor: re.Match[str] | None
    times: re.Match[str] | None
    change: re.Match[str] | None
    same: re.Match[str] | None


def read_relative(
    text: str, low: str, namen: Sequence[str], anders: str
) -> Verhouding | Zin | None:
    """Read a change or a comparison with another figure.

    Returns a Zin for a change that ends at a figure of its own (`daling tot 2,5%`), and None
    when the phrase is neither. `namen` are the references that the plan gives.
    """
    present = words_in(low)
    if namen or low.startswith("niet") or not change_words.NAME.needs.isdisjoint(present):
        compared = _read_reference(low, namen)
        if compared is not None:
            return compared
    signs = _signs_of(low, present)
    if not any(signs):
        return None
    peel = Peel(text, low)
    inside = take_notes(peel)
    if inside and not peel.has_figure() and any(has_figure(low[a:b]) for a, b in inside):
        # the figure stands in brackets: `minder overgewicht (van 50% naar 38%)`
        return None
    basis = _take_basis(peel, namen)
    terms.take_norm(peel)
    terms.take_terms(peel)
    never.mask_never(peel)
    if "naar" in peel.words and change_words.FROM_TO.search(peel.low):
        return None
    return (
        _towards(peel, signs.factor or signs.change, anders)
        or _towards_named(peel, signs.change, namen)
        or _difference(peel, signs, basis, namen)
    )


def _signs_of(low: str, present: frozenset[str]) -> _Signs:
    def search(pattern: Lazy, text: str) -> re.Match[str] | None:
        return None if pattern.needs.isdisjoint(present) else pattern.search(text)

    factor = None
    if "dubbel" in low or "voudig" in low or "halve" in low:
        factor = change_words.FACTOR.search(low)
    masked = low
    if not change_words.COMPARISON.needs.isdisjoint(present):
        masked = change_words.COMPARISON.sub(lambda found: "_" * len(found[0]), low)
    return _Signs(
        factor,
        search(change_words.TIMES, low),
        search(change_words.CHANGE, masked),
        search(change_words.SAME, low),
    )


def _difference(
    peel: Peel, signs: _Signs, basis: str | None, namen: Iterable[str]
) -> Verhouding | None:
    """Read a change that has no end of its own."""
    delen = peel.delen._replace(noten=tuple(peel.noten))
    factor, times, change, same = signs
    if factor:
        how = change_words.FACTORS[factor[1]]
        _expect_alone(peel, factor.span())
        kant: Kant = "hoger" if how > 1 else "lager"
        return Verhouding(kant, "factor", how, False, None, basis, delen, factor[0])
    if times:
        return _times(peel, times, basis, delen, namen)
    if same and not (change and peel.has_figure()):
        return _same(same, basis, delen, peel)
    return None if change is None else read_difference(peel, change, basis, delen)


def _read_reference(low: str, namen: Iterable[str]) -> Verhouding | None:
    """Read `boven het landelijk gemiddelde`, `hoger dan nulmeting`, `≥ landelijk gemiddelde`."""
    if (same := change_words.NOT_MORE.match(low)) and same["noun"]:
        rest = low[same.end() :].strip(" .")
        if (basis := _named_at(low, same.end(), namen)) or never.is_year(rest):
            kant: Kant = "lager" if same["up"] else "hoger"
            noun = same["noun"].strip()
            return Verhouding(kant, "kaal", Fraction(0), False, noun, basis, Delen(), low.strip())
    for found in woord.AANDUIDING.finditer(low):
        if found.start() and low[found.start() - 1].isalnum():
            continue
        vorm = woord.AANDUIDINGEN[" ".join(found[0].split())]
        basis = _named_at(low, found.end(), namen)
        if basis is None:
            continue
        if vorm not in ("minimum", "boven", "maximum", "onder"):
            return None
        kant = "hoger" if vorm in ("minimum", "boven") else "lager"
        strict = vorm in ("boven", "onder")
        return Verhouding(kant, "kaal", Fraction(0), strict, None, basis, Delen(), low.strip())
    return None


def _named_at(low: str, start: int, namen: Iterable[str]) -> str | None:
    """Return the figure that is named at a place: one of the plan's own names, or a usual one."""
    article = change_words.ARTICLE.match(low, start)
    begin = article.end() if article else start
    own = next((naam for naam in namen if low.startswith(naam.lower(), begin)), None)
    if own is not None:
        return own
    name = change_words.NAME.match(low, start)
    return None if name is None else " ".join(name["naam"].split())


def _take_basis(peel: Peel, namen: Iterable[str]) -> str | None:
    """Take out `ten opzichte van 2019`, and return what is named; None for the nulmeting."""
    unlikely = change_words.AGAINST.needs.isdisjoint(peel.words)
    found = None if unlikely else change_words.AGAINST.search(peel.low)
    if found is None:
        return None
    if found[0].lstrip(" ,").startswith("dan") and change_words.COMPARISON.search(
        peel.low, max(0, found.start() - 8)
    ):
        return None
    naam = " ".join(found["naam"].split())
    if found[0].lstrip(" ,").startswith("dan") and not (
        change_words.NAME.match(naam) or never.is_year(naam.split()[-1])
    ):
        return None
    peel.cut(found.start(), len(peel.low))
    if any(naam.endswith(n.lower()) for n in namen):
        return next(n for n in namen if naam.endswith(n.lower()))
    named = change_words.NAME.match(naam)
    if named and named["naam"] != "nulmeting":
        return " ".join(named["naam"].split())
    return None


def _towards(peel: Peel, change: re.Match[str] | None, anders: str) -> Zin | None:
    """Read the figure behind `naar` or `tot` of a change; its direction is in the `grens`."""
    for found in change_words.TOWARDS.finditer(peel.low):
        if peel.has_figure(0, found.start()) or not peel.has_figure(found.end()):
            continue
        try:
            zin = read_around(Peel(peel.text[found.end() :], peel.low[found.end() :]), anders)
        except Onleesbaar as fout:
            raise fout.shifted(found.end()) from None
        if zin.vorm not in ("getal", "minimum", "maximum", "boven", "onder"):
            raise Onleesbaar(
                "Achter `naar` hoort één getal.",
                "Schrijf waar de verandering op uitkomt, zoals `daling naar 2,5%`.",
                found.start(),
                len(peel.low),
            )
        kant = _kant_of(change)
        delen = peel.delen._replace(
            **{key: value for key, value in zin.delen._asdict().items() if value}
        )
        if zin.vorm == "getal":
            vorm: Vorm = {"hoger": "minimum", "lager": "maximum"}.get(kant or "", "getal")  # type: ignore[assignment]
            zin = zin._replace(vorm=vorm)
        return zin._replace(delen=delen._replace(noten=(*peel.noten, *zin.delen.noten)))
    return None


def _towards_named(
    peel: Peel, change: re.Match[str] | None, namen: Iterable[str]
) -> Verhouding | None:
    """Read `terugbrengen naar het landelijk gemiddelde`."""
    for found in change_words.TOWARDS_NAME.finditer(peel.low):
        basis = _named_at(peel.low, found.end(), namen)
        if basis is not None:
            kant = _kant_of(change) or "gelijk"
            delen = peel.delen._replace(noten=tuple(peel.noten))
            return Verhouding(kant, "kaal", Fraction(0), False, None, basis, delen, found[0])
    return None


def _kant_of(change: re.Match[str] | None) -> Kant | None:
    if change is None:
        return None
    if change.re is change_words.FACTOR.compiled:
        return "hoger" if change_words.FACTORS[change[1]] > 1 else "lager"
    return "hoger" if change["up"] else "lager"


def _expect_alone(peel: Peel, span: tuple[int, int]) -> None:
    """Refuse `verdubbeling en 3 lezingen`."""
    if peel.has_figure(0, span[0]) or peel.has_figure(span[1]):
        refusals.refuse_second(*span)


def _times(
    peel: Peel, found: re.Match[str], basis: str | None, delen: Delen, namen: Iterable[str]
) -> Verhouding:
    figure = read_figure(peel.low, found.start("n"))
    naam = " ".join((found["naam"] or "").split()) or basis
    if figure is None or figure.teken or found["hoe"].startswith(("meer", "hoger", "minder")):
        raise Onleesbaar(
            f"`{found[0]}` is op meer dan één manier te lezen.",
            "Schrijf welk getal het moet worden.",
            *found.span(),
        )
    if peel.has_figure(0, found.start()) or peel.has_figure(found.end()):
        refusals.refuse_second(*found.span())
    known = next((n for n in namen if naam and naam in n.lower()), naam)
    kant: Kant = "hoger" if figure.waarde >= 1 else "lager"
    return Verhouding(kant, "factor", figure.waarde, False, None, known, delen, found[0])


def _same(found: re.Match[str], basis: str | None, delen: Delen, peel: Peel) -> Verhouding | None:
    if peel.has_figure():
        return None
    up = found["of"] in ("gestegen", "hoger", "stijgend", "meer") or found["neg"] in (
        "dalen",
        "afnemen",
        "lager",
        "verslechteren",
    )
    down = found["of"] in ("gedaald", "lager", "dalend", "minder") or found["neg"] in (
        "stijgen",
        "toenemen",
        "hoger",
    )
    kant: Kant = "hoger" if up else "lager" if down else "gelijk"
    return Verhouding(kant, "kaal", Fraction(0), False, None, basis, delen, found[0])
