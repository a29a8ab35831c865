"""Evidence: what is known of a file that a figure comes from."""

from __future__ import annotations

from bkl.domein.records import dataclass


@dataclass(frozen=True, slots=True)
class Bewijsstuk:
    """One file that is named as evidence.

    `sha256` is in hexadecimal and `bytes` how many it has; both are None when it cannot be
    read. Then `bezwaar` says why and `herstel` what to do, in Dutch.
    """

    bestand: str
    sha256: str | None = None
    bytes: int | None = None
    bezwaar: str | None = None
    herstel: str = ""
