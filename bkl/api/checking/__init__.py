"""`check` and `check --fix`, and the rules there are."""
