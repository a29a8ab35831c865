"""De bedragen in het werkplan tellen op, tot op de cent.

Waarom: een lezer die de dekking of de jaren optelt, moet op de begroting uitkomen. Klopt een som
niet, dan is een van de bedragen fout, en niemand weet welk.

Fout:

    geld: {begroot: € 450.000, dekking: {Provincie: € 300.000, eigen middelen: € 140.000}}

Goed:

    geld: {begroot: € 450.000, dekking: {Provincie: € 300.000, eigen middelen: € 150.000}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.dossier.geld import Geld, Geldpost, add_all
from bkl.domein.model.geld import Begroting
from bkl.rules.engine.rule import Case
from bkl.rules.looking.money import Sum, beyond, differing, paid, parts_of

KIND = Kind("BKL131", "begroting_telt_niet_op", "fout")
KEYS = ("geld",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per amount of the plan that is not the sum of its parts."""
    geld, plan = case.dossier.geld, case.dossier.werkplan
    if geld is None:
        return
    for post in geld.posten:
        found = case.dossier.speerpunt(post.code)
        told = found[1].geld if found else None
        yield from _told(case, _of(post, told, case))
        if told is not None and geld.delen(post.code):
            yield from _told(case, _whole(geld, post, told, case))
    if plan.geld is not None:
        yield from _told(case, _of(geld.totaal, plan.geld, case))
        yield from _told(case, _whole(geld, geld.totaal, plan.geld, case))


def _of(post: Geldpost, told: Begroting | None, case: Case) -> Iterator[Sum]:
    if told is None:
        return
    named = _name(post)
    amount = post.plan if told.begroot is not None else None
    if amount is None and told.per_jaar and len(told.per_jaar) == len(post.gepland.per_jaar):
        amount = add_all(post.gepland.per_jaar.values())
    if told.dekking and told.dekking.keys() == post.gepland.dekking.keys():
        yield from paid((*post.pad, "dekking"), named, amount, told.dekking, post.gepland.dekking)
    years = case.dossier.werkplan.werkplan
    if told.begroot is not None and len(post.gepland.per_jaar) == years.lengte:
        route = (*post.pad, "per_jaar")
        yield from differing(route, named, post.plan, post.gepland.per_jaar.values())


def _whole(geld: Geld, whole: Geldpost, told: Begroting, case: Case) -> Iterator[Sum]:
    """Yield an amount against its parts; what no part tells of may be the rest."""
    delen, count = parts_of(case, geld, None if whole is geld.totaal else whole.code)
    if told.begroot is not None:
        parts = [post.plan for post in delen]
        yield from beyond((*whole.pad, "begroot"), _name(whole), whole.plan, parts, count)
    for jaar, amount in whole.gepland.per_jaar.items():
        yearly = [post.gepland.per_jaar.get(jaar) for post in delen]
        named = f"{_name(whole)} voor {jaar}"
        yield from beyond((*whole.pad, "per_jaar", str(jaar)), named, amount, yearly, count)


def _name(post: Geldpost) -> str:
    return "de begroting" if post.pad == ("geld",) else f"de begroting van {post.code}"


def _told(case: Case, sums: Iterator[Sum]) -> Iterator[Finding]:
    for one in sums:
        message = one.message[:1].upper() + one.message[1:]
        cure = "Maak het bedrag of een van de delen goed."
        yield Finding(KIND, message, cure, case.in_werkplan(one.route))
