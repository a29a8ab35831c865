"""Errors of structure: indentation, brackets, colons and dashes that do not fit."""

from __future__ import annotations

import re

from bkl.domein.notatie.values.lazy import Lazy
from bkl.source.syntax.scene import Fault, Scene, quoted

_KEY_FIRST = Lazy(r"\s*(?:- +)*[\w.-]+$")
_KEY_GLUED = Lazy(r"\s*(?:- +)*([\w-]+):(\S.*)$")
_VALUE = Lazy(r"\s*(?:- +)*[\w.-]+:\s+(?=\S)")
_CLOSERS = {"[": "]", "{": "}"}


def mapping_values(scene: Scene) -> Fault:
    """A colon where no key can stand: a colon in a text, or a line indented too far."""
    if not _KEY_FIRST.match(scene.before):
        return _colon_in_text(scene)
    start = scene.at - len(scene.before.lstrip())
    if glued := _KEY_GLUED.match(scene.previous_line):
        above = scene.source.text.rfind(scene.previous_line, 0, scene.at)
        return Fault(
            "Na de dubbele punt ontbreekt een spatie.",
            f"Schrijf `{glued[1]}: {glued[2]}`.",
            above + glued.start(1),
            above + glued.end(2),
        )
    return Fault(
        "Hier kan geen sleutel staan: op de regel erboven staat al een waarde, of die regel "
        "heeft geen dubbele punt.",
        "Laat de sleutel even ver inspringen als de sleutels waar hij bij hoort; hoort hij "
        "onder de regel erboven, haal daar dan de waarde weg.",
        start,
        scene.at,
    )


def _colon_in_text(scene: Scene) -> Fault:
    line_start = scene.at - len(scene.before)
    value = _VALUE.match(scene.before)
    start = line_start + value.end() if value else scene.at
    whole = scene.source.text[start : scene.source.line_end(start)]
    whole = re.split(r" #", whole)[0].rstrip()
    if whole[:1] in "“”„‘’":
        return Fault(
            "Gekrulde aanhalingstekens betekenen niets in YAML; de dubbele punt breekt de tekst.",
            f"Gebruik rechte aanhalingstekens: {quoted(whole.strip('“”„‘’'))}.",
            start,
            start + len(whole),
        )
    return Fault(
        "In deze tekst staat een dubbele punt met een spatie; YAML leest dat als een sleutel.",
        f"Zet de hele tekst tussen aanhalingstekens: {quoted(whole)}.",
        scene.at,
    )


def broken_list(scene: Scene) -> Fault:
    """A dash right behind a key."""
    return Fault(
        "Een lijst met streepjes kan niet op de regel van de sleutel beginnen.",
        "Zet elk punt met `- ` op een eigen regel eronder, of zet er aanhalingstekens om.",
        scene.at,
    )


def broken_flow(scene: Scene) -> Fault:
    """A bracket that is never closed, or something odd between brackets."""
    bracket = scene.source.text[scene.began : scene.began + 1]
    closer = _CLOSERS.get(bracket, "}")
    same_line = "\n" not in scene.source.text[scene.began : scene.at]
    if not same_line or not scene.char.strip():
        return Fault(
            f"Het haakje `{bracket}` wordt niet gesloten.",
            f"Zet `{closer}` achter de laatste waarde, of zet de tekst tussen aanhalingstekens.",
            scene.began,
            related="hier loopt het lezen vast",
            related_at=(scene.at, scene.at + 1),
        )
    if scene.char in "]}":
        return Fault(
            f"Het haakje `{bracket}` wordt gesloten met `{scene.char}` in plaats van `{closer}`.",
            f"Zet hier eerst `{closer}`.",
            scene.at,
            related="hier begint het",
            related_at=(scene.began, scene.began + 1),
        )
    if scene.char == ":":
        return Fault(
            "Tussen de haakjes staat een dubbele punt te veel.",
            "Zet de tekst met de dubbele punt tussen aanhalingstekens.",
            scene.at,
        )
    return Fault(
        f"Tussen `{bracket}` en `{closer}` ontbreekt hier een komma.",
        "Zet een komma tussen de waarden, of zet de hele tekst tussen aanhalingstekens.",
        scene.at,
    )


def broken_block(scene: Scene) -> Fault:
    """Something that does not fit the block of lines it stands in."""
    before = scene.before.rstrip()
    if scene.char == ":":
        return no_key(scene)
    if before.strip(" -"):
        return _text_behind(scene, before)
    springs = f"springt {len(scene.before)} {'spatie' if len(scene.before) == 1 else 'spaties'} in"
    if scene.char == "-":
        return Fault(
            f"Dit streepje past niet: de regel {springs}, en daar horen sleutels of niets.",
            "Laat alle streepjes van een lijst even ver inspringen, onder hun sleutel.",
            scene.at,
        )
    return Fault(
        f"Deze regel {springs}; dat past bij geen van de regels erboven.",
        "Laat de regel even ver inspringen als de regels waar hij bij hoort.",
        scene.at,
        scene.source.line_end(scene.at),
    )


def no_key(scene: Scene) -> Fault:
    """A colon with nothing before it."""
    return Fault(
        "Voor deze dubbele punt ontbreekt een sleutel.",
        "Zet er een sleutel voor, of haal de dubbele punt weg.",
        scene.at,
    )


def _text_behind(scene: Scene, before: str) -> Fault:
    """Text behind a value that was already complete."""
    last = before[-1]
    if last in "\"'":
        return Fault(
            "Na het sluitende aanhalingsteken staat nog tekst.",
            "Zet de aanhalingstekens om de hele tekst; een aanhalingsteken erin schrijft u dubbel "
            'bij \' en als \\" bij ". Of ontbreekt er een op een regel erboven?',
            scene.at,
        )
    if last in "]}":
        return Fault(
            "Na het sluitende haakje staat nog tekst.",
            "Zet de hele tekst tussen aanhalingstekens, of haal weg wat er te veel staat.",
            scene.at,
        )
    value = _VALUE.match(before)
    start = scene.at - len(scene.before) + (value.end() if value else 0)
    whole = scene.source.text[start : scene.source.line_end(start)]
    return Fault(
        "Hier staat tekst waar YAML het einde van de regel verwacht.",
        f"Zet de hele tekst tussen aanhalingstekens: {quoted(whole)}.",
        scene.at,
    )


def stray_end(scene: Scene) -> Fault:
    """Text behind the end of the document."""
    if scene.before.strip():
        return _text_behind(scene, scene.before.rstrip())
    return Fault(
        "Hier is het document al afgelopen.",
        "Haal de regel `...` of de losse haakjes erboven weg, of zet deze tekst daarvoor.",
        scene.at,
    )
