"""`bkl set`: record a figure, a verdict with its grounds, or a measurement of a period."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from bkl.cli.common.consent import Consent, DryRunFlag, YesFlag, ask, at_terminal
from bkl.cli.common.exits import Exit
from bkl.cli.common.options import JaarOption, PeildatumOption, choose, complete_selectie, folder_of
from bkl.cli.common.output import complain, guarded, in_own_words, screen_of, show, write
from bkl.cli.common.recording import (
    Beside,
    BesteedOption,
    BijgesteldOption,
    BijOption,
    DeelOption,
    DekkingOption,
    FeitOption,
    PrognoseOption,
    VoortgangOption,
    invoeren,
)

if TYPE_CHECKING:
    from bkl.api.recording.plan import Opname
    from bkl.api.recording.record import Voorstel
    from bkl.diagnostics.finding import Finding

UITLEG = """Legt een cijfer of oordeel vast in het jaarverslag.

Toont eerst wat er verandert, en vraagt daarna of het zo goed is. Al het andere in het bestand
blijft zoals het was: opmerkingen, volgorde en opmaak. Een cijfer dat een fout zou geven, wordt
niet opgeslagen.

WAARDE is een cijfer zoals u het zegt (`2 lezingen`, `ca. 50`, `450+`, `31 van 48`), of bij een
doel zonder cijfer een oordeel: `gehaald`, `deels gehaald` of `niet gehaald`. Begint het cijfer
met een min, zet er dan `--` voor: `bkl set AD-R3 -- -5`.

Splitst het werkplan een cijfer uit, dan zegt `--deel` van welk deel het is. Geld staat bij een
speerpunt, programma of project, of bij `totaal`; staat in het werkplan `bedragen: x € 1.000`, geef
het dan ook zo. Een feit is een cijfer dat niemand toezegde, met een naam die u zelf kiest."""

VOORBEELDEN = """
bkl set BD-R4.lezingen "2 lezingen" --bron "directieverslag, Lezingen"
bkl set BD-R4.lezingen "3 lezingen" --periode Q2     een meting van een kwartaal
bkl set AD-R1 gehaald --onderbouwing "Er waren drie bijeenkomsten."
bkl set BD-A3 "12 modules" --reden partner --toelichting "Een partner viel uit."
bkl set BD-A3 --toelichting "Een partner viel uit."  alleen de toelichting
bkl set BD-A3 --reden ""                             haalt de reden weg
bkl set BD-A3 "12 modules" --dry-run                 kijken wat er zou gebeuren
bkl set AD-R1 12 --deel wijk=Noord                   het cijfer van één deel
bkl set BD --besteed "€ 41.250" --dekking "Rijk=€ 30.000" --dekking "fonds=€ 11.250"
bkl set website "12.400 bezoekers" --feit "Bezoek aan de website." --bron telling"""

_ASKED = {
    "verschil_zonder_reden": ("reden", "Waarom liep het anders?"),
    "verschil_zonder_toelichting": ("toelichting", "Wat is de uitleg?"),
    "oordeel_zonder_onderbouwing": ("onderbouwing", "Waarop rust dat oordeel?"),
    "cijfer_zonder_bron": ("bron", "Waar komt het vandaan? (bron, plaats)"),
    "feit_zonder_bron": ("bron", "Waar komt het vandaan? (bron, plaats)"),
    "geldverschil_zonder_reden": ("toelichting", "Waarom werd het een ander bedrag?"),
}


def _reden(value: str | None) -> str | None:
    from typing import get_args  # noqa: PLC0415 - not needed to start

    from bkl.domein.woorden import Reden  # noqa: PLC0415

    return choose(value, get_args(Reden), "reden") if value and value.strip() else value


def complete_reden() -> Sequence[str]:
    """Return the reasons there are."""
    from typing import get_args  # noqa: PLC0415

    from bkl.domein.woorden import Reden  # noqa: PLC0415

    return get_args(Reden)


Code = Annotated[
    str,
    typer.Argument(
        metavar="CODE",
        autocompletion=complete_selectie,
        help="De indicator, zoals BD-R4.lezingen; bij geld het speerpunt.",
    ),
]
Waarde = Annotated[
    str | None, typer.Argument(metavar="[WAARDE]", help="Het cijfer of het oordeel.")
]
BronOption = Annotated[
    list[str] | None,
    typer.Option(
        "--bron", metavar="BRON", help="Waar het vandaan komt: `bron, plaats`; mag vaker."
    ),
]
TitelOption = Annotated[
    str | None,
    typer.Option("--brontitel", metavar="TITEL", help="Beschrijft een bron die er nog niet is."),
]
PeriodeOption = Annotated[
    str | None,
    typer.Option("--periode", metavar="PERIODE", help="Het kwartaal, de maand, de week of de dag."),
]
RedenOption = Annotated[
    str | None,
    typer.Option(
        "--reden",
        metavar="REDEN",
        callback=_reden,
        autocompletion=complete_reden,
        help="Waarom het anders liep dan gepland.",
    ),
]
ToelichtingOption = Annotated[
    str | None,
    typer.Option("--toelichting", metavar="TEKST", help="De uitleg van het verschil."),
]
OnderbouwingOption = Annotated[
    str | None, typer.Option("--onderbouwing", metavar="TEKST", help="Waarop een oordeel rust.")
]
UitvoeringOption = Annotated[
    str | None, typer.Option("--uitvoering", metavar="WOORD", help="Wat er gebeurde.")
]
VervolgOption = Annotated[
    str | None, typer.Option("--vervolg", metavar="TEKST", help="Wat er nu gebeurt.")
]
WieOption = Annotated[
    list[str] | None,
    typer.Option("--wie", metavar="NAAM", help="Wie het cijfer opgaf; mag vaker."),
]


def set_(
    ctx: typer.Context,
    code: Code,
    waarde: Waarde = None,
    bron: BronOption = None,
    titel: TitelOption = None,
    periode: PeriodeOption = None,
    reden: RedenOption = None,
    toelichting: ToelichtingOption = None,
    onderbouwing: OnderbouwingOption = None,
    uitvoering: UitvoeringOption = None,
    vervolg: VervolgOption = None,
    wie: WieOption = None,
    deel: DeelOption = None,
    voortgang: VoortgangOption = None,
    prognose: PrognoseOption = None,
    besteed: BesteedOption = None,
    bijgesteld: BijgesteldOption = None,
    dekking: DekkingOption = None,
    feit: FeitOption = None,
    bij: BijOption = None,
    peildatum: PeildatumOption = None,
    jaar: JaarOption = None,
    yes: YesFlag = False,
    dry_run: DryRunFlag = False,
) -> None:
    """Record one value and what goes with it."""
    texts = {"reden": reden, "toelichting": toelichting, "onderbouwing": onderbouwing}
    texts |= {"uitvoering": uitvoering, "vervolg": vervolg}
    texts |= {"voortgang": voortgang, "prognose": prognose}
    given: dict[str, str | Sequence[str] | None] = {"bron": bron, "wie": wie, **texts}
    velden = {key: value for key, value in given.items() if value is not None}
    beside = Beside(deel, besteed, bijgesteld, dekking, feit, bij)
    consent = Consent(yes, dry_run)
    asking = at_terminal() and not yes and not dry_run
    nothing = waarde is None and not velden and peildatum is None
    nothing = nothing and not beside.amounts and not beside.is_fact
    if nothing and not asking:
        complain("WAARDE ontbreekt.", "Zie `bkl set --help`.")
        raise typer.Exit(Exit.USAGE)
    with guarded(folder_of(ctx)):
        from bkl import api  # noqa: PLC0415 - start-up: --help needs none of this

        if nothing:
            waarde = ask(f"Cijfer of oordeel voor {code}")
        asked = invoeren(code, waarde, periode, velden, beside)
        opname = api.Opname(asked, jaar, _titels(bron, titel), peildatum)
        if asking:
            opname = _complete(ctx, opname)
        _record(ctx, opname, consent)


def _titels(bronnen: Sequence[str] | None, titel: str | None) -> dict[str, str]:
    if titel is None:
        return {}
    if not bronnen or len(bronnen) != 1:
        raise typer.BadParameter("`--brontitel` hoort bij één `--bron`.")
    return {bronnen[0].partition(",")[0].strip(): titel}


def _complete(ctx: typer.Context, opname: Opname) -> Opname:
    """Ask at the terminal for what is missing; each thing once."""
    from dataclasses import replace  # noqa: PLC0415 - start-up

    from bkl import api  # noqa: PLC0415

    asked: set[str] = set()
    while True:
        voorstel = api.propose(folder_of(ctx), opname)
        found = [*voorstel.fouten, *voorstel.vragen]
        wanted = [_ASKED[kind.slug] for one in found for kind in one.kinds if kind.slug in _ASKED]
        todo = next((pair for pair in wanted if pair[0] not in asked), None)
        if any(one.kind.slug == "onbekende_bron" for one in found) and "titel" not in asked:
            asked.add("titel")
            opname = _describe(opname)
            continue
        if todo is None:
            return opname
        key, question = todo
        asked.add(key)
        required = {kind.slug for one in voorstel.fouten for kind in one.kinds}
        needed = any(_ASKED.get(slug) == todo for slug in required)
        choices = [*complete_reden()] if key == "reden" else ()
        answer = ask(question, choices, required=needed)
        if answer:
            invoer, *rest = opname.invoeren
            velden = {**invoer.velden, key: answer}
            opname = replace(opname, invoeren=(replace(invoer, velden=velden), *rest))


def _describe(opname: Opname) -> Opname:
    """Ask what a source is called that the jaarverslag does not know yet."""
    from dataclasses import replace  # noqa: PLC0415 - start-up

    given = opname.invoeren[0].velden.get("bron", ())
    bronnen = dict(opname.bronnen)
    for text in [given] if isinstance(given, str) else given:
        key = text.partition(",")[0].strip()
        if titel := ask(f"De bron `{key}` is nieuw. Hoe heet die voluit?", required=True):
            bronnen.setdefault(key, titel)
    return replace(opname, bronnen=bronnen)


def _record(ctx: typer.Context, opname: Opname, consent: Consent) -> None:
    from bkl import api  # noqa: PLC0415 - start-up

    seen: list[Voorstel] = []

    def agree(voorstel: Voorstel) -> bool:
        _expect_possible(ctx, voorstel)
        if seen and consent.yes:
            complain(
                "Iemand anders heeft intussen hetzelfde veranderd. Er is niets opgeslagen.",
                "Bekijk het met `bkl gap`, en geef de opdracht zo nodig opnieuw.",
            )
            raise typer.Exit(Exit.FINDINGS)
        if seen:
            write("Intussen is dit veranderd. Zo wordt het nu:\n\n")
        seen.append(voorstel)
        show("recording", "text", voorstel)
        return consent.given()

    done = api.record(folder_of(ctx), opname, agree)
    if done is None:
        write("Niets opgeslagen.\n")
        raise typer.Exit(Exit.FINDINGS)
    _expect_possible(ctx, done)
    if done.fouten:
        _refuse_faults(ctx, done)
    if not done.changes:
        told = f"Er verandert niets: in het jaarverslag van {done.jaar} staat dit al zo.\n"
        write(in_own_words(told, folder_of(ctx)))
        return
    for change in done.changes:
        write(f"Opgeslagen in {change.file}.\n")


def _refuse_faults(ctx: typer.Context, done: Voorstel) -> None:
    from bkl.printers.check.text import show_findings  # noqa: PLC0415

    write(show_findings(done.fouten, screen_of(sys.stderr)), sys.stderr)
    told = f"Hiermee zou er een fout in het jaarverslag van {done.jaar} komen"
    said = f"{told}; er is niets opgeslagen.", " ".join((*done.raad, *_options_for(done.fouten)))
    complain(*(in_own_words(text, folder_of(ctx)) for text in said))
    raise typer.Exit(Exit.FINDINGS)


def _options_for(fouten: Iterable[Finding]) -> Iterator[str]:
    """Yield how the answers to faults are given in this command."""
    slugs = {kind.slug for one in fouten for kind in one.kinds}
    if "verschil_zonder_reden" in slugs:
        yield 'Geef reden en uitleg meteen mee: `--reden … --toelichting "…"`.'
    elif "verschil_zonder_toelichting" in slugs:
        yield 'Geef de uitleg meteen mee: `--toelichting "…"`.'


def _expect_possible(ctx: typer.Context, voorstel: Voorstel) -> None:
    for no in voorstel.geweigerd:
        complain(*(in_own_words(text, folder_of(ctx)) for text in (no.message, no.cure)))
    if voorstel.geweigerd:
        raise typer.Exit(Exit.USAGE)
