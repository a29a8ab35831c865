"""The program: `bkl`, and the same as `python -m bkl`."""

import gc
import sys

# what importing makes is kept: looking through it costs a tenth of every start
gc.set_threshold(100_000)

try:
    from bkl.cli import main
except KeyboardInterrupt:  # Ctrl-C while it starts: as in a command, before its words are known
    sys.exit(130)

if __name__ == "__main__":
    main()
