"""PDF: pages that read well on paper and aloud (PDF/UA-1), made from the Markdown."""

from __future__ import annotations

from bkl.render.document import Document

EXTRA = '"font-source-sans-pro>=0.0.1" "pikepdf>=10" "weasyprint>=70"'
PACKAGES = ("weasyprint", "pikepdf")


def write(document: Document) -> bytes:
    """Return the PDF. Its date is that of the data, so that the same data give the same bytes.

    Raises Sjabloonfout when a template of the page does not work, and Formaatfout, which says
    what to install, when something is missing on this computer.
    """
    from bkl.render.print.fonts import own_faces, shipped_faces  # noqa: PLC0415 - only for this format
    from bkl.render.print.page import build_paper, link_words  # noqa: PLC0415
    from bkl.render.print.press import press  # noqa: PLC0415
    from bkl.render.print.touch import expect_pikepdf, finish  # noqa: PLC0415

    expect_pikepdf()
    html = build_paper(document)
    name = f"{document.rapport}-{document.stof.digest}".encode()
    own = document.stof.style.typeface
    faces = own_faces(own) if own else shipped_faces()
    return finish(press(html, name, faces), link_words(html))
