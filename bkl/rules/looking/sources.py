"""Which sources a jaarverslag refers to, and where."""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.position import Route
from bkl.domein.model.bronnen import Bronplaats
from bkl.domein.model.jaarverslag import Jaarverslag


def references(jaarverslag: Jaarverslag) -> Iterator[tuple[Route, Bronplaats]]:
    """Yield (route, reference) of every reference to a source, also in tegenspraak and verwant."""
    for id_, realisatie in jaarverslag.realisaties.items():
        base: Route = ("realisaties", id_)
        yield from _numbered((*base, "bron"), realisatie.bron)
        for nummer, ander in enumerate(realisatie.tegenspraak):
            yield from _numbered((*base, "tegenspraak", nummer, "bron"), ander.bron)
        for nummer, verwant in enumerate(realisatie.verwant):
            yield from _numbered((*base, "verwant", nummer, "bron"), verwant.bron)
    for code, besteding in jaarverslag.geld.items():
        yield from _numbered(("geld", code, "bron"), besteding.bron)
    for naam, feit in jaarverslag.feiten.items():
        yield from _numbered(("feiten", naam, "bron"), feit.bron)


def files(jaarverslag: Jaarverslag) -> Iterator[tuple[Route, str]]:
    """Yield (route of what names it, path) of every file that is named as evidence."""
    for sleutel, bron in jaarverslag.bronnen.items():
        if bron.bestand is not None:
            yield ("bronnen", sleutel), bron.bestand
    for route, plaats in references(jaarverslag):
        if plaats.bestand is not None:
            yield route, plaats.bestand


def _numbered(route: Route, bronnen: tuple[Bronplaats, ...]) -> Iterator[tuple[Route, Bronplaats]]:
    # a single reference stands at the key itself: an index there resolves to that scalar
    for nummer, bron in enumerate(bronnen):
        yield (*route, nummer), bron
