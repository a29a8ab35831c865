"""Setting the pages: HTML in, a tagged PDF out."""

from __future__ import annotations

import atexit
import gc
import io
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email.message import EmailMessage
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, cast
from urllib.request import BaseHandler, Request
from urllib.response import addinfourl

from bkl.render.errors import Formaatfout
from bkl.render.print.fonts import SCHEME, Faces

if TYPE_CHECKING:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

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


def press(html: str, identifier: bytes, faces: Faces | None = None) -> bytes:
    """Return the pages as PDF/UA-1; only what is inside the HTML itself is ever opened.

    `identifier` names the file, so that the same matter gives the same bytes, and `faces` is
    its typeface. Raises Formaatfout when WeasyPrint or its libraries are missing, or when no
    font on this computer has a character of the text.
    """
    target = io.BytesIO()
    engine = _weasyprint()
    with _listening() as heard, _uncollected():
        # a template that brings letters along keeps them to itself
        fonts = _find_fonts(faces) if "@font-face" in html else _fonts(faces)
        pages = _set_pages(engine, html, fonts)
        pages.write_pdf(target, pdf_variant=VARIANT, pdf_identifier=identifier)
    if heard:
        raise _no_glyph(heard)
    return target.getvalue()


def expect_weasyprint() -> None:
    """Raise Formaatfout when it is not installed; whether it works shows when it is used."""
    with _needed():
        if find_spec("weasyprint") is None:
            raise ModuleNotFoundError(name="weasyprint")


def _weasyprint() -> ModuleType:
    with _needed():
        import weasyprint  # noqa: PLC0415 - an extra, and slow to start
    return cast("ModuleType", weasyprint)


@contextmanager
def _needed() -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        raise Formaatfout(f"Voor een pdf ontbreekt het onderdeel `{error.name}`.", EXTRA) from error
    except OSError as error:
        raise Formaatfout(
            "Voor een pdf ontbreekt een bibliotheek van het systeem (Pango).", SYSTEEM
        ) from error


class _Letters(BaseHandler):
    """Hands out the files of a typeface at their addresses."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    def letter_open(self, request: Request) -> addinfourl:
        """Return the file at an address; its name is how `urllib` finds what opens `letter:`."""
        data = self._files[request.full_url]
        return addinfourl(io.BytesIO(data), EmailMessage(), request.full_url, 200)


_KEPT: dict[Faces | None, FontConfiguration] = {}
"""The fonts of this computer with the typeface that was used last."""


def _fonts(faces: Faces | None) -> FontConfiguration:
    """Return the fonts of this computer with a typeface: looked up once for many documents."""
    if faces not in _KEPT:
        forget_fonts()
        _KEPT[faces] = _find_fonts(faces)
        atexit.register(forget_fonts)
    return _KEPT[faces]


def _find_fonts(faces: Faces | None) -> FontConfiguration:
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - as in `_weasyprint`

    engine, fonts = _weasyprint(), FontConfiguration()
    if faces is not None:
        fetcher = engine.urls.URLFetcher(allowed_protocols=(SCHEME,))
        fetcher.add_handler(_Letters(dict(faces.files)))
        engine.CSS(string=faces.sheet, url_fetcher=fetcher, font_config=fonts)
    return fonts


def forget_fonts() -> None:
    """Let go of the typeface that was used last, and take its temporary files away."""
    while _KEPT:
        _, fonts = _KEPT.popitem()
        # documents hold on to it in circles, which are not cleared in time when a program ends
        fonts.__del__()


def _set_pages(engine: ModuleType, html: str, fonts: FontConfiguration) -> weasyprint.Document:
    """Lay out the pages so that no footnote is lost."""
    fetcher = engine.urls.URLFetcher(allowed_protocols=("data",))
    source = engine.HTML(string=html, url_fetcher=fetcher)
    wanted = set(_NOTE.findall(html))
    for layout in _LAYOUTS:
        pages = source.render(fonts, stylesheets=[engine.CSS(string=layout)], pdf_variant=VARIANT)
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
