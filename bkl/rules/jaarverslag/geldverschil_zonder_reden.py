"""Bij een verschil met de begroting staat waarom.

Waarom: wie het verslag leest, wil weten waarom het meer of minder kostte, en waarom de begroting
is bijgesteld.

Fout:

    P1: {besteed: € 455.500}                 # begroot was € 450.000

Goed:

    P1: {besteed: € 455.500, reden: raming, toelichting: De huur werd in juli duurder.}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.values.euro import euro, more_or_less
from bkl.rules.engine.rule import Case

KIND = Kind("BKL233", "geldverschil_zonder_reden", "waarschuwing")
REQUIRES = ("jaarverslag",)
KEYS = ("geld",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per part that cost something else than budgeted, without a reason."""
    geld = case.dossier.geld
    for post in geld.posten if geld is not None else ():
        told, verschil = post.verslag, post.verschil
        if told is None or not post.wijkt_af or told.toelichting is not None:
            continue
        if verschil:
            found = f"{post.code} kostte {euro(post.besteed or verschil)}; het verschil met de "
            message = f"{found}begroting is {more_or_less(verschil)}."
        else:
            message = f"De begroting van {post.code} is bijgesteld."
        yield Finding(
            KIND,
            f"{message} Er staat niet waarom.",
            "Zet er een `reden` en een `toelichting` bij.",
            case.in_jaarverslag(("geld", post.code), "key"),
        )
