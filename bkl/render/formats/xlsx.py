"""Excel: every promise as a row, numbers as numbers beside the phrases as people wrote them."""

from __future__ import annotations

from bkl.render.document import Document
from bkl.render.errors import Formaatfout

EXTRA = '"xlsxwriter>=3.2"'
PACKAGES = ("xlsxwriter",)


def write(document: Document) -> bytes:
    """Return the workbook. Its dates are those of the data: same data, same bytes.

    Raises Formaatfout, which says what to install, when XlsxWriter is missing.
    """
    try:
        import xlsxwriter  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        raise Formaatfout(
            f"Voor een Excel-bestand ontbreekt het onderdeel `{error.name}`.",
            f"Voer dit uit: pip install {EXTRA}",
        ) from error
    from bkl.render.book.build import build_book  # noqa: PLC0415

    return build_book(document)
