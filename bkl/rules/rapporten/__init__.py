"""Rules on reports made earlier and on templates: BKL501 to BKL599."""
