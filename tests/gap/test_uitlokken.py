"""What invites a false verdict, kind by kind: `uitlokken.yaml` is the specification."""

from pathlib import Path

import pytest
import yaml

from bkl.gap.rows import compare
from tests.gap.cases import dossier_of

GROUPS = yaml.load(
    (Path(__file__).parent / "uitlokken.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
)
BESIDE = ("soort", "doel", "nulmeting", "deadline", "jaar", "peildatum")


def pairs():
    for group in GROUPS:
        promised = {key: group[key] for key in BESIDE[1:] if key in group}
        for verdict, told in group.items():
            for realisatie in told if verdict not in BESIDE else ():
                name = f"{group['soort']}: {realisatie}"
                yield pytest.param(promised, realisatie, verdict, id=name)


@pytest.mark.parametrize(("promised", "realisatie", "verdict"), list(pairs()))
def test_it_ends_where_it_must(promised, realisatie, verdict):
    found = compare(dossier_of({**promised, "realisatie": realisatie}))["S-R1"]
    assert found.oordeel == {"weigeren": "onleesbaar"}.get(verdict, verdict)
