"""Opmaak in een verhaal, hoofdstuk of omschrijving doet wat de schrijver ermee bedoelt.

Waarom: een opmerking tussen `<!--` en `-->` komt niet in het rapport, en een verwijzing die
nergens heen gaat ook niet. Dat hoort niemand pas bij het lezen te merken. Naar een plek in het
rapport verwijst u met de code (`#bd-r4`) of met de naam van een kop (`#onze-lezingen`).

Fout:

    verhaal: |
      Wij hielden lezingen[^2]. <!-- nog navragen -->

Goed:

    verhaal: |
      Wij hielden lezingen[^1].

      [^1]: Telling van de balie.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Place
from bkl.domein.dossier.anchors import anker_of, slug
from bkl.domein.notatie.values.lazy import Lazy
from bkl.rules.engine.rule import Case
from bkl.rules.looking.texts import texts_in_markdown

KIND = Kind("BKL408", "opmaak_werkt_niet", "waarschuwing")
_CODE = Lazy(
    r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)"
    r"|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)",
    re.M | re.S,
)
_COMMENT = Lazy(r"<!--.*?-->", re.S)
_TAG = Lazy(r"</?[a-zA-Z][a-zA-Z0-9]{0,20}(?:\s[^<>\n]{0,200})?/?>")
_RAISED = Lazy(r"<(su[bp])>[0-9+()-]{1,9}</\1>")
_IMAGE = Lazy(r"!\[[^\]\n]{0,500}\](?!\()(?:\[[^\]\n]{0,200}\])?")
_LINK = Lazy(r"(?<![!\\])\[[^\]\n^][^\]\n]{0,500}\]\(<?([^)\s>]{1,500})")
_NOTE = Lazy(r"(?<!\\)\[\^([^\]\s]{1,200})\](:?)")
_DEFINED = Lazy(r"^ {0,3}\[([^\]^\n][^\]\n]{0,200})\]:[ \t]*\S", re.M)
_CODED = Lazy(r"(?<!\\)&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
_LOWERED = Lazy(r"(?<=\w)(?:~([0-9+()-]{1,9})~(?!~)|\^([0-9a-z+()-]{1,9})\^)")
_HEAD = Lazy(r"^ {0,3}(?:#{1,6}[ \t]+(.*?)[ \t#]*$|(\S.*)\n {0,3}(?:=+|-+)[ \t]*$)", re.M)
_OURS = frozenset(("in-het-kort", "herkomst", "uitleg", "colofon", "ondertekening"))
"""Chapters of the reports themselves."""
_FAR = Lazy(r"(?:https?|mailto):|#", re.I)
_TARGET = Lazy(r"\]\([^)\n]*\)")
_TURNING = frozenset((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF))
"""Characters that nobody sees and that can turn a text round."""
_PLACE = (
    "Gebruik een code of de naam van een kop, in kleine letters met streepjes: `#bd-r4` of "
    "`#onze-lezingen`."
)
Spot = tuple[int, int, str, str]
"""Where in the text, what is found, and the cure."""


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per piece of markup that does not come to anything in a report."""
    elsewhere: dict[str, str] = {}
    texts = [
        (_CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text), place)
        for text, place in texts_in_markdown(case)
    ]
    known = _known(case, texts) if any("](" in text for text, _ in texts) else frozenset()
    for plain, at in texts:
        where = str(at.route[1])
        spots = [*_html(plain), *_pictures(plain), *_links(plain, known), *_notes(plain)]
        spots += [*_coded(plain), *_raised(plain)]
        for found in _DEFINED.finditer(plain):
            name = found[1].casefold()
            if elsewhere.setdefault(name, where) != where:
                told = f"De link `[{found[1]}]` is ook al beschreven bij `{elsewhere[name]}`."
                spots.append((*found.span(1), told, "Geef de link hier een andere naam."))
        for start, end, message, cure in sorted(spots):
            yield Finding(KIND, message, cure, at._replace(span=(start, end)))


def _known(case: Case, texts: Sequence[tuple[str, Place]]) -> frozenset[str]:
    """Return the names of places that a link in a text may lead to."""
    known = {anker_of(key) for key in case.dossier.indicatoren}
    for entry in case.dossier.indicatoren.values():
        known.update((anker_of(str(entry.pad[1])), anker_of(entry.onderdeel_id)))
    for text, place in texts:
        owner = f"{anker_of(str(place.route[1]))}-" if place.route[0] != "hoofdstukken" else ""
        for found in _HEAD.finditer(text):
            known.add(owner + slug(_TARGET.sub("", found[1] or found[2] or "")))
    if case.dossier.jaarverslag is not None:
        known.update(slug(one.titel) for one in case.jaarverslag.hoofdstukken.values())
    return _OURS.union(known)


def _coded(text: str) -> Iterator[Spot]:
    for found in _CODED.finditer(text):
        number = int(found[1], 16) if found[1] else int(found[2])
        what = _unshown(number)
        if what:
            yield (*found.span(), f"`{found[0]}` {what}.", "Haal het weg, of typ wat u bedoelt.")


def _unshown(number: int) -> str:
    """Return what is wrong with a character by its number, nothing when it is shown as it is."""
    if number in _TURNING:
        return "is een teken dat niemand ziet; in het rapport valt het weg"
    kind = unicodedata.category(chr(number)) if number < sys.maxunicode else "Cn"
    if kind == "Co":
        return "is een teken zonder vaste betekenis; in het rapport valt het weg"
    if kind in ("Cs", "Cn") or (kind == "Cc" and chr(number) not in "\t\n\r\f\v"):
        return "is geen teken dat te tonen is"
    return ""


def _raised(text: str) -> Iterator[Spot]:
    for found in _LOWERED.finditer(text):
        tag, inside = ("sub", found[1]) if found[1] else ("sup", found[2])
        told = f"`{found[0]}` wordt niet hoger of lager gezet en komt zo in het rapport."
        if inside.isalpha():
            yield (*found.span(), told, f"Schrijf het gewoon: `{inside}`.")
        else:
            yield (*found.span(), told, f"Schrijf het zo: `<{tag}>{inside}</{tag}>`.")


def _html(text: str) -> Iterator[Spot]:
    last = text.rfind("-->") + 3 if "-->" in text else 0
    if (opened := text.find("<!--", last)) >= 0:
        told = "Deze opmerking heeft geen `-->` en komt als tekst in het rapport."
        yield opened, opened + 4, told, "Sluit de opmerking, of haal die weg."
    for found in _COMMENT.finditer(text, 0, last):
        told = "Deze opmerking komt niet in het rapport, maar staat wel in het bestand."
        yield (*found.span(), told, "Haal de opmerking weg als niemand die hoeft te lezen.")
    raised = {at for found in _RAISED.finditer(text) for at in range(*found.span())}
    text = _COMMENT.sub(lambda found: " " * len(found[0]), text[:last]) + text[last:]
    for found in _TAG.finditer(text):
        if found.start() not in raised:
            told = f"`{found[0]}` is HTML en komt als gewone tekst in het rapport."
            cure = "Haal het weg. Voor een nieuwe regel: een witregel, of een `\\` aan het eind."
            yield (*found.span(), told, cure)


def _pictures(text: str) -> Iterator[Spot]:
    for found in _IMAGE.finditer(text):
        told = "Achter dit plaatje staat niet waar het te vinden is."
        yield (*found.span(), told, "Schrijf het zo: `![Buren aan tafel](beelden/tafel.jpg)`.")


def _links(text: str, known: frozenset[str]) -> Iterator[Spot]:
    for found in _LINK.finditer(text):
        target = found[1]
        if target.startswith("#") and target[1:] not in known:
            told = f"`{target}` wijst naar een plek die niet in het rapport staat."
            yield (*found.span(1), told, _PLACE)
        elif not _FAR.match(target):
            told = f"`{target}` is geen webadres: vanuit het rapport gaat de link nergens heen."
            yield (*found.span(1), told, "Geef een adres dat begint met `https://`.")


def _notes(text: str) -> Iterator[Spot]:
    used: dict[str, tuple[int, int]] = {}
    defined: dict[str, tuple[int, int]] = {}
    for found in _NOTE.finditer(text):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        defines = bool(found[2]) and not line.strip() and len(line) <= 3
        (defined if defines else used).setdefault(found[1], found.span())
    for name, span in used.items():
        if name not in defined:
            told = f"De noot `[^{name}]` heeft geen tekst."
            yield (*span, told, f"Zet onderaan een regel `[^{name}]: …` met de tekst.")
    for name, span in defined.items():
        if name not in used:
            told = f"Naar de noot `[^{name}]` wijst niets; die komt niet in het rapport."
            yield (*span, told, f"Zet `[^{name}]` achter de zin, of haal de noot weg.")
