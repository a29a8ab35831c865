"""Rules on how werkplan and jaarverslag fit together: BKL301 to BKL399."""
