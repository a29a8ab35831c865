"""What a bare figure promises for each richting, where nobody said which is meant."""

from __future__ import annotations

from dataclasses import replace

from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.woorden import Doelsoort


def alternatives(doel: Doel) -> tuple[Doel, ...]:
    """Return what a bare figure promises for each richting: hoger, lager and binnen."""
    tau, bereik = doel.drempel, doel.bereik
    if tau is None or bereik is None or bereik.low is None:
        return (doel,)
    top = doel.bovengrens if doel.bovengrens is not None else tau
    if doel.marge is not None:
        top = tau + abs(tau) * doel.marge
    lager = replace(
        doel, soort="maximum", richting="lager", bereik=Interval(None, top), bovengrens=None,
        drempel=top if doel.bovengrens is not None else tau,
    )  # fmt: skip
    soort: Doelsoort = "precies" if bereik.low == top else "bandbreedte"
    binnen = replace(
        doel, soort=soort, richting="binnen", bereik=Interval(bereik.low, top), bovengrens=None
    )
    return doel, lager, binnen
