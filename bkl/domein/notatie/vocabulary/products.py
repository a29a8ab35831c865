"""Nouns of which `een` means one: products and activities. Of any other it is an article."""

from __future__ import annotations

from bkl.domein.notatie.values.lazy import words
from bkl.domein.notatie.vocabulary.eenheid import singulars

_WORDS = words(
    "lezing bijeenkomst conferentie congres symposium workshop training cursus webinar "
    "podcast plan agenda onderzoek rapport rapportage notitie nota visie beleidsnotitie "
    "beleidsplan verslag jaarverslag evaluatie monitor enquête peiling website campagne "
    "evenement festival themadag themaavond bezoek werkbezoek gesprek interview handreiking "
    "handleiding brochure folder flyer nieuwsbrief artikel publicatie boek boekje film "
    "filmpje video app platform loket steunpunt meldpunt inloop inloopspreekuur spreekuur "
    "project pilot proef programma convenant overeenkomst verordening besluit akkoord advies "
    "voorstel aanvraag begroting tentoonstelling expositie voorstelling concert toernooi les "
    "lessenserie module netwerk panel burgerpanel adviesraad werkgroep klankbordgroep "
    "expertgroep coördinator contactpersoon manifest verhaal beeldverhaal toolkit format "
    "quickscan nulmeting vervolgmeting scan analyse inventarisatie kaart routekaart draaiboek "
    "protocol methodiek werkwijze database dashboard prijs award wedstrijd actieplan actie "
    "dag week café huis buurthuis overleg gemeente wijk school locatie dorp medewerker "
    "vrijwilliger deelnemer bezoeker initiatief casus organisatie ambassadeur keer route hulplijn "
    "inlooppunt servicepunt informatiepunt avond middag fonds orkest koor handboek gids "
)
_PRODUCTS = tuple(sorted(_WORDS))
_NOT_AFTER = frozenset(
    ("goede", "betere", "sterke", "brede", "gezonde", "fijne", "mooie", "duidelijke")
)


def is_product(unit: str) -> bool:
    """Tell whether `een` before this noun group counts one thing that is made or held."""
    words = unit.lower().split()
    if not words or words[0] in _NOT_AFTER:
        return False
    nouns = words[-1:] if all(word.endswith("e") for word in words[:-1]) else words[:1]
    return any(noun.endswith(_PRODUCTS) for noun in nouns)


def counts_products(unit: str) -> bool:
    """Tell whether a unit, in the plural, counts things that are made or held."""
    return any(is_product(" ".join((*unit.split()[:-1], one))) for one in singulars(unit.lower()))
