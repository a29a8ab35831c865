"""The page over all reports of a folder: what there is, per year, and how it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import quote

from markupsafe import Markup

from bkl.domein.notatie.values.jaren import read_planjaren
from bkl.domein.records import dataclass
from bkl.render.jinja.plain import Plainer
from bkl.render.jinja.templates import Templates
from bkl.render.matter import Stof
from bkl.render.page import ACCENT, digest, icon
from bkl.render.palette import colours_of
from bkl.render.text.dutch import hoofdletter

OURS = b'<meta name="generator" content="bkl">'
"""What every page says that bkl made."""
_HEAD = 4096
_NAV = re.compile(r'<div class="breed">(.*?)</nav>', re.S)
_ENTRY = re.compile(r'<(/?)ol>|<li><a href="#([\w-]+)">([^<]*)</a>')
_TITLE = re.compile(r"<title>([^<]*)</title>")
_WORDS = re.compile(r'<meta name="description" content="([^"]*)">')
_NAMES = {"docx": "Word", "md": "Markdown"}
_FIRST = ("html", "pdf", "docx", "md", "json")
_REPORTS = ("jaarverslag", "werkplan")
"""Which reports come first in a year; the others by name."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A file of a report in the folder; `deel` is the part of the plan that it is about.

    `jaren` are its years as written: `2021`, `2023/2024`, or those of a whole plan. `uitleg` is
    what such a report is for, `page` the file itself when it is a page.
    """

    bestand: str
    rapport: str
    jaren: str
    fmt: str
    deel: str
    uitleg: str
    page: bytes


@dataclass(frozen=True, slots=True)
class Ander:
    """The same report in another format."""

    naam: str
    bestand: str


@dataclass(frozen=True, slots=True)
class Vermelding:
    """One report as the list shows it."""

    titel: str
    bestand: str
    omschrijving: str
    stand: str
    formaten: tuple[Ander, ...]


@dataclass(frozen=True, slots=True)
class Inhoudsdeel:
    """A chapter of a report with the subjects in it."""

    plek: Ander
    plekken: tuple[Ander, ...]


@dataclass(frozen=True, slots=True)
class Onderwerpen:
    """The subjects of the plan, as places in the report that tells most of them."""

    rapport: str
    hoofdstukken: tuple[Inhoudsdeel, ...]


@dataclass(frozen=True, slots=True)
class Plank:
    """The reports of one year, or on a plan of several; `onderwerpen` where these are known."""

    jaar: str
    anker: str
    rapporten: tuple[Vermelding, ...]
    onderwerpen: Onderwerpen | None = None

    @property
    def stand(self) -> str:
        """How they all stand, where that is the same."""
        found = {een.stand for een in self.rapporten if een.stand}
        return found.pop() if len(found) == 1 else ""


def render_shelf(files: Iterable[Standing], stof: Stof) -> bytes:
    """Return the page; the same files always give the same bytes.

    `stof` gives the house style. Raises Sjabloonfout when a template does not work.
    """
    years: dict[str, dict[tuple[str, str], list[Standing]]] = {}
    for one in files:
        years.setdefault(one.jaren, {}).setdefault((one.rapport, one.deel), []).append(one)
    jaren = [
        Plank(
            year,
            f"jaar-{year.replace('/', '-')}",
            tuple(_report(years[year][key]) for key in sorted(years[year], key=_place)),
            _subjects([years[year][key] for key in sorted(years[year], key=_place)]),
        )
        for year in sorted(years, key=_newest, reverse=True)
    ]
    templates = Templates(stof.workspace)
    style = templates.fill("_page.css", {}) + stof.style.sheet
    page = templates.fill(
        "_index.html.j2",
        {
            "organisatie": stof.dossier.werkplan.organisatie,
            "jaren": Plainer().of(jaren),
            "pictogram": icon(colours_of(style, stof.style).get("accent", ACCENT)),
            "stijl": Markup(style),  # noqa: S704 - ours, or of the workspace's own style sheet
            "stijl_hash": digest(style),
        },
    )
    return page.encode()


def _newest(jaren: str) -> tuple[int, int]:
    """Order by the last year; a plan of several years goes before what is about one of them."""
    span = read_planjaren(jaren)
    return (span.laatste, span.lengte) if span is not None else (0, 0)


def _rank(fmt: str) -> int:
    return _FIRST.index(fmt) if fmt in _FIRST else len(_FIRST)


def _place(key: tuple[str, str]) -> tuple[int, str, str]:
    rapport, deel = key
    order = _REPORTS.index(rapport) if rapport in _REPORTS else len(_REPORTS)
    return order, rapport, deel


def _report(files: list[Standing]) -> Vermelding:
    first, *rest = sorted(files, key=lambda one: _rank(one.fmt))
    head = first.page[:_HEAD].decode("utf-8", "replace")
    title, words = _TITLE.search(head), _WORDS.search(head)
    name = hoofdletter(" ".join(filter(None, (first.rapport, first.deel, first.jaren))))
    titel, _, van = unescape(title[1]).rpartition(" – ") if title else (name, "", "")
    told = unescape(words[1]).removeprefix(f"{titel} van {van}.").strip() if words else ""
    known = told.startswith(first.uitleg)
    return Vermelding(
        titel or van,
        quote(first.bestand),
        first.uitleg if known or not told else told,
        told.removeprefix(first.uitleg).strip() if known else "",
        tuple(Ander(_NAMES.get(one.fmt, one.fmt), quote(one.bestand)) for one in rest),
    )


def _subjects(reports: Iterable[list[Standing]]) -> Onderwerpen | None:
    """Return what stands below the chapters of the first whole report that has such."""
    for files in reports:
        for one in files:
            nav = _NAV.search(one.page.decode("utf-8", "replace")) if one.page else None
            chapters = tuple(_chapters(nav[1], quote(one.bestand))) if nav and not one.deel else ()
            if chapters:
                return Onderwerpen(_report(files).titel, chapters)
    return None


def _chapters(nav: str, bestand: str) -> Iterator[Inhoudsdeel]:
    """Return every chapter in the contents of a page that has something below it."""
    depth = 0
    chapters: list[tuple[Ander, list[Ander]]] = []
    for found in _ENTRY.finditer(nav):
        if found[2] is None:
            depth += -1 if found[1] else 1
            continue
        place = Ander(unescape(found[3]), f"{bestand}#{found[2]}")
        if depth == 1:
            chapters.append((place, []))
        elif chapters:
            chapters[-1][1].append(place)
    return (Inhoudsdeel(chapter, tuple(places)) for chapter, places in chapters if places)
