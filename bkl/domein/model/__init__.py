"""What stands in the YAML, one module per file."""
