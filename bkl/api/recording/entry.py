"""One thing to record, and which keys of the jaarverslag it comes down to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from functools import partial
from typing import TYPE_CHECKING, Literal, get_args

from bkl.api.errors import Gebruiksfout
from bkl.diagnostics.suggestion import did_you_mean
from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.notatie.meaning.undecided import is_undecided
from bkl.domein.notatie.meaning.waarde import read_waarde
from bkl.domein.notatie.values.dates import read_date
from bkl.domein.notatie.values.jaren import Schooljaar
from bkl.domein.notatie.values.moment import Moment, read_moment, with_year
from bkl.domein.notatie.values.unclear import NO_MOMENT, unclear
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.records import dataclass
from bkl.domein.woorden import Mensenoordeel, fold

if TYPE_CHECKING:
    from bkl.domein.dossier.dossier import Dossier
    from bkl.source.edits.wanted import Wanted

Told = Mapping[str, object]
"""A realisatie as it stands in the YAML, keys with plain values."""

_OORDELEN: tuple[str, ...] = get_args(Mensenoordeel)

Lijst = Literal["realisaties", "geld", "feiten"]
"""In which list of the jaarverslag something is recorded."""
REALISATIES: Lijst = "realisaties"
GELD: Lijst = "geld"
FEITEN: Lijst = "feiten"


@dataclass(frozen=True, slots=True)
class Invoer:
    """What somebody wants recorded of one indicator, of money (`lijst`) or as a fact.

    `waarde` is the figure as a phrase, or the oordeel of a qualitative indicator; `periode`
    makes it a meting. `velden` are other keys of a realisatie with their texts; an empty text
    takes the key away. With `plek`, the route below the realisatie, it is a figure beside that of
    the promise: of a part, or what is expected; of money it says which amount it is. `deel` names
    a part as people do: `wijk=Noord`.
    """

    id: str
    waarde: str | None = None
    periode: str | None = None
    velden: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    plek: tuple[str, ...] = ()
    lijst: Lijst = REALISATIES
    deel: str | None = None


def known_codes(dossier: Dossier) -> dict[str, IndicatorEntry]:
    """Return every indicator by its code in small letters, also by where it is shared."""
    known = {fold(name): entry for name, entry in dossier.indicatoren.items()}
    for plek, entries in dossier.verschijningen.items():
        for entry in entries:
            shown = f"{plek}.{entry.naam}" if entry.naam else plek
            known.setdefault(fold(shown), entry)
    return known


def find_entry(
    dossier: Dossier, id_: str, codes: Mapping[str, IndicatorEntry] | None = None
) -> IndicatorEntry:
    """Return the indicator that is meant, in upper or lower case, also by where it is shared.

    `codes` are the `known_codes`, for who looks up many. Raises Gebruiksfout for an unknown
    code and for an onderdeel with more indicators.
    """
    if (exact := dossier.indicatoren.get(id_)) is not None:
        return exact
    low = fold(id_.strip())
    known = known_codes(dossier) if codes is None else codes
    if low in known:
        return known[low]
    inside = [e.id for e in dossier.indicatoren.values() if fold(e.onderdeel_id) == low]
    if inside:
        raise Gebruiksfout(
            f"`{id_}` heeft meer cijfers.", f"Kies uit: {', '.join(f'`{i}`' for i in inside)}."
        )
    raise Gebruiksfout(
        f"`{id_}` is geen indicator van het werkplan.",
        did_you_mean(id_, dossier.indicatoren) or "Met `bkl gap` ziet u alle codes.",
    )


def fields_of(entry: IndicatorEntry, invoer: Invoer, told: Told, jaar: int) -> dict[str, Wanted]:
    """Return the keys to put into the realisatie of `entry`, of which `told` is there now.

    Raises Gebruiksfout for what cannot be meant.
    """
    wanted: dict[str, Wanted] = {}
    for key, value in invoer.velden.items():
        texts = texts_of(value)
        wanted[key] = None if not texts else texts[0] if len(texts) == 1 else texts
    waarde = clean(invoer.waarde) if invoer.waarde is not None else None
    if waarde == "":
        raise Gebruiksfout(
            "De waarde is leeg.",
            "Geef het cijfer of het oordeel, of `nog niet bekend`. Wilt u een antwoord weghalen, "
            "doe dat dan in het jaarverslag zelf.",
        )
    if waarde is not None or any(wanted.values()):
        _expect_promise(entry, jaar)
    if waarde is None:
        if invoer.periode is not None:
            raise Gebruiksfout("Bij `--periode` hoort een cijfer.", "Zet het achter de code.")
        return wanted
    if invoer.plek:
        _put_beside(wanted, invoer.plek, waarde)
    elif fold(waarde) in _OORDELEN:
        wanted["oordeel"] = _oordeel(entry, invoer, fold(waarde))
    elif invoer.periode is not None:
        section, key = _moment_key(entry, invoer.periode, told, jaar)
        wanted[section] = {key: waarde}
    else:
        _expect_figure(entry, waarde)
        wanted["realisatie"] = waarde
    return wanted


def _put_beside(wanted: dict[str, Wanted], plek: Sequence[str], waarde: str) -> None:
    """Put a figure at its route below the realisatie."""
    if fold(waarde) in _OORDELEN:
        where = ": ".join(plek[1:]) or plek[0]
        raise Gebruiksfout(
            f"Bij {where} hoort geen oordeel; dat rekent bkl uit.", "Geef wat daar is gevraagd."
        )
    first, *rest = plek
    value: Wanted = waarde
    for key in reversed(rest):
        value = {key: value}
    wanted[first] = value


def clean(text: str) -> str:
    """Return a text without blanks around it; raises Gebruiksfout for hidden characters."""
    text = text.strip().replace("\r\n", "\n").replace("\r", "\n")
    bad = next((char for char in text if not char.isprintable() and char != "\n"), None)
    if bad is not None and bad != "\xad":
        if bad.isspace() and bad not in "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029":
            return clean(text.replace(bad, " "))
        raise Gebruiksfout(
            f"In deze tekst staat een onzichtbaar teken (U+{ord(bad):04X}).",
            "Typ de tekst opnieuw, zonder dat teken.",
        )
    return text


def is_qualitative(entry: IndicatorEntry) -> bool:
    """Tell whether a person judges it: it has no doel with a figure."""
    doel = entry.doel
    return entry.leesbaar and (doel is None or doel.soort == "kwalitatief")


def _expect_promise(entry: IndicatorEntry, jaar: int) -> None:
    """Refuse an answer to what is not promised yet: it is likely one of the year before."""
    phrase = entry.indicator.doel
    if phrase is not None and entry.doel is None and is_undecided(phrase):
        raise Gebruiksfout(
            f"Het doel van `{entry.id}` in {jaar} is nog te bepalen.",
            f"Kies dat eerst, in het werkplan van {jaar}. Gaat het over een eerder jaar, geef dan "
            f"dat jaar mee, zoals `--jaar {jaar - 1}`.",
        )


def texts_of(value: str | Sequence[str]) -> list[str]:
    """Return one text or more, tidied, without empty ones."""
    values = [value] if isinstance(value, str) else value
    return [text for text in map(clean, values) if text]


def _oordeel(entry: IndicatorEntry, invoer: Invoer, oordeel: str) -> str:
    if invoer.periode is not None:
        raise Gebruiksfout("Een oordeel geldt voor het jaar.", "Laat `--periode` weg.")
    if not is_qualitative(entry):
        doel = f" (`{entry.indicator.doel}`)" if entry.indicator.doel else ""
        raise Gebruiksfout(
            f"`{entry.id}` heeft een doel met een cijfer{doel}; het oordeel rekent bkl uit.",
            "Geef het cijfer dat is bereikt.",
        )
    return oordeel


def _expect_figure(entry: IndicatorEntry, waarde: str) -> None:
    """Refuse a figure where a person must judge, but not the words for having none."""
    if not is_qualitative(entry):
        return
    try:
        if read_waarde(waarde).geen_cijfer is not None:
            return
    except Onleesbaar:
        pass
    raise Gebruiksfout(
        f"`{entry.id}` heeft geen doel met een cijfer; daarbij hoort een oordeel.",
        f"Kies uit: {', '.join(f'`{o}`' for o in _OORDELEN)}, met `--onderbouwing`.",
    )


def _moment_key(entry: IndicatorEntry, periode: str, told: Told, jaar: int) -> tuple[str, str]:
    """Return under which key of which list a figure of a period stands."""
    moment = read_period(periode, jaar)
    ends = [mijlpaal.moment.eind for mijlpaal in entry.mijlpalen]
    section = "mijlpalen" if moment.eind in ends and not entry.indicator.tijd else "metingen"
    there = told.get(section)
    for key in there if isinstance(there, dict) else ():
        try:
            other = read_moment(str(key))
        except Onleesbaar:
            continue
        if (other.begin, other.eind) == (moment.begin, moment.eind):
            return section, str(key)
    return section, moment.tekst


def read_period(periode: str, jaar: int, what: str = "periode") -> Moment:
    """Return the moment that `Q2`, `juni` or `30-06-2021` means; a bare one is in `jaar`.

    Raises Gebruiksfout, which calls it `what`, when it is no moment or may be two.
    """
    text = clean(periode)
    text = text[0].upper() + text[1:] if text[:1] == "q" else text
    faults: list[Onleesbaar] = []
    for with_its_year in (str, partial(with_year, jaar=jaar)):
        try:
            return read_moment(with_its_year(text))
        except Onleesbaar as found:
            faults.append(found)
    try:
        read_date(text.lower())
    except ValueError:
        raise Gebruiksfout(f"De dag `{text}` bestaat niet.", "Controleer dag en maand.") from None
    known = next((fault for fault in faults if NO_MOMENT not in fault.reden), None)
    if known is not None:
        raise Gebruiksfout(known.reden, known.herstel) from known
    kwartaal = f"Q2 {jaar}" if isinstance(jaar, Schooljaar) else "Q2"
    other = f"Schrijf bijvoorbeeld `{kwartaal}`, `juni`, `week 10` of `30-06-{int(jaar)}`."
    raise Gebruiksfout(f"`{periode}` is geen {what}.", unclear(text.lower(), other)) from faults[0]


def in_order(keys: Iterable[str]) -> list[str]:
    """Return moments as they follow each other; what is no moment comes last."""

    def end(key: str) -> tuple[bool, str]:
        try:
            return False, read_moment(key).eind.isoformat()
        except Onleesbaar:
            return True, key

    return sorted(keys, key=end)
