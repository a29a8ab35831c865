"""What would save a recording that a fault stops: a cure that recording itself offers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bkl.api.recording.entry import read_period

if TYPE_CHECKING:
    from bkl.api.recording.plan import Opname
    from bkl.diagnostics.finding import Finding
    from bkl.domein.dossier.dossier import Dossier

_NEW_SOURCE = "onbekende_bron"
_NO_SUM = "besteding_telt_niet_op"
_UNEXPLAINED = ("verschil_zonder_reden", "verschil_zonder_toelichting")


def advice(opname: Opname, dossier: Dossier, fouten: Sequence[Finding]) -> Iterator[str]:
    """Yield cures in Dutch, beside those of the faults that recording would make."""
    slugs = {kind.slug for one in fouten for kind in one.kinds}
    if _NEW_SOURCE in slugs:
        yield (
            f'Is de bron nieuw? Geef haar titel mee: `--brontitel "Telling {dossier.jaar}"`, maar '
            "dan met haar eigen titel."
        )
    if _NO_SUM in slugs:
        yield (
            "Veranderen een deel en het geheel samen, leg ze dan in één keer vast: met het "
            "formulier van `bkl form --alles`, of in het jaarverslag zelf."
        )
    if slugs.intersection(_UNEXPLAINED) and opname.peildatum is None:
        ends = [
            read_period(one.periode, dossier.jaar).eind for one in opname.invoeren if one.periode
        ]
        if ends and max(ends) < dossier.peildatum:
            yield (
                f"De stand is die van {dossier.peildatum:%d-%m-%Y}; dan telt het hele jaar. Is dat "
                f"nog niet voorbij, zet dan de dag van de stand terug: "
                f"`--peildatum {max(ends):%d-%m-%Y}`."
            )
