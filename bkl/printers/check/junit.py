"""Findings as JUnit XML, the test report that GitLab, Azure and Jenkins show.

Each file is a suite with one failing case per finding, or one passing case when it is clean.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from bkl.api import CheckResult
from bkl.diagnostics.finding import Finding
from bkl.printers.screen import Screen

CLEAN = "geen fouten"
_REFUSED = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u061b\u061d-\u200a\u200c\u200d\u2010-\u2027\u202f-\u205f"
    "\u2070-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufff8\ufffc\ufffd\U00010000-\U0010fffd]"
)


def show(result: CheckResult, screen: Screen) -> str:
    """Return one XML document, in plain ASCII where the reader's encoding is not sure."""
    root = Element("testsuites", name="bkl check")
    named = dict.fromkeys([*result.files, *(found.place.file for found in result.findings)])
    for name in named:
        _suite(root, name, [found for found in result.findings if found.place.file == name])
    _count(root, sum(len(suite) for suite in root), len(result.findings))
    indent(root)
    body = tostring(root, encoding="us-ascii").decode("ascii")
    if screen.unicode:
        body = tostring(root, encoding="unicode")
    encoding = "UTF-8" if screen.unicode else "US-ASCII"
    return f'<?xml version="1.0" encoding="{encoding}"?>\n{body}\n'


def printable(text: str) -> str:
    """Return the text without what XML refuses and without marks that steer a terminal."""
    return _REFUSED.sub("", text)


def _suite(root: Element, file: str, findings: Sequence[Finding]) -> None:
    name = printable(file)
    suite = SubElement(root, "testsuite", name=name)
    if not findings:
        _case(suite, CLEAN)
    for finding, told in zip(findings, _names(findings), strict=True):
        case = _case(suite, told)
        if finding.position:
            case.set("line", str(finding.position.line))
        failure = SubElement(case, "failure", type=finding.kind.severity)
        failure.set("message", printable(finding.message))
        failure.text = printable(_told(finding))
    _count(suite, len(suite), len(findings))


def _case(suite: Element, name: str) -> Element:
    file = suite.attrib["name"]
    return SubElement(suite, "testcase", name=name, classname=file, file=file, time="0")


def _count(element: Element, tests: int, failures: int) -> None:
    for name, number in (("tests", tests), ("failures", failures), ("errors", 0), ("skipped", 0)):
        element.set(name, str(number))
    element.set("time", "0")


def _names(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield what each finding says, which stays the same when lines shift; no name comes twice."""
    plain = [" ".join(f"{finding.kind.code} {finding.message}".split()) for finding in findings]
    often, seen = Counter(plain), Counter[str]()
    for finding, short in zip(findings, plain, strict=True):
        route = " › ".join(str(step) for step in finding.place.route)
        name = f"{short} ({route})" if route and often[short] > 1 else short
        seen[name] += 1
        yield printable(name if seen[name] == 1 else f"{name} ({seen[name]})")


def _told(finding: Finding) -> str:
    lines = [finding.place.file]
    if finding.position:
        lines = [f"{finding.place.file}:{finding.position.line}:{finding.position.column}"]
        lines.append(f"    {finding.excerpt.strip()}")
    for other in finding.related:
        at = f":{other.position.line}:{other.position.column}" if other.position else ""
        lines.append(f"{other.place.file}{at}: {other.message}")
    return "\n".join([*lines, finding.message, finding.cure])
