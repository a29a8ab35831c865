"""The indicators behind a number of a portfolio, each with its file and line."""
