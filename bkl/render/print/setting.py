"""Setting the pages of a report, from HTML to the PDF that readers get."""

from __future__ import annotations

from bkl.render.paper import Paper
from bkl.render.print.fonts import own_faces, shipped_faces
from bkl.render.print.press import press
from bkl.render.print.touch import finish


def set_paper(paper: Paper) -> bytes:
    """Return the PDF; raises Formaatfout when it cannot be made on this computer."""
    faces = own_faces(paper.typeface) if paper.typeface else shipped_faces()
    return finish(press(paper.html, paper.name.encode(), faces), paper.html)
