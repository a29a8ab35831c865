"""`todo`: what a report still lacks, per promise: from whom it must come, and when it is due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bkl.api.asking.money import (
    budget_text,
    missing_money,
    money_from,
    money_tasks,
    quoted,
)
from bkl.api.asking.people import everybody, known_names, responsible
from bkl.api.asking.places import where, where_money
from bkl.api.checking.judge import judge_year
from bkl.api.checking.settings import Settings, read_settings
from bkl.api.recording.entry import is_qualitative, read_period
from bkl.api.recording.lists import title_of
from bkl.api.workspace.year import Year, choose, read_year, workspace_of
from bkl.diagnostics.finding import Finding
from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.notatie.values.jaren import last_day
from bkl.domein.woorden import fold
from bkl.rules.engine.choice import ZONDER_RAPPORTEN

_ASKS = {
    "cijfer_zonder_bron": "bron",
    "onbekende_bron": "bron",
    "verschil_zonder_reden": "reden",
    "reden_niet_vermeld": "reden",
    "verschil_zonder_toelichting": "toelichting",
    "toelichting_herhaalt_reden": "toelichting",
    "oordeel_zonder_onderbouwing": "onderbouwing",
    "uitgesteld_zonder_jaar": "jaar van uitstel",
    "uitgesteld_zonder_akkoord": "akkoord op uitstel",
    "vervallen_zonder_melding": "melding",
    "onleesbare_hoeveelheid": "leesbaar cijfer",
    "percentage_zonder_aantallen": "aantallen",
    "bewijs_ontbreekt": "bewijs",
    "bewijs_gewijzigd": "bewijs",
    "bewijs_cel_verschilt": "bewijs",
}
"""What a finding on a realisatie asks of its writer, by the slug of the rule."""
_WAITS = {
    "gewijzigd": ("akkoord opnieuw", "Het is veranderd na het akkoord. Klopt het nog?"),
    "een van twee": ("tweede akkoord", "Wie tekent nog meer?"),
}
_NO_PARTS = ("vervallen", "uitgesteld", "niet van toepassing")
"""Verdicts of which nothing needs to be split."""
_OPEN = ("niet gerapporteerd", "nog niet bekend", "nog niet te beoordelen", "niet te bepalen")


@dataclass(frozen=True, slots=True)
class Taak:
    """One thing that is missing: `wat` in a word, `vraag` as a sentence.

    `wie` are those from whom it must come, empty when the plan names nobody. `uiterlijk` is
    the day on which the promise is due; `plaats` where the answer belongs. `opdracht` is the
    command that answers it, where that is another than `bkl set` with the code alone. Of money the
    `id` is the code of a part of the plan.
    """

    id: str
    tekst: str
    doel: str | None
    wat: str
    vraag: str
    wie: tuple[str, ...]
    uiterlijk: date
    plaats: str
    opdracht: str | None = None
    geld: bool = False


@dataclass(frozen=True, slots=True)
class TodoResult:
    """What is missing of one year, in the order in which it is due; `wie` and `voor` as asked."""

    jaar: int
    peildatum: date
    taken: tuple[Taak, ...]
    wie: tuple[str, ...] = ()
    voor: date | None = None

    def groepen(self) -> list[tuple[str, list[Taak]]]:
        """Return the tasks per person or team, by name; those of nobody last.

        What more than one must give stands with each of them.
        """
        found: dict[str, list[Taak]] = {}
        chosen = {fold(name) for name in self.wie}
        for taak in self.taken:
            for naam in taak.wie or ("",):
                if not chosen or fold(naam) in chosen:
                    found.setdefault(naam, []).append(taak)
        return sorted(found.items(), key=lambda one: (not one[0], fold(one[0])))


def todo(
    folder: Path | None = None,
    *,
    jaar: int | None = None,
    wie: Sequence[str] = (),
    voor: date | str | None = None,
) -> TodoResult:
    """Return what is still missing, of everybody or of `wie`, due on or before `voor`.

    A moment such as `Q2` means its last day. Raises Gebruiksfout for a text that is no moment and
    for a name that the plan does not know, Onbruikbaar when a file cannot be read:
    what is answered in it is not missing.
    """
    workspace = workspace_of(folder)
    year = read_year(choose(workspace, jaar), workspace)
    dossier, _ = year.usable()
    chosen = known_names(wie, everybody(dossier))
    if isinstance(voor, str):
        voor = read_period(voor, dossier.jaar, "dag").eind
    taken = [
        taak
        for taak in todo_of(year, dossier)
        if (not chosen or chosen & {fold(name) for name in taak.wie})
        and (voor is None or taak.uiterlijk <= voor)
    ]
    return TodoResult(dossier.jaar, dossier.peildatum, tuple(taken), tuple(wie), voor)


def todo_of(year: Year, dossier: Dossier) -> list[Taak]:
    """Return everything that is missing of a year that was read, in the order it is due."""
    names = responsible(dossier)
    settings = read_settings(year.folder)
    findings = list(judge_year(year, settings, ZONDER_RAPPORTEN, year.folder))
    taken = [*_tasks(year, dossier, names, findings), *_signed(year, names, settings)]
    if dossier.geld is not None:
        taken += _money(year, dossier)
    order = {id_: number for number, id_ in enumerate(dossier.indicatoren)}
    return sorted(taken, key=lambda taak: (taak.uiterlijk, order.get(taak.id, len(order))))


def _tasks(
    year: Year,
    dossier: Dossier,
    names: Mapping[str, tuple[str, ...]],
    findings: Sequence[Finding],
) -> Iterator[Taak]:
    asked = _by_indicator(findings, _resting(dossier))
    for id_, one in year.vergelijkingen.items():
        told: dict[str, tuple[str, str]] = {}
        if not one.entry.leesbaar:
            told["doel"] = ("Wat is het doel?", where(year, id_))
        elif (missing := _missing(one)) is not None:
            told[missing[0]] = (missing[1], where(year, id_))
        for finding in asked.get(id_, ()):
            line = finding.position.line if finding.position else 1
            for kind in finding.kinds:
                if wat := _ASKS.get(kind.slug):
                    told.setdefault(wat, (finding.message, f"{finding.place.file}:{line}"))
        tekst = one.entry.indicator.tekst or one.entry.onderdeel_tekst
        due = one.uiterlijk or last_day(dossier.jaar)
        for wat, (vraag, plaats) in told.items():
            yield Taak(id_, tekst, one.doel_tekst, wat, vraag, names[id_], due, plaats)
    yield from _milestones(year, names)
    if dossier.splitst:
        yield from _parts(year, names)


def _missing(one: Vergelijking) -> tuple[str, str] | None:
    """Return what is missing when there is no answer at all: a figure, or a verdict."""
    if one.oordeel not in _OPEN:
        return None
    given = one.realisatie
    if is_qualitative(one.entry):
        judged = given is not None and given.realisatie.oordeel is not None
        if judged or (given is not None and one.oordeel == "niet te bepalen"):
            return None
        return "oordeel", "Is dit bereikt? Geef een oordeel, met onderbouwing."
    if one.oordeel == "nog niet bekend":
        return "cijfer", "Het cijfer was nog niet bekend. Is het er nu?"
    if given is not None and (given.waarde is not None or given.standen):
        return None
    done = one.entry.doel is not None and one.entry.doel.soort == "gereed"
    return ("ja of nee", "Is het klaar?") if done else ("cijfer", "Hoeveel is het geworden?")


def _milestones(year: Year, names: Mapping[str, tuple[str, ...]]) -> Iterator[Taak]:
    """Yield every mijlpaal for which there is no figure yet, also when it is due later."""
    for id_, one in year.vergelijkingen.items():
        there = one.realisatie.standen if one.realisatie else ()
        ends = {meting.moment.eind for meting in there}
        for mijlpaal in one.entry.mijlpalen[:-1]:
            moment = mijlpaal.moment
            if moment.eind in ends:
                continue
            tekst = one.entry.indicator.tekst or one.entry.onderdeel_tekst
            vraag = f"Hoeveel was het ({moment.tekst})?"
            plaats = where(year, id_)
            yield Taak(
                id_, tekst, mijlpaal.doel.tekst, f"cijfer {moment.tekst}", vraag, names[id_],
                moment.eind, plaats,
            )  # fmt: skip


def _parts(year: Year, names: Mapping[str, tuple[str, ...]]) -> Iterator[Taak]:
    """Yield the parts of figures of which there is nothing yet, a task per dimension."""
    for id_, one in year.vergelijkingen.items():
        if not one.entry.leesbaar or one.oordeel in _NO_PARTS:
            continue
        told = one.realisatie.realisatie.uitsplitsing if one.realisatie else {}
        for dimensie, declared in one.entry.indicator.uitsplitsing.items():
            delen = dict.fromkeys((*declared.delen, *declared.doelen))
            left = [deel for deel in delen if deel not in told.get(dimensie, {})]
            if not left:
                continue
            tekst = one.entry.indicator.tekst or one.entry.onderdeel_tekst
            vraag = f"Hoeveel is het naar {dimensie}: {', '.join(left)}?"
            due = one.uiterlijk or last_day(year.dossier.jaar if year.dossier else 1)
            opdracht = f"bkl set {id_} --deel {quoted(f'{dimensie}={left[0]}')} CIJFER"
            yield Taak(
                id_, tekst, one.doel_tekst, f"cijfer naar {dimensie}", vraag, names[id_], due,
                where(year, id_), opdracht,
            )  # fmt: skip


def _money(year: Year, dossier: Dossier) -> Iterator[Taak]:
    """Yield what is missing of money: what was spent, who paid, and why it became otherwise."""
    names = money_from(dossier)
    for code, missing in missing_money(dossier).items():
        for wat, vraag, opdracht in money_tasks(dossier, code, missing):
            yield Taak(
                code, title_of(dossier, "geld", code), budget_text(dossier, code), wat, vraag,
                names.get(code, ()), last_day(dossier.jaar), where_money(year, code), opdracht,
                geld=True,
            )  # fmt: skip


def _signed(year: Year, names: Mapping[str, tuple[str, ...]], settings: Settings) -> Iterator[Taak]:
    """Yield what waits for an akkoord, in a workspace where some were given."""
    if year.akkoord is None:
        return
    from bkl.api.workspace.signatures import stands  # noqa: PLC0415 - few years are signed

    found = stands(year, vier_ogen=settings.vier_ogen)
    for id_, one in year.vergelijkingen.items():
        if one.oordeel == "niet gerapporteerd" or found.get(id_) == "akkoord":
            continue
        wat, vraag = _WAITS.get(found.get(id_, ""), ("akkoord", "Klopt dit? Teken met `bkl sign`."))
        tekst = one.entry.indicator.tekst or one.entry.onderdeel_tekst
        due = one.uiterlijk or last_day(year.dossier.jaar if year.dossier else 1)
        yield Taak(id_, tekst, one.doel_tekst, wat, vraag, names[id_], due, where(year, id_))


def _by_indicator(
    findings: Sequence[Finding], rests_on: Mapping[str, Sequence[str]]
) -> dict[str, list[Finding]]:
    """Return what is asked about each indicator; about a bron, of all that rest on it."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        route = finding.place.route
        if len(route) < 2 or finding.kind.slug not in _ASKS:
            continue
        if route[0] == "realisaties":
            found.setdefault(str(route[1]), []).append(finding)
        elif route[0] == "bronnen":
            for id_ in rests_on.get(str(route[1]), ()):
                found.setdefault(id_, []).append(finding)
    return found


def _resting(dossier: Dossier) -> dict[str, list[str]]:
    """Return per bron the indicators of which a figure comes from it."""
    found: dict[str, list[str]] = {}
    for id_, given in dossier.realisaties.items():
        for bron in given.realisatie.bron:
            found.setdefault(bron.sleutel, []).append(id_)
    return found
