"""Bounds on what is read, far above any real work plan."""

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 64
