"""Baseline: Jinja2 fills a page of Markdown and markdown-it-py turns it into HTML."""

import sys
from pathlib import Path

from jinja2 import Environment
from markdown_it import MarkdownIt

source, target = map(Path, sys.argv[1:])
lines = source.read_text(encoding="utf-8").splitlines()
template = Environment(autoescape=True).from_string(
    "{% for line in lines %}{{ line|safe }}\n{% endfor %}"
)
markdown = template.render(lines=lines)
html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)
target.with_suffix(".md").write_text(markdown, encoding="utf-8")
target.write_text(html, encoding="utf-8")
