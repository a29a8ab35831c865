"""One quantity at a place in a phrase, with its qualifier and the unit behind it."""

from __future__ import annotations

import re

from bkl.domein.notatie.reading import scales
from bkl.domein.notatie.reading.figure import Figuur, read_figure
from bkl.domein.notatie.reading.nouns import Eenheid, noun_group
from bkl.domein.notatie.reading.parts import GEEN_DELEN, Delen, Schaal, Zin
from bkl.domein.notatie.reading.unit_words import read_eenheid
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.vocabulary import qualifiers as woord
from bkl.domein.notatie.vocabulary import refusals
from bkl.domein.notatie.vocabulary.eenheid import EURO, PROCENT, factor, same_unit
from bkl.domein.notatie.vocabulary.qualifiers import Vorm

_SCALES = frozenset("nidptrcwsehg")
"""The first letters of the words that name a scale; for a quick look."""


_SIGN = Lazy(r"\s*([%‰€]|procent(?!\w))")


_SCALE_TAIL = Lazy(
    r"\s+(?P<tail>(?:voor|van|door|bij|op|over|onder|aan)\s(?!\d)(?:(?!\d|\bof\s+(?:hoger|meer|lager|minder)\b).)*)"
)
"""What a mark is for: `een 7,5 voor de dienstverlening`."""


_TIME = (
    r"(?:jaar|jaren|maand(?:en)?|weken|week|dagen|dag|uur|uren|minuten|minuut|min\.?|seconden?"
    r"|sec\.?)"
)
_LONGER = Lazy(rf"\s*(?P<maat>{_TIME})\s*(?:en\s+|,\s*)?(?P<rest>\d)")
_SMALL_TIME = Lazy(rf"\s*({_TIME})(?!\w)")


_ENDS = ("meer", "minder", "hoger", "lager", "langer", "korter", "groter", "kleiner")


def read_at(text: str, low: str, pos: int, anders: str) -> Zin:
    """Read a quantity that begins at `pos`, and everything behind it."""
    start = pos
    vorm, schaal, pos = _opening(low, pos)
    getal = read_figure(low, pos)
    if getal is None:
        return _read_words(text, low, vorm, pos if pos > start else start, anders)
    if getal.vorm is not None:
        if vorm != "getal":
            refusals.refuse_two_qualifiers(start, getal.end)
        vorm = getal.vorm
    if vorm == "verandering":
        return _read_change(text, low, getal)
    schaal = schaal or getal.schaal
    if getal.end == len(low) and vorm != "band":
        geheel = getal.geheel if getal.teken is None else None
        plain = schaal is None and geheel is None
        delen = GEEN_DELEN if plain else Delen(geheel=geheel, schaal=schaal)
        return Zin(vorm, getal.waarde, None, getal.teken, None, None, delen)
    if getal.teken is None and (more := _read_longer(low, getal)) is not None:
        getal, unit = more
        staart = text[getal.end :].strip(" .,")
        return Zin(vorm, getal.waarde, None, unit, None, None, Delen(staart=staart or None))
    return _read_behind(text, low, vorm, getal, schaal)


def _read_longer(low: str, getal: Figuur) -> tuple[Figuur, str] | None:
    """Read `7 minuten en 53 seconden` as one length of time, in the smaller unit."""
    found = _LONGER.match(low, getal.end)
    rest = read_figure(low, found.start("rest"), signed=False) if found else None
    if found is None or rest is None or rest.teken is not None:
        return None
    small = _SMALL_TIME.match(low, rest.end)
    times = factor(found["maat"].rstrip("."), small[1].rstrip(".")) if small else None
    if small is None or times is None or times <= 1 or rest.waarde >= times:
        return None
    whole = getal.waarde * times + rest.waarde
    return getal._replace(waarde=whole, end=small.end()), small[1]


def _read_behind(text: str, low: str, vorm: Vorm, getal: Figuur, schaal: Schaal | None) -> Zin:
    """Read what stands behind a figure, on its scale or of its whole."""
    if schaal is not None and (tail := _SCALE_TAIL.fullmatch(low, getal.end)):
        staart = text[tail.start("tail") :].strip(" .")
        return Zin(vorm, getal.waarde, None, None, None, None, Delen(staart=staart, schaal=schaal))
    zin = _read_rest(text, low, vorm, getal)
    if schaal is not None and zin.eenheid is None:
        return zin._replace(delen=zin.delen._replace(schaal=schaal))
    if getal.geheel is not None and zin.vorm != "aandeel" and getal.teken is None:
        return zin._replace(delen=zin.delen._replace(geheel=getal.geheel))
    return zin


def _opening(low: str, pos: int) -> tuple[Vorm, Schaal | None, int]:
    """Return what the qualifier says and on which scale, with the place behind both."""
    vorm: Vorm = "getal"
    schaal: Schaal | None = None
    for _ in range(2):
        if low[pos : pos + 1] in _SCALES and (scale := scales.SCHAAL.match(low, pos)):
            schaal, pos = scales.schaal_of(scale), scale.end()
            vorm = "maximum" if scale["top"] else vorm
        if vorm == "getal" and (found := woord.qualifier_at(low, pos)):
            vorm, pos = found
        else:
            break
    return vorm, schaal, pos


def _read_rest(text: str, low: str, vorm: Vorm, getal: Figuur) -> Zin:
    joint = woord.JOINT.match(low, getal.end)
    if vorm == "band" or (joint and (joint["streep"] or joint["tot"] or joint["en"])):
        return _read_band(text, low, vorm, getal, joint)
    end, teken = getal.end, getal.teken
    if joint and joint["van"] and not getal.teken and not low.startswith("aantal", joint.end()):
        return _read_share(text, low, vorm, getal, joint.end())
    if joint and (joint["plus"] or joint["of"]):
        refusals.expect_bare(vorm, joint)
        vorm, end = ("maximum" if joint["of"] in woord.MINDER else "minimum"), joint.end()
        if teken is None and (behind := _SIGN.match(low, end)):
            teken, end = "%" if behind[1] == "procent" else behind[1], behind.end()
    elif low.rstrip().endswith(_ENDS) and (last := woord.OF_MEER.search(low.rstrip(), end)):
        refusals.expect_bare(vorm, last)
        vorm = "maximum" if last[1] in woord.MINDER else "minimum"
        text, low = text[: last.start()], low[: last.start()]
    unit = read_eenheid(text, low, end, teken)
    if teken == PROCENT and (getal.geheel is not None or low.startswith("alle", getal.start)):
        group, staart = noun_group((unit.staart or "").split())
        unit = Eenheid(f"% van de {group}" if group else "%", unit.per, staart or None)
    if unit.staart is None:
        return Zin(vorm, getal.waarde, None, unit.eenheid, unit.per)
    return Zin(vorm, getal.waarde, None, unit.eenheid, unit.per, None, Delen(staart=unit.staart))


def _read_words(text: str, low: str, vorm: Vorm, pos: int, anders: str) -> Zin:
    """Read a phrase without number: `maandelijks`, `tientallen burgers`."""
    if vorm not in ("band", "verandering"):
        times = woord.FREQUENTIES.get(" ".join(low[pos:].split()))
        if times is not None:
            return Zin(vorm, times, None, woord.KEER_PER_JAAR)
    orde = woord.ORDE.match(low, pos)
    if orde is None or vorm != "getal":
        refusals.refuse_words(text, low, pos, anders)
    least, most = woord.ORDES[orde[1] or orde[2]]
    unit = read_eenheid(text, low, orde.end(), None)
    return Zin("orde", least, most, unit.eenheid, unit.per, None, Delen(staart=unit.staart))


def _read_band(text: str, low: str, vorm: Vorm, first: Figuur, joint: re.Match[str] | None) -> Zin:
    second = None
    if joint and (joint["streep"] or joint["tot"] or joint["en"]):
        second = read_figure(low, joint.end(), signed=not joint["streep"])
    if joint is None or second is None:
        refusals.refuse_half_band(low, vorm, first.end)
    refusals.expect_no_date(low, first.start)
    refusals.expect_band(low, vorm, joint, second.end)
    refusals.expect_ends(
        low, (first.start, first.end), (second.start, second.end), bool(joint["streep"])
    )
    if first.waarde > second.waarde:
        refusals.refuse_reversed(low, first.start, second.end)
    teken = _same_teken(first, second)
    unit = read_eenheid(text, low, second.end, teken)
    return Zin(
        "ongeveer" if vorm == "ongeveer" else "band",
        first.waarde,
        second.waarde,
        unit.eenheid,
        unit.per,
        None,
        Delen(staart=unit.staart),
    )


def _read_change(text: str, low: str, first: Figuur) -> Zin:
    naar = woord.NAAR.search(low, first.end)
    if naar is None:
        return _read_from_to(text, low, first)
    grens: Vorm | None = None
    pos = naar.end()
    if found := woord.qualifier_at(low, pos):
        grens, pos = found
    second = read_figure(low, pos)
    if second is None or grens in ("band", "verandering", "handhaven", "bijna", "ruim"):
        refusals.refuse_half_change(len(low))
    start = naar.start()
    old = read_eenheid(text[:start], low[:start], first.end, first.teken)
    new = read_eenheid(text, low, second.end, second.teken)
    differs = new.eenheid and old.eenheid not in (None, second.teken)
    if differs and not same_unit(old.eenheid or "", new.eenheid or ""):
        refusals.refuse_units(first.start, second.end)
    if old.per and old.per != new.per:
        refusals.refuse_units(first.start, second.end)
    unit = new.eenheid or old.eenheid
    return Zin(
        "verandering", first.waarde, second.waarde, unit, new.per, grens, Delen(staart=new.staart)
    )


def _read_from_to(text: str, low: str, first: Figuur) -> Zin:
    """Read `van € 450 tot € 650`: a band where a sign or `à` says that it is no change."""
    joint = woord.JOINT.match(low, first.end)
    second = read_figure(low, joint.end()) if joint and joint["tot"] else None
    if joint is None or second is None or EURO not in (first.teken, second.teken):
        refusals.refuse_half_change(len(low))
    return _read_band(text, low, "getal", first, joint)


def _read_share(text: str, low: str, vorm: Vorm, part: Figuur, start: int) -> Zin:
    whole = read_figure(low, start, signed=False)
    if whole is None or whole.teken:
        refusals.refuse_half_share(part.end, len(low))
    if vorm not in ("getal", "precies", "minimum"):
        refusals.refuse_second(part.end, len(low))
    unit = read_eenheid(text, low, whole.end, None)
    if whole.waarde <= 0 or not 0 <= part.waarde <= whole.waarde:
        refusals.refuse_share(part.start, whole.end)
    delen = Delen(staart=unit.staart, populatie=unit.eenheid)
    grens: Vorm | None = "minimum" if vorm == "minimum" else None
    return Zin("aandeel", part.waarde, whole.waarde, PROCENT, None, grens, delen)


def _same_teken(first: Figuur, second: Figuur) -> str | None:
    if first.teken and second.teken and first.teken != second.teken:
        refusals.refuse_units(first.start, second.end)
    return first.teken or second.teken
