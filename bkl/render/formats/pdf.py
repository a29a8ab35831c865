"""PDF: pages that read well on paper and aloud (PDF/UA-1), made from the Markdown."""

from __future__ import annotations

from bkl.render.document import Document
from bkl.render.paper import Paper

EXTRA = '"font-source-sans-pro>=0.0.1" "pikepdf>=10" "weasyprint>=70"'
PACKAGES = ("weasyprint", "pikepdf")


def write(document: Document) -> bytes:
    """Return the PDF. Its date is that of the data, so that the same data give the same bytes.

    Raises Sjabloonfout when a template of the page does not work, and Formaatfout, which says
    what to install, when something is missing on this computer.
    """
    from bkl.render.print.setting import set_paper  # noqa: PLC0415 - only for this format

    return set_paper(prepare(document))


def prepare(document: Document) -> Paper:
    """Return what is left to do, which takes long and may be done elsewhere; raises as `write`."""
    from bkl.render.print.page import build_paper  # noqa: PLC0415 - only for this format
    from bkl.render.print.press import expect_weasyprint  # noqa: PLC0415
    from bkl.render.print.touch import expect_pikepdf  # noqa: PLC0415

    expect_weasyprint()
    expect_pikepdf()
    own, name = document.stof.style.typeface, f"{document.rapport}-{document.stof.digest}"
    return Paper(document.rapport, build_paper(document), name, own.data if own else None)
