"""How a comparison is shown; every module here is a choice of `bkl gap --format`."""
