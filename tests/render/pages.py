"""A page taken apart, for tests that ask what is really in it."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from bkl.render.text.body import build_body
from bkl.render.text.signs import Signed

VOID = {"meta", "link", "br", "img", "hr", "rect", "wbr", "input"}

SCRIPT = Path(__file__).parent.parent.parent / "bkl/render/formats/page.js"


@dataclass
class Element:
    tag: str
    attrs: dict
    text: str = ""
    inside: tuple = ()


@dataclass
class Page(HTMLParser):
    """All elements in order; `text` is what stands directly or deeper in each."""

    elements: list = field(default_factory=list)
    open: list = field(default_factory=list)

    @classmethod
    def read(cls, html):
        page = cls()
        HTMLParser.__init__(page, convert_charrefs=True)
        page.feed(html)
        page.close()
        assert not page.open, f"left open: {[one.tag for one in page.open]}"
        return page

    def handle_starttag(self, tag, attrs):
        inside = tuple(one.tag for one in self.open)
        element = Element(tag, dict(attrs), inside=inside)
        assert len(element.attrs) == len(attrs), f"an attribute twice: {attrs}"
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.elements.append(Element(tag, dict(attrs), inside=tuple(o.tag for o in self.open)))

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1].tag == tag, f"</{tag}> inside <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data):
        for one in self.open:
            one.text += data

    def all(self, *tags):
        return [one for one in self.elements if one.tag in tags]

    def body_text(self):
        return self.all("main")[0].text


def body_of(markdown, reserved=(), shown=()):
    """Return the body of a page made from Markdown, with what its signs show."""
    return build_body(Signed(markdown, tuple(shown)), reserved)


def is_own(element):
    """Tell whether an element is the script or the icon of every page, to the letter."""
    if element.tag == "script":
        return (element.attrs, element.text) == ({}, SCRIPT.read_text(encoding="utf-8"))
    icon = r"data:image/svg\+xml;base64,[A-Za-z0-9+/=]+"
    return element.tag == "link" and bool(
        element.attrs.get("rel") == "icon" and re.fullmatch(icon, element.attrs.get("href", ""))
    )
