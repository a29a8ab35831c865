"""`sign`: akkoord on what is reported, in a file of its own to which only is added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bkl.api.checking.judge import judge_year
from bkl.api.checking.settings import Settings, read_settings
from bkl.api.comparing import expect_selection
from bkl.api.errors import Gebruiksfout
from bkl.api.recording.entry import clean
from bkl.api.workspace.lock import locked
from bkl.api.workspace.save import Change, expect_unchanged, save
from bkl.api.workspace.signatures import content_hash, signatures
from bkl.api.workspace.write import Intussenveranderd
from bkl.api.workspace.year import Year, choose, read_year, workspace_of
from bkl.diagnostics.finding import Finding
from bkl.domein.dossier.signed import latest
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.notatie.meaning.undecided import is_undecided
from bkl.domein.notatie.values.jaren import year_in_name
from bkl.domein.woorden import fold
from bkl.gap.rows import build_rows, select
from bkl.rules.engine.choice import ALLES
from bkl.source.edits.append import append_items, new_list
from bkl.source.edits.wanted import EditRefusedError

_HEAD = (
    "# Wie akkoord gaf op welk cijfer. Alleen aanvullen, een regel per akkoord: met `bkl sign`.\n"
    "# Het kenmerk hoort bij tekst, definitie, cijfer en bewijs van die dag.\n"
)


@dataclass(frozen=True, slots=True)
class SignRequest:
    """Who agrees, in which role, on which day, and to what (None: everything)."""

    wie: str
    rol: str | None = None
    datum: date | None = None
    selectie: str | None = None
    jaar: int | None = None


@dataclass(frozen=True, slots=True)
class SignResult:
    """What is signed (`nu`, with its text and figure), by code.

    `al` was signed by the same person before and has not changed, `zonder` has no answer yet
    and is not signed. `fouten` are faults in what was to be signed: then nothing is.
    """

    jaar: int
    nu: tuple[tuple[str, str, str], ...]
    al: tuple[str, ...]
    zonder: tuple[str, ...]
    fouten: tuple[Finding, ...]
    changes: tuple[Change, ...]


def plan_signing(folder: Path | None, asked: SignRequest) -> SignResult:
    """Return what would be signed; writes nothing.

    Raises Gebruiksfout for an unknown selection or an empty name, Onbruikbaar when the files
    cannot be read.
    """
    workspace = workspace_of(folder)
    jaargang = choose(workspace, asked.jaar)
    year = read_year(jaargang, workspace)
    dossier, verdicts = year.usable()
    rows = build_rows(dossier, verdicts)
    selectie = expect_selection(asked.selectie, dossier, rows)
    chosen = dict.fromkeys(
        rij.vergelijking.entry.id for rij in select(dossier, rows, selectie) or ()
    )
    before = _signed_before(year, _wie(asked))
    told = {id_ for id_ in chosen if _is_told(verdicts[id_])}
    now = [id_ for id_ in chosen if id_ in told and id_ not in before]
    fouten = _faults(year, now, read_settings(workspace))
    lines = [_line(asked, id_, content_hash(year, id_)) for id_ in now]
    path = jaargang.akkoord or workspace / "data" / f"akkoord-{year_in_name(dossier.jaar)}.yaml"
    name = path.relative_to(workspace).as_posix()
    changes = (_change(name, path, dossier.jaar, lines),) if lines and not fouten else ()
    return SignResult(
        dossier.jaar,
        tuple((id_, *_shown(verdicts[id_])) for id_ in now),
        tuple(id_ for id_ in chosen if id_ in before),
        tuple(id_ for id_ in chosen if id_ not in told),
        tuple(fouten),
        changes,
    )


def _is_told(one: Vergelijking) -> bool:
    """Tell whether there is an answer; what is not promised yet needs none to sign the rest."""
    doel = one.entry.indicator.doel
    if one.realisatie is None and doel is not None and is_undecided(doel):
        return False
    waits = one.realisatie is None and one.oordeel == "nog niet te beoordelen"
    return one.oordeel != "niet gerapporteerd" and not waits


def _signed_before(year: Year, wie: str) -> set[str]:
    """Return what this person signed and what has not changed since."""
    return {
        one.akkoord.indicator
        for ones in latest(signatures(year)).values()
        for one in ones
        if one.geldig and fold(one.akkoord.wie) == fold(wie)
    }


def _faults(year: Year, ids: Sequence[str], settings: Settings) -> list[Finding]:
    """Return the faults in what is promised or reported of these indicators."""
    dossier = year.dossier
    pads = {dossier.indicatoren[id_].pad for id_ in ids} if dossier else set()
    routes = {("realisaties", id_) for id_ in ids} | pads
    return [
        one
        for one in judge_year(year, settings, ALLES)
        if one.kind.severity == "fout"
        and any(one.place.route[: len(route)] == route for route in routes)
    ]


def sign(
    folder: Path | None, asked: SignRequest, agree: Callable[[SignResult], bool]
) -> SignResult | None:
    """Sign what `agree` agrees to; None when it does not.

    When the files change meanwhile, what is to be signed is shown anew: nobody signs what he
    did not see.
    """
    shown = plan_signing(folder, asked)
    while shown.changes:
        if not agree(shown):
            return None
        with locked(shown.changes[0].path.parent):
            now = plan_signing(folder, asked)
            if now.nu == shown.nu and _added(now) == _added(shown):
                try:
                    expect_unchanged(now.changes)
                    save(now.changes)
                except Intussenveranderd:
                    continue
                return now
        shown = now
    return shown


def _added(result: SignResult) -> list[bytes]:
    return [
        line
        for change in result.changes
        for line in change.after.splitlines()
        if line not in (change.before or b"").splitlines()
    ]


def _wie(asked: SignRequest) -> str:
    wie = clean(asked.wie)
    if not wie or "\n" in wie:
        raise Gebruiksfout("Wie akkoord geeft, ontbreekt.", "Noem een naam met `--wie`.")
    return wie


def _line(asked: SignRequest, id_: str, kenmerk: str) -> dict[str, str]:
    fields = {"indicator": id_, "wie": _wie(asked)}
    if asked.rol and clean(asked.rol):
        fields["rol"] = clean(asked.rol)
    day = asked.datum or date.today()
    return {**fields, "datum": f"{day:%d-%m-%Y}", "kenmerk": kenmerk}


def _change(name: str, path: Path, jaar: int, lines: Sequence[dict[str, str]]) -> Change:
    before = path.read_bytes() if path.exists() else None
    if before is None:
        text = f"{_HEAD}akkoord: {jaar}\n{new_list('akkoorden', lines)}"
        return Change(name, path, None, text.encode())
    try:
        return Change(name, path, before, append_items(name, before, "akkoorden", lines))
    except EditRefusedError as fault:
        raise Gebruiksfout(f"{name}: {fault.message}", fault.cure) from fault


def _shown(one: Vergelijking) -> tuple[str, str]:
    given = one.realisatie
    text = one.entry.indicator.tekst or one.entry.onderdeel_tekst
    figure = one.gegeven or (given.realisatie.oordeel if given else None) or one.oordeel
    return text, figure
