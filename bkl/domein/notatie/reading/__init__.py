"""A phrase taken apart: the figure, its unit, and what stands around it."""
