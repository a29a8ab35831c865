"""Templates, fenced in: found, filled, and bounded in what they can do."""
