"""The figures of the JSON computed once more, by another hand: from its own numbers alone."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from bkl import api
from bkl.printers.gap import json as as_json
from bkl.printers.screen import Screen

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FOLDERS = (
    *(HERE / "soorten", HERE / "voorbeelden", HERE / "moeilijk", HERE / "jaren"),
    *(ROOT / "tests" / "vie", ROOT),
)
JUDGED = ("gehaald", "deels gehaald", "niet gehaald", "niet te bepalen")


def pair(ends):
    return [None if end is None else Fraction(end) for end in ends]


def close(told, computed):
    """Numbers in the JSON have six decimals."""
    return all(
        (one is None) == (other is None) and (one is None or abs(Fraction(one) - other) < 10**-5)
        for one, other in zip(told, computed, strict=True)
    )


def minus(ends, tau):
    return [None if end is None else end - tau for end in ends]


def shortfall(verschil, sign):
    low, high = verschil if sign > 0 else verschil[::-1]
    nearest = Fraction(0) if low is None else max(Fraction(0), sign * low)
    return [nearest, None if high is None else max(Fraction(0), sign * high)]


def rows(folder):
    facts = json.loads(as_json.show(api.gap(folder), Screen()))["indicatoren"]
    for fact in facts:
        doel, given = fact["doel"], fact["realisatie"]
        known = fact["verschil"] and fact["richting"] in ("hoger", "lager")
        if known and doel and given and not doel["tekst"].startswith(("ca.", "ongeveer", "rond")):
            yield fact


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_figure_can_be_computed_again(folder):
    found = list(rows(folder))
    assert found
    for fact in found:
        up = fact["richting"] == "hoger"
        tau = Fraction(fact["doel"]["min" if up else "max"])
        low, high = pair((fact["realisatie"]["min"], fact["realisatie"]["max"]))
        verschil = minus((low, high), tau)
        assert close(fact["verschil"], verschil), fact["id"]
        assert close(fact["tekort"], shortfall(verschil, -1 if up else 1)), fact["id"]
        base = None if fact["nulmeting"] is None else Fraction(fact["nulmeting"])
        start = base if base is not None else Fraction(0)
        if fact["procent"] is not None:
            progress = [
                None if end is None else 100 * (end - start) / (tau - start) for end in (low, high)
            ]
            assert close(fact["procent"], progress if tau > start else progress[::-1]), fact["id"]
        else:
            assert tau == start or (base is None and not up) or (tau > start) != up, fact["id"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_verdict_can_be_given_again(folder):
    for fact in rows(folder):
        if fact["oordeel"] not in JUDGED or fact["uitvoering"] in ("vervallen", "uitgesteld"):
            continue
        low, high = pair(fact["verschil"])
        worst, best = (low, high) if fact["richting"] == "hoger" else (high, low)
        sign = 1 if fact["richting"] == "hoger" else -1
        reached = worst is not None and sign * worst >= 0
        missed = best is not None and sign * best < 0
        if fact["oordeel"] == "gehaald":
            assert reached, fact["id"]
        elif fact["oordeel"] == "niet te bepalen":
            assert not missed, fact["id"]
        else:
            assert missed, fact["id"]
            positive = fact["procent"] is not None and Fraction(fact["procent"][0] or -1) > 0
            assert (fact["oordeel"] == "deels gehaald") == positive, fact["id"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_counts_are_those_of_the_rows(folder):
    whole = json.loads(as_json.show(api.gap(folder), Screen()))
    own = [one for one in whole["indicatoren"] if one["zelfde_als"] is None]
    counted = [o for o in own if not o["ontwikkeling"] and o["oordeel"] != "niet van toepassing"]
    assert whole["telling"]["N"] == len(counted) == sum(whole["telling"].values()) / 2
    for oordeel, number in whole["telling"].items():
        if oordeel != "N":
            assert number == sum(one["oordeel"] == oordeel for one in counted)
    assert whole["samenvatting"]["ontwikkelingen"]["N"] == sum(one["ontwikkeling"] for one in own)
