"""What a phrase means: a doel as a set, a waarde as an interval, and whether the two compare."""
