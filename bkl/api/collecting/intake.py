"""From what people filled in to what can be recorded: nothing guessed, nothing left unsaid."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from bkl.api.collecting.sources import KnownSources
from bkl.api.collecting.stand import Vraag, promise_mark, stand
from bkl.api.errors import Gebruiksfout
from bkl.api.recording.beside import find_beside
from bkl.api.recording.entry import (
    Invoer,
    clean,
    find_entry,
    is_qualitative,
    known_codes,
    read_period,
)
from bkl.diagnostics.suggestion import did_you_mean
from bkl.domein.woorden import Reden, fold
from bkl.sheets.answers import Antwoord, Bezwaar, Spotted
from bkl.sheets.columns import OPEN
from bkl.sheets.key import mark_of

if TYPE_CHECKING:
    from bkl.domein.dossier.dossier import Dossier
    from bkl.domein.dossier.entries import IndicatorEntry

_NAMES = {"cijfer": "het cijfer", "bron": "de bron", "reden": "de reden", "uitleg": "de uitleg"}
_COLUMNS = {"bron": "bron", "reden": "reden", "toelichting": "uitleg", "onderbouwing": "uitleg"}
"""In which column a key of a realisatie is answered; the figure for all others."""
_OLDER = (
    "De toezegging is in het werkplan veranderd sinds dit formulier is gemaakt.",
    "Maak met `bkl form` een nieuw formulier.",
)


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer, ready to be recorded; more rows that say the same are one.

    `cellen` are the cells of its open columns, `plekken` the first cell of each row.
    """

    invoer: Invoer
    cellen: Mapping[str, Spotted]
    plekken: tuple[Spotted, ...]

    def cell(self, key: str) -> Spotted:
        """Return the cell in which a key of the jaarverslag was, or should be, answered."""
        return self.cellen.get(_COLUMNS.get(key, "cijfer"), self.plekken[0])


@dataclass(slots=True)
class Intake:
    """What can be recorded, the new sources that come with it, and what stands in the way."""

    rijen: list[Answered] = field(default_factory=list)
    bronnen: dict[str, str] = field(default_factory=dict)
    bezwaren: list[Bezwaar] = field(default_factory=list)
    gelijk: int = 0


def take_in(dossier: Dossier, antwoorden: Iterable[Antwoord]) -> Intake:
    """Hold what people answered against each other and against the jaarverslag."""
    intake = Intake()
    found: dict[Vraag, list[Antwoord]] = {}
    codes = known_codes(dossier)
    for antwoord in antwoorden:
        if (vraag := _asked(dossier, antwoord, codes, intake)) is not None:
            found.setdefault(vraag, []).append(antwoord)
    refused = _told_twice(found, intake)
    sources = KnownSources(dossier.jaarverslag.bronnen if dossier.jaarverslag else {})
    for vraag, own in found.items():
        if vraag not in refused:
            _row(dossier, vraag, own, sources, intake)
    intake.bronnen = sources.new
    return intake


def _asked(
    dossier: Dossier, antwoord: Antwoord, codes: Mapping[str, IndicatorEntry], intake: Intake
) -> Vraag | None:
    """Return which figure is answered; None, with what is wrong, when that is not certain."""
    key = antwoord.sleutel
    if key is not None and key.jaar != dossier.jaar:
        other = f"Dit is een antwoord over {key.jaar}, niet over {dossier.jaar}."
        _object(intake, antwoord.plek, other, f"Lees het apart in, met `--jaar {key.jaar}`.")
        return None
    try:
        entry = find_entry(dossier, antwoord.id, codes)
        beside = find_beside(dossier, entry, antwoord.periode.strip())
        periode = beside[0] if beside else _periode(antwoord, dossier.jaar)
    except Gebruiksfout as fault:
        _object(intake, antwoord.plek, fault.message, fault.cure)
        return None
    if key is not None and key.belofte != promise_mark(entry):
        _object(intake, antwoord.plek, *_OLDER)
        return None
    return Vraag(entry.id, periode)


def _periode(antwoord: Antwoord, jaar: int) -> str:
    """Return the period as the jaarverslag names it; empty for the year as a whole."""
    text = antwoord.periode.strip()
    if not text or text == str(jaar):
        return ""
    return read_period(text, jaar).tekst


def _told_twice(found: Mapping[Vraag, Sequence[Antwoord]], intake: Intake) -> set[Vraag]:
    """Tell where forms contradict each other; return what is not recorded for that.

    The figure is that of a period; source, reason and explanation are those of the promise.
    """
    refused: set[Vraag] = set()
    by_id: dict[str, list[tuple[Vraag, Antwoord]]] = {}
    for vraag, own in found.items():
        by_id.setdefault(vraag.id, []).extend((vraag, antwoord) for antwoord in own)
    for told in by_id.values():
        for name in OPEN:
            groups: dict[str, list[tuple[Vraag, Antwoord]]] = {}
            for vraag, antwoord in told:
                if name in antwoord.velden:
                    groups.setdefault(vraag.periode if name == "cijfer" else "", []).append(
                        (vraag, antwoord)
                    )
            for group in groups.values():
                texts = {_same(antwoord.velden[name]) for _, antwoord in group}
                if len(texts) > 1:
                    refused |= {vraag for vraag, _ in group}
                    _contradiction(intake, name, group)
    return refused


def _contradiction(intake: Intake, name: str, group: Sequence[tuple[Vraag, Antwoord]]) -> None:
    first, *others = group
    code = first[0].id
    told = first[1].velden[name]
    for _, antwoord in others:
        other = antwoord.velden[name]
        if _same(other) != _same(told):
            _object(
                intake,
                antwoord.cellen[name],
                f"Bij `{code}` is {_NAMES[name]} hier `{_short(other)}`, en in "
                f"{first[1].cellen[name]} `{_short(told)}`.",
                "Vraag na wat klopt, en verander een van beide.",
            )


def _row(
    dossier: Dossier, vraag: Vraag, own: Sequence[Antwoord], sources: KnownSources, intake: Intake
) -> None:
    """Add what is answered to one question, unless something stands in the way."""
    velden, cellen = _together(own)
    fine = [_fine(intake, cellen[name], name, velden) for name in velden]
    velden = {n: sources.known(text) or text if n == "bron" else text for n, text in velden.items()}
    now = stand(dossier, vraag)
    if not all(fine) or not _unchanged_since(vraag, own, now, velden, intake):
        return
    changed = {name: text for name, text in velden.items() if _same(text) != _same(now[name])}
    if "bron" in changed:
        changed["bron"] = sources.reference(changed["bron"])
    if not changed:
        intake.gelijk += 1
        return
    waarde = changed.pop("cijfer", None)
    if "uitleg" in changed:
        judged = is_qualitative(dossier.indicatoren[vraag.id])
        changed["onderbouwing" if judged else "toelichting"] = changed.pop("uitleg")
    beside = find_beside(dossier, dossier.indicatoren[vraag.id], vraag.periode)
    plek = beside[1] if beside and waarde is not None else ()
    periode = vraag.periode if waarde is not None and vraag.periode and not plek else None
    plekken = tuple(antwoord.plek for antwoord in own)
    intake.rijen.append(Answered(Invoer(vraag.id, waarde, periode, changed, plek), cellen, plekken))


def _together(own: Sequence[Antwoord]) -> tuple[dict[str, str], dict[str, Spotted]]:
    """Return what rows say that do not contradict each other, and the cells it stands in."""
    velden: dict[str, str] = {}
    cellen: dict[str, Spotted] = {}
    for antwoord in own:
        for name, text in antwoord.velden.items():
            if name not in velden:
                velden[name], cellen[name] = text, antwoord.cellen[name]
    for antwoord in own:
        cellen = {**antwoord.cellen, **cellen}
    return velden, cellen


def _fine(intake: Intake, cell: Spotted, name: str, velden: dict[str, str]) -> bool:
    """Tell whether a text can be recorded at all, tidied; what is wrong is told."""
    try:
        velden[name] = clean(velden[name])
    except Gebruiksfout as fault:
        _object(intake, cell, fault.message, fault.cure)
        return False
    if name != "reden":
        return True
    known: tuple[str, ...] = get_args(Reden)
    wanted = " ".join(fold(velden[name]).split())
    if wanted in known:
        velden[name] = wanted
        return True
    cure = did_you_mean(wanted, known) or f"Kies uit: {', '.join(known)}."
    _object(intake, cell, f"`{_short(velden[name])}` is geen reden.", cure)
    return False


def _unchanged_since(
    vraag: Vraag,
    own: Sequence[Antwoord],
    now: Mapping[str, str],
    velden: Mapping[str, str],
    intake: Intake,
) -> bool:
    """Tell whether the jaarverslag still says what it said when the form was made.

    Only where the form says something else now: the same text twice is no conflict.
    """
    fine = True
    for antwoord in own:
        for name in antwoord.velden if antwoord.sleutel else ():
            before = antwoord.sleutel.stand[name] if antwoord.sleutel else ""
            if before == mark_of(now[name]) or _same(velden[name]) == _same(now[name]):
                continue
            fine = False
            told = f"`{_short(now[name])}`" if now[name] else "niets meer"
            _object(
                intake,
                antwoord.cellen[name],
                f"Bij `{vraag.id}` is {_NAMES[name]} in het jaarverslag veranderd sinds dit "
                f"formulier is gemaakt: daar staat nu {told}, hier `{_short(velden[name])}`.",
                "Vraag na wat klopt. Leg het vast met `bkl set`, of maak een nieuw formulier.",
            )
    return fine


def _same(text: str) -> str:
    """Return a text as it is compared: accents in one sign, as they are recorded."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:59]}…"


def _object(intake: Intake, plek: Spotted, message: str, cure: str = "") -> None:
    intake.bezwaren.append(Bezwaar(plek, message, cure))
