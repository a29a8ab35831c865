"""Rules on the werkplan alone: BKL101 to BKL199."""
