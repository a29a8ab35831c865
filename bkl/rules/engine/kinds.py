"""The house's own kinds, BKL050 to BKL059: what is wrong in what people say about rules."""

from __future__ import annotations

from pathlib import Path

from bkl.diagnostics.finding import Kind
from bkl.diagnostics.manual import read_manual

TOESTEMMING_ONLEESBAAR = Kind("BKL050", "toestemming_onleesbaar", "fout")
TOESTEMMING_ZONDER_REDEN = Kind("BKL051", "toestemming_zonder_reden", "fout")
ONBEKENDE_REGEL = Kind("BKL052", "onbekende_regel", "fout")
TOESTEMMING_ONGEBRUIKT = Kind("BKL053", "toestemming_ongebruikt", "waarschuwing")
LEESFOUT_TOEGESTAAN = Kind("BKL054", "leesfout_toegestaan", "fout")

KINDS = tuple(value for value in list(vars().values()) if isinstance(value, Kind))
"""All of them, by code; `kinds.md` holds their manual pages."""


def manual() -> dict[str, str]:
    """Return the manual page of each kind by its code, in Dutch; read when somebody asks."""
    return read_manual(Path(__file__).with_suffix(".md"))
