"""The source documents against our own data: what a draft finds of them, with missed and wrong.

Run as `python -m tests.draft.bronnen`. The documents stand beside the project, not in it; where
they are not, there is nothing to measure.
"""

import sys
import tempfile
from pathlib import Path

import yaml

from bkl.draft.draft import draft_plan
from tests.draft import office
from tests.draft.score import Phrase, alike_in_own_words, proposed, score

ROOT = Path(__file__).parent.parent.parent
FOLDERS = [parent / "shared/bronnen" for parent in ROOT.parents]
BRONNEN = next((folder for folder in FOLDERS if folder.is_dir()), None)
CHAPTERS = ("speerpunten", "uitgangspunten", "projecten", "bedrijfsvoering")
VIE_LABELS = (
    "Doelgroep", "Algemene omschrijving", "Beoogd resultaat", "Resultaat", "Monitoring",
    "Betrokken partijen", "Regie", "Status",
)  # fmt: skip


def promised(path):
    """Return what a werkplan promises: {(part, onderdeel): [Phrase]}, where else, and titles."""
    data = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    found, also, titles = {}, {}, {}
    for chapter in CHAPTERS:
        for key, part in (data.get(chapter) or {}).items():
            titles[key] = part.get("titel", "")
            for listed in ("resultaten", "activiteiten"):
                for code, onderdeel in (part.get(listed) or {}).items():
                    _take(found, also, (key, code), onderdeel)
    changed = path.with_name(path.name.replace("werkplan", "bijstellingen"))
    for one in _changes(changed) if changed.exists() else ():
        where = tuple(one["indicator"].split(".")[0].split("-"))
        found.setdefault(where, []).append(Phrase(one["doel"]))
    return found, also, titles


def _changes(path):
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)["wijzigingen"]


def _take(found, also, where, onderdeel):
    if isinstance(onderdeel, str):
        return
    for one in [onderdeel, *(onderdeel.get("indicatoren") or {}).values()]:
        entry = {"doel": one} if isinstance(one, str) else one
        doelen = [entry.get("doel"), *(entry.get("mijlpalen") or {}).values()]
        for doel in doelen:
            if doel and doel != "niet toetsbaar":
                phrase = Phrase(doel, entry.get("eenheid"), entry.get("nulmeting"))
                found.setdefault(where, []).append(phrase)
        for other in entry.get("ook_bij") or []:
            also.setdefault(other, []).append("-".join(where))


def measure(path, data, exact):
    """Return the plan and its score; parts that are not `exact` are compared as a whole."""
    plan = draft_plan(path, today=2026)
    wanted, also, titles = promised(data)
    keys = {part.key: _own(part, titles) for part in plan.parts}

    def place(key, code):
        return f"{key}-{code}" if key in exact else key

    expected, found = {}, {}
    for (key, code), phrases in wanted.items():
        expected.setdefault(place(key, code), []).extend(phrases)
    for where, phrases in proposed(plan).items():
        key, code = where.split("-", 1)
        found.setdefault(place(keys[key], code), []).extend(phrases)
    return plan, score(found, expected, plan.jaar, also, alike_in_own_words)


def _own(part, titles):
    """Return the key that our data have for a part: the same, or that of the same title."""
    low = part.titel.lower()
    return next((key for key, titel in titles.items() if titel and titel.lower() == low), part.key)


def documents(folder, fmts=("pdf", "odt")):
    """Yield (name, path, data, exact) of every document as text, Word and what else is asked."""
    werkplan = BRONNEN / "werkplan-2021.txt"
    vie = BRONNEN / "vie-voorbeeld.txt"
    nine = {a + b for a in "ABC" for b in "DEF"}
    for source, data, exact, headings in (
        (werkplan, ROOT / "data/werkplan-2021.yaml", nine, ()),
        (vie, ROOT / "tests/vie/data/werkplan-2022.yaml", set(), _vie_headings()),
    ):
        yield source.name, source, data, exact
        docx = folder / source.with_suffix(".docx").name
        text = source.read_text("utf-8")
        office.make_docx(_unwrapped(text, headings) if headings else text, docx, headings)
        yield docx.name, docx, data, exact
        if office.program():
            for fmt in fmts:
                made = office.convert(docx, folder, fmt)
                yield made.name, made, data, exact


def _vie_headings():
    lines = ("Kansrijke Start", "Eenzaamheid", "Vitale wijken")
    titles = ("Nu niet zwanger", "BoodschappenPlusBus", "Welzijn op recept")
    other = ("Gelukkig ouder worden in Kerkrade",)
    return [
        *((f"Programmalijn: {name}", 1) for name in lines),
        *((name, 2) for name in (*titles, *other)),
        *((label, 3) for label in VIE_LABELS),
    ]


def _unwrapped(text, headings):
    """Return a text that was broken to fit as whoever typed it had it: a paragraph on a line."""
    known = {words for words, _ in headings}
    lines = []
    for line in text.split("\n"):
        words = line.strip()
        begins = words in known or words.startswith("•") or words[:2].rstrip(".").isdigit()
        if not words or begins or not lines or lines[-1] in known or not lines[-1]:
            lines.append(words)
        else:
            lines[-1] += f" {words}"
    return "\n".join(lines)


def main():
    if BRONNEN is None:
        sys.exit("De brondocumenten staan hier niet.")
    with tempfile.TemporaryDirectory() as folder:
        for name, path, data, exact in documents(Path(folder)):
            plan, result = measure(path, data, exact)
            parts = [part for part in plan.parts if part.chapter == "speerpunten"]
            counts = [
                sum(len(getattr(one, what)) for one in parts)
                for what in ("resultaten", "activiteiten")
            ]
            sys.stdout.write(
                f"{name}: {len(parts)} speerpunten, {counts[0]} resultaten, "
                f"{counts[1]} activiteiten; {result.told()}\n"
                f"   gemist: {result.missed}\n   fout: {result.wrong}\n"
            )


if __name__ == "__main__":
    main()
