"""What is still missing, in one module per format."""
