"""Rules on what a funder asks of a year: BKL601 to BKL699."""
