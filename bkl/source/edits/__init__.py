"""Changing YAML text without touching any other character of the file."""
