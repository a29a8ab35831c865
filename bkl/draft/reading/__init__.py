"""From a file to blocks of text with their place: one module per kind of file."""
