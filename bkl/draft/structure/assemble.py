"""From sections to a proposed werkplan: which section is a part of the plan, and which is not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bkl.domein.notatie.values.jaren import Planjaren
from bkl.draft.blocks import Block
from bkl.draft.phrases.names import key_for
from bkl.draft.plan import Chapter, DraftPlan, ProposedPart
from bkl.draft.structure.axes import add_axes
from bkl.draft.structure.codes import key_of
from bkl.draft.structure.fill import Filler
from bkl.draft.structure.forms import unfold_forms
from bkl.draft.structure.outline import DocSection, outline
from bkl.draft.structure.promises import Collector
from bkl.draft.structure.sections import has_content, is_promise, texts_of
from bkl.draft.structure.tables import Header, read_header
from bkl.draft.words import KINDS, LISTS, MEASURES

_ASIDE = re.compile(
    r"(?:inhoud|inhoudsopgave|voorwoord|inleiding|introductie|vooraf|ten geleide"
    r"|about.*|leeswijzer|colofon|samenvatting|bijlagen?\b.*"
    r"|begroting.*|financi.*|terugblik.*|over ons|onze organisatie"
    r"|wie (?:zijn )?(?:wij|we)(?: zijn)?|over (?:de|het) .*"
    r"|missie.*|visie.*|achtergrond|aanleiding|context|dekking.*|risico.*"
    r"|literatuur|bronnen|verantwoording|slot(?:woord)?|tot slot|nawoord|table of contents"
    r"|foreword|introduction|about us|budget.*)$",
    re.IGNORECASE,
)
_SOFT = re.compile(r"(?:personeel|formatie|organisatie|bedrijfsvoering)\b", re.IGNORECASE)
"""Sections that tell how things are: part of the plan only where they say what must be."""
_CHAPTERS: tuple[tuple[Chapter, re.Pattern[str]], ...] = (
    ("uitgangspunten", re.compile(r"uitgangspunt", re.IGNORECASE)),
    ("projecten", re.compile(r"extern|(?:^|\s)projecten", re.IGNORECASE)),
    ("bedrijfsvoering", re.compile(r"bedrijfsvoering|eigen organisatie", re.IGNORECASE)),
)
_THEMES = (
    "programmalijn",
    "thema",
    "pijler",
    "programma",
    "lijn",
    "domein",
    "beleidsveld",
    "opgave",
)
_NEVER = ("geld", "stand", "partijen", "regie", "doelgroep", "omschrijving")


def assemble(blocks: Sequence[Block], jaren: Planjaren, organisatie: str, titel: str) -> DraftPlan:
    """Return the plan that a document proposes."""
    plan = DraftPlan(jaren, organisatie, titel, [], [])
    _Assembler(plan).build(blocks)
    return plan


class _Assembler:
    """Walks the sections once, with the headings around the one that is being read."""

    def __init__(self, plan: DraftPlan) -> None:
        self.plan = plan
        self.collector = Collector(plan.jaren)
        self.keys: list[str] = []
        self.header: Header | None = None
        self.is_prose = False

    def build(self, blocks: Sequence[Block]) -> None:
        notes = [one for one in blocks if one.kind == "noot"]
        root = outline(unfold_forms([one for one in blocks if one.kind != "noot"]))
        self.is_prose = not any(map(_is_structured, root.walk()))
        self._visit(root, [])
        self.collector.leave(((one.text, one.spot) for one in notes), "voetnoten")
        self.plan.left = self.collector.left
        if not any(part.chapter == "speerpunten" for part in self.plan.parts):
            for part in self.plan.parts:
                part.chapter = "speerpunten"
        add_axes(self.plan, root)

    def _visit(self, section: DocSection, above: list[DocSection]) -> None:
        own = [child for child in section.children if _belongs(child)]
        self.collector.leave([(section.title, section.spot)], section.title, "staat in een kop")
        if self._is_part(section, own):
            self._part(section, own, above)
        else:
            self._aside(section, own)
        for child in section.children:
            if child not in own:
                self._visit(child, [*above, section])

    def _is_part(self, section: DocSection, own: Sequence[DocSection]) -> bool:
        if section.role in _NEVER:
            return False
        roles = {child.role for child in own if has_content(child)}
        listed = roles & {*LISTS, *MEASURES}
        if listed or None in roles or len(roles - {"geld", "stand", "deadline"}) >= 2:
            return True
        if _ASIDE.match(section.title.strip(" .:")) or not section.title:
            return False
        told = [one for one in own if one.role in ("ambitie", "monitoring")]
        soft = _SOFT.match(section.title) is not None
        return any(
            self._promises(block) and not (soft and not self.collector.says_what_must_be(block))
            for part in (section, *told)
            for block in part.blocks
        )

    def _promises(self, block: Block) -> bool:
        if block.kind == "rij":
            return read_header(block.cells, self.plan.jaren) is not None
        # in a plan with lists of promises, words alone do not make a section one of its parts
        return (self.collector.promises if self.is_prose else self.collector.has_target)(block.text)

    def _aside(self, section: DocSection, own: Sequence[DocSection]) -> None:
        """List the figures of a section that is no part, and count its paragraphs."""
        kop = section.title or "vóór de eerste kop"
        texts = [one for part in (section, *own) for one in texts_of(part)]
        count = self.collector.leave(texts, kop)
        if count:
            self.plan.zonder[kop] = self.plan.zonder.get(kop, 0) + count

    def _part(
        self, section: DocSection, own: Sequence[DocSection], above: list[DocSection]
    ) -> None:
        title = section.title or self.plan.titel
        key = key_of(section.code, section.kind, self.keys) or key_for(title, self.keys)
        part = ProposedPart(key, title, section.spot, _chapter(above))
        filler = Filler(part, self.collector, self.header)
        filler.fill(section, own)
        self.header = filler.header
        if not part.promises:
            count = sum(len(list(texts_of(one))) for one in (section, *own))
            self.plan.zonder[title] = self.plan.zonder.get(title, 0) + count
            return
        self.keys.append(key)
        self._theme(part, above)
        self.plan.parts.append(part)
        if section.kind and section.kind != "speerpunt":
            one, more = KINDS[section.kind]
            self.plan.begrippen = {"speerpunt": one, "speerpunten": more}

    def _theme(self, part: ProposedPart, above: Sequence[DocSection]) -> None:
        """Let the heading above a part be its thema, where that is what it calls itself."""
        around = next((one for one in reversed(above) if one.kind in _THEMES), None)
        if around is None:
            return
        themes = {titel: key for key, titel in self.plan.themas.items()}
        if around.title not in themes:
            taken = [*self.plan.themas, *self.keys]
            key = key_of(around.code, around.kind, taken) or key_for(around.title, taken)
            self.plan.themas[key] = around.title
            themes[around.title] = key
        part.thema = themes[around.title]


def _is_structured(section: DocSection) -> bool:
    if section.role in (*LISTS, *MEASURES):
        return True
    items = sum(one.kind == "punt" for one in section.blocks)
    return items > 1 or any(
        one.kind == "rij" and read_header(one.cells, None) for one in section.blocks
    )


def _belongs(child: DocSection) -> bool:
    """Tell whether a section is a piece of the part around it, and no part by itself."""
    if child.role is not None:
        return not any(one.role in LISTS and has_content(one) for one in child.children)
    if any(_belongs(one) for one in child.children):
        return False
    return is_promise(child)


def _chapter(above: Sequence[DocSection]) -> Chapter:
    for section in above:
        for chapter, pattern in _CHAPTERS:
            if pattern.search(section.title):
                return chapter
    return "speerpunten"
