"""Findings and the places they point at; knows nothing of YAML, rules or terminals."""
