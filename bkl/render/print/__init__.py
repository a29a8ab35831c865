"""Paper: the report as pages with numbers, for people and for screen readers alike."""
