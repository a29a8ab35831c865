"""Workbooks for Excel: the only place that opens one to write."""
