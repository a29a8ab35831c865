"""Kinds that two rules speak for: what is missing together is told once."""

from __future__ import annotations

from bkl.diagnostics.finding import Kind

VERSCHIL_ZONDER_TOELICHTING = Kind("BKL204", "verschil_zonder_toelichting", "fout")
