"""Rules on what people write in sentences: BKL401 to BKL499."""
