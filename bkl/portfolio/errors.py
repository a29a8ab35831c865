"""What stands in the way of a portfolio, in words for who asked for it."""

from __future__ import annotations


class Portfoliofout(Exception):  # noqa: N818 - a Dutch name, like the other faults here
    """A portfolio cannot be made: `message` says why, `cure` what to do, both in Dutch."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(f"{message} {cure}")
        self.message, self.cure = message, cure
