"""The last touch to a PDF: what readers with a screen reader need and WeasyPrint leaves out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from bkl.render.errors import Formaatfout
from bkl.render.print.press import EXTRA

if TYPE_CHECKING:
    import pikepdf

_LINK = re.compile(r'<a [^>]*?href="#([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_PRINT = 4
"""Bit of an annotation's flags: it is printed too."""


def expect_pikepdf() -> None:
    """Raise Formaatfout when pikepdf is missing."""
    try:
        import pikepdf  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        raise Formaatfout("Voor een pdf ontbreekt het onderdeel `pikepdf`.", EXTRA) from error


def finish(data: bytes, html: str) -> bytes:
    """Return the PDF with whole list items, the scope of every header cell, links that print.

    A link gets the words that it has in the `html`, for who cannot see the page.
    """
    import pikepdf  # noqa: PLC0415 - an extra

    links, target = _link_words(html), io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for kind, node, in_head in list(_elements(pdf.Root.StructTreeRoot)):
            if kind == "/TH":
                attributes = node.get("/A", pikepdf.Dictionary(O=pikepdf.Name.Table))
                attributes.Scope = pikepdf.Name.Column if in_head else pikepdf.Name.Row
                node.A = attributes
            elif kind == "/LI":
                _give_body(pdf, node)
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


def _link_words(html: str) -> dict[str, str]:
    """Return what the first link to each place in the document says."""
    words: dict[str, str] = {}
    for place, inside in _LINK.findall(html):
        words.setdefault(place, unescape(_TAG.sub("", inside)).strip())
    return words


def _give_body(pdf: pikepdf.Pdf, item: pikepdf.Object) -> None:
    """Put what stands in a list item into its body: without one its paragraphs are astray."""
    import pikepdf  # noqa: PLC0415 - an extra

    kids = list(_kids(item))
    astray = [kid for kid in kids if str(kid.S) not in ("/Lbl", "/LBody")]
    if not astray:
        return
    body = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.StructElem,
            S=pikepdf.Name.LBody,
            P=item,
            K=pikepdf.Array(astray),
        )
    )
    for kid in astray:
        kid.P = body
    item.K = pikepdf.Array([*(kid for kid in kids if str(kid.S) in ("/Lbl", "/LBody")), body])


def _elements(root: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object, bool]]:
    """Yield every element of the structure tree with its kind, and whether it is in a THead."""
    waiting = [(root, False)]
    while waiting:
        node, in_head = waiting.pop()
        kind = str(node.get("/S", ""))
        yield kind, node, in_head
        waiting += [(kid, in_head or kind == "/THead") for kid in _kids(node)]


def _kids(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield the elements below a node; pieces of a page are no elements."""
    import pikepdf  # noqa: PLC0415 - an extra

    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
