"""What stops a command before it can answer; each becomes exit code 2."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from bkl.diagnostics.finding import Finding


class Gebruiksfout(Exception):  # noqa: N818 - a Dutch name, like the other faults
    """Wrong use: `message` says what is wrong, `cure` what to do, both in Dutch (exit 2)."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(f"{message} {cure}")
        self.message, self.cure = message, cure


class Onvolledig(Gebruiksfout):
    """Some formats could not be made here; `paths` are the reports that were written.

    `missing` says what was in the way of each format, with its cure.
    """

    def __init__(self, missing: Mapping[str, str], paths: Sequence[Path]) -> None:
        super().__init__(" ".join(missing), " ".join(dict.fromkeys(missing.values())))
        self.missing, self.paths = dict(missing), tuple(paths)


class Onbruikbaar(Exception):  # noqa: N818
    """The files cannot be read well enough to compute with; `findings` says why (exit 2)."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"{len(findings)} leesfouten")
        self.findings = tuple(findings)
