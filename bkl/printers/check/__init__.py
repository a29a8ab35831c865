"""How findings are shown; every module here is a choice of `bkl check --format`."""
