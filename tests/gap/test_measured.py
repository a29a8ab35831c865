"""How much of what other organisations write is read and judged as a colleague would."""

import pytest

from tests.gap.measured import HERE, count, measure_pairs, measure_phrases

pytestmark = pytest.mark.skipif(not HERE.is_dir(), reason="the phrases are not here")


def test_phrases_are_read_refused_and_judged_as_a_colleague_would(capsys):
    counts = count(measure_phrases())
    with capsys.disabled():
        print(f"\n{counts}")  # noqa: T201 - the figure is what one runs this for
    for right, of in (counts.read, counts.refused, counts.waarden):
        assert right >= 0.97 * of
    assert counts.verdicts[0] >= 0.95 * counts.verdicts[1]
    assert counts.false_success == 0


def test_no_pair_that_invites_it_gets_a_false_verdict():
    assert [pair for pair in measure_pairs() if not pair.right] == []
