"""What is missing of money, and from whom it must come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from bkl.api.recording.lists import budget_of
from bkl.domein.dossier.geld import TOTAAL
from bkl.domein.notatie.values.euro import euro

if TYPE_CHECKING:
    from bkl.domein.dossier.dossier import Dossier
    from bkl.domein.dossier.geld import Geldpost
    from bkl.domein.model.geld import Begroting

BESTEED = "besteed"
Missing = Mapping[str, str]
"""What is missing, by the name of the amount, with the word for it."""


def missing_money(dossier: Dossier) -> dict[str, Missing]:
    """Return what is missing of the money of each part, in the order of the plan.

    What a part cost is missing when it has a budget and no amount, also none made of its parts;
    who paid when the plan says who would; the explanation when it became another amount.
    """
    geld = dossier.geld
    if geld is None:
        return {}
    whole = [geld.totaal] if dossier.werkplan.geld is not None and not geld.delen() else []
    found = {
        post.code: dict(_missing(post, budget_of(dossier, post.code)))
        for post in (*geld.posten, *whole)
    }
    return {code: wanted for code, wanted in found.items() if wanted}


def _missing(post: Geldpost, budget: Begroting | None) -> Iterator[tuple[str, str]]:
    told = post.verslag
    written = told is not None and told.besteed is not None
    if post.besteed is None and not written:
        yield BESTEED, BESTEED
    elif written and post.wijkt_af and told is not None and told.toelichting is None:
        yield BESTEED, "toelichting"
    for funder in budget.dekking if budget is not None else ():
        if funder not in post.betaald and (told is None or funder not in told.dekking):
            yield f"dekking: {funder}", "dekking"


def money_from(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """Return from whom the amounts of each part must come.

    Its own `wie`, else that of what it stands under, else that of all money; else who carries it
    out, else who answers for it.
    """
    everyone = dossier.werkplan.geld.wie if dossier.werkplan.geld is not None else ()
    found: dict[str, tuple[str, ...]] = {TOTAAL: everyone}
    for code, (doing, holding) in dossier.people.items():
        named = (_named(dossier, one) for one in reversed(dossier.nesting.keten(code)))
        own: tuple[str, ...] = next((names for names in named if names), ())
        found[code] = own or everyone or doing or holding
    return found


def _named(dossier: Dossier, code: str) -> tuple[str, ...]:
    part = dossier.speerpunt(code)
    return part[1].geld.wie if part is not None and part[1].geld is not None else ()


def budget_text(dossier: Dossier, code: str) -> str | None:
    """Return the budget that holds in words, None without one."""
    post = _post(dossier, code)
    norm = post.norm if post is not None else None
    return f"begroot {euro(norm)}" if norm is not None else None


def money_tasks(dossier: Dossier, code: str, missing: Missing) -> Iterator[tuple[str, str, str]]:
    """Yield what is missing of one part: a word, a question, and the command that answers it."""
    spent = missing.get(BESTEED)
    if spent == BESTEED:
        yield BESTEED, "Hoeveel is er uitgegeven?", f"bkl set {code} --besteed BEDRAG"
    elif spent is not None:
        post = _post(dossier, code)
        verschil = post.verschil if post is not None else None
        told = "Waarom is de begroting bijgesteld?"
        if verschil:
            way = "meer" if verschil > 0 else "minder"
            told = f"Waarom werd het {euro(abs(verschil))} {way}?"
        yield spent, told, f'bkl set {code} --reden REDEN --toelichting "…"'
    funders = [name.partition(": ")[2] for name in missing if name != BESTEED]
    if funders:
        options = " ".join(f"--dekking {quoted(f'{one}=BEDRAG')}" for one in funders)
        asked = f"Hoeveel betaalde {', '.join(funders)}?"
        yield "dekking", asked, f"bkl set {code} {options}"


def quoted(text: str) -> str:
    """Return a text as one word on a command line."""
    return f'"{text}"' if " " in text else text


def _post(dossier: Dossier, code: str) -> Geldpost | None:
    geld = dossier.geld
    posten = (*geld.posten, geld.totaal) if geld is not None else ()
    return next((post for post in posten if post.code == code), None)
