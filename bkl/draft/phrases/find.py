"""Target phrases in a sentence: literal spans of it that the notation reads as a doel.

Nothing is made up: a phrase is always a piece of the sentence as it stands, and a span that the
notation does not read is no phrase. Years, dates, ages, articles and the like are masked first.
"""

from __future__ import annotations

import re

from bkl.domein.notatie.reading.written import fold
from bkl.domein.notatie.values.jaren import Planjaren
from bkl.domein.notatie.vocabulary.products import is_product
from bkl.draft.phrases.doelen import reads
from bkl.draft.phrases.intentions import names_a_moment
from bkl.draft.phrases.masks import figure_spots, masked_sentence
from bkl.draft.phrases.spans import Found, SpanReader

MOST_FIGURES = 40
"""So many figures in one sentence are looked at: more is a table that lost its lines."""

_ARTICLE_ONE = re.compile(r"(?<!\w)(?:een|één|1)\s+(?=[a-zà-ÿ])")
_MAKES = re.compile(
    r"(?<!\w)(?:organiseren|organiseert|georganiseerd|houden|gehouden|verzorgen|verzorgd|gerealiseerd"
    r"|realiseren|realiseert|opgeleverd|opleveren|leveren|samenstellen|samengesteld|opstellen|opgesteld|publiceren"
    r"|gepubliceerd|uitbrengen|uitgebracht|opgezet|opzetten|uitvoeren|uitgevoerd|maken|gemaakt"
    r"|schrijven|geschreven|openen|geopend|starten|gestart|komt\s+er|er\s+komt|beschikbaar|gereed|klaar"
    r"|lanceren|gelanceerd|vaststellen|vastgesteld|ligt\s+er|staat\s+er|voeren\s+uit|zetten\s+op|stellen\s+op|deliver|publish|organise|launch)(?!\w)"
)
_APART = re.compile(
    r"(?<!\w)(?:stelt|stellen|levert|leveren|brengt|brengen|zet|zetten|voert|voeren)\s[^.;]*"
    r"(?<!\w)(?:vast|op|uit)\s*[.;]?$"
)
_DONE_BY = re.compile(
    r"(?<!\w)(?:uiterlijk|vóór|voor|eind|begin|medio|per|op|in)\s+[^.,;:()]{2,40}?\s+(?:is\s+|zijn\s+)?"
    r"(?:gereed|afgerond|vastgesteld|opgeleverd|ingevoerd|gerealiseerd|klaar|voltooid|geopend"
    r"|ingericht|gestart|gelanceerd|beschikbaar|gepubliceerd|uitgevoerd|operationeel)(?!\w)"
)
_BY = re.compile(r"(?<!\w)(?:uiterlijk|vóór|voor|eind|begin|medio|per|op|in)\s")
_OPENS = re.compile(
    r"(?:een|één|1)\s+(?:\w+e\s+)?(?!\w*(?:medewerker|vrijwilliger|deelnemer|bezoeker|gemeente|school))[a-zà-ÿ-]+"
    r"(?:\s*[.;,(]|\s*$|\s+(?:die|dat|waar\w*|over|voor|met|in|op|rond|van|om|per|bij|aan|tussen|naar|tegen)\s)"
)
_PURPOSE = re.compile(r"(?<!\w)(?:om|door|via|met|zoals|bijvoorbeeld|binnen|tijdens|in|op)\s+$")
_TALLY = re.compile(
    r"(?<!\w)(?P<once>(?:half)?jaarlijks|maandelijks|wekelijks|per\s+kwartaal|elk\s+kwartaal|elke\s+maand|elke\s+week)(?!\w)"
)


def find_phrases(
    sentence: str, jaren: Planjaren | None = None, *, listed: bool = False
) -> list[Found]:
    """Return what a sentence says in figures, in its order.

    `jaren` are those of the plan; `listed` tells that the sentence stands among promises.
    """
    text, low = fold(sentence)
    if len(text) != len(sentence):
        text, low = sentence, sentence.lower()
        if len(low) != len(text):
            return []
    masked = masked_sentence(text, low)
    figures = list(figure_spots(masked))[:MOST_FIGURES]
    found: list[Found] = []
    at = 0
    for index, figure in enumerate(figures):
        if figure.start < at:
            continue
        following = [one.start for one in figures[index + 1 :]]
        one = SpanReader((sentence, low), figure, following, jaren, listed=listed).read()
        if one is not None:
            found.append(one)
            at = one.end
    return found


def find_article(sentence: str, *, listed: bool = False) -> Found | None:
    """Return `een handreiking` where the sentence says that one is made or held.

    An item that is `listed` among promises says so by opening with it: `Een folder over …`.
    """
    low = sentence.lower()
    if len(low) != len(sentence):
        return None
    if not (_MAKES.search(low) or _APART.search(low) or (listed and _OPENS.match(low))):
        return None
    for found in _ARTICLE_ONE.finditer(low):
        words = re.match(r"[a-zà-ÿ'-]+(?:\s+[a-zà-ÿ'-]+)?", low[found.end() :])
        if words is None or _PURPOSE.search(low[: found.start()]):
            continue
        for count in (1, 2):
            noun = " ".join(words[0].split()[:count])
            inflected = count == 1 or noun.split()[0].endswith("e")
            if (
                inflected
                and is_product(noun)
                and reads(span := sentence[found.start() : found.end() + len(noun)])
            ):
                doel = reads(span)
                return Found(span, found.start(), found.end() + len(noun), doel)
    return None


def find_done_by(sentence: str, jaren: Planjaren | None) -> Found | None:
    """Return `vóór 1 september gereed`: by when something is done, as a literal span."""
    low = sentence.lower()
    if len(low) != len(sentence):
        return None
    for lead in _BY.finditer(low):
        found = _DONE_BY.match(low, lead.start())
        if found is None:
            continue
        span = sentence[found.start() : found.end()]
        doel = reads(span, jaren)
        if doel is not None and doel.soort == "gereed" and names_a_moment(span):
            return Found(span, *found.span(), doel)
    return None


def find_frequency(sentence: str) -> Found | None:
    """Return `halfjaarlijks` and the like, as a literal span that is a doel by itself."""
    low = sentence.lower()
    if len(low) != len(sentence):
        return None
    found = _TALLY.search(low)
    doel = reads(sentence[found.start() : found.end()]) if found else None
    if found is None or doel is None:
        return None
    return Found(sentence[found.start() : found.end()], *found.span(), doel)
