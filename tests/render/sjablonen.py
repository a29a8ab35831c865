"""What templates are handed, as the part of docs/sjablonen.md that is made from real reports."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from markupsafe import Markup

from bkl.api.rendering.matter import read_stof
from bkl.render import Uitgave, format_names
from bkl.render.jinja import templates
from bkl.render.jinja.bounds import BOUNDS, LIFE
from bkl.render.jinja.plain import Plainer, Stamped
from bkl.render.jinja.sources import LARGEST, MOST
from bkl.render.print import setting
from bkl.render.text.escape import Md
from tests.render.matter import ALLE, HERE, fixture_stof

PAGE = HERE.parent.parent / "docs" / "sjablonen.md"
MADE = re.compile(r"(<!-- (\w+): made by make catalogue -->\n).*?(<!-- end -->)", re.S)
HELPERS = {"noot", "noten", "bereikt", "grafiek", "leeswijzer"}
KINDS = {Md: "Markdown", Markup: "HTML", str: "tekst", bool: "ja of nee", type(None): "niets"}


@dataclass
class Seen:
    """Every context that a template was handed, and what its records were made from."""

    contexts: list = field(default_factory=list)
    names: dict = field(default_factory=dict)
    kept: list = field(default_factory=list)


def watch_reports():
    """Make every report in every format; return what their templates were handed."""
    seen = Seen()
    render, part = templates.render_template, Plainer._part

    def watch(environment, name, context):
        seen.contexts.append((name, dict(context)))
        return render(environment, name, context)

    def note(self, value):
        record = part(self, value)
        seen.names[id(record)] = type(value)
        seen.kept.append(record)
        return record

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(templates, "render_template", watch)
        patch.setattr(Plainer, "_part", note)
        # templates are done when the pages are set, which takes a second for each document
        patch.setattr(setting, "press", lambda html, name, faces: b"")
        patch.setattr(setting, "finish", lambda pages, words: b"")
        for stof in (fixture_stof(), read_stof(HERE.parent / "vie")):
            for rapport in ALLE:
                uitgave = Uitgave(rapport, stof)
                for fmt in format_names():
                    uitgave.render(fmt)
    return seen


class Catalogue:
    """Names and kinds of all that was handed over; one entry for each sort of record."""

    def __init__(self, seen):
        self.seen = seen
        self.records = {}
        self.declared = {}
        self.stamped = set()
        self.tops = {}
        self.done = set()
        for template, context in seen.contexts:
            top = self.tops.setdefault(template, {})
            for name, value in context.items():
                if name not in HELPERS:
                    top.setdefault(name, set()).add(self.kind(value, name))

    def kind(self, value, name):
        """Return the kind of a value in words; what stands in it is noted on the way."""
        if isinstance(value, tuple):
            inside = sorted({self.kind(one, name) for one in value})
            return f"rij van {' of '.join(inside)}" if inside else "rij"
        if not isinstance(value, dict):
            return KINDS.get(type(value), "getal")
        made_of = self.seen.names.get(id(value))
        sort = made_of.__name__ if made_of else name.capitalize()
        if id(value) not in self.done:
            self.done.add(id(value))
            if isinstance(value, Stamped):
                self.stamped.add(sort)
            parts = self.records.setdefault(sort, {})
            for key, one in value.items():
                kinds = parts.setdefault(key, set())
                kinds.add(self.kind(one, key))
                if made_of:
                    self.declared.setdefault(sort, {})[key] = declared(made_of, key)
        return f"[{sort}](#{sort.lower()})"

    def show(self):
        """Return the tables, in Dutch."""
        lines = ["| sjabloon | wat het krijgt |", "|---|---|"]
        for template, top in sorted(self.tops.items()):
            given = ", ".join(f"`{name}`: {words(kinds)}" for name, kinds in sorted(top.items()))
            lines.append(f"| `{template}` | {given or 'niets'} |")
        for sort, parts in sorted(self.records.items()):
            mark = " (alleen bkl maakt dit)" if sort in self.stamped else ""
            lines += ["", f"### {sort}", "", f"| naam{mark} | soort |", "|---|---|"]
            for name, kinds in parts.items():
                empty = not kinds - {"niets", "rij"}
                seldom = self.declared.get(sort, {}).get(name) if empty else None
                lines.append(f"| `{name}` | {seldom or words(kinds)} |")
        return "\n".join(lines) + "\n"


SIMPLE = (("str", "tekst"), ("date", "tekst"), ("int", "getal"), ("bool", "ja of nee"))


def declared(made_of, name):
    """Return the kind of a field that was empty in every report, from how it is declared."""
    fields = made_of.__dataclass_fields__
    if name in fields:
        said = str(fields[name].type)
    else:
        said = str(getattr(made_of, name).fget.__annotations__["return"])
    said = re.sub(r"tuple\[(.+?)(?:, \.\.\.)?\]", r"rij van \1", said)
    for word, kind in (*SIMPLE, ("Md", "Markdown"), ("None", "niets")):
        said = re.sub(rf"\b{word}\b", kind, said)
    return said.replace(" | ", " of ")


def words(kinds):
    """Return kinds in a fixed order; an empty row says nothing beside a full one."""
    full = {kind for kind in kinds if kind.startswith("rij van")}
    shown = sorted(kinds - ({"rij"} if full else set()), key=lambda kind: (kind == "niets", kind))
    return " of ".join(shown)


def bounds():
    """Return the bounds as a table, from the numbers that hold."""
    rows = (
        ("geheugen", f"{BOUNDS.memory // 1024**2} MB", "ja", "nee", "nee"),
        ("rekentijd per sjabloon", f"{BOUNDS.seconds} seconden", "ja", "niet gemeten", "nee"),
        ("rekentijd van alle samen", f"{LIFE} seconden", "ja", "niet gemeten", "nee"),
        ("tijd op de klok", f"{BOUNDS.wall:.0f} seconden", "ja", "niet gemeten", "niet gemeten"),
        ("wat het teruggeeft", f"{BOUNDS.answer // 1024**2} MB", *("ja", *["niet gemeten"] * 2)),
        ("bestanden openen of schrijven", "geen", "ja", "niet gemeten", "nee"),
        ("programma's starten", "geen", "ja, behalve als root", "niet gemeten", "nee"),
        ("grootte van een sjabloon", f"{LARGEST // 1024} kB", *("ja", *["niet gemeten"] * 2)),
        ("aantal sjablonen", str(MOST), *("ja", *["niet gemeten"] * 2)),
    )
    lines = ["| wat | grens | Linux | macOS | Windows |", "|---|---|---|---|---|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)]) + "\n"


def fill_page(text, seen):
    """Return the page with its made parts as they are now."""
    made = {"gegevens": Catalogue(seen).show(), "grenzen": bounds()}
    return MADE.sub(lambda found: f"{found[1]}\n{made[found[2]]}\n{found[3]}", text)


def read_page(seen):
    """Return the page as it is and as it must be; written anew when golden files are."""
    page = Path(PAGE)
    text = page.read_text(encoding="utf-8")
    wanted = fill_page(text, seen)
    if os.environ.get("BKL_GOLDEN"):
        page.write_text(wanted, encoding="utf-8")
        text = wanted
    return text, wanted
