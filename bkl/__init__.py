"""bkl: structured Markdown reports that account for what a work plan promised."""

__version__ = "0.1.0"
