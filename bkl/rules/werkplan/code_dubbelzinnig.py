"""Elke code wijst één ding aan, ook zonder op hoofdletters te letten.

Waarom: `bkl gap A` toont een thema, een doelgroep of een speerpunt. Heten er twee `A` (of `a`),
dan krijgt u maar één van beide te zien.

Fout:

    themas: {A: Zelfredzaamheid}
    doelgroepen: {A: Ouderen}

Goed:

    themas: {A: Zelfredzaamheid}
    doelgroepen: {F: Ouderen}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.diagnostics.position import Route
from bkl.domein.dossier.structure.sections import sections_of
from bkl.rules.engine.rule import Case

KIND = Kind("BKL116", "code_dubbelzinnig", "waarschuwing")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per code that another code shadows."""
    first: dict[str, Route] = {}
    for route in _codes(case):
        code = str(route[1])
        earlier = first.setdefault(code.casefold(), route)
        # the very same code in two sections is BKL102
        if earlier == route or (earlier[1] == code and _is_speerpunt(earlier, route)):
            continue
        yield Finding(
            KIND,
            f"De code `{code}` is ook de code van iets anders.",
            "Geef een van de twee een andere code.",
            case.in_werkplan(route, "key"),
            related=(Related(case.in_werkplan(earlier, "key"), "hier eerder gebruikt"),),
        )


def _codes(case: Case) -> Iterator[Route]:
    werkplan = case.dossier.werkplan
    both = bool(werkplan.themas and werkplan.doelgroepen)
    for axis, declared in (("themas", werkplan.themas), ("doelgroepen", werkplan.doelgroepen)):
        # with one axis the code of a speerpunt is the code of its thema, on purpose
        for code in declared if both else ():
            yield axis, code
    for sectie, speerpunten in sections_of(werkplan).items():
        for code in speerpunten:
            yield sectie, code


def _is_speerpunt(*routes: Route) -> bool:
    return all(route[0] not in ("themas", "doelgroepen") for route in routes)
