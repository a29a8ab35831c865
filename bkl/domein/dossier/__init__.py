"""The files of a year, read: every phrase a figure, every figure beside its promise."""
