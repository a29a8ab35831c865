"""Rows of forms beside promises: money per part of the plan, and facts."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from bkl.api.asking.money import BESTEED, missing_money
from bkl.api.collecting.question import Vraag
from bkl.api.recording.entry import FEITEN, GELD
from bkl.api.recording.lists import (
    amount_of,
    amounts_of,
    budget_of,
    facts_of,
    find_amount,
    spent_of,
    title_of,
)
from bkl.domein.dossier.geld import TOTAAL, is_far_above, read_bedrag
from bkl.domein.model.bronnen import brontekst
from bkl.domein.notatie.values.euro import euro
from bkl.domein.notatie.values.getal import write_number
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.sheets.columns import FEIT
from bkl.sheets.key import mark_of

if TYPE_CHECKING:
    from bkl.domein.dossier.dossier import Dossier
    from bkl.domein.dossier.geld import Geldpost

_CHANGED = "bijgesteld"
_IF_ANY = "als die er is"
_THOUSAND = 1_000
_SURE = "Klopt het wel, leg het dan vast met `bkl set`."


def money_asked(dossier: Dossier, *, everything: bool) -> Iterator[tuple[Vraag, str]]:
    """Yield the amounts that are asked, with the word for each; all of them with `everything`.

    A changed budget is asked with them, since nobody knows whether there is one.
    """
    missing = missing_money(dossier)
    for post in posts_of(dossier):
        wanted = missing.get(post.code, {})
        if not wanted and not everything:
            continue
        for name, _ in amounts_of(dossier, post.code):
            vraag = Vraag(post.code, name, GELD)
            if everything:
                yield vraag, wanted.get(name, "")
            elif name in wanted:
                yield vraag, wanted[name]
            elif name == _CHANGED and wanted.get(BESTEED) == BESTEED and not _now(dossier, vraag):
                yield vraag, _IF_ANY


def posts_of(dossier: Dossier) -> Iterator[Geldpost]:
    """Yield the parts of which money is told, and everything together where that is written."""
    if dossier.geld is None:
        return
    yield from dossier.geld.posten
    total = dossier.geld.totaal
    if total.verslag is not None or dossier.werkplan.geld is not None:
        yield total


def facts_asked(dossier: Dossier, *, everything: bool) -> Iterator[tuple[Vraag, str]]:
    """Yield the facts that lack a figure or a source; all of them with `everything`."""
    for name, feit in facts_of(dossier).items():
        wat = [word for word, there in (("cijfer", feit.cijfer), ("bron", feit.bron)) if not there]
        if wat or everything:
            yield Vraag(name, FEIT, FEITEN), ", ".join(wat)


def stand_listed(dossier: Dossier, vraag: Vraag) -> dict[str, str]:
    """Return what is recorded of money or a fact, by open column; empty texts for what is not."""
    if vraag.lijst == GELD:
        told = spent_of(dossier, vraag.id)
        return {
            "cijfer": _now(dossier, vraag),
            "bron": brontekst(told.bron) if told else "",
            "reden": (told.reden if told else None) or "",
            "uitleg": (told.toelichting if told else None) or "",
        }
    feit = facts_of(dossier).get(vraag.id)
    return {
        "cijfer": (feit.cijfer if feit else None) or "",
        "bron": brontekst(feit.bron) if feit else "",
        "reden": "",
        "uitleg": feit.tekst if feit else "",
    }


def _now(dossier: Dossier, vraag: Vraag) -> str:
    found = find_amount(dossier, vraag.id, vraag.periode)
    return amount_of(spent_of(dossier, vraag.id), found[1]) if found else ""


def listed_mark(dossier: Dossier, vraag: Vraag) -> str:
    """Return the mark of what the plan says of it."""
    budget = budget_of(dossier, vraag.id) if vraag.lijst == GELD else None
    told = budget.model_dump_json(exclude={"wie"}) if budget is not None else ""
    return mark_of(f"{vraag.lijst}|{told}|{dossier.werkplan.bedragen or ''}")


def locked_listed(dossier: Dossier, vraag: Vraag) -> dict[str, str]:
    """Return what a form shows of money or a fact, by the name of the column."""
    if vraag.lijst == FEITEN:
        feit = facts_of(dossier).get(vraag.id)
        bij = feit.bij if feit else None
        about = f"{bij} {title_of(dossier, GELD, bij)}" if bij else ""
        figure = (feit.cijfer or "nog geen") if feit else ""
        return {"toezegging": feit.tekst if feit else "", "doel": about, "laatste": figure}
    chain = dossier.nesting.keten(vraag.id) if vraag.id != TOTAAL else (TOTAAL,)
    path = " › ".join(title_of(dossier, GELD, code) for code in chain)
    return {
        "toezegging": path,
        "doel": _planned(dossier, vraag),
        "laatste": _now(dossier, vraag) or "nog geen",
    }


def _planned(dossier: Dossier, vraag: Vraag) -> str:
    """Return what the plan says of an amount, in the unit in which amounts are given."""
    post = next((one for one in posts_of(dossier) if one.code == vraag.id), None)
    if post is None:
        return ""
    found = find_amount(dossier, vraag.id, vraag.periode)
    plek = found[1] if found else ()
    if len(plek) > 1:
        amount, whole = post.gepland.dekking.get(plek[1]), dossier.werkplan.werkplan.lengte > 1
        return _written(dossier, amount) + (" (hele plan)" if whole and amount else "")
    if post.begroot is None and post.plan is not None:
        return f"{_written(dossier, post.plan)} (hele plan)"
    return _written(dossier, post.begroot)


def _written(dossier: Dossier, amount: Fraction | None) -> str:
    if amount is None:
        return ""
    return write_number(amount / _THOUSAND) if dossier.werkplan.bedragen else euro(amount)


def far_off(dossier: Dossier, vraag: Vraag, text: str) -> tuple[str, str] | None:
    """Return what to ask of an amount that is likely meant otherwise.

    Less than nought is rarely spent, and where a plan is in thousands of euros, people write
    `412.250` for `412,25`.
    """
    post = next((one for one in posts_of(dossier) if one.code == vraag.id), None)
    norm = post.norm or post.plan if post is not None else None
    unit = dossier.werkplan.bedragen
    try:
        amount = read_bedrag(text, duizendtallen=unit is not None) if text else None
    except Onleesbaar:
        return None
    if amount is not None and amount < 0 and vraag.periode == BESTEED:
        cure = "Haal de min weg als die er niet hoort."
        return f"`{text}` is minder dan niets.", f"{cure} {_SURE}"
    if amount is None or norm is None or unit is None:
        return None
    if not is_far_above(amount, norm):
        return None
    meant = amount / _THOUSAND
    message = (
        f"`{text}` is hier {euro(amount)}, want bedragen zijn {unit}; begroot was {euro(norm)}."
    )
    cure = f"Is het {euro(meant)}? Schrijf dan `{write_number(meant / _THOUSAND)}`."
    return message, f"{cure} {_SURE}"
