"""Results as text, one file per format: pure functions from a result to a string."""
