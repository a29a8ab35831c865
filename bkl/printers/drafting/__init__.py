"""Formats in which a proposal from a document is shown."""
