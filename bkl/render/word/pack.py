"""Packing the document so that the same matter gives the same bytes."""

from __future__ import annotations

import io
import zipfile

from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT

_FIRST = "[Content_Types].xml"
_LEFT_OVERS = (
    RT.THUMBNAIL,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip file knows; the real one says nothing about the report."""


def pack(docx: DocxDocument) -> bytes:
    """Return the file: parts sorted by name, no times, no left-overs of the template."""
    for relations in (docx.part.package.rels, docx.part.rels):
        for id_, relation in list(relations.items()):
            if relation.reltype in _LEFT_OVERS:
                del relations[id_]
    raw, target = io.BytesIO(), io.BytesIO()
    docx.save(raw)
    with (
        zipfile.ZipFile(raw) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed,
    ):
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            packed.writestr(info, source.read(name))
    return target.getvalue()
