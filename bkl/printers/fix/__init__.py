"""What `check --fix` did, for people."""
