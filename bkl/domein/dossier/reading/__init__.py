"""From the models of the YAML to entries: each phrase read once, at its place."""
