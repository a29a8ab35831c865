"""Rules on the jaarverslag, beside its werkplan: BKL201 to BKL299."""
