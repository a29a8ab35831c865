"""What can go wrong while a report is made, in words for the reader."""

from __future__ import annotations


class Rapportfout(Exception):  # noqa: N818 - a Dutch name, like the other faults here
    """A report cannot be made: `message` says why, `cure` what to do, both in Dutch."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(f"{message} {cure}")
        self.message, self.cure = message, cure


class Sjabloonfout(Rapportfout):
    """A template does not work; `file` and `line` say where (line 0: the whole file).

    `said` is the message without that place; `spent` tells that it took too much, which may
    go well another time or on another computer.
    """

    def __init__(
        self, file: str, line: int, message: str, cure: str, *, spent: bool = False
    ) -> None:
        place = f"{file}, regel {line}" if line else file or "templates"
        super().__init__(f"Sjabloon {place}: {message}", cure)
        self.file, self.line, self.said, self.spent = file, line, message, spent


class Formaatfout(Rapportfout):
    """This one format cannot be made here; the others can."""
