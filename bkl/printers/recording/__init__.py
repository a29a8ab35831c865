"""How a proposal to record figures is shown."""
