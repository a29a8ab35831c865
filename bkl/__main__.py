"""Let `python -m bkl` do what the `bkl` command does."""

from bkl.cli import main

main()
