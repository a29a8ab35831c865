"""What one workspace comes to, as rows for a dataset; and many of them together."""
