"""What measurements in the course of a year say together: totals, levels, averages."""
