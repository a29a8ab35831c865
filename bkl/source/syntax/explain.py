"""Errors of the YAML parser, told in Dutch with their cure."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from bkl.diagnostics.finding import Finding, Related
from bkl.domein.notatie.values.lazy import Lazy
from bkl.source.kinds import LEESFOUT, TAB_IN_INSPRINGING
from bkl.source.syntax.scene import QUOTE_CURE, Fault, Scene, offset_of
from bkl.source.syntax.structure import (
    broken_block,
    broken_flow,
    broken_list,
    mapping_values,
    no_key,
    stray_end,
)
from bkl.source.text.decode import find_unreadable
from bkl.source.text.source_text import SourceText

if TYPE_CHECKING:
    from yaml.error import YAMLError

_INDENT = Lazy(r"[ \t]*")
_STARTERS = {
    "%": "Een waarde mag niet beginnen met `%`.",
    "@": "Een waarde mag niet beginnen met `@`.",
    "`": "Een waarde mag niet beginnen met een accent grave (`` ` ``).",
}


def explain(source: SourceText, error: YAMLError) -> Finding:
    """Return the finding for a parser error, at the place that the parser names."""
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    if not problem and (unreadable := find_unreadable(source)) is not None:
        return unreadable
    at = offset_of(source, getattr(error, "problem_mark", None))
    began = offset_of(source, getattr(error, "context_mark", None), at)
    scene = Scene(source, at, began)
    if (tab := _find_tab(scene)) is not None:
        return tab
    fault = _translate(f"{context}: {problem}", scene)
    related: tuple[Related, ...] = ()
    if fault.related:
        related = (source.related(fault.related, fault.related_at),)
    told, span = (fault.message, fault.cure), (fault.start, fault.end)
    return source.finding(LEESFOUT, told, span, related=related)


def _translate(english: str, scene: Scene) -> Fault:
    for fragment, tell in _CASES:
        if fragment in english:
            return tell(scene)
    return Fault(
        f"YAML kan deze regel niet lezen (de YAML-lezer zegt: {english.strip(': ')}).",
        "Controleer de inspringing, de aanhalingstekens en de haakjes hier en op de regel erboven.",
        scene.at,
    )


def _find_tab(scene: Scene) -> Finding | None:
    """Return a finding when the failing line is indented with a tab."""
    source = scene.source
    number = source.position(scene.at, scene.at).line
    indent = _INDENT.match(source.line(number))
    if indent is None or "\t" not in indent[0]:
        return None
    start = source.line_starts[number - 1] + indent[0].index("\t")
    lines = sum("\t" in found for found in re.findall(r"^[ \t]+", source.text, re.M))
    more = f" In dit bestand beginnen {lines} regels zo." if lines > 1 else ""
    told = (
        f"Deze regel springt in met een tab; YAML kent alleen spaties.{more}",
        "Vervang elke tab aan het begin van een regel door twee spaties.",
    )
    span = (start, source.line_starts[number - 1] + indent.end())
    return source.finding(TAB_IN_INSPRINGING, told, span)


def _bad_starter(scene: Scene) -> Fault:
    message = _STARTERS.get(scene.char, f"Een waarde mag niet beginnen met `{scene.char}`.")
    return Fault(message, QUOTE_CURE.format(scene.rest_quoted), scene.at)


def _directive(scene: Scene) -> Fault:
    return Fault(
        "Een regel mag niet beginnen met `%`.",
        "Zet de hele tekst tussen aanhalingstekens, of haal het teken weg.",
        scene.began,
    )


def _no_colon(scene: Scene) -> Fault:
    line = scene.source.line(scene.source.position(scene.began, scene.began).line).strip()
    if re.match(r"[\w-]+:\S", line):
        key, _, value = line.partition(":")
        message = "Na de dubbele punt ontbreekt een spatie."
        return Fault(
            message, f"Schrijf `{key}: {value}`.", scene.began, scene.source.line_end(scene.began)
        )
    return Fault(
        "Hier hoort `sleutel: waarde` te staan, maar de dubbele punt ontbreekt.",
        "Zet een dubbele punt en een spatie achter de sleutel; hoort de regel bij de tekst "
        "erboven, laat hem dan verder inspringen.",
        scene.began,
        scene.source.line_end(scene.began),
    )


def _open_quote(scene: Scene) -> Fault:
    quote = scene.source.text[scene.began : scene.began + 1]
    cure = f"Zet {quote} ook achter de tekst."
    if quote == "'":
        cure += ' Begint de tekst met een apostrof, zet er dan dubbele aanhalingstekens (") omheen.'
    return Fault(f"Het aanhalingsteken {quote} wordt niet gesloten.", cure, scene.began)


def _escape(scene: Scene) -> Fault:
    return Fault(
        "Tussen dubbele aanhalingstekens begint `\\` een code, en deze code kent YAML niet.",
        "Schrijf `\\\\` voor een gewone schuine streep, of gebruik enkele aanhalingstekens (').",
        scene.at,
    )


def _block_header(scene: Scene) -> Fault:
    mark = scene.source.text[scene.began : scene.began + 1]
    if mark == ">":
        return Fault(
            "Een waarde mag niet beginnen met `>`: voor YAML begint daar een tekstblok.",
            f"Schrijf het in woorden (`minimaal 3`, `meer dan 3`), of {scene.quoted_began}.",
            scene.began,
            scene.source.line_end(scene.began),
        )
    return Fault(
        "Een waarde mag niet beginnen met `|`: voor YAML begint daar een tekstblok.",
        f"Begin de tekst op de volgende regel, of {scene.quoted_began}.",
        scene.began,
        scene.source.line_end(scene.began),
    )


def _sigil(scene: Scene) -> Fault:
    char = scene.source.text[scene.began : scene.began + 1]
    return Fault(
        f"Een waarde mag niet beginnen met `{char}`: dat teken betekent iets in YAML.",
        QUOTE_CURE.format(scene.began_quoted),
        scene.began,
        scene.source.line_end(scene.began),
    )


def _no_content(scene: Scene) -> Fault:
    if scene.char == ":":
        return no_key(scene)
    what = f"staat `{scene.char}`" if scene.char.strip() else "houdt de regel op"
    return Fault(
        f"Hier hoort een waarde, maar er {what}.",
        "Vul de waarde in, of zet de tekst tussen aanhalingstekens; controleer ook de haakjes.",
        scene.at,
    )


_CASES: tuple[tuple[str, Callable[[Scene], Fault]], ...] = (
    ("cannot start any token", _bad_starter),
    ("directive", _directive),
    ("could not find expected ':'", _no_colon),
    ("quoted scalar: found unexpected", _open_quote),
    ("quoted scalar", _escape),
    ("block scalar", _block_header),
    ("anchor", _sigil),
    ("alias", _sigil),
    ("tag", _sigil),
    ("mapping values are not allowed", mapping_values),
    ("sequence entries are not allowed", broken_list),
    ("node content", _no_content),
    ("a flow ", broken_flow),
    ("a block collection", broken_block),
    ("a block mapping", broken_block),
    ("<document start>", stray_end),
)
