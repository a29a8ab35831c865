"""What a jaarverslag tells beside promises: money per part of the plan, and facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bkl.api.errors import Gebruiksfout
from bkl.api.recording.entry import FEITEN, GELD, REALISATIES, Invoer, clean, find_entry, texts_of
from bkl.diagnostics.suggestion import did_you_mean
from bkl.domein.dossier.geld import TOTAAL
from bkl.domein.dossier.structure.sections import sections_of
from bkl.domein.model.feiten import Feit
from bkl.domein.model.geld import Begroting, Besteding
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.woorden import fold

if TYPE_CHECKING:
    from bkl.domein.dossier.dossier import Dossier
    from bkl.source.edits.wanted import Wanted

BESTEED = "besteed"
_CHANGED, _PAID = "bijgesteld", "dekking"
_NAME = Lazy(r"[a-zà-ÿ][a-zà-ÿ0-9_-]*")
_SAID = {GELD: ("reden", "toelichting", "bron"), FEITEN: ("tekst", "bij", "toelichting", "bron")}
"""What may be told of an amount, and of a fact."""
_ABOUT = {GELD: "geld", FEITEN: "een feit"}


def part_of(dossier: Dossier, code: str) -> str | None:
    """Return the part of the plan that is meant, in upper or lower case, or TOTAAL."""
    known = [TOTAAL, *(one for part in sections_of(dossier.werkplan).values() for one in part)]
    if code in known:
        return code
    return next((one for one in known if fold(one) == fold(code.strip())), None)


def meant(dossier: Dossier, invoer: Invoer) -> Invoer:
    """Return the same where a code alone says that it is a fact, or the money of a part."""
    if invoer.lijst != REALISATIES or invoer.deel is not None or invoer.plek:
        return invoer
    try:
        find_entry(dossier, invoer.id)
    except Gebruiksfout as fault:
        if invoer.id in facts_of(dossier):
            return replace(invoer, lijst=FEITEN)
        if part_of(dossier, invoer.id) is None:
            raise
        if invoer.waarde is None:
            return replace(invoer, lijst=GELD)
        asked = "Gaat het om geld? Geef dan `--besteed`, `--bijgesteld` of `--dekking` mee."
        raise Gebruiksfout(fault.message, asked) from fault
    return invoer


def budget_of(dossier: Dossier, code: str) -> Begroting | None:
    """Return what the plan says of the money of a part, or of everything."""
    if code == TOTAAL:
        return dossier.werkplan.geld
    found = dossier.speerpunt(code)
    return found[1].geld if found is not None else None


def spent_of(dossier: Dossier, code: str) -> Besteding | None:
    """Return what the jaarverslag says of it."""
    return dossier.jaarverslag.geld.get(code) if dossier.jaarverslag else None


def amounts_of(dossier: Dossier, code: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the amounts of a part as people call them, with their routes: `dekking: Rijk`."""
    yield _CHANGED, (_CHANGED,)
    yield BESTEED, (BESTEED,)
    for funder in funders_of(dossier, code):
        if "|" not in funder and "\n" not in funder:
            yield f"{_PAID}: {funder}", (_PAID, funder)


def funders_of(dossier: Dossier, code: str) -> dict[str, None]:
    """Return who pay for a part, as planned and as told."""
    plan, told = budget_of(dossier, code), spent_of(dossier, code)
    return dict.fromkeys([*(plan.dekking if plan else ()), *(told.dekking if told else ())])


def find_amount(dossier: Dossier, code: str, text: str) -> tuple[str, tuple[str, ...]] | None:
    """Return an amount by its name; None for a text that names none.

    Raises Gebruiksfout for a funder that is spelled almost as another, and for hidden characters.
    """
    flat = " ".join(clean(text).split())
    head, colon, rest = (part.strip() for part in flat.partition(":"))
    if fold(head) == GELD and colon:
        return find_amount(dossier, code, rest)
    if fold(flat) in (BESTEED, _CHANGED):
        return fold(flat), (fold(flat),)
    if fold(head) != _PAID or not rest:
        return None
    known = funders_of(dossier, code)
    funder = next((one for one in known if fold(one) == fold(rest)), rest)
    if funder not in known and (meant := did_you_mean(funder, known)):
        raise Gebruiksfout(f"`{funder}` betaalt volgens het werkplan niets van {code}.", meant)
    return f"{_PAID}: {funder}", (_PAID, funder)


def amount_of(told: Besteding | Begroting | None, plek: Sequence[str]) -> str:
    """Return what is recorded, an empty text for nothing."""
    if told is None:
        return ""
    if plek[0] == _PAID:
        return told.dekking.get(plek[1], "")
    if not isinstance(told, Besteding):
        return ""
    return (told.besteed if plek[0] == BESTEED else told.bijgesteld) or ""


def fields_of_list(
    dossier: Dossier, invoer: Invoer, told: Mapping[str, object]
) -> tuple[str, dict[str, Wanted]]:
    """Return the name under which money or a fact stands, and the keys to put there.

    `told` are the names that are there. Raises Gebruiksfout for what cannot be meant.
    """
    name = _part(dossier, invoer) if invoer.lijst == GELD else _fact(invoer, told)
    wanted: dict[str, Wanted] = {}
    for key, value in invoer.velden.items():
        if key not in _SAID[invoer.lijst]:
            raise Gebruiksfout(
                f"Bij {_ABOUT[invoer.lijst]} hoort geen `{key}`.",
                f"Wel: {', '.join(f'`{one}`' for one in _SAID[invoer.lijst])}.",
            )
        texts = texts_of(value)
        wanted[key] = None if not texts else texts[0] if len(texts) == 1 else texts
    if invoer.waarde is not None:
        waarde = clean(invoer.waarde)
        if not waarde:
            raise Gebruiksfout("Het bedrag of cijfer is leeg.", "Geef het, of laat het weg.")
        first, *rest = _amount(dossier, name, invoer) if invoer.lijst == GELD else ("cijfer",)
        wanted[first] = {rest[0]: waarde} if rest else waarde
    return name, wanted


def _part(dossier: Dossier, invoer: Invoer) -> str:
    code = part_of(dossier, invoer.id)
    if code is not None:
        return code
    known = [one for part in sections_of(dossier.werkplan).values() for one in part]
    raise Gebruiksfout(
        f"`{invoer.id}` is geen onderdeel van het werkplan waarbij geld staat.",
        did_you_mean(invoer.id, known) or f"Kies uit: {', '.join((*known[:12], TOTAAL))}.",
    )


def _amount(dossier: Dossier, code: str, invoer: Invoer) -> tuple[str, ...]:
    found = find_amount(dossier, code, ": ".join(invoer.plek))
    if found is None:
        raise Gebruiksfout(
            "Er staat niet bij welk bedrag dit is.", "Noem `besteed` of een betaler."
        )
    return found[1]


def _fact(invoer: Invoer, told: Mapping[str, object]) -> str:
    name = invoer.id.strip()
    if name in told:
        if invoer.velden.get("tekst") == "":
            raise Gebruiksfout("Een feit heeft een omschrijving.", "Geef een andere.")
        return name
    if not _NAME.fullmatch(name):
        raise Gebruiksfout(
            f"`{name}` kan geen naam van een feit zijn.",
            "Een naam begint met een kleine letter, zonder spaties, zoals `bezoek-website`.",
        )
    if not invoer.velden.get("tekst"):
        raise Gebruiksfout(
            f"`{name}` is een nieuw feit, en heeft een omschrijving nodig.",
            'Geef die mee: `--feit "Bezoekers van de website."`.',
        )
    return name


def order_in(dossier: Dossier, lijst: str) -> Sequence[str]:
    """Return the usual order of the names in a list, or of what stands under each of them."""
    if lijst == GELD:
        return [TOTAAL, *(one for part in sections_of(dossier.werkplan).values() for one in part)]
    return () if lijst == FEITEN else list(dossier.indicatoren)


def keys_of(lijst: str) -> Sequence[str]:
    """Return the usual order of the keys of an amount or a fact."""
    return list((Besteding if lijst == GELD else Feit).model_fields)


def title_of(dossier: Dossier, lijst: str, name: str) -> str:
    """Return what money or a fact is about, in words."""
    if lijst == FEITEN:
        told = dossier.jaarverslag.feiten.get(name) if dossier.jaarverslag else None
        return told.tekst if told is not None else ""
    found = dossier.speerpunt(name)
    return dossier.werkplan.title_of(name, found[1]) if found else "Alles samen"


def facts_of(dossier: Dossier) -> Mapping[str, Feit]:
    """Return the facts that the jaarverslag tells."""
    return dossier.jaarverslag.feiten if dossier.jaarverslag else {}
