"""Excel and CSV: forms that people fill in, made and read back; nothing in them is executed."""
