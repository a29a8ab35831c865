"""A plan document of any kind made into a proposal for a werkplan; nothing here writes or asks."""
