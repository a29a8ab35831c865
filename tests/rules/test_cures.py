"""A cure that is certain says nothing new: letters and figures stay, whatever the rule."""

import re

import pytest

from bkl import api
from tests.rules.test_rules import CASES, write_workspace


def essence(text):
    return re.sub(r"[\W_]", "", text).casefold()


def edits_of(folder, jaar):
    for finding in api.check(folder, jaar=jaar).findings:
        for edit in finding.edits:
            yield finding.kind.slug, edit.old, edit.new


MENDED = [(slug, case) for slug, case in (one.values for one in CASES) if "hersteld" in case]


@pytest.mark.parametrize(
    ("slug", "case"), MENDED, ids=[f"{slug}: {case['naam']}" for slug, case in MENDED]
)
def test_an_edit_changes_no_letter_and_no_figure(slug, case, tmp_path):
    folder = write_workspace(tmp_path, case)
    for rule, old, new in edits_of(folder, case.get("jaar")):
        # the keys of the format are a closed list, of which a slip is known
        if rule != "onbekende_sleutel":
            assert essence(old) == essence(new), rule
    before = api.check(folder, jaar=case.get("jaar"))
    done = api.fix(folder, jaar=case.get("jaar"))
    assert done.result.fouten <= before.fouten
    for change in done.changes:
        text = change.after.decode()
        assert essence(text) == essence(change.before.decode())
    assert not api.fix(folder, jaar=case.get("jaar")).mended


def test_there_are_cases_with_a_cure():
    assert len(MENDED) > 5


# -- a cure with a literal text, followed to the letter --------------------------------------------

_ANSWER = re.compile(r"(Bedoelde u|[Ss]chrijf(?: het gewoon:)?|[Zz]et(?: er| erbij:)?) `([^`…]+)`")
_PAIR = re.compile(r"([a-z_0-9]+): (.+)")
CHOICES = {
    "deels_zonder_niet_bereikt": "what was reached is for the writer to say",
    "kleine_groep": "fewer than five says less than four, so that nobody is recognised",
    "onbekende_bron": "a source that is not described is another text beside the figure",
    "richting_ontbreekt": "which way is better is asked",
    "bandbreedte_zonder_richting": "which way is better is asked",
    "doel_gelijk_aan_nulmeting": "whether the level was to be held is asked",
    "jaren_zonder_tijd": "how years make one figure is asked",
    "unieke_personen_opgeteld": "how people were counted is asked",
    "uitgesteld_zonder_jaar": "the year is asked; the one in the cure is the next",
    "bewijs_gewijzigd": "whether the changed file is right is asked",
}
"""Rules whose cure lets the writer choose; the verdict may follow that choice, and nothing else."""
DECIDED = ("gehaald", "deels gehaald", "niet gehaald")


def literal_cures(finding):
    """Yield each text that a cure gives literally, to be put where the finding points."""
    for verb, literal in _ANSWER.findall(finding.cure):
        pair = _PAIR.fullmatch(literal)
        if pair or (verb[0] not in "Zz" and not re.match(r"\{\{|data/", literal)):
            yield literal


def follow(path, finding, literal):
    """Do what a cure says: replace what is pointed at, or put `key: value` beside it."""
    lines = path.read_text(encoding="utf-8").split("\n")
    at = finding.position
    line = lines[at.line - 1]
    start, end = at.column - 1, at.column - 1 + at.length
    pair = _PAIR.fullmatch(literal)
    if pair is None:
        lines[at.line - 1] = line[:start] + literal + line[end:]
    elif re.search(rf"\b{pair[1]}: ", line):
        lines[at.line - 1] = re.sub(rf"(?<=\b{pair[1]}: )[^,}}]*", lambda _: pair[2], line, count=1)
    elif re.match(r" *S-R1: \S", line) and "{" not in line and pair[1] != "realisatie":
        key, _, short = line.partition(": ")
        lines[at.line - 1] = f"{key}: {{realisatie: {short}, {literal}}}"
    elif "{" in line and "}" in line[start:]:
        close = line.index("}", start)
        lines[at.line - 1] = f"{line[:close]}, {literal}{line[close:]}"
    else:
        return False
    path.write_text("\n".join(lines), encoding="utf-8")
    return True


def is_same(one, other):
    return (one.kind, one.position, one.message) == (other.kind, other.position, other.message)


def meaning(folder, jaar):
    """Return per promise what was promised and reached, as intervals, and the verdict."""
    rijen = api.gap(folder, jaar=jaar).rijen
    return {
        rij.id: (
            rij.vergelijking.doel and (rij.vergelijking.doel.bereik, rij.vergelijking.doel.eenheid),
            rij.vergelijking.waarde,
            rij.vergelijking.oordeel,
        )
        for rij in rijen
    }


def cured(folder, case):
    """Yield (finding, literal, before, after) for every literal cure in a case."""
    jaar = case.get("jaar")
    eisen = folder / "eisen.yaml" if "eisen" in case else None
    whole = api.check(folder, jaar=jaar, eisen=eisen)
    try:
        before = meaning(folder, jaar)
    except api.Onbruikbaar:
        return
    for finding in whole.findings:
        path = folder / finding.place.file
        if not path.is_file():
            continue
        kept = path.read_bytes()
        for literal in literal_cures(finding):
            if follow(path, finding, literal):
                after = api.check(folder, jaar=jaar, eisen=eisen)
                yield finding, literal, (whole, before), (after, meaning(folder, jaar))
            path.write_bytes(kept)


@pytest.mark.parametrize(("slug", "case"), CASES)
def test_a_literal_cure_keeps_the_meaning(slug, case, tmp_path):
    folder = write_workspace(tmp_path, case)
    for finding, literal, (found, before), (left, after) in cured(folder, case):
        where = f"{finding.kind.slug}: {literal}"
        assert left.fouten <= found.fouten + (finding.kind.slug in CHOICES), where
        assert not [one for one in left.findings if is_same(one, finding)], where
        for id_, (doel, waarde, oordeel) in before.items():
            now = after.get(id_)
            assert now is not None, where
            if finding.kind.slug in CHOICES or oordeel == "onleesbaar":
                continue
            assert doel is None or now[0] == doel, where
            assert waarde is None or now[1] == waarde, where
            assert oordeel not in DECIDED or now[2] == oordeel, where


def test_every_rule_with_a_literal_cure_is_walked(tmp_path_factory):
    """And every rule in CHOICES is there for a reason: its cure does ask something."""
    walked = set()
    for number, one in enumerate(CASES):
        case = one.values[1]
        folder = write_workspace(tmp_path_factory.mktemp(f"w{number}"), case)
        found = api.check(folder, jaar=case.get("jaar")).findings
        walked |= {finding.kind.slug for finding in found if list(literal_cures(finding))}
    assert len(walked) > 15
    assert not set(CHOICES) - walked
