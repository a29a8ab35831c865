"""From what people filled in to what can be recorded: nothing guessed, nothing left unsaid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, get_args

from bkl.api.collecting.answered import Answered, Intake, same, short
from bkl.api.collecting.conflicts import told_twice, unchanged_since
from bkl.api.collecting.listed import far_off
from bkl.api.collecting.question import Vraag, find_fact, find_money
from bkl.api.collecting.sources import KnownSources
from bkl.api.collecting.stand import marks, promise_mark, stand
from bkl.api.errors import Gebruiksfout
from bkl.api.recording.beside import find_beside
from bkl.api.recording.entry import (
    FEITEN,
    GELD,
    REALISATIES,
    Invoer,
    clean,
    find_entry,
    is_qualitative,
    known_codes,
    read_period,
)
from bkl.api.recording.lists import find_amount
from bkl.diagnostics.suggestion import did_you_mean
from bkl.domein.woorden import Reden, fold
from bkl.sheets.answers import Antwoord, Spotted

if TYPE_CHECKING:
    from bkl.domein.dossier.dossier import Dossier
    from bkl.domein.dossier.entries import IndicatorEntry

_OLDER = (
    "De toezegging is in het werkplan veranderd sinds dit formulier is gemaakt.",
    "Maak met `bkl form` een nieuw formulier.",
)


def take_in(dossier: Dossier, antwoorden: Iterable[Antwoord]) -> Intake:
    """Hold what people answered against each other and against the jaarverslag."""
    intake = Intake()
    found: dict[Vraag, list[Antwoord]] = {}
    codes = known_codes(dossier)
    for antwoord in antwoorden:
        if (vraag := _asked(dossier, antwoord, codes, intake, found)) is not None:
            found.setdefault(vraag, []).append(antwoord)
    refused = told_twice(found, intake)
    sources = KnownSources(dossier.jaarverslag.bronnen if dossier.jaarverslag else {})
    for vraag, own in found.items():
        if vraag not in refused:
            _row(dossier, vraag, own, sources, intake)
    intake.bronnen = sources.new
    return intake


def _asked(
    dossier: Dossier,
    antwoord: Antwoord,
    codes: Mapping[str, IndicatorEntry],
    intake: Intake,
    found: Mapping[Vraag, Sequence[Antwoord]],
) -> Vraag | None:
    """Return which figure is answered; None, with what is wrong, when that is not certain."""
    key = antwoord.sleutel
    if key is not None and key.jaar != dossier.jaar:
        other = f"Dit is een antwoord over {key.jaar}, niet over {dossier.jaar}."
        intake.refuse(antwoord.plek, other, f"Lees het apart in, met `--jaar {key.jaar}`.")
        return None
    try:
        vraag = _fact(dossier, antwoord, found) or find_money(
            dossier, antwoord.id, antwoord.periode
        )
        if vraag is None:
            entry = find_entry(dossier, antwoord.id, codes)
            beside = find_beside(dossier, entry, antwoord.periode.strip())
            periode = beside[0] if beside else _periode(antwoord, dossier.jaar)
            vraag = Vraag(entry.id, periode)
    except Gebruiksfout as fault:
        intake.refuse(antwoord.plek, fault.message, fault.cure)
        return None
    if key is not None and key.belofte != promise_mark(dossier, vraag):
        intake.refuse(antwoord.plek, *_OLDER)
        return None
    return vraag


def _fact(
    dossier: Dossier, antwoord: Antwoord, found: Mapping[Vraag, Sequence[Antwoord]]
) -> Vraag | None:
    """Return the fact that is meant; the same words in two forms are one new fact."""
    tekst = antwoord.velden.get("uitleg", "")
    new = {vraag: own for vraag, own in found.items() if vraag.lijst == FEITEN}
    for vraag, own in new.items():
        if (
            tekst
            and not antwoord.id
            and any(same(one.velden.get("uitleg", "")) == same(tekst) for one in own)
        ):
            return vraag
    return find_fact(dossier, antwoord.id, antwoord.periode, tekst, {one.id for one in new})


def _periode(antwoord: Antwoord, jaar: int) -> str:
    """Return the period as the jaarverslag names it; empty for the year as a whole."""
    text = antwoord.periode.strip()
    if not text or text == str(jaar):
        return ""
    return read_period(text, jaar).tekst


def _row(
    dossier: Dossier, vraag: Vraag, own: Sequence[Antwoord], sources: KnownSources, intake: Intake
) -> None:
    """Add what is answered to one question, unless something stands in the way."""
    velden, cellen = _together(own)
    fine = [_fine(intake, cellen[name], name, velden) for name in velden]
    velden = {n: sources.known(text) or text if n == "bron" else text for n, text in velden.items()}
    now = stand(dossier, vraag)
    known = marks(dossier, vraag)
    if not all(fine) or not unchanged_since(vraag, own, (now, known), velden, intake):
        return
    if vraag.lijst == GELD and (told := far_off(dossier, vraag, velden.get("cijfer", ""))):
        intake.refuse(cellen["cijfer"], *told)
        return
    changed = {name: text for name, text in velden.items() if same(text) != same(now[name])}
    if "bron" in changed:
        changed["bron"] = sources.reference(changed["bron"])
    if not changed:
        intake.gelijk += 1
        return
    plekken = tuple(antwoord.plek for antwoord in own)
    intake.rijen.append(Answered(_invoer(dossier, vraag, changed), cellen, plekken))


def _invoer(dossier: Dossier, vraag: Vraag, changed: dict[str, str]) -> Invoer:
    """Return what must be recorded, from what changed by open column."""
    waarde = changed.pop("cijfer", None)
    if vraag.lijst != REALISATIES:
        if "uitleg" in changed:
            changed["tekst" if vraag.lijst == FEITEN else "toelichting"] = changed.pop("uitleg")
        amount = find_amount(dossier, vraag.id, vraag.periode) if vraag.lijst == GELD else None
        return Invoer(vraag.id, waarde, None, changed, amount[1] if amount else (), vraag.lijst)
    if "uitleg" in changed:
        judged = is_qualitative(dossier.indicatoren[vraag.id])
        changed["onderbouwing" if judged else "toelichting"] = changed.pop("uitleg")
    beside = find_beside(dossier, dossier.indicatoren[vraag.id], vraag.periode)
    plek = beside[1] if beside and waarde is not None else ()
    periode = vraag.periode if waarde is not None and vraag.periode and not plek else None
    return Invoer(vraag.id, waarde, periode, changed, plek)


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
        intake.refuse(cell, fault.message, fault.cure)
        return False
    if name != "reden":
        return True
    known: tuple[str, ...] = get_args(Reden)
    wanted = " ".join(fold(velden[name]).split())
    if wanted in known:
        velden[name] = wanted
        return True
    cure = did_you_mean(wanted, known) or f"Kies uit: {', '.join(known)}."
    intake.refuse(cell, f"`{short(velden[name])}` is geen reden.", cure)
    return False
