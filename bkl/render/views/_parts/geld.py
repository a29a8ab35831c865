"""Geldblok: the money of a plan as a table, and Feitregel: a figure without a promise."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from bkl.domein.dossier.geld import TOTAAL, Geld, Geldpost
from bkl.domein.notatie.values.euro import euro, more_or_less
from bkl.domein.records import dataclass
from bkl.render.footnotes import Herkomst
from bkl.render.matter import Stof
from bkl.render.views._parts.regel import origins


@dataclass(frozen=True, slots=True)
class Geldregel:
    """One part of the plan: amounts in words, None where one is not known.

    `dekking` is who paid how much, `gepland` who was to. `diepte` is within how many parts it is.
    """

    code: str
    naam: str
    begroot: str | None
    bijgesteld: str | None
    besteed: str | None
    verschil: str | None
    reden: str | None
    toelichting: str | None
    dekking: str | None
    gepland: str | None
    bron: tuple[Herkomst, ...]
    diepte: int = 0
    wijkt_af: bool = False


@dataclass(frozen=True, slots=True)
class Geldblok:
    """The money of a report; `zin` says on page one what it comes to.

    `bijgesteld` tells that a budget was changed, so that the table has a column for it. Who was to
    pay is told of all `planjaren` together, None in a plan of one year.
    """

    regels: tuple[Geldregel, ...]
    totaal: Geldregel
    bijgesteld: bool
    zin: str | None
    planjaren: str | None = None

    @property
    def verschillen(self) -> tuple[Geldregel, ...]:
        """The parts, and the whole, that cost more or less than the budget that holds."""
        return tuple(one for one in (*self.regels, self.totaal) if one.wijkt_af)

    @property
    def uitleg(self) -> tuple[Geldregel, ...]:
        """The parts of which more is told than the amounts."""
        return tuple(
            one
            for one in (*self.regels, self.totaal)
            if one.toelichting or one.reden or one.dekking or one.gepland
        )


@dataclass(frozen=True, slots=True)
class Feitregel:
    """A figure worth telling that nobody promised; `bij` is where it belongs."""

    tekst: str
    cijfer: str | None
    bij: str | None
    toelichting: str | None
    bron: tuple[Herkomst, ...]

    def hoort_bij(self, code: str) -> bool:
        """Tell whether it belongs to a speerpunt, or to a promise of it."""
        return self.bij is not None and (self.bij == code or self.bij.startswith(f"{code}-"))


def build_geld(stof: Stof) -> Geldblok | None:
    """Return the money of a report, None when nothing is told of it."""
    geld, plan = stof.dossier.geld, stof.dossier.werkplan.werkplan
    if geld is None:
        return None
    regels = tuple(_regel(stof, post) for post in geld.posten)
    posten = (*geld.posten, geld.totaal)
    return Geldblok(
        regels,
        _regel(stof, geld.totaal),
        any(post.bijgesteld is not None for post in posten),
        _zin(geld),
        str(plan) if plan.lengte > 1 else None,
    )


def money_of(stof: Stof, code: str) -> tuple[tuple[str, str], ...]:
    """Return the money of one part in words, by what each amount is; empty where none is told."""
    geld, plan = stof.dossier.geld, stof.dossier.werkplan.werkplan
    post = next((one for one in geld.posten if one.code == code), None) if geld else None
    if post is None:
        return ()
    one = _regel(stof, post)
    why = ". ".join(part.rstrip(".") for part in (one.reden, one.toelichting) if part)
    whole = f" voor {plan}" if plan.lengte > 1 else ""
    told = (
        ("begroot", one.begroot),
        ("bijgesteld", one.bijgesteld),
        ("besteed", one.besteed),
        ("verschil", ": ".join(filter(None, (one.verschil, why))) if one.verschil else why or None),
        (f"dekking{whole}", one.gepland),
        ("betaald door", one.dekking),
    )
    return tuple((naam, tekst) for naam, tekst in told if tekst)


def build_feiten(stof: Stof) -> tuple[Feitregel, ...]:
    """Return the facts of a report, in its order."""
    verslag = stof.dossier.jaarverslag
    bronnen = verslag.bronnen if verslag else {}
    return tuple(
        Feitregel(
            one.feit.tekst,
            one.feit.cijfer,
            one.feit.bij,
            one.feit.toelichting,
            origins(one.feit.bron, bronnen),
        )
        for one in stof.dossier.feiten
    )


def _regel(stof: Stof, post: Geldpost) -> Geldregel:
    verslag, told, geld = stof.dossier.jaarverslag, post.verslag, stof.dossier.geld
    return Geldregel(
        post.code,
        part_name(stof, post.code),
        euro_or_none(post.begroot),
        euro_or_none(post.norm if post.bijgesteld is not None else None),
        euro_or_none(post.besteed),
        None if post.verschil is None else more_or_less(post.verschil),
        told.reden if told and told.reden != "niet vermeld" else None,
        told.toelichting if told else None,
        paid_told(post.betaald),
        paid_told(post.gepland.dekking),
        origins(told.bron, verslag.bronnen) if told and verslag else (),
        geld.diepte(post.code) if geld is not None else 0,
        post.verschil not in (None, 0),
    )


def paid_told(dekking: Mapping[str, Fraction]) -> str | None:
    """Return `Rijk € 250.000 en gemeente € 162.250`; None when nobody says who pays."""
    told = [f"{naam} {euro(amount)}" for naam, amount in dekking.items()]
    return " en ".join((", ".join(told[:-1]), told[-1])) if len(told) > 1 else "".join(told) or None


def part_name(stof: Stof, code: str) -> str:
    """Return what the part of a plan is called to which money belongs."""
    found = stof.dossier.speerpunt(code) if code != TOTAAL else None
    return stof.dossier.werkplan.title_of(code, found[1]) if found else "Samen"


def _zin(geld: Geld) -> str | None:
    """Return the money of everything together in one sentence, as far as it is known."""
    whole = geld.totaal
    if whole.besteed is None:
        return None
    if whole.norm is None or whole.verschil is None:
        return f"Wij gaven {euro(whole.besteed)} uit."
    budget = "De begroting was" if whole.bijgesteld is None else "De bijgestelde begroting was"
    spent = f"{budget} {euro(whole.norm)}; wij gaven {euro(whole.besteed)} uit"
    if whole.verschil == 0:
        return f"{spent}."
    way = "meer" if whole.verschil > 0 else "minder"
    return f"{spent}, {euro(abs(whole.verschil))} {way}."


def euro_or_none(amount: Fraction | None) -> str | None:
    """Return an amount in words; None for one that is not known."""
    return None if amount is None else euro(amount)
