"""Numbers, moments and intervals: exact values, in and out, and what cannot be read."""
