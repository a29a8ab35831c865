"""Paper: a report as HTML with all that is needed to make it a PDF, in this process or another."""

from __future__ import annotations

from typing import NamedTuple


class Paper(NamedTuple):
    """The pages of a report, not yet set.

    `name` tells what it was made from, so that the same matter gives the same bytes, and
    `typeface` is the file of the workspace's own one, None for that of bkl.
    """

    rapport: str
    html: str
    name: str
    typeface: bytes | None = None
