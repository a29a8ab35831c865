"""Findings as JUnit XML, the test report that GitLab, Azure and Jenkins show.

Each file is a suite: one failing case per finding, or one passing case when it is clean.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from bkl.api import CheckResult
from bkl.diagnostics.finding import Finding
from bkl.printers.screen import Screen

_NOT_XML = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010fffd]")
SUITES = "bkl check"
CLEAN = "geen fouten"


def show(result: CheckResult, screen: Screen) -> str:
    """Return one XML document; what XML cannot hold is left out of the texts."""
    total = max(len(result.findings), 1)
    root = Element("testsuites", name=SUITES)
    files = list(dict.fromkeys([*result.files, *(found.place.file for found in result.findings)]))
    for name in files:
        _suite(root, name, [found for found in result.findings if found.place.file == name])
    total = sum(int(suite.attrib["tests"]) for suite in root)
    _count(root, total, len(result.findings))
    indent(root)
    encoding = "UTF-8" if screen.unicode else "US-ASCII"
    text = tostring(root, encoding="unicode" if screen.unicode else "us-ascii")
    body = text if isinstance(text, str) else text.decode("ascii").split("?>\n", 1)[-1]
    return f'<?xml version="1.0" encoding="{encoding}"?>\n{body}\n'


def clean(text: str) -> str:
    """Return the text without the characters that XML refuses or that steer a terminal."""
    return _NOT_XML.sub("", text)
