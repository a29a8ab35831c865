"""The notation of quantities: a short Dutch phrase taken apart, before it means doel or waarde.

A phrase is `[noot] [aanduiding] getal [eenheid met staart] [van wie] [termijn] [norm] [noot]`:
`minimaal drie lezingen`, `4.000-5.000 burgers`, `van 3,4% naar 2,5%`, `31 van de 48 scholen`,
`85% van de aanvragen binnen 8 weken (landelijk: 80%)`. A short phrase is read at once; of a
longer one the parts around the quantity are taken out first, and then exactly one quantity
must be left. Whatever is not certainly that is refused.
"""

from __future__ import annotations

from bkl.domein.notatie.reading import never, terms
from bkl.domein.notatie.reading.figure import TAL, read_figure
from bkl.domein.notatie.reading.lead import expect_lead
from bkl.domein.notatie.reading.notes import take_notes
from bkl.domein.notatie.reading.nouns import noun_group
from bkl.domein.notatie.reading.parts import GEEN_DELEN, Zin
from bkl.domein.notatie.reading.peel import Peel, has_figure
from bkl.domein.notatie.reading.plain import AROUND, DIFFERENCE
from bkl.domein.notatie.reading.quantity import read_at
from bkl.domein.notatie.reading.scales import SCHAAL
from bkl.domein.notatie.values.lazy import Lazy, words
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary import or_so, refusals
from bkl.domein.notatie.vocabulary import qualifiers as woord
from bkl.domein.notatie.vocabulary.eenheid import PROCENT

_MARKS = frozenset('([*†¹²³:;"“')
_YEAR = Lazy(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,])")
_AVERAGE = Lazy(r"(?<!\w)(?:een\s+)?gemiddelde?(?:\s+van)?(?!\w)")
_IN_ALL = Lazy(r"(?<!\w)(?:bij|in)\s+alle\s+(?:gevallen|keren)(?!\w)")
_START = Lazy(
    r"(?<![\w])(?<!\+/)(?<![\w][.,/-])(?:[€+-]\s?)?\d|€(?=\s*-?\d)"
    rf"|(?<!\w)(?:(?:de\s+)?helft|(?:een\s+)?driekwart|alle)(?!\w)|(?<!\w)(?:een\s+)?{TAL}(?!\w)"
    r"|(?<!\w)(?:een|twee|drie)\s*(?:derde|kwart|vierde|vijfde)(?=\s+van)|(?<=met\s)een\s+(?:kwart|derde)"
)
_RELATIVE = Lazy(
    r"(?<!\w)(?:minder|meer|lager|hoger|erbij|zoveel|extra|daling|stijging|groei|toename|afname)(?!\w)(?=\s*(?:$|[.,]|ten\s+opzichte|t\.o\.v|tov"
    r"|in\s(?!één\s|een\s)|dan\s+(?!\d|€|een\s|de\s+helft|[a-z]+\s+(?:procent|%))))|(?<!\w)erbij(?!\w)|(?P<keer>(?<!\w)keer\s+(?:zo|het|de)\s?\w+)",
    needs=words(
        "minder meer lager hoger erbij zoveel extra daling stijging groei toename afname keer"
    ),
)
_TIMES = Lazy(
    r"(?:bedragen\s+)?(?:[x×*]\s*(?:€\s*)?(?:1(?=[. ]|0))?|in\s+(?:€\s*)?)"
    r"(?:(?P<duizend>\.?000|duizend(?:en|tallen)?(?:\s+euro)?)|(?:1\s+)?(?:miljoen(?:en)?|mln\.?)(?:\s+euro)?)"
)
"""A note on the size of money: `x € 1.000`, `in duizenden`, `x € 1 miljoen`."""
_NUMBER_OF = Lazy(
    r"(?<!\w)aantal\s+((?:(?!steeg|stijg|daal|groei|bedr|nam|neem|kom|kwam|lig|lag|sta|sto|blij|bleef"
    r"|moet|min|max|ten|hoog|niet|meer|onder|boven|totaal)[a-zà-ÿ-]+\s*){1,4})"
)
_NOUN_FIRST = Lazy(
    r"\s*(?!resultaten|realisaties|cijfers|metingen|aantallen|kosten|lasten|uitgaven|baten|opbrengsten"
    r"|klachten\s|punten)([a-zà-ÿ-]{3,}(?:en|s))\s*[:=]\s*"
)
_LAST_WORD = Lazy(r"([^\W\d_]+)\s*$")
_QUALIFIERS_END = frozenset(word.replace("'", " ").split()[-1] for word in woord.AANDUIDINGEN)
"""The last words of all aanduidingen; those that end in a sign have none."""
_ARTICLE = Lazy(r"(?<!\w)(?:een|'n)\s+$")
_LEAD_PER = Lazy(r"(?<!\w)per\s+(?!saldo|direct|jaar|maand|week|dag|kwartaal)([a-zà-ÿ]{3,})(?=\s)")
"""What a measure is per, when it stands before the figure: `kosten per woning maximaal € 100`."""


def read_zin(text: str, low: str, anders: str) -> Zin:
    """Take a stripped phrase apart; `anders` says what else may stand here, for the message.

    A bound between other words counts as at the end: `2 leden of meer uit Venlo`.
    """
    text, low = or_so.turned(text, low) or (text, low)
    try:
        return _read_whole(text, low, anders)
    except Onleesbaar as fout:
        moved = refusals.loose_bound(low) if fout.reden.endswith(refusals.LOOSE) else None
        if moved is None:
            raise
        start, end = moved
        try:
            last = text[:start] + text[end:] + text[start:end]
            return _read_whole(last, low[:start] + low[end:] + low[start:end], anders)
        except Onleesbaar:
            raise fout from None


def _read_whole(text: str, low: str, anders: str) -> Zin:
    refusal: Onleesbaar | None = None
    refusals.expect_no_exception(low)
    refusals.expect_no_interval(low)
    if _is_plain(low):
        try:
            zin = read_at(text, low, 0, anders)
        except Onleesbaar as fout:
            refusal = fout
        else:
            staart = zin.delen.staart
            tail = zin.eenheid if staart is None else staart.partition(" ")[0]
            if tail not in DIFFERENCE:
                return zin
    try:
        return read_around(Peel(text, low), anders)
    except Onleesbaar as fout:
        first = refusal is None or refusal.reden.endswith("vóór het getal.")
        raise (fout if first or refusal is None else refusal) from None


def _is_plain(low: str) -> bool:
    """Tell whether nothing shows that there are parts around the quantity."""
    if not (AROUND.isdisjoint(low.split()) and _MARKS.isdisjoint(low)):
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
    never.mask_idioms(peel)
    if not _RELATIVE.needs.isdisjoint(peel.words):
        _expect_no_difference(peel.low)
    terms.take_terms(peel)
    never.mask_never(peel)
    _take_average(peel)
    start = len(peel.low) - len(peel.low.lstrip(" ,"))
    if start == len(peel.low) or not peel.has_figure():
        never.refuse_any(low)
    if start == len(peel.low):
        if peel.delen.termijn is not None:
            refusals.refuse_term(len(low))
        refusals.refuse_words(text, low, 0, anders)
    zin = _in_full(_read_somewhere(peel, start, anders), peel.noten)
    inner = zin.delen
    if peel.delen is GEEN_DELEN and not peel.noten and not inner.noten:
        return zin
    return zin._replace(
        delen=peel.delen._replace(
            staart=inner.staart,
            populatie=inner.populatie,
            geheel=inner.geheel,
            schaal=inner.schaal,
            noten=tuple(peel.noten),
        )
    )


def _take_average(peel: Peel) -> None:
    """Take out `gemiddeld`, and `in alle gevallen`, which says nothing more."""
    if "gemiddeld" in peel.low:
        for found in list(_AVERAGE.finditer(peel.low)):
            peel.put(gemiddelde=True)
            peel.cut(*found.span())
    if "alle" in peel.words:
        for found in list(_IN_ALL.finditer(peel.low)):
            peel.cut(*found.span())


def _in_full(zin: Zin, noten: list[str]) -> Zin:
    """Return the quantity in full where a note says that it is in thousands or millions."""
    for noot in list(noten):
        if (found := _TIMES.fullmatch(noot.lower())) and zin.vorm != "aandeel":
            times = 1000 if found["duizend"] else 10**6
            noten.remove(noot)
            second = None if zin.tweede is None else zin.tweede * times
            return zin._replace(getal=zin.getal * times, tweede=second)
    return zin


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
        if not has_figure(low[start:end]):
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
        return read_at(text, low, start, anders)
    except Onleesbaar as fout:
        refusal = fout
    place = first_figure(low, start)
    if place is None or place == start or low.startswith("van ", start):
        raise refusal
    figure = read_figure(low, place)
    if figure is None:
        raise refusal
    begin = _with_qualifier(low, place, start)
    zin = read_at(text, low, begin, anders)
    lead = low
    if (per := _LEAD_PER.search(low, 0, begin)) and _may_be_per(zin):
        lead = low[: per.start()] + " " * len(per[0]) + low[per.end() :]
        zin = zin._replace(eenheid=f"{zin.eenheid} per {per[1]}")
    if zin.vorm != "verandering":
        expect_lead(lead, (begin, place), figure.end, figure.teken)
    if zin.eenheid is None and zin.per is None:
        return zin._replace(eenheid=_named_before(text[:begin], low[:begin], zin))
    return zin


def _named_before(text: str, low: str, zin: Zin) -> str | None:
    """Return what a bare figure counts when that stands before it: `aantal bezoekers: 90`."""
    if "percentage" in low:
        return PROCENT
    if zin.vorm == "verandering" or zin.delen.schaal is not None:
        return None
    if found := _NUMBER_OF.search(low):
        group, _ = noun_group(text[found.start(1) : found.end(1)].split())
        return group or None
    found = _NOUN_FIRST.fullmatch(low)
    return None if found is None else text[found.start(1) : found.end(1)]


def _may_be_per(zin: Zin) -> bool:
    unit = zin.eenheid or ""
    return zin.per is None and bool(unit) and unit[0] not in "%‰" and " per " not in f" {unit}"


def first_figure(low: str, start: int) -> int | None:
    """Return where the first figure of a sentence begins."""
    spots = [found.start() for found in (_START.search(low, start),) if found]
    word = refusals.find_number(low, start)
    if word is not None:
        spots.append(word.start())
    return min(spots, default=None)


def _with_qualifier(low: str, place: int, start: int) -> int:
    """Return where the qualifier before a figure begins, or the place of the figure itself."""
    for scale in SCHAAL.finditer(low, start, place + 1):
        if scale.end() == place and (not scale.start() or not low[scale.start() - 1].isalnum()):
            place = scale.start()
    if (article := _ARTICLE.search(low, start, place)) is not None:
        place = article.start()
    last = _LAST_WORD.search(low, start, place)
    if last is not None and last[1] not in _QUALIFIERS_END:
        return place
    for found in woord.AANDUIDING.finditer(low, start, place):
        alone = found.start() == 0 or not low[found.start() - 1].isalnum()
        if alone and found.end() == place:
            vorm = woord.AANDUIDINGEN[" ".join(found[0].split())]
            if vorm != "verandering" or woord.NAAR.search(low, place):
                return found.start()
    return place
