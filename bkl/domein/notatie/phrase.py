"""The notation of quantities: a short Dutch phrase taken apart, before it means doel or waarde.

A phrase is `[noot] [aanduiding] getal [eenheid met staart] [van wie] [termijn] [norm] [noot]`:
`minimaal drie lezingen`, `4.000-5.000 burgers`, `van 3,4% naar 2,5%`, `31 van de 48 scholen`,
`85% van de aanvragen binnen 8 weken (landelijk: 80%)`. A short phrase is read at once; of a
longer one the parts around the quantity are taken out first, and then exactly one quantity
must be left. Whatever is not certainly that is refused.
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import NamedTuple

from bkl.domein.notatie import never, refusals, scales, terms
from bkl.domein.notatie import qualifiers as woord
from bkl.domein.notatie.eenheid import EURO, PROCENT, same_unit
from bkl.domein.notatie.figure import TAL, Figuur, read_figure
from bkl.domein.notatie.lazy import words
from bkl.domein.notatie.lead import expect_lead
from bkl.domein.notatie.notes import take_notes
from bkl.domein.notatie.parts import GEEN_DELEN, Delen, Schaal
from bkl.domein.notatie.peel import Peel
from bkl.domein.notatie.qualifiers import Vorm
from bkl.domein.notatie.unit_words import Eenheid, noun_group, read_eenheid
from bkl.domein.notatie.unreadable import Onleesbaar

__all__ = ["LEESMARGE", "MAX_LENGTH", "Onleesbaar", "Zin", "expect_length", "fold", "read_zin"]

LEESMARGE = Fraction(1, 10)
"""How far `ca.` reaches when the plan agreed no margin."""
MAX_LENGTH = 200

_SPACED = re.compile("(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_LOOKALIKES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ") | {
    ord("’"): "'",
    ord("‘"): "'",
    ord("\u2212"): "-",
    ord("\u2011"): "-",
}
_MARKS = frozenset('([*†¹²³:;"“')
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,])")
_AVERAGE = re.compile(r"(?<!\w)(?:een\s+)?gemiddelde?(?:\s+van)?(?!\w)")
_THOUSANDS = re.compile(r"duizend|miljoen|miljard|ml[nd]|mio|\d\s?[km](?!\w)|x\s*€")
_IN_ALL = re.compile(r"(?<!\w)(?:bij|in)\s+alle\s+(?:gevallen|keren)(?!\w)")
_START = re.compile(
    r"(?<![\w])(?<![\w][.,/-])(?:[€+-]\s?)?\d|€(?=\s*-?\d)"
    rf"|(?<!\w)(?:(?:de\s+)?helft|(?:een\s+)?driekwart|alle)(?!\w)|(?<!\w)(?:een\s+)?{TAL}(?!\w)"
    r"|(?<!\w)(?:een|twee|drie)\s*(?:derde|kwart|vierde|vijfde)(?=\s+van)|(?<=met\s)een\s+(?:kwart|derde)"
)
_RELATIVE = re.compile(
    r"(?<!\w)(?:minder|meer|lager|hoger|erbij|zoveel|extra|daling|stijging|groei|toename|afname)(?=\s*(?:$|[.,]|ten\s+opzichte|t\.o\.v|tov"
    r"|in\s|dan\s+(?!\d|€|een\s|de\s+helft|[a-z]+\s+(?:procent|%))))|(?P<keer>(?<!\w)keer\s+(?:zo|het|de)\s?\w+)"
)
_SLOW = words(
    "gemiddeld gemiddelde waarvan waaronder inclusief incl. excl. exclusief binnen groep peildatum "
    "datajaar keer jaar jaarlijks jaarlijkse jarigen jarige ouder jonger leeftijd namelijk zie"
)
"""Words of parts around a quantity that a plain reading would take for its unit."""
_DIFFERENCE = words(
    "minder meer hoger lager extra erbij zoveel dan daling stijging groei toename afname"
)
"""Words behind a noun that make of a quantity a difference."""


class Zin(NamedTuple):
    """A phrase taken apart.

    `tweede` is the upper end of a band, the end of a change (`getal` is then its start), or
    the whole of a share (`getal` is then the part). `grens` is how a change ends: `naar minder
    dan 38%`. `delen` are the parts around the quantity.
    """

    vorm: Vorm
    getal: Fraction
    tweede: Fraction | None = None
    eenheid: str | None = None
    per: Fraction | None = None
    grens: Vorm | None = None
    delen: Delen = GEEN_DELEN

    def in_full(self, unit: str | None, low: str) -> Zin:
        """Return a sum of money in euros where the plan gives them in thousands."""
        if not (unit or "").startswith(EURO) or _THOUSANDS.search(low):
            return self
        second = None if self.tweede is None else self.tweede * 1000
        return self._replace(getal=self.getal * 1000, tweede=second)


def expect_length(tekst: str) -> None:
    """Refuse a text that is too long to be one quantity."""
    if len(tekst) > MAX_LENGTH:
        reden = f"Deze zin is langer dan {MAX_LENGTH} tekens."
        cure = "Schrijf alleen de hoeveelheid met haar eenheid."
        raise Onleesbaar(reden, cure, MAX_LENGTH, len(tekst))


def fold(tekst: str) -> tuple[str, str]:
    """Return the phrase as one writes it, and in lower case; both of the same length."""
    if tekst.isascii():
        return tekst, tekst.lower()
    text = unicodedata.normalize("NFC", tekst)
    low = _SPACED.sub(".", text).translate(_LOOKALIKES)
    lowered = low.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in low)
    return text, lowered


def read_zin(text: str, low: str, anders: str) -> Zin:
    """Take a stripped phrase apart; `anders` says what else may stand here, for the message."""
    refusal: Onleesbaar | None = None
    if _is_plain(low):
        try:
            zin = _read_at(text, low, 0, anders)
        except Onleesbaar as fout:
            refusal = fout
        else:
            staart = zin.delen.staart
            tail = zin.eenheid if staart is None else staart.partition(" ")[0]
            if tail not in _DIFFERENCE:
                return zin
    try:
        return read_around(Peel(text, low), anders)
    except Onleesbaar as fout:
        raise (fout if refusal is None else refusal) from None


def _is_plain(low: str) -> bool:
    """Tell whether nothing shows that there are parts around the quantity."""
    if not (_SLOW.isdisjoint(low.split()) and _MARKS.isdisjoint(low)):
        return False
    if ", " in low or "/" in low:
        return False
    return not (("20" in low or "19" in low) and _YEAR.search(low))


def read_around(peel: Peel, anders: str) -> Zin:
    """Read a phrase of which the parts around the quantity still have to be taken out."""
    text, low = peel.text, peel.low
    never.expect_no_numbering(text)
    inside = take_notes(peel)
    if inside and not peel.has_figure():
        return _read_inside(text, low, inside, anders)
    terms.take_norm(peel)
    _expect_no_difference(peel.low)
    terms.take_terms(peel)
    never.mask_never(peel)
    for found in list(_AVERAGE.finditer(peel.low)):
        peel.put(gemiddelde=True)
        peel.cut(*found.span())
    for found in list(_IN_ALL.finditer(peel.low)):
        peel.cut(*found.span())
    start = len(peel.low) - len(peel.low.lstrip(" ,"))
    if start == len(peel.low) or not peel.has_figure():
        never.refuse_any(low)
    if start == len(peel.low):
        if peel.delen.termijn is not None:
            refusals.refuse_term(len(low))
        refusals.refuse_words(text, low, 0, anders)
    zin = _read_somewhere(peel, start, anders)
    inner = zin.delen
    return zin._replace(
        delen=peel.delen._replace(
            staart=inner.staart,
            populatie=inner.populatie,
            geheel=inner.geheel,
            schaal=inner.schaal,
            noten=tuple(peel.noten),
        )
    )


def _expect_no_difference(low: str) -> None:
    """Refuse `5 klachten minder` and `twee keer zoveel`, which are no quantity by themselves."""
    for found in _RELATIVE.finditer(low):
        before = low[: found.start()].split()
        counted = any(word[0].isdigit() for word in before) or refusals.find_number(low, 0)
        if found["keer"] or (counted and before[-1:] not in (["of"], ["niet"])):
            refusals.refuse_relative(*found.span())


def _read_inside(text: str, low: str, inside: list[tuple[int, int]], anders: str) -> Zin:
    """Read the one whole phrase that stands in brackets, where nothing outside is a figure."""
    refusal: Onleesbaar | None = None
    found: list[Zin] = []
    for start, end in inside:
        if not Peel(text, low).has_figure(start, end):
            continue
        try:
            zin = read_zin(text[start:end].strip(), low[start:end].strip(), anders)
        except Onleesbaar as fout:
            refusal = fout.shifted(start)
            continue
        if zin.eenheid is not None or zin.vorm != "getal":
            around = f"{text[: start - 1].strip()} {text[end + 1 :].strip()}".strip()
            found.append(zin._replace(delen=zin.delen._replace(noten=(around,))))
        else:
            refusal = refusals.bare_in_brackets(low[start:end], start, end)
    if len(found) == 1 and refusal is None:
        return found[0]
    if refusal is None:
        refusals.refuse_words(text, low, 0, anders)
    raise refusal


def _read_somewhere(peel: Peel, start: int, anders: str) -> Zin:
    """Read the quantity at `start`, or else the only one further on in the sentence."""
    text, low = peel.text, peel.low
    try:
        return _read_at(text, low, start, anders)
    except Onleesbaar as fout:
        refusal = fout
    place = first_figure(low, start)
    if place is None or place == start or low.startswith("van ", start):
        raise refusal
    figure = read_figure(low, place)
    if figure is None:
        raise refusal
    begin = _with_qualifier(low, place, start)
    zin = _read_at(text, low, begin, anders)
    if zin.vorm != "verandering":
        expect_lead(low, (begin, place), figure.end, figure.teken)
    if zin.eenheid is None and zin.per is None and "percentage" in low[:begin]:
        return zin._replace(eenheid=PROCENT)
    return zin


def first_figure(low: str, start: int) -> int | None:
    """Return where the first figure of a sentence begins."""
    spots = [found.start() for found in (_START.search(low, start),) if found]
    word = refusals.find_number(low, start)
    if word is not None:
        spots.append(word.start())
    return min(spots, default=None)


def _with_qualifier(low: str, place: int, start: int) -> int:
    """Return where the qualifier before a figure begins, or the place of the figure itself."""
    for found in woord.AANDUIDING.finditer(low, start, place):
        alone = found.start() == 0 or not low[found.start() - 1].isalnum()
        if found.end() == place and alone:
            vorm = woord.AANDUIDINGEN[" ".join(found[0].split())]
            if vorm != "verandering" or woord.NAAR.search(low, place):
                return found.start()
    return place


def _read_at(text: str, low: str, pos: int, anders: str) -> Zin:
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
    elif low.rstrip().endswith(("meer", "minder", "hoger", "lager")) and (
        last := woord.OF_MEER.search(low.rstrip(), end)
    ):
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


_SCALES = frozenset("nidptrcwsehg")
"""The first letters of the words that name a scale; for a quick look."""
_SIGN = re.compile(r"\s*([%‰€]|procent(?!\w))")


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
        "band", first.waarde, second.waarde, unit.eenheid, unit.per, None, Delen(staart=unit.staart)
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
