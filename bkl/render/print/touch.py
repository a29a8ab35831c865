"""The last touch to a PDF: what readers with a screen reader need and WeasyPrint leaves out."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from bkl.render.fout import Formaatfout
from bkl.render.print.press import EXTRA

if TYPE_CHECKING:
    import pikepdf

_PRINT = 4
"""Bit of an annotation's flags: it is printed too."""


def expect_pikepdf() -> None:
    """Raise Formaatfout when pikepdf is missing."""
    try:
        import pikepdf  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        raise Formaatfout("Voor een pdf ontbreekt het onderdeel `pikepdf`.", EXTRA) from error


def finish(data: bytes, links: Mapping[str, str]) -> bytes:
    """Return the PDF with the scope of every header cell, and links that print.

    `links` gives the words of a link by its destination, for who cannot see the page.
    """
    import pikepdf  # noqa: PLC0415 - an extra

    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for cell, in_head in _header_cells(pdf.Root.StructTreeRoot):
            attributes = cell.get("/A", pikepdf.Dictionary(O=pikepdf.Name.Table))
            attributes.Scope = pikepdf.Name.Column if in_head else pikepdf.Name.Row
            cell.A = attributes
        for page in pdf.pages:
            for link in page.get("/Annots", pikepdf.Array()):
                link.F = int(link.get("/F", 0)) | _PRINT
                if words := links.get(str(link.get("/Dest", ""))):
                    link.Contents = pikepdf.String(words)
        pdf.save(
            target,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return target.getvalue()


def _header_cells(root: pikepdf.Object) -> Iterator[tuple[pikepdf.Object, bool]]:
    """Yield every TH of the structure tree, and whether it is in a THead."""
    waiting = [(root, False)]
    while waiting:
        node, in_head = waiting.pop()
        kind = str(node.get("/S", ""))
        if kind == "/TH":
            yield node, in_head
        waiting += [(kid, in_head or kind == "/THead") for kid in _kids(node)]


def _kids(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield the elements below a node; pieces of a page are no elements."""
    import pikepdf  # noqa: PLC0415 - an extra

    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
