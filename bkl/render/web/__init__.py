"""Markdown to HTML: the parser, and what reports add to plain Markdown."""
