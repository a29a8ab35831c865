"""Verdicts and counts in the text, drawn: a class for the colour and a small bar.

The text itself is left whole; colour and bars only repeat what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from bkl.domein.woorden import ONBESLIST, OORDELEN, Oordeel
from bkl.render.text.dutch import aantal
from bkl.wording.figures import ontwikkeling_teken, symbool

_BY_SYMBOL: dict[str, Oordeel] = {symbool(oordeel): oordeel for oordeel in OORDELEN}
_AMOUNT = r"\d{1,3}(?:\.\d{3}){0,3}|\d{4,9}"
_COUNT = re.compile(rf"([{re.escape(''.join(_BY_SYMBOL))}]) ({_AMOUNT}) ({'|'.join(OORDELEN)})")
_COUNTS = re.compile(rf"{_COUNT.pattern}(?: · {_COUNT.pattern})*")
_ONTWIKKELING = f"{ontwikkeling_teken()} ontwikkeling:"
_PERCENT = re.compile(
    r"\s*((?:ten minste |ten hoogste |meer dan |minder dan )?−?\d[\d.,−–]{0,30}"
    r"(?: tot −?\d[\d.,−]{0,30})? %)(?=\W|$)"
)
_GAP, _STRIPE = 0.006, 0.012
"""Room between two parts of a stacked bar, and between its stripes, as a share of the whole."""
_NUMBER = re.compile(r"−?\d[\d.]*(?:,\d+)?")


def class_of(oordeel: Oordeel) -> str:
    """Return the class name for a verdict: `deels-gehaald`."""
    return oordeel.replace(" ", "-")


def mark_verdicts(children: list[Token]) -> list[Token]:
    """Return the inline tokens with verdicts, percentages and counts marked."""
    marked: list[Token] = []
    after_verdict = False
    for index, token in enumerate(children):
        if token.type == "strong_open" and (name := _name_in(children[index + 1])):
            token.attrSet("class", f"oordeel {name}")
            after_verdict = True
        elif token.type == "text" and token.level == 0 and token.content:
            if after_verdict:
                marked += _with_bar(token)
                after_verdict = False
                continue
            if _COUNTS.fullmatch(token.content.strip()):
                marked.append(_raw(_counts(token.content)))
                continue
        marked.append(token)
    return marked


def hold_counts(text: str) -> str:
    """Return a row of counts in which no line ends within a count; any other text as it is."""
    if not _COUNTS.fullmatch(text.strip()):
        return text
    return " · ".join(count.replace(" ", "\u00a0") for count in text.split(" · "))


def verdict_in(token: Token) -> Oordeel | None:
    """Return the verdict that a text names with its symbol, as `✓ gehaald`; else None."""
    sign, _, words = token.content.partition(" ")
    oordeel = _BY_SYMBOL.get(sign)
    return oordeel if oordeel is not None and words.startswith(oordeel) else None


def _name_in(token: Token) -> str | None:
    """Return the class of the verdict in a text; a development claims nothing and has its own."""
    oordeel = verdict_in(token)
    if oordeel is not None:
        return class_of(oordeel)
    return "ontwikkeling" if token.content.startswith(_ONTWIKKELING) else None


def _with_bar(token: Token) -> list[Token]:
    """Draw the percentage that follows a verdict; the words stay."""
    found = _PERCENT.match(token.content)
    if not found:
        return [token]
    rest = Token("text", "", 0, content=token.content[found.end() :])
    bar = f' <span class="deel">{found[1]} {_bar(found[1])}</span>'
    return [_raw(bar), rest] if rest.content else [_raw(bar)]


def _bar(tekst: str) -> str:
    """Return a bar of 100 units: solid as far as certain, lighter as far as possible."""
    ends = [_number(found) for found in _NUMBER.findall(tekst)]
    low, high = ends[0], ends[-1]
    if tekst.startswith(("ten minste", "meer dan")):
        high = 100.0
    elif tekst.startswith(("ten hoogste", "minder dan")):
        low = 0.0
    sure, maybe = (min(100.0, max(0.0, end)) for end in (low, high))
    return (
        '<svg class="balk" viewBox="0 0 100 8" preserveAspectRatio="none" role="img">'
        f"<title>{tekst} van het doel</title>"
        '<rect class="baan" width="100" height="8"/>'
        f'<rect class="mogelijk" width="{maybe:g}" height="8"/>'
        f'<rect class="zeker" width="{sure:g}" height="8"/></svg>'
    )


def _number(tekst: str) -> float:
    return float(tekst.replace("−", "-").replace(".", "").replace(",", "."))


def _counts(tekst: str) -> str:
    counts = [
        (_BY_SYMBOL[sign], int(number.replace(".", "")))
        for sign, number, _ in _COUNT.findall(tekst)
    ]
    chips = [
        f'<span class="tel {class_of(oordeel)}">'
        f"{symbool(oordeel)} {aantal(number)} {oordeel}</span>"
        for oordeel, number in counts
    ]
    return f'<span class="telling">{_stack(counts)}{" ".join(chips)}</span>'


def _stack(counts: Iterable[tuple[Oordeel, int]]) -> str:
    counts = list(counts)
    total = sum(number for _, number in counts)
    words = ", ".join(f"{aantal(number)} {oordeel}" for oordeel, number in counts)
    parts, start = [], 0
    gap = total * _GAP if len(counts) > 1 else 0
    for oordeel, number in counts:
        # a part is seen however small it is
        width = max(number - gap, number / 2)
        shape = f'x="{start:g}" width="{width:g}"'
        parts.append(f'<rect class="{class_of(oordeel)}" {shape} height="8"/>')
        parts += _stripes(oordeel, start, width, total)
        start += number
    return (
        f'<svg class="stapelbalk" viewBox="0 0 {total} 8" preserveAspectRatio="none" role="img">'
        f"<title>{words}</title>{''.join(parts)}</svg>"
    )


def _stripes(oordeel: Oordeel, start: float, width: float, total: int) -> Iterator[str]:
    """Yield what tells verdicts apart without colour: niet is striped, open has a line."""
    if oordeel == "niet gehaald":
        step = total * _STRIPE
        for number in range(int(width / step)):
            x = start + (number + 0.6) * step
            yield f'<rect class="streep" x="{x:.4g}" width="{step * 0.4:.4g}" height="8"/>'
    elif oordeel in ONBESLIST:
        yield f'<rect class="streep" x="{start:g}" y="3" width="{width:g}" height="2"/>'


def _raw(html: str) -> Token:
    """Return a token that is written out as it stands: built here from numbers and verdicts."""
    return Token("html_inline", "", 0, content=html)
