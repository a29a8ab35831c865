"""The words that people use around numbers, kind by kind."""
