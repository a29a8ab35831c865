"""What stops a command before it can answer; each becomes exit code 2."""

from __future__ import annotations

from collections.abc import Sequence

from bkl.diagnostics.finding import Finding


class Gebruiksfout(Exception):
    """Wrong use: `message` says what is wrong, `cure` what to do, both in Dutch (exit 2)."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(f"{message} {cure}")
        self.message, self.cure = message, cure


class Onbruikbaar(Exception):
    """The files cannot be read well enough to compute with; `findings` says why (exit 2)."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"{len(findings)} leesfouten")
        self.findings = tuple(findings)
