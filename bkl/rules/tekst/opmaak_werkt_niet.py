"""Opmaak in een verhaal of hoofdstuk doet wat de schrijver ermee bedoelt.

Waarom: een opmerking tussen `<!--` en `-->` komt niet in het rapport, en een verwijzing die
nergens heen gaat ook niet. Dat hoort niemand pas bij het lezen te merken.

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
from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case
from bkl.rules.looking.texts import stories

KIND = Kind("BKL408", "opmaak_werkt_niet", "waarschuwing")
REQUIRES = ("jaarverslag",)
_CODE = re.compile(
    r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)"
    r"|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)",
    re.M | re.S,
)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,20}(?:\s[^<>\n]{0,200})?/?>")
_RAISED = re.compile(r"<(su[bp])>[0-9+()-]{1,9}</\1>")
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\](?!\()(?:\[[^\]\n]{0,200}\])?")
_LINK = re.compile(r"(?<![!\\])\[[^\]\n^][^\]\n]{0,500}\]\(<?([^)\s>]{1,500})")
_NOTE = re.compile(r"(?<!\\)\[\^([^\]\s]{1,200})\](:?)")
_DEFINED = re.compile(r"^ {0,3}\[([^\]^\n][^\]\n]{0,200})\]:[ \t]*\S", re.M)
_FAR = re.compile(r"(?:https?|mailto):|#", re.I)
Spot = tuple[int, int, str, str]
"""Where in the text, what is found, and the cure."""


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per piece of markup that does not come to anything in a report."""
    elsewhere: dict[str, str] = {}
    for story in stories(case.jaarverslag):
        plain = _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), story.text)
        where = str(story.route[1])
        spots = [*_html(plain), *_pictures(plain), *_links(plain), *_notes(plain)]
        for found in _DEFINED.finditer(plain):
            name = found[1].casefold()
            if elsewhere.setdefault(name, where) != where:
                told = f"De link `[{found[1]}]` is ook al beschreven bij `{elsewhere[name]}`."
                spots.append((*found.span(1), told, "Geef de link hier een andere naam."))
        for start, end, message, cure in sorted(spots):
            place = case.in_jaarverslag(story.route, span=(start, end))
            yield Finding(KIND, message, cure, place)


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


def _links(text: str) -> Iterator[Spot]:
    for found in _LINK.finditer(text):
        target = found[1]
        if target.startswith("#"):
            told = f"`{target}` wijst naar een plek in het rapport, en die naam ligt niet vast."
            yield (*found.span(1), told, "Noem het hoofdstuk bij zijn naam, zonder link.")
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
