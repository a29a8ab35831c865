"""Een bedrag staat in de eenheid die het werkplan noemt.

Waarom: staan bedragen in duizenden euro's (`bedragen: x € 1.000`), dan is `412.250` geen vier ton
maar 412 miljoen. Is een bedrag vijftig keer de begroting of meer, dan is het waarschijnlijk in
hele euro's geschreven.

Fout:

    P1: {besteed: "412.250"}        # begroot was 420, dus € 420.000

Goed:

    P1: {besteed: "412,25"}
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Route
from bkl.domein.dossier.geld import Geldpost, is_far_above
from bkl.domein.notatie.values.euro import euro
from bkl.domein.notatie.values.getal import write_number
from bkl.rules.engine.rule import Case

KIND = Kind("BKL243", "bedrag_veel_te_groot", "waarschuwing")
REQUIRES = ("jaarverslag",)
KEYS = ("geld",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per amount that is many times the budget, where amounts are in thousands."""
    geld = case.dossier.geld
    if geld is None or case.dossier.werkplan.bedragen is None:
        return
    for post in (*geld.posten, geld.totaal):
        norm = post.begroot if post.begroot is not None else post.plan
        for route, amount in _written(post):
            if norm is not None and is_far_above(amount, norm):
                yield Finding(
                    KIND,
                    f"Dit is {euro(amount)}, en begroot was {euro(norm)}: bedragen zijn "
                    f"{case.dossier.werkplan.bedragen}.",
                    f"Is het {euro(amount / 1000)}? Schrijf dan `{write_number(amount / 10**6)}`.",
                    case.in_jaarverslag(("geld", post.code, *route)),
                )


def _written(post: Geldpost) -> Iterator[tuple[Route, Fraction]]:
    told = post.verslag
    if told is None:
        return
    if told.bijgesteld is not None and post.bijgesteld is not None:
        yield ("bijgesteld",), post.bijgesteld
    if told.besteed is not None and post.besteed is not None:
        yield ("besteed",), post.besteed
    yield from (
        (("dekking", name), post.betaald[name]) for name in told.dekking if name in post.betaald
    )
