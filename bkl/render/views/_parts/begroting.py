"""Begrotingsblok: what a plan may cost, per part and per year, and who pays it."""

from __future__ import annotations

from bkl.domein.dossier.geld import Geld, Geldpost
from bkl.domein.records import dataclass
from bkl.render.matter import Stof, budget_years
from bkl.render.views._parts.geld import euro_or_none, paid_told, part_name


@dataclass(frozen=True, slots=True)
class Begrotingsregel:
    """One part of the plan: its amount in each year and in all of them, None where not known.

    `dekking` is who is to pay how much. `diepte` is within how many parts it is.
    """

    code: str
    naam: str
    bedragen: tuple[str | None, ...]
    samen: str | None
    dekking: str | None
    diepte: int = 0


@dataclass(frozen=True, slots=True)
class Begrotingsblok:
    """The money of a plan; `jaren` are its years where it says what each may cost."""

    jaren: tuple[str, ...]
    regels: tuple[Begrotingsregel, ...]
    totaal: Begrotingsregel

    @property
    def gedekt(self) -> tuple[Begrotingsregel, ...]:
        """The parts of which it is told who pays."""
        return tuple(one for one in (*self.regels, self.totaal) if one.dekking)

    @property
    def streepjes(self) -> bool:
        """Tell whether any amount is not known."""
        told = ((one.samen, *one.bedragen) for one in (*self.regels, self.totaal))
        return any(amount is None for row in told for amount in row)


def build_begroting(stof: Stof) -> Begrotingsblok | None:
    """Return what the plan says of money, None when it says nothing."""
    geld = stof.dossier.geld
    if geld is None or not any(post.is_planned for post in (*geld.posten, geld.totaal)):
        return None
    jaren = budget_years(stof.dossier)
    regels = tuple(_regel(stof, geld, post, jaren) for post in geld.posten if post.is_planned)
    totaal = _regel(stof, geld, geld.totaal, jaren)
    return Begrotingsblok(tuple(str(jaar) for jaar in jaren), regels, totaal)


def _regel(stof: Stof, geld: Geld, post: Geldpost, jaren: tuple[int, ...]) -> Begrotingsregel:
    return Begrotingsregel(
        post.code,
        part_name(stof, post.code),
        tuple(euro_or_none(geld.of_year(post, jaar)) for jaar in jaren),
        euro_or_none(geld.of_plan(post, jaren)),
        paid_told(post.gepland.dekking),
        geld.diepte(post.code),
    )
