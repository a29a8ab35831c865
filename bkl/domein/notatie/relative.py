"""Changes without an end of their own: `daling met 25%`, `verdubbeling`, `5 klachten minder`.

They become a figure only beside the nulmeting or another named figure; without one they are
refused. A figure behind `naar` or `tot` is where the change must end, and is absolute.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, NamedTuple, NoReturn

from bkl.domein.notatie import never, refusals, terms
from bkl.domein.notatie import qualifiers as woord
from bkl.domein.notatie.figure import read_figure
from bkl.domein.notatie.lazy import Lazy, words
from bkl.domein.notatie.notes import take_notes
from bkl.domein.notatie.parts import Delen
from bkl.domein.notatie.peel import Peel
from bkl.domein.notatie.phrase import Zin, first_figure, read_around
from bkl.domein.notatie.qualifiers import Vorm
from bkl.domein.notatie.unit_words import read_eenheid
from bkl.domein.notatie.unreadable import Onleesbaar

Kant = Literal["hoger", "lager", "gelijk"]

_UP = (
    "stijging|stijgen|stijgt|steeg|gestegen|toename|toenemen|toeneemt|toegenomen|groei|groeien|groeit"
    "|gegroeid|doorgroeien|verhoging|verhogen|verhoogt|verhoogd|uitbreiding|uitbreiden|uitgebreid"
    "|uitbreidt|vergroten|vergroting|vergroot|vermeerdering|omhoog|oplopen|oploopt|opgelopen|verbeteren"
    "|meer|hoger|extra|erbij|hogere|grotere|opschalen|opgeschaald|breiden"
)
_DOWN = (
    "daling|dalen|daalt|daalde|gedaald|afname|afnemen|afneemt|afgenomen|vermindering|verminderen"
    "|vermindert|verminderd|reductie|reduceren|gereduceerd|terugdringen|teruggedrongen|terugdringing"
    "|dringen|verlaging|verlagen|verlaagt|verlaagd|krimp|krimpen|omlaag|minder|lager|lagere|terugbrengen"
    "|teruggebracht|terug|minderen|afbouwen|afgebouwd|halvering|halveren|gehalveerd|halveert"
)
_FACTORS = {
    "verdubbel": Fraction(2),
    "verdrievoudig": Fraction(3),
    "verviervoudig": Fraction(4),
    "halver": Fraction(1, 2),
    "halveer": Fraction(1, 2),
    "gehalveerd": Fraction(1, 2),
}
_FACTOR = Lazy(
    r"(?<!\w)(?:ge)?(verdubbel|verdrievoudig|verviervoudig|halver|halveer)(?:ing|en|t|d|de)?(?!\w)"
)
_TIMES = Lazy(
    r"(?<!\w)(?P<n>\S+)\s+(?:keer|maal|x)\s+(?P<hoe>zo\s?veel|zo\s+(?:hoog|groot|vaak|lang)|"
    r"(?:het|de)\s+(?P<naam>[a-zà-ÿ]+(?:\s+(?:gemiddelde|niveau|norm))?)|(?:meer|hoger|minder|lager))(?!\w)"
)
_CHANGE = Lazy(rf"(?<!\w)(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?!\w)")
_COMPARISON = Lazy(
    r"(?:(?<!\w)niet\s+)?(?<!\w)(?:meer|minder|hoger|lager)\s+(?:of\s+gelijk|dan(?=\s+(?:of\s+gelijk|een\s+\d"
    r"|de\s+helft|€|\d|ca\.?\s|circa|ongeveer|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|een\s"
    r"|[a-zà-ÿ]*(?:tien|tig|honderd|duizend|miljoen)(?!\w))))"
    r"|(?<!\w)of\s+(?:meer|minder|hoger|lager)(?!\w)"
    r"|(?<!\w)(?:gelijk|gelijk\s+aan)\s+of\s+(?:meer|minder|hoger|lager)\s+dan(?!\w)"
)
_SAME = Lazy(
    r"(?<!\w)(?:(?:minimaal\s+|minstens\s+|ten\s+minste\s+)?(?:stabiel|gelijk)(?:\s+(?:te\s+)?(?:blijven|houden|gebleven|blijft))?"
    r"|niet\s+(?:te\s+)?(?P<neg>dalen|afnemen|stijgen|toenemen|hoger|lager|verslechteren))"
    r"(?:\s+of\s+(?P<of>gestegen|gedaald|hoger|lager|stijgend|dalend|meer|minder|beter))?(?!\w)"
)
_TOWARDS = Lazy(r"(?<!\w)(?:naar|tot|tot\s+op|tot\s+aan)(?:\s+(?:de|het))?\s+")
_FROM_TO = Lazy(r"(?<!\w)van\s.*?\d.*?(?<!\w)naar\s.*\d")
_TOWARDS_NAME = Lazy(r"(?<!\w)(?:naar|tot|op)\s+")
_AGAINST = Lazy(
    r",?\s*(?<!\w)(?:ten\s+opzichte\s+van|t\.o\.v\.|tov|vergeleken\s+met|in\s+vergelijking\s+(?:met|tot)"
    r"|dan(?:\s+in)?)\s+(?P<naam>.+?)\s*[.]?$"
)
_NAME = Lazy(
    r"(?:de\s+|het\s+|ons\s+|onze\s+|eigen\s+)*(?P<naam>nulmeting|vorige?\s+jaar|voorgaande?\s+jaar"
    r"|(?:(?:zuid-|noord-|midden-)?[a-zà-ÿ-]+\s+){0,2}?(?:gemiddelde|niveau|norm|benchmark|referentie(?:waarde)?))"
    r"(?!\w)"
)
_ARTICLE = Lazy(r"(?:de|het|ons|onze|eigen)\s+")
_NO_UNIT = Lazy(r"(?<!\w)(?:minder|meer|extra|erbij|hoger|lager)(?!\w)")
_WITH = Lazy(r"(?<!\w)(?:met|van)(?:\s+de)?\s+$")
_AFTER = words(
    "minder meer hoger lager extra erbij daling stijging groei toename afname reductie krimp "
    "vermindering verlaging verhoging uitbreiding omlaag omhoog"
)
"""Words that make the figure before them a difference: `5 klachten minder`, `10% daling`."""
WOORDEN = frozenset((*_UP.split("|"), *_DOWN.split("|"))) | words(
    "gelijk stabiel nulmeting gemiddelde niveau norm vorig benchmark verdubbeling verdubbelen "
    "verdubbeld verdrievoudigen verdrievoudiging verviervoudigen keer maal gehalveerd niet "
    "referentie referentiewaarde boven onder"
)


class _Signs(NamedTuple):
    """The words of a phrase that make it a change."""

    factor: re.Match[str] | None
    times: re.Match[str] | None
    change: re.Match[str] | None
    same: re.Match[str] | None


class Verhouding(NamedTuple):
    """A change or comparison before it is computed.

    `soort` says what `bedrag` is: per cent of the base, percentage points or a number to add,
    a factor, or nothing (`kaal`). `strikt` tells that the base itself does not count. `basis`
    names the figure it starts from; None is the nulmeting.
    """

    kant: Kant
    soort: Literal["procent", "punt", "aantal", "factor", "kaal"]
    bedrag: Fraction = Fraction(0)
    strikt: bool = False
    eenheid: str | None = None
    basis: str | None = None
    delen: Delen = Delen()
    tekst: str = ""


def read_relative(
    text: str, low: str, namen: Iterable[str], anders: str
) -> Verhouding | Zin | None:
    """Read a change or a comparison with another figure.

    Returns a Zin for a change that ends at a figure of its own (`daling tot 2,5%`), and None
    when the phrase is neither. `namen` are the references that the plan gives.
    """
    compared = _read_reference(text, low, namen)
    if compared is not None:
        return compared
    masked = _COMPARISON.sub(lambda found: "_" * len(found[0]), low)
    signs = _Signs(
        _FACTOR.search(low), _TIMES.search(low), _CHANGE.search(masked), _SAME.search(low)
    )
    if not any(signs):
        return None
    peel = Peel(text, low)
    inside = take_notes(peel)
    if inside and not peel.has_figure() and any(Peel(text, low).has_figure(*one) for one in inside):
        # the figure stands in brackets: `minder overgewicht (van 50% naar 38%)`
        return None
    basis = _take_basis(peel, namen)
    terms.take_norm(peel)
    terms.take_terms(peel)
    never.mask_never(peel)
    if _FROM_TO.search(peel.low):
        return None
    return (
        _towards(peel, signs.factor or signs.change, anders)
        or _towards_named(peel, signs.change, namen)
        or _difference(peel, signs, basis, namen)
    )


def _difference(
    peel: Peel, signs: _Signs, basis: str | None, namen: Iterable[str]
) -> Verhouding | None:
    """Read a change that has no end of its own."""
    delen = peel.delen._replace(noten=tuple(peel.noten))
    factor, times, change, same = signs
    if factor:
        how = _FACTORS[factor[1]]
        _expect_alone(peel, factor.span())
        kant: Kant = "hoger" if how > 1 else "lager"
        return Verhouding(kant, "factor", how, False, None, basis, delen, factor[0])
    if times:
        return _times(peel, times, basis, delen, namen)
    if same and not (change and peel.has_figure()):
        return _same(same, basis, delen, peel)
    return None if change is None else _amount(peel, change, basis, delen)


def _read_reference(text: str, low: str, namen: Iterable[str]) -> Verhouding | None:
    """Read `boven het landelijk gemiddelde`, `hoger dan nulmeting`, `≥ landelijk gemiddelde`."""
    for found in woord.AANDUIDING.finditer(low):
        if found.start() and low[found.start() - 1].isalnum():
            continue
        vorm = woord.AANDUIDINGEN[" ".join(found[0].split())]
        basis = _named_at(low, found.end(), namen)
        if basis is None:
            continue
        if vorm not in ("minimum", "boven", "maximum", "onder"):
            return None
        kant: Kant = "hoger" if vorm in ("minimum", "boven") else "lager"
        strict = vorm in ("boven", "onder")
        return Verhouding(kant, "kaal", Fraction(0), strict, None, basis, Delen(), low.strip())
    return None


def _named_at(low: str, start: int, namen: Iterable[str]) -> str | None:
    """Return the figure that is named at a place: one of the plan's own names, or a usual one."""
    article = _ARTICLE.match(low, start)
    begin = article.end() if article else start
    own = next((naam for naam in namen if low.startswith(naam.lower(), begin)), None)
    if own is not None:
        return own
    name = _NAME.match(low, start)
    return None if name is None else " ".join(name["naam"].split())


def _take_basis(peel: Peel, namen: Iterable[str]) -> str | None:
    """Take out `ten opzichte van 2019`, and return what is named; None for the nulmeting."""
    found = _AGAINST.search(peel.low)
    if found is None:
        return None
    if found[0].lstrip(" ,").startswith("dan") and _COMPARISON.search(
        peel.low, max(0, found.start() - 8)
    ):
        return None
    naam = " ".join(found["naam"].split())
    if found[0].lstrip(" ,").startswith("dan") and not (
        _NAME.match(naam) or never.is_year(naam.split()[-1])
    ):
        return None
    peel.cut(found.start(), len(peel.low))
    if any(naam.endswith(n.lower()) for n in namen):
        return next(n for n in namen if naam.endswith(n.lower()))
    named = _NAME.match(naam)
    if named and named["naam"] != "nulmeting":
        return " ".join(named["naam"].split())
    return None


def _towards(peel: Peel, change: re.Match[str] | None, anders: str) -> Zin | None:
    """Read the figure behind `naar` or `tot` of a change; its direction is in the `grens`."""
    for found in _TOWARDS.finditer(peel.low):
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
    for found in _TOWARDS_NAME.finditer(peel.low):
        basis = _named_at(peel.low, found.end(), namen)
        if basis is not None:
            kant = _kant_of(change) or "gelijk"
            delen = peel.delen._replace(noten=tuple(peel.noten))
            return Verhouding(kant, "kaal", Fraction(0), False, None, basis, delen, found[0])
    return None


def _kant_of(change: re.Match[str] | None) -> Kant | None:
    if change is None:
        return None
    if change.re is _FACTOR.compiled:
        return "hoger" if _FACTORS[change[1]] > 1 else "lager"
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


def _amount(
    peel: Peel, change: re.Match[str], basis: str | None, delen: Delen
) -> Verhouding | None:
    kant: Kant = "hoger" if change["up"] else "lager"
    if re.search(r"(?<!\w)(?:niet|geen)\s+(?:\w+\s+)?$", peel.low[: change.start()]):
        refusals.refuse_negated(*change.span())
    if not peel.has_figure():
        return Verhouding(kant, "kaal", Fraction(0), True, None, basis, delen, change[0])
    return _figured(peel, change, kant, basis, delen)


def _figured(
    peel: Peel, change: re.Match[str], kant: Kant, basis: str | None, delen: Delen
) -> Verhouding | None:
    low = peel.low
    place = first_figure(low, 0)
    if place is None:
        return None
    begin, vorm = _qualified(low, place)
    figure = read_figure(low, place)
    if figure is None or vorm not in ("getal", "minimum", "boven", "precies"):
        _refuse_amount(begin, len(low))
    if change.start() > place:
        # `25% minder klachten`: the noun stands behind the word
        peel.cut(*change.span())
    unit = read_eenheid(peel.text, peel.low, figure.end, figure.teken).eenheid
    if not _is_amount(low, place, begin, figure.end, change):
        return None
    soort: Literal["procent", "punt", "aantal"] = "aantal"
    if (unit or "").startswith("%"):
        soort = "procent"
    elif (unit or "").startswith("procentpunt"):
        soort = "punt"
    eenheid = _NO_UNIT.sub("", unit or "").strip() if soort == "aantal" else None
    strict = vorm == "boven"
    return Verhouding(kant, soort, figure.waarde, strict, eenheid or None, basis, delen, change[0])


def _qualified(low: str, place: int) -> tuple[int, Vorm]:
    """Return where the qualifier of a figure begins, and what it says."""
    for found in woord.AANDUIDING.finditer(low, 0, place):
        if found.end() == place and (not found.start() or not low[found.start() - 1].isalnum()):
            vorm = woord.AANDUIDINGEN[" ".join(found[0].split())]
            return (place, "getal") if vorm == "verandering" else (found.start(), vorm)
    return place, "getal"


def _is_amount(low: str, place: int, begin: int, end: int, change: re.Match[str]) -> bool:
    """Tell whether the figure is what changes: `daling met 25%`, `5 klachten minder`."""
    if change.start() > place:
        behind = low[end : change.start()].split()
        if change[0] in _AFTER or _WITH.search(low[:begin]):
            return len(behind) <= 3
        return not behind
    between = low[change.end() : begin].split()
    if change[0] in ("meer", "minder", "hoger", "lager", "extra", "terug", "hogere", "lagere"):
        return bool(_WITH.search(low[:begin])) or (change[0] == "extra" and not between)
    if not between:
        return True
    return bool(_WITH.search(low[:begin])) or between[-1] in ("minimaal", "minstens", "aantal")


def _refuse_amount(start: int, end: int) -> NoReturn:
    raise Onleesbaar(
        "Van deze verandering staat de omvang niet vast.",
        "Schrijf welk getal het moet worden, zoals `minimaal 50`.",
        start,
        end,
    )
