"""Signing: akkoord on what is reported, bound to what it was."""
