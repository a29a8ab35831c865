"""YAML in, plain values with places out: the only room that knows YAML."""
