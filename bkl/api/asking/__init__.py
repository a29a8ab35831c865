"""Asking: what is still missing, and from whom."""
