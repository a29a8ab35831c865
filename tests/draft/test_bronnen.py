"""The source documents, where they stand: all of their structure, and their targets by our data.

What LibreOffice makes of them (pdf, odt) is measured too with BKL_LANG=1.
"""

import os

import pytest

from tests.draft import bronnen

pytestmark = pytest.mark.skipif(bronnen.BRONNEN is None, reason="the documents stand elsewhere")
COUNTS = {"werkplan-2021": (9, 42, 51), "vie-voorbeeld": (3, 10, 2)}


def test_what_is_found_of_them(tmp_path):
    fmts = ("pdf", "odt") if os.environ.get("BKL_LANG") else ()
    seen = 0
    for name, path, data, exact in bronnen.documents(tmp_path, fmts):
        plan, result = bronnen.measure(path, data, exact)
        parts = [part for part in plan.parts if part.chapter == "speerpunten"]
        counts = (
            len(parts),
            sum(len(part.resultaten) for part in parts),
            sum(len(part.activiteiten) for part in parts),
        )
        assert counts == COUNTS[name.split(".")[0]], name
        assert result.precision >= 0.95, (name, result.wrong)
        assert result.recall >= 0.9, (name, result.missed)
        seen += 1
    assert seen == 4 + 2 * len(fmts)
