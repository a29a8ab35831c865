"""A portfolio: its counts, its totals, and who must look at what."""
