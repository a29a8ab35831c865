"""De bedragen in het jaarverslag tellen op, tot op de cent.

Waarom: wie het verslag goedkeurt, telt na. Wat er is besteed, is samen wat de delen kostten, en wat
de betalers samen betaalden.

Fout:

    geld:
      totaal: {besteed: € 900}
      P1: {besteed: € 455}
      P2: {besteed: € 440}

Goed:

    geld:
      totaal: {besteed: € 895}
      P1: {besteed: € 455}
      P2: {besteed: € 440}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.dossier.geld import TOTAAL, Geld, Geldpost
from bkl.rules.engine.rule import Case
from bkl.rules.looking.money import Sum, beyond, paid, parts_of

KIND = Kind("BKL231", "besteding_telt_niet_op", "fout")
REQUIRES = ("jaarverslag",)
KEYS = ("geld",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per amount of the report that is not the sum of its parts."""
    geld = case.dossier.geld
    if geld is None:
        return
    wholes = (geld.totaal, *(post for post in geld.posten if geld.delen(post.code)))
    for sums in (
        *map(_paid, (*geld.posten, geld.totaal)),
        *(_whole(geld, post, case) for post in wholes),
    ):
        for one in sums:
            message = one.message[:1].upper() + one.message[1:]
            cure = "Maak het bedrag of een van de delen goed."
            yield Finding(KIND, message, cure, case.in_jaarverslag(one.route))


def _paid(post: Geldpost) -> Iterator[Sum]:
    told = post.verslag
    if told is not None and told.dekking and told.dekking.keys() == post.betaald.keys():
        named = "wat is besteed" if post.code == TOTAAL else f"wat {post.code} kostte"
        amount = post.besteed if told.besteed is not None else None
        yield from paid(("geld", post.code, "dekking"), named, amount, told.dekking, post.betaald)


def _whole(geld: Geld, whole: Geldpost, case: Case) -> Iterator[Sum]:
    """Yield written amounts against the parts; what no part tells of may be the rest."""
    told = whole.verslag
    if told is None:
        return
    code = None if whole is geld.totaal else whole.code
    delen, count = parts_of(case, geld, code)
    route = ("geld", whole.code)
    if told.besteed is not None:
        parts = [post.besteed for post in delen]
        named = "wat is besteed" if code is None else f"wat {code} kostte"
        yield from beyond((*route, "besteed"), named, whole.besteed, parts, count)
    if told.bijgesteld is not None:
        norms = [post.norm for post in delen]
        named = "de bijgestelde begroting" + (f" van {code}" if code else "")
        yield from beyond((*route, "bijgesteld"), named, whole.bijgesteld, norms, count)
