"""Een akkoord hoort bij een indicator van het werkplan.

Waarom: een akkoord op iets wat niet is toegezegd, zegt niets. Meestal is de code veranderd.

Fout:

    - {indicator: AD-R3.lezing, wie: controller, datum: 01-02-2022, kenmerk: 3f5a…}

Goed:

    - {indicator: AD-R3.lezingen, wie: controller, datum: 01-02-2022, kenmerk: 3f5a…}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Place
from bkl.rules.engine.rule import Case

KIND = Kind("BKL311", "akkoord_zonder_indicator", "fout")
KEYS = ("akkoorden",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per signature of which the indicator is not in the plan."""
    for one in case.akkoorden:
        if not one.bekend:
            yield Finding(
                KIND,
                f"`{one.akkoord.indicator}` is geen indicator van het werkplan.",
                "Zet de code van het werkplan terug, of haal deze regel weg.",
                Place(case.akkoord_file, ("akkoorden", one.nummer, "indicator")),
            )
