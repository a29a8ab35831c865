"""Bounds on what is read, far above any real work plan."""

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 64
MAX_FINDINGS = 100
"""Reading faults in one file, after which the rest is left unread."""
