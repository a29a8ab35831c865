"""Broken files without end: whatever comes in, `bkl check` answers."""
