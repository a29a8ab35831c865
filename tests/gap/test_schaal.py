"""A scale of the plan's own words: `schaal.yaml` is the specification."""

from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from bkl.domein.model.indicator import Indicator
from bkl.domein.notatie.changes.surroundings import Omgeving
from bkl.domein.notatie.meaning.comparison import comparable
from bkl.domein.notatie.meaning.doel import read_doel
from bkl.domein.notatie.meaning.ordered import read_on_scale
from bkl.domein.notatie.meaning.waarde import read_waarde
from bkl.domein.notatie.meaning.write import write_doel, write_waarde
from bkl.gap.rows import compare
from tests.gap.cases import dossier_of

GROUPS = yaml.load(
    (Path(__file__).parent / "schaal.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
)
WOORDEN = ("onvoldoende", "voldoende", "goed")


def pairs():
    for group in GROUPS:
        for case in group["gevallen"]:
            promised = {key: case[key] for key in ("doel", "richting", "nulmeting") if key in case}
            for verdict, told in case.items():
                for realisatie in told if isinstance(told, list) else ():
                    name = f"{promised['doel']}: {realisatie}"
                    yield pytest.param(group["schaal"], promised, realisatie, verdict, id=name)


@pytest.mark.parametrize(("schaal", "promised", "realisatie", "verdict"), list(pairs()))
def test_it_ends_where_it_must(schaal, promised, realisatie, verdict):
    found = compare(dossier_of({**promised, "schaal": schaal, "realisatie": realisatie}))["S-R1"]
    assert found.oordeel == {"weigeren": "onleesbaar"}.get(verdict, verdict)
    assert found.procent is None


def promise(phrase, schaal=WOORDEN):
    return read_doel(phrase, omgeving=Omgeving(schaal=schaal))


def test_words_of_two_scales_are_never_compared():
    other = read_on_scale("goed", schaal=("slecht", "goed"))
    assert comparable(promise("goed"), other).interval is None
    assert comparable(promise("goed"), read_waarde("een 8")).interval is None
    assert comparable(promise("goed"), read_waarde("3")).interval is None


@pytest.mark.parametrize("phrase", ["minimaal voldoende", "meer dan voldoende", "precies goed"])
def test_the_canonical_phrase_of_a_doel_is_read_back(phrase):
    doel = promise(phrase)
    assert promise(write_doel(doel)).bereik == doel.bereik


@pytest.mark.parametrize("phrase", ["goed", "minimaal voldoende", "hoogstens voldoende"])
def test_the_canonical_phrase_of_a_realisatie_is_read_back(phrase):
    waarde = read_on_scale(phrase, schaal=WOORDEN)
    assert read_on_scale(write_waarde(waarde), schaal=WOORDEN).interval == waarde.interval


@pytest.mark.parametrize(
    "fault",
    [
        {"schaal": ["goed"]},
        {"schaal": ["goed", "Goed"]},
        {"schaal": ["slecht", "goed"], "tijd": "som"},
        {"schaal": ["slecht", "goed"], "tijd": "gemiddelde"},
        {"schaal": "sterren"},
    ],
)
def test_a_scale_that_cannot_be_is_refused(fault):
    with pytest.raises(ValidationError):
        Indicator.model_validate({"doel": "goed", **fault})
