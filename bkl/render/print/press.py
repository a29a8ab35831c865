"""Setting the pages: HTML in, a tagged PDF out."""

from __future__ import annotations

import gc
import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, cast

from bkl.render.errors import Formaatfout

if TYPE_CHECKING:
    import weasyprint

EXTRA = 'Voer dit uit: pip install "font-source-sans-pro>=0.0.1" "pikepdf>=10" "weasyprint>=70"'
SYSTEEM = (
    "Voer dit uit (Debian, Ubuntu): apt-get install -y --no-install-recommends "
    "libpango-1.0-0 libpangoft2-1.0-0 fonts-dejavu"
)
VARIANT = "pdf/ua-1"
_NOTE = re.compile(r'<span class="voetnoot" id="([^"]+)"')
_LAYOUTS = (
    "",
    "@page { @footnote { margin-top: 19px } }",
    "@page { @footnote { margin-top: 13.7px } }",
    (
        ".voetnoot { float: none; font-size: 80% }"
        " .voetnoot::before { content: ' (' } .voetnoot::after { content: ')' }"
    ),
)
"""What to try in turn until every note is on a page; the last cannot fail, but reads worse."""


def press(html: str, identifier: bytes) -> bytes:
    """Return the pages as PDF/UA-1; only what is inside the HTML itself is ever opened.

    `identifier` names the file, so that the same matter gives the same bytes. Raises
    Formaatfout when WeasyPrint or its libraries are missing, or when no font on this computer
    has a character of the text.
    """
    target = io.BytesIO()
    engine = _weasyprint()
    with _listening() as heard, _uncollected():
        pages = _set_pages(engine, html)
        pages.write_pdf(target, pdf_variant=VARIANT, pdf_identifier=identifier)
    if heard:
        raise _no_glyph(heard)
    return target.getvalue()


def _weasyprint() -> ModuleType:
    try:
        import weasyprint  # noqa: PLC0415 - an extra, and slow to start
    except ModuleNotFoundError as error:
        raise Formaatfout(f"Voor een pdf ontbreekt het onderdeel `{error.name}`.", EXTRA) from error
    except OSError as error:
        raise Formaatfout(
            "Voor een pdf ontbreekt een bibliotheek van het systeem (Pango).", SYSTEEM
        ) from error
    return cast("ModuleType", weasyprint)


def _set_pages(engine: ModuleType, html: str) -> weasyprint.Document:
    """Lay out the pages so that no footnote is lost."""
    fetcher = engine.urls.URLFetcher(allowed_protocols=("data",))
    source = engine.HTML(string=html, url_fetcher=fetcher)
    wanted = set(_NOTE.findall(html))
    for layout in _LAYOUTS:
        pages = source.render(stylesheets=[engine.CSS(string=layout)], pdf_variant=VARIANT)
        if not wanted.difference(*(page.anchors for page in pages.pages)):
            break
    return pages


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Gather the characters that WeasyPrint says it has no drawing for."""
    heard: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if "notdef" in str(record.msg) and isinstance(record.args, tuple):
                heard.append(str(record.args[0]))

    logger, ear = logging.getLogger("weasyprint"), Ear()
    logger.addHandler(ear)
    try:
        yield heard
    finally:
        logger.removeHandler(ear)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: nearly all that setting pages makes lives until its end."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


def _no_glyph(characters: list[str]) -> Formaatfout:
    named = ", ".join(f"{one} (U+{ord(one):04X})" for one in dict.fromkeys(characters))
    return Formaatfout(
        f"Geen lettertype op deze computer heeft deze tekens: {named}.",
        "Schrijf het anders, of installeer een lettertype dat ze heeft. "
        "Anders blijven ze onleesbaar in de pdf.",
    )
