"""A figure by its parts: what is left, and what nobody can find out from what is published."""

import json
import os
from fractions import Fraction
from itertools import product
from random import Random

import pytest

from bkl.domein.dossier.dossier import build_dossier
from bkl.domein.dossier.uitsplitsing import KLEINST, hide
from bkl.domein.dossier.verdicts import Telling
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.model.werkplan import Werkplan
from bkl.gap.result import GapResult
from bkl.gap.rows import build_rows, compare
from bkl.printers.gap import json as as_json
from bkl.printers.gap import table
from bkl.printers.screen import Screen
from bkl.render import render_report
from bkl.render.matter import Stof
from bkl.wording.parts import judge_part, parts_told
from tests import build

TABLES = 1_000 if os.environ.get("BKL_LANG") else 40


def published(cells):
    """Return what stands in the report: the total, and each part or that it is hidden.

    The last cell is what the parts leave of the total.
    """
    hidden = hide({str(n): Fraction(size) for n, size in enumerate(cells)})
    return sum(cells), tuple(None if str(n) in hidden else size for n, size in enumerate(cells))


def candidates(total, shown):
    """Yield every table that gives this total and these parts, whatever was hidden."""
    places = [place for place, size in enumerate(shown) if size is None]
    rest = total - sum(size for size in shown if size is not None)
    if not places:
        yield shown
        return
    for sizes in product(range(rest + 1), repeat=len(places) - 1):
        if sum(sizes) <= rest:
            table_ = list(shown)
            for place, size in zip(places, (*sizes, rest - sum(sizes)), strict=True):
                table_[place] = size
            yield tuple(table_)


def test_no_small_part_can_be_found_out():
    """Brute force, by somebody who knows the rule: he keeps the tables that look the same."""
    random = Random(20210)
    small = hiding = 0
    for _ in range(TABLES):
        cells = tuple(
            random.choice((0, 0, 1, 2, 3, 4, 5, 6, 7, 9)) for _ in range(random.randint(2, 4))
        )
        total, shown = published(cells)
        if None not in shown or total == 0:
            continue
        hiding += 1
        alike = [one for one in candidates(total, shown) if published(one) == (total, shown)]
        assert cells in alike
        for place, size in enumerate(cells):
            # that somewhere nobody is tells of no person
            if 0 < size < KLEINST:
                small += 1
                assert len({one[place] for one in alike}) > 1, (cells, shown)
    assert small >= hiding > TABLES / 3


def test_without_the_second_step_it_would_be_found_out():
    total, (noord, zuid) = 45, (3, 42)
    assert total - zuid == noord, "subtraction"
    assert published((noord, zuid, 0)) == (45, (None, None, 0))


PLAN = {
    "doel": "60 deelnemers",
    "tijd": "stand",
    "uitsplitsing": {
        "wijk": {"delen": ["West"], "doelen": {"Noord": "20 deelnemers", "Zuid": "30 deelnemers"}},
        "leeftijd": ["jong", "oud"],
    },
}


def dossier_of(uitsplitsing, figuur="60 deelnemers"):
    told = {"realisatie": figuur, "bron": "b", "uitsplitsing": uitsplitsing}
    return build.dossier(build.plan(build.one(PLAN)), build.report({"S-R1": told}))


def stof_of(dossier):
    vergelijkingen = compare(dossier)
    rijen = build_rows(dossier, vergelijkingen)
    return Stof(dossier, rijen, vergelijkingen, Telling.of(rijen), "0" * 64)


@pytest.mark.parametrize(
    ("figuur", "delen", "rest"),
    [
        ("60 deelnemers", {"jong": "20", "oud": "40"}, None),
        ("60 deelnemers", {"jong": "20", "oud": "30"}, ("10", "10")),
        ("60 deelnemers", {"jong": "20"}, ("40", "40")),
        ("60 deelnemers", {"jong": "20", "onbekend": "5"}, None),
        ("ca. 60 deelnemers", {"jong": "20", "oud": "30"}, ("4", "16")),
        ("60 deelnemers", {"jong": "20", "oud": "meer dan 30"}, ("0", "10")),
        ("meer dan 60 deelnemers", {"jong": "20", "oud": "30"}, ("10", None)),
        ("60 deelnemers", {"jong": "20%"}, None),
    ],
)
def test_what_is_left_is_unknown_and_never_nought(figuur, delen, rest):
    (one,) = dossier_of({"leeftijd": delen}, figuur).realisaties["S-R1"].uitsplitsing
    found = one.rest
    ends = (
        None
        if found is None
        else tuple(e if e is None else str(e) for e in (found.low, found.high))
    )
    assert ends == rest


SMALL = {"wijk": {"Noord": "17", "Zuid": "3", "West": "40"}, "leeftijd": {"jong": "20"}}


def test_the_organisation_sees_everything_and_the_public_does_not():
    dossier = dossier_of(SMALL)
    stof = stof_of(dossier)
    result = GapResult(dossier, "S", stof.rijen, stof.telling, stof.telling, gekozen=stof.rijen)
    shown = " ".join(table.show(result, Screen(width=200)).split())
    assert "Noord: 17 (beloofd 20 deelnemers, deels gehaald)" in shown
    assert "Zuid: 3 (beloofd 30 deelnemers" in shown
    own = json.loads(as_json.show(result, Screen()))["indicatoren"][0]["uitsplitsing"]
    assert [deel["min"] for deel in own[0]["delen"]] == ["40", "17", "3"]
    assert (own[1]["delen"][1]["realisatie"], own[1]["onbekend"]) == (None, ["40", "40"])
    for rapport in ("jaarverslag", "afwijkingen", "dashboard", "factsheets", "voortgang"):
        for fmt in ("md", "html"):
            made = render_report(rapport, fmt, stof).decode()
            assert "Zuid: 3" not in made
            assert "Noord: 17" not in made
    made = render_report("jaarverslag", "md", stof).decode()
    assert "**Naar wijk:** West: 40; Noord, Zuid: minder dan 5" in made
    assert "jong: 20; oud: niet bekend; onbekend: 40" in made
    public = json.loads(render_report("jaarverslag", "json", stof))["indicatoren"][0]
    parts = public["uitsplitsing"][0]["delen"]
    assert [(deel["min"], deel["verborgen"]) for deel in parts] == [
        ("40", False), (None, True), (None, True),
    ]  # fmt: skip
    assert [deel["oordeel"] for deel in parts[1:]] == [None, None]


def test_parts_count_nowhere():
    with_parts, without = stof_of(dossier_of(SMALL)), stof_of(dossier_of({}))
    assert with_parts.telling == without.telling
    assert with_parts.telling.n == 1
    assert build_dossier(with_parts.dossier.werkplan, None).splitst


@pytest.mark.parametrize(
    ("over", "jaar", "oordeel"),
    [
        # the doel of the whole is of 2026, so that of a part is too
        ({"doel": "maximaal 60 deelnemers", "tijd": "som"}, 2024, "nog niet te beoordelen"),
        ({"doel": "maximaal 60 deelnemers", "tijd": "stand"}, 2024, "nog niet te beoordelen"),
        ({"jaardoelen": {"2024": "maximaal 60", "2026": "maximaal 60"}, "eenheid": "deelnemers"},
         2024, "nog niet te beoordelen"),
        # in the last year the figure is of one year, and the doel of all
        ({"doel": "maximaal 60 deelnemers", "tijd": "som"}, 2026, "niet te bepalen"),
        ({"doel": "maximaal 60 deelnemers", "tijd": "stand"}, 2026, "gehaald"),
    ],
)  # fmt: skip
def test_a_part_is_judged_no_earlier_and_by_no_less_than_the_whole(over, jaar, oordeel):
    parts = {"wijk": {"doelen": {"Noord": "maximaal 30 deelnemers"}}}
    werkplan = Werkplan.model_validate(
        build.plan(build.one({**over, "uitsplitsing": parts}), "2023-2026")
    )
    told = {"realisatie": "20 deelnemers", "bron": "b", "uitsplitsing": {"wijk": {"Noord": "20"}}}
    now, before = (
        Jaarverslag.model_validate(build.report({"S-R1": told}, f"31-12-{year}"))
        for year in (jaar, 2023)
    )
    one = compare(build_dossier(werkplan, now, eerder={2023: before}))["S-R1"]
    (split,) = one.realisatie.uitsplitsing
    (deel,) = split.delen
    assert judge_part(deel, one, split).oordeel == oordeel
    told = dict(parts_told(one, openbaar=False))["naar wijk"]
    assert ("gehaald" in told) == (oordeel == "gehaald")


def test_what_counts_something_else_decides_nothing_for_its_parts():
    told = {"realisatie": "60 deelnemers", "bron": "b", "andere_definitie": "Bezoeken.",
            "uitsplitsing": {"wijk": {"Noord": "25"}}}  # fmt: skip
    dossier = build.dossier(build.plan(build.one(PLAN)), build.report({"S-R1": told}))
    one = compare(dossier)["S-R1"]
    split = one.realisatie.uitsplitsing[0]
    noord = next(d for d in split.delen if d.naam == "Noord")
    assert judge_part(noord, one, split).oordeel == one.oordeel == "niet vergelijkbaar"


@pytest.mark.parametrize(
    ("doel", "parts", "overlap", "oordeel"),
    [
        # 66 of 118 are in a part that nobody knows: they may be in Noord
        ("minimaal 60", {"Noord": "52"}, False, "niet te bepalen"),
        ("maximaal 60", {"Noord": "52"}, False, "niet te bepalen"),
        ("minimaal 50", {"Noord": "52"}, False, "gehaald"),
        ("minimaal 200", {"Noord": "52"}, False, "deels gehaald"),
        ("maximaal 40", {"Noord": "52"}, False, "niet gehaald"),
        # so may those who were said to be unknown, and nobody else
        ("maximaal 60", {"Noord": "52", "Zuid": "60", "onbekend": "6"}, False, "gehaald"),
        ("maximaal 55", {"Noord": "52", "Zuid": "60", "onbekend": "6"}, False, "niet te bepalen"),
        # all are known, or a part leaves nothing to be known of another
        ("maximaal 60", {"Noord": "52", "Zuid": "66"}, False, "gehaald"),
        ("maximaal 60", {"Noord": "52"}, True, "gehaald"),
    ],
)
def test_a_part_may_hold_those_of_whom_nobody_knows_the_part(doel, parts, overlap, oordeel):
    declared = {"delen": ["Noord", "Zuid"], "doelen": {"Noord": doel}, "overlap": overlap}
    way = doel.split()[0]
    promise = {"doel": f"{way} 118 deelnemers", "uitsplitsing": {"wijk": declared}}
    told = {"realisatie": "118 deelnemers", "bron": "b", "uitsplitsing": {"wijk": parts}}
    dossier = build.dossier(build.plan(build.one(promise)), build.report({"S-R1": told}))
    one = compare(dossier)["S-R1"]
    (split,) = one.realisatie.uitsplitsing
    assert judge_part(split.delen[0], one, split).oordeel == oordeel


def test_a_verdict_tells_nothing_of_a_hidden_rest():
    declared = {"delen": ["Noord", "Zuid"], "doelen": {"Noord": "minimaal 101"}}
    promise = {"doel": "minimaal 100 deelnemers", "uitsplitsing": {"wijk": declared}}
    parts = {"Noord": "100", "Zuid": "15"}
    told = {"realisatie": "118 deelnemers", "bron": "b", "uitsplitsing": {"wijk": parts}}
    dossier = build.dossier(build.plan(build.one(promise)), build.report({"S-R1": told}))
    one = compare(dossier)["S-R1"]
    (split,) = one.realisatie.uitsplitsing
    assert "onbekend" in split.verborgen
    assert "Noord" not in split.verborgen
    assert judge_part(split.delen[0], one, split).oordeel == "niet te bepalen"
    assert judge_part(split.delen[0], one, split, split.verborgen) is None
    assert "te bepalen" in dict(parts_told(one, openbaar=False))["naar wijk"]
    assert "Noord: 100 (beloofd minimaal 101);" in dict(parts_told(one, openbaar=True))["naar wijk"]
