"""Doel against realisatie: pure functions from a dossier to verdicts, without input or output."""
