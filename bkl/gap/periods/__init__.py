"""Periods: each indicator by week, month, quarter or year."""
