"""Word: a document for the office, with real styles and footnotes, made from the Markdown."""

from __future__ import annotations

from bkl.render.document import Document
from bkl.render.errors import Formaatfout

EXTRA = '"pyphen>=0.17" "python-docx>=1.2" "resvg_py>=0.5"'
PACKAGES = ("docx", "pyphen", "resvg_py")


def write(document: Document) -> bytes:
    """Return the document. Its dates are those of the data: same data, same bytes.

    Raises Formaatfout, which says what to install, when a package is missing.
    """
    try:
        import docx  # noqa: F401, PLC0415 - an extra
        import pyphen  # noqa: F401, PLC0415 - an extra
        import resvg_py  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        raise Formaatfout(
            f"Voor een Word-document ontbreekt het onderdeel `{error.name}`.",
            f"Voer dit uit: pip install {EXTRA}",
        ) from error
    from bkl.render.word.build import build_word  # noqa: PLC0415

    return build_word(document)
