"""Faults of the YAML itself: as many as can be told, and none that follows from another."""

import pytest

from bkl.source.parsing.yaml_tree import read_tree

GOOD = """\
werkplan: 2021
organisatie: Voorbeeld
speerpunten:
  AD:
    ambitie: Goed
    resultaten:
      R1: Een
      R2: Twee
  BD:
    resultaten:
      R3: Drie
"""


def lines(text):
    return [finding.position.line for finding in read_tree("x.yaml", text.encode()).findings]


def test_three_faults_are_three_findings():
    text = GOOD.replace("R1: Een", "R1: Let op: een").replace("R2: Twee", 'R2: "twee')
    text = text.replace("R3: Drie", "R3: @drie")
    assert lines(text)[0] == 7
    assert len(lines(text)) >= 2
    text = GOOD.replace("ambitie: Goed", "ambitie: Let op: goed").replace("R1: Een", "R1: @een")
    text = text.replace("R3: Drie", "R3: `drie`")
    assert lines(text) == [5, 7, 11]


@pytest.mark.parametrize(
    "wrong", ["R1: Let op: een", 'R1: "een', "R1: 'een", "R1: {een: 1", "R1: [een", "R1: @een",
              "R1: een\n     R9: x", "R1: - een", "\tR1: Een", "R1 Een", "R1: een\n   x", "}"],
)  # fmt: skip
def test_one_fault_is_one_finding(wrong):
    assert len(lines(GOOD.replace("R1: Een", wrong))) <= 1


def test_no_more_than_ten():
    many = "".join(f"  a{number}: x: y\n" for number in range(50))
    assert len(lines(f"werkplan: 2021\nspeerpunten:\n{many}")) == 10
