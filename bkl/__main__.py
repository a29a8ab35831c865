"""The program: `bkl`, and the same as `python -m bkl`."""

import gc

# what importing makes is kept: looking through it costs a tenth of every start
gc.set_threshold(100_000)

from bkl.cli import main  # noqa: E402

if __name__ == "__main__":
    main()
