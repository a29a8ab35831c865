"""What is known of one indicator, as plain facts for programs (design §6)."""

from __future__ import annotations

from bkl.domein.feiten import Feiten, bounds, facts, tally

__all__ = ["Feiten", "bounds", "facts", "tally"]
