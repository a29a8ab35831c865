"""What rules share in looking at a jaarverslag: its texts, figures and sources."""
