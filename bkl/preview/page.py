"""The page that is served: the report as it is in its file, with the panel and a script added."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from bkl.preview.stage import Shown

PREFIX = "/_bkl/"
"""Where everything stands that is not the report."""
_EMPTY = (
    '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Voorbeeld</title></head>'
    "<body><main><h1>Nog geen rapport</h1><p>Zodra de gegevens kloppen, staat het hier.</p>"
    "</main></body></html>"
)
_CSP = re.compile(
    r"<meta\s+http-equiv=[\"']?Content-Security-Policy[\"']?\s+content=\"([^\"]*)\"\s*/?>", re.I
)
_BODY = re.compile(r"<body\b[^>]*>", re.I)
_OWN = ("script-src", "connect-src", "style-src")


def asset(name: str) -> bytes:
    """Return the script or style sheet of the panel."""
    return (Path(__file__).parent / name).read_bytes()


def page_of(scene: Shown) -> tuple[bytes, str]:
    """Return the page as bytes, with the policy that tells a browser what may run in it.

    The report's own policy lets nothing run; here it moves to a header that also lets in the
    panel's script and style sheet, from this server only.
    """
    text = scene.report.decode() if scene.report is not None else _EMPTY
    found = _CSP.search(text)
    text = _CSP.sub("", text, count=1)
    hidden = "" if scene.panel else " hidden"
    panel = (
        f'<section id="bkl-meldingen" aria-label="Meldingen van bkl" role="alert"{hidden}>'
        f"{scene.panel}</section>"
    )
    link = f'<link rel="stylesheet" href="{PREFIX}preview.css" />'
    script = f'<script src="{PREFIX}preview.js" data-rapport="{scene.kenmerk}" defer></script>'
    text = _before(text, "</head>", link + script)
    body = _BODY.search(text)
    at = body.end() if body else 0
    return (text[:at] + panel + text[at:]).encode(), policy(unescape(found[1]) if found else "")


def policy(report: str) -> str:
    """Return a Content-Security-Policy with what the panel needs added."""
    known: dict[str, list[str]] = {}
    for directive in report.split(";"):
        name, *sources = directive.split() or [""]
        if name:
            known[name.lower()] = sources
    known.setdefault("default-src", ["'none'"])
    for name in _OWN:
        sources = [source for source in known.get(name, []) if source != "'none'"]
        known[name] = [*sources, "'self'"]
    # a frame around the page could show it as something else
    known["frame-ancestors"] = ["'none'"]
    return "; ".join(" ".join([name, *sources]) for name, sources in known.items())


def _before(text: str, mark: str, more: str) -> str:
    at = text.find(mark)
    return more + text if at < 0 else text[:at] + more + text[at:]
