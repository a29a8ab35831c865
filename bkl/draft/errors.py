"""What makes a document useless for a draft."""

from __future__ import annotations


class Documentfout(Exception):  # noqa: N818 - a Dutch name, like the other faults
    """A document that cannot be read: `message` says why, `cure` what to do, both in Dutch."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(f"{message} {cure}")
        self.message, self.cure = message, cure


def too_much_text() -> Documentfout:
    """Return what is said of a document that holds more than any plan does."""
    return Documentfout(
        "Dit document bevat te veel tekst voor een werkplan.",
        "Geef alleen het deel met de toezeggingen.",
    )
