"""bkl: structured Markdown reports that account for what a work plan promised."""

__version__ = "0.2.0"
