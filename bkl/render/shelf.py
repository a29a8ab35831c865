"""The page over all reports of a folder: what there is, per year, and how it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from urllib.parse import quote

from markupsafe import Markup

from bkl.domein.notatie.values.jaren import read_planjaren
from bkl.render.jinja.plain import Plainer
from bkl.render.jinja.templates import Templates
from bkl.render.matter import Stof
from bkl.render.page import ACCENT, digest, icon
from bkl.render.palette import colours_of
from bkl.render.text.dutch import hoofdletter

OURS = b'<meta name="generator" content="bkl">'
"""What every page says that bkl made."""
_HEAD = 4096
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
    formaten: tuple[Ander, ...]


@dataclass(frozen=True, slots=True)
class Plank:
    """The reports of one year, or on a plan of several."""

    jaar: str
    anker: str
    rapporten: tuple[Vermelding, ...]


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
    return Vermelding(
        titel or van,
        quote(first.bestand),
        told or first.uitleg,
        tuple(Ander(_NAMES.get(one.fmt, one.fmt), quote(one.bestand)) for one in rest),
    )
