"""How a verdict came about, step by step."""
