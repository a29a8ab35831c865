"""One file per output format, named after its extension: `write(document) -> bytes`."""
